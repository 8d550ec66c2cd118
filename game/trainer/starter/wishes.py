"""What a trainer can say about a case that is to be started."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple, get_args

from game.loader.unseen import without_unseen
from game.scenario.model import MOOD_MAX, MOOD_MIN, Channel
from game.texts import _

__all__ = ["CHANNELS", "Unusable", "Wishes", "mood_of", "tidy"]

CHANNELS: tuple[Channel, ...] = get_args(get_args(Channel)[0])

_LONGEST = 200
_BREAKS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNWRITABLE = frozenset(("Cc", "Cs", "Cn"))
"""Categories of characters: control characters, halves of characters, and what is none."""


class Unusable(ValueError):
    """What was typed cannot be used: why, in a whole sentence."""


class Wishes(NamedTuple):
    """How the case is to begin."""

    name: str
    """Its id."""
    language: str
    title: str
    you: str
    role: str
    customer: str
    channel: Channel
    mood: int


def tidy(typed: str) -> str:
    """What was typed, with single blanks for blanks, tabs and line breaks, and without what nobody sees.

    Raises:
        Unusable: nothing is left, it is too long, or it has a character that no file can hold.
    """
    text = _BREAKS.sub(" ", without_unseen(typed)).strip()
    if not text:
        raise Unusable(_("Some words are needed here."))
    if len(text) > _LONGEST:
        raise Unusable(
            _("That is too long: {count} characters, and {most} are the most.", count=len(text), most=_LONGEST)
        )
    if odd := next(
        (letter for letter in text if letter == "\ufeff" or unicodedata.category(letter) in _UNWRITABLE), None
    ):
        raise Unusable(_("There is a character in it that no file can hold: {code}.", code=f"U+{ord(odd):04X}"))
    return text


def mood_of(typed: str) -> int:
    """A mood as it is typed.

    Raises:
        Unusable: it is none.
    """
    text = typed.strip().replace("\N{MINUS SIGN}", "-")
    if not re.fullmatch(r"[+-]?[0-9]", text) or not MOOD_MIN <= int(text) <= MOOD_MAX:
        raise Unusable(_("'{text}' is not a mood: type a whole number from -3 (furious) to 3 (delighted).", text=typed))
    return int(text)
