"""The demo's data: enough of it, whole, and nobody else's words."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import phonenumbers
import pytest

from moderation.content import NATIVE_SOURCE, Author, Item, Surface
from moderation.demo.files import read_yaml
from moderation.demo.items import all_items
from moderation.demo.market import shop_of, shops
from moderation.demo.orders import all_lines
from moderation.demo.people import sign_ins
from moderation.policy import Catalogue

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ITEMS = all_items(NOW)
REVIEWS = [item for item in ITEMS if item.surface is Surface.REVIEW]
BY_ID = {item.id: item for item in ITEMS}
ROOT = Path(__file__).parents[2]


def folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


# Anybody may say "love it"; four words and more are somebody's own.
LONG = {folded(item.text) for item in ITEMS if len(item.text.split()) > 3}


@pytest.mark.parametrize(
    ("surface", "least"),
    [
        ("review", 280),
        ("seller_reply", 60),
        ("buyer_message", 50),
        ("package_insert", 14),
        ("product_listing", 8),
        ("short_video", 6),
        ("live", 5),
    ],
)
def test_data_has_enough_of_every_surface(surface, least):
    assert sum(item.surface == surface for item in ITEMS) >= least


def test_shops_are_four_with_sixteen_products_that_are_all_reviewed():
    assert len(shops()) == 4
    assert len(shop_of()) == 16
    assert {item.product_id for item in REVIEWS} == set(shop_of())


@pytest.mark.parametrize("lang", ["de", "es", "fr", "id", "it", "pt", "th", "vi"])
def test_reviews_are_told_in_many_languages(lang):
    assert sum(review.lang == lang for review in REVIEWS) >= 10


def test_stars_are_spread_as_on_a_market():
    stars = Counter(review.rating for review in REVIEWS)
    assert set(stars) == {1, 2, 3, 4, 5}
    assert 0.2 <= (stars[1] + stars[2]) / len(REVIEWS) <= 0.3
    assert stars[5] > stars[4] > stars[3]


def test_some_reviews_are_silent_imported_or_incentivised():
    assert sum(review.text == "" for review in REVIEWS) >= 10
    assert sum(review.source != NATIVE_SOURCE for review in REVIEWS) >= 5
    assert sum(review.incentivised is True for review in REVIEWS) >= 4


def test_ids_are_unique_and_begin_with_the_prefix_of_their_shop():
    assert len(BY_ID) == len(ITEMS)
    prefixes = {shop.id: shop.prefix for shop in shops()}
    assert all(item.id.startswith(prefixes[item.shop_id or ""] + "-") for item in ITEMS)


def test_texts_are_unique():
    again = [text for text, n in Counter(folded(i.text) for i in ITEMS if i.text).items() if n > 1]
    assert again == []


def test_texts_are_not_those_of_the_policy(catalogue: Catalogue):
    examples = {
        folded(example.text)
        for clause in catalogue.clauses.values()
        for example in (*clause.violating, *clause.allowed)
    }
    assert len(examples) > 500
    assert not examples & LONG


def test_texts_are_not_those_of_corpora_or_golden_files():
    known = set()
    for folder in ("training", "tests/golden"):
        for path in (ROOT / folder).rglob("*.jsonl"):
            rows = [
                json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
            ]
            known |= {folded(str(row.get("text", ""))) for row in rows}
    known.discard("")
    assert len(known) > 1000
    assert not known & LONG


def test_native_reviews_have_an_order_of_their_buyer_delivered_in_time():
    lines = {(line.order_id, line.product_id): line for line in all_lines(NOW)}
    for review in REVIEWS:
        if review.source != NATIVE_SOURCE:
            assert review.order_id is None
            continue
        line = lines[review.order_id or "", review.product_id or ""]
        assert line.buyer_id == review.author_id
        assert line.delivered_at is not None
        assert review.created_at is not None
        assert line.delivered_at <= review.created_at <= line.delivered_at + timedelta(days=60)


def test_order_lines_are_unique_and_the_same_each_time():
    lines = all_lines(NOW)
    assert len({(line.order_id, line.product_id) for line in lines}) == len(lines)
    assert lines == all_lines(NOW)


def test_nothing_lies_in_the_future():
    assert all(item.created_at is not None and item.created_at < NOW for item in ITEMS)


def test_replies_come_after_the_review_that_they_answer():
    replies = [item for item in ITEMS if item.surface is Surface.SELLER_REPLY]
    for reply in replies:
        parent = BY_ID[reply.parent_id or ""]
        assert parent.surface is Surface.REVIEW
        assert (parent.shop_id, parent.text) == (reply.shop_id, reply.parent_text)
        assert (parent.created_at or NOW) < (reply.created_at or NOW)
    assert len({reply.parent_id for reply in replies}) == len(replies)


def test_messages_of_a_thread_stand_together_in_order_between_two_parties():
    messages = [item for item in ITEMS if item.surface is Surface.BUYER_MESSAGE]
    threads: dict[str, list[Item]] = {}
    for message in messages:
        threads.setdefault(message.thread_id or "", []).append(message)
    assert [m.id for m in messages] == [m.id for thread in threads.values() for m in thread]
    for thread in threads.values():
        times = [message.created_at or NOW for message in thread]
        assert times == sorted(times)
        assert len({message.author_id for message in thread if message.author is Author.BUYER}) <= 1


def test_phone_numbers_are_reserved_ones():
    for item in ITEMS:
        for match in phonenumbers.PhoneNumberMatcher(item.text, "US"):
            assert re.search(r"555\D?01\d\d$", match.raw_string), item.id


def test_addresses_on_the_net_are_reserved_ones():
    ends = re.compile(r"\.(?:example|test|invalid)$|(?:^|\.)example\.(?:com|net|org)$")
    hosts = [host for item in ITEMS for host in re.findall(r"[\w-]+(?:\.[\w-]+)+(?=/|\b)", item.text)]
    mail = [host.split("@")[-1] for shop in shops() for host in shop.contacts]
    named = [host for host in hosts if re.search(r"\.(?:com|net|org|io|shop|de|fr|es)$", host)]
    sources = [review.source for review in REVIEWS if review.source != NATIVE_SOURCE]
    assert all(ends.search(host) for host in (*mail, *named, *sources))


def test_stories_name_known_items_people_clauses_and_reasons(catalogue: Catalogue):
    stories = read_yaml("stories.yaml")
    names = {person.name for person in sign_ins()}
    for kind in ("edits", "reports", "decisions", "appeals"):
        for story in stories[kind]:
            assert story["item"] in BY_ID
            assert story.get("by", "mira") in names
            assert set(story.get("clauses", ())) <= set(catalogue.clauses)
            assert (
                story.get("reason") is None
                or kind != "reports"
                or story["reason"] in catalogue.report_reasons
            )
    assert {*stories["refunds"], *stories["withdrawals"]} <= set(BY_ID)


def test_sign_ins_cover_the_roles_and_hide_their_passwords():
    roles = Counter(person.role.value for person in sign_ins())
    assert roles == {"moderator": 2, "senior": 1, "seller": 2, "operator": 1}
    assert all(
        (person.shop in {shop.id for shop in shops()}) == (person.role == "seller") for person in sign_ins()
    )
    assert not any(person.password in repr(person) for person in sign_ins())
