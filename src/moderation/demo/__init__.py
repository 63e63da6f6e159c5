"""The demo marketplace: invented shops, buyers and texts, loaded through the desk like anybody's."""

from __future__ import annotations

from moderation.demo.load import DemoSummary, load_demo, size, wanted
from moderation.demo.people import SignIn, sign_ins

__all__ = ["DemoSummary", "SignIn", "load_demo", "sign_ins", "size", "wanted"]
