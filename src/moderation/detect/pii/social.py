"""Handles on messengers and networks, and links to personal pages."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.recognizer import Screen, ShapeSeeker, folded, shape
from moderation.findings import Kind

_NETWORK: Final = folded(
    r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|telegram|t3legram|tele|tg|we\s?chat|weixin|v信"
    r"|微信|薇信|vx|zalo|line id|id line|line:|whats\s?app"
    r"|discord|kik|viber|skype|twitter|facebook|fb|messenger|linkedin|threads|kakao(?:talk)?|qq"
    r"|ไลน์|ไอจี|เฟส)"
)
_GLUE: Final = folded(
    r"(?:\s*(?:(?:id|user|username|handle|name|account|acc|profile|page|is|me|my|your|his|her"
    r"|add|at|on|usuario|cuenta|compte|konto|conta|akun"
    r"|aku|saya|es|est|ist|ya|nya|nha|nhé|to|us|em|e)(?![\w.])|号|[:=@\-/(\"'“是]))*[\s:@]*"
)
_HANDLE: Final = r"@?[a-z0-9](?:[\w\-]|\.(?=\w)){2,30}"
_SEEN: Final = re.compile(
    folded(
        r"\b(?:saw|seen|see|watch(?:ed|ing)?|recommend\w*|tag(?:ged|ging)?|by|from|ad|ads"
        r"|thanks?|thx|shout\s?out|influencer|creator|embroidered|printed|says"
        r"|vu|vue|grace a|visto|vi|lihat|racun|gesehen|inspired|credit|bought through)\b"
        r"(?![^.!?]{0,16}\b(?:your|his|her|ihr\w*|votre|su|seu)\b)[^.!?]{0,28}$"
    )
)
_NOT_HANDLES: Final = re.compile(
    r"(?:\d+(?:st|nd|rd|th|k|m|x|mb|gb|am|pm|min|hrs?|days?|stars?)?|v?\d+(?:\.\d+)+|.*\.(?:com"
    r"|net|org|co|uk|de|fr|jpg|png))$"
)
_PLACES: Final = (
    r"(?:p|reel|reels|stories|explore|tv|watch|video|groups|events|marketplace|pages|sharer|hashtag"
    r"|search|share|intent|tag|discover|help|about)"
)


_ORDINARY: Final = frozenset(
    {
        "same",
        "blocked",
        "hacked",
        "private",
        "public",
        "down",
        "broken",
        "here",
        "there",
        "open",
        "full",
        "the",
    }
    | {"that", "this", "not", "very", "really", "below", "above", "linked", "also", "too"}
)


def _identity(value: str) -> bool:
    plain = value.removeprefix("@")
    telling = any(c.isdecimal() or c in "_." for c in plain) or value.startswith("@")
    return telling and any(c.isalpha() for c in plain) and not _NOT_HANDLES.match(plain)


def _unusual(value: str) -> bool:
    return value not in _ORDINARY


class SocialHandles(ShapeSeeker):
    """`SOCIAL_HANDLE`: an identity that a network's name introduces or follows."""

    entities = (Kind.SOCIAL_HANDLE.value,)
    screen: ClassVar[Screen] = (
        rf"(?:^|[^a-z0-9.]){_NETWORK}[\s:@=\-/(\"'.]",
        rf"@\s?[a-z0-9][^\s]+\s[^\s]{{0,6}}\s?{_NETWORK}",
        rf"(?:my|your|his|her|mi|su|mon|mein|meu)\s+{_NETWORK}",
        r"[\w.\-]#\d{4}",
    )
    cues = re.compile(
        (
            r"(?<!\w)(?:(?:add|dm|pm|message|msg|find|text|hit|hmu|follow|chat|ib|inbox|kb|ket ban"
            r"|escribe\w*|diganle|hubungi|schreib\w*|contact\w*|reach)(?!\w)"
        )
        + folded(r"|加|您的|我的)|(?<!\w)(?:my|your|his|her|mi|tu|su|mon|ma|votre|mein|dein|ihr|meu|seu)\s")
    )
    against = _SEEN
    against_reach = 44
    shapes = (
        shape(
            "network+handle",
            rf"(?<![a-z0-9.]){_NETWORK}{_GLUE}(?<![a-z0-9.])(?P<value>{_HANDLE})(?![\w@]|\.\w)",
            alone=0.72,
            cued=0.9,
            check=_identity,
        ),
        shape(
            "handle+network",
            (
                rf"(?<![\w@.])(?P<value>@{_HANDLE})\s*(?:,?\s*(?:on|en|auf|no|na|di|sur|su|in|via"
                rf"|trên|my|\()\s*|\s)(?:my\s)?{_NETWORK}(?!\w)"
            ),
            alone=0.75,
            cued=0.85,
        ),
        shape(
            "own_word_handle",
            (
                rf"(?<!\w)(?:my|your|his|her|mi|su|mon|mein|meu)\s+{_NETWORK}(?:\s+(?:id|name|handle"
                rf"|user|username))?(?:\s+is|\s*:)\s+(?P<value>[a-z][a-z]{{3,24}})(?!\w)"
            ),
            cued=0.6,
            check=_unusual,
        ),
        shape(
            "discord_tag", r"(?<![\w#])(?P<value>[a-z][\w.\-]{2,30}#\d{4})(?!\w)", cued=0.85, before="discord"
        ),
    )


class PersonalLinks(ShapeSeeker):
    """`URL_PERSONAL`: a link to somebody's page or chat; links to posts and pictures are not."""

    entities = (Kind.URL_PERSONAL.value,)
    screen: ClassVar[Screen] = (
        (
            r"(?:facebook|fb|instagram|tiktok|twitter|x|vk|t|linkedin|snapchat|threads|discord|m"
            r"|zalo|line|onlyfans|linktr)\.(?:com|net|me|ee|gg)/"
        ),
    )
    cues = re.compile(r"(?<!\w)(?:my|your|his|her|me|add|find|profile|page)(?!\w)")
    shapes = (
        shape(
            "profile_link",
            r"(?<![\w.@])(?P<value>(?:https?://)?(?:www\.|m\.)?(?:(?:facebook|fb|instagram"
            r"|twitter|x|vk|snapchat\.com/add|onlyfans|threads)\.(?:com|net)"
            rf"|tiktok\.com/@|linkedin\.com/in|snapchat\.com/add|t\.me|m\.me|zalo\.me|linktr\.ee"
            rf"|discord\.gg|line\.me/ti/p)/?(?!{_PLACES}(?:/|\b))[@~\w.\-+%]{{2,60}}\w)",
            alone=0.82,
            cued=0.92,
        ),
    )
