"""The shortest way to every scene a play can enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.session.events import SceneOpened
from game.session.rules import advance, offered, silent_move, start
from game.session.state import Stop
from game.solver import LIMIT
from game.solver.reduction import Reduction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.session.events import Event
    from game.session.playbook import Move, Playbook
    from game.session.state import State

__all__ = ["Ways", "ways"]


class Ways(NamedTuple):
    """How the scenes of a case are reached."""

    to: Mapping[str, tuple[str, ...]]
    """By scene, the fewest decisions that enter it, if only to pass on; a scene that no play reaches has none."""
    is_complete: bool
    """Whether all plays were looked at; if not, a scene without a way may be reached all the same."""


def ways(book: Playbook, limit: int = LIMIT) -> Ways:
    """Find the ways, the fewest decisions first, and no further than needed."""
    reduction = Reduction(book)
    opening = start(book)
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_opened(opening.events), ())
    queue = [reduction.reduce(opening.after)] if opening.stop is None else []
    known = set(queue)
    parents: list[tuple[int, str] | None] = [None]
    for number, state in enumerate(queue):
        if len(found) == len(book.positions):
            break
        if len(queue) > limit:
            return Ways(found, is_complete=False)
        for move in _available(book, state):
            told: list[Event] = []
            after, _, stop = advance(book, state, move, told)
            for scene in _opened(told):
                if scene not in found:
                    found[scene] = (*_path(parents, number), move.name)
            after = reduction.reduce(after)
            if stop in (None, Stop.DEAD_END) and after not in known:
                known.add(after)
                queue.append(after)
                parents.append((number, move.name))
    return Ways(found, is_complete=True)


def _available(book: Playbook, state: State) -> Iterator[Move]:
    position = book.positions[state.scene]
    yield from offered(position, state)
    silence = silent_move(position, state)
    if silence is not None:
        yield silence


def _opened(events: list[Event] | tuple[Event, ...]) -> list[str]:
    return [event.scene for event in events if isinstance(event, SceneOpened)]


def _path(parents: list[tuple[int, str] | None], number: int) -> tuple[str, ...]:
    names: list[str] = []
    step = parents[number]
    while step is not None:
        number, name = step
        names.append(name)
        step = parents[number]
    return tuple(reversed(names))
