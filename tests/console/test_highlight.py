"""Highlighting never loses, adds or executes a character."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.console.highlight import Mark, highlight, pieces
from moderation.findings import Span


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


TEXTS = st.text(st.sampled_from("<>&\"'/ab é⭐\u202e\n=") | st.characters(), max_size=60)


@st.composite
def marked(draw):
    text = draw(TEXTS)
    edges = st.integers(0, len(text) + 5)
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=6))
    titles = st.text(max_size=8)
    return text, [
        Mark(number=str(n), span=Span(min(p), max(p) + 1), title=draw(titles))
        for n, p in enumerate(pairs, start=1)
    ]


@settings(max_examples=100, deadline=None)
@given(marked())
def test_highlight_stripped_of_tags_is_the_text(drawn):
    text, marks = drawn
    reader = read(str(highlight(text, marks)))
    assert "".join(reader.text) == text
    assert set(reader.tags) <= {"mark"}


@settings(max_examples=100, deadline=None)
@given(marked())
def test_pieces_cover_the_text_and_know_their_marks(drawn):
    text, marks = drawn
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    at = 0
    for piece in cut:
        over = {
            m.number
            for m in marks
            if m.span.start <= at and at + len(piece.text) <= m.span.end and piece.text
        }
        assert over <= {m.number for m in piece.marks}
        at += len(piece.text)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</mark><b>"]
)
def test_highlight_lets_no_markup_through(text):
    html = str(highlight(text, [Mark(number="1", span=Span(0, 3), title='"><script>')]))
    assert set(read(html).tags) == {"mark"}
    assert "<script" not in html
    assert "<img" not in html


def test_highlight_numbers_each_mark_once():
    marks = [Mark(number="1", span=Span(0, 6), title="a"), Mark(number="2", span=Span(3, 9), title="b")]
    html = str(highlight("abcdefghij", marks))
    assert html.count('data-n="1"') == 1
    assert html.count('data-n="2"') == 1
    assert 'data-of="1 2"' in html
