"""Names of private people, by the words around them: titles, roles, forms of address, introductions.

Read from the original, because capitals count. Strong cues stand alone; weak ones need the NER
pipeline's agreement (`ner`). Never by gazetteer: a name is a breach by its context. First names in
greetings and signatures, brands, authors and characters stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar, Final

from moderation.detect.pii import ner
from moderation.detect.pii.conditions import CONDITION
from moderation.detect.pii.known import KNOWN, NOT_NAMES, TITLED
from moderation.detect.pii.letters import CAPITALISED, LOWER, PARTICLE, UPPER, either, joined
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, folded
from moderation.findings import Kind, Span
from moderation.text import Text

OTHER_PERSON: Final = "OTHER_PERSON"
"""Entity of a name whose role says that it is neither the buyer nor the author."""

SENSITIVE_NAMED: Final = "SENSITIVE_NAMED"
"""Entity of a named person's condition."""

HELD_CONDITION: Final = re.compile(
    rf"(?i)[^.!?\n]{{0,50}}?\b(?:her|his|their|has|have|had|with|for)\s(?:own\s)?{CONDITION}\b"
)
_CAP: Final = rf"(?:{CAPITALISED}|[{UPPER}]{{3,}})"
_FULL: Final = rf"(?P<name>{_CAP}(?:\s(?:[{UPPER}]\.|{PARTICLE}))*(?:\s{_CAP})(?:\s(?:{PARTICLE}\s)?{_CAP}){{0,2}})(?![\w])"
_ONE: Final = rf"(?P<name>{CAPITALISED})(?![\w])"
_SURNAME: Final = (
    rf"(?P<name>(?:[{UPPER}]\.\s?)*(?:{PARTICLE}\s)?{_CAP}(?:\s(?:{PARTICLE}\s)?{_CAP}){{0,3}})(?![\w])"
)

TITLES: Final = "mr|mrs|ms|mx|prof|mister|herr|herrn|frau|señor|señora|señorita|sr|sra|srta|monsieur|madame|mme|mlle|senhor|senhora|dona|doña|bapak|ibu|signor|signora|sig|encik|puan|tuan|shri|smt"
_TITLE: Final = rf"(?<![\w.]){either(TITLES)}\.?,?\s{{1,2}}"
_THAI_TITLE: Final = (
    r"(?:นางสาว|นาย|นาง|คุณ)\s?(?P<name>[\u0e01-\u0e4e]{2,18}\s[\u0e01-\u0e4e]{2,22})(?![\u0e01-\u0e4e])"
)
_VN_TITLE: Final = rf"(?<!\w){either('anh|chị|ông|bà|bạn|cô|chú|em|tên|người nhận')}:?\s(?P<name>[{UPPER}]\w{{1,6}}(?:\s[{UPPER}]\w{{0,6}}){{1,3}})(?!\w)"

