"""The folded view: what each disguise reads as, and where it came from."""

from __future__ import annotations

import unicodedata

import pytest

from moderation.text import Text, View


def covered(view: View, part: str, original: str) -> str:
    start = view.string.index(part)
    span = view.span(start, start + len(part))
    return original[span.start : span.end]


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("Works FINE, 10/10.", "works fine, 10/10."),
        ("Ｆｕｌｌ　ｗｉｄｔｈ １２３", "full width 123"),
        ("٠١٢٣ ๐๑๒๓ ०१२३ ①②③ ⁴⁵", "0123 0123 0123 123 45"),
        ("4️⃣1️⃣5️⃣", "415"),
        ("⭐️⭐️🌟★ ☆", "⭐⭐⭐⭐ ☆"),
        ("r\u200be\u200dv\u2060i\u00adew", "review"),
        ("\u202eabc\u202c", "abc"),
        ("r̶e̶v̶i̶e̶w̶", "review"),
        ("𝓻𝓮𝓿𝓲𝓮𝔀 ⓡⓔⓥ ʀᴇᴠɪᴇᴡ 🅡🅴🆅 ⒭⒠", "review rev review rev re"),
        ("Größe über Straße, déçu, señor, łódź, øre", "grosse uber strasse, decu, senor, lodz, ore"),
        ("Đường phố Việt", "duong pho viet"),
        ("“Quoted” – it’s… fine", '"quoted" - it\'s... fine'),
        ("น้ำดื่ม ๕ ขวด", "น้ำดื่ม 5 ขวด"),
        ("a\ud800b", "a\ufffdb"),
        ("one\r\ntwo\u2028three", "one\r\ntwo\nthree"),
        ("ﬁne ½ 5㎏", "fine 1/2 5kg"),
        ("Brand™", "brand™"),
        ("ﷺ", "ﷺ"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_folded_reads_disguises_plainly(original: str, folded: str) -> None:
    assert Text.of(original).folded.string == folded


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("lеavе а rеviеw", "leave a review"),  # single Cyrillic letters inside Latin words
        ("PHOΝE ΝUMBER", "phone number"),  # a Greek capital reads by its capital shape
        ("З12-555-О147", "312-555-0147"),
        ("copy that сору", "copy that copy"),
        ("Очень плохой товар, сору", "очень плохои товар, сору"),
        ("Πολύ καλό προϊόν", "πολυ καλο προιον"),
        ("Кабель USB хороший", "кабель usb хорошии"),
    ],
)
def test_look_alikes_are_read_as_latin_only_among_latin(original: str, folded: str) -> None:
    assert Text.of(original).folded.string == folded


@pytest.mark.parametrize(
    "original", ["Tiếng Việt đẹp", "Crème brûlée", "가각힣 한국어", "がぎぐ パピ", "น้ำดี"]
)
def test_composed_and_decomposed_texts_fold_alike(original: str) -> None:
    composed = Text.of(unicodedata.normalize("NFC", original)).folded.string
    assert Text.of(unicodedata.normalize("NFD", original)).folded.string == composed


@pytest.mark.parametrize(
    ("original", "part", "expected"),
    [
        ("call 5️⃣5️⃣ now", "55", "5️⃣5️⃣"),
        ("a r\u200beview b", "review", "r\u200beview"),
        ("x\u200breview\u200by", "review", "review"),
        ("so de\u0301c\u0327u here", "decu", "de\u0301c\u0327u"),
        ("the ﬁne one", "f", "ﬁ"),
        ("👍🏽 good", "👍", "👍🏽"),
        ("⭐️⭐️ ok", "⭐⭐", "⭐️⭐️"),
        ("plain text", "text", "text"),
    ],
)
def test_span_covers_what_was_read(original: str, part: str, expected: str) -> None:
    assert covered(Text.of(original).folded, part, original) == expected


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 1), (-1, 2), (0, 6)])
def test_span_refuses_ranges_outside_the_view(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside a view"):
        Text.of("hello").folded.span(start, end)


def test_ascii_runs_in_step_without_alignment() -> None:
    assert Text.of("Plain Words").folded.alignment is None


def test_repr_holds_no_text() -> None:
    text = Text.of("secret words")
    assert "secret" not in repr(text)
    assert "secret" not in repr(text.letters)
