"""Submit, edit, withdraw, product removal, refund: what arrives, what is refused, what strangers see."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from moderation.cases.refusals import StaleCase
from moderation.cases.status import Status, Visibility
from moderation.content import Author, Surface
from moderation.decisions import About, Action, Lane
from moderation.desk.refusals import (
    BadCursor,
    ItemConflict,
    ItemWithdrawn,
    NoPurchase,
    NotDelivered,
    NotFound,
    NotYours,
    RatingMissing,
    SecondReview,
    WindowClosed,
)
from moderation.desk.views import Refused
from tests.desk.world import ANA, MARKET, OPS, OTHER_SELLER, SELLER, WILLIAM, World


def test_submit_publishes_a_harsh_honest_review(world: World) -> None:
    done = world.review("Broke on the second day, worst kettle I ever had.")
    assert done.created
    assert done.item.visibility is Visibility.PUBLISHED
    assert done.item.public_text == "Broke on the second day, worst kettle I ever had."
    assert done.case_ids == ()
    assert not world.notices()


def test_submit_masks_a_number_opens_a_case_and_tells_the_author(world: World) -> None:
    done = world.review("Call me on 555-0134 please.")
    assert done.item.visibility is Visibility.REDACTED
    assert done.item.public_text == "Call me on [phone] please."
    [case] = world.desk.cases.list(by=ANA).items
    assert (case.id, case.lane, case.status) == (done.case_ids[0], Lane.TRIAGE, Status.QUEUED)
    [notice] = world.notices("author")
    assert notice.outcome == "redacted"
    assert "telephone number, at characters 12 to 19" in notice.body
    assert "555" not in notice.body
    assert notice.contest_until == world.now + timedelta(days=184)
    assert done.decision.automated


def test_submit_never_shows_a_buyers_name(world: World) -> None:
    assert world.review().item.author_name == "W**m"


def test_submit_again_changes_nothing(world: World) -> None:
    first = world.review("Call me on 555-0134 please.")
    again = world.review("Call me on 555-0134 please.")
    assert (first.created, again.created) == (True, False)
    assert again.case_ids == first.case_ids
    assert len(world.notices()) == 1
    with pytest.raises(ItemConflict):
        world.review("Something else.")


@pytest.mark.parametrize(
    ("refusal", "days_ago", "values"),
    [
        (NoPurchase, 3, {"order_id": None}),
        (NoPurchase, 3, {"product_id": "p-other"}),
        (NoPurchase, 3, {"order_id": "o-unknown"}),
        (NoPurchase, 3, {"author_id": "Somebody"}),
        (NotDelivered, None, {}),
        (NotDelivered, -1, {}),
        (WindowClosed, 60.01, {}),
        (RatingMissing, 3, {"rating": None}),
    ],
)
def test_native_review_is_refused(world: World, refusal: type, days_ago: float | None, values: dict) -> None:
    world.buy(days_ago=days_ago)
    with pytest.raises(refusal):
        world.desk.items.submit(world.item(**values), by=MARKET)
    assert not world.desk.items.listing().items


def test_native_review_on_the_last_day_is_taken(world: World) -> None:
    world.buy(days_ago=60)
    assert world.desk.items.submit(world.item(), by=MARKET).created


def test_second_review_for_the_same_product_of_an_order_is_refused(world: World) -> None:
    world.review()
    with pytest.raises(SecondReview):
        world.review("More.", id="i2")
    assert world.review("Other product.", id="i3", product_id="p2").created
    assert world.review("Other order.", id="i4", order_id="o2").created


def test_purchase_stated_by_the_marketplace_counts(world: World) -> None:
    item = world.item(delivered_at=world.now - timedelta(days=1))
    assert world.desk.items.submit(item, by=MARKET).created
    stated = world.item(id="i2", order_id="o9", delivered_at=world.now - timedelta(days=1))
    with pytest.raises(NoPurchase):
        world.desk.items.submit(stated, by=WILLIAM)


def test_refusals_have_their_own_codes() -> None:
    codes = {NoPurchase.code, NotDelivered.code, WindowClosed.code, RatingMissing.code, SecondReview.code}
    assert len(codes) == 5


def test_imported_review_says_so_and_stays_out_of_the_rate(world: World) -> None:
    world.buy()
    item = world.item(id="imp", source="shoptalk.example", order_id=None, rating=1)
    done = world.desk.items.submit(item, by=MARKET)
    assert done.item.provenance == "review from shoptalk.example"
    health = world.desk.shops.health("shop-1")
    assert (health.negative_reviews, health.delivered_orders, health.imported_reviews) == (0, 1, 1)


def test_nobody_submits_for_somebody_else(world: World) -> None:
    world.buy()
    reply = world.item("Sorry!", surface=Surface.SELLER_REPLY, author=Author.SELLER, rating=None)
    with pytest.raises(NotYours):
        world.desk.items.submit(reply, by=OTHER_SELLER)
    assert world.desk.items.submit(reply, by=SELLER).created
    with pytest.raises(NotYours):
        world.desk.items.submit(world.item(id="i2"), by=SELLER)


def test_submit_many_goes_on_after_a_refusal(world: World) -> None:
    world.buy()
    items = [world.item(id="a", order_id="o-unknown"), world.item(id="b"), world.item(id="c")]
    first, second, third = world.desk.items.submit_many(items, by=MARKET)
    assert isinstance(first, Refused)
    assert first.code == "no_purchase"
    assert second.created
    assert third.code == "second_review"


def test_shop_case_for_a_told_bribe_never_touches_the_review(world: World) -> None:
    done = world.review("They offered me a gift card for five stars.")
    assert done.item.visibility is Visibility.PUBLISHED
    [case] = world.desk.cases.list(by=ANA).items
    assert case.about is About.SHOP


def test_message_is_never_acted_on_by_a_machine(world: World) -> None:
    item = world.item(
        "Call 555-0134", surface=Surface.BUYER_MESSAGE, author=Author.SELLER, rating=None, order_id=None
    )
    done = world.desk.items.submit(item, by=MARKET)
    assert done.decision.action is Action.ALLOW
    assert done.item.visibility is Visibility.PRIVATE
    assert done.item.public_text is None
    assert len(done.case_ids) == 1


def test_edit_reassesses_and_keeps_both_ratings(world: World) -> None:
    world.review("Call me on 555-0134 please.", rating=1)
    edited = world.desk.items.edit("i1", text="It came late.", rating=4, by=WILLIAM)
    assert edited.item.revision == 2
    assert edited.item.visibility is Visibility.PUBLISHED
    file = world.desk.items.file("i1", by=ANA)
    assert (file.first_rating, file.rating) == (1, 4)
    assert [r.text for r in file.revisions] == ["Call me on 555-0134 please.", "It came late."]


def test_edit_with_the_same_content_changes_nothing(world: World) -> None:
    world.review("It came late.", rating=2)
    assert world.desk.items.edit("i1", text="It came late.", rating=2, by=WILLIAM).item.revision == 1


def test_open_case_follows_an_edit_and_old_pages_are_stale(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    page = world.case()
    world.desk.items.edit("i1", text="Write to 555-0135 then.", by=WILLIAM)
    with pytest.raises(StaleCase):
        world.decide(page, "redact")
    fresh = world.desk.cases.get(page.summary.id, by=ANA)
    assert fresh.summary.revision == 2
    assert fresh.text == "Write to 555-0135 then."
    assert world.decide(fresh, "redact").revision == 2


def test_edit_of_a_removed_item_does_not_bring_it_back(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    world.decide(world.case(), "remove")
    edited = world.desk.items.edit("i1", text="Nice kettle.", by=WILLIAM)
    assert edited.item.visibility is Visibility.REMOVED
    [case] = world.desk.cases.list(by=ANA).items
    assert (case.status, case.revision) == (Status.QUEUED, 2)
    world.decide(world.case(), "allow")
    assert world.desk.items.public("i1").public_text == "Nice kettle."


def test_withdraw_ends_everything_and_erases_after_retention(world: World) -> None:
    done = world.review("Call me on 555-0134 please.")
    report = world.report(comment="Look at the number.")
    appeal = world.appeal(done.decision.id)
    view = world.desk.items.withdraw("i1", by=WILLIAM)
    assert view.visibility is Visibility.WITHDRAWN
    assert view.public_text is None
    assert {c.status for c in world.desk.cases.list(by=ANA, status=None).items} == {Status.VOID}
    assert world.desk.appeals.get(appeal.id, by=WILLIAM).status == "withdrawn"
    assert world.desk.reports.get(report.id, by=SELLER).status == "void"
    with pytest.raises(ItemWithdrawn):
        world.desk.items.edit("i1", text="Back again.", by=WILLIAM)
    world.later(days=29)
    assert world.desk.tick().erased == 0
    assert world.desk.items.file("i1", by=ANA).text is not None
    world.later(days=2)
    assert world.desk.tick().erased == 1
    assert world.desk.tick().erased == 0
    file = world.desk.items.file("i1", by=ANA)
    assert (file.text, file.author_id) == (None, None)
    assert world.desk.reports.get(report.id, by=SELLER).comment is None
    assert world.desk.appeals.get(appeal.id, by=ANA).statement is None


def test_withdraw_belongs_to_the_author(world: World) -> None:
    world.review()
    with pytest.raises(NotYours):
        world.desk.items.withdraw("i1", by=SELLER)


def test_removed_product_takes_its_reviews_away_for_good(world: World) -> None:
    world.review()
    world.desk.shops.remove_product("p1", by=MARKET)
    assert world.desk.items.public("i1").visibility is Visibility.PRODUCT_REMOVED
    world.desk.shops.relist_product("p1", by=MARKET)
    assert world.desk.items.public("i1").visibility is Visibility.PRODUCT_REMOVED
    assert not world.desk.items.listing(product_id="p1").items
    world.review("New kettle, new review.", id="i2", order_id="o2")
    assert [i.id for i in world.desk.items.listing(product_id="p1").items] == ["i2"]


def test_refund_changes_nothing(world: World) -> None:
    before = world.review().item
    world.desk.orders.refund("o1", "p1", by=MARKET)
    assert world.desk.items.public("i1") == before
    assert world.desk.shops.health("shop-1").negative_reviews == 1


def test_listing_pages_through_everything_once(world: World) -> None:
    for n in range(7):
        world.review(f"Review {n}", id=f"i{n}", order_id=f"o{n}")
        world.later(seconds=n % 2)
    seen, cursor = [], None
    while True:
        page = world.desk.items.listing(shop_id="shop-1", cursor=cursor, limit=3)
        seen += [i.id for i in page.items]
        cursor = page.cursor
        if cursor is None:
            break
    assert sorted(seen) == [f"i{n}" for n in range(7)]


def test_unknown_cursor_is_refused_in_every_listing(world: World) -> None:
    desk = world.desk
    for cursor in ("nobody", "nul \x00 byte", "-1", "٣", "9" * 5000):
        for listing in (
            partial(desk.items.listing),
            partial(desk.cases.list, by=OPS),
            partial(desk.reports.list, by=OPS),
            partial(desk.appeals.list, by=OPS),
            partial(desk.notices.list, by=OPS),
        ):
            with pytest.raises(BadCursor):
                listing(cursor=cursor)


def test_newest_decision_is_the_last_one_made_while_the_clock_stands_still(world: World) -> None:
    world.review("Call me on 555-0134 please.")
    for n in range(12):
        world.desk.items.edit("i1", text=f"Call me on 555-0134, {n}.", by=MARKET)
    with world.store.read() as tx:
        made = tx.rulings.of_item("i1")
        assessment = tx.items.assessment("i1", 13)
    assert [d.revision for d in made] == list(range(1, 14))
    assert len({d.decided_at for d in made}) == 1
    assert assessment is not None
    assert [d.supersedes_id for d in made[1:]] == [d.id for d in made[:-1]]


def test_batch_judges_only_what_is_new(world: World) -> None:
    known = world.item("The lid leaks.", source="elsewhere")
    world.desk.items.submit(known, by=MARKET)
    judged: list[str] = []
    judge = world.desk.room.judge

    def counting(items):
        judged.extend(item.id for item in items)
        return judge(items)

    object.__setattr__(world.desk.room, "judge", counting)
    fresh = world.item("It rusts.", id="i2", source="elsewhere")
    other = world.item("Other words.", source="elsewhere")
    answers = world.desk.items.submit_many([known, fresh, other, fresh], by=MARKET)
    assert [getattr(a, "created", None) for a in answers] == [False, True, None, False]
    assert [getattr(a, "code", None) for a in answers] == [None, None, "item_conflict", None]
    assert "i1" not in judged


@pytest.mark.parametrize("text", ["", "\ud800 lone", "nul \x00 byte", "é" * 1000])
def test_any_text_can_be_stored(world: World, text: str) -> None:
    assert world.review(text).created
    assert not world.review(text, bought=False).created


def test_health_counts_first_or_current_rating_and_leaves_removed_out(world: World) -> None:
    world.review("Bad. Call 555-0134", rating=1)
    world.review("Good.", id="i2", order_id="o2", rating=5)
    health = world.desk.shops.health("shop-1")
    assert (health.negative_reviews, health.delivered_orders) == (1, 2)
    assert health.rate == 0.5
    assert health.low is not None
    assert health.low < 0.5 < (health.high or 0)
    world.decide(world.case(), "remove")
    assert world.desk.shops.health("shop-1").negative_reviews == 0
    assert world.desk.shops.health("shop-1").delivered_orders == 2


def test_health_without_orders_is_undefined(world: World) -> None:
    world.desk.shops.add("shop-9", name="Nine", by=OPS)
    assert world.desk.shops.health("shop-9").rate is None


def test_a_reply_answers_a_review_of_its_own_shop(world: World) -> None:
    world.review()

    def reply(**values: object):
        given = {"surface": Surface.SELLER_REPLY, "author": Author.SELLER, "rating": None, **values}
        return world.item("Sorry to read this.", **given)

    other = reply(id="r1", parent_id="i1", shop_id="shop-2")
    for actor in (OTHER_SELLER, MARKET):
        with pytest.raises(NotYours):
            world.desk.items.submit(other, by=actor)
    with pytest.raises(NotFound):
        world.desk.items.submit(reply(id="r2", parent_id="nowhere"), by=SELLER)
    assert world.desk.items.submit(reply(id="r3", parent_id="i1"), by=SELLER).created
