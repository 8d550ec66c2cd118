"""What a play brought, as values: results, personal bests, medals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.debrief import Debrief

__all__ = ["COUNTED", "GRADES", "MEDALS", "Best", "Medal", "PlayMode", "Result", "medal_for", "no_grades", "result_of"]

Medal = Literal["bronze", "silver", "gold"]
PlayMode = Literal["practice", "graded", "ranked", "mirror"]

MEDALS: Mapping[Medal, int] = {"gold": 900, "silver": 750, "bronze": 600}
"""From which score on, the highest first."""
COUNTED = ("graded", "ranked")
"""The modes whose plays make bests and medals, unless a decision was taken back."""
GRADES = ("best", "good", "slip", "mistake", "blunder")


class Best(NamedTuple):
    """A person's best in a case, over the plays that count."""

    score: int
    """0 to 1000."""
    medal: Medal | None
    is_flawless: bool
    """Whether one of the plays had nothing but best decisions."""
    plays: int
    """How many count."""
    last_ms: int
    """When the last of them ended, milliseconds since 1970."""
    has_timers: bool
    """Whether the best score was reached with the time limits on."""


@dataclass(frozen=True)
class Result:
    """A play that came to its end, or a turn in the mirror."""

    session: str
    """Its key, a UUID of version 7; the same whenever it is worked out again from its journal."""
    person: str
    scenario: str
    revision: str
    mode: PlayMode
    started_ms: int
    """Milliseconds since 1970, as everywhere."""
    ended_ms: int
    outcome: str | None = None
    score: int | None = None
    """0 to 1000; None in the mirror, and for a case too large to be solved; so are the dimensions, 0 to 100."""
    respect: int | None = None
    proactivity: int | None = None
    follow_through: int | None = None
    lost: int | None = None
    """Points below the best there is: the sum of all regrets."""
    grades: Mapping[str, int] = field(default_factory=lambda: no_grades())
    """How many decisions of each grade."""
    decisions: int = 0
    """That stood at the end."""
    was_rewound: bool = False
    has_timers: bool = True
    closeness: int | None = None
    """In the mirror: how near the guesses were, 0 to 100."""
    journal: Path | None = None
    """Where its journal lies; None in the mirror."""

    @property
    def counts(self) -> bool:
        """Whether it makes bests and medals."""
        return self.mode in COUNTED and not self.was_rewound and self.score is not None

    @property
    def medal(self) -> Medal | None:
        """What it was rewarded with."""
        return medal_for(self.score) if self.counts and self.score is not None else None

    @property
    def is_flawless(self) -> bool:
        """Whether nothing but best decisions were taken."""
        return 0 < self.decisions == self.grades["best"]


def medal_for(score: int) -> Medal | None:
    """The medal a score deserves."""
    return next((medal for medal, least in MEDALS.items() if score >= least), None)


def no_grades() -> dict[str, int]:
    """No decision of any grade."""
    return dict.fromkeys(GRADES, 0)


def result_of(session: str, person: str, debrief: Debrief, journal: Path, times: tuple[int, int]) -> Result:
    """What a complete play brought, as its debrief tells; `times` are when it started and ended.

    Raises:
        ValueError: it is not complete.
    """
    if debrief.ending is None:
        raise ValueError(f"the play of {debrief.head.scenario!r} has not come to its end")
    grades = no_grades()
    for decided in debrief.decisions:
        if decided.grade is not None:
            grades[decided.grade] += 1
    head, scores = debrief.head, debrief.scores
    return Result(
        session=session,
        person=person,
        scenario=head.scenario,
        revision=head.revision,
        mode=head.mode,
        started_ms=times[0],
        ended_ms=times[1],
        outcome=debrief.ending.outcome,
        score=None if scores is None else scores.total,
        respect=None if scores is None else scores.respect,
        proactivity=None if scores is None else scores.proactivity,
        follow_through=None if scores is None else scores.follow_through,
        lost=debrief.lost,
        grades=grades,
        decisions=len(debrief.decisions),
        was_rewound=debrief.was_rewound,
        has_timers=debrief.has_timers,
        journal=journal,
    )
