"""Numbers that a state gives to a person, checked by their own arithmetic where they have one."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from moderation.detect.pii.checkdigits import aadhaar, bare, cpf, dni, nik, nino, ssn, thai_id
from moderation.detect.pii.recognizer import Screen, ShapeSeeker, shape, words
from moderation.findings import Kind

_CUES: Final = words(
    (
        "ssn|social security|social security number|social|ss|tax id|taxpayer|itin|nino|ni number"
        "|national insurance|nie|dni|nif"
    ),
    (
        "cpf|rg|nik|ktp|no ktp|nik ktp|e ktp|ekyc|cccd|cmnd|can cuoc|aadhaar|aadhar|adhar|uidai|pan"
        "|pan card|passport|pass"
    ),
    (
        "passeport|pasaporte|passaporte|paspor|reisepass|ausweis|personalausweis|perso|ausweisnummer"
        "|ho chieu|codice fiscale|curp"
    ),
    (
        "id number|identity|identity card|id card|national id|citizen id|customs|customs id|document"
        "|documento|identidad|carte d'identite"
    ),
    (
        "securite sociale|numero de secu|nir|driver license|driver's license|driving licence|license"
        " number|licence number|sim"
    ),
    "บัตรประชาชน|เลขบัตร|เลขประจำตัว|身份证|护照|umid|philsys|tin|sss|ic number|mykad",
)
_LABEL: Final = (
    r"(?:\s*(?:(?:no|nr|num|number|numero|nummer|nomor|n|is|es|est|ist|o|was|card|my|his|her"
    r"|your)(?!\w)|[:#.\-])){0,4}\s*"
)


def _document(value: str) -> bool:
    code = bare(value)
    return sum(c.isdecimal() for c in code) >= 5 and not re.fullmatch(r"(?:19|20)\d\d(?:19|20)\d\d", code)


class GovernmentNumbers(ShapeSeeker):
    """`GOVERNMENT_ID`: social security, tax, identity card and passport numbers."""

    entities = (Kind.GOVERNMENT_ID.value,)
    numeric = True
    screen: ClassVar[Screen] = (
        r"\d{3}[\s.\-]?\d\d[\s.\-]?\d{4}",
        r"\d{3}\.?\d{3}\.?\d{3}[\s-]?\d\d",
        r"(?:\d{8}|[xyz]-?\d{7}|\d\d\.\d{3}\.\d{3})[\s-]?[a-z]",
        r"[a-z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[a-d]",
        r"[2-9]\d{3}[\s-]?\d{4}[\s-]?\d{4}",
        r"[a-z]{6}\d\d[a-z]\d\d[a-z]\d{3}[a-z]",
        r"[a-z]{4}\d{6}[hm][a-z]{5}",
        r"[a-z]{5}\d{4}[a-z]",
        r"\d[\s-]?\d{4}[\s-]?\d{5}[\s-]?\d\d[\s-]?\d",
        r"[12]\s?\d\d\s?\d\d\s?\d[\dab]\s?\d{3}\s?\d{3}",
        r"\d[a-z0-9]{5}|[a-z]\d\d[a-z]\d\d",
    )
    cues = re.compile(_CUES)
    against = re.compile(
        words("order|tracking|resi|isbn|ean|model|sku|serial|pedido|vat|ust|umsatzsteuer|cnpj|lot")
        + r"[\s:#.\-]{0,4}(?:no|number|id)?[\s:#.]{0,3}$"
    )
    shapes = (
        shape(
            "ssn",
            r"(?<![\w.\-/])(?P<value>\d{3}([-\s.])\d\d\2\d{4})(?![\w\-/])",
            alone=0.72,
            cued=0.97,
            check=ssn,
        ),
        shape(
            "ssn_bare",
            r"(?<![\w.\-/])(?P<value>\d{9})(?![\w\-/])",
            cued=0.9,
            check=ssn,
            before=words("ssn|social security|social security number|itin|tax id") + _LABEL + "$",
        ),
        shape(
            "cpf",
            r"(?<![\w.\-/])(?P<value>\d{3}\.\d{3}\.\d{3}[\s-]?\d\d)(?![\w\-/])",
            alone=0.93,
            cued=0.98,
            check=cpf,
        ),
        shape(
            "cpf_bare",
            r"(?<![\w.\-/])(?P<value>\d{9}-?\d\d)(?![\w\-/])",
            cued=0.95,
            check=cpf,
            before=words("cpf") + _LABEL + "$",
        ),
        shape(
            "dni",
            r"(?<![\w.\-/])(?P<value>(?:\d{8}|[xyz]-?\d{7}|\d\d\.\d{3}\.\d{3})[\s-]?[a-z])(?![\w\-/])",
            alone=0.8,
            cued=0.97,
            check=dni,
        ),
        shape(
            "nino",
            r"(?<!\w)(?P<value>[a-z]{2}(\s?)\d\d\2\d\d\2\d\d\2[a-d])(?!\w)",
            alone=0.75,
            cued=0.97,
            check=nino,
        ),
        shape(
            "nik",
            r"(?<![\w-])(?P<value>\d{16})(?![\w-])",
            cued=0.96,
            check=nik,
            before=words("nik|ktp|no ktp|ktp nik|nik ktp|ktpnya|niknya") + _LABEL + "$",
        ),
        shape(
            "aadhaar",
            r"(?<![\w-])(?P<value>[2-9]\d{3}([\s-]?)\d{4}\2\d{4})(?![\w-])",
            cued=0.96,
            check=aadhaar,
            before=words("aadhaar|aadhar|adhar|aadhaar card|aadhar card|uid|uidai") + _LABEL + "$",
        ),
        shape(
            "aadhaar_grouped",
            r"(?<![\w-])(?<!\d\s)(?P<value>[2-9]\d{3}\s\d{4}\s\d{4})(?![\w-]|\s\d)",
            alone=0.6,
            cued=0.9,
            check=aadhaar,
        ),
        shape(
            "codice_fiscale",
            r"(?<!\w)(?P<value>[a-z]{6}\d\d[a-ehlmprst]\d\d[a-z]\d{3}[a-z])(?!\w)",
            alone=0.95,
            cued=0.98,
        ),
        shape("curp", r"(?<!\w)(?P<value>[a-z]{4}\d{6}[hm][a-z]{5}[a-z\d]\d)(?!\w)", alone=0.95, cued=0.98),
        shape(
            "pan",
            r"(?<!\w)(?P<value>[a-z]{5}\d{4}[a-z])(?!\w)",
            cued=0.93,
            before=words("pan|pan card|pan no|pan number") + _LABEL + "$",
        ),
        shape(
            "thai_id",
            r"(?<![\w-])(?P<value>\d[\s-]?\d{4}[\s-]?\d{5}[\s-]?\d\d[\s-]?\d)(?![\w-])",
            cued=0.96,
            check=thai_id,
            before=words("บัตรประชาชน|เลขบัตร|เลขประจำตัว|citizen id|thai id|id card|national id") + _LABEL,
        ),
        shape(
            "nir",
            (
                r"(?<![\w-])(?P<value>[12]\s?\d\d\s?(?:0[1-9]"
                r"|1[0-2])\s?\d[\dab]\s?\d{3}\s?\d{3}(?:\s?\d\d)?)(?![\w-])"
            ),
            cued=0.9,
            before=words("securite sociale|numero de secu|secu|nir"),
        ),
        shape(
            "document_number",
            (
                r"(?<![\w.])(?P<value>[a-z]{0,3}\s?\d[a-z0-9]{5,14}"
                r"|[a-z]\d\d[a-z]\d\d[a-z]\d{2,3})(?![\w-]|[.,]\d)"
            ),
            cued=0.85,
            check=_document,
            before=words(
                (
                    "passport|passport no|passport number|passeport|pasaporte|passaporte|paspor"
                    "|reisepass|ausweis|personalausweis"
                ),
                "ausweisnummer|ho chieu|so ho chieu|cccd|cmnd|can cuoc|so cccd",
                "id number|id card|identity card",
                "护照|护照号|身份证|身份证号",
                (
                    "identity card number|national id|license number|licence number|driver's license"
                    "|driving licence|ktp|nik|เลขบัตร|บัตรประชาชน|dni|cpf|ssn|nino"
                ),
            )
            + _LABEL
            + "$",
        ),
    )
