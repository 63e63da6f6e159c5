"""Addresses, birth dates, number plates, network addresses and exact places, with their look-alikes."""

from __future__ import annotations

import time

import pytest
from make import make_document

from moderation.detect.pii import standard
from moderation.detect.pii.gazette import any_of, listed, whole
from moderation.detect.pii.places.devices import likely, public_address
from moderation.detect.pii.places.localities import grow
from moderation.detect.pii.places.reading import readings
from moderation.features import Batch
from moderation.findings import Kind
from moderation.text import Text

REPORTED = 0.6


def found(text, surface="review", author="buyer"):
    doc = make_document(text, surface=surface, author=author)
    seeking = standard()
    findings = seeking.findings(doc, seeking.worth(doc, Batch([doc.text]), 0))
    return [
        (f.kind, text[f.span.start : f.span.end]) for f in findings if f.kind and f.confidence >= REPORTED
    ]


ADDRESSES = [
    ("left at {} again", "Flat 2/1, 14 Dumbarton Road, Glasgow G11 6AA"),
    ("send it to {} please", "3 The Green, Little Marlow, Bucks SL7 3RZ"),
    ("my mum is at {} if you need it", "49 Hall Rapid, New Georginaville, S5A 4WX"),
    ("parcel went to {} and nobody home", "2218 Maple Ct Apt 4, Dubuque, IA 52001"),
    ("i live at {} and waited", "1420 n oak ave apt 3 chicago il 60622"),
    ("his place is {}", "412 Caribou St W, Moose Jaw, SK S6H 2K8"),
    ("dropped at {} mate", "Unit 5/23 Wattle St, Ultimo NSW 2007"),
    ("handed over at {} to the watchman", "B-404, Sai Darshan CHS, Link Road, Malad West, Mumbai 400064"),
    ("deliver sa {} po", "Blk 12 Lot 4 Mahogany St., Brgy. San Isidro, Antipolo City, Rizal 1870"),
    ("Das Paket lag bei {} im Regen", "Goethestr. 12a, 60313 Frankfurt am Main"),
    ("paket lag vor {} da wohnt er", "am mühlbach 3 84478 waldkraiburg"),
    ("geliefert an {}", "Mariahilfer Straße 45/2/12, 1060 Wien"),
    ("livré au {} alors que non", "12 bis rue des Lilas, bât. C, appt 14, 69003 Lyon"),
    ("j'habite {}", "Avenue Louise 231 bte 4, 1050 Bruxelles"),
    ("lo dejaron en {}", "C/ Alcalá 120, 3º izq., 28009 Madrid"),
    ("vivo en {}", "Calle Reforma 123 int. 4, Col. Centro, 06000 CDMX"),
    ("envíen a {}", "Cra 15 # 93-47 apto 501, Bogotá"),
    ("entregaram na {}", "Rua das Flores, 123, apto 45, Jardim Paulista, São Paulo - SP, 01234-000"),
    ("a morada é {}", "Praceta Gil Eanes, lote 6, r/c dto, 2745-118 Queluz"),
    ("abito in {}", "Via Garibaldi 12, int. 3, 20121 Milano (MI)"),
    ("kirim ke {}", "Jl. Kenanga Blok C2 No. 14, RT 03/RW 07, Kel. Sukamaju, Kec. Cilodong, Depok 16415"),
    ("giao về {} nha", "45/12 Nguyễn Văn Đậu, Phường 5, Quận Bình Thạnh, TP.HCM"),
    ("ส่งที่ {} นะคะ", "99/12 หมู่ 5 ต.บางพูด อ.ปากเกร็ด จ.นนทบุรี 11120"),
    ("mail it to {}", "P.O. Box 1422, Fairbanks, AK 99701"),
]


@pytest.mark.parametrize(("frame", "value"), ADDRESSES)
def test_address_is_found_to_its_end(frame, value):
    assert (Kind.ADDRESS, value) in found(frame.format(value))


@pytest.mark.parametrize(("frame", "value"), ADDRESSES)
def test_address_in_small_letters_is_mostly_found(frame, value):
    marks = [text for kind, text in found(frame.format(value).lower()) if kind is Kind.ADDRESS]
    assert any(2 * len(text) >= len(value) for text in marks)


@pytest.mark.parametrize("frame_value", ADDRESSES)
def test_address_with_unseen_characters_is_found(frame_value):
    frame, value = frame_value
    hidden = "\u200b".join(value)
    marks = [text for kind, text in found(frame.format(hidden)) if kind is Kind.ADDRESS]
    assert any(2 * len(text) >= len(hidden) for text in marks)


