"""Engines that run one function over many chunks: same results, in order, whichever is chosen."""

from moderation.rescan.engines import ENGINES, Engine, EngineUnavailable, engine

__all__ = ["ENGINES", "Engine", "EngineUnavailable", "engine"]
