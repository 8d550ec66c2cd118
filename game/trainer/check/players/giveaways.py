"""Which decisions give a case away to a player: where the choice with his mark is the best one.

A decision counts by what the player gets there more than the mean of the choices on offer, as often as he comes
there. What only silence would bring does not count: he never keeps silent.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from game.trainer.check.players.futures import ENDED, STUCK

if TYPE_CHECKING:
    from game.trainer.check.players.futures import Futures
    from game.trainer.check.players.value import Picks

__all__ = ["cheapest_scenes", "giveaways"]

_NEVER = -(10**6)
"""The best total where no ending can be reached: far below any."""
_TRACE = 1e-6
"""Less of a play than this is not followed any further."""
_MOST_ROUNDS = 1_000


def giveaways(found: Futures, picks: Picks) -> list[str]:
    """The full names of the choices that give most away, the one that gives most first."""
    best = _best(found)
    weights: defaultdict[str, float] = defaultdict(float)
    for number, visits in _visits(found, picks).items():
        offer = found.all[number].offer
        regrets = _regrets(found, best, number)
        own = [regrets[position] for position in picks[offer]]
        gift = sum(regrets) / len(regrets) - sum(own) / len(own)
        if gift > 0:
            for position in picks[offer]:
                if not regrets[position]:
                    weights[found.offers[offer][position].name] += visits * gift / own.count(0)
    return sorted(weights, key=lambda name: (-weights[name], name))


def cheapest_scenes(found: Futures, picks: Picks) -> list[str]:
    """The scenes where a wrong choice costs a player least on average, the cheapest first.

    Those that he comes to in less than every other play are left out, unless all are, and those without a choice.
    """
    best = _best(found)
    came: defaultdict[str, float] = defaultdict(float)
    lost: defaultdict[str, float] = defaultdict(float)
    for number, visits in _visits(found, picks).items():
        offer = found.all[number].offer
        if len(found.offers[offer]) > 1:
            scene = found.offers[offer][0].name.partition("/")[0]
            regrets = _regrets(found, best, number)
            came[scene] += visits
            lost[scene] += visits * sum(regrets[position] for position in picks[offer]) / len(picks[offer])
    often = [scene for scene, visits in came.items() if visits >= 1 / 2] or list(came)
    return sorted(often, key=lambda scene: (lost[scene] / came[scene], scene))


def _regrets(found: Futures, best: list[int], number: int) -> list[int]:
    """What each choice gives away; into a trap as much as the dearest of the others, and one more."""
    _, gains, targets = found.all[number]
    totals = [gain + best[target] for gain, target in zip(gains, targets, strict=True)]
    most = max(totals)
    regrets = [most - total if total > _NEVER // 2 else -1 for total in totals]
    return [max(regrets) + 1 if regret < 0 else regret for regret in regrets]


def _best(found: Futures) -> list[int]:
    """The best total still to be had from each future; those that lead to each other share theirs."""
    best = [_NEVER] * len(found.all)
    best[ENDED] = 0
    number = STUCK + 1
    while number < len(best):
        circle = range(number, number + found.circles.get(number, 1))
        most = max(
            gain + best[target]
            for member in circle
            for gain, target in zip(found.all[member].gains, found.all[member].targets, strict=True)
        )
        for member in circle:
            best[member] = max(most, _NEVER)
        number = circle.stop
    return best


def _visits(found: Futures, picks: Picks) -> dict[int, float]:
    """How often a player comes to each future in one play, on average."""
    visits: dict[int, float] = {}
    coming = {found.first: 1.0}
    for _ in range(_MOST_ROUNDS):
        if not coming:
            break
        here, coming = coming, {}
        for number, share in here.items():
            if number <= STUCK or share < _TRACE:
                continue
            visits[number] = visits.get(number, 0) + share
            offer, _, targets = found.all[number]
            for position in picks[offer]:
                target = targets[position]
                coming[target] = coming.get(target, 0) + share / len(picks[offer])
    return visits