@pytest.mark.parametrize(
    "text",
    [
        "one two five maple drive springfield ohio four five five oh two is my house",
        "the driver left it at number forty two acacia avenue",
        "coucou c'est pour josette au douze rue du lavoir à issoire, livraison demain",
        "Hingelegt in der Zieglergasse siebzehn, Stiege zwei",
        "giao nhầm, nhà tui số hai mươi bảy hẻm một lẻ ba đường ba tháng hai",
    ],
)
def test_spoken_address_is_found(text):
    assert any(kind is Kind.ADDRESS for kind, _ in found(text))


def test_town_apart_from_its_street_is_a_value_of_its_own():
    marks = found("Die Lampe ist in der Feldstr. 9 gelandet, Doppelhaus, in 59557 Lippstadt, bei Leuten.")
    assert (Kind.ADDRESS, "59557 Lippstadt") in marks


@pytest.mark.parametrize(
    "text",
    [
        "Visit our shop at 45 High Street, Bath",
        "Bahnhofstraße 12 ist die Filiale der Post",
        "Die Kiste wurde aus dem Lager in Leipzig, Industriestr. 12, verschickt",
        "La mairie, 72 rue du Faubourg-Saint-Martin, a la même horloge",
        "Enseigne « 221B Baker Street » en tôle",
        "we went down Route 66 and 5th Avenue",
        "size 12 close fit 3 way adapter 2 lane road 5 star",
        "Parkplatz 5 Minuten, Arbeitsplatz 2 Monitore, Speicherplatz 32 GB",
        "Compré 3 y la avenida 2 veces",
        "it is on my TV. It plays 4k, 5 1600 fan speed",
        "Stempel, Beispiel: Musterstraße 1, 12345 Musterstadt",
    ],
)
def test_public_place_and_goods_are_no_address(text):
    assert not [mark for mark in found(text) if mark[0] is Kind.ADDRESS]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my dob is 04/11/1987 pls verify", "04/11/1987"),
        ("born on the fourth of March 1961 in the barn", "the fourth of March 1961"),
        ("„Mathilda, geb. 9.2.2021, 3480 g“", "9.2.2021"),
        ("née le 14 juillet 1982", "14 juillet 1982"),
        ("su cumple del 23-09-1949, felicidades", "23-09-1949"),
        ("a minha avó nasceu a 15.3.2000", "15.3.2000"),
        ("ttl: Bandung, 17-08-1995", "17-08-1995"),
        ("sinh ngày 5 tháng 3 năm 1998", "5 tháng 3 năm 1998"),
        ("เกิดวันที่ 5 มีนาคม 2541", "5 มีนาคม 2541"),
        ("dob ０４／１１／１９８７", "０４／１１／１９８７"),
        ("geboren am 9. 11. neunzehnhundertachtunddreißig", "9. 11. neunzehnhundertachtunddreißig"),
        (
            "o aniversário dela é a dezassete do nove de sessenta e dois",
            "dezassete do nove de sessenta e dois",
        ),
        ("sinh ngày mười lăm tháng ba năm chín hai", "mười lăm tháng ba năm chín hai"),
        ("หนูเกิดวันที่ สิบสอง พฤษภาคม สองห้าสามสาม", "สิบสอง พฤษภาคม สองห้าสามสาม"),
        ("born 4/XI/79, she says", "4/XI/79"),
        ("his DoB=19850512", "19850512"),
        ("carta astral de mi hija, 11 de noviembre de 2011", "11 de noviembre de 2011"),
        ("ich bin vom 23.08.1974", "23.08.1974"),
        ("Age check failed: our records hold 1985-12-18 for you", "1985-12-18"),
        ("DNI 12345678Z, 12/05/1990, gracias", "12/05/1990"),
        ("she was born in 1952 on the 3rd of June", "3rd of June"),
        ("ma mère fête ses 50 ans le 6 avril 2025", "6 avril 2025"),
    ],
)
def test_birth_date_is_found(text, value):
    assert (Kind.BIRTH_DATE, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "bought on 12/03/2024 for a birthday",
        "expires 12/2025 mfg 03/2023",
        "engraved with our wedding date 12.06.2015",
        "for my son's birthday on March 5th",
        "regalo de cumpleaños pedido el 3 de mayo de 2024",
        "Goethe, geboren am 28. August 1749, auf der Tasse",
        "Frida Kahlo, nacida el 6 de julio de 1907, en la taza",
        "our shop's birthday is 3 May 2015, thank you all",
        "the doll comes with a birth certificate dated 1/1/2020",
        "Our records show 18/12/2004 as the delivery date",
        "passport cover, ordered 12/05/2009, colour off",
    ],
)
def test_other_dates_are_no_birth_date(text):
    assert not [mark for mark in found(text) if mark[0] is Kind.BIRTH_DATE]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("van plate was KX19 ZRT", "KX19 ZRT"),
        ("number plate yg 61 abc", "yg 61 abc"),
        ("Weißer Sprinter K-PN 6495 blockiert alles", "K-PN 6495"),
        ("scooter plaque AB-123-CD", "AB-123-CD"),
        ("tus placas son VSN-3735", "VSN-3735"),
        ("levou o espelho, matrícula 48-XN-17.", "48-XN-17"),
        ("nopol B 1234 XYZ", "B 1234 XYZ"),
        ("ông chạy con Wave đỏ 59X3-482.17 giao hàng", "59X3-482.17"),
        ("มีรถ 1กย 5761 เฉี่ยวแล้วหนี", "1กย 5761"),
        ("scooter no. MH41 ZB 4516, serious buyers", "MH41 ZB 4516"),
        ("plate is echo kilo zulu two zero six one", "echo kilo zulu two zero six one"),
        ("Kennzeichen we es strich ka zett vier null neun ist weg", "we es strich ka zett vier null neun"),
    ],
)
def test_number_plate_is_found(text, value):
    assert (Kind.VEHICLE_PLATE, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the plate is 10 inch and 25 cm",
        "model ABC-1234 for honda civic",
        "fits BMW X5 2019 and Audi Q7",
        "placa de vídeo RTX 3060",
        'plat nomor custom "B 1 KER"',
        "bought for my Ford F150 2018",
    ],
)
def test_goods_and_models_are_no_plate(text):
    assert not [mark for mark in found(text) if mark[0] is Kind.VEHICLE_PLATE]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("login from 203.0.113.9 at night", "203.0.113.9"),
        ("my ip is 203 dot 0 dot 113 dot 9", "203 dot 0 dot 113 dot 9"),
        ("log shows unknown login from 49 . 36 . 118 . 204 at 3 am", "49 . 36 . 118 . 204"),
        ("địa chỉ ip 14 chấm 161 chấm 20 chấm 7", "14 chấm 161 chấm 20 chấm 7"),
        ("der Kunde sitzt hinter 217.236.62.63, klar", "217.236.62.63"),
        ("IP 2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::8a2e:370:7334"),
    ],
)
def test_network_address_is_found(text, value):
    assert (Kind.IP_ADDRESS, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "version 1.2.3.4 works",
        "router 192.168.1.1 admin",
        "Lên fw 3.14.15.92 xong hết treo",
        "firmware 23.45.112.98 fixed it",
        "section 4.12.1.3 of the manual",
    ],
)
def test_versions_and_private_ranges_are_no_network_address(text):
    assert not [mark for mark in found(text) if mark[0] is Kind.IP_ADDRESS]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("drop at 40.74421, -73.98765", "40.74421, -73.98765"),
        ("mettez le GPS : 47,83912 N 3,50267 O, portail", "47,83912 N 3,50267 O"),
        ("ตอนนี้อยู่ 7°00'31.2\"N 100°28'44.5\"E", "7°00'31.2\"N 100°28'44.5\"E"),
        ("plus code 9C3XGV84+5Q", "9C3XGV84+5Q"),
        ("w3w filled.count.soap", "filled.count.soap"),
        ("ubicación 20 punto 6597, menos 103 punto 3496", "20 punto 6597, menos 103 punto 3496"),
    ],
)
def test_exact_place_is_found(text, value):
    assert (Kind.GEO, value) in found(text)


