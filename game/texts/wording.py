"""The sentences of a finding, before its values are filled in."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Wording"]


class Wording(NamedTuple):
    """The sentences of one finding; `{names}` in them are filled with its values.

    They are for people who have never programmed: they say what stands there, and what to write instead.
    """

    message: str
    hint: str
    nearest: str = ""
    """The hint where a near word is known; else the words common to all."""
    why: str = ""
    """Why it matters, where the message does not say it already."""
    way: str = "A shortest way there: {way}"
    """What leads to it."""
    at_once: str = "A play gets there at once, before the first choice."
    """Said instead where nothing has to be chosen."""
    one: str = ""
    """The message where `{count}` is 1, if that is said otherwise."""
