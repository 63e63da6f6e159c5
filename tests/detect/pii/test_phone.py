"""Telephone numbers: which digits are one, in which language and dress, and which only look so."""

from __future__ import annotations

import pytest
from make import make_document

from moderation.detect.pii.phones.disguised import Dress
from moderation.detect.pii.phones.fragments import PhoneFragments
from moderation.detect.pii.phones.numbering import EVERYWHERE, HOME, Fit, standing
from moderation.detect.pii.phones.phone import PhoneNumbers
from moderation.detect.pii.phones.whose import somebodys
from moderation.detect.pii.recognizer import Hit
from moderation.detect.pii.setting import sellers_own
from moderation.findings import Kind, Span
from moderation.text import Text

REPORTED = 0.5


def found(text: str) -> list[str]:
    hits = [hit for hit in PhoneNumbers().seek(Text.of(text)) if hit.confidence >= REPORTED]
    return sorted({text[hit.span.start : hit.span.end] for hit in hits})


def parts(text: str) -> list[str]:
    hits = sorted(PhoneFragments().seek(Text.of(text)), key=lambda hit: hit.span)
    return [text[hit.span.start : hit.span.end] for hit in hits]


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("two left over, ", "0117 496 0325", " if anybody fancies one"),
        ("interested, ping ", "+91-98230-41177", ""),
        ("DM or viber ", "0998 214 7730", " thanks po"),
        ("I'm on ", "07700-900-461x12", ""),
        ("Si quieren cambiar marquen al ", "33 1847 2290", ""),
        ("se lo vendo, ", "686 40 19 57", ""),
        ("Je suis joignable au ", "07 49 18 22 63", ""),
        ("natel ", "079 345 67 18", " am Abend"),
        ("Bei Interesse: ", "0049 160 91842273", ""),
        ("vendo a minha, ", "(31) 98417-2206", ""),
        ("liga para o ", "966 184 227", " fala com a Rosa"),
        ("chiamatemi al ", "338 918 4227", ""),
        ("wa aja ", "0857-9184-2273", ""),
        ("zalo ", "098.6184.227", " nha"),
        ("สนใจโทร ", "086-184-2273", ""),
        ("viber ", "0917.182.4067", ""),
        ("Mon num c'est le ", "06_17_34_86_78", ""),
    ],
)
def test_phone_finds_numbers_as_countries_write_them(before: str, number: str, after: str) -> None:
    assert found(before + number + after) == [number]


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("DM me, ", "nine double eight one, double zero, four seven two six", ""),
        ("call karo ", "98two0 four4 one7 three6", ""),
        ("Escribidme al ", "seis ocho seis cuarenta diecinueve cincuenta y siete", ""),
        ("appelez : ", "zéro sept quarante-neuf dix-huit vingt-deux soixante-trois", ""),
        ("gsm ", "zéro quatre cent septante-deux, trente-huit, nonante et un, zéro six", ""),
        ("ruf an ", "null eins sechs null, neunzehn, vierundachtzig, zweiundzwanzig", ""),
        ("meu zap ", "trinta e um nove oitenta e quatro dezessete vinte e dois zero seis", ""),
        ("ligue ", "noventa e três, quatro quatro um, duzentos e oito, cinco", ""),
        ("hubungi ", "nol delapan lima tujuh sembilan satu delapan empat dua dua", " ya"),
        ("gọi ", "không chín tám sáu một tám bốn hai hai bảy", ""),
        ("goi em ", "khong chin tam sau mot tam bon hai hai bay", ""),
        ("โทร ", "ศูนย์แปดหกหนึ่งแปดสี่สองสองเจ็ดสาม", ""),
        ("text ", "7l5 44Z 9O8S", ""),
        ("mon 06 : ", "O6 8l 4O 2S 3l", ""),
        ("call ", "2️⃣0️⃣2️⃣ 5️⃣5️⃣5️⃣ 0️⃣1️⃣4️⃣7️⃣", ""),
        ("फोन ", "९८२३० ४११७७", ""),
        ("my mum: ", "0📞6📞1📞7📞3📞4📞8📞6📞7📞8", ""),
        ("ring ", "0*8*6*1*8*4*2*2*7*3", ""),
    ],
)
def test_phone_reads_disguises(before: str, number: str, after: str) -> None:
    assert found(before + number + after) == [number]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("digits reversed 3710 555 416 call me", "3710 555 416"),
        ("take one away from every digit: 725 666 1294", "725 666 1294"),
        ("chaque chiffre moins un : 18 50 29 33 74", "18 50 29 33 74"),
        ("léelo de atrás para adelante 75 91 04 686", "75 91 04 686"),
        ("jede Ziffer plus eins: 9059 8073 1162", "9059 8073 1162"),
        ("some um a cada dígito: 20 87306 1195", "20 87306 1195"),
        ("dibaca mundur ya 3722 4819 7580", "3722 4819 7580"),
        ("đọc từ phải sang trái: 722 481 6890", "722 481 6890"),
        ("อ่านกลับหลัง 3722 481 680", "3722 481 680"),
        ("Leeds area code, then 496 0137, ask for Pat", "496 0137"),
        ("prefijo de Sevilla y luego 95 41 23", "95 41 23"),
        ("Vorwahl Köln, danach 9018 2034", "9018 2034"),
        ("indicatif de Lyon puis 72 18 44 20", "72 18 44 20"),
        ("รหัสเชียงใหม่ แล้วตามด้วย 212 345", "212 345"),
    ],
)
def test_phone_follows_what_the_words_say_about_the_digits(text: str, number: str) -> None:
    assert found(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "ISBN 978-3-16-148410-0 is what I ordered",
        "EAN 4006381333931 on the box",
        "order no 4045678901 delayed",
        "lot 20240613 batch 0618345678",
        "model 98765-43210 vs 98765-43211",
        "part no. 212-555-0187 fits fine",
        "Model 338-918-4227 is the same pump",
        "sizes 36 38 40 42 44 all run small",
        "scores were 21-19 18-21 21-17",
        "phone 12 pro max 256 128 512 gb",
        "used from 2019-2020 2021-2022",
        "measured 120 x 200 x 45 cm, 0.5 mm off",
        "one two three four five six seven, my kid counts with it",
        "uno dos tres cuatro cinco seis siete ocho nueve diez canta el juguete",
        "the toll free 1-800-555-0199 line is useless",
        "customer service 0800 918 4567 never answers",
        "réf. 07 49 18 22 63 pas compatible",
        "Seriennummer 0160 9184 2273 steht unten",
        "lote 686 401 957",
        "nomor seri 0857-9184-2273",
        "số seri 0986 184 227 trên hộp",
        "รหัส 086-184-2273 ใส่ได้",
        "K E X 5 0 0 9 1 7 3 3 8 2 6",
        "gps 48.85661, 2.35222 is wrong, call of the wild",
        "wa 100 200 300 gram",
    ],
)
def test_phone_leaves_other_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my number starts 614, then 555, ends 0173", ["614", "555", "0173"]),
        ("mi número empieza por 686, sigue 401, acaba en 957", ["686", "401", "957"]),
        (
            "Mon portable commence par 06 48. Sinon rien. La suite 71 33 et pour finir 02",
            ["06 48", "71 33", "02"],
        ),
        ("meine Nummer fängt mit 0160 an, dann 918, am Ende 42273", ["0160", "918", "42273"]),
        ("começa 31 98, depois 417, no fim 2206, me liga", ["31 98", "417", "2206"]),
        ("nomorku depannya 0857, tengah 9184, akhir 2273", ["0857", "9184", "2273"]),
        ("số mình đuôi 2273, đầu 0986, chèn 18 ở giữa", ["2273", "0986", "18"]),
        ("เบอร์ขึ้นต้น 086 แล้วต่อ 184 จบ 2273", ["086", "184", "2273"]),
        ("PM niyo ako, zero nine one seven tapos five five three, eight two zero six", None),
        ("first 120, then 115, last 110 on the scale", []),
        ("begins at page 120, middle 240, end 360", []),
        ("bought in 2020, then 2021, last 2022, call me old", []),
    ],
)
def test_fragments_are_values_where_words_join_them(text: str, expected: list[str] | None) -> None:
    wanted = ["zero nine one seven", "five five three, eight two zero six"] if expected is None else expected
    assert parts(text) == wanted


