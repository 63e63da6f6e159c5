"""Order numbers, cards, accounts and papers: told by their words and their arithmetic, however they are dressed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moderation.detect.pii.numbers.claims import claims
from moderation.detect.pii.numbers.codes import LOOSE, codes
from moderation.detect.pii.numbers.designations import BESIDE, FAR, NEAR, level
from moderation.detect.pii.numbers.forms import identifier, ordinary
from moderation.detect.pii.numbers.identifiers import (
    BankAccounts,
    GovernmentNumbers,
    OrderNumbers,
    PaymentCards,
)
from moderation.detect.pii.numbers.spoken import letter_name, number_word
from moderation.detect.pii.numbers.transfers import InternationalAccounts, PiecedNumbers, WalletAccounts
from moderation.features.patterns import PatternSet
from moderation.findings import Kind
from moderation.text import Text

REPORTED = 0.6
SEEKERS = [
    seeker()
    for seeker in (
        OrderNumbers,
        PaymentCards,
        BankAccounts,
        GovernmentNumbers,
        InternationalAccounts,
        PiecedNumbers,
        WalletAccounts,
    )
]
ORDER, CARD, BANK, PAPER = Kind.ORDER_ID, Kind.PAYMENT_CARD, Kind.BANK_ACCOUNT, Kind.GOVERNMENT_ID


def found(text):
    read = Text.of(text)
    hits = [hit for seeker in SEEKERS for hit in seeker.seek(read) if hit.confidence >= REPORTED]
    whole = [
        hit
        for hit in hits
        if not any(
            h.span.start <= hit.span.start and hit.span.end <= h.span.end and h.span != hit.span for h in hits
        )
    ]
    return sorted({(Kind(hit.entity), text[hit.span.start : hit.span.end]) for hit in whole})


@pytest.mark.parametrize(
    ("kind", "before", "value", "after"),
    [
        (ORDER, "my order no. is ", "4471-88302", " and nobody answers"),
        (ORDER, "Order #", "GB-48213", " arrived smashed"),
        (ORDER, "", "486388828058161542", " was cancelled by the seller"),
        (ORDER, "Número de seguimiento ", "PQ4F5B0401998710128012Y", " parado"),
        (ORDER, "n° de suivi ", "XJ 8812 3345 1JB", " chez Chronopost"),
        (ORDER, "Sendungsnr ", "00340434161094021501", " seit Tagen unterwegs"),
        (ORDER, "código de rastreio ", "NL 448 120 937 BR", " em Curitiba"),
        (ORDER, "resi nya ", "JX 3344 8812 0099", " dari kemarin"),
        (ORDER, "Mã vận đơn ", "SPXVN04881277302", " kẹt kho"),
        (ORDER, "เลขพัสดุ ", "TH01234ABCDE9F", " ไม่ขยับ"),
        (ORDER, "numero d'ordine ", "IT-77120-3", " mai arrivato"),
        (ORDER, "lbc tracking ko ", "1811 4430 2297", " wala pa din po"),
        (CARD, "they charged my visa ", "4929 1132 0094 7718", " again"),
        (CARD, "tarjeta ", "4916338506082832", " vence 04/27"),
        (CARD, "Kreditkarte ", "4916-3385-0608-2832", " belastet"),
        (CARD, "บัตร ", "๔๙๑๖ ๓๓๘๕ ๐๖๐๘ ๒๘๓๒", " โดนตัดซ้ำ"),
        (BANK, "IFSC ", "SBIN0004521", " it is"),
        (BANK, "mi CLABE es ", "032180000118359719", ""),
        (BANK, "Konto ", "1234567890", " bei der Bank"),
        (BANK, "rekening mandiri ", "137-00-1234567-8", " ya"),
        (BANK, "stk ", "19034455667788", " techcombank"),
        (BANK, "เลขบัญชี ", "123-4-56789-0", " ค่ะ"),
        (BANK, "chave aleatória ", "123e4567-e89b-12d3-a456-426614174000", " no banco"),
        (BANK, "alias: ", "perro.luna.mate", " gracias"),
        (BANK, "UPI id ", "priya.k@okaxis", " pe bhej do"),
        (BANK, "send to ", "paypal.me/kellybarnes9", " please"),
        (PAPER, "my SSN is ", "512-83-9920", ""),
        (PAPER, "NI number ", "JG 10 37 59 A", ""),
        (PAPER, "mi D.N.I. es ", "12.345.678-Z", ""),
        (PAPER, "numéro de sécu ", "2 55 08 14 168 025 38", ""),
        (PAPER, "Steuer-ID ", "86 095 742 719", ""),
        (PAPER, "AHV-Nr. ", "756.9217.0769.85", ""),
        (PAPER, "CPF ", "529.982.247-25", ""),
        (PAPER, "ktp saya ", "3174 0957 0290 0001", ""),
        (PAPER, "căn cước ", "079098020337", ""),
        (PAPER, "เลขบัตรประชาชน ", "1-1017-00230-70-8", ""),
        (PAPER, "codice fiscale ", "RSSMRA85T10A562S", ""),
        (PAPER, "PhilSys ", "1234-5678-9012-3456", ""),
    ],
)
def test_number_has_the_kind_that_its_words_say(kind, before, value, after):
    assert found(f"{before}{value}{after}") == [(kind, value)]


@pytest.mark.parametrize(
    ("kind", "before", "value"),
    [
        (ORDER, "resi ", "S P X I D 0 4 8 8 1 2 7 7 3 0 2 9"),
        (ORDER, "order ", "１１２－４４１９０２７－７８１２３４５"),
        (ORDER, "order ", "1\u200b12-44\u200b19027-7\u200b812345"),
        (ORDER, "order № ", "ОR-88З1О4"),  # Cyrillic О and З
        (ORDER, "mi orden es la ", "cuatro cuatro uno nueve cero dos siete siete"),
        (ORDER, "guía ", "treinta y 4 7 1 0 ocho 29 5 seis"),
        (ORDER, "Einschreiben ", "er er vier eins sieben neun zwo null acht sechs fünf de e"),
        (CARD, "meu cartão ", "4916 3385 O6O8 2832"),
        (CARD, "cartão ", "4️⃣9️⃣1️⃣6️⃣3️⃣3️⃣8️⃣5️⃣0️⃣6️⃣0️⃣8️⃣2️⃣8️⃣3️⃣2️⃣"),
        (CARD, "tarjeta ", "4916 tres tres ocho cinco 0608 dos ocho tres dos"),
        (BANK, "überweisen an ", "D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0"),
        (BANK, "IBAN ", "DE89 3704 0044 O532 O13O OO"),
        (PAPER, "mi DNI ", "1 2 3 4 5 6 7 8 Z"),
        (PAPER, "cpf ", "５２９.９８２.２４７-２５"),
        (PAPER, "Ausweis ", "L 0 1 X 0 0 T 4 7"),
    ],
)
def test_disguised_number_is_found_whole(kind, before, value):
    assert found(f"{before}{value}, danke") == [(kind, value)]


def test_pieces_of_a_number_are_marked_each():
    assert found("the card starts 4916 3385 and then comes 0608 2832 ok") == [
        (CARD, "0608 2832"),
        (CARD, "4916 3385"),
    ]
    assert found("erst DE89 3704 0044 und danach noch 0532 0130 00, danke") == [
        (BANK, "0532 0130 00"),
        (BANK, "DE89 3704 0044"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-3-16-148410-0 is the one to get",
        "Part number 5304-5055-16 fits my dryer",
        "Lot 2240911 expired 09/2025",
        "the coupon SAVE-2024-7718 did not work on my order",
        "cupón para mi pedido: AHORRA-20240917",
        "Gutschein für die Bestellung: SPAR-240917",
        "EAN 4006381333931 on the box",
        "Seriennummer 3048-3081 F",
        "nº de lote 24-09917",
        "nomor seri 0821-3776-5402",
        "mã vạch 8934974177890",
        "รหัสสินค้า CM-0812-664413",
        "USt-IdNr. DE123456789",
        "CNPJ 12.345.678/0001-95",
        "card ending in 1234 was refunded",
        "My card **** **** **** 5278 was charged",
        "parcel 57694*********2229 is at the shop",
        "This is my 3rd order since 2019, 2021 and 2023",
        "Order total was 129.99 + 12.50",
        "ordered on 17/09/2024 at 14:35",
        "guía de tallas 36 38 40 42 44",
        "order quantity 1000 2000 5000",
        "hóa đơn 1.250.000đ giảm 10%",
        "the pan 2105-0961 fits",
        "routing bits 1/4 1/2 3/8 shank 12 pcs",
        "it is soft and washes and wears nicely, 100%",
        "battery 10000 mAh 22.5W 18650 cell",
    ],
)
def test_numbers_of_goods_dates_and_sums_are_none_of_it(text):
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("call 0171 5550123 about the order", set()),
        ("order 88120033, call 0171 5550123", {ORDER}),
        ("refund for order 88120033 to account 1234567890", {ORDER, BANK}),
        ("card 4916 3385 0608 2832 for order 88120033", {CARD, ORDER}),
    ],
)
def test_nearest_word_owns_the_number(text, kinds):
    assert {kind for kind, _ in found(text)} == kinds


def test_a_words_accent_tells_it_from_another_languages():
    assert found("thẻ 1234 5678 9012 3456 bị trừ tiền") == []
    assert found("số thẻ 4916 3385 0608 2832") == [(CARD, "4916 3385 0608 2832")]
    assert not found("the 5916 3385 0608 2831 thing")


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (" is: ", BESIDE),
        (" number of my ", BESIDE),
        (" that I was given ", NEAR),
        (". It came late. ", FAR),
        (" und dann zeigt sie sie gross auf dem display an: ", NEAR),
    ],
)
def test_level_counts_the_words_between(gap, expected):
    assert level(gap) == expected


def test_spoken_words_have_values():
    assert number_word("siebenhundertsechsundfunfzig") == 756
    assert number_word("ciento") == 100
    assert number_word("table") is None
    assert letter_name("er") == "R"
    assert letter_name("q") == "Q"
    assert not letter_name("table")


@pytest.mark.parametrize(
    "value", ["17/09/2024", "2019-2023", "1.250.000", "36 38 40 42", "12 x 30 x 40", "5000"]
)
def test_ordinary_numbers_are_known(value):
    assert ordinary(value)
    assert not identifier(value)


@pytest.mark.parametrize("value", ["4471-88302", "50 12 88 34", "88120033"])
def test_identifiers_are_not_ordinary(value):
    assert identifier(value)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789abIl -./,*#: orderkontoŠเลข\n", max_size=120))
def test_every_claim_lies_in_a_code_that_the_screen_keeps(text):
    read = Text.of(text)
    kept = PatternSet(LOOSE, view="digits").match(read)
    for claim in claims(read):
        assert kept
        assert 0 <= claim.start < claim.end <= len(read.digits.string)
        assert 0 < claim.confidence <= 1
    assert all(kept for _ in codes(read))


def test_long_text_of_numbers_is_read_in_time():
    assert len(claims(Text.of("order 12345678, " * 2000))) == 2000
