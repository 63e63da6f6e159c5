"""YAML loaders for data files: safe, and in C where PyYAML was built with libyaml (ten times faster)."""

from __future__ import annotations

try:
    from yaml import CBaseLoader as StringLoader
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # slower, same result
    from yaml import BaseLoader as StringLoader  # type: ignore[assignment]
    from yaml import SafeLoader  # type: ignore[assignment]

__all__ = ["SafeLoader", "StringLoader"]
