"""The OpenAPI description of input rows and result rows (the contract's two tables)."""

from __future__ import annotations

from typing import Any, Final

from moderation.content import Author, Surface
from moderation.decisions import About, Action, Lane
from moderation.findings import Kind

Schema = dict[str, Any]


def _ref(title: str) -> Schema:
    return {"$ref": f"#/components/schemas/{title}"}


def _string(description: str = "", **more: object) -> Schema:
    return {"type": "string", **({"description": description} if description else {}), **more}


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


ROW: Final[Schema] = {
    "type": "object",
    "title": "InputRow",
    "required": ["id", "text"],
    "properties": {
        "id": _string(minLength=1),
        "text": _string("Unicode, at most 1 MiB; offsets count code points"),
        "surface": _string(enum=list(Surface), default="review"),
        "author": _string("default: by the surface", enum=list(Author)),
        "rating": {"type": "integer", "minimum": 1, "maximum": 5},
        "lang": _string("BCP 47; detected where absent"),
        "created_at": _string(format="date-time"),
        "delivered_at": _string(format="date-time"),
        **{
            name: _string()
            for name in (
                "author_id", "shop_id", "product_id", "order_id", "parent_id", "parent_text", "thread_id",
                "product_title", "shop_name", "source",
            )
        },
        "shop_contacts": {"type": "array", "items": {"type": "string"}},
        "incentivised": {"type": "boolean"},
        "media": {
            "type": "array",
            "items": {"type": "object", "required": ["path"], "properties": {"path": _string()}},
        },
    },
    "additionalProperties": True,
}  # fmt: skip

ROW_OR_ROWS: Final[Schema] = {
    "anyOf": [
        _ref("InputRow"),
        _ref("InputRows"),
    ]
}
ROWS: Final[Schema] = {
    "type": "object",
    "title": "InputRows",
    "required": ["items"],
    "properties": {"items": {"type": "array", "maxItems": 1000, "items": _ref("InputRow")}},
}

_OFFSET: Final = _nullable({"type": "integer", "minimum": 0})
_CONFIDENCE: Final = {"type": "number", "minimum": 0, "maximum": 1}
FINDING: Final[Schema] = {
    "type": "object",
    "title": "FindingRow",
    "required": ["label", "kind", "start", "end", "confidence", "severity", "because", "detector"],
    "properties": {
        "label": _string("clause id"),
        "kind": _nullable(_string(enum=list(Kind))),
        "start": _OFFSET,
        "end": _OFFSET,
        "confidence": _CONFIDENCE,
        "severity": _string(enum=["low", "medium", "high", "critical"]),
        "because": _string("stable key of the evidence"),
        "detector": _string("name@version"),
        "below_report": {"type": "boolean"},
    },
}
CASE: Final[Schema] = {
    "type": "object",
    "title": "CaseRow",
    "required": ["lane", "about", "labels"],
    "properties": {
        "lane": _string(enum=[Lane.TRIAGE, Lane.SPECIALIST]),
        "about": _string(enum=list(About)),
        "labels": {"type": "array", "items": {"type": "string"}},
    },
}
CAUSE: Final[Schema] = {
    "type": "object",
    "title": "CauseRow",
    "required": ["primary", "primary_subtype", "labels"],
    "properties": {
        "primary": _string(enum=["product", "logistics", "service", "other"]),
        "primary_subtype": _string(),
        "category_by_profile": _string(),
        "labels": {
            "type": "array",
            "minItems": 1,
            "maxItems": 4,
            "items": {
                "type": "object",
                "required": ["subtype", "confidence", "start", "end"],
                "properties": {
                    "subtype": _string(),
                    "confidence": _CONFIDENCE,
                    "start": _OFFSET,
                    "end": _OFFSET,
                },
            },
        },
        "scores": {"type": "object", "additionalProperties": _CONFIDENCE},
    },
}
RESULT: Final[Schema] = {
    "type": "object",
    "title": "ResultRow",
    "required": ["id", "lang", "findings", "reports_seller", "cause", "decision"],
    "properties": {
        "id": _string(),
        "lang": _string(),
        "findings": {"type": "array", "items": _ref("FindingRow")},
        "reports_seller": {"type": "array", "items": _ref("FindingRow")},
        "cause": _nullable(_ref("CauseRow")),
        "decision": {
            "type": "object",
            "required": ["action", "labels", "redacted_text", "case"],
            "properties": {
                "action": _string(enum=list(Action)),
                "labels": {"type": "array", "items": {"type": "string"}},
                "redacted_text": _nullable(_string()),
                "case": _nullable(_ref("CaseRow")),
                "cases": {"type": "array", "items": _ref("CaseRow")},
            },
        },
        "unread_media": {"type": "integer"},
        "extra": {"type": "object", "additionalProperties": True},
    },
}
ERROR: Final[Schema] = {
    "type": "object",
    "title": "ErrorRow",
    "required": ["id", "line", "error"],
    "properties": {
        "id": _nullable(_string()),
        "line": {"type": "integer"},
        "error": {
            "type": "object",
            "required": ["code", "detail"],
            "properties": {
                "code": _string(enum=["bad_json", "missing_field", "bad_type", "bad_value", "text_too_long"]),
                "detail": _string(),
            },
        },
    },
}
RESULTS: Final[Schema] = {
    "type": "object",
    "title": "ResultRows",
    "required": ["items"],
    "properties": {"items": {"type": "array", "items": {"anyOf": [_ref("ResultRow"), _ref("ErrorRow")]}}},
}
COMPONENTS: Final[Schema] = {
    schema["title"]: schema for schema in (ROW, ROWS, FINDING, CASE, CAUSE, RESULT, RESULTS, ERROR)
}
"""The named schemas above, as the document's components."""

RESPONSES: Final[dict[int | str, Schema]] = {
    200: {
        "description": "The result row, or the rows in the order asked",
        "content": {"application/json": {"schema": {"anyOf": [_ref("ResultRow"), _ref("ResultRows")]}}},
    }
}
EXAMPLES: Final[Schema] = {
    "review": {
        "summary": "A review with its author's address",
        "value": {"id": "r1", "text": "Lovely mug. Write to me at nadia@example.org", "rating": 5},
    },
    "batch": {
        "summary": "An insert and a reply",
        "value": {
            "items": [
                {"id": "i1", "surface": "package_insert", "text": "5 stars = $10 gift card!"},
                {
                    "id": "s1",
                    "surface": "seller_reply",
                    "text": "Sorry about the dent, a new lid is on its way.",
                },
            ]
        },
    },
}

NEW_ITEMS: Final[Schema] = {
    "review": {
        "summary": "A review of a delivered product",
        "value": {
            "id": "review-1",
            "text": "The handle came off on the second day. Call me: 202-555-0143.",
            "rating": 2,
            "author_id": "buyer-1",
            "shop_id": "bright-mugs",
            "product_id": "mug-1",
            "order_id": "order-1",
            "delivered_at": "2026-03-04T15:00:00Z",
            "created_at": "2026-03-06T08:30:00Z",
        },
    },
    "batch": {
        "summary": "A reply and an insert",
        "value": {
            "items": [
                {
                    "id": "reply-1",
                    "surface": "seller_reply",
                    "text": "Sorry about the handle, a new mug is on its way.",
                    "shop_id": "bright-mugs",
                    "parent_id": "review-1",
                },
                {
                    "id": "insert-1",
                    "surface": "package_insert",
                    "text": "Leave us 5 stars and get a $10 gift card!",
                    "shop_id": "bright-mugs",
                },
            ]
        },
    },
}