THIRD_ROLES: Final = (
    "driver|courier|delivery guy|delivery man|delivery person|delivery driver|delivery woman|delivery boy|postman|mailman|mail carrier|rider|neighbou?r|agent|rep|representative|manager"
    "|employee|worker|cashier|clerk|landlord|roommate|flatmate|housemate|colleague|coworker|co-worker|boss|owner|supervisor|technician|installer|receptionist|packer|assistant"
    "|repartidora?|mensajer[oa]|vecin[oa]|encargad[oa]|emplead[oa]|dueñ[oa]|livreu(?:r|se)|facteur|voisine?|conseill[eè]re?|gérante?|entregador|vizinh[oa]|atendente"
    "|motoboy|gerente|funcionári[oa]|fahrer(?:in)?|nachbar(?:in|n)?|zusteller(?:in)?|mitarbeiter(?:in)?|kurir(?:nya)?|tetangga|karyawan|sopir|tài xế|hàng xóm|corriere|vicin[oa]|fattorino"
)
_RELATIONS: Final = (
    "sister in law|brother in law|mother in law|father in law|sister|brother|mother|father|mom|mum|dad|husband|wife|cousin|aunt|uncle|girlfriend|boyfriend|friend|ex|fiancée?|grandma|grandmother"
    "|hermana|hermano|madre|padre|esposa|marido|prima|primo|suegra|amig[oa]|sœur|soeur|frère|mère|père|mari|femme|ami|amie|schwester|bruder|mutter|vater|mann|freundin|freund|schwägerin|irmã|irmão|mãe|pai|esposo"
    "|istri|suami|teman|kakak|adik|chị gái|anh trai|vợ|chồng"
)
_WHOSE: Final = "my|your|his|her|their|our|mi|tu|su|mon|ma|votre|son|sa|mein|meine|meinem|meiner|ihre?|ihrer|ihrem|minha|meu|sua|seu"
_BUYER_ROLES: Final = "customer|buyer|client|recipient|reviewer|cliente|clienta|client|kunde|kundin|acheteu(?:r|se)|comprador|compradora|pembeli|penerima|pelanggan|khách|khách hàng|destinatario|empfänger"
_CALLED: Final = either(
    "named|called|name is|by the name of|un certain|une certaine|un tal|una tal|llamad[oa]|nommée?|chamad[oa]|um tal|namens|bernama|namanya|tên|di nome"
)
_INTRODUCED: Final = either(
    "my name is|her name is|his name is|your name is|the name is|full name is|real name is|name on the order|name on the label|name on the account|under the name|in the name of|signed by|signed for by"
    "|addressed to|account holder|label says|label reads|ship to|shipped to|mein name ist|ich heiße|ihr name ist|auf den namen|kontoinhaber(?:in)?|me llamo|mi nombre es|su nombre es|a nombre de|je m'appelle"
    "|mon nom est|au nom de|votre nom est|meu nome é|em nome de|seu nome é|nama saya|atas nama|a/n|nama penerima|penerima|penerima:|tên tôi là|mi chiamo|a nome di|real name|receiver|recipient"
)
_SINGLED: Final = either(
    "who bought|who ordered|who purchased|who left|who wrote|who returned|your order|order number|order #|order no|you ordered|works at|who works|from the"
)
_PLACE_OF: Final = either("from|in|aus|de|dari|du|from the|at the|at|of|vom|del")
_GREETING: Final = either(
    "dear|hi|hello|hey|hola|estimad[oa]|querid[oa]|apreciad[oa]|bonjour|chère?|cher|liebe|lieber|hallo|guten tag|olá|prezad[oa]|car[oa]|gentile|halo|hai|yth|thank you|thanks|thx|gracias|merci|danke|obrigad[oa]|grazie"
)
_APOLOGY: Final = either(
    "sorry|apologi[sz]e|apologies|thank you|thanks|hello|hi|welcome|disculpe|perdón|désolée?s?|entschuldigung|desculpe|mohon maaf|maaf"
)


def _bare(pattern: str) -> str:
    """An alternation for RE2 over the folded view: no case, no look-around."""
    return pattern.replace("(?i:", "(?:")


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    regex: re.Pattern[str]
    confidence: float
    entity: str = Kind.PERSON.value
    confirm: bool = False
    """Whether the NER pipeline must agree."""


