"""A text as it has to stand in YAML, so that it is read back word for word."""

from __future__ import annotations

import re

__all__ = ["as_scalar"]

_PLAIN = re.compile(r"[^\W\d_](?:[\w .,!?()/’‘“”„«»–—…'-]*[\w.!?)’“”»…])?")
"""Begins with a letter, and has no mark that means something to YAML or to the eye of a reader."""
_TAKEN_FOR_DATA = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def as_scalar(text: str) -> str:
    """The text on one line, in quotes where it needs them; it must have no line breaks."""
    if _PLAIN.fullmatch(text) and text.lower() not in _TAKEN_FOR_DATA:
        return text
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
