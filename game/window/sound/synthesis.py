"""Sounds made of partials that fade away, as of struck wood, glass and bells.

Each partial is a resonator: a recursion of two multiplications a sample (a sine that falls by the same share each
time, "modal synthesis"), struck once or often. That is ten times as quick in Python as asking for sines.
"""

from __future__ import annotations

import math
import time
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["RATE", "Partial", "Recipe", "sounded"]

RATE = 22_050
"""Samples a second: nothing here has partials beyond 5 kHz."""
_LOUDEST = 32_767
_FADE = 0.02
"""Seconds in which every sound goes to nothing at its end."""
_BREATH = 0.001
"""Seconds the thread that makes a sound rests after each partial, so that the one that paints is never kept waiting."""


@dataclass(frozen=True, slots=True)
class Partial:
    """One tone of a sound."""

    hertz: float
    loudness: float
    """Beside the other partials."""
    fall: float
    """Seconds in which it falls to a third (1/e)."""
    strikes: tuple[float, ...] = (0.0,)
    """When it is struck, in seconds, in order."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A sound before it is made."""

    partials: tuple[Partial, ...]
    seconds: float
    peak: float
    """The loudest sample as a share of the loudest there can be."""
    swell: float = 0.004
    """Seconds in which it comes up from nothing."""


def sounded(recipe: Recipe) -> array[int]:
    """The samples of a sound, 16 bits each: it starts and ends with 0."""
    samples = [0.0] * round(recipe.seconds * RATE)
    for partial in recipe.partials:
        _resound(samples, partial)
        time.sleep(_BREATH)
    _fade(samples, round(recipe.swell * RATE), range(len(samples)))
    _fade(samples, round(_FADE * RATE), range(len(samples) - 1, -1, -1))
    gain = _LOUDEST * recipe.peak / max(map(abs, samples))
    return array("h", [round(gain * sample) for sample in samples])


def _resound(samples: list[float], partial: Partial) -> None:
    """Add a partial."""
    angle = 2 * math.pi * partial.hertz / RATE
    share = math.exp(-1 / (partial.fall * RATE))
    once, twice, push = 2 * share * math.cos(angle), share * share, partial.loudness * share * math.sin(angle)
    now = then = 0.0
    places = [round(strike * RATE) for strike in partial.strikes]
    for start, end in zip(places, [*places[1:], len(samples)], strict=True):
        then += push
        for place in range(start, end):
            samples[place] += now
            now, then = then, once * then - twice * now


def _fade(samples: list[float], length: int, places: Sequence[int]) -> None:
    """Bring the first places from nothing up to what they are, softly at both ends (half a cosine)."""
    for step, place in enumerate(places[:length]):
        samples[place] *= 0.5 - 0.5 * math.cos(math.pi * step / length)