_CUES: Final = (
    _Cue("title+surname", joined(_TITLE, _SURNAME), 0.86),
    _Cue(
        "title+lowercase",
        joined(
            r"(?<![\w.])(?i:mr|mrs)\.?\s(?P<name>[a-z]{5,14})(?=[,.!?]|\s(?:you|we|your|please|has|is|in|at|from|of)\b)"
        ),
        0.62,
    ),
    _Cue("doctor+full_name", joined(r"(?<![\w.])(?:Dr|Dra|Doctor)\.?\s", _FULL), 0.6, confirm=True),
    _Cue("thai_title", joined(_THAI_TITLE), 0.75),
    _Cue("vietnamese_title", joined(_VN_TITLE), 0.72),
    _Cue(
        "third_role",
        joined(r"(?<!\w)", either(THIRD_ROLES), rf"(?:,)?\s(?:{_CALLED}\s)?", _FULL),
        0.84,
        OTHER_PERSON,
    ),
    _Cue(
        "relation",
        joined(r"(?<!\w)", either(_WHOSE), r"\s", either(_RELATIONS), rf",?\s(?:{_CALLED}\s)?", _FULL),
        0.84,
        OTHER_PERSON,
    ),
    _Cue(
        "called",
        joined(r"(?<!\w)(?:(?i:is|was|it's|from|certain|an?)\s)?", _CALLED, r"\s", _FULL),
        0.66,
        OTHER_PERSON,
        True,
    ),
    _Cue(
        "buyer_role",
        joined(r"(?<![\w@])", either(_BUYER_ROLES), rf"(?:[,:])?\s(?:{_CALLED}\s)?", _FULL),
        0.84,
    ),
    _Cue("introduced", joined(r"(?<!\w)", _INTRODUCED, r"[:,]?\s", _FULL), 0.82),
    _Cue(
        "greeted_full_name",
        joined(
            r"(?<!\w)",
            _GREETING,
            r"\s",
            _FULL,
            r"(?=\s?[,!.:;]|\s?$|\s(?:for|por|pour|für|we|your|su|votre))",
        ),
        0.8,
        confirm=False,
    ),
    _Cue(
        "addressed",
        joined(r"(?<!\w)", _APOLOGY, r"[^.!?\n]{0,60},\s", _FULL, r"(?=\s?[,!.])"),
        0.74,
        confirm=True,
    ),
    _Cue(
        "staff_full_name",
        joined(
            _FULL,
            r"(?=,?\s(?i:in|from|at|en|de|do|da|del|vom|of)\s(?:(?i:the|your|their|el|la|customer)\s)?(?i:support|service|customer|care|chat|warehouse|hub|depot|returns|soporte|atención|sav|atendimento|kundenservice)\b)",
        ),
        0.76,
        OTHER_PERSON,
        True,
    ),
    _Cue(
        "addressed_by_shop",
        joined(
            r"(?<!\w)",
            _APOLOGY,
            r"[^.!?\n]{0,60},\s",
            _FULL,
            r"(?=,\s(?i:your|we|please|our|the refund|the parcel|it)\b)",
        ),
        0.76,
    ),
    _Cue(
        "one_from+name",
        joined(
            r"(?<!\w)(?i:from|by)\s(?i:an?|one)\s",
            _FULL,
            r"(?=[^.!?\n]{0,40}\b(?i:name|label|address|order)\b)",
        ),
        0.72,
    ),
    _Cue(
        "one_from",
        joined(r"(?<!\w)(?i:from|by)\s(?i:an?|one|some)\s", _FULL, r"(?=[,.;]|\s(?i:who|i|and|,))"),
        0.68,
        confirm=True,
    ),
    _Cue(
        "role+name+place",
        joined(
            r"(?<!\w)",
            either(THIRD_ROLES),
            rf",?\s(?:{_CALLED}\s)?",
            _ONE,
            r"(?=\s(?i:at|from|of|del|du|de|dari|vom|aus)\s(?:(?i:the|el|la|le)\s)?",
            rf"{CAPITALISED}\s(?i:hub|depot|branch|store|office|warehouse|station|shop|dépôt|sucursal|filiale))",
        ),
        0.66,
        OTHER_PERSON,
    ),
    _Cue(
        "name+place+record",
        joined(
            r"(?<![\w.@])(?P<name>[A-Za-z][a-z]{2,12})(?=\s(?i:from|in|aus|de|dari)\s",
            rf"(?:{CAPITALISED})(?:\s{CAPITALISED})?,?\s(?:(?i:who)\s(?i:bought|ordered|purchased|left|wrote|returned)|(?i:your\sorder|order\s(?:no|number|#)|see\sthe\slabel)))",
        ),
        0.68,
    ),
    _Cue(
        "name+place+label",
        joined(
            r"(?i:here's\sone\sfor|packing\s(?:one\s)?for|this\sone(?:'s|\sis)\sfor|order\sfor|parcel\sfor)\s",
            _ONE,
            rf"(?=\s(?i:in|from)\s{CAPITALISED})",
        ),
        0.66,
    ),
    _Cue(
        "personalised",
        joined(
            r"[\"“„«'](?P<name>",
            _CAP,
            rf"(?:\s{_CAP}){{1,2}})(?=,?\s(?:born\s)?\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}})",
        ),
        0.72,
    ),
)
_ANCHOR: Final = re.compile(rf"[{UPPER}][\w'’.\-]*\s(?:\w{{1,3}}\.?\s){{0,2}}[{UPPER}]|[^.!?\s]\s[{UPPER}][{LOWER}]|(?<!\w)[Mm]rs?\.?\s|นา[งย]|คุณ")
_BEFORE: Final = 100
_AFTER: Final = 120
_SPLIT: Final = re.compile(r"[\s]+")
_PARTICLE: Final = re.compile(PARTICLE)


_SCENE: Final = re.compile(
    r"(?i)\b(?:books?|author|novel|chapters?|masterpiece|paperback|film|movie|album|song|actor|actress|character|subconscious|poem|autobiography|libro|livre|buch|livro|buku)\b"
)
_BRANDED: Final = re.compile(
    r"(?i)\b(?:brand|model|series|show|game|colou?r|shade|product|toy|doll|character|perfume|flavou?r|recipe|line|style|marque|marca|marke|merk)\b[^.!?]{0,30}$"
)
_SCENE_REACH: Final = 240
_WORDS_AROUND: Final = 6
_TITLE_CASE: Final = 0.6


def _shouted(string: str, start: int, end: int) -> bool:
    """Whether capitals mean nothing here, because the words around carry them too."""
    around = (
        string[max(0, start - 60) : start].split()[-_WORDS_AROUND:]
        + string[end : end + 60].split()[:_WORDS_AROUND]
    )
    letters = [word for word in (w.strip(".,!?;:()[]\"'") for w in around) if word and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in letters)
    if string[start:end].isupper() and sum(word.isupper() and len(word) > 1 for word in letters) >= 2:  # noqa: PLR2004
        return True
    return len(letters) >= 4 and capital > _TITLE_CASE * len(letters)  # noqa: PLR2004 - fewer words tell nothing


