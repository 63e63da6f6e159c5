"""Frames and the texts composed of them.

A frame is a text that a writer wrote, with its values marked: `[[KIND|as written]]` holds the writer's own
value, `{{KIND country}}` one that `values` invents. Each frame gives one text as it stands; a plain one
that holds values gives a second in which the machine disguises each of them. Composition hangs on
the frame's id alone, so the same corpus gives the same texts on every machine.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from moderation.content import Author, Surface
from moderation.findings import Kind, Span
from training.folders import CORPORA
from training.pii.disguises import disguise
from training.pii.values import Inventor
from training.written import CorpusInvalid

MACHINE: Final = "machine"
"""Prefix of the disguise names that the machine puts on, against those written by hand."""

UNREAD: Final = frozenset(
    {
        "tamsin_au", "quiro_es", "maelle_fr", "sari_id", "pim_th", "lena_de", "duarte_pt", "tam_vi",
        "abril_es", "margaux_fr", "jannik_de", "rafa_pt", "dewi_id", "opal_en", "kit_en", "nico_es",
        "oceane_fr", "birte_de", "tiago_pt", "ayu_id", "phuc_vi", "nan_th",
    }
)  # fmt: skip
"""Writers whose texts test: nobody who writes detectors reads them, only their figures."""

_MARK: Final = re.compile(
    r"\[\[(?P<open>\??)(?P<kind>[A-Z_]+)\|(?P<value>.*?)\]\]"
    r"|\{\{(?P<asked>\??)(?P<slot>[A-Z_]+)(?:\s+(?P<country>[a-z]{2}))?\}\}",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A value at its place in a text; `invented` by the machine rather than written by hand."""

    kind: Kind
    span: Span
    invented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PiiText:
    """One text with its values; `optional` ones are neither wanted nor wrong.

    `labels` are the clauses that need meaning; `disguise` names the trick, None for a plain text.
    """

    id: str
    text: str = field(repr=False)
    lang: str
    surface: Surface
    author: Author
    values: tuple[Marked, ...]
    optional: tuple[Marked, ...]
    labels: frozenset[str]
    disguise: str | None
    product: str | None = field(repr=False)
    shop: str | None = field(repr=False)
    contacts: tuple[str, ...] = field(repr=False)
    writer: str

    def row(self) -> dict[str, object]:
        """Return the text as an input row of the wire contract, its language unsaid."""
        context = {
            "product_title": self.product,
            "shop_name": self.shop,
            "shop_contacts": list(self.contacts) or None,
        }
        return {
            "id": self.id,
            "text": self.text,
            "surface": self.surface.value,
            "author": self.author.value,
            **{name: value for name, value in context.items() if value},
        }


def read_pii(*, unread: bool | None = None) -> tuple[PiiText, ...]:
    """Return the texts of all frames, or only those of (un)read writers.

    Raises CorpusInvalid with file and line.
    """
    texts: list[PiiText] = []
    for path in sorted((CORPORA / "pii").glob("*.jsonl")):
        if unread is not None and (path.stem in UNREAD) is not unread:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                texts.extend(compose(json.loads(line), path.stem))
            except (ValueError, KeyError, TypeError) as reason:
                raise CorpusInvalid(f"{path.name}:{number}: {type(reason).__name__}") from None
    return tuple(texts)


def compose(frame: dict[str, object], writer: str, *, draw: int = 0) -> Iterator[PiiText]:
    """Yield the texts of a frame; another `draw` invents other values and disguises."""
    yield _compose(frame, writer, disguised=False, draw=draw)
    if frame.get("disguise") is None and _MARK.search(str(frame["text"])):
        yield _compose(frame, writer, disguised=True, draw=draw)


def _compose(frame: dict[str, object], writer: str, *, disguised: bool, draw: int) -> PiiText:
    rng = random.Random(f"{frame['id']}/{draw}/{disguised}")
    make = Inventor(rng)
    lang = str(frame["lang"])
    written = str(frame["text"])
    parts: list[str] = []
    values: list[Marked] = []
    optional: list[Marked] = []
    names: set[str] = set()
    end = length = 0
    for mark in _MARK.finditer(written):
        kind = Kind(mark["kind"] or mark["slot"])
        invented = mark["value"] is None
        value = make.value(kind, mark["country"] or lang) if invented else mark["value"]
        if disguised and (dressed := disguise(kind, value, lang, rng)) is not None:
            value, name = dressed
            names.add(name)
        parts.append(written[end : mark.start()])
        length += len(parts[-1])
        (optional if mark["open"] or mark["asked"] else values).append(
            Marked(kind=kind, span=Span(length, length + len(value)), invented=invented)
        )
        parts.append(value)
        length += len(value)
        end = mark.end()
    parts.append(written[end:])
    labels, contacts = frame.get("labels") or [], frame.get("contacts") or []
    if not isinstance(labels, list) or not isinstance(contacts, list):
        raise TypeError("labels and contacts are lists")
    by_hand = _text(frame.get("disguise"))
    return PiiText(
        id=f"{frame['id']}{'-d' if disguised else ''}",
        text="".join(parts),
        lang=lang,
        surface=Surface(str(frame["surface"])),
        author=Author(str(frame["author"])),
        values=tuple(values),
        optional=tuple(optional),
        labels=frozenset(map(str, labels)),
        disguise=f"{MACHINE}: {'+'.join(sorted(names))}" if names else by_hand,
        product=_text(frame.get("product")),
        shop=_text(frame.get("shop")),
        contacts=tuple(map(str, contacts)),
        writer=writer,
    )


def _text(value: object) -> str | None:
    return str(value) if value else None
