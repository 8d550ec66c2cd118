"""A timed scene whose words take longer to read than there is time.

What has to be read is all that is said since the last decision, the answer to it and scenes that pass on included, and
the choices on offer. In the window the time runs as soon as the lines stand there, which is at once where nothing may
move; the terminal first leaves time for reading, so there it is always enough. Looked at is the most that any play can
meet together.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from game.scenario.model import Choice
from game.scenario.parts import moves
from game.session.events import LineSaid
from game.session.rules import play, start
from game.trainer.check.reading_time import seconds_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.session.playbook import Playbook
    from game.solver.exploration import Exploration
    from game.trainer.check.case import Case

__all__ = ["check"]

_TO_DECIDE = 3
"""Seconds, besides reading."""
_ROUND = 5
"""Seconds; the time that would do is told in a round number of them."""

Way = tuple[str, ...]


class _Meeting(NamedTuple):
    """What is met together in a timed scene."""

    scene: str
    way: Way
    """A shortest way to it."""
    choices: tuple[str, ...]
    """On offer."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell it at the time of the scene, with the way to where there is most to read."""
    timed = {name: scene.within for name, scene in case.scenario.scenes.items() if scene.within is not None}
    if not timed or case.survey is None:
        return
    words = {name: move.say or move.do or "" for _, name, move in moves(case.scenario) if isinstance(move, Choice)}
    longest: dict[str, tuple[int, Way]] = {}
    for scene, way, choices in _meetings(case.survey.exploration, frozenset(timed)):
        texts = [*_said_last(case.book, way), *(words[name] for name in choices)]
        seconds = seconds_to_read(texts, case.scenario.language)
        if scene not in longest or seconds > longest[scene][0]:
            longest[scene] = seconds, way
    for scene, within in timed.items():
        reading, way = longest.get(scene, (0, ()))
        needed = reading + _TO_DECIDE
        if reading and needed > within:
            values = {"needed": needed, "within": within, "enough": -(-needed // _ROUND) * _ROUND}
            yield case.tell("too-long-to-read", ("scenes", scene, "within"), values, witness=way)


def _meetings(found: Exploration, timed: frozenset[str]) -> Iterator[_Meeting]:
    """Whatever is met in the scenes, once for what a decision says and what is on offer after it."""
    scenes = {number: position.name for number, position in enumerate(found.book.positions) if position.name in timed}
    reached = {number: scenes[scene] for number, scene in enumerate(found.scenes) if scene in scenes}
    if 0 in reached:
        yield _Meeting(reached[0], (), tuple(_running(found, 0)))
    met: set[tuple[int, ...]] = set()
    for edge, target in enumerate(found.targets):
        if target not in reached:
            continue
        choices = _running(found, target)
        outcome = found.outcomes[edge]
        key = (id(outcome), *map(id, choices))
        if choices and key not in met:
            met.add(key)
            number = bisect_right(found.bounds, edge) - 1
            yield _Meeting(reached[target], (*found.path(number), outcome.move.name), tuple(choices))


def _running(found: Exploration, number: int) -> list[str]:
    """The choices on offer in a state where time runs; none where it does not."""
    here = [found.outcomes[edge].move for edge in found.edges(number)]
    return [move.name for move in here[:-1]] if here and here[-1].is_silence else []


def _said_last(book: Playbook, way: Way) -> Iterator[str]:
    """What is said in the last step of a way."""
    step = start(book)
    for name in way:
        step = play(book, step.after, name)
    return (event.line.text for event in step.events if isinstance(event, LineSaid))
