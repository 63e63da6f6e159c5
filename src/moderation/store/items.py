"""Items, their revisions and what machines saw in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select

from moderation.content import Surface
from moderation.findings import Assessment
from moderation.store import schema
from moderation.store.codec import decode, encode, version
from moderation.store.records import ItemRecord, RevisionRecord
from moderation.store.rows import add, every, one, put


class Items:
    """Items without their words; those are in `Texts`."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def get(self, item_id: str, *, lock: bool = False) -> ItemRecord | None:
        """Return an item or None."""
        return one(self._conn, ItemRecord, schema.items, schema.items.c.id == item_id, lock=lock)

    def all(self, item_ids: Sequence[str]) -> dict[str, ItemRecord]:
        """Return items by id."""
        found = every(self._conn, ItemRecord, schema.items, schema.items.c.id.in_(set(item_ids)))
        return {item.id: item for item in found}

    def add(self, item: ItemRecord) -> None:
        """Store a new item."""
        add(self._conn, schema.items, item)

    def put(self, item: ItemRecord) -> None:
        """Store an item's changed columns."""
        put(self._conn, schema.items, item)

    def native_review(self, order_id: str, product_id: str) -> str | None:
        """Return the id of the native review for this product of this order, if one was ever written."""
        t = schema.items
        found = self._conn.execute(
            select(t.c.id).where(
                t.c.order_id == order_id,
                t.c.product_id == product_id,
                t.c.surface == Surface.REVIEW,
                t.c.source == "platform",
                t.c.author == "buyer",
            )
        )
        return found.scalar_one_or_none()

    def replies(self, parent_id: str, surface: Surface) -> int:
        """Return how many items of a surface answer another and still stand."""
        t = schema.items
        where = (t.c.parent_id == parent_id, t.c.surface == surface, t.c.withdrawn_at.is_(None))
        return len(self._conn.execute(select(t.c.id).where(*where)).all())

    def listing(
        self,
        *,
        product_id: str | None,
        shop_id: str | None,
        author_id: str | None,
        surface: Surface | None,
        parent_id: str | None,
        before: tuple[datetime, str] | None,
        limit: int,
    ) -> tuple[ItemRecord, ...]:
        """Return items that fit, newest first, from `before` (time and id) on."""
        t = schema.items
        wanted = {
            "product_id": product_id,
            "shop_id": shop_id,
            "author_id": author_id,
            "surface": surface,
            "parent_id": parent_id,
        }
        where: list[ColumnElement[bool]] = [t.c[k] == v for k, v in wanted.items() if v is not None]
        if before is not None:
            at, item_id = before
            where.append(or_(t.c.created_at < at, and_(t.c.created_at == at, t.c.id < item_id)))
        order = (t.c.created_at.desc(), t.c.id.desc())
        return every(self._conn, ItemRecord, t, *where, order=order, limit=limit)

    def due_for_erasure(self, now: datetime, *, limit: int = 500) -> tuple[ItemRecord, ...]:
        """Return items whose retention has passed and whose texts are still there."""
        t = schema.items
        where = (t.c.erase_at <= now, t.c.erased_at.is_(None))
        return every(self._conn, ItemRecord, t, *where, order=(t.c.erase_at.asc(),), limit=limit)

    def add_revision(self, revision: RevisionRecord) -> None:
        """Store a revision."""
        add(self._conn, schema.revisions, revision)

    def revisions(self, item_id: str) -> tuple[RevisionRecord, ...]:
        """Return all revisions, oldest first."""
        t = schema.revisions
        return every(self._conn, RevisionRecord, t, t.c.item_id == item_id, order=(t.c.revision.asc(),))

    def current(self, items: Sequence[ItemRecord]) -> dict[str, RevisionRecord]:
        """Return the current revision of each item, by item id."""
        t = schema.revisions
        found = every(self._conn, RevisionRecord, t, t.c.item_id.in_({item.id for item in items}))
        now = {item.id: item.revision for item in items}
        return {r.item_id: r for r in found if now[r.item_id] == r.revision}

    def add_assessment(self, assessment_id: str, assessment: Assessment, *, at: datetime) -> None:
        """Store what machines saw, unless the same machines saw this revision before."""
        t = schema.assessments
        same = (
            t.c.item_id == assessment.item_id,
            t.c.revision == assessment.revision,
            t.c.fingerprint == assessment.fingerprint,
        )
        if self._conn.execute(select(t.c.id).where(*same)).first() is not None:
            return
        self._conn.execute(
            insert(t).values(
                id=assessment_id,
                item_id=assessment.item_id,
                revision=assessment.revision,
                fingerprint=assessment.fingerprint,
                version=version("Assessment"),
                body=encode(assessment),
                assessed_at=at,
            )
        )

    def assessment(self, item_id: str, revision: int) -> Assessment | None:
        """Return the newest assessment of a revision."""
        t = schema.assessments
        query = select(t.c.body).where(t.c.item_id == item_id, t.c.revision == revision)
        body = self._conn.execute(
            query.order_by(t.c.assessed_at.desc(), t.c.id.desc()).limit(1)
        ).scalar_one_or_none()
        return None if body is None else decode(Assessment, body)
