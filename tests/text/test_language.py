"""Language of reviews, of one or two words, and of what is no language."""

from __future__ import annotations

import pytest

from moderation.text import Text, identify


@pytest.mark.parametrize(
    ("original", "language"),
    [
        ("The zipper broke after two days and nobody answers.", "en"),
        ("TERRIBLE QUALITY DO NOT BUY", "en"),
        ("El paquete llegó tarde y la caja estaba rota.", "es"),
        ("Le colis est arrivé en retard et la boîte était abîmée.", "fr"),
        ("Das Gerät läuft leider nicht und niemand antwortet.", "de"),
        ("A caixa chegou quebrada e ninguém responde às mensagens.", "pt"),
        ("La scatola è arrivata rotta e nessuno risponde.", "it"),
        ("Barang sudah sampai tapi kotaknya rusak.", "id"),
        ("Barang sampai elok dan penjual ramah sekali", "id"),
        ("Giao hàng chậm và hộp bị hỏng rồi.", "vi"),
        ("กล่องแตกตอนมาถึง", "th"),
        ("とても良い商品でした", "ja"),
        ("좋아요", "ko"),
        ("Очень плохой товар, не покупайте", "ru"),
        ("很好", "zh"),
        ("muy bueno todo", "es"),
        ("merci", "fr"),
        ("Bagus banget", "id"),
        ("san pham tot", "vi"),
        ("I’m not crying, you are 😂", "en"),
    ],
)
def test_identify_names_the_language(original: str, language: str) -> None:
    assert identify(Text.of(original)) == language
    assert identify(original) == language


@pytest.mark.parametrize("original", ["", "   ", "5555", "👍👍", "ok", "\ud800", "zxq"])
def test_identify_admits_that_it_does_not_know(original: str) -> None:
    assert identify(original) == "und"
    assert identify(original, hint="pt") == "pt"


def test_identify_reads_past_lone_surrogates_and_addresses() -> None:
    assert identify("\udc00 the box was broken, see https://example.com/caja/rota/tarde") == "en"
