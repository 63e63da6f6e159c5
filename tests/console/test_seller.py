"""A seller reports, follows, and appeals; and sees nothing of another shop."""

from __future__ import annotations

import pytest

from moderation.content import Author, Surface
from tests.desk.world import ANA, BEN, MARKET, SELLER


def test_seller_reports_a_review_and_follows_it(world, visitor):
    world.review("The lid leaks. The manager is called Wilhelmina Testperson.")
    sela = visitor("sela")
    sela.get("/shop/reviews")
    assert "The lid leaks." in sela.words
    sela.get("/shop/reviews/i1/report")
    assert "A customer's name" in sela.html or "name" in sela.words
    sela.send(
        "/shop/reviews/i1/report",
        reason="personal_information",
        sentence="1",
        comment="A name.",
        acknowledged="yes",
    )
    assert sela.path.startswith("/shop/reports/")
    assert "Your report has arrived" in sela.words
    [report] = world.desk.reports.list(by=SELLER).items
    assert report.reference in sela.words
    assert report.span is not None
    assert world.desk.cases.get(report.case_id, by=ANA).reports[0].comment == "A name."
    case = world.case()
    world.decide(case, "allow")
    world.later(seconds=11)
    sela.get(f"/shop/reports/{report.id}")
    assert "Not upheld" in sela.words
    assert "You can contest this" in sela.words


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"acknowledged": ""}, "Tick the statement"),
        ({"reason": ""}, "Something is missing"),
        ({"reason": "made_up"}, "Choose a reason"),
        ({"quote": "not there"}, "not in the text"),
    ],
)
def test_refused_report_keeps_what_was_typed(world, visitor, fields, says):
    world.review()
    sela = visitor("sela")
    sela.get("/shop/reviews/i1/report")
    given = {"reason": "other", "comment": "My <note>", "acknowledged": "yes", **fields}
    sela.send("/shop/reviews/i1/report", **given)
    assert sela.status == 422
    assert says in sela.words
    assert "My &lt;note&gt;" in sela.html


def test_quote_in_a_masked_review_goes_with_the_comment(world, visitor):
    world.review("Call 202-555-0143. The rest is a lie by a rival.")
    assert "[phone]" in (world.desk.items.public("i1").public_text or "")
    sela = visitor("sela")
    sela.get("/shop/reviews/i1/report")
    sela.send("/shop/reviews/i1/report", reason="competitor", quote="by a rival", acknowledged="yes")
    [report] = world.desk.reports.list(by=SELLER).items
    assert report.span is None
    assert report.comment == "Quoted: by a rival"


@pytest.fixture
def refused_report(world):
    world.review("The lid leaks.")
    world.report(reason="competitor")
    world.decide(world.case(), "allow")
    world.later(seconds=11)


def test_seller_appeals_and_a_senior_overturns_after_a_blind_reading(world, visitor, refused_report):
    sela = visitor("sela")
    sela.get("/shop/notices")
    notice = world.desk.notices.list(by=SELLER).items[0]
    assert notice.subject in sela.words
    sela.get(f"/shop/notices/{notice.id}")
    assert "How to contest it" in sela.words
    sela.get(f"/shop/notices/{notice.id}/appeal")
    sela.send(
        f"/shop/notices/{notice.id}/appeal",
        statement="It is our rival <b>indeed</b>.",
        evidence="listing version",
        references="order o1\nticket 7",
    )
    assert sela.path.startswith("/shop/appeals/")
    [appeal] = world.desk.appeals.list(by=SELLER).items
    assert appeal.evidence == ("listing version", "order o1", "ticket 7")

    sena = visitor("sena")
    sena.get("/appeals")
    assert appeal.reference in sena.words
    sena.send("/queues/next", lane="appeals")
    assert sena.path == f"/appeals/{appeal.id}"
    assert "It is our rival &lt;b&gt;" in sena.html
    assert "The first decision is hidden" in sena.words
    assert "ana" not in sena.words.replace("another", "")
    assert "Not upheld" not in sena.words
    sena.send(f"/appeals/{appeal.id}/reading", action="remove", clause="authenticity.competitor_review")
    assert "Side by side" in sena.words
    assert "ana, moderator" in sena.words
    sena.send(f"/appeals/{appeal.id}/verdict", verdict="upheld", action="remove", reason="A rival.")
    assert sena.status == 422
    assert "Verdict and action do not fit" in sena.words
    assert "A rival." in sena.html
    sena.send(
        f"/appeals/{appeal.id}/verdict",
        verdict="overturned",
        action="remove",
        clause="authenticity.competitor_review",
        reason="A rival.",
    )
    assert "The appeal is settled" in sena.words
    assert world.desk.items.public("i1").visibility == "removed"
    sela.get(f"/shop/appeals/{appeal.id}")
    assert "Decision overturned" in sela.words


