"""The smallest part of a debrief's page."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Item"]


class Item(NamedTuple):
    """A mark, words beside it, and a title over them."""

    mark: str
    words: str
    tone: str = "mute"
    title: str = ""
    kind: str = ""
