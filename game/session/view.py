"""What a face may know of a session: said, on offer, promised, and nothing that gives the case away."""

from __future__ import annotations

from typing import Literal

import msgspec

# At run time too: msgspec reads the fields' types, and these values travel to faces elsewhere as they are.
from game.scenario.model import Channel, Ending, Face, Player
from game.scenario.times import Moment
from game.session.state import Stop

__all__ = [
    "Case",
    "Chosen",
    "Debt",
    "Entry",
    "Figure",
    "Heading",
    "Later",
    "Offer",
    "Pledged",
    "Remark",
    "Said",
    "Standing",
    "Unanswered",
    "View",
]

Standing = Literal["open", "kept", "broken", "released"]


class Case(msgspec.Struct, frozen=True):
    """What is known before the first word."""

    scenario: str
    title: str
    summary: str | None
    language: str
    you: Player


class Figure(msgspec.Struct, frozen=True):
    """A person as seen now."""

    key: str
    name: str
    mood: int
    face: Face | None
    namesake: str | None = None
    """The name they are drawn by, where they are called by another: a case told in other words has the same people."""


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A chapter opens."""

    text: str


class Said(msgspec.Struct, frozen=True, tag="said"):
    """Somebody says something; nobody's figure is the narrator's."""

    who: str
    name: str
    text: str
    mood: int | None
    """The speaker's face while it is said; None for the trainee and the narrator."""


class Chosen(msgspec.Struct, frozen=True, tag="chosen"):
    """The trainee says (or does) something."""

    choice: str
    words: str
    is_spoken: bool


class Unanswered(msgspec.Struct, frozen=True, tag="unanswered"):
    """The time ran out: nobody answered."""

    choice: str


class Later(msgspec.Struct, frozen=True, tag="later"):
    """The case's clock moved."""

    seconds: int
    now: Moment


class Pledged(msgspec.Struct, frozen=True, tag="pledged"):
    """A promise was made, kept, broken or called off."""

    promise: str
    text: str
    standing: Standing


Entry = Heading | Said | Chosen | Unanswered | Later | Pledged


class Offer(msgspec.Struct, frozen=True):
    """A choice on offer."""

    token: str
    """Names the choice to the session; says nothing to anybody else."""
    words: str
    is_spoken: bool


class Debt(msgspec.Struct, frozen=True):
    """A line of the promise ledger."""

    promise: str
    text: str
    standing: Standing
    left: int | None
    """Case seconds until it is due; None unless it is open."""
    due: Moment
    whole: int = 0
    """Case seconds from its making to its deadline."""

    @property
    def share(self) -> float | None:
        """How much of its time is left, 0 to 1; None unless it is open."""
        if self.left is None:
            return None
        return max(0.0, min(1.0, self.left / self.whole)) if self.whole > 0 else 0.0


class Remark(msgspec.Struct, frozen=True):
    """The coach's sentence on something the last decision brought about."""

    cause: Literal["choice", "silence", "kept", "broken"]
    because: str
    place: int
    """How many entries of what was said stand before it."""


class View(msgspec.Struct, frozen=True):
    """A session as it stands."""

    said: tuple[Entry, ...]
    """From the opening until now."""
    offers: tuple[Offer, ...]
    """In the order shown; none where the play has stopped."""
    limit: int | None
    """Seconds to choose in, in a timed scene."""
    facing: Figure
    channel: Channel
    now: Moment
    elapsed: int
    """Case seconds since the opening."""
    debts: tuple[Debt, ...]
    """In order of making."""
    remarks: tuple[Remark, ...]
    """In practice only."""
    decisions: int
    can_take_back: bool
    stop: Stop | None
    ending: Ending | None
