"""What the setting of a text says about a value: published contacts, product names, the seller's own contact.

The one place where the speaker matters: a contact that a seller gives for buyers to use is a
redirect, found by another detector. Nothing else here looks at who speaks.
"""

from __future__ import annotations

import re
from typing import Final

from moderation.content import Author, Surface
from moderation.detect.detector import Document
from moderation.detect.pii.entities import SELLER_SIDE, Entity
from moderation.detect.pii.phones.whose import somebodys
from moderation.detect.pii.recognizer import Hit, words
from moderation.findings import Kind
from moderation.text import Text

CONTACTS: Final = frozenset({Kind.PHONE, Kind.EMAIL, Kind.SOCIAL_HANDLE, Kind.URL_PERSONAL})
_PRINTED: Final = frozenset({Surface.PACKAGE_INSERT, Surface.PRODUCT_LISTING})
_SHORTEST_TAIL: Final = 7
_BEFORE: Final = 70
_AFTER: Final = 40

_CUSTOMERS: Final = re.compile(
    words(
        (
            "our page as|us as|our shop as|our account as|our winner|our winners|our customer|our buyer"
            "|nuestra ganadora"
            "|nuestro ganador|nuestra clienta|nuestro cliente|unsere gewinnerin|unser gewinner"
            "|unseren gewinner|unsere kundin"
            "|unser kunde|notre gagnante|notre gagnant|notre cliente|notre client|nossa ganhadora"
            "|nosso ganhador|nossa cliente"
            "|nosso cliente|pemenang kami|pelanggan kami|pembeli kami|your number|your phone|your mobile"
            "|your email|your e mail|your address|your insta|your"
            " instagram|your facebook|your account|your profile|your whatsapp|your telegram|your"
            " wechat|your file|on file"
        ),
        (
            "you gave us|you gave|you provided|you used|you registered|tried you|call you|called you"
            "|ring you|rang you|ring us back|reach you|reached you|text you|texted you|email you"
            "|emailed you|wrote to you|contact you|contacted you"
        ),
        (
            "mailed|sent you|sent it to|sent to|customer's|buyer's|her number|his number|her insta"
            "|his insta|her email|his email|this customer|the customer|ihre nummer|ihre"
            " telefonnummer|ihre e mail|ihre adresse|ihrer"
        ),
        (
            "votre numero|votre adresse|votre mail|votre email|votre compte|vous joindre|su numero"
            "|su correo|su telefono|su instagram|su cuenta|le llamamos|seu numero|seu email|seu"
            " telefone|seu instagram|nomor kakak|nomor anda|nomor kk"
        ),
        "haben sie unter|wir sie unter|dich unter|hubungi kakak|hubungi kak|hubungi anda|hubungi kk"
        "|hubungi customer|kakak ke|kak ke|anda di|kepada anda"
        "|chiamata al|chiamato al|chiamarla|la sua|angerufen|sie erreichen|vous appeler|vous avons appele"
        "|vous a appele|appele au"
        "|llamarle|llamarte|te llamamos|ligamos para|goi cho ban|goi cho chi|goi cho anh",
        "nomornya|email kakak|so cua ban|sdt cua ban|您的|你的|ของลูกค้า|เบอร์ลูกค้า|คุณลูกค้า|your",
    )
)
_OWN: Final = re.compile(
    words(
        (
            "contact us|call us|email us|e mail us|mail us|write us|write to us|write to|reach us"
            "|text us|message us|dm us|add us|whatsapp us|find us|follow us|ring us|our|us at|us on"
            "|us via|shop|store|support|customer service|customer care|service team"
        ),
        (
            "helpline|hotline|help desk|helpdesk|enquiries|inquiries|whatsapp|whats app|wa|telegram"
            "|reach our|contact our|contact|for wholesale|for orders|warranty|scan"
        ),
        (
            "siguenos|siganos|folgt uns|folge uns|folgen sie uns|besucht uns|suivez nous|suivez-nous"
            "|rejoignez-nous|siga a gente"
            "|siga-nos|nos siga|nos sigam|sigam a gente|seguiteci|seguici|follow kami|ikuti kami|theo doi"
            "|fanpage|ติดตามเพจ|ไอจีร้าน|เพจร้าน"
            "|contactenos|contactanos|llamenos|llamanos|escribanos|escribenos|nuestro|nuestra"
            "|atencion al cliente|contactez nous|appelez nous|ecrivez nous|notre|service client"
            "|kontaktieren sie uns|rufen sie uns|schreiben sie uns|unser|unsere"
        ),
        (
            "unserem|unter|kundenservice|fale conosco|nosso|nossa|ligue para|atendimento|hubungi"
            "|kami|cs|admin|lien he|shop minh|ben minh|联系我们|客服|ติดต่อ|ร้าน|加"
        ),
    )
)
_OWN_AFTER: Final = re.compile(
    r"[^.!?]{0,24}\b(?:is our|for support|to contact us|to reach us"
    r"|our (?:\w+ )?(?:hotline|helpline|line|support|number|whatsapp|office|desk|shop|team))"
)
_PRIVATE: Final = re.compile(
    words(
        "me|my|mine|i'm|it's|hmu|myself|mir|mich|mein|meine|moi|mon|ma|me chame|mim|meu|minha|yo"
        "|mi|aku|saya|mia|em|mình|我"
    )
)
_OFFERED: Final = re.compile(
    words(
        "text me|call me|ring me|message me|msg me|dm me|whatsapp me|add me|mail me|email me|write me"
        "|reach me|contact me|hit me up|hmu|me on|me at|my number|my phone|my mobile|my cell|my line"
        "|my whatsapp|my wa|my telegram|my email|my e mail|my insta|my instagram|my wechat|my zalo",
        "mi numero|mi whatsapp|mi telegram|mi correo|escribeme|escribanme|llamame|mon numero|mon whatsapp"
        "|appelez moi|ecrivez moi|meine nummer|mein whatsapp|schreib mir|schreiben sie mir|meu numero"
        "|meu whatsapp|meu zap|me chame|me chama|nomor saya|nomorku|wa saya|wa aku|hubungi saya|chat saya"
        "|zalo minh|so minh"
        "|so cua minh|inbox minh|我的|加我|ไลน์เรา",
    )
)
"""A person who offers a contact. Who sells speaks of the business so."""


