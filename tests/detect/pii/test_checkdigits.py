"""Check digits: one true number of each scheme, and the same with one digit changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.detect.pii.numbers import checkdigits, citizens

TRUE = [
    ("luhn", "79927398713"),
    ("card", "4539 1488 0343 6467"),
    ("iban", "GB82 WEST 1234 5698 7654 32"),
    ("clabe", "032180000118359719"),
    ("routing", "011000015"),
    ("verhoeff", "2363"),
    ("cpf", "529.982.247-25"),
    ("dni", "12345678Z"),
    ("dni", "X1234567L"),
    ("nino", "AB 12 34 56 C"),
    ("ssn", "219-09-9999"),
    ("nik", "3174095702900001"),
    ("thai_id", "1101700230708"),
    ("s10", "LX473124829DE"),
    ("ups", "1Z999AA10123456784"),
    ("imei", "490154203237518"),
    ("ean", "4006381333931"),
    ("cbu", "2850590940090418135201"),
    ("rib", "20041 01005 0500013M026 06"),
    ("sin", "046 454 286"),
    ("nhs", "943 476 5919"),
    ("pps", "1234567FA"),
    ("nir", "2 55 08 14 168 025 38"),
    ("steuer_id", "86095742719"),
    ("svnr_at", "1237 010180"),
    ("ahv", "756.9217.0769.85"),
    ("nuss", "281234567840"),
    ("nif_pt", "123456789"),
    ("codice_fiscale", "RSSMRA85T10A562S"),
    ("pesel", "44051401359"),
    ("bsn", "111222333"),
    ("curp", "HEGG560427MVZRRL04"),
    ("curp_checked", "HEGG560427MVZRRL04"),
    ("rfc", "GODE561231GR8"),
    ("rut", "12.345.678-5"),
    ("cuil", "20-12345678-6"),
    ("cccd", "001098020337"),
    ("tfn", "123 456 782"),
    ("medicare", "2123 45670 1"),
]
FALSE = [
    ("luhn", "79927398710"),
    ("luhn", "0000000000"),
    ("card", "4539 1488 0343 6468"),
    ("card", "9539148803436467"),
    ("iban", "GB82 WEST 1234 5698 7654 33"),
    ("iban", "XX82 WEST 1234 5698 7654 32"),
    ("clabe", "032180000118359718"),
    ("routing", "011000016"),
    ("verhoeff", "2364"),
    ("cpf", "529.982.247-26"),
    ("cpf", "111.111.111-11"),
    ("dni", "12345678A"),
    ("nino", "BG 12 34 56 C"),
    ("ssn", "666-12-3456"),
    ("ssn", "123-00-3456"),
    ("nik", "3174099902900001"),
    ("thai_id", "1101700230706"),
    ("s10", "LX473124828DE"),
    ("ups", "1Z999AA10123456785"),
    ("imei", "490154203237519"),
    ("ean", "4006381333932"),
    ("cbu", "2850590940090418135202"),
    ("rib", "20041 01005 0500013M026 07"),
    ("sin", "046 454 287"),
    ("nhs", "943 476 5918"),
    ("pps", "1234568FA"),
    ("nir", "2 55 08 14 168 025 39"),
    ("steuer_id", "86095742718"),
    ("svnr_at", "1238 010180"),
    ("ahv", "756.9217.0769.86"),
    ("nuss", "281234567841"),
    ("nif_pt", "123456788"),
    ("codice_fiscale", "RSSMRA85T10A562T"),
    ("pesel", "44051401358"),
    ("bsn", "111222334"),
    ("curp", "HEGG561327MVZRRL04"),
    ("curp_checked", "HEGG560427MVZRRL05"),
    ("rfc", "GODE561331GR8"),
    ("rut", "12.345.678-6"),
    ("cuil", "20-12345678-7"),
    ("cccd", "099098020337"),
    ("tfn", "123 456 783"),
    ("medicare", "2123 45671 1"),
]


def check(scheme):
    return getattr(checkdigits, scheme, None) or getattr(citizens, scheme)


@pytest.mark.parametrize(("scheme", "value"), TRUE)
def test_scheme_accepts_a_true_number(scheme, value):
    assert check(scheme)(value)


@pytest.mark.parametrize(("scheme", "value"), FALSE)
def test_scheme_refuses_a_false_number(scheme, value):
    assert not check(scheme)(value)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_schemes_take_any_text(value):
    for scheme, _ in TRUE:
        assert check(scheme)(value) in (True, False)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=10**14), st.integers(min_value=0, max_value=13), st.integers(1, 9))
def test_luhn_notices_any_single_changed_digit(number, place, change):
    body = str(number).zfill(15)
    whole = next(body + str(d) for d in range(10) if checkdigits.luhn(body + str(d)) or len(set(body)) == 1)
    if len(set(body)) == 1:
        return
    wrong = whole[:place] + str((int(whole[place]) + change) % 10) + whole[place + 1 :]
    assert not checkdigits.luhn(wrong)
