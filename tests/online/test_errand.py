"""Errands: what is asked while others go on."""

from __future__ import annotations

import threading
import time

import pytest

from game.online.errand import Errand
from game.online.faults import Fault, Foreign, NoAnswer, Refusal
from game.records import Trouble

SOON = 10.0


def test_an_errand_is_done_in_another_thread() -> None:
    """Nobody waits meanwhile; asking for the answer too early is a mistake."""
    go, threads = threading.Event(), []

    def job() -> str:
        go.wait(SOON)
        threads.append(threading.current_thread())
        return "answer"

    errand = Errand(job)
    assert not errand.is_done
    assert errand.is_asking
    with pytest.raises(ValueError, match="no answer yet"):
        errand.answer()
    go.set()
    assert errand.wait(SOON)
    assert errand.answer() == "answer"
    assert threads != [threading.main_thread()]


def test_what_goes_wrong_is_found_with_the_answer() -> None:
    """Whatever it is."""
    errand = Errand(lambda: 1 // 0)
    assert errand.wait(SOON)
    with pytest.raises(ZeroDivisionError):
        errand.answer()


@pytest.mark.parametrize("fault", [NoAnswer("gone"), Foreign("a portal")])
def test_a_patient_errand_asks_until_it_is_answered(fault: Fault) -> None:
    """Waiting longer and longer; whoever looks meanwhile is told why."""
    asked: list[str] = []

    def send() -> str:
        asked.append("sent")
        raise fault

    def again() -> str:
        asked.append("again")
        if len(asked) < 4:
            raise fault
        return "there"

    errand = Errand(send, again=again, is_patient=True, pauses=(0.001, 0.002))
    assert errand.wait(SOON)
    assert errand.answer() == "there"
    assert errand.lost is fault
    assert asked == ["sent", "again", "again", "again"]


def test_an_errand_that_is_not_patient_asks_once() -> None:
    """And one that was refused is not asked again."""
    for is_patient, fault in ((False, NoAnswer("gone")), (True, Refusal("season-closed", "It is over."))):
        asked: list[Fault] = []

        def job(fault: Fault = fault, asked: list[Fault] = asked) -> None:
            asked.append(fault)
            raise fault

        errand = Errand(job, is_patient=is_patient, pauses=(0.001,))
        assert errand.wait(SOON)
        with pytest.raises(type(fault)):
            errand.answer()
        assert len(asked) == 1


def test_a_press_asks_at_once_and_leaving_asks_no_more() -> None:
    """However long it would have waited."""
    asked: list[int] = []

    def job() -> None:
        asked.append(1)
        raise NoAnswer("gone")

    errand = Errand(job, is_patient=True, pauses=(3600.0,))
    _until(lambda: errand.lost is not None and not errand.is_asking)
    errand.ask_now()
    _until(lambda: len(asked) == 2)
    _until(lambda: not errand.is_asking)
    errand.give_up()
    assert errand.wait(SOON)
    with pytest.raises(Trouble, match="gone"):
        errand.answer()
    assert len(asked) == 2


def _until(is_so: object) -> None:
    end = time.monotonic() + SOON
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.001)
