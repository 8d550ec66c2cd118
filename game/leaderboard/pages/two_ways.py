"""Two ways through a case beside each other: one's own and the nearest best one, decision by decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.debrief import pairs
from game.debrief.figures import part_words, points_words
from game.debrief.transcript import entry_line
from game.debrief.wording import grade_words, outcome_words
from game.leaderboard.pages.item import Item
from game.scenario.names import NARRATOR
from game.session.view import Heading, Later, Pledged, Said
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.debrief import Debrief, Part
    from game.scenario.model import Ending
    from game.session.view import Entry

__all__ = ["two_ways"]

_FEW = 14
"""Decisions up to which the two ways stand open."""


def two_ways(debrief: Debrief) -> dict[str, Any] | None:
    """One's own way and the nearest best one; None where no best one is known, or nothing was decided."""
    if not debrief.best_parts or not debrief.decisions or debrief.best is None:
        return None
    if debrief.best_parts == debrief.parts:
        return {"is_own": True}
    found = pairs(debrief.parts, debrief.best_parts)
    same = sum(pair.is_same for pair in found)
    return {
        "is_own": False,
        "words": _("{same} of {of} decisions are the same.", same=same, of=len(debrief.decisions)),
        "is_open": len(debrief.decisions) <= _FEW,
        "opening": [*_lines(debrief.parts[0].entries, debrief.you)],
        "pairs": [
            {
                "same": _same(debrief, pair.yours) if pair.is_same and pair.yours is not None else None,
                "yours": None if pair.yours is None else _part(debrief, pair.yours, is_own=True),
                "best": None if pair.best is None else _part(debrief, pair.best, is_own=False),
            }
            for pair in found
        ],
        "ends": [
            _end(_("Your way"), debrief.points.total, debrief.ending, is_own=True),
            _end(_("The best way"), debrief.best.total, debrief.best_ending, is_own=False),
        ],
    }


def _same(debrief: Debrief, part: Part) -> Item:
    title = _("Decision {number}, the same in both", number=part.number)
    return Item("good", part_words(part, debrief.language), "good", title)


def _part(debrief: Debrief, part: Part, *, is_own: bool) -> dict[str, Any]:
    decided = debrief.decisions[part.number - 1] if is_own else None
    title = _("Your decision {number}", number=part.number)
    mark, tone = "best", "good"
    if decided is None:
        title = _("Best way, decision {number}", number=part.number)
    else:
        mark, tone = decided.grade or "play", "accent"
        if decided.grade is not None:
            title = f"{title} · {grade_words(decided.grade)}"
    head = Item(mark, title, tone)
    return {
        "head": head,
        "words": part_words(part, debrief.language),
        "lines": [*_lines(part.entries[1:], debrief.you)],
    }


def _lines(entries: tuple[Entry, ...], you: str) -> Iterator[Item]:
    for entry in entries:
        words = entry_line(entry, you)
        match entry:
            case Heading(text):
                yield Item("", text, kind="chapter")
            case Later():
                yield Item("clock", words)
            case Pledged(_promise, _text, standing):
                yield Item(standing, words, "accent")
            case _:
                yield Item("", words, kind="narrator" if isinstance(entry, Said) and entry.who == NARRATOR else "said")


def _end(title: str, total: int, ending: Ending | None, *, is_own: bool) -> dict[str, Any]:
    return {
        "is_own": is_own,
        "title": f"{title}: {points_words(total)}",
        "name": _("It came to no ending.") if ending is None else ending.title,
        "outcome": "" if ending is None else outcome_words(ending.outcome),
        "text": "" if ending is None else ending.text or "",
    }