def test_a_number_over_several_messages_is_marked_where_it_is_whole() -> None:
    fragments = PhoneFragments()
    last = "4227"
    hits = list(fragments.follow(Text.of(last), ("Kann ich Sie anrufen?", "0160", "9182")))
    assert [last[hit.span.start : hit.span.end] for hit in hits] == [last]
    assert not list(fragments.follow(Text.of("42"), ("size 38?", "I take 40")))
    assert not list(fragments.follow(Text.of("It broke after 3 days"), ("0160", "9182")))


@pytest.mark.parametrize(
    ("written", "lang", "fit"),
    [
        ("+44 (0)20 7946 0958", "en", Fit.INTERNATIONAL),
        ("0041 79 412 58 30", "de", Fit.INTERNATIONAL),
        ("(201).897-2859", "en", Fit.GROUPED),
        ("06 39 98 27 15", "fr", Fit.GROUPED),
        ("661 44 20 93", "es", Fit.PARTED),
        ("0157 8093 4461", "de", Fit.PARTED),
        ("0812456789", "th", Fit.DIALLED),
        ("55 4917 0386", "es", Fit.EXISTS),
        ("34612877260", "es", Fit.EXISTS),
        ("98204-41736", "vi", Fit.NONE),
    ],
)
def test_standing_tells_how_well_digits_fit(written: str, lang: str, fit: Fit) -> None:
    assert standing(written, HOME[lang]).fit is fit


def test_standing_knows_numbers_of_companies_and_other_countries() -> None:
    assert standing("0800 591 4407", HOME["pt"]).public
    assert standing("98204-41736", EVERYWHERE).fit is Fit.EXISTS


@pytest.mark.parametrize(
    ("before", "after", "personal"),
    [
        ("we tried ", " three times", True),
        ("unter ", " geht niemand ran", True),
        ("my own home phone is ", "", True),
        ("nomor pribadi saya ", "", True),
        ("our shop line is ", ", tuesday to saturday", False),
        ("kundenservice ", " werktags", False),
    ],
)
def test_whose_number_it_is(before: str, after: str, personal: bool) -> None:
    assert somebodys(before, after) is personal


def test_a_hidden_number_of_a_seller_is_no_business_contact() -> None:
    text = "contact us on zero one one seven four nine six oh three two five"
    doc = make_document(text, surface="buyer_message", author="seller")
    shown = Hit(entity=Kind.PHONE.value, span=Span(14, len(text)), confidence=0.9, because="x")
    hidden = Hit(entity=Kind.PHONE.value, span=Span(14, len(text)), confidence=0.9, because="x", hidden=True)
    assert sellers_own(doc, shown)
    assert not sellers_own(doc, hidden)
    assert Dress.HIDING > Dress.FOREIGN > Dress.PLAIN
