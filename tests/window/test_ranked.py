"""A ranked conversation: the window goes on while the server is asked, and waits where the connection is gone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from game.debrief import Debrief, review
from game.online.faults import Refusal
from game.online.messages import Played, StepBody
from game.session.journal import Journal
from game.session.session import LocalSession
from game.solver import solve
from game.window.input import Back, Digit
from game.window.screens.conversation.ranked import RankedConversation
from game.window.stage import Stage
from tests.window.canned import Led, gone, ranked, settled
from tests.window.gallery import on_stage, play_on, playbook, press, session, shown

LOST = "The connection is gone"


class Slow(Led):
    """A server that answers when it is let go."""

    def __init__(self, play: LocalSession) -> None:
        super().__init__(play)
        self.go = threading.Event()

    def step(self, session: str, number: int, taken: StepBody) -> Played:
        """Later."""
        assert self.go.wait(10)
        return super().step(session, number, taken)


def explained(play: LocalSession) -> Debrief:
    """The debrief of a play."""
    book = playbook()
    return review(book, solve(book), Journal(play.journal.head, play.journal.records))


def opened(league: Led | None = None, **ways: Any) -> tuple[Stage, RankedConversation, Led]:
    """A ranked conversation, all its lines told."""
    found = league or Led(session("graded"), explained)
    screen = ranked(found, **ways)
    return play_on(on_stage(screen)), screen, found


def answered(stage: Stage, screen: RankedConversation) -> None:
    """Wait until the server has answered, and let lines appear."""
    settled(stage, lambda: screen.is_waiting)
    stage.tick(0.0)


def told(stage: Stage, words: str) -> Callable[[], bool]:
    """Whether something does not stand there yet."""
    return lambda: words not in shown(stage)


def test_a_decision_is_an_errand() -> None:
    """Nothing waits; meanwhile nothing else can be decided, and what was decided is shown when it is answered."""
    slow = Slow(session("graded"))
    stage, screen, _league = opened(slow)
    second = screen.view.offers[1].token
    stage.act(Digit(2))
    stage.act(Digit(3))
    stage.tick(0.1)
    assert screen.view.decisions == 0
    assert "One moment" not in shown(stage)
    stage.tick(1.0)
    assert "One moment: the server is being asked." in shown(stage)
    slow.go.set()
    answered(stage, screen)
    assert screen.view.decisions == 1
    assert [body.token for _number, body in slow.steps] == [second]
    assert "One moment" not in shown(stage)


def test_a_lost_connection_is_a_plain_card_and_goes_on_by_a_press() -> None:
    """What was decided is sent again, the very same; the card closes by itself."""
    stage, screen, league = opened()
    league.faults += [gone(), gone()]
    stage.act(Digit(2))
    settled(stage, told(stage, LOST))
    assert "Your decisions so far are kept." in shown(stage)
    assert "Nothing counts twice." in shown(stage)
    press(stage, "close")
    settled(stage, lambda: bool(league.faults))
    settled(stage, told(stage, LOST))
    press(stage, "close")
    answered(stage, screen)
    assert LOST not in shown(stage)
    assert len(league.steps) == 1
    assert screen.view.decisions == 1


def test_a_lost_connection_goes_on_by_itself() -> None:
    """It is asked again after a while, without any press."""
    stage, screen, league = opened(pauses=(0.01,))
    league.faults += [gone()] * 3
    stage.act(Digit(2))
    answered(stage, screen)
    assert not league.faults
    assert screen.view.decisions == 1
    assert LOST not in shown(stage)


def test_whoever_leaves_meanwhile_goes_on_later() -> None:
    """Nothing is asked any more."""
    left: list[str] = []
    stage, screen, league = opened(on_leave=lambda: left.append("left"))
    league.faults.append(gone())
    stage.act(Digit(2))
    settled(stage, told(stage, LOST))
    press(stage, "leave")
    assert left == ["left"]
    assert screen.view.decisions == 0
    assert not league.steps


def test_no_time_runs_while_a_decision_is_on_its_way() -> None:
    """The countdown stands still, so that nobody falls silent who has answered."""
    slow = Slow(session("graded"))
    stage, screen, league = opened(slow)
    slow.go.set()
    stage.act(Digit(2))
    answered(stage, screen)
    play_on(stage)
    assert screen.countdown is not None
    slow.go.clear()
    before = screen.countdown.left
    stage.act(Digit(1))
    stage.tick(500.0)
    assert screen.countdown.left == before
    slow.go.set()
    answered(stage, screen)
    assert len(league.steps) == 2


def timed(league: Led | None = None) -> tuple[Stage, RankedConversation, Led]:
    """In the timed scene, all its lines told at 10 seconds."""
    stage, screen, found = opened(league)
    stage.act(Digit(2))
    answered(stage, screen)
    stage.tick(0.0)
    assert screen.countdown is not None
    return stage, screen, found


def test_the_time_to_answer_is_the_servers() -> None:
    """Where it gives less than would be left here, that counts; and a pause does not stop it."""
    league = Led(session("graded"))
    league.left_ms = 12_000
    stage, screen, _league = timed(league)
    assert screen.countdown is not None
    assert screen.countdown.left == pytest.approx(12, abs=0.5)
    stage.act(Back())
    assert "The server's clock goes on" in shown(stage)
    stage.tick(6.0)
    assert screen.countdown.left == pytest.approx(6, abs=0.5)
    stage.hide()
    stage.come_back()
    stage.act(Back())
    stage.tick(20.0)
    answered(stage, screen)
    assert league.steps[-1][1].token is None


def test_time_limits_can_be_switched_off_in_the_pause() -> None:
    """For good; no clock runs from there on."""
    stage, screen, league = timed()
    stage.act(Back())
    press(stage, "untimed")
    answered(stage, screen)
    assert [body.has_timers for _number, body in league.steps] == [True, False]
    assert screen.countdown is None
    assert "No time limit for you." in shown(stage)
    stage.act(Back())
    assert "The server's clock goes on" not in shown(stage)


def test_an_answer_that_came_too_late_is_told_and_a_silence() -> None:
    """The server's word stands."""
    stage, screen, league = timed()
    league.faults.append(Refusal("time-ran-out", "The time to answer had run out; nothing was said."))
    stage.act(Digit(1))
    answered(stage, screen)
    assert "The time to answer had run out; nothing was said." in shown(stage)
    press(stage, "close")
    assert [body.token for _number, body in league.steps][1:] == [None]
    assert screen.view.decisions == 2


