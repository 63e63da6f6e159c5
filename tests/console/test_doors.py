"""Signing in, forged forms, roles, and what every page promises."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

from moderation.console import pages
from moderation.console.pages.signing import own_path
from moderation.console.refusals import ANSWERS
from moderation.console.render import templates
from moderation.errors import ModerationError
from tests.console.site import PASSWORD, Browser
from tests.desk.world import ANA


def routes(method: str) -> list[str]:
    modules = [import_module(f"{pages.__name__}.{m.name}") for m in pkgutil.iter_modules(pages.__path__)]
    found = {r.path for m in modules for r in m.router.routes if method in r.methods}
    assert len(found) > 10
    return sorted(found)


def test_signed_out_people_are_asked_to_sign_in_and_return(world, app, visitor):
    world.review("Call 202-555-0143.")
    browser = Browser(app)
    browser.get("/cases")
    assert browser.path == "/sign-in"
    visitor("ana")
    browser.send("/sign-in", name="ana", password=PASSWORD)
    assert browser.path == "/cases"
    browser.send("/sign-out")
    browser.get("/cases")
    assert browser.path == "/sign-in"


def test_wrong_password_and_unknown_name_look_alike(visitor, app):
    visitor("ana")
    browser = Browser(app)
    browser.get("/sign-in")
    browser.send("/sign-in", name="ana", password="wrong")
    first = browser.words
    assert browser.status == 401
    browser.send("/sign-in", name="bob", password="wrong")
    assert browser.words == first


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb", ""]
)
def test_sign_in_never_leads_elsewhere(to):
    assert own_path(to) == "/"


@pytest.mark.parametrize("token", ["", "forged"])
def test_forms_without_their_token_are_refused(world, visitor, token):
    world.review("Call 202-555-0143.")
    people = {"/shop": visitor("sela"), "": visitor("ana")}
    before = world.desk.cases.list(by=ANA).items
    for path in routes("POST"):
        if path == "/sign-in":
            continue
        browser = next(b for start, b in people.items() if path.startswith(start))
        browser.post(
            re.sub(r"\{\w+\}", "x", path), {"form_token": token, "action": "remove"} if token else {}
        )
        assert browser.status == 403, path
        assert "out of date" in browser.words, path
    assert world.desk.cases.list(by=ANA).items == before


def test_sign_in_from_another_site_is_refused(app):
    browser = Browser(app)
    answer = browser.client.post(
        "/sign-in", data={"name": "ana", "password": PASSWORD}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 403


def test_pages_need_a_sign_in(app):
    browser = Browser(app)
    for path in routes("GET"):
        if path.startswith(("/static", "/sign-in")):
            continue
        browser.get(re.sub(r"\{\w+\}", "x", path))
        assert browser.path == "/sign-in", path


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("sela", ["/queues", "/cases", "/appeals", "/overview", "/shops"]),
        ("ana", ["/shop", "/shop/reviews", "/shop/notices", "/overview", "/shops"]),
        ("ops", ["/shop", "/shop/appeals"]),
    ],
)
def test_pages_of_other_roles_are_refused(visitor, name, paths):
    browser = visitor(name)
    for path in paths:
        browser.get(path)
        assert browser.status == 403, path


def test_seller_cannot_read_a_case(world, visitor):
    case_id = world.review("Call 202-555-0143.").case_ids[0]
    sela = visitor("sela")
    sela.get(f"/cases/{case_id}")
    assert sela.status == 403
    assert "202-555-0143" not in sela.html


@pytest.mark.parametrize(
    ("name", "home"), [("ana", "/queues"), ("sena", "/queues"), ("ops", "/overview"), ("sela", "/shop")]
)
def test_home_by_role(visitor, name, home):
    assert visitor(name).path == home


def test_operator_sees_counts_versions_and_shops_but_no_forms(world, visitor):
    case_id = world.review("Call 202-555-0143.").case_ids[0]
    ops = visitor("ops")
    assert world.desk.room.catalogue.version in ops.words
    assert "pii@" in ops.words
    ops.get("/shops")
    assert "shop-1" in ops.words
    ops.get(f"/cases/{case_id}")
    assert ops.status == 200
    assert f'action="/cases/{case_id}/decide"' not in ops.html
    ops.send(f"/cases/{case_id}/note", note="Seen by the operator.")
    assert "Seen by the operator." in ops.words


def test_demo_sign_ins_show_on_this_machine_only(world, app):
    class Person:
        name, role, shop, password = "demo-ana", "moderator", None, "demo"

    browser = Browser(app)
    assert "demo-ana" not in browser.get("/sign-in")
    app.state.demo_sign_ins = (Person,)
    assert "demo-ana" in browser.get("/sign-in")
    afar = browser.client.get("/sign-in", headers={"X-Forwarded-For": "192.0.2.7"})
    assert "demo-ana" not in afar.text


def test_pages_carry_no_inline_script_or_style():
    from importlib.resources import files

    folder = files("moderation.console").joinpath("templates")
    for name in templates():
        html = folder.joinpath(name).read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|\|\s*safe|autoescape false", html), name
        for form in re.findall(r"<form[^>]*>.{0,80}", html, re.DOTALL):
            sends = 'method="post"' in form
            assert (
                not sends
                or "m.token(" in form
                or "token(form_token)" in form
                or "/sign-in" in form
                or ("decide" in form)
            ), (name, form)


@pytest.mark.parametrize("file", ["console.css", "console.js", "mark.svg"])
def test_static_files_are_served(app, file):
    answer = Browser(app).client.get(f"/static/{file}")
    assert answer.status_code == 200
    assert answer.content


def test_missing_pages_are_pages(app, visitor):
    ana = visitor("ana")
    ana.get("/nowhere")
    assert ana.status == 404
    assert "There is nothing here" in ana.words
    ana.get("/cases/none")
    assert ana.status == 404
    assert ana.client.get("/static/secret.py").status_code == 404


def test_text_that_is_no_unicode_does_not_break_a_page(world, visitor):
    case_id = world.review("Broken \ud800 half. Call 202-555-0143.").case_ids[0]
    ana = visitor("ana")
    ana.get(f"/cases/{case_id}")
    assert ana.status == 200
    assert "Broken" in ana.words


def test_answers_name_codes_that_exist():
    import moderation.access  # noqa: F401

    def below(kind: type[ModerationError]) -> set[str]:
        return {kind.code} | {code for sub in kind.__subclasses__() for code in below(sub)}

    assert set(ANSWERS) <= below(ModerationError)
