"""The mood over the case as a drawing: a line from the opening through every decision, which can each be gone to.

It is drawn in the page, in classes and not in colours, so that it follows the palette; beside it stands the same as a
table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.debrief.figures import cost_words
from game.debrief.wording import grade_words
from game.leaderboard.pages.debriefing import GRADE_TONES
from game.looks.curve import smooth_path
from game.looks.portrait import expression_of
from game.session.view import Heading
from game.texts import _
from game.texts.moods import mood_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.debrief import Debrief

__all__ = ["Curve", "CurveRow", "Point", "curve"]

_STEP = 64
"""Units for a decision where they are many; a finger wide on a phone that scrolls."""
_LEFT, _HEAD, _HIGH, _FOOT = 44, 22, 160, 24
_LEAST_WIDTH = 760
_LEVELS = (2, 0, -3)
_HIGHEST = 3
_LETTER = 7.2
"""Units a letter of a chapter's name takes at most."""


class Point(NamedTuple):
    """A decision on the curve."""

    number: int
    x: float
    y: float
    mark: str
    tone: str
    words: str
    """As it is read aloud."""


class Flag(NamedTuple):
    """Where a chapter begins."""

    x: float
    title: str
    """Empty where it has no room."""


class CurveRow(NamedTuple):
    """A line of the table that says the same."""

    number: int
    """0 is the opening."""
    mood: str
    mark: str
    grade: str
    cost: str
    chapter: str


class Curve(NamedTuple):
    """The drawing, in its own units."""

    width: float
    height: float
    line: str
    area: str
    start: tuple[float, float]
    points: list[Point]
    levels: list[tuple[float, str]]
    """Height and mark of the moods that have a line."""
    flags: list[Flag]
    foot: float
    """Where the numbers stand."""
    rows: list[CurveRow]

    @property
    def is_long(self) -> bool:
        """Whether it scrolls where room is short, rather than become too small to read."""
        return self.width > _LEAST_WIDTH


def curve(debrief: Debrief) -> Curve | None:
    """The curve; None where nothing was decided."""
    count = len(debrief.decisions)
    if not count:
        return None
    step = max(_STEP, (_LEAST_WIDTH - _LEFT) / count)
    width = _LEFT + step * count
    start = (_LEFT * 0.8, _height(debrief.mood))
    points = [
        _point(debrief, number, _LEFT + step * (number - 0.5), _height(decided.mood))
        for number, decided in enumerate(debrief.decisions, 1)
    ]
    line = smooth_path([start, *((point.x, point.y) for point in points)])
    bottom = _HEAD + _HIGH
    return Curve(
        width=width,
        height=bottom + _FOOT,
        line=line,
        area=f"{line} L{points[-1].x:g} {bottom} L{start[0]:g} {bottom} Z",
        start=start,
        points=points,
        levels=[(_height(mood), expression_of(mood).key) for mood in _LEVELS],
        flags=_flags(debrief, step, width),
        foot=bottom + _FOOT - 6,
        rows=_rows(debrief),
    )


def _height(mood: int) -> float:
    rim = 24
    return _HEAD + rim + (_HIGH - 2 * rim) * (_HIGHEST - mood) / (2 * _HIGHEST)


def _point(debrief: Debrief, number: int, x: float, y: float) -> Point:
    decided = debrief.decisions[number - 1]
    mood = mood_words(decided.mood)
    if decided.grade is None:
        words = _("Decision {number}, mood {mood}", number=number, mood=mood)
        return Point(number, x, y, expression_of(decided.mood).key, "accent", words)
    values = {"number": number, "grade": grade_words(decided.grade), "mood": mood, "cost": cost_words(decided)}
    words = _("Decision {number}, {grade}, {cost}, mood {mood}", **values)
    return Point(number, x, y, decided.grade, GRADE_TONES[decided.grade], words)


def _chapters(debrief: Debrief) -> dict[int, str]:
    """The chapters' names, by how many decisions stand before each."""
    return {part.number: entry.text for part in debrief.parts for entry in part.entries if isinstance(entry, Heading)}


def _flags(debrief: Debrief, step: float, width: float) -> list[Flag]:
    """Chapters from the left; a name that would reach into the next one's is left to the table."""
    begins = [
        (_LEFT * 0.8 if not place else _LEFT + step * place, title) for place, title in _chapters(debrief).items()
    ]
    ends: Sequence[float] = [x for x, _title in begins[1:]] + [width]
    return [
        Flag(x, title if x + 8 + _LETTER * len(title) <= end else "")
        for (x, title), end in zip(begins, ends, strict=True)
    ]


def _rows(debrief: Debrief) -> list[CurveRow]:
    chapters = _chapters(debrief)
    opening = CurveRow(0, mood_words(debrief.mood), expression_of(debrief.mood).key, "", "", chapters.get(0, ""))
    return [
        opening,
        *(
            CurveRow(
                number,
                mood_words(each.mood),
                expression_of(each.mood).key,
                "" if each.grade is None else grade_words(each.grade),
                cost_words(each),
                chapters.get(number, ""),
            )
            for number, each in enumerate(debrief.decisions, 1)
        ),
    ]
