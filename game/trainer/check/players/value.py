"""What a player comes to on average, over all plays and all ties.

Totals are whole numbers of small parts of a point. Where a player takes several choices equally often the mean is
rounded down to such a part, so a mean is never above the true one, and below it by less than a part for each decision
of the longest play: with a million decisions, by a millionth of a point.

Where futures lead to each other nothing is won on the way, since what brings points brings them once, and a player's
mean lies between those of the ways out. Both bounds are drawn together, rounding down and up, until they are less than
a millionth of a point apart; the mean is the lower one.

A player whose plays may never end, for want of a way out or in a dead end, has no mean. Nor has one who goes round so
long that the bounds do not meet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from game.trainer.check.players.futures import ENDED, STUCK

if TYPE_CHECKING:
    from game.trainer.check.players.futures import Futures

__all__ = ["Picks", "means"]

Picks = Sequence[Sequence[int]]
"""By offer: the positions of the choices a player takes, each as often as the others."""

_POINT = 1 << 40
"""Parts of a point."""
_CLOSE = 1 << 20
"""Parts of a point that bounds may lie apart: a millionth."""
_NEVER = -(1 << 80)
"""The mean of plays that may not end."""
_HOPELESS = -(1 << 70)
"""Below any mean: a share of those that never end makes it so."""
_MOST_STEPS = 300_000
"""In which bounds must have met, counting each step of each future of a circle."""


def means(found: Futures, picks: Picks) -> Fraction | None:
    """The mean total of a player's plays, without the opening's points; None where there is none."""
    values = [_NEVER] * len(found.all)
    values[ENDED] = 0
    offers = found.all
    number = STUCK + 1
    while number < len(offers):
        size = found.circles.get(number)
        if size is not None:
            _settle_circle(found, picks, range(number, number + size), values)
            number += size
            continue
        offer, gains, targets = offers[number]
        picked = picks[offer]
        if len(picked) == 1:
            position = picked[0]
            total = gains[position] * _POINT + values[targets[position]]
        else:
            total = 0
            gain = 0
            for position in picked:
                total += values[targets[position]]
                gain += gains[position]
            total = (total + gain * _POINT) // len(picked)
        values[number] = total if total > _HOPELESS else _NEVER
        number += 1
    mean = values[found.first]
    return None if mean <= _HOPELESS else Fraction(mean, _POINT)


def _settle_circle(found: Futures, picks: Picks, circle: range, values: list[int]) -> None:
    """Give futures that lead to each other their values; those whose plays may not end keep theirs."""
    ways = {
        number: [found.all[number].targets[position] for position in picks[found.all[number].offer]]
        for number in circle
    }
    gains = {number: _gain(found, picks, number) for number in circle}
    ending = _sure_to_end(ways, values)
    exits = [
        values[target] + found.all[number].gains[position] * _POINT
        for number in ending
        for position, target in zip(picks[found.all[number].offer], ways[number], strict=True)
        if target not in ways
    ]
    if not exits:
        return
    low, high = dict.fromkeys(ending, min(exits)), dict.fromkeys(ending, max(exits))
    for _ in range(_MOST_STEPS // len(ending)):
        apart = 0
        for number in ending:
            targets, gain = ways[number], gains[number]
            least = gain + sum([low[target] if target in low else values[target] for target in targets])
            most = gain + sum([high[target] if target in high else values[target] for target in targets])
            low[number] = max(low[number], least // len(targets))
            high[number] = min(high[number], -(-most // len(targets)))
            apart = max(apart, high[number] - low[number])
        if apart <= _CLOSE:
            for number in ending:
                values[number] = low[number]
            return


def _gain(found: Futures, picks: Picks, number: int) -> int:
    """The totals of all picks of a future together."""
    offer, gains, _ = found.all[number]
    return sum(gains[position] for position in picks[offer]) * _POINT


def _sure_to_end(ways: Mapping[int, Sequence[int]], values: Sequence[int]) -> list[int]:
    """The futures of a circle whose plays are sure to end: wherever they go, a way out lies ahead.

    Those next to a way out come first, so that bounds meet soon.
    """
    before: dict[int, list[int]] = {number: [] for number in ways}
    for number, targets in ways.items():
        for target in targets:
            if target in before:
                before[target].append(number)
    leaving = [number for number, targets in ways.items() if _may_leave_well(targets, ways, values)]
    hopeful = _closure(leaving, before)
    unsure = [
        number for number, targets in ways.items() if number not in hopeful or _may_get_lost(targets, ways, values)
    ]
    lost = _closure(unsure, before)
    return [number for number in hopeful if number not in lost]


def _may_get_lost(targets: Sequence[int], circle: Mapping[int, object], values: Sequence[int]) -> bool:
    return any(target not in circle and values[target] <= _HOPELESS for target in targets)


def _may_leave_well(targets: Sequence[int], circle: Mapping[int, object], values: Sequence[int]) -> bool:
    return any(target not in circle and values[target] > _HOPELESS for target in targets)


def _closure(begin: Sequence[int], before: Mapping[int, Sequence[int]]) -> dict[int, None]:
    """All from which one of these is reached, nearest first."""
    found = dict.fromkeys(begin)
    waiting = list(begin)
    for number in waiting:
        for source in before[number]:
            if source not in found:
                found[source] = None
                waiting.append(source)
    return found
