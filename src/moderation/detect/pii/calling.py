"""Words around telephone numbers: of calling, of other numbers, and of goods. Data for `phone`."""

from __future__ import annotations

import re
from typing import Final

from moderation.detect.pii.recognizer import words

CALLING: Final = words(
    (
        "call|calls|called|calling|phone|phones|telephone|tel|mobile|cell|txt|text|texted|sms|ring"
        "|rang|dial|fax|whatsapp|whats app|whatsap|wa|viber|hotline|helpline|hmu|tried you on|ph|mob"
    ),
    (
        "telefon|handy|handynummer|rufen|ruf|anrufen|telefonnummer|telefono|movil|celular|llama"
        "|llamar|llameme|llamame|marcar|cel|wsp|wasap|portable|appelez|appeler|appelle|joindre"
        "|chiama|chiamare|chiamami|chiamatemi|telefonare|telefonatemi|llamadme|telefonez"
    ),
    (
        "ligar|ligue|liga|telefone|zap|fone|telp|telpon|telepon|tlp|hp|no hp|nope|hubungi|wa aku|sdt"
        "|so dien thoai|goi|zalo|dien thoai|โทร|เบอร์|电话|手机|微信|tawag|cp no|phone no|contact no"
    ),
)
CUES: Final = words(
    (
        "call|calls|called|calling|phone|phones|phoned|telephone|tel|mobile|cell|cellphone|txt|text"
        "|texted|sms|ring|rang|dial"
    ),
    (
        "fax|reach|reached|number|numbers|whatsapp|whats app|whatsap|wa|wa.me|w.a|viber|imo|hotline"
        "|helpline|hmu|green app"
    ),
    (
        "tried you on|contact|answering|answer|messages to|message|registered|ph|mob|signal|tele"
        "|telegram|telefon|handy|handynummer|rufen|ruf|anrufen|nummer|telefonnummer"
    ),
    (
        "telefono|movil|celular|llama|llamar|llameme|llamame|llamenos|marcar|numero|cel|wsp|wasap"
        "|guasap|portable|numero de tel"
    ),
    (
        "appelez|appeler|appelle|joindre|rappeler|cellulare|chiama|chiamare|chiamami|chiamatemi"
        "|telefonare|telefonatemi|scrivetemi|contattatemi|llamadme|telefonez|ligar|ligue"
        "|liga|telefone|zap|zapzap|fone"
    ),
    (
        "telp|telpon|telepon|tlp|hp|nomor|nomer|no hp|nope|hubungi|wa aku|kontak|sdt|dt|so dien"
        " thoai|goi|lien he|zalo|dien thoai"
    ),
    "โทร|เบอร์|ไลน์|电话|手机|联系|微信|号码",
    "tawag|itawag|cp no|cp|cellphone no|number ko|phone no|contact no|line",
)
AGAINST: Final = re.compile(
    words(
        (
            "ticket|ticket number|inquiry|inquiry number|enquiry number|case|case number|complaint"
            "|complaint number|style|style number|style numbers|a/c|meter|isbn|ean|upc|gtin|asin|sku"
            "|barcode|bar code|codigo de barras|code barre|strichcode|barcode number|model|models"
            "|modelo"
        ),
        (
            r"modele|modell|art\.?-nr|teilenummer|part|part no|part number|item no|serial|serial no"
            "|serial number|s n|lot|lot number|batch|batch no|art nr"
        ),
        (
            "artikelnummer|order|order no|order number|pedido|commande|bestellung|bestellnummer"
            "|pesanan|tracking|tracking number"
        ),
        (
            "tracking no|resi|no resi|awb|parcel|imei|version|firmware|ref|reference|invoice|rma|vat"
            "|nik|ktp|cpf|cnpj|cuit|iban"
        ),
        (
            "dni|konto|account|kontonummer|rekening|no rek|norek|ssn|nino|card|license|licence|usd"
            "|rs|rp|inr|isbn 13|isbn13"
        ),
        (
            "patent|patent no|pat|pin code|pincode|zip|zipcode|postcode|订单号|快递单号|单号|mã đơn|mã vận"
            " đơn|đơn hàng|aadhaar|aadhar"
        ),
    )
    + r"[\s:#.\-]{0,4}(?:(?:is|was|no|nr|number|num|of|es|est|ist)[\s:.#]{1,3}){0,2}$|[$€£₹¥]\s?$"
)

LABEL: Final = (
    words(
        "phone|telephone|tel|mobile|mob|cell|cellphone|ph|phone number|phone no|fax|handy|telefon|telefono"
        "|movil|celular|cel|cellulare|portable|telefone|fone|telp|hp|no hp|whatsapp|wa|sdt|โทร|เบอร์|电话|手机"
    )
    + r"(?:\s(?:no|nr|number|is|was|er|es|est))?[\s.:#]{1,3}$"
)
"""A label that stands directly before its number."""

DOUBTS: Final = re.compile(
    words(
        "model|models|part|parts|sku|item|style|serial|catalog|catalogue|cat|filter|replaces|replacement"
        "|compatible|fits|size|sizes|upc|isbn|ean|gtin|asin|lot|batch|firmware|version|patent|ref|reference"
        r"|art\.?-nr|teilenummer|ersatzteil|modell|modelo|modele|referenz|artikel|referencia|taille|talla|grosse|taglia|ukuran|kode|codigo"
    )
)
"""Words of goods: near one of them, a number that nothing calls a phone number may well be of goods."""
