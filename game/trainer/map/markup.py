"""Text made safe for XML and HTML."""

from __future__ import annotations

import re
from html import escape

__all__ = ["clean", "safe"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without characters that no XML may hold; the sign for an unreadable one stands in their place."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def safe(text: str) -> str:
    """The text as it is written between tags and in attributes."""
    return escape(clean(text))
