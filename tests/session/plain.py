"""What the real rules report, in the plain words of the naive ones."""

from __future__ import annotations

from typing import Any

from game.session.events import (
    Effect,
    Event,
    LineSaid,
    MoodChanged,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseReleased,
    SceneOpened,
    TimePassed,
)
from game.session.playbook import Playbook
from game.session.state import State, Step
from tests.naive.play import Happening, Play

__all__ = ["happened", "known", "known_naively"]


def happened(step: Step) -> list[Happening]:
    """A step's events."""
    return [_plain(event) for event in step.events]


def _plain(event: Event) -> Happening:
    match event:
        case Effect(cause, name, points):
            return ("effect", cause, name, *points)
        case MoodChanged(person, before, after):
            return ("mood", person, before, after)
        case TimePassed(elapsed):
            return ("time", elapsed)
        case PromiseMade(promise, deadline):
            return ("made", promise, deadline)
        case PromiseKept(promise):
            return ("kept", promise)
        case PromiseBroken(promise):
            return ("broken", promise)
        case PromiseReleased(promise):
            return ("released", promise)
        case SceneOpened(scene):
            return ("opened", scene)
        case LineSaid(line):
            return ("said", line.who, line.text, line.mood)


def known(book: Playbook, state: State) -> dict[str, Any]:
    """What a state says of a play, by name."""
    bits, marks = book.bits, state.marks
    return {
        "scene": book.positions[state.scene].name,
        "elapsed": state.elapsed,
        "facts": {name for name, bit in bits.facts.items() if marks & bit},
        "moods": dict(zip(book.people, state.moods, strict=True)),
        "due": [(deadline, book.pledges[number].name) for deadline, number in state.due],
        "open": {name for name, bit in bits.open.items() if marks & bit},
        "made": {name for name, bit in bits.made.items() if marks & bit},
        "kept": {name for name, bit in bits.kept.items() if marks & bit},
        "broken": {name for name, bit in bits.broken.items() if marks & bit},
        "seen": {name for name, bit in bits.seen.items() if marks & bit},
        "taken": {name for name, bit in bits.taken.items() if marks & bit},
    }


def known_naively(play: Play) -> dict[str, Any]:
    """The same of a naive play."""
    due = [(vow.deadline, vow.name) for vow in play.vows if vow.standing == "open"]
    return {
        "scene": play.scene,
        "elapsed": play.elapsed,
        "facts": play.facts,
        "moods": play.moods,
        "due": sorted(due, key=lambda entry: entry[0]),
        **{
            standing: {vow.name for vow in play.vows if vow.standing == standing}
            for standing in ("open", "kept", "broken")
        },
        "made": {vow.name for vow in play.vows},
        "seen": set(play.entered[:-1]),
        "taken": set(play.taken),
    }
