"""Every cue is short, quiet, in tune, and starts and ends with nothing."""

from __future__ import annotations

import math
from array import array

import pytest

from game.window.sound import Cue
from game.window.sound.captions import caption
from game.window.sound.recipes import RECIPES, samples_of
from game.window.sound.synthesis import RATE

LOUDEST = 32_767
MOMENT = round(0.05 * RATE)
every_cue = pytest.mark.parametrize("cue", Cue, ids=lambda cue: cue.name.lower())


def strength(samples: array[int], hertz: float) -> float:
    """How much of a tone is in a sound (Goertzel's algorithm)."""
    angle = 2 * math.pi * hertz / RATE
    now = before = 0.0
    for sample in samples:
        now, before = sample + 2 * math.cos(angle) * now - before, now
    return math.hypot(now - before * math.cos(angle), before * math.sin(angle)) / len(samples)


def effective(samples: array[int]) -> float:
    """The effective value (RMS) of a sound, as a share of the loudest."""
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples)) / LOUDEST


@every_cue
def test_a_cue_is_quiet_and_never_clips(cue: Cue) -> None:
    """Its loudest moment stays 13 dB below full scale, all of it 17 dB; and it is loud enough to be heard at all."""
    samples = samples_of(cue)
    loudest = max(effective(samples[start : start + MOMENT]) for start in range(0, len(samples) - MOMENT, MOMENT))
    assert max(map(abs, samples)) <= 0.4 * LOUDEST
    assert loudest <= 0.22
    assert 0.01 <= effective(samples) <= 0.14


@every_cue
def test_a_cue_comes_from_nothing_and_goes_to_nothing(cue: Cue) -> None:
    """No click at either end: the first and the last sample are 0, and their neighbours are next to it."""
    samples = samples_of(cue)
    assert samples[0] == samples[-1] == 0
    assert max(map(abs, samples[:3])) < 0.01 * LOUDEST
    assert max(map(abs, samples[-3:])) < 0.01 * LOUDEST


@every_cue
def test_a_cue_is_short(cue: Cue) -> None:
    """Six tenths of a second at most; the telephone rings for three seconds."""
    seconds = len(samples_of(cue)) / RATE
    assert seconds <= (3.5 if cue is Cue.RING else 0.6)


@every_cue
def test_a_cue_has_words_of_its_own(cue: Cue) -> None:
    """What is heard can be read."""
    assert caption(cue)
    assert [each for each in Cue if caption(each) == caption(cue)] == [cue]


@pytest.mark.parametrize(
    ("cue", "first", "last"),
    [
        (Cue.PROMISE_MADE, 523.25, 783.99),
        (Cue.PROMISE_KEPT, 392.0, 659.26),
        (Cue.PROMISE_BROKEN, 311.13, 261.63),
        (Cue.MOOD_UP, 440.0, 523.25),
        (Cue.MOOD_DOWN, 261.63, 220.0),
        (Cue.LATER, 659.26, 523.25),
    ],
    ids=lambda value: value.name.lower() if isinstance(value, Cue) else "",
)
def test_a_cue_goes_up_or_down_as_it_is_meant(cue: Cue, first: float, last: float) -> None:
    """It begins on one note and ends on another: the better news rises, the worse falls, without any words."""
    samples = samples_of(cue)
    quarter = len(samples) // 4
    start, end = samples[: quarter // 2], samples[-quarter:]
    assert strength(start, first) > 2 * strength(start, last)
    assert strength(end, last) > 1.5 * strength(end, first)


@every_cue
def test_a_cue_is_warm(cue: Cue) -> None:
    """Nothing above 4 kHz, where sounds get sharp; all the notes a cue is made of are below 1.1 kHz."""
    samples = samples_of(cue)[: round(0.3 * RATE)]
    notes = max(strength(samples, partial.hertz) for partial in RECIPES[cue].partials)
    shrill = max(strength(samples, hertz) for hertz in range(4_500, 10_000, 250))
    assert shrill < 0.03 * notes
    assert min(partial.hertz for partial in RECIPES[cue].partials) < 1_100


def test_the_telephone_rings_twice() -> None:
    """A second of two gongs in turn, a pause, and once more."""
    samples = samples_of(Cue.RING)
    burst, pause, again = samples[:RATE], samples[round(1.1 * RATE) : 2 * RATE], samples[round(2.2 * RATE) :]
    assert effective(burst) > 0.05
    assert max(map(abs, pause)) == 0
    assert effective(again) == pytest.approx(effective(burst), rel=0.05)
    gong, other = strength(burst, 850.0), strength(burst, 1075.0)
    assert 0.5 < gong / other < 2


def test_different_cues_sound_different() -> None:
    """No two are the same samples."""
    assert len({samples_of(cue).tobytes() for cue in Cue}) == len(Cue)
