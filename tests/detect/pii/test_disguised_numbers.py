"""Numbers in parts, in riddles and in words of other languages; plates that are dictated; their look-alikes."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.pii import DETECTOR
from moderation.findings import Kind

REPORTED = 0.6


def values(text, surface="review", author="buyer"):
    found = look(DETECTOR, make_document(text, surface=surface, author=author))
    return [(f.kind, text[f.span.start : f.span.end]) for f in found if f.kind and f.confidence >= REPORTED]


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("my PESEL in two bites: 900412 here and after lunch 55318", Kind.GOVERNMENT_ID, ["900412", "55318"]),
        (
            "meine Steuer-ID kommt geteilt: 48 372 und dann später 619 204",
            Kind.GOVERNMENT_ID,
            ["48 372", "619 204"],
        ),
        ("nomor KTP saya 3273 0145 terus sisanya 0887 0003", Kind.GOVERNMENT_ID, ["3273 0145", "0887 0003"]),
        ("mi cédula en pedacitos: 1.034 ... 518 ... 207", Kind.GOVERNMENT_ID, ["1.034", "518", "207"]),
        (
            "refund to my account, first part 4471, then 9920, last 318",
            Kind.BANK_ACCOUNT,
            ["4471", "9920", "318"],
        ),
        ("hoàn vào stk đầu 0071 giữa 332 đuôi 4418263 nha", Kind.BANK_ACCOUNT, ["0071", "332", "4418263"]),
        ("đơn đầu 57634411 nối với 9928117035 đã ký nhận", Kind.ORDER_ID, ["57634411", "9928117035"]),
    ],
)
def test_the_word_that_names_a_number_holds_for_all_its_parts(text, kind, parts):
    assert values(text) == [(kind, part) for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("price na 0803 naira plus 214 naira plus 7765 naira, dial am", ["0803", "214", "7765"]),
        ("Meine Noten: Verpackung 0176, Optik 44 58, Ton 9021. Wählt meine Noten", ["0176", "44 58", "9021"]),
        ("Notas: entrega 912, cor 334, preço 508. Liga às minhas notas", ["912", "334", "508"]),
        ("harganya 0812 rupiah ditambah 3344 rupiah ditambah 5567, gabungin terus telpon", None),
        ("hubungi ane, hapus semua x nya: 0x8x1x3x1x9x0x2x4x4x7x8", ["0x8x1x3x1x9x0x2x4x4x7x8"]),
        ("call me: zero seven, two eights, three fives, four one two", None),
        ("whatsapp linh cửu thất, tam nhị nhất, bát ngũ tứ lục", None),
        ("call me ling er yi, ba ba wu liu, san si qi jiu", None),
        ("โทร ศูนย์แปดเก้า ตองห้า สองหนึ่งสี่แปด", None),
        ("ring him on o7i2 tripple four 9-oh-3", None),
        ("liguem antes das dez, nove um quatro, dois dois sete, zero seis oito", None),
    ],
)
def test_riddles_and_counting_of_other_languages_are_telephone_numbers(text, parts):
    found = values(text)
    assert {kind for kind, _ in found} == {Kind.PHONE}
    assert parts is None or [value for _, value in found] == parts


@pytest.mark.parametrize(
    "text",
    [
        "0172-4459-861 ist die Artikelnummer vom Dichtring",
        "Dây curoa 0769-244-188 bên mình còn không",
        "Courroie 0655-120-433 impossible à trouver ailleurs",
        "0812-445-6710 is the part number of the seal",
        "Size 08 is too small, 10 too big; I phoned on 14 March, they sent 450 g instead of 500",
        "I bought 3 lamps for 250 each, paid 1200, the call center never answered, waited 45 minutes",
        "Guitar book has tab 0-2-2-1-0-0 then 3-2-0-0-3-3",
        "La placa dice ABC-123, es de juguete",
        "Plaque émaillée déco « AA-229-AA » pour mon vélo",
        "bilhete de identidade de brincar, n.º 00000001-7",
        "It took two weeks, one of three boxes on the street was wet",
        "c'est bien ma 3e commande chez vous",
    ],
)
def test_numbers_of_goods_and_toys_are_left_alone(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("before", "plate", "after"),
    [
        ("Kennzeichen: ", "W wie Wilhelm, sieben drei null eins sechs, K wie Kaiser", "."),
        ("Van in the hedge: ", "Lima Kilo seven three, Oscar Hotel Tango", ". Over."),
        ("", "G comme Gaston, K comme Kléber, 706, Q comme Quintal", ", camionnette blanche"),
        ("matrícula ", "cuatro dos siete uno, be de Barcelona, te de Toledo, ka de kilo", ""),
        ("กระบะส่งของ ", "บอใบไม้ ดอเด็ก สองแปดเก้าหนึ่ง", " เบียดรั้ว"),
        ("Kunde mit dem Kombi ", "B-UD 1808", ": bitte melden"),
        ("kurirnya motor ", "B 0000 XYZ", ", paket dilempar"),
    ],
)
def test_plates_are_found_dictated_and_behind_vehicles(before, plate, after):
    assert values(f"{before}{plate}{after}") == [(Kind.VEHICLE_PLATE, plate)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "vivo en la c/ Almendro, el número va aparte: 93, 2ºA y de cp el 28005 Madrid",
            ["c/ Almendro", "93, 2ºA", "28005 Madrid"],
        ),
        (
            "kirim ke jalan melati nomor dua puluh tiga, rt nol dua rw nol lima, depok",
            ["jalan melati nomor dua puluh tiga, rt nol dua rw nol lima, depok"],
        ),
        ("paczka na ul. Długa 7/12, 80-827 Gdańsk", ["ul. Długa 7/12, 80-827 Gdańsk"]),
        (
            "geliefert an kastanienallee acht vier, zehn vier drei fünf berlin",
            ["kastanienallee acht vier, zehn vier drei fünf berlin"],
        ),
    ],
)
def test_addresses_are_found_in_parts_and_with_worded_numbers(text, parts):
    assert values(text, "buyer_message") == [(Kind.ADDRESS, part) for part in parts]


def test_key_of_payment_is_an_account_even_where_it_is_a_mailbox():
    assert values("Pix da chave rita.lemos@example.com.br") == [
        (Kind.BANK_ACCOUNT, "rita.lemos@example.com.br")
    ]
    assert values("mail: rita.lemos@example.com.br") == [(Kind.EMAIL, "rita.lemos@example.com.br")]
