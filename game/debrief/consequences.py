"""What a step brought about, with the author's reasons and the people's unsaid thoughts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.debrief import Consequence, Feeling, Option
from game.session.events import Effect, PromiseBroken, PromiseKept
from game.session.points import NO_POINTS, Points
from game.session.telling import choice_of, effects_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from game.scenario.model import Effects
    from game.session.playbook import Playbook
    from game.session.state import Step

__all__ = ["consequences", "habits", "option"]


def option(book: Playbook, step: Step) -> Option:
    """The choice, or the silence, that starts a step."""
    choice = choice_of(book, step.choice)
    told = consequences(book, step)
    reasons = tuple(each.because for each in told if each.because and each.cause != "broken")
    is_spoken = choice is not None and choice.say is not None
    return Option(step.choice, _words(book, step.choice), is_spoken, reasons, step.points)


def consequences(book: Playbook, step: Step) -> Iterator[Consequence]:
    """The choice itself, and every promise that was kept or broken because of it, in order."""
    for event in step.events:
        match event:
            case Effect("choice" | "silence" as cause, name, points):
                yield _consequence(book, cause, name, _words(book, name), points, effects_of(book, event))
            case PromiseKept(name):
                yield _of_promise(book, "kept", name, book.scenario.promises[name].kept)
            case PromiseBroken(name):
                yield _of_promise(book, "broken", name, book.scenario.promises[name].broken)


def habits(decisions: Sequence[Sequence[Consequence]]) -> dict[str, tuple[int, ...]]:
    """By habit, in the order in which they were first shown: the decisions, counted from 1, that showed it."""
    shown: dict[str, tuple[int, ...]] = {}
    for number, came in enumerate(decisions, 1):
        for habit in dict.fromkeys(habit for each in came for habit in each.habits):
            shown[habit] = (*shown.get(habit, ()), number)
    return shown


def _words(book: Playbook, name: str) -> str:
    """What is said or done; nothing for a silence."""
    choice = choice_of(book, name)
    return "" if choice is None else choice.say or choice.do or ""


def _of_promise(book: Playbook, cause: Literal["kept", "broken"], name: str, effects: Effects | None) -> Consequence:
    points = Points(effects.respect, effects.proactivity, effects.follow_through) if effects else NO_POINTS
    return _consequence(book, cause, name, book.scenario.promises[name].text, points, effects)


def _consequence(
    book: Playbook,
    cause: Literal["choice", "silence", "kept", "broken"],
    name: str,
    text: str,
    points: Points,
    effects: Effects | None,
) -> Consequence:
    if effects is None:
        return Consequence(cause, name, text, points, None, (), ())
    feels = tuple(Feeling(book.scenario.person(who).name, words) for who, words in effects.feels.items())
    return Consequence(cause, name, text, points, effects.because, feels, tuple(effects.habit))
