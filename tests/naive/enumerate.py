"""Every play of a small scenario, one by one: what the solver has to agree with.

Two readings of the same rules, both without reduction. `complete_plays` walks every play there is, decision by
decision, and keeps nothing but the path it stands on. `Census` looks at the places plays come to (see
`identity`), for what is not a matter of counting: what is reachable, by how few decisions, and what a place is
worth.

Loops. A choice with `again: true` can bring a play back to a place it has been at. Points cannot have been won on
the way: a choice counts once, and so does a promise kept or broken, and having done either for the first time is
part of the place. So the play without the loop ends the same and earns the same, and cutting a path where it comes
back to a place of its own past loses neither an ending nor a best nor a worst. It loses the number of plays only:
where an ending can be reached from such a place the loop can be walked any number of times, and there is no number.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from game.scenario.model import Scenario
from tests.naive.play import DEAD_END, ENDED, RING, Play, identity, offers, open_play, silence_on, take

__all__ = ["Census", "TooMany", "Worth", "complete_plays", "decisions"]

Place = Hashable
Key = TypeVar("Key", bound=Hashable)


class TooMany(Exception):
    """More plays or places than the caller wants to wait for."""


class Worth(NamedTuple):
    """Points by dimension, and in total."""

    respect: int
    proactivity: int
    follow_through: int
    total: int


class _Arrival(NamedTuple):
    place: Place
    decision: str
    points: int
    """Totals won by the decision."""
    after: Play
    """The play right after it."""


def decisions(play: Play) -> list[str]:
    """Everything that can be decided: the choices on offer, and the silence."""
    fallen = silence_on(play)
    return [] if play.stop else offers(play) + ([] if fallen is None else [fallen])


def complete_plays(opening: Play, most: int, loops: set[Place]) -> Iterator[Play]:
    """Every play from here to an ending that never comes back to a place of its own past; notes places that recur.

    Raises:
        TooMany: more than so many decisions would have to be taken.
    """
    if opening.stop == ENDED:
        yield opening
    past = [identity(opening)]
    walk = [_nexts(opening)]
    taken = 0
    while walk:
        play = next(walk[-1], None)
        if play is None:
            walk.pop()
            past.pop()
            continue
        taken += 1
        if taken > most:
            raise TooMany(most)
        here = identity(play)
        if play.stop == ENDED:
            yield play
        elif here in past:
            loops.add(here)
        else:
            walk.append(_nexts(play))
            past.append(here)


def _nexts(play: Play) -> Iterator[Play]:
    return (take(play, decision) for decision in decisions(play))


class Census:
    """Every place a play can come to, how one gets there soonest, and what can be had from there."""

    def __init__(self, scenario: Scenario, most: int) -> None:
        """Look at every place.

        Raises:
            TooMany: there are more than so many.
        """
        opening = open_play(scenario)
        self.scenario = scenario
        self.start = identity(opening)
        self.plays: dict[Place, Play] = {self.start: opening}
        """A shortest play to each place."""
        self.ways: dict[Place, list[_Arrival]] = {}
        """What each decision leads to, from each place."""
        self.entered = set(opening.entered)
        waiting = deque([self.start])
        while waiting:
            here = waiting.popleft()
            play = self.plays[here]
            self.ways[here] = []
            for decision in decisions(play):
                after = take(play, decision)
                there = identity(after)
                self.entered.update(after.entered)
                self.ways[here].append(_Arrival(there, decision, after.total - play.total, after))
                if there not in self.plays:
                    self.plays[there] = after
                    waiting.append(there)
            if len(self.plays) > most:
                raise TooMany(most)
        self._fertile = self._places_with_an_ending()

    def value(self, place: Place) -> int | None:
        """The best total that can still be won from a place; None where no ending can be reached."""
        return self.values()[place]

    def values(self) -> dict[Place, int | None]:
        """The best total that can still be won from each place, by going round until nothing gets better."""
        best: dict[Place, int | None] = {place: 0 if self.plays[place].stop == ENDED else None for place in self.plays}
        is_settled = False
        while not is_settled:
            is_settled = True
            for place, arrivals in self.ways.items():
                for there, _, points, _ in arrivals:
                    after, before = best[there], best[place]
                    if after is not None and (before is None or after + points > before):
                        best[place] = after + points
                        is_settled = False
        return best

    def is_endless(self, loops: Iterable[Place]) -> bool:
        """Whether a place that recurs leads to an ending."""
        return any(place in self._fertile for place in loops)

    def steps(self) -> Iterator[Play]:
        """The opening, and what each decision in each place comes to; fewest decisions first."""
        yield self.plays[self.start]
        for arrivals in self.ways.values():
            for arrival in arrivals:
                yield arrival.after

    def choices(self) -> set[str]:
        """Every choice and silence that can be taken."""
        return {arrival.decision for arrivals in self.ways.values() for arrival in arrivals}

    def dead_ends(self) -> dict[str, int]:
        """Fewest decisions to each scene that leads nowhere."""
        return _fewest((play.scene, len(play.taken)) for play in self.plays.values() if play.stop == DEAD_END)

    def rings(self) -> dict[frozenset[str], int]:
        """Fewest decisions to each ring, by its scenes."""
        return _fewest((frozenset(play.ring), len(play.taken)) for play in self.plays.values() if play.stop == RING)

    def traps(self) -> dict[str, int]:
        """Fewest decisions to each scene where choices are on offer and no ending can be reached."""
        return _fewest(
            (play.scene, len(play.taken))
            for place, play in self.plays.items()
            if play.stop is None and place not in self._fertile
        )

    def _places_with_an_ending(self) -> set[Place]:
        sources = defaultdict(set)
        for here, arrivals in self.ways.items():
            for there, *_ in arrivals:
                sources[there].add(here)
        found: set[Place] = set()
        waiting = [place for place, play in self.plays.items() if play.stop == ENDED]
        while waiting:
            place = waiting.pop()
            if place not in found:
                found.add(place)
                waiting.extend(sources[place])
        return found


def _fewest(found: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    fewest: dict[Key, int] = {}
    for key, count in found:
        fewest[key] = min(count, fewest.get(key, count))
    return fewest
