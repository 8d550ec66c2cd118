"""Timings that no reader could have produced are flagged, and those of people are not."""

from __future__ import annotations

from random import Random

import pytest

from game.records.league.flags import EVEN_STEPS, FLAGS, TOO_FAST, UNORDERED, Pause, flag_words, flags


@pytest.mark.parametrize("seed", range(20))
def test_people_are_not_flagged(seed: int) -> None:
    """Quick readers neither: 600 words a minute, a second to choose, pauses as uneven as people's are."""
    dice = Random(seed)
    pauses = []
    for _ in range(dice.randint(1, 30)):
        words = dice.randint(15, 90)
        pauses.append(Pause(round((words / 10 + 1) * 1000 * dice.lognormvariate(0, 0.4)), words))
    assert flags(pauses) == ()


def test_somebody_who_knows_the_case_is_not_flagged() -> None:
    """The second time only the choices have to be found again."""
    assert flags([Pause(ms, 24) for ms in (1_900, 2_700, 2_100, 3_500, 2_400, 4_000)]) == ()


def test_a_machine_is() -> None:
    """By its speed, by its even steps, by both."""
    assert flags([Pause(ms, 60) for ms in (300, 700, 200, 500, 900)]) == (TOO_FAST,)
    assert flags([Pause(20_000 + each, 60) for each in (0, 30, 12, 7, 25)]) == (EVEN_STEPS,)
    assert flags([Pause(10, 60)] * 8) == (TOO_FAST, EVEN_STEPS)
    assert flags([Pause(0, 60)] * 8) == (TOO_FAST,)


def test_few_answers_say_nothing() -> None:
    """Four of one length may be chance."""
    assert flags([Pause(10, 60)] * 4) == ()
    assert flags([]) == ()


def test_times_that_run_backwards_are_told() -> None:
    """However few there are."""
    assert flags([Pause(-1, 10)]) == (UNORDERED,)


def test_every_flag_has_words_for_whoever_is_flagged() -> None:
    """And that it changes nothing; one that a newer server knows stands there by its name."""
    told = [flag_words(each) for each in (*FLAGS, "unheard-of")]
    assert len(set(told)) == len(told)
    assert all("changes nothing" in each for each in told)
    assert "unheard-of" in told[-1]
