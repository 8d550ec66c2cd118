"""What stands in a form's fields, and days as browsers write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from game.records.league.refused import Refused, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.datastructures import FormData

__all__ = ["day_from", "number_from", "text_of", "texts_of", "typed"]


def text_of(form: FormData, name: str) -> str:
    """What was typed into a field; nothing where it is missing or a file."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def texts_of(form: FormData, name: str) -> list[str]:
    """All that was chosen under a name."""
    return [value for value in form.getlist(name) if isinstance(value, str)]


def typed(form: FormData, names: Iterable[str]) -> dict[str, str]:
    """What was typed into some fields, to be shown again where something is amiss."""
    return {name: text_of(form, name) for name in names}


def day_from(text: str) -> date:
    """A day, as a browser's field for days sends it.

    Raises:
        Refused: it is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refused("unfit-day", "“{day}” is no day. Write it like 2026-03-31.", day=shortened(text)) from None


def number_from(text: str) -> int:
    """A whole number.

    Raises:
        Refused: it is none.
    """
    plain = text.strip()
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 6):
        raise Refused("unfit-number", "“{number}” is no whole number.", number=shortened(text))
    return int(plain)
