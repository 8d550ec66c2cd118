"""Steps told to people: the entries of a conversation, and the promise ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.names import NARRATOR, SILENCE, YOU
from game.scenario.times import MINUTE, WEEK, Moment
from game.session.events import (
    LineSaid,
    MoodChanged,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseReleased,
    SceneOpened,
    TimePassed,
)
from game.session.view import Chosen, Debt, Entry, Heading, Later, Pledged, Said, Unanswered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.scenario.model import Channel, Choice, Effects, Line
    from game.session.events import Effect, Event
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.session.view import Standing

__all__ = ["Teller", "answer_end", "channel", "choice_of", "debts", "effects_of", "moment", "tell"]

_STANDINGS: dict[type, Standing] = {
    PromiseMade: "open",
    PromiseKept: "kept",
    PromiseBroken: "broken",
    PromiseReleased: "released",
}
_NOTEWORTHY = 5 * MINUTE


def moment(book: Playbook, elapsed: int) -> Moment:
    """The case's weekday and time of day, so many seconds after the opening."""
    second = (book.clock + elapsed) % WEEK
    return Moment(second // 86_400, second % 86_400 // MINUTE)


def choice_of(book: Playbook, name: str) -> Choice | None:
    """The choice of that full name; None for a silence."""
    scene, _, key = name.partition("/")
    if key == SILENCE:
        return None
    return next(choice for choice in book.scenario.scenes[scene].choices if choice.id == key)


def tell(book: Playbook, steps: Sequence[Step]) -> Iterator[Entry]:
    """Everything said and seen, in order: a choice, its answer, its promises, the time it takes, what comes of it."""
    teller = Teller(book)
    for step in steps:
        yield from teller.told(step)


def answer_end(said: Sequence[Entry], step: Step) -> int:
    """How many entries stand up to the end of what was said to the last decision, and promised by it.

    What time, other promises and the next scene bring stands behind it. Before the first decision it is 0.

    Args:
        said: everything told.
        step: the last of those it was told of.
    """
    if not step.choice:
        return 0
    decided = max(place for place, entry in enumerate(said, 1) if isinstance(entry, Chosen | Unanswered))
    opened = next(place for place, event in enumerate(step.events) if isinstance(event, SceneOpened))
    return decided + sum(isinstance(event, LineSaid | PromiseMade) for event in step.events[:opened])


def _place(entry: Entry) -> int:
    """Where an entry stands among those of a deed: words come before the time the deed takes."""
    if isinstance(entry, Said):
        return 0
    return 1 if isinstance(entry, Pledged) and entry.standing == "open" else 2


class Teller:
    """Turns steps into entries, one after the other, and keeps moods and the clock for it."""

    def __init__(self, book: Playbook) -> None:
        self._book = book
        self._moods = dict(zip(book.people, book.moods, strict=True))
        self._told = 0
        """The case second told last: waits too short to tell add up."""

    def told(self, step: Step) -> Iterator[Entry]:
        """What the next step tells; go through all of it before the one after."""
        if step.choice:
            yield _decided(self._book, step.choice)
        opened = next(place for place, event in enumerate(step.events) if isinstance(event, SceneOpened))
        yield from sorted(self._entries(step.events[:opened]), key=_place)
        yield from self._entries(step.events[opened:])

    def _entries(self, events: Iterable[Event]) -> Iterator[Entry]:
        scenario = self._book.scenario
        for event in events:
            match event:
                case MoodChanged(person, _, after):
                    self._moods[person] = after
                case TimePassed(now):
                    if now - self._told >= _NOTEWORTHY:
                        yield Later(now - self._told, moment(self._book, now))
                        self._told = now
                case SceneOpened(scene):
                    if (heading := scenario.scenes[scene].heading) is not None:
                        yield Heading(heading)
                case LineSaid(line):
                    yield _said(self._book, line, self._moods)
                case PromiseMade(promise) | PromiseKept(promise) | PromiseBroken(promise) | PromiseReleased(promise):
                    yield Pledged(promise, scenario.promises[promise].text, _STANDINGS[type(event)])


def _decided(book: Playbook, name: str) -> Entry:
    choice = choice_of(book, name)
    if choice is None:
        return Unanswered(name)
    return Chosen(name, choice.say or choice.do or "", choice.say is not None)


def _said(book: Playbook, line: Line, moods: dict[str, int]) -> Said:
    if line.who == NARRATOR:
        return Said(NARRATOR, "", line.text, None)
    if line.who == YOU:
        return Said(YOU, book.scenario.you.name, line.text, None)
    mood = moods[line.who] if line.mood is None else line.mood
    return Said(line.who, book.scenario.person(line.who).name, line.text, mood)


def debts(book: Playbook, steps: Sequence[Step]) -> tuple[Debt, ...]:
    """The promise ledger, in order of making."""
    made: dict[str, tuple[int, int]] = {}
    standings: dict[str, Standing] = {}
    for step in steps:
        clock = 0 if step.before is None else step.before.elapsed
        for event in step.events:
            match event:
                case TimePassed(elapsed):
                    clock = elapsed
                case PromiseMade(promise, deadline):
                    made[promise] = (clock, deadline)
                    standings[promise] = "open"
                case PromiseKept(promise) | PromiseBroken(promise) | PromiseReleased(promise):
                    standings[promise] = _STANDINGS[type(event)]
    now = steps[-1].after.elapsed
    return tuple(
        Debt(
            promise,
            book.scenario.promises[promise].text,
            standing := standings[promise],
            deadline - now if standing == "open" else None,
            moment(book, deadline),
            deadline - clock,
        )
        for promise, (clock, deadline) in made.items()
    )


def channel(book: Playbook, steps: Sequence[Step]) -> Channel:
    """The channel the conversation goes by now."""
    found = book.scenario.channel
    for step in steps:
        for event in step.events:
            if isinstance(event, SceneOpened):
                found = book.scenario.scenes[event.scene].channel or found
    return found


def effects_of(book: Playbook, effect: Effect) -> Effects | None:
    """What the author wrote about an effect: points, because, feels, habit."""
    scenario = book.scenario
    match effect.cause:
        case "kept":
            return scenario.promises[effect.name].kept
        case "broken":
            return scenario.promises[effect.name].broken
        case "silence":
            return scenario.scenes[effect.name.partition("/")[0]].silence
        case _:
            return choice_of(book, effect.name)
