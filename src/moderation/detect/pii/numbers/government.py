"""Forms of the numbers that states give to people, by country: pattern, check digit, words."""

from __future__ import annotations

from typing import Final

from moderation.detect.pii.numbers import citizens
from moderation.detect.pii.numbers.checkdigits import aadhaar
from moderation.detect.pii.numbers.forms import Check, Form, form, identifier, personal
from moderation.findings import Kind

_CERTAIN: Final = 0.9
_ANY: Final = "identity passport"

_CHECKED: Final[tuple[tuple[str, str, Check, str, str, float, str], ...]] = (
    # name, pattern, check, cues, layout enough alone, confidence alone, other words near which it counts
    ("us_ssn", r"\d{9}", citizens.ssn, "ssn", r"3-2-4", 0.94, ""),
    ("ca_sin", r"\d{9}", citizens.sin, "sin", r"", 0.0, ""),
    ("gb_nino", r"[A-Z]{2}\d{6}[A-D]", citizens.nino, "nino", r"2-2-2-2-1|9|2-6-1", 0.78, "nhs"),
    ("gb_nhs", r"\d{10}", citizens.nhs, "nhs", r"", 0.0, ""),
    ("ie_pps", r"\d{7}[A-W][A-IW]?", citizens.pps, "pps", r"", 0.0, ""),
    ("fr_nir", r"[12]\d{4}(?:\d\d|2[AB])\d{8}", citizens.nir, "nir", r"1-2-2-2-3-3-2|15|13-2", 0.85, ""),
    ("fr_nir_short", r"[12]\d{4}(?:\d\d|2[AB])\d{6}", citizens.nir, "nir", r"1-2-2-2-3-3", 0.0, ""),
    ("de_steuer", r"\d{11}", citizens.steuer_id, "steuer", r"2-3-3-3", 0.7, ""),
    ("at_svnr", r"\d{10}", citizens.svnr_at, "steuer", r"", 0.0, ""),
    ("ch_ahv", r"756\d{10}", citizens.ahv, "ahv", r"3-4-4-2|13", 0.9, ""),
    ("es_dni", r"[XYZ\d]\d{7}[A-Z]", citizens.dni, "dni rut", r"9|8-1|1-7-1|2-3-3-1|2-3-4", 0.8, "italian"),
    ("es_nuss", r"\d{12}", citizens.nuss, "nuss", r"2-8-2|2-10", 0.0, ""),
    ("pt_nif", r"\d{9}", citizens.nif_pt, "nif_pt dni", r"", 0.0, ""),
    ("it_cf", r"[A-Z]{6}\w{2}[A-Z]\w{2}[A-Z]\w{3}[A-Z]", citizens.codice_fiscale, "italian", r".*", 0.96, ""),
    ("pl_pesel", r"\d{11}", citizens.pesel, "pesel", r"", 0.0, ""),
    ("nl_bsn", r"\d{9}", citizens.bsn, "bsn", r"", 0.0, ""),
    ("br_cpf", r"\d{11}", citizens.cpf, "cpf pix", r"3-3-3-2", 0.93, "rg nif_pt"),
    ("mx_curp", r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d", citizens.curp, "mexican", r".*", 0.95, ""),
    ("mx_rfc", r"[A-Z]{4}\d{6}[0-9A-Z]{3}", citizens.rfc, "mexican", r"", 0.0, ""),
    ("cl_rut", r"\d{7,8}[\dK]", citizens.rut, "rut", r"[12]-3-3-1", 0.8, ""),
    ("ar_cuil", r"\d{11}", citizens.cuil, "rut", r"2-8-1", 0.75, "dni"),
    ("id_nik", r"\d{16}", citizens.nik, "nik", r"", 0.0, ""),
    ("vn_cccd", r"\d{12}", citizens.cccd, "cccd", r"", 0.0, ""),
    ("th_id", r"[1-8]\d{12}", citizens.thai_id, "thai_id wallet", r"1-4-5-2-1", 0.92, ""),
    ("in_aadhaar", r"[2-9]\d{11}", aadhaar, "indian", r"", 0.0, ""),
    ("in_aadhaar_grouped", r"[2-9]\d{11}", aadhaar, "indian", r"4-4-4", 0.6, ""),
    ("au_tfn", r"\d{9}", citizens.tfn, "australian", r"", 0.0, ""),
    ("au_medicare", r"\d{10,11}", citizens.medicare, "australian", r"4-5-1", 0.0, ""),
)

_CUED: Final[tuple[tuple[str, str, str, float], ...]] = (
    # name, pattern, cues, confidence beside a cue
    ("ssn_digits", r"\d{9}", "ssn sin", 0.9),
    ("itin", r"9\d{8}", "ssn", 0.92),
    ("sin_digits", r"\d{9}", "sin", 0.88),
    ("nino_form", r"[A-Z]{2}\d{6}[A-D]?", "nino", 0.92),
    ("nhs_digits", r"\d{10}", "nhs", 0.9),
    ("pps_form", r"\d{7}[A-Z]{1,2}", "pps", 0.93),
    ("nir_form", r"[1-478]\d{4}(?:\d\d|2[AB])\d{6}(?:\d\d)?", "nir", 0.9),
    ("steuer_form", r"\d{10,13}|\d{2,3}[A-Z]?\d{6,9}|\d{8}[A-Z]\d{3}|[A-Z]\d{8,9}", "steuer", 0.93),
    ("ahv_form", r"756\d{10}", "ahv", 0.95),
    ("es_dni_form", r"\d{7,8}[A-Z]?|[XYZ]\d{7}[A-Z]?|[KLM]\d{7}[A-Z]", "dni", 0.92),
    ("ar_pe_dni", r"\d{7,8}", "dni rut", 0.9),
    ("es_nuss_form", r"\d{11,12}", "nuss", 0.88),
    ("pt_form", r"\d{9}|\d{8}\d?[A-Z]{2}\d|\d{11}", "nif_pt", 0.91),
    ("cpf_form", r"\d{11}", "cpf", 0.92),
    ("rg_form", r"\d{7,12}[\dX]?|[A-Z]{2}\d{7,9}", "rg", 0.92),
    (
        "mexican_form",
        r"[A-Z]{4}\d{6}[0-9A-Z]{3}(?:[A-Z0-9]{5})?|\d{11}|[A-Z]{6}\d{8}[HM]\d{3}|\d{13}",
        "mexican",
        0.9,
    ),
    ("cedula", r"\d{6,11}[\dK]?", "rut", 0.92),
    (
        "it_form",
        r"[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]|[A-Z]{2}\d{5}[A-Z]{2}|[A-Z]{2}\d{7}|\d{20}",
        "italian",
        0.92,
    ),
    ("pesel_form", r"\d{11}|[A-Z]{3}\d{6}|\d{10}", "pesel", 0.9),
    ("bsn_form", r"\d{8,9}|\d{11}", "bsn", 0.91),
    ("nik_form", r"\d{15,17}", "nik", 0.92),
    ("id_papers", r"\d{11,16}|[A-Z]\d{7}", "nik", 0.9),
    ("cccd_form", r"0\d{11}|\d{12}|\d{9}|[A-Z]\d{7,8}|\d{10}", "cccd", 0.92),
    ("thai_form", r"\d{13}|[A-Z]{1,2}\d{6,7}|\d{8}", "thai_id", 0.9),
    ("philippine_form", r"\d{16}|\d{12}|\d{9,10}|\d{4}\d{7}\d|[A-Z]\d{2}\d{8}|\d{11}", "philippine", 0.91),
    ("aadhaar_form", r"[2-9]\d{11}|\d{16}", "indian", 0.9),
    ("pan", r"[A-Z]{5}\d{4}[A-Z]", "indian", 0.95),
    ("indian_papers", r"[A-Z]{3}\d{7}|[A-Z]{2}\d{2}\d{11}|[A-Z]\d{7}|[A-Z]{2}\d{13}|\d{12}", "indian", 0.88),
    ("au_form", r"\d{8,11}[A-Z]?", "australian", 0.91),
    (
        "passport",
        r"[A-Z]{1,3}\d{5,9}[A-Z]?|\d{2}[A-Z]{2}\d{5}|\d{8,9}|[CFGHJKLMNPRTVWXYZ\d]{9,10}",
        "passport",
        0.92,
    ),
    ("licence", r"[A-Z]{1,5}[\dA-Z]{4,14}\d[\dA-Z]{0,3}|\d{7,12}[A-Z]?|\d{2}[A-Z]{2}\d{5}", "licence", 0.88),
)

_PAPERS: Final = "identity passport licence nik cccd thai_id philippine dni rg rut mexican ssn nif_pt italian"


def _checked() -> tuple[Form, ...]:
    return tuple(
        form(
            Kind.GOVERNMENT_ID,
            name,
            pattern,
            f"{cues} {others} {_ANY}",
            beside=0.98,
            near=0.97,
            far=0.93,
            alone=alone,
            check=check,
            layout=layout,
            certain=alone >= _CERTAIN and name != "us_ssn",
        )
        if alone
        else form(
            Kind.GOVERNMENT_ID, name, pattern, f"{cues} {others} {_ANY}", beside=0.97, far=0.88, check=check
        )
        for name, pattern, check, cues, layout, alone, others in _CHECKED
    )


def _cued() -> tuple[Form, ...]:
    return tuple(
        form(
            Kind.GOVERNMENT_ID,
            name,
            pattern,
            cues,
            beside=beside,
            near=max(beside - 0.04, 0.0),
            written=personal,
        )
        for name, pattern, cues, beside in _CUED
    )


GOVERNMENT: Final[tuple[Form, ...]] = (
    *_checked(),
    *(
        form(
            Kind.GOVERNMENT_ID, f"{name}_cued", pattern, f"{cues} {others}", beside=0.98, far=0.9, check=check
        )
        for name, pattern, check, cues, layout, alone, others in _CHECKED
        if alone
    ),
    form(
        Kind.GOVERNMENT_ID,
        "in_pan",
        r"[A-Z]{3}[PCHFATBLJG][A-Z]\d{4}[A-Z]",
        "indian identity",
        far=0.9,
        alone=0.62,
    ),
    *_cued(),
    form(
        Kind.GOVERNMENT_ID,
        "document",
        r"(?=(?:[A-Z]*\d){5})[A-Z\d]{6,18}",
        _PAPERS,
        beside=0.88,
        near=0.8,
        written=identifier,
    ),
)
"""Order of the table decides nothing: the surest form that fits a number counts."""