def _public(string: str, cue: str, start: int, end: int) -> bool:
    """Whether the surroundings make this an author, a character or a brand rather than a neighbour."""
    if cue in {"called", "one_from"} and _BRANDED.search(string, max(0, start - 50), start):
        return True
    if cue.startswith(("title", "doctor", "greeted", "addressed", "called")):
        return _SCENE.search(string, max(0, start - _SCENE_REACH), end + _SCENE_REACH) is not None
    return False


def _windows(string: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which a cue can meet a name: around pairs of capitals and titles."""
    start = end = -1
    for anchor in _ANCHOR.finditer(string):
        first, last = max(0, anchor.start() - _BEFORE), anchor.end() + _AFTER
        if first <= end:
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def private(name: str, *, titled: bool) -> bool:
    """Whether a captured name may be a private person's: no brand, public person or ordinary word in it."""
    tokens = [token.lower().strip(".'’") for token in _SPLIT.split(name)]
    if any(
        token in NOT_NAMES or token.removesuffix("'s").removesuffix("’s") in NOT_NAMES
        for token in tokens
        if not _PARTICLE.fullmatch(token)
    ):
        return False
    if titled:
        return tokens[0].replace("'s", "").replace("’s", "") not in TITLED
    plain = " ".join(tokens).replace("’", "'").removesuffix("'s")
    return not any(known in plain for known in KNOWN)


def trim(name: str) -> str:
    """Cut words that are no part of a name off its end (a name runs into the next capital)."""
    tokens = name.split(" ")
    while len(tokens) > 1 and tokens[-1].lower().strip(".'’") in NOT_NAMES | {"i", "de", "e", "y"}:
        tokens.pop()
    kept = " ".join(tokens)
    return re.sub(r"['’]s$", "", kept)


class NameRecognizer(Seeker):
    """`PERSON` and `OTHER_PERSON`: full names and titled surnames of private people."""

    entities = (Kind.PERSON.value, OTHER_PERSON, SENSITIVE_NAMED)
    screen: ClassVar[Screen] = tuple(
        folded(pattern) if isinstance(pattern, str) else tuple(map(folded, pattern))
        for pattern in (
            rf"(?:^|\W)(?:{TITLES}|dr|dra|doctor)\.?,?\s{{1,2}}\S",
            rf"(?:^|\W)(?:{THIRD_ROLES}|{_BUYER_ROLES}),?:?\s",
            rf"(?:^|\W)(?:{_WHOSE})\s(?:{_RELATIONS}),?\s",
            rf"(?:^|\W)(?:{_bare(_CALLED)}|{_bare(_INTRODUCED)})[:,]?\s",
            rf"(?:^|\W){_bare(_GREETING)}\s",
            rf"(?:^|\W){_bare(_APOLOGY)}\W",
            r"\s(?:in|from|at|en|de|do|da|del|vom|of)\s(?:the\s|your\s|their\s|el\s|la\s|customer\s)?(?:support|service|customer|care|chat|warehouse|hub|depot|returns|soporte|atencion|sav|atendimento|kundenservice)",
            r"(?:^|\W)(?:from|by)\s(?:a|an|one|some)\s",
            (r"(?:^|\W)(?:from|in|aus|de|dari)\s", r"who (?:bought|ordered|purchased|left|wrote|returned)|your order|order (?:no|number|#)|see the label"),
            r"here's\sone\sfor|packing\s(?:one\s)?for|this\sone(?:'s|\sis)\sfor|order\sfor|parcel\sfor",
            r"[\"']\S+\s[^\"'\n]{2,30}\s(?:born\s)?\d{1,4}[./-]\d",
            r"นางสาว|นาย|นาง|คุณ",
            r"(?:^|\W)(?:anh|chi|ong|ba|ban|co|chu|em|ten|nguoi nhan):?\s",
        )
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield names by cue; where the cue is weak, only those that the NER pipeline confirms."""
        string = text.original
        windows = list(_windows(string))
        for cue in _CUES:
            for match in chain.from_iterable(cue.regex.finditer(string, *window) for window in windows):
                start = match.start("name")
                titled = cue.name.startswith(("title", "doctor"))
                name = trim(match["name"])
                short = " " not in name
                if short and not titled and "+place" not in cue.name:
                    continue
                if not private(name, titled=titled) or (titled and not private(name, titled=False)):
                    continue
                if _shouted(string, start, start + len(name)) or _public(
                    string, cue.name, start, start + len(name)
                ):
                    continue
                if cue.confirm and not ner.is_person(string, start, start + len(name)):
                    continue
                end = start + len(name)
                yield Hit(
                    entity=cue.entity, span=Span(start, end), confidence=cue.confidence, because=cue.name
                )
                condition = HELD_CONDITION.match(string, end, end + 80)
                if condition:
                    yield Hit(
                        entity=SENSITIVE_NAMED,
                        span=Span(start, condition.end()),
                        confidence=0.74,
                        because="name+condition",
                    )
