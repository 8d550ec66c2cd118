"""The plays of a full-size case, counted by the naive rules: by hand, since it takes minutes.

    python -m tests.naive.count scenarios/*.yaml

Places are told apart as in `enumerate`, except that two things are forgotten which a case can be read for at a
glance: scenes seen that no condition asks for, and choices taken in scenes one cannot come back to. Prints places,
plays, and best and worst by dimension and in total, to be held against tests/solver/pins.json.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import NamedTuple

from game.loader import read_file
from game.scenario import conditions
from game.scenario.model import Move, Scenario
from tests.naive.enumerate import decisions
from tests.naive.play import ENDED, Play, identity, open_play, questions, take

__all__ = ["Count", "count_plays"]

Place = Hashable
Points = tuple[int, ...]


class Count(NamedTuple):
    """Of all plays from a place on."""

    plays: int
    best: Points | None
    worst: Points | None


class _Node(NamedTuple):
    is_ending: bool
    ways: list[tuple[Place, Points]]


def count_plays(scenario: Scenario) -> tuple[int, Count]:
    """How many places there are, and what can be counted from the opening on; the case must have no loops."""
    place_of = _telling_apart(scenario)
    opening = open_play(scenario)
    waiting: dict[Place, Play] = {place_of(opening): opening}
    nodes: dict[Place, _Node] = {}
    while waiting:
        here, play = waiting.popitem()
        ways = []
        for decision in decisions(play):
            after = take(play, decision)
            there = place_of(after)
            won = [now - before for now, before in zip(after.points, play.points, strict=True)]
            ways.append((there, (*won, sum(won))))
            if there not in nodes and there not in waiting and there != here:
                waiting[there] = after
        nodes[here] = _Node(play.stop == ENDED, ways)
    return len(nodes), _counted(nodes, place_of(opening))


def _telling_apart(scenario: Scenario) -> Callable[[Play], Place]:
    asked = list(questions(scenario))
    seen = {question.scene for question in asked if isinstance(question, conditions.Seen)}
    taken = {question.choice for question in asked if isinstance(question, conditions.Taken)}
    returning = _returning(scenario)

    def place(play: Play) -> Place:
        *rest, all_taken, all_seen = identity(play)
        kept = frozenset(name for name in all_taken if name in taken or name.split("/")[0] in returning)
        return (*rest, kept, all_seen & seen)

    return place


def _returning(scenario: Scenario) -> set[str]:
    """The scenes one can come back to."""
    ahead: dict[str, set[str]] = {}
    for key, scene in scenario.scenes.items():
        moves: list[Move] = [*scene.choices, *([scene.silence] if scene.silence else [])]
        ahead[key] = {way.to for goto in (scene.goto, *(move.goto for move in moves)) for way in goto}
    for _ in ahead:
        for key, scenes in ahead.items():
            ahead[key] = scenes.union(*(ahead[scene] for scene in scenes))
    return {key for key, scenes in ahead.items() if key in scenes}


def _counted(nodes: dict[Place, _Node], opening: Place) -> Count:
    counts: dict[Place, Count] = {}
    path = [opening]
    while path:
        here = path[-1]
        missing = [there for there, _ in nodes[here].ways if there not in counts]
        if missing:
            path.extend(missing)
            if len(path) > 100 * len(nodes):  # round and round
                raise ValueError("a case with loops has no number of plays")
            continue
        path.pop()
        counts[here] = _of_ways(nodes[here], counts)
    return counts[opening]


def _of_ways(node: _Node, counts: dict[Place, Count]) -> Count:
    if node.is_ending:
        return Count(1, (0,) * 4, (0,) * 4)
    plays, best, worst = 0, None, None
    for there, won in node.ways:
        after = counts[there]
        plays += after.plays
        if after.best is not None and after.worst is not None:
            high = tuple(map(sum, zip(after.best, won, strict=True)))
            low = tuple(map(sum, zip(after.worst, won, strict=True)))
            best = high if best is None else tuple(map(max, best, high))
            worst = low if worst is None else tuple(map(min, worst, low))
    return Count(plays, best, worst)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        found = read_file(Path(name)).scenario
        if found is not None:
            places, (number, most, least) = count_plays(found)
            print(f"{name}: {places:,} places, {number:,} plays, best {most}, worst {least}")
