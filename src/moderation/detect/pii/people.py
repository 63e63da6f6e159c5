"""Recognizers of names, one for each kind of cue. What they share lives in `names`, the words in `roles`."""

from __future__ import annotations

from typing import ClassVar, Final

from moderation.detect.pii.letters import CAPITALISED, UPPER, either, joined
from moderation.detect.pii.names import (
    FIRST_NAME,
    FULL_NAME,
    OTHER_PERSON,
    PAIRS,
    SURNAME,
    Cue,
    NameSeeker,
    name_screen,
)
from moderation.detect.pii.recognizer import Screen
from moderation.detect.pii.roles import (
    APOLOGY,
    BUYER_ROLES,
    CALLED,
    COURIERS,
    GREETING,
    INTRODUCED,
    IS,
    RELATIONS,
    ROLES_OF_PERSONS,
    ROLES_OF_THINGS,
    THIRD_ROLES,
    TITLES,
    WHOSE,
)

_VN_TITLES: Final = "anh|chị|ông|bà|bạn|cô|chú|em|tên|người nhận"
_BRANCHES: Final = "hub|depot|branch|store|office|warehouse|station|shop|dépôt|sucursal|filiale"
_EDGE: Final = r"(?<!\w)"
_TURN: Final = r"(?:\s?,\s|\s(?:who\s)?(?:(?i:is|was|were)\s)?)"


class TitledNames(NameSeeker):
    """A title and a surname: Mrs Okonkwo, Herr Brandt, คุณ with two names."""

    screen: ClassVar[Screen] = name_screen(
        rf"(?:^|\W)(?:{TITLES}|dr|dra|doctor)\.?,?\s{{1,2}}\S",
        r"นางสาว|นาย|นาง|คุณ",
        rf"(?:^|\W)(?:{_VN_TITLES}):?\s\S",
    )
    cues = (
        Cue(
            name="title+surname",
            regex=joined(rf"(?<![\w.]){either(TITLES)}\.?,?\s{{1,2}}", SURNAME),
            confidence=0.86,
            from_seller=0.92,
            titled=True,
            famous=True,
        ),
        Cue(
            name="title+lowercase",
            regex=joined(
                r"(?<![\w.])(?i:mr|mrs)\.?\s(?P<name>[a-z]{5,14})"
                r"(?=[,.!?]|\s(?:you|we|your|please|has|is|in|at|from|of)\b)"
            ),
            confidence=0.62,
            titled=True,
            famous=True,
        ),
        Cue(
            name="doctor+full_name",
            regex=joined(r"(?<![\w.])(?:Dr|Dra|Doctor)\.?\s", FULL_NAME),
            confidence=0.6,
            confirm=True,
            titled=True,
            famous=True,
        ),
        Cue(
            name="thai_title",
            regex=joined(
                r"(?:นางสาว|นาย|นาง|คุณ)\s?(?P<name>[\u0e01-\u0e4e]{2,18}\s[\u0e01-\u0e4e]{2,22})"
                r"(?![\u0e01-\u0e4e])"
            ),
            confidence=0.75,
        ),
        Cue(
            name="vietnamese_title",
            regex=joined(
                rf"{_EDGE}{either(_VN_TITLES)}:?\s(?P<name>[{UPPER}]\w{{1,6}}(?:\s[{UPPER}]\w{{0,"
                rf"6}}){{1,3}})(?!\w)"
            ),
            confidence=0.72,
            from_seller=0.9,
        ),
    )