@pytest.mark.parametrize("text", ["ratio 12.5000, 13.2500 per unit", "price 12.99 and 14.50"])
def test_ratios_and_prices_are_no_place(text):
    assert not [mark for mark in found(text) if mark[0] is Kind.GEO]


def test_likely_tells_addresses_from_versions():
    assert likely("114.79.22.108")
    assert not likely("4.1.12.8")
    assert not likely("192.168.1.108")
    assert not public_address("999.1.1.1")


def test_grow_stops_where_the_sentence_goes_on():
    reading = next(readings(Text.of("48 Larkspur Lane, Dubuque, IA 52001 and it rained")))
    tail = grow(reading, len("48 Larkspur Lane"))
    assert reading.string[: tail.end].endswith("52001")
    assert (tail.post, tail.city, tail.region) == (True, True, True)


def test_mended_reading_sets_misread_figures_right():
    mended = [reading.string for reading in readings(Text.of("Empfänger: D0rfstr. l2, 8338l Freilassing"))]
    assert any("dorfstr. 12, 83381" in string for string in mended)


def test_lists_are_folded_and_joined():
    assert "duong" in listed("streets", "vi", "sure")
    assert any_of(("a b", "c")) == r"(?:a[\s\-.]{1,2}b|c)"
    assert whole(("ab",)) == r"(?:(?<!\w)(?:ab)(?!\w))"


@pytest.mark.parametrize(
    "piece",
    [
        "12 a ",
        "rua da ",
        "ซ.ก",
        "1/",
        "am b ",
        "a-",
        "jl a ",
        "123 ",
        "born 1 ",
        "plate a ",
        "1.1.",
        "calle a, ",
    ],
)
def test_reading_takes_time_in_step_with_length(piece):
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    found(text)
    assert time.process_time() - started < 6
