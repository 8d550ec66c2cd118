"""Plays of the small case, and the debrief of one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from game.debrief import review
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal, Rewind
from game.solver import solve
from tests.callback import CALLBACK

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.session.playbook import Playbook
    from game.solver import Solution

__all__ = ["GOOD", "LATE", "callback", "debriefed", "journal"]

GOOD = ("call/look", "call/listen", "plan/promise", "next-day/call")
LATE = ("call/silence", "call/shrug", "plan/promise", "next-day/wait")


@cache
def callback() -> tuple[Playbook, Solution]:
    """The case, compiled and solved."""
    book = compile_scenario(CALLBACK)
    return book, solve(book)


def journal(*names: str | int) -> Journal:
    """A journal of choices by name; a number takes back to so many decisions."""
    head = Head(scenario="callback", revision=callback()[0].revision, seed=1, mode="practice", started="")
    records = (Decision(name, 0) if isinstance(name, str) else Rewind(name, 0) for name in names)
    return Journal(head, tuple(records))


def debriefed(*names: str | int) -> Debrief:
    """The debrief of a play of the case."""
    return review(*callback(), journal(*names))