_BARE: Final = frozenset({"your", "ur", "tu", "su", "votre", "ihre", "deine", "seu", "sua", "vostro", "anda"})


def _folded(value: str) -> str:
    return Text.of(value).folded.string


def _plain(value: str) -> str:
    return re.sub(r"[\s@()\-./]", "", Text.of(value).folded.string)


def published(doc: Document, hit: Hit) -> bool:
    """Whether the shop has published this very contact: the same text, or the same last seven digits."""
    found = _plain(doc.text.original[hit.span.start : hit.span.end])
    digits = re.sub(r"\D", "", found)
    for contact in doc.shop_contacts:
        known = _plain(contact)
        tail = re.sub(r"\D", "", known)
        if known and (found == known or (found in known and len(found) >= _SHORTEST_TAIL)):
            return True
        shorter = min(len(tail), len(digits))
        if shorter >= _SHORTEST_TAIL and tail[-shorter:] == digits[-shorter:]:
            return True
    return False


def of_product(doc: Document, hit: Hit) -> bool:
    """Whether a name is part of the product's title or the shop's name."""
    name = Text.of(doc.text.original[hit.span.start : hit.span.end]).folded.string
    return any(name in Text.of(known).folded.string for known in (doc.product_title, doc.shop_name) if known)


def sellers_own(doc: Document, hit: Hit) -> bool:
    """Whether a contact in a seller-side text is the seller's own business contact.

    The nearest cue decides: a customer's ("your number", "we tried you on") against a business's
    ("contact us", "our hotline", a bare "WhatsApp"). A private person's ("text me", "my number")
    keeps it personal, but a seller who says so speaks of the business. Without any cue it is the
    seller's on inserts and listings, and a person's elsewhere. What is printed for everybody says
    "your review" to nobody in particular, so there a bare "your" is no cue. Elsewhere a number that
    hides from machines is no published contact of a business.
    """
    if doc.speaker not in SELLER_SIDE:
        return False
    string = doc.text.original
    before = _folded(string[max(0, hit.span.start - _BEFORE) : hit.span.start])
    after = _folded(string[hit.span.end : hit.span.end + _AFTER])
    if doc.surface not in _PRINTED and (hit.hidden or somebodys(before, after)):
        return False
    nearest = {
        name: max((match.end() for match in cue.finditer(before)), default=-1)
        for name, cue in (
            ("customer", _CUSTOMERS),
            ("own", _OWN),
            ("private", _PRIVATE),
            ("offered", _OFFERED),
        )
    }
    if doc.surface in _PRINTED:
        named = (match for match in _CUSTOMERS.finditer(before) if match.group() not in _BARE)
        nearest["customer"] = max((match.end() for match in named), default=-1)
    best = max(nearest.values())
    if best >= 0:
        own = nearest["own"]
        if doc.speaker is Author.SELLER:
            own = max(own, nearest["offered"])
        return own == best and nearest["customer"] < best
    if _OWN_AFTER.match(after):
        return True
    return doc.surface in _PRINTED


def stands(doc: Document, hit: Hit, entity: Entity) -> bool:
    """Whether a hit is still a breach in its setting."""
    if entity.speakers is not None and doc.speaker not in entity.speakers:
        return False
    if entity.surfaces is not None and doc.surface not in entity.surfaces:
        return False
    if entity.kind is Kind.PERSON:
        return not of_product(doc, hit)
    if entity.kind in CONTACTS:
        return not published(doc, hit) and not sellers_own(doc, hit)
    if entity.kind is Kind.ADDRESS:
        return not published(doc, hit) and not (doc.speaker in SELLER_SIDE and doc.surface in _PRINTED)
    return True
