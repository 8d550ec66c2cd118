"""The mirror: the same talk from the other side of the counter, with what the other thought and did not say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from game.debrief.consequences import consequences, option
from game.session.events import MoodChanged, SceneOpened
from game.session.replay import replay
from game.session.state import Stop
from game.session.telling import channel, tell
from game.session.view import Chosen, Figure, Unanswered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.debrief.debrief import Feeling
    from game.scenario.model import Channel, Ending, Player
    from game.session.journal import Journal
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.session.view import Entry

__all__ = ["FEELINGS", "Mirror", "Turn", "closeness", "mirror", "steps_apart"]

FEELINGS = (-3, -2, -1, 0, 1, 2)
"""The moods to guess from, one for each of the six faces: 2 and 3 show the same."""
_CLOSENESS_FULL = 100
_FARTHEST = 3
"""Steps from which on a guess is worth nothing: furious for calm, worried for delighted."""


class Turn(NamedTuple):
    """One of the trainee's sentences, as it reaches the person it was said to."""

    before: tuple[Entry, ...]
    """What was said and seen since the sentence before."""
    words: str
    """Empty for a silence."""
    is_spoken: bool
    facing: Figure
    """Who hears it, in the mood they were in before."""
    mood: int
    """Theirs, when they answer."""
    feels: tuple[Feeling, ...]
    """What was thought and not said until the answer."""
    later: tuple[Feeling, ...]
    """What was thought of what the next scenes brought, before the next sentence."""


@dataclass(frozen=True)
class Mirror:
    """A play from the other side, to the ending where it came to one."""

    scenario: str
    revision: str
    title: str
    language: str
    you: Player
    """Who the trainee was, and who faces them now."""
    channel: Channel
    """Where the talk began."""
    turns: tuple[Turn, ...]
    after: tuple[Entry, ...]
    """What was said and seen after the last sentence."""
    ending: Ending | None


def mirror(book: Playbook, journal: Journal) -> Mirror:
    """Turn a play round, as far as its records are right; of what was taken back nothing is said."""
    steps = replay(book, journal.records).steps
    entries = tuple(tell(book, steps))
    said = [place for place, entry in enumerate(entries) if isinstance(entry, Chosen | Unanswered)]
    starts = [0, *(place + 1 for place in said)]
    turns = tuple(
        _turn(book, entries[start:place], before, step)
        for start, place, (before, step) in zip(starts, said, pairwise(steps), strict=False)
    )
    last = steps[-1]
    scene = book.positions[last.after.scene].name
    return Mirror(
        scenario=journal.head.scenario,
        revision=journal.head.revision,
        title=book.scenario.title,
        language=book.scenario.language,
        you=book.scenario.you,
        channel=channel(book, steps[:1]),
        turns=turns,
        after=entries[starts[-1] :],
        ending=book.scenario.scenes[scene].ending if last.stop is Stop.ENDED else None,
    )


def closeness(guesses: Iterable[tuple[int, int]]) -> int:
    """How close guessed moods came to those there were, 0 to 100.

    The mean over the guesses of a third less for every step between the two faces; rounded, halves up.

    Args:
        guesses: pairs of a guess and the mood there was, each -3 to 3; at least one.
    """
    worth = [max(0, _FARTHEST - steps_apart(guess, mood)) for guess, mood in guesses]
    whole = _FARTHEST * len(worth)
    return (2 * _CLOSENESS_FULL * sum(worth) + whole) // (2 * whole)


def steps_apart(one: int, other: int) -> int:
    """How many faces lie between two moods."""
    most = FEELINGS[-1]
    return abs(min(one, most) - min(other, most))


def _turn(book: Playbook, entries: Sequence[Entry], before: Step, step: Step) -> Turn:
    position = book.scenario.scenes[book.positions[before.after.scene].name]
    person = book.scenario.person(position.facing)
    namesake = None if book.scenario is book.original else book.original.person(position.facing).name
    mood = before.after.moods[book.people.index(position.facing)]
    said = option(book, step)
    answered = next(place for place, event in enumerate(step.events) if isinstance(event, SceneOpened))
    at_once, afterwards = (step._replace(events=each) for each in (step.events[:answered], step.events[answered:]))
    return Turn(
        before=tuple(entries),
        words=said.words,
        is_spoken=said.is_spoken,
        facing=Figure(position.facing, person.name, mood, person.face, namesake),
        mood=_moved(mood, position.facing, at_once),
        feels=tuple(_feelings(book, at_once)),
        later=tuple(_feelings(book, afterwards)),
    )


def _moved(mood: int, person: str, step: Step) -> int:
    """A person's mood after a step that found them in this one."""
    for event in step.events:
        if isinstance(event, MoodChanged) and event.person == person:
            mood = event.after
    return mood


def _feelings(book: Playbook, step: Step) -> Iterator[Feeling]:
    for each in consequences(book, step):
        yield from each.feels
