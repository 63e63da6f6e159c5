"""Asking a customer for personal data in public, or for secrets, documents and accounts anywhere."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.recognizer import Screen, folded
from moderation.detect.pii.statements import StatementSeeker, statement

SOLICITED: Final = "SOLICITATION"
SOLICITED_IN_PUBLIC: Final = "SOLICITATION_IN_PUBLIC"
SOLICITED_ID: Final = "SOLICITATION_GOVERNMENT_ID"
SOLICITED_PAYMENT: Final = "SOLICITATION_PAYMENT"

_PERSON_DATA: Final = folded(
    r"(?:full name|real name|name|phone(?: number)?|number|mobile|cell|email|e-mail|home address"
    r"|address|whatsapp|(?:contact|personal|account|bank|delivery|shipping) (?:details|info\w*|number)"
    r"|birth\s?date|date of birth"
    r"|postcode|zip"
    r"|nombre completo|telefono|numero|correo|direccion|nom complet|numero de telephone|adresse"
    r"|email|telefonnummer|handynummer|adresse|anschrift|nome completo|telefone|endereco|nomor"
    r" hp|no hp|nomor|alamat|nama lengkap"
    r"|so dien thoai|sdt|dia chi|เบอร์โทร|เบอร์|ที่อยู่|电话|手机号|地址)"
)
_SECRET: Final = folded(
    r"(?:(?:verification|security|confirmation|login|sms|otp|one[ -]time|\d[ -]?digit)\s?(?:code"
    r"|pin|password|passcode)s?|otp|passwords?|passcode|pin code|mot de passe|code de"
    r" verification|contrasena|codigo de verificacion"
    r"|passwort|bestatigungscode|tan|senha|codigo de verificacao|kata sandi|kode otp|kode"
    r" verifikasi|mat khau|ma otp|รหัสผ่าน|รหัส otp|验证码|密码)"
)
_WHOLE_SECRET: Final = rf"(?<![a-z]){_SECRET}(?![a-z])"
_DOCUMENT: Final = folded(
    r"(?:passport|id card|identity card|driver'?s? licen[cs]e|driving licen[cs]e|photo id"
    r"|government id|your id|ur id|ssn|social security(?: number)?|foto ktp|ktp|kartu keluarga"
    r"|dni|pasaporte|cedula|carte d'identite"
    r"|piece d'identite|passeport|personalausweis|ausweis|reisepass|cpf|rg|cccd|cmnd|can cuoc"
    r"|บัตรประชาชน|身份证|护照)"
)
_BANK: Final = folded(
    r"(?:card number|credit card|debit card|cvv|cvc|digits on the back|bank (?:details|name"
    r"|account|info\w*)|iban|routing number|sort code|numero de tarjeta|tarjeta"
    r"|cuenta bancaria|datos bancarios"
    r"|numero de carte|rib|coordonnees bancaires|kartennummer|kontonummer|bankverbindung"
    r"|bankdaten|numero do cartao|dados bancarios|pix|no rek|nomor rekening|rekening|stk|so tai"
    r" khoan|银行卡号?|เลขบัญชี)"
)
_ASK: Final = folded(
    r"(?:send|text|give|tell|share|forward|type|write|comment|post|leave|drop|reply|provide|put"
    r"|enter|message|dm|email|whatsapp|envia\w*|mand[ae]\w*|escrib\w+|deja\w*|pon(?:ga)?"
    r"|pass?[ae](?:me|nos|z|r)?|dame|denos"
    r"|donnez|donne|envoyez|envoie|ecrivez|laissez|mettez|schick\w*|send(?:e|en)|schreib\w*|gib"
    r"|geben|nenn\w*|hinterlass\w*|envie|deixe|coloque|escreva|kirim\w*|tulis\w*|ketik\w*|isi|de"
    r" lai|gui|nhan|ส่ง|แจ้ง|พิมพ์|发|留|填)"
)
_PUBLIC: Final = folded(
    r"(?:here|below|in the comments?|comments?|in the chat|chat now|under this|reply here"
    r"|publicly|on the card|on this card|behind the card|back of (?:this|the) card|aqui|abajo|en"
    r" los comentarios|ici|en commentaire|ci-dessous"
    r"|hier|unten|in den kommentaren|nos comentarios|abaixo|di sini|di bawah|di kolom komentar|o"
    r" day|duoi day|ben duoi|ที่นี่|ใต้คอมเมนต์|这里|评论区|下方)"
)
_STEER: Final = re.compile(
    folded(
        r"(?:\b(?:don'?t|do not|cannot|can'?t|unable to|won'?t|never|please avoid|avoid"
        r"|no need to|jangan|nao|ne|nicht|nunca"
        r"|dung|khong|without)\b[^.!?\n]{0,24}$|\b(?:no|non)\s(?:\w{1,3}\s)?$"
        r"|ห้าม[^.!?\n]{0,12}$|不要[^。！？\n]{0,8}$)"
    )
)
_DENIAL: Final = re.compile(
    folded(
        r"\b(?:don'?t|do not|never|avoid|without|rather than|instead of|jangan|nicht|nunca|nao|ne jamais"
        r"|khong|dung)\b"
    )
)
_GAP: Final = r"[^.!?\n]{0,40}"
_NO_LINK: Final = r"(?!\s?:|\s*(?:https?|www\.)|\s(?:so|and|to)\b[^.!?\n]{0,60}(?:https?|www\.))"
"""What follows "here" where it is the place itself, not the words of a link to a form."""
_UPDATE: Final = r"(?<!update your )(?<!change your )(?<!edit your )"


class Solicitations(StatementSeeker):
    """`SOLICITATION…`: a request to write, send or show data that the sale does not need."""

    entities = (SOLICITED, SOLICITED_IN_PUBLIC, SOLICITED_ID, SOLICITED_PAYMENT)
    steers = _STEER
    denials = _DENIAL
    screen: ClassVar[Screen] = (
        (_ASK, _PERSON_DATA, _PUBLIC),
        (r"reply|comment|answer|respond|kommentier|responda|repondez|balas|tra loi", _PERSON_DATA),
        (_ASK, _SECRET),
        (_ASK, _DOCUMENT),
        (_ASK, _BANK),
        (_ASK, r"account number"),
        (r"photo of|picture of|pic of", _BANK),
        (_SECRET, r"forward|send|give|tell|share|kirim|gui|envia|manda|schick"),
    )
    statements = (
        statement(
            SOLICITED_IN_PUBLIC,
            rf"\b{_ASK}\b{_GAP}\b{_UPDATE}{_PERSON_DATA}\b{_GAP}\b{_PUBLIC}\b{_NO_LINK}",
            0.84,
            "asks_in_public",
        ),
        statement(
            SOLICITED_IN_PUBLIC,
            (
                rf"\b(?:reply|comment|answer|respond|kommentiere?n?|responda|repondez|balas|tra"
                rf" loi)\s(?:(?:\w+\s){{0,2}}(?:with|con|avec|mit|com|dengan)\s{_GAP}"
                rf"|(?:your|ur)\s(?:\w+\s){{0,2}})\b{_PERSON_DATA}\b"
            ),
            0.8,
            "asks_in_public",
        ),
        statement(
            SOLICITED_IN_PUBLIC,
            (
                rf"\bcomment your {_GAP}\b{_PERSON_DATA}\b|{_PUBLIC}[^.!?\n]{{0,8}}留[^.!?\n]{{0,6}}"
                rf"{_PERSON_DATA}"
            ),
            0.82,
            "asks_in_public",
        ),
        statement(SOLICITED, rf"\b{_ASK}\b{_GAP}{_WHOLE_SECRET}", 0.88, "asks_for_secret"),
        statement(
            SOLICITED,
            (
                rf"{_WHOLE_SECRET}{_GAP}\b(?:forward|send|give|tell|share|kirim|gui|envia|manda"
                rf"|schick)\w*\s(?:it|them|that|ke|cho|me|us|mir|uns)\b"
            ),
            0.88,
            "asks_for_secret",
        ),
        statement(SOLICITED_ID, rf"\b{_ASK}\b{_GAP}\b{_DOCUMENT}\b", 0.8, "asks_for_document"),
        statement(SOLICITED_PAYMENT, rf"\b{_ASK}\b{_GAP}\b{_BANK}\b", 0.78, "asks_for_account"),
        statement(
            SOLICITED_PAYMENT,
            rf"\b{_ASK}\b{_GAP}\baccount number\b[^.!?\n]{{0,60}}\b(?:refund|transfer|pay|deposit|cash|bank)",
            0.78,
            "asks_for_account",
        ),
        statement(
            SOLICITED_PAYMENT,
            rf"\b(?:photo|picture|pic) of [^.!?\n]{{0,24}} with your {_BANK}",
            0.8,
            "asks_for_account",
        ),
    )
