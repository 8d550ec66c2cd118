"""Numbers and days as the reader's language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _, language

if TYPE_CHECKING:
    from datetime import date

__all__ = ["day_words", "grouped"]

_MARKS = {"en": ",", "de": "."}
"""What stands between the thousands."""


def grouped(number: int) -> str:
    """A whole number, its figures in groups of three: 1,234,567."""
    return f"{number:,}".replace(",", _MARKS[language()])


def day_words(day: date) -> str:
    """A day by its numbers: 2026-03-02."""
    return _("{year}-{month}-{day}", year=day.year, month=f"{day.month:02d}", day=f"{day.day:02d}")
