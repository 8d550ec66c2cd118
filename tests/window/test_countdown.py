"""The time to answer: it runs down, stands still in a pause, and is painted no oftener than is seen."""

from __future__ import annotations

from game.window.screens.conversation.countdown import Countdown


def test_it_runs_down_to_nothing_and_no_further() -> None:
    """Twenty seconds last twenty seconds; seconds are rounded up, so that 0 means over."""
    countdown = Countdown(20, 100.0)
    countdown.tick(119.5, is_paused=False)
    assert countdown.seconds == 1
    assert not countdown.is_over
    countdown.tick(130.0, is_paused=False)
    assert countdown.seconds == 0
    assert countdown.is_over


def test_a_pause_takes_nothing() -> None:
    """However long it lasts."""
    countdown = Countdown(20, 0.0)
    countdown.tick(5.0, is_paused=False)
    countdown.tick(500.0, is_paused=True)
    countdown.tick(501.0, is_paused=False)
    assert countdown.left == 14.0


def test_a_clock_set_back_gives_no_time() -> None:
    """Time only runs forward."""
    countdown = Countdown(20, 10.0)
    countdown.tick(5.0, is_paused=False)
    assert countdown.left == 20.0


def test_it_asks_for_paint_four_times_a_second() -> None:
    """Told the time sixty times a second, it is worth a picture four times."""
    countdown = Countdown(20, 0.0)
    asked = [countdown.tick(frame / 64, is_paused=False) for frame in range(1, 65)]
    assert sum(asked) == 4


def test_the_time_to_read_goes_first() -> None:
    """What is over of it too late is taken from the time to answer; a pause takes nothing of either."""
    countdown = Countdown(20, 0.0, reading=5.0)
    countdown.tick(2.0, is_paused=False)
    assert (countdown.reading, countdown.left) == (3.0, 20.0)
    countdown.tick(50.0, is_paused=True)
    assert (countdown.reading, countdown.left) == (3.0, 20.0)
    assert countdown.tick(54.0, is_paused=False)
    assert (countdown.reading, countdown.left) == (0.0, 19.0)