class NamesByRole(NameSeeker):
    """A role or relation and a full name: the driver Terrence Oyelaran, my neighbour, customer."""

    anchor = joined(PAIRS.pattern, rf"|[{UPPER}]\w+\s{either(_BRANCHES)}")
    screen: ClassVar[Screen] = name_screen(
        rf"(?:^|\W)(?:{THIRD_ROLES}|{COURIERS}|{BUYER_ROLES})(?:['’]s\s(?:full\s)?name)?[\s,:(]",
        rf",\s(?:the|our|my|their|your|der|die|unser|mein|le|la|notre|el|il|o|a)\s(?:\w+\s)?(?:{THIRD_ROLES}|{COURIERS})",
        rf"(?:^|\W)(?:{WHOSE})\s(?:{RELATIONS}),?\s",
    )
    cues = (
        Cue(
            name="third_role",
            regex=joined(_EDGE, rf"(?:{either(THIRD_ROLES)},|{either(ROLES_OF_PERSONS)})\s", FULL_NAME),
            confidence=0.84,
            confirmed=0.92,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="third_role+confirmed",
            regex=joined(_EDGE, either(ROLES_OF_THINGS), r"\s", FULL_NAME),
            confidence=0.84,
            confirm=True,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="name+role",
            regex=joined(
                FULL_NAME,
                rf"(?=,\s(?i:the|our|my|their|your|der|die|unser|mein|le|la|notre|el|il|o|a)\s(?:\w+\s)?"
                rf"{either(f'{THIRD_ROLES}|{COURIERS}')}(?!\w))",
            ),
            confidence=0.9,
            confirm=True,
            famous=True,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="courier",
            regex=joined(_EDGE, either(COURIERS), r"(?:,?\s|\s?[:(]\s?)", FULL_NAME),
            confidence=0.92,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="role+named",
            regex=joined(_EDGE, either(f"{THIRD_ROLES}|{COURIERS}"), rf"{_TURN}{CALLED}\s", FULL_NAME),
            confidence=0.92,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="role+is",
            regex=joined(
                _EDGE,
                either(f"{THIRD_ROLES}|{COURIERS}"),
                rf"(?:['’]s\s(?:full\s)?name)?(?:\s?[:(]\s?|,?\s{IS}\s)",
                FULL_NAME,
            ),
            confidence=0.92,
            confirm=True,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="relation",
            regex=joined(_EDGE, either(WHOSE), r"\s", either(RELATIONS), rf",?\s(?:{CALLED}\s)?", FULL_NAME),
            confidence=0.84,
            confirmed=0.9,
            entity=OTHER_PERSON,
        ),
        Cue(
            name="buyer_role",
            regex=joined(r"(?<![\w@])", either(BUYER_ROLES), rf"[,:]?\s(?:{CALLED}\s)?", FULL_NAME),
            confidence=0.84,
            confirmed=0.93,
        ),
        Cue(
            name="buyer_role+is",
            regex=joined(
                r"(?<![\w@])", either(BUYER_ROLES), rf"(?:['’]s\s(?:full\s)?name)?,?\s{IS}\s", FULL_NAME
            ),
            confidence=0.93,
            confirm=True,
        ),
        Cue(
            name="role+name+place",
            regex=joined(
                _EDGE,
                either(f"{THIRD_ROLES}|{COURIERS}"),
                rf",?\s(?:{CALLED}\s)?",
                FIRST_NAME,
                r"(?=\s(?i:at|from|of|del|du|de|dari|vom|aus)\s(?:(?i:the|el|la|le)\s)?",
                rf"{CAPITALISED}\s{either(_BRANCHES)})",
            ),
            confidence=0.66,
            entity=OTHER_PERSON,
            single=True,
        ),
    )


class IntroducedNames(NameSeeker):
    """A full name behind words that announce one: my name is, signed by, ship to, a certain."""

    screen: ClassVar[Screen] = name_screen(rf"(?:^|\W)(?:{CALLED}|{INTRODUCED})[:,]?\s")
    anchor = PAIRS
    cues = (
        Cue(name="introduced", regex=joined(_EDGE, INTRODUCED, r"[:,]?\s", FULL_NAME), confidence=0.82),
        Cue(
            name="called",
            regex=joined(_EDGE, CALLED, r"\s", FULL_NAME),
            confidence=0.66,
            entity=OTHER_PERSON,
            confirm=True,
            famous=True,
        ),
    )


class GreetedNames(NameSeeker):
    """A full name in an address: Dear Lucía Fernández, or set off by commas after an apology."""

    screen: ClassVar[Screen] = name_screen(rf"(?:^|\W){GREETING}\s", rf"(?:^|\W){APOLOGY}\W")
    anchor = PAIRS
    cues = (
        Cue(
            name="greeted_full_name",
            regex=joined(
                _EDGE,
                GREETING,
                r"\s",
                FULL_NAME,
                r"(?=\s?[,!.:;–—-]|\s?$|\s(?:for|por|pour|für|we|your|su|votre))",
            ),
            confidence=0.8,
            confirmed=0.92,
            from_seller=0.9,
            famous=True,
        ),
        Cue(
            name="addressed",
            regex=joined(_EDGE, APOLOGY, r"\b[^.!?\n]{0,60},\s", FULL_NAME, r"(?=\s?[,!.])"),
            confidence=0.74,
            confirm=True,
            famous=True,
        ),
        Cue(
            name="addressed_by_shop",
            regex=joined(
                _EDGE,
                APOLOGY,
                r"\b[^.!?\n]{0,60},\s",
                FULL_NAME,
                r"(?=,\s(?i:your|we|please|our|the refund|the parcel|it)\b)",
            ),
            confidence=0.76,
            famous=True,
        ),
    )
