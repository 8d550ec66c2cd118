"""What a face may know of a session: said, on offer, promised, and nothing that gives the case away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
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


class Case(NamedTuple):
    """What is known before the first word."""

    scenario: str
    title: str
    summary: str | None
    language: str
    you: Player


class Figure(NamedTuple):
    """A person as seen now."""

    key: str
    name: str
    mood: int
    face: Face | None
    namesake: str | None = None
    """The name they are drawn by, where they are called by another: a case told in other words has the same people."""


class Heading(NamedTuple):
    """A chapter opens."""

    text: str


class Said(NamedTuple):
    """Somebody says something; nobody's figure is the narrator's."""

    who: str
    name: str
    text: str
    mood: int | None
    """The speaker's face while it is said; None for the trainee and the narrator."""


class Chosen(NamedTuple):
    """The trainee says (or does) something."""

    choice: str
    words: str
    is_spoken: bool


class Unanswered(NamedTuple):
    """The time ran out: nobody answered."""

    choice: str


class Later(NamedTuple):
    """The case's clock moved."""

    seconds: int
    now: Moment


class Pledged(NamedTuple):
    """A promise was made, kept, broken or called off."""

    promise: str
    text: str
    standing: Standing


Entry = Heading | Said | Chosen | Unanswered | Later | Pledged


class Offer(NamedTuple):
    """A choice on offer."""

    token: str
    """Names the choice to the session; says nothing to anybody else."""
    words: str
    is_spoken: bool


class Debt(NamedTuple):
    """A line of the promise ledger."""

    promise: str
    text: str
    standing: Standing
    left: int | None
    """Case seconds until it is due; None unless it is open."""
    due: Moment
    whole: int = 0
    """Case seconds from its making to its deadline."""


class Remark(NamedTuple):
    """The coach's sentence on something the last decision brought about."""

    cause: Literal["choice", "silence", "kept", "broken"]
    because: str
    place: int
    """How many entries of what was said stand before it."""


class View(NamedTuple):
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
