"""What a play hides from the trainee and an author wants to see: scene, points, facts, moods, time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.points import Points
from game.session.telling import debts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.session.playbook import Playbook
    from game.session.state import State, Step
    from game.session.view import Debt

__all__ = ["Backstage", "Deed", "Shift", "backstage"]


class Shift(NamedTuple):
    """A person's mood, before a decision and after it."""

    person: str
    """The person's name as it is shown."""
    before: int
    after: int


class Deed(NamedTuple):
    """What one decision brought, whatever followed of it by itself included."""

    name: str
    points: Points
    shifts: tuple[Shift, ...]
    remembered: tuple[str, ...]
    forgotten: tuple[str, ...]


class Backstage(NamedTuple):
    """How a play stands behind what is shown."""

    scene: str
    elapsed: int
    """Case seconds since the opening."""
    points: Points
    """Of all decisions, and of the opening."""
    moods: tuple[tuple[str, int], ...]
    """By the name of the person as it is shown, the customer first."""
    facts: tuple[str, ...]
    """Those remembered, by name."""
    debts: tuple[Debt, ...]
    """The promises made, kept and broken ones too."""
    deeds: tuple[Deed, ...]
    """By decision."""


def backstage(book: Playbook, steps: Sequence[Step]) -> Backstage:
    """Look behind a play: the opening, then its decisions."""
    state = steps[-1].after
    points = Points()
    for step in steps:
        points = points.plus(step.points)
    people = tuple(book.scenario.person(key).name for key in book.people)
    return Backstage(
        scene=book.positions[state.scene].name,
        elapsed=state.elapsed,
        points=points,
        moods=tuple(zip(people, state.moods, strict=True)),
        facts=_facts(book, state),
        debts=debts(book, steps),
        deeds=tuple(_deed(book, people, step, step.before) for step in steps if step.before is not None),
    )


def _deed(book: Playbook, people: Sequence[str], step: Step, before: State) -> Deed:
    after = step.after
    known, knows = _facts(book, before), _facts(book, after)
    moods = zip(people, before.moods, after.moods, strict=True)
    return Deed(
        step.choice,
        step.points,
        tuple(Shift(who, was, now) for who, was, now in moods if was != now),
        tuple(fact for fact in knows if fact not in known),
        tuple(fact for fact in known if fact not in knows),
    )


def _facts(book: Playbook, state: State) -> tuple[str, ...]:
    return tuple(fact for fact, bit in book.bits.facts.items() if state.marks & bit)
