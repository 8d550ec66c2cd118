"""What became of each promise, and which decision left a broken one no chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.debrief.debrief import Instant, Vow
from game.session.events import PromiseBroken, PromiseKept, PromiseMade, PromiseReleased, TimePassed
from game.session.rules import choices, play, silence
from game.session.telling import moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.debrief.debrief import PromiseEnd
    from game.session.playbook import Playbook
    from game.session.state import State, Step

__all__ = ["vows"]

_ENDS: Mapping[type, PromiseEnd] = {PromiseKept: "kept", PromiseBroken: "broken", PromiseReleased: "released"}
_MOST_STATES = 4_000
"""Looked at for a way to keep a promise; where there are more, nothing is said of who left it no chance."""


def vows(book: Playbook, steps: Sequence[Step]) -> Iterator[Vow]:
    """Every promise of the case, by name, as it stands after the last step."""
    for name in sorted(book.scenario.promises):
        yield _vow(book, steps, name)


def _vow(book: Playbook, steps: Sequence[Step], name: str) -> Vow:
    vow = Vow(name, book.scenario.promises[name].text, "never made")
    for number, step in enumerate(steps):
        elapsed = 0 if step.before is None else step.before.elapsed
        for event in step.events:
            match event:
                case TimePassed(now):
                    elapsed = now
                case PromiseMade(promise, deadline) if promise == name:
                    made = Instant(number, elapsed, moment(book, elapsed))
                    due = Instant(number, deadline, moment(book, deadline))
                    vow = msgspec.structs.replace(vow, end="open", made=made, due=due)
                case PromiseKept(promise) | PromiseBroken(promise) | PromiseReleased(promise) if promise == name:
                    ended = Instant(number, elapsed, moment(book, elapsed))
                    vow = msgspec.structs.replace(vow, end=_ENDS[type(event)], ended=ended)
    if vow.end == "broken" and vow.made is not None and vow.ended is not None:
        return msgspec.structs.replace(vow, fault=_fault(book, steps, name, vow.made.decision, vow.ended.decision))
    return vow


def _fault(book: Playbook, steps: Sequence[Step], name: str, made: int, broken: int) -> int | None:
    """The decision after which a promise could no longer be kept; None where that is not found out."""
    for number in reversed(range(made, broken)):
        has_chance = _can_be_kept(book, steps[number].after, name)
        if has_chance is None:
            return None
        if has_chance:
            return number + 1
    return made


def _can_be_kept(book: Playbook, state: State, name: str) -> bool | None:
    """Whether some way on keeps a promise; None where there are too many to say."""
    pledge = next(number for number, pledge in enumerate(book.pledges) if pledge.name == name)
    known = {state}
    waiting = [state]
    while waiting:
        here = waiting.pop()
        fallen = silence(book, here)
        for choice in (*choices(book, here), *(() if fallen is None else (fallen,))):
            step = play(book, here, choice)
            if any(isinstance(event, PromiseKept) and event.promise == name for event in step.events):
                return True
            is_open = any(number == pledge for _, number in step.after.due)
            if is_open and step.stop is None and step.after not in known:
                known.add(step.after)
                waiting.append(step.after)
        if len(known) > _MOST_STATES:
            return None
    return False
