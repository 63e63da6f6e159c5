"""The store: migrations, append-only events, codec, durability of concurrent writers, engine settings."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from moderation.cases import events as ev
from moderation.cases.events import EVENTS, Event
from moderation.cases.status import AppealStatus, Origin, ReleaseReason
from moderation.content import Author, Surface
from moderation.decisions import About, Action, Actor, ActorKind, Lane
from moderation.findings import Allegation, Assessment, Cause, Causes, Finding, Kind, Span
from moderation.store import Store, Tx, WriteClash
from moderation.store.codec import decode, decode_event, encode, encode_event
from moderation.store.columns import canonical, micros
from moderation.store.records import ItemRecord, ShopRecord
from moderation.store.schema import metadata
from tests.store.databases import DATABASES, fresh_url

T0 = datetime(2026, 3, 1, 9, tzinfo=UTC)
ANA = Actor(ActorKind.MODERATOR, "ana")


@pytest.fixture(params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = Store(fresh_url(request.param, tmp_path))
    made.migrate()
    yield made
    made.close()


def item(item_id: str = "i1") -> ItemRecord:
    return ItemRecord(
        id=item_id,
        surface=Surface.REVIEW,
        author=Author.BUYER,
        author_id="William",
        shop_id=None,
        product_id=None,
        product_generation=None,
        order_id=None,
        parent_id=None,
        thread_id=None,
        source="platform",
        incentivised=None,
        context={"media": []},
        created_at=T0,
        received_at=T0,
        revision=1,
        rating=1,
        first_rating=1,
        lang="en",
    )


OPENED = ev.Opened(
    at=T0,
    by=ANA,
    case_id="c1",
    item_id="i1",
    revision=1,
    lane=Lane.TRIAGE,
    about=About.AUTHOR,
    labels=("pii.phone",),
    origin=Origin.FINDING,
)


def test_migrations_make_the_declared_schema(store: Store) -> None:
    assert store.ready()
    with store.engine.connect() as conn:
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []


def test_store_is_not_ready_before_migrating(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'empty.db'}")
    assert not store.ready()
    store.close()


def test_migrating_at_once_is_done_once(tmp_path: Path) -> None:
    stores = [Store(f"sqlite:///{tmp_path / 'one.db'}") for _ in range(4)]
    failures: list[BaseException] = []

    def run(store: Store) -> None:
        try:
            store.migrate()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(s,)) for s in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert all(s.ready() for s in stores)
    for s in stores:
        s.close()


@pytest.mark.parametrize("statement", ["UPDATE events SET actor = 'x'", "DELETE FROM events"])
def test_events_are_append_only(store: Store, statement: str) -> None:
    with store.write() as tx:
        tx.items.add(item())
        tx.cases.open((OPENED,))
    with (
        pytest.raises((DBAPIError, WriteClash), match=r"append-only|another writer"),
        store.engine.begin() as conn,
    ):
        conn.execute(text(statement))
    with store.read() as tx:
        assert tx.cases.events("c1") == (OPENED,)


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def fail(tx: Tx) -> None:
        tx.items.add(item())
        raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        store.attempt(fail)
    with store.read() as tx:
        assert tx.items.get("i1") is None


def test_same_row_twice_is_a_clash(store: Store) -> None:
    with store.write() as tx:
        tx.items.add(item())
    with pytest.raises(WriteClash), store.write() as tx:
        tx.items.add(item())


def test_sqlite_survives_a_kill(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'm.db'}")
    with store.engine.connect() as conn:
        pragma = {
            name: conn.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    store.close()


def test_erasing_an_item_empties_its_texts_only(store: Store) -> None:
    with store.write() as tx:
        tx.items.add(item())
        tx.texts.add("t1", "mine", kind="item", item_id="i1", at=T0)
        tx.texts.add("t2", "theirs", kind="item", item_id="i2", at=T0)
        assert tx.texts.erase_item("i1", at=T0) == 1
        assert (tx.texts.get("t1"), tx.texts.get("t2")) == (None, "theirs")


@pytest.mark.parametrize(
    "body",
    [
        "nul \x00 byte",
        "\ud800 lone",
        "\ud83d\ude00 two halves",
        "\x1a0000",
        "\x1a\x1a001a",
        "grüße \U0001f600",
        "",
    ],
)
def test_any_text_comes_back_as_it_was(store: Store, body: str) -> None:
    with store.write() as tx:
        tx.texts.add("t1", body, kind="item", item_id="i1", at=T0)
        tx.parties.put_shop(ShopRecord(id="s1", name=body))
    with store.read() as tx:
        assert tx.texts.get("t1") == body
        assert tx.texts.all(["t1"]) == {"t1": body}
        shop = tx.parties.shop("s1")
        assert shop is not None
        assert shop.name == body


def test_errors_of_the_database_hold_no_values(store: Store) -> None:
    with pytest.raises(DBAPIError) as refused, store.engine.connect() as conn:
        conn.execute(text("SELECT :words FROM nowhere"), {"words": "somebody's words"})
    assert "somebody" not in str(refused.value)


EVENT_FIELDS = {
    ev.Queued: {"queue": "triage", "due_at": T0},
    ev.Moved: {"queue": "qa"},
    ev.Claimed: {"lease_until": T0},
    ev.Renewed: {"lease_until": T0},
    ev.Released: {"reason": ReleaseReason.LANGUAGE},
    ev.Escalated: {"text_id": "t"},
    ev.Asked: {"text_id": "t", "until": T0},
    ev.Answered: {"text_id": "t"},
    ev.Snoozed: {"until": T0},
    ev.Decided: {"decision_id": "d", "revision": 1, "action": Action.REDACT, "undo_until": T0},
    ev.Undone: {"decision_id": "d"},
    ev.Reopened: {"revision": 2, "because": "edited"},
    ev.Voided: {"because": "withdrawn"},
    ev.Noted: {"text_id": "t"},
    ev.Reported: {"report_id": "r", "weight": 1.5, "labels": ("pii.phone",)},
    ev.Reassessed: {"revision": 2, "labels": (), "severity": 1.0, "confidence": 0.25},
    ev.Appealed: {"appeal_id": "a", "weight": 1.0},
    ev.AppealEnded: {"appeal_id": "a", "outcome": AppealStatus.OVERTURNED},
}


def sample(kind: type[Event]) -> Event:
    return OPENED if kind is ev.Opened else kind(at=T0, by=ANA, **EVENT_FIELDS.get(kind, {}))


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_every_event_survives_the_codec(kind: type[Event]) -> None:
    name, version, body = encode_event(sample(kind))
    assert decode_event(name, version, json.loads(canonical(body))) == sample(kind)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_every_shape_ever_written_still_loads(kind: type[Event]) -> None:
    path = Path(__file__).parent / "golden" / f"v1-{kind.__name__}.json"
    body = json.loads(path.read_text())
    assert decode_event(kind.__name__, 1, body) == sample(kind)


def test_assessment_survives_the_codec() -> None:
    seen = Assessment(
        item_id="i1",
        revision=2,
        lang="en",
        unread_media=1,
        fingerprint="f",
        findings=(
            Finding(
                label="pii.phone",
                span=Span(0, 3),
                confidence=0.5,
                because="b",
                detector="d@1",
                kind=Kind.PHONE,
            ),
        ),
        allegations=(
            Allegation(label="incentive.money", span=None, confidence=0.5, because="b", detector="d@1"),
        ),
        causes=Causes(
            primary=Cause(subtype="other.unclear", confidence=0.4), assigned=(), scores=(("a.b", 0.5),)
        ),
    )
    assert decode(Assessment, json.loads(canonical(encode(seen)))) == seen


@settings(max_examples=100, deadline=None)
@given(st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)))  # noqa: DTZ001
def test_instants_are_exact(at: datetime) -> None:
    assert datetime(1970, 1, 1, tzinfo=UTC) + micros(at) * timedelta(microseconds=1) == at


def test_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        micros(datetime(2026, 1, 1))  # noqa: DTZ001
