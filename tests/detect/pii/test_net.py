"""E-mail addresses, handles and personal links: what is found, what only looks so, and how signs are read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import make_document
from presidio_analyzer import RecognizerRegistry

from moderation.detect.pii.online.email import Mailboxes
from moderation.detect.pii.online.grounds import Look
from moderation.detect.pii.online.handle_looks import look_of
from moderation.detect.pii.online.handles import SocialHandles
from moderation.detect.pii.online.links import PersonalLinks
from moderation.detect.pii.online.signs import signs
from moderation.detect.pii.seeking import Seeking
from moderation.features import Batch
from moderation.text import Text

REPORTED = 0.5
SEEKING = Seeking(
    RecognizerRegistry(recognizers=[Mailboxes(), SocialHandles(), PersonalLinks()]), {}, "pii@2"
)


def marks(text, *, screened=True, **where):
    """What is reported of a text: kind and quotation."""
    doc = make_document(text, **where)
    seekers = SEEKING.worth(doc, Batch([doc.text]), 0) if screened else SEEKING.seekers
    return [
        (found.kind.value, text[found.span.start : found.span.end])
        for found in SEEKING.findings(doc, seekers)
        if found.confidence >= REPORTED
    ]


EMAILS = [
    "ola.brandt44@gmail.com",
    "ola.brandt44 @ gmail . com",
    "ola.brandt44 at gmail dot com",
    "ola.brandt44 (at) gmail (dot) com",
    "ola.brandt44[at]gmail[dot]com",
    "ola.brandt44 arroba gmail punto com",
    "ola.brandt44 arroba gmail ponto com",
    "ola.brandt44 arobase laposte point net",
    "ola.brandt44 ät web punkt de",
    "ola.brandt44 klammeraffe gmx punkt net",
    "ola.brandt44 chiocciola libero punto it",
    "ola.brandt44 keong gmail titik com",
    "ola.brandt44 a còng gmail chấm com",
    "ola.brandt44 (a móc) yahoo (chấm) com",
    "ola.brandt44 แอท จีเมล ดอท คอม",
    "ola guion bajo brandt arroba gmail punto com",
    "o l a . b r a n d t @ g m a i l . c o m",
    "ola.brandt44@gmail。com",
    "ｏｌａ．ｂｒａｎｄｔ＠ｇｍａｉｌ．ｃｏｍ",
    "ola.brandt44©gmail.com",
    "ola.brandt44[bei]web[dot]de",
    "ola.brandt44📧sapo.pt",
    "ola.brandt44 🐒 outlook ⚫ com",
    "ola.brandt44 aquele-a-com-rabinho sapo ponto pt",
    "ola.brandt44 di gmail titik com",
    "moc.liamg@tdnarb.alo",
]
HANDLES = [
    ("my insta is", "ola_brandt", ""),
    ("add me on snap:", "ola.brandt4", ""),
    ("discord", "nightjar#4821", ""),
    ("telegr@m", "ola_brandt", ""),
    ("f.b", "ola.brandt4", ""),
    ("mi insta:", "ola guion bajo brandt", ""),
    ("sígueme en tiktok", "@ola.brandt", ""),
    ("mon pseudo sur insta c'est", "ola tiret du bas brandt", ""),
    ("auf insta heiße ich", "ola_brandt", ""),
    ("meu arroba no insta é", "ola.brandt", ""),
    ("cari", "ola_brandt", "di ig"),
    ("ig ku", "ola garis bawah brandt", ""),
    ("zalo mình là", "ola.brandt9", ""),
    ("ig mình", "ola gạch dưới brandt", ""),
    ("ไลน์ไอดี", "ola2533b", ""),
    ("ไอจี", "@ola.brandt", "จ้า"),
    ("加我微信", "ola_brandt88", ""),
    ("on the bird app I am", "ola_brandt", ""),
    ("avioncito de papel:", "ola_brandt", ""),
    ("📸", "@ola.brandt", ""),
    ("insta", "o l a _ b r a n d t", ""),
    ("my username is", "ola_brandt9", ""),
    ("so", "@ola_brandt", "on insta"),
    ("my cousin", "@ola_brandt", "is in the picture"),
    ("PSN:", "OlaTheRaven_77", ""),
    ("receita do folar: insta", "obrandt", "todos os domingos"),
    ("Tiktok,", "olabrandt", ", drittes Video"),
    ("buscame en la camarita como", "ola punto brandt", ""),
    ("on the yellow Korean chat. ok fine:", "ola_brandt", ""),
    ("I post my bonsai failures as", "ola_brandt9", ""),
    ("sag auf vinted, da heiß ich", "br4nd und 0la", ", alles zusammen ohne leerzeichen"),
    ("o perfil tá escrito ao contrário:", "tdnarb.alo", ""),
]
LINKS = [
    "facebook.com/ola.brandt.9",
    "instagram dot com slash ola.brandt",
    "hxxps://instagram[.]com/ola.brandt",
    "t . me / ola_brandt",
    "linktr(.)ee/olab",
    "olaknits.wordpress.com",
    "paypal.me/olab",
    "discord.gg/aB3xYz",
    "photos.app.goo.gl/Xy12Zab",
    "vinted.fr/member/12345-olab",
    "face book . com / ola.brandt",
]
LOOK_ALIKES = [
    "your story shows a different colour, your video too",
    "vi en tiktok la otra app no sirve",
    "hinten bei gmx im Angebot, o hotmail de sempre",
    "saw it on TikTok and had to buy it, so insta-worthy",
    "charger is 5V@2A, two @ 20€ each",
    "good.Nice product. Very soft.Recommend to all",
    "working @home with the new lamp",
    "thanks to @bakingwithmo for the tip, tagged @brandname #haul2024",
    "Vu chez @lesbonsplans, craqué",
    "xem review của @beautyvn mà mua",
    "rekomendasi dari @racunbelanja",
    "see www.samsung.com/support and help.ikea.com/de for drivers",
    "look at amazon.com or buy it at walmart.com",
    "my account was charged twice, order KD-339182, file IMG_2034.jpg",
    "mailed to s****e@g***l.com as they show it",
    "face cream for dry skin, snap button, weak signal, line 2 of the manual",
    "firmware v2.3.1_beta works on my galaxy_s23 and iphone15",
    "the video is at instagram.com/p/Cx12ab and youtube.com/watch?v=abc123",
]


@pytest.mark.parametrize("address", EMAILS)
def test_mailboxes_finds_an_address_however_its_signs_are_written(address):
    assert marks(f"Spare parts wanted, write to {address} please") == [("EMAIL", address)]


@pytest.mark.parametrize(("before", "handle", "after"), HANDLES)
def test_handles_finds_a_name_that_a_network_or_account_introduces(before, handle, after):
    assert marks(f"{before} {handle} {after}".strip()) == [("SOCIAL_HANDLE", handle)]


@pytest.mark.parametrize("link", LINKS)
def test_links_finds_a_personal_page_however_its_signs_are_written(link):
    assert marks(f"all my pictures are on {link} if you care") == [("URL_PERSONAL", link)]


def test_links_needs_a_word_of_possession_for_a_site_of_no_known_house():
    assert marks("meine Homepage ist brandt-angelt.de geworden") == [("URL_PERSONAL", "brandt-angelt.de")]
    assert marks("die Marke steht auf brandt-angelt.de drauf") == []


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_net_leaves_look_alikes(text):
    assert marks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Follow us on Instagram @casaluz for news",
        "Síguenos en Instagram @tiendaluz",
        "Folgt uns auf Instagram @lichtladen",
        "Follow IG kami @tokocahaya ya kak",
    ],
)
def test_handles_leaves_what_a_shop_gives_as_its_own(text):
    assert marks(text, surface="seller_reply", author="seller") == []


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("This is @sneaky_pete9 who lied to all of us", "@sneaky_pete9"),
        ("Congrats to our winner lisa_m_92", "lisa_m_92"),
        ("der Kunde kalle_b88 hat gelogen", "kalle_b88"),
        ("akun pembeli rudi_hartono9 suka bohong", "rudi_hartono9"),
    ],
)
def test_handles_finds_whom_a_seller_points_at(text, handle):
    assert marks(text, surface="seller_reply", author="seller") == [("SOCIAL_HANDLE", handle)]


def test_handles_leaves_a_bare_mention_by_a_buyer():
    assert marks("This is @sneaky_pete9 who lied to all of us") == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ola at house dot com", "ola@house.com"),
        ("ola (punto) brandt", "ola.brandt"),
        ("ola guion bajo brandt", "ola_brandt"),
        ("linkedin dot com slash in slash ola", "linkedin.com/in/ola"),
        ("@ o l a _ b r a n d t now", "@ola_brandt now"),
        ("nightjar hash 4821", "nightjar#4821"),
        ("we met at noon", "we met at noon"),
    ],
)
def test_signs_writes_what_is_told_in_words(written, read):
    assert signs(Text.of(written).folded).string == read


def test_signs_maps_back_to_the_original():
    text = Text.of("mail: Ola (at) House (dot) com!")
    view = signs(text.folded)
    start = view.string.index("ola@house.com")
    span = view.span(start, start + len("ola@house.com"))
    assert text.original[span.start : span.end] == "Ola (at) House (dot) com"


@pytest.mark.parametrize(
    ("value", "look"),
    [
        ("@ola", Look.SIGNED),
        ("ola_brandt", Look.TELLING),
        ("ola.brandt", Look.TELLING),
        ("lbrandt", Look.NAMED),
        ("table", None),
        ("v2.3.1", None),
        ("photo.jpg", None),
        ("@user", None),
        ("lamp.com", None),
    ],
)
def test_look_of_judges_a_word(value, look):
    assert look_of(value, value) is look


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *EMAILS,
                *LINKS,
                *(" ".join(parts) for parts in HANDLES),
                *LOOK_ALIKES,
                "so",
                "punto",
                "at",
                "(dot)",
                ".",
                "@",
                "insta",
                "_",
            ]
        ),
        max_size=5,
    ).map(" ".join)
)
def test_net_screens_lose_nothing(text):
    assert marks(text) == marks(text, screened=False)