def test_first_decider_cannot_read_the_appeal(world, visitor, refused_report):
    notice = world.desk.notices.list(by=SELLER).items[0]
    appeal = world.appeal(notice.decision_id, by=SELLER)
    ana = visitor("ana")
    ana.get(f"/appeals/{appeal.id}")
    assert "You had a part in the first decision" in ana.words
    assert "/reading" not in ana.html


def test_first_case_keeps_the_secret_from_the_reader(world, visitor, refused_report):
    notice = world.desk.notices.list(by=SELLER).items[0]
    appeal = world.appeal(notice.decision_id, by=SELLER)
    world.desk.cases.claim(appeal.case_id, by=BEN)
    ben = visitor("ben")
    ben.get(f"/cases/{appeal.first_case_id}")
    assert ben.status == 200
    assert "Not upheld" not in ben.words
    assert "not upheld" not in ben.words
    assert "action: allow" not in ben.words


def test_sellers_own_restricted_reply_can_be_appealed(world, visitor):
    world.review()
    world.desk.items.submit(
        world.item(
            "Ring us on 202-555-0150.",
            id="r1",
            surface=Surface.SELLER_REPLY,
            author=Author.SELLER,
            author_id="sela",
            rating=None,
            order_id=None,
            parent_id="i1",
        ),
        by=MARKET,
    )
    sela = visitor("sela")
    sela.get("/shop/notices")
    assert "Part of a text was masked" in sela.words
    notice = world.desk.notices.list(by=SELLER).items[0]
    sela.get(f"/shop/notices/{notice.id}")
    assert "An automated system" in sela.words
    sela.get(f"/shop/notices/{notice.id}/appeal")
    sela.send(f"/shop/notices/{notice.id}/appeal", statement="That is the public line.")
    assert "Your appeal has arrived" in sela.words


def test_another_shops_things_are_not_there(world, visitor, refused_report):
    world_report = world.desk.reports.list(by=SELLER).items[0]
    notice = world.desk.notices.list(by=SELLER).items[0]
    appeal = world.appeal(notice.decision_id, by=SELLER)
    otto = visitor("otto")
    token = otto.form("/sign-out")["form_token"]
    for path in (
        "/shop/reviews/i1/report",
        f"/shop/reports/{world_report.id}",
        f"/shop/notices/{notice.id}",
        f"/shop/notices/{notice.id}/appeal",
        f"/shop/appeals/{appeal.id}",
    ):
        otto.get(path)
        assert otto.status == 404, path
    for path in (
        "/shop/reviews/i1/report",
        f"/shop/reports/{world_report.id}/withdraw",
        f"/shop/notices/{notice.id}/appeal",
        f"/shop/appeals/{appeal.id}/withdraw",
    ):
        otto.post(path, {"form_token": token, "reason": "other", "acknowledged": "yes", "statement": "x"})
        assert otto.status == 404, path
    otto.get("/shop/reviews")
    assert "The lid leaks" not in otto.words
    assert "shop-1" not in otto.words


def test_shop_page_shows_the_rate_with_its_counts(world, visitor):
    world.review()
    sela = visitor("sela")
    assert sela.path == "/shop"
    assert "100.0 %" in sela.words
    assert "1 reviews of one or two stars for 1 delivered orders" in sela.words
    assert "95 % interval" in sela.words
    visitor("otto").get("/shop")


def test_withdrawn_report_says_so(world, visitor):
    world.review()
    report = world.report()
    sela = visitor("sela")
    sela.get(f"/shop/reports/{report.id}")
    sela.send(f"/shop/reports/{report.id}/withdraw")
    assert "Withdrawn by you" in sela.words


def test_verdict_can_mask_words_that_no_machine_found(world, visitor, refused_report):
    notice = world.desk.notices.list(by=SELLER).items[0]
    appeal = world.appeal(notice.decision_id, by=SELLER)
    sena = visitor("sena")
    sena.get(f"/appeals/{appeal.id}")
    sena.send(f"/appeals/{appeal.id}/reading", action="redact", clause="content.advertising")
    sena.send(
        f"/appeals/{appeal.id}/verdict",
        verdict="overturned",
        action="redact",
        clause="content.advertising",
        mask="leaks",
        reason="Only that word.",
    )
    assert "The appeal is settled" in sena.words
    assert world.desk.items.public("i1").public_text == "The lid [removed]."
