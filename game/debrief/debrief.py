"""What a debrief says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import msgspec

# At run time too: msgspec reads the fields' types, and a debrief travels to faces elsewhere as it is.
from game.debrief.fork import Fork
from game.debrief.parts import Part
from game.scenario.model import Ending
from game.scenario.times import Moment
from game.session.journal import Head
from game.session.points import Points, Totals
from game.session.replay import Refused
from game.session.state import Stop
from game.session.view import Figure

__all__ = ["Consequence", "Debrief", "Decided", "Feeling", "Grade", "Instant", "Option", "PromiseEnd", "Scores", "Vow"]

Grade = Literal["best", "good", "slip", "mistake", "blunder"]
PromiseEnd = Literal["kept", "broken", "released", "open", "never made"]


class Scores(NamedTuple):
    """A complete play between the worst and the best there is."""

    respect: int
    """0 to 100, as the other dimensions."""
    proactivity: int
    follow_through: int
    total: int
    """0 to 1000."""


class Feeling(msgspec.Struct, frozen=True):
    """What a person thought and did not say."""

    name: str
    words: str


class Consequence(msgspec.Struct, frozen=True):
    """Something a decision brought about, and what the author says of it."""

    cause: Literal["choice", "silence", "kept", "broken"]
    name: str
    """The choice's full name, or the promise's."""
    text: str
    """The choice's words, or the promise's; empty for a silence."""
    points: Points
    because: str | None
    feels: tuple[Feeling, ...]
    habits: tuple[str, ...]


class Option(msgspec.Struct, frozen=True):
    """A choice that was on offer, or a silence."""

    name: str
    words: str
    """Empty for a silence."""
    is_spoken: bool
    reasons: tuple[str, ...]
    """The coach's sentences: why it, and what it brings about at once, deserves its points. Of promises that break all
    the same nothing is said: that was decided before."""
    points: Points
    """All that came, or would have come, of it at once, promises and passed scenes included."""


class Decided(msgspec.Struct, frozen=True):
    """One decision, reviewed."""

    taken: Option
    regret: int | None
    """How much of the best total this decision gave away; None into a trap and inside one."""
    grade: Grade | None
    """None where the case could not be solved."""
    best: Option | None
    """None inside a trap, and where the case could not be solved."""
    elapsed: int
    """Case seconds since the opening, after it."""
    now: Moment
    """The same by the case's clock."""
    mood: int
    """The customer's, after it."""
    consequences: tuple[Consequence, ...]

    @property
    def points(self) -> Points:
        """All that came of it."""
        return self.taken.points

    @property
    def later(self) -> int:
        """How many points more the best choice leaves to be won afterwards than the taken one; negative for fewer.

        At once and later together make up the regret; 0 where there is none to make up.
        """
        if self.best is None or self.regret is None:
            return 0
        return self.regret - (self.best.points.total - self.points.total)


class Instant(msgspec.Struct, frozen=True):
    """A point in a play."""

    decision: int
    """Counted from 1; 0 is the opening."""
    elapsed: int
    """Case seconds since the opening."""
    moment: Moment
    """The same by the case's clock."""


class Vow(msgspec.Struct, frozen=True):
    """A promise of the case, and how it stands."""

    name: str
    text: str
    end: PromiseEnd
    made: Instant | None = None
    """None where it was never made, like the next."""
    due: Instant | None = None
    """Its deadline, and the decision that set it."""
    ended: Instant | None = None
    """When it was kept, broken or called off, and by which decision."""
    fault: int | None = None
    """Of a broken one, the decision after which it could no longer be kept: the one that broke it, or an earlier
    one; None where that was not found out."""

    @property
    def is_broken_by_the_end(self) -> bool:
        """Whether the case ended on it before it was due."""
        return (
            self.end == "broken"
            and self.due is not None
            and self.ended is not None
            and self.due.elapsed >= self.ended.elapsed
        )


@dataclass(frozen=True)
class Debrief:
    """A play, explained."""

    head: Head
    title: str
    language: str
    """The case's, for its quotation marks."""
    stop: Stop | None
    scene: str
    """Where the play stands, or ended."""
    ending: Ending | None
    """None until the play is complete."""
    fork: Fork | None
    """What decided the ending; None until the play is complete, and where nothing did."""
    points: Points
    best: Totals | None
    """The best of all complete plays; None without one, and where the case could not be solved."""
    worst: Totals | None
    scores: Scores | None
    """None unless the play is complete and the case was solved."""
    customer: Figure
    """In the mood in which the play left them."""
    you: str
    """The trainee's name in the case."""
    mood: int
    """The customer's, at the opening."""
    parts: tuple[Part, ...]
    """The play: the opening, then a part for each decision."""
    best_parts: tuple[Part, ...]
    """The best play nearest to it; empty where the case could not be solved, and where no play ends."""
    best_ending: Ending | None
    """Where that one comes to."""
    decisions: tuple[Decided, ...]
    promises: tuple[Vow, ...]
    """Every promise of the case, by name."""
    habits: Mapping[str, tuple[int, ...]]
    """By habit shown: the decisions, counted from 1, that showed it."""
    refused: Refused | None
    """The journal's first record the rules do not allow; what follows it does not count."""
    was_rewound: bool
    has_timers: bool
    """Whether the timers of timed scenes ran throughout."""

    @property
    def is_complete(self) -> bool:
        """Whether the play reached an ending."""
        return self.ending is not None

    @property
    def counts(self) -> bool:
        """Whether it counts for medals and bests: a graded play to its ending in which nothing was taken back."""
        return self.is_complete and self.head.mode != "practice" and not self.was_rewound

    @property
    def lost(self) -> int | None:
        """How many points the play stays below the best there is; None unless it is complete.

        It is the sum of the decisions' regrets.
        """
        if self.best is None or not self.is_complete:
            return None
        return self.best.total - self.points.total
