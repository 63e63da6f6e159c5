"""How fast texts are read, on texts made here: `python benchmarks/text_speed.py`.

Prints operations per second on one core for each kind of text and each reading.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from moderation.text import Text, identify, sentences

WORDS = """
the and it this was for with very my not but so arrived late package box broken zipper colour fits
small large battery charger lamp cushion works fine after two weeks stopped working returned refund
seller answered quickly quality cheap plastic smell recommend gift daughter kitchen easy clean
instructions missing screw price good
"""
DRESS = {
    "ascii": "{}",
    "typographic": "I’m happy – {} “nice” … 👍🏽",
    "accents": "Très déçue, qualité médiocre; {} Größe über 5 €, não é ótimo",
    "vietnamese": "Sản phẩm tốt, giao hàng nhanh, chất lượng ổn định. {} Mình rất hài lòng với đơn hàng này",
    "disguised": "r3view r.e.v.i.e.w two five five oh one two ⭐️⭐️⭐️⭐️ p\u200ba\u200by {} rеviеw 5️⃣5️⃣",
}


def reviews(dress: str, count: int, words: int = 48) -> list[str]:
    """Make reviews of 48 words each, the same ones at every run."""
    chance = random.Random(7)
    return [
        dress.format(" ".join(chance.choices(WORDS.split(), k=words)) + ".").capitalize()
        for _ in range(count)
    ]


def rate(action: Callable[[object], object], things: Sequence[object]) -> float:
    """Give the best of three rates, per second."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        for thing in things:
            action(thing)
        best = min(best, time.perf_counter() - begin)
    return len(things) / best


def main() -> None:
    """Print one line a kind of text."""
    actions: dict[str, Callable[[object], object]] = {
        "folded": lambda text: Text.of(str(text)),
        "+digits": lambda text: Text.of(str(text)).digits,
        "+letters": lambda text: Text.of(str(text)).letters,
        "sentences": lambda text: sentences(Text.of(str(text))),
        "identify": lambda text: identify(str(text)),
    }
    print(f"{'per second':<14}" + "".join(f"{name:>12}" for name in actions))
    for kind, dress in DRESS.items():
        texts = reviews(dress, 4000)
        print(f"{kind:<14}" + "".join(f"{rate(action, texts):>12,.0f}" for action in actions.values()))


if __name__ == "__main__":
    main()
