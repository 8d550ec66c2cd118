"""What each cue sounds like: quiet, warm, and all of one family, notes of C major on wood, glass and felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.sound.cue import Cue
from game.window.sound.synthesis import RATE, Partial, Recipe, sounded

if TYPE_CHECKING:
    from array import array

__all__ = ["RECIPES", "samples_of"]

_A3, _C4, _E_FLAT4, _E4, _G4, _A4 = 220.0, 261.63, 311.13, 329.63, 392.0, 440.0
_C5, _D5, _E5, _G5, _C6 = 523.25, 587.33, 659.26, 783.99, 1046.5
"""The notes, equally tempered, in Hz."""

_BURST = 1.0
_REST = 1.2
"""Seconds a telephone rings, and is silent before it rings again."""
_CLAPPER = 0.04
"""Seconds from one stroke of the clapper on a gong to the next; it strikes the two in turn."""


def samples_of(cue: Cue) -> array[int]:
    """The samples of a cue; a telephone rings twice."""
    made = sounded(RECIPES[cue])
    if cue is Cue.RING:
        rest = made[:0]
        rest.frombytes(bytes(round(_REST * RATE) * made.itemsize))
        made = made + rest + made
    return made


def _wood(hertz: float, at: float = 0.0, loudness: float = 1.0) -> tuple[Partial, ...]:
    """A bar of a marimba: its first overtone is tuned two octaves up, and gone at once."""
    return (
        Partial(hertz, loudness, 0.075, (at,)),
        Partial(hertz * 3.98, loudness * 0.16, 0.018, (at,)),
    )


def _glass(hertz: float, at: float = 0.0, loudness: float = 1.0) -> tuple[Partial, ...]:
    """A celesta's plate: soft, and long."""
    return (
        Partial(hertz, loudness, 0.16, (at,)),
        Partial(hertz * 2, loudness * 0.22, 0.09, (at,)),
        Partial(hertz * 4.02, loudness * 0.06, 0.04, (at,)),
    )


def _felt(hertz: float, at: float = 0.0, loudness: float = 1.0) -> tuple[Partial, ...]:
    """A low, muffled note."""
    return (
        Partial(hertz, loudness, 0.11, (at,)),
        Partial(hertz * 2, loudness * 0.1, 0.05, (at,)),
    )


def _gong(hertz: float, first: float) -> tuple[Partial, ...]:
    """One of a telephone's two gongs, struck as long as it rings.

    Whole periods lie between two strokes, or one would undo what the stroke before it did: multiples of 25 Hz.
    """
    strikes = tuple(first + stroke * _CLAPPER for stroke in range(int((_BURST - 0.12) / _CLAPPER)))
    return (
        Partial(hertz, 1.0, 0.09, strikes),
        Partial(hertz * 2.01, 0.35, 0.05, strikes),
        Partial(hertz * 2.76, 0.12, 0.03, strikes),
    )


RECIPES: dict[Cue, Recipe] = {
    Cue.LINE: Recipe(_wood(_C5), 0.09, 0.09),
    Cue.CHOOSE: Recipe(_wood(_G4), 0.16, 0.25),
    Cue.BACK: Recipe(_wood(_C4), 0.16, 0.25),
    Cue.PROMISE_MADE: Recipe((*_glass(_C5), *_glass(_G5, 0.1)), 0.5, 0.31),
    Cue.PROMISE_KEPT: Recipe((*_glass(_G4), *_glass(_C5, 0.09), *_glass(_E5, 0.18)), 0.6, 0.32),
    Cue.PROMISE_BROKEN: Recipe((*_felt(_E_FLAT4), *_felt(_C4, 0.14)), 0.5, 0.36),
    Cue.MOOD_UP: Recipe((*_wood(_A4), *_wood(_C5, 0.08)), 0.32, 0.23),
    Cue.MOOD_DOWN: Recipe((*_felt(_C4), *_felt(_A3, 0.1)), 0.4, 0.29),
    Cue.CHAPTER: Recipe((*_glass(_C4), *_glass(_G4, 0.0, 0.7), *_glass(_C5, 0.0, 0.4)), 0.6, 0.29, swell=0.06),
    Cue.LATER: Recipe((*_wood(_E5), *_wood(_D5, 0.13, 0.8), *_wood(_C5, 0.26, 0.6)), 0.5, 0.22),
    Cue.RING: Recipe((*_gong(850.0, 0.0), *_gong(1075.0, _CLAPPER / 2)), _BURST, 0.3, swell=0.02),
    Cue.TIMER: Recipe((*_wood(_G4), *_wood(_G4, 0.16, 0.8)), 0.36, 0.23),
    Cue.ENDING: Recipe((*_glass(_C4), *_glass(_E4, 0.08), *_glass(_G4, 0.16), *_glass(_C5, 0.24)), 0.6, 0.32),
    Cue.MEDAL: Recipe((*_glass(_G4), *_glass(_C5, 0.07), *_glass(_E5, 0.14), *_glass(_C6, 0.21, 0.7)), 0.6, 0.32),
    Cue.ERROR: Recipe((*_felt(_C4), *_felt(_C4, 0.13, 0.9)), 0.38, 0.32),
}
