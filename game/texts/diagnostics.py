"""What is wrong with a file, and how to mend it, in words."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["hint", "message"]


def message(code: str, values: Mapping[str, object]) -> str:
    """What is wrong."""
    return f"{code} {dict(values)}"


def hint(code: str, values: Mapping[str, object]) -> str:
    """How to mend it."""
    return ""
