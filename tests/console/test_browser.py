"""A person at a real browser: keyboard only for the moderator, forms for the seller; scripts under the CSP."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from moderation.app import build_desk
from moderation.config import Config
from moderation.content import Item
from moderation.decisions import ActorKind
from tests.console.server import CHROMIUM, SWITCHES, serving
from tests.desk.world import MARKET

pytestmark = pytest.mark.browser

PASSWORD = "correct horse"
NUMBER = "312-555-0142"


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("console")
    config = Config.from_env({}, folder=str(folder))
    desk = build_desk(config)
    desk.shops.add("shop-1", name="Bright Mugs", by=MARKET)
    now = datetime.now(UTC)
    texts = (f"The lid leaks after a week. Please ring me on {NUMBER} about it.", "Stopped working. Sad.")
    for n, text in enumerate(texts, start=1):
        desk.items.submit(
            Item(
                id=f"review-{n}",
                text=text,
                rating=1,
                author_id=f"buyer-{n}",
                shop_id="shop-1",
                product_id=f"mug-{n}",
                order_id=f"order-{n}",
                created_at=now,
                delivered_at=now - timedelta(days=3),
            ),
            by=MARKET,
        )
    for name, role, shop in (
        ("ana", ActorKind.MODERATOR, None),
        ("sena", ActorKind.SENIOR, None),
        ("sela", ActorKind.SELLER, "shop-1"),
    ):
        desk.people.add(name, role=role, password=PASSWORD, shop_id=shop)
    desk.room.store.close()
    with serving(folder) as where:
        yield where


@pytest.fixture(scope="module")
def chromium() -> Iterator:
    if not Path(CHROMIUM).exists():
        reason = f"no {CHROMIUM}: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield browser
        browser.close()


@pytest.fixture
def sign_in(address, chromium):
    opened, complaints = [], []

    def visit(name: str):
        context = chromium.new_context(base_url=address)
        page = context.new_page()
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        opened.append(context)
        page.goto("/")
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        return page

    yield visit
    for context in opened:
        context.close()
    assert not [c for c in complaints if "409" not in c and "422" not in c]


def press(page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_moderator_takes_a_case_from_queue_to_notice_by_keyboard_alone(sign_in):
    page = sign_in("ana")
    assert page.url.endswith("/queues")
    press(page, "c")
    assert "/cases/" in page.url
    assert NUMBER in page.inner_text("mark")
    assert page.is_checked("input[name=clause]")
    page.keyboard.press("1")
    assert not page.is_checked("input[name=clause]")
    page.keyboard.press("1")
    page.keyboard.press("r")
    assert page.is_checked("input[value=redact]")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.type("It shows a number; sad, really.")
    assert page.is_checked("input[value=redact]"), "keys are off while typing"
    page.keyboard.press("Escape")
    press(page, "p")
    assert "ring me on [phone]" in page.inner_text("#preview")
    press(page, "s")
    assert "Decided." in page.inner_text("main")
    press(page, "u")
    assert "taken back" in page.inner_text("main")
    page.keyboard.press("d")
    page.keyboard.type("It shows a number.")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    press(page, "s")
    # The page comes back by itself once the decision has taken effect.
    page.wait_for_selector(".undo", state="detached", timeout=20_000)
    notices = page.locator("details.notice", has_text="It shows a number.").all_text_contents()
    assert any("buyer-1" in notice and "Part of a text was masked" in notice for notice in notices)


def test_keys_walk_the_list_and_open_the_overlay(sign_in):
    page = sign_in("ana")
    page.goto("/cases")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-row]') !== null")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    assert not page.is_visible("#keys")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "queue"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    press(page, "Enter")
    assert "/cases/" in page.url


def test_seller_reports_and_appeals(sign_in):
    seller = sign_in("sela")
    seller.click("text=Reviews")
    seller.click("article:has-text('Stopped working') >> text=Report")
    seller.check("input[value='0'][name=sentence]")
    seller.check("input[value=competitor]")
    seller.fill("textarea[name=comment]", "A rival's habit.")
    seller.check("input[name=acknowledged]")
    seller.click("text=Send the report")
    assert "Your report has arrived" in seller.inner_text("main")

    ana = sign_in("ana")
    ana.goto("/cases?status=queued")
    ana.click("tr:has-text('Stopped working') a")
    assert "A rival's habit." in ana.inner_text("main")
    press(ana, "c")
    ana.keyboard.press("a")
    press(ana, "s")
    assert "Decided." in ana.inner_text("main")
    ana.wait_for_selector(".undo", state="detached", timeout=20_000)

    seller.goto("/shop/notices")
    seller.click("text=A report was not upheld")
    seller.click("text=Appeal this decision")
    seller.fill("textarea[name=statement]", "Our rival says so openly.")
    seller.click("text=Send the appeal")
    assert "Your appeal has arrived" in seller.inner_text("main")

    sena = sign_in("sena")
    sena.goto("/appeals")
    press(sena, "c")
    assert "The first decision is hidden" in sena.inner_text("main")
    sena.keyboard.press("a")
    press(sena, "s")
    assert "Side by side" in sena.inner_text("main")
    sena.check("input[value=upheld]")
    sena.fill("textarea[name=reason]", "Nothing points to a rival.")
    sena.keyboard.press("Escape")
    press(sena, "s")
    assert "The appeal is settled" in sena.inner_text("main")
    seller.reload()
    assert "The decision stands" in seller.inner_text("main")
