"""Breaches that are said rather than quoted: a customer's record, a sensitive fact, a request for data.

Patterns in the folded view, a table a clause. Whose voice a statement needs is said in `entities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from moderation.detect.pii.conditions import CONDITION
from moderation.detect.pii.recognizer import Hit, Screen, Seeker, folded
from moderation.text import Text

RECORD: Final = "CUSTOMER_RECORD"
SENSITIVE: Final = "SENSITIVE_CATEGORY"
SOLICITED: Final = "SOLICITATION"
SOLICITED_ID: Final = "SOLICITATION_GOVERNMENT_ID"
SOLICITED_PAYMENT: Final = "SOLICITATION_PAYMENT"

_COUNT: Final = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|several|many|multiple)"
)
_SENSITIVE_GOODS: Final = r"(?:adult diapers?|incontinence pads?|fertility tests?|pregnancy tests?|ovulation tests?|hiv tests?|std tests?|condoms?|lubes?|lubricants?|vibrators?|sex toys?|dildos?|viagra|hemorrhoid cream|binders?)"
_PERSON_DATA: Final = folded(
    r"(?:full name|real name|name|phone(?: number)?|number|mobile|cell|email|e-mail|home address|address|whatsapp|contact (?:details|info\w*|number)|details|birth\s?date|date of birth|postcode|zip"
    r"|nombre completo|telefono|numero|correo|direccion|nom complet|numero de telephone|adresse|email|telefonnummer|handynummer|adresse|anschrift|nome completo|telefone|endereco|nomor hp|no hp|nomor|alamat|nama lengkap"
    r"|so dien thoai|sdt|dia chi|เบอร์โทร|เบอร์|ที่อยู่|电话|手机号|地址)"
)
_SECRET: Final = folded(
    r"(?:(?:verification|security|confirmation|login|sms|otp|one[ -]time|\d[ -]?digit)\s?(?:code|pin|password|passcode)s?|otp|passwords?|passcode|pin code|mot de passe|code de verification|contrasena|codigo de verificacion"
    r"|passwort|bestatigungscode|tan|senha|codigo de verificacao|kata sandi|kode otp|kode verifikasi|mat khau|ma otp|รหัสผ่าน|รหัส otp|验证码|密码)"
)
_DOCUMENT: Final = folded(
    r"(?:passport|id card|identity card|driver'?s? licen[cs]e|driving licen[cs]e|photo id|government id|your id|ur id|ssn|social security(?: number)?|foto ktp|ktp|kartu keluarga|dni|pasaporte|cedula|carte d'identite"
    r"|piece d'identite|passeport|personalausweis|ausweis|reisepass|cpf|rg|cccd|cmnd|can cuoc|บัตรประชาชน|身份证|护照)"
)
_BANK: Final = folded(
    r"(?:card number|credit card|debit card|cvv|cvc|digits on the back|bank (?:details|name|account|info\w*)|account number|iban|routing number|sort code|numero de tarjeta|tarjeta|cuenta bancaria|datos bancarios"
    r"|numero de carte|rib|coordonnees bancaires|kartennummer|kontonummer|bankverbindung|bankdaten|numero do cartao|dados bancarios|pix|no rek|nomor rekening|rekening|stk|so tai khoan|银行卡号?|เลขบัญชี)"
)
_ASK: Final = folded(
    r"(?:send|text|give|tell|share|forward|type|write|comment|post|leave|drop|reply|provide|put|enter|message|dm|email|whatsapp|envia\w*|mand[ae]\w*|escrib\w+|deja\w*|pon(?:ga)?|pass?[ae]\w*|dame|denos"
    r"|donnez|donne|envoyez|envoie|ecrivez|laissez|mettez|schick\w*|send(?:e|en)|schreib\w*|gib|geben|nenn\w*|hinterlass\w*|envie|deixe|coloque|escreva|kirim\w*|tulis\w*|ketik\w*|isi|de lai|gui|nhan|ส่ง|แจ้ง|พิมพ์|发|留|填)"
)
_PUBLIC: Final = folded(
    r"(?:here|below|in the comments?|comments?|in the chat|chat now|under this|reply here|publicly|on the card|on this card|behind the card|back of (?:this|the) card|aqui|abajo|en los comentarios|ici|en commentaire|ci-dessous"
    r"|hier|unten|in den kommentaren|nos comentarios|abaixo|di sini|di bawah|di kolom komentar|o day|duoi day|ben duoi|ที่นี่|ใต้คอมเมนต์|这里|评论区|下方)"
)
_STEER: Final = re.compile(
    folded(
        r"(?:\b(?:don'?t|do not|never|please avoid|avoid|no need to|jangan|nao|ne|nicht|nunca|dung|khong|without)\b[^.!?\n]{0,24}$|\b(?:no|non)\s(?:\w{1,3}\s)?$|ห้าม[^.!?\n]{0,12}$|不要[^。！？\n]{0,8}$)"
    )
)
_GAP: Final = r"[^.!?\n]{0,40}"

_TABLE: Final[tuple[tuple[str, str, float, str], ...]] = (
    (
        RECORD,
        rf"\b(?:customer|buyer|client|person|lady|guy|she|he|you)\s(?:has\s|have\s|had\s)?(?:already\s)?(?:returned|refunded|sent back|cancelled|canceled|disputed|complained about)\s(?:us\s)?{_COUNT}\s(?:of|out of|orders?|items?|times|products?|packages?)",
        0.84,
        "returns_counted",
    ),
    (
        RECORD,
        r"\byou(?:'ve| have)?\s(?:also|already|previously)\s(?:bought|ordered|purchased|got|returned)\s(?!this|it|from us|with us)[^.!?\n]{3,60}",
        0.7,
        "other_purchases",
    ),
    (
        RECORD,
        rf"\byou\s(?:bought|ordered|purchased|returned)\s(?:this\s|the same\s|from us\s)?{_COUNT}\s(?:times|of them|more|others?|boxes|units)\b",
        0.72,
        "purchases_counted",
    ),
    (
        RECORD,
        rf"\b(?:you(?:'ve| have)?|she|he|customer|buyer|lady|guy)\b[^.!?\n]{{0,50}}\b(?:bought|ordered|spent|returned)\s{_COUNT}\s(?:boxes|packs|orders|items|dollars|times|of)",
        0.68,
        "purchases_counted",
    ),
    (
        RECORD,
        r"\b(?:posting|sharing|showing|publishing|here(?:'s| is| are)|attached|see)\s(?:the\s|our\s|your\s|her\s|his\s|a\s|you\s)*(?:screenshots?|screen shots?|dms?|chat|chats|chat history|private messages?|messages|conversation)\b(?:\s(?:of|from|with|below|history|log|you)\b)",
        0.82,
        "private_chat_shown",
    ),
    (
        RECORD,
        r"\byou(?:r)?\s(?:told|wrote|said to|messaged|admitted to)\s(?:us|me|our (?:team|agent))?\s?(?:in|via|over|by)\s(?:a\s|the\s|your\s|private\s)*(?:chat|dm|dms|message|messages|email|private)\b",
        0.66,
        "private_chat_quoted",
    ),
    (
        RECORD,
        r"\bour (?:records|system|logs?) (?:shows?|says?|indicates?) (?:that )?(?:you|she|he|this (?:customer|buyer))\b[^.!?\n]{0,60}\b(?:returned|refund\w*|ordered|bought|claimed|login|logged)\b",
        0.74,
        "records_quoted",
    ),
    (
        RECORD,
        folded(
            r"\b(?:vous avez|ce client a|cette cliente a)\s(?:deja\s)?(?:eu|recu|retourne|renvoye|commande|achete|demande)\s[^.!?\n]{0,30}(?:\d+\s?(?:€|euros?|fois|commandes|remboursements|articles|colis)|remboursements?)[^.!?\n]{0,30}"
        ),
        0.78,
        "record_fr",
    ),
    (
        RECORD,
        r"\b(?:este|esta|el|la|ese|esa)\s(?:cliente|clienta|comprador|compradora|senora?)\s(?:ya\s)?(?:gasto|devolvio|compro|pidio|ha devuelto|ha comprado)\b[^.!?\n]{0,60}",
        0.78,
        "record_es",
    ),
    (
        RECORD,
        r"\busted (?:ya )?(?:ha )?(?:devolvio|devuelto|compro|comprado)\s[^.!?\n]{0,20}\d+[^.!?\n]{0,30}",
        0.72,
        "record_es",
    ),
    (
        RECORD,
        r"\bsie haben (?:schon|bereits|auch|in diesem jahr)?\s?(?:\d+|mehrere|drei|vier|funf|sechs)\s[^.!?\n]{0,40}(?:zuruckgeschickt|retourniert|zuruckgesendet|reklamiert|bestellt|storniert)",
        0.8,
        "record_de",
    ),
    (
        RECORD,
        r"\b(?:este|esta|voce|a) (?:cliente )?ja (?:devolveu|comprou|pediu|cancelou)\s[^.!?\n]{0,40}\d+[^.!?\n]{0,20}",
        0.76,
        "record_pt",
    ),
    (
        RECORD,
        r"\b(?:pembeli|customer|kakak?|anda) (?:ini )?(?:sudah|udah|pernah) (?:retur|refund|komplain|beli|order)[^.!?\n]{0,12}\d+\s?(?:kali|x|pesanan)",
        0.76,
        "record_id",
    ),
    (RECORD, r"\bpicture of you (?:wearing|using)|(?:foto que mando la clienta)", 0.72, "private_photo"),
    (
        SENSITIVE,
        rf"\byou (?:told|said|mentioned|wrote|informed|admitted|explained)\b[^.!?\n]{{0,40}}\b{CONDITION}\b",
        0.86,
        "condition_quoted",
    ),
    (
        SENSITIVE,
        rf"\b(?:your|her|his)\s(?:own\s|severe\s|medical\s)*{CONDITION}\b",
        0.66,
        "condition_of_person",
    ),
    (
        SENSITIVE,
        rf"\b(?:since|because|as) you (?:are|have|had|suffer from)\s(?:a\s|an\s)?{CONDITION}\b",
        0.78,
        "condition_of_customer",
    ),
    (
        SENSITIVE,
        rf"\busted\b[^.!?\n]{{0,40}}\b{CONDITION}\b|\b(?:nos dijo|nos conto)\b[^.!?\n]{{0,40}}\b{CONDITION}\b",
        0.8,
        "condition_es",
    ),
    (
        SENSITIVE,
        rf"\bals {CONDITION} (?:hatten|mussen|sollten) sie|\bsie (?:haben uns|sagten|schrieben)\b[^.!?\n]{{0,50}}\b{CONDITION}\b",
        0.82,
        "condition_de",
    ),
    (
        SENSITIVE,
        rf"\bvous (?:nous )?(?:avez dit|aviez dit|souffrez|etes)\b[^.!?\n]{{0,40}}\b{CONDITION}\b",
        0.78,
        "condition_fr",
    ),
    (
        SENSITIVE,
        rf"\bvoce (?:disse|falou|contou|nos disse|tem|esta)\b[^.!?\n]{{0,40}}\b{CONDITION}\b",
        0.76,
        "condition_pt",
    ),
    (
        SENSITIVE,
        rf"\b{_SENSITIVE_GOODS}\b[^.!?\n]{{0,30}}\b(?:can'?t|cannot|can not|could not|couldn'?t) be (?:returned|refunded|exchanged)|\b(?:your|the) {_SENSITIVE_GOODS}\s(?:you (?:bought|ordered)|order)|\byou (?:bought|ordered|purchased)\s(?:\w+\s){{0,3}}{_SENSITIVE_GOODS}",
        0.64,
        "sensitive_purchase",
    ),
    (
        SENSITIVE,
        rf"\b(?:lady|guy|woman|man|customer|she|he|buyer)\b[^.!?\n]{{0,50}}\b{_SENSITIVE_GOODS}\b[^.!?\n]{{0,24}}\b(?:bought|ordered|returned|boxes)",
        0.74,
        "sensitive_purchase",
    ),
    (SOLICITED, rf"\b{_ASK}\b{_GAP}\b{_PERSON_DATA}\b{_GAP}\b{_PUBLIC}\b", 0.84, "asks_in_public"),
    (
        SOLICITED,
        rf"\b(?:reply|comment|answer|respond|kommentiere?n?|responda|repondez|balas|tra loi)\s(?:\w+\s){{0,2}}(?:with|con|avec|mit|com|dengan|your|ur)\s{_GAP}\b{_PERSON_DATA}\b",
        0.8,
        "asks_in_public",
    ),
    (
        SOLICITED,
        rf"\bcomment your {_GAP}\b{_PERSON_DATA}\b|{_PUBLIC}[^.!?\n]{{0,8}}留[^.!?\n]{{0,6}}{_PERSON_DATA}",
        0.82,
        "asks_in_public",
    ),
    (SOLICITED, rf"\b{_ASK}\b{_GAP}\b{_SECRET}", 0.88, "asks_for_secret"),
    (
        SOLICITED,
        rf"{_SECRET}{_GAP}\b(?:forward|send|give|tell|share|kirim|gui|envia|manda|schick)\w*\s(?:it|them|that|ke|cho|me|us|mir|uns)\b",
        0.88,
        "asks_for_secret",
    ),
    (SOLICITED_ID, rf"\b{_ASK}\b{_GAP}\b{_DOCUMENT}\b", 0.8, "asks_for_document"),
    (SOLICITED_PAYMENT, rf"\b{_ASK}\b{_GAP}\b{_BANK}\b", 0.78, "asks_for_account"),
    (
        SOLICITED_PAYMENT,
        rf"\b(?:photo|picture|pic) of [^.!?\n]{{0,24}} with your {_BANK}",
        0.8,
        "asks_for_account",
    ),
)


class StatementRecognizer(Seeker):
    """Statements that need no value: record, sensitive fact, request. The span is the statement."""

    entities = (RECORD, SENSITIVE, SOLICITED, SOLICITED_ID, SOLICITED_PAYMENT)
    screen: ClassVar[Screen] = (
        (_ASK, _PERSON_DATA, _PUBLIC),
        (r"reply|comment|answer|respond|kommentier|responda|repondez|balas|tra loi", _PERSON_DATA),
        (_ASK, _SECRET),
        (_ASK, _DOCUMENT),
        (_ASK, _BANK),
        (r"photo of|picture of|pic of", _BANK),
        (_SECRET, r"forward|send|give|tell|share|kirim|gui|envia|manda|schick"),
        CONDITION,
        _SENSITIVE_GOODS,
        r"returned|refunded|sent back|cancelled|canceled|disputed|complained about|you(?:'ve| have)?\s(?:also|already|previously)",
        r"bought|ordered|purchased|spent",
        (r"posting|sharing|showing|publishing|here|attached|see", r"screen ?shots?|dms?|chat|messages?|conversation"),
        (r"told|wrote|said to|messaged|admitted to", r"chat|dm|message|email|private"),
        r"our (?:records|system|logs?)",
        r"vous avez|ce client|cette cliente|client[ae]|comprador|senor|usted|sie haben|ja (?:devolveu|comprou|pediu|cancelou)",
        r"sudah|udah|pernah|picture of you|foto que mando",
    )
    _compiled: ClassVar[tuple[tuple[str, re.Pattern[str], float, str], ...]] = tuple(
        (entity, re.compile(pattern), confidence, because) for entity, pattern, confidence, because in _TABLE
    )

    def seek(self, text: Text) -> Iterator[Hit]:
        """Yield statements; a request that is steered away ("don't post …") is none."""
        view = text.folded
        for entity, pattern, confidence, because in self._compiled:
            for match in pattern.finditer(view.string):
                start, end = match.span()
                if not (
                    entity.startswith(SOLICITED) and _STEER.search(view.string, max(0, start - 30), start)
                ):
                    yield Hit(
                        entity=entity, span=view.span(start, end), confidence=confidence, because=because
                    )