def test_a_silence_that_got_no_answer_falls_once() -> None:
    """It is sent again, not let fall once more in the next scene."""
    stage, screen, league = timed()
    late = Refusal("time-ran-out", "The time to answer had run out; nothing was said.")

    league.faults.append(late)
    real = league.step

    def step(session: str, number: int, taken: StepBody) -> Played:
        played = real(session, number, taken)
        if taken.token is None and len(lost) < 1:
            lost.append(number)
            raise gone()
        return played

    lost: list[int] = []
    league.step = step  # type: ignore[method-assign]
    screen._pauses = (0.001,)
    stage.act(Digit(1))
    answered(stage, screen)
    assert lost == [2]
    assert [body.token for _number, body in league.steps][1:] == [None]


def test_what_went_on_elsewhere_is_shown_as_it_stands() -> None:
    """With the server's sentence; nothing was decided here."""
    stage, screen, league = opened()
    league.play.take("lobby/deposit", 0)
    league.steps.append((1, StepBody(token="lobby/deposit")))
    league.faults.append(Refusal("step-differs", "Step 1 was answered before, and otherwise."))
    stage.act(Digit(2))
    answered(stage, screen)
    assert "Step 1 was answered before, and otherwise." in shown(stage)
    assert screen.view == league.play.view
    assert len(league.steps) == 1


def test_a_play_that_cannot_go_on_says_why_and_leads_out() -> None:
    """A season that is over, for instance."""
    left: list[str] = []
    stage, screen, league = opened(on_leave=lambda: left.append("left"))
    league.faults.append(Refusal("season-closed", "The season is over; nothing can be played in it any more."))
    stage.act(Digit(2))
    answered(stage, screen)
    assert "The season is over; nothing can be played in it any more." in shown(stage)
    press(stage, "close")
    assert left == ["left"]


def test_the_debrief_is_the_servers() -> None:
    """It is asked for while the ending is read, and waited for where the connection is gone."""
    shown_debriefs: list[Debrief] = []
    stage, screen, league = opened(on_debrief=shown_debriefs.append)
    for number in (4, 2):
        if league.play.view.decisions:
            league.faults.clear()
        stage.act(Digit(number))
        answered(stage, screen)
        play_on(stage)
    assert screen.view.ending is not None
    league.faults.clear()
    stage.act(Digit(1))
    answered(stage, screen)
    (debrief,) = shown_debriefs
    assert debrief.is_complete


def test_a_debrief_that_does_not_come_is_waited_for() -> None:
    """With the same card, and the same ways on."""
    shown_debriefs: list[Debrief] = []
    league = Led(session("graded"), explained)
    stage, screen, _league = opened(league, on_debrief=shown_debriefs.append)
    stage.act(Digit(4))
    answered(stage, screen)
    play_on(stage)
    league.faults.append(gone())
    real, calls = league.step, []

    def step(session: str, number: int, taken: StepBody) -> Played:
        faults, league.faults = league.faults, []
        calls.append(number)
        try:
            return real(session, number, taken)
        finally:
            league.faults = faults

    league.step = step  # type: ignore[method-assign]
    stage.act(Digit(2))
    answered(stage, screen)
    play_on(stage)
    stage.act(Digit(1))
    settled(stage, told(stage, LOST))
    press(stage, "close")
    answered(stage, screen)
    assert len(shown_debriefs) == 1
    assert calls == [2]


def test_nothing_is_taken_back() -> None:
    """There is no button for it."""
    stage, screen, _league = opened()
    stage.act(Digit(2))
    answered(stage, screen)
    play_on(stage)
    assert not any(widget.key == "take-back" for widget in stage.tree.walk())
