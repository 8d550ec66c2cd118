"""Ranked sessions over a network: the same face as any other, and nothing lost or counted twice."""

from __future__ import annotations

import pytest

from game.online.faults import NoAnswer, Refusal
from game.online.league import League
from game.online.session import OnlineSession, is_settled
from game.session.rules import NotAvailable
from game.session.session import NotTakenBack, Session
from game.session.state import Stop
from tests.leaderboard.pages.house import CASE, House
from tests.online.relay import Relay

SEASON = "autumn"


def begun(league: League, *, has_timers: bool = True) -> OnlineSession:
    """A session of the case with a timed scene."""
    return OnlineSession(league, league.begin(SEASON, CASE, language="en", has_timers=has_timers))


def take(session: Session, number: int = 0) -> None:
    """Take a choice by its place."""
    session.take(session.view.offers[number].token, 0)


def play_on(session: OnlineSession) -> None:
    """Take the first choice until the case ends."""
    while session.view.stop is None:
        take(session)


def test_a_ranked_session_is_played_like_any_other(league: League) -> None:
    """From the opening to the ending; then it is explained."""
    session: Session = begun(league)
    assert session.case.title == "The lost reservation"
    assert session.view.said
    assert session.view.decisions == 0
    take(session)
    assert session.view.decisions == 1
    assert isinstance(session, OnlineSession)
    play_on(session)
    assert session.view.stop is Stop.ENDED
    debrief = session.debrief()
    assert debrief.head.mode == "ranked"
    assert debrief.is_complete
    assert debrief.counts
    assert len(debrief.decisions) == session.view.decisions
    assert session.played.result is not None
    assert debrief.scores is not None
    assert session.played.result.score == debrief.scores.total


def test_only_what_is_on_offer_can_be_taken(league: League) -> None:
    """It is refused here, before the server is asked; so is a silence where no time runs."""
    session = begun(league)
    before = session.view
    with pytest.raises(NotAvailable):
        session.take("nothing", 0)
    with pytest.raises(NotAvailable):
        session.fall_silent(0)
    with pytest.raises(NotTakenBack):
        session.take_back(0)
    assert session.view == before
    assert not session.is_unanswered


def test_a_decision_whose_answer_was_lost_counts_once(league: League, relay: Relay) -> None:
    """It had arrived: sent again by the client itself, it is the same step."""
    session = begun(league)
    relay.lose_answers(2)
    take(session)
    assert relay.lost == 2
    assert session.view.decisions == 1
    assert league.session(session.played.session).view.decisions == 1


def test_a_lost_connection_pauses_and_goes_on(league: League, relay: Relay) -> None:
    """What was decided is sent again when it is back, and until then nothing else can be decided."""
    session = begun(league)
    relay.cut()
    first = session.view
    with pytest.raises(NoAnswer, match="cannot be reached"):
        take(session)
    assert session.is_unanswered
    assert session.view == first
    with pytest.raises(NoAnswer):
        session.send_again()
    relay.mend()
    session.send_again()
    assert not session.is_unanswered
    assert session.view.decisions == 1
    assert session.view.said[len(first.said)].words == first.offers[0].words


def test_another_press_meanwhile_decides_nothing_else(league: League, relay: Relay) -> None:
    """The first one stands, whether it had arrived or not."""
    for loss in ("request", "answer"):
        session = begun(league)
        before = session.view
        relay.cut() if loss == "request" else relay.lose_answers(9)
        with pytest.raises(NoAnswer):
            take(session, 0)
        relay.mend()
        take(session, 1)
        assert session.view.decisions == before.decisions + 1
        assert session.view.said[len(before.said)].words == before.offers[0].words  # type: ignore[union-attr]
        play_on(session)


def test_a_session_is_taken_up_where_it_was_left(league: League, relay: Relay) -> None:
    """By another start of the program, even where the last answer was lost."""
    session = begun(league)
    relay.lose_answers(9)
    with pytest.raises(NoAnswer):
        take(session)
    relay.mend()
    again = begun(league)
    assert again.played.session == session.played.session
    assert again.view.decisions == 1
    (season,) = [each for each in league.seasons() if each.slug == SEASON]
    (case,) = [each for each in season.cases if each.scenario == CASE]
    assert case.open_session == session.played.session
    assert case.begun == 1


def test_a_session_that_went_on_elsewhere_is_looked_at_anew(league: League) -> None:
    """What was decided there stands; what was decided here too late does not."""
    here, there = begun(league), begun(league)
    take(there, 1)
    with pytest.raises(Refusal) as refused:
        take(here, 0)
    assert refused.value.code == "step-differs"
    assert is_settled(refused.value)
    assert not here.is_unanswered
    here.look()
    assert here.view == there.view


def timed(league: League) -> OnlineSession:
    """A session in its timed scene."""
    session = begun(league)
    while session.view.limit is None:
        take(session)
    return session


def test_the_servers_clock_counts(league: League, house: House) -> None:
    """A silence cannot fall before its time, and a choice cannot be taken after it."""
    session = timed(league)
    left = session.played.time_left_ms
    assert left is not None
    assert session.view.limit is not None
    assert left >= session.view.limit * 1000 - 2000
    with pytest.raises(Refusal) as refused:
        session.fall_silent(0)
    assert refused.value.code == "too-early"
    house.moved_ms += left + 60_000
    with pytest.raises(Refusal) as refused:
        take(session)
    assert refused.value.code == "time-ran-out"
    session.look()
    before = session.view.decisions
    session.fall_silent(0)
    assert session.view.decisions == before + 1


def test_timers_are_switched_off_for_good(league: League) -> None:
    """From the beginning, or on the way; the debrief says so."""
    session = timed(league)
    session.switch_timers_off(0)
    assert not session.played.has_timers
    assert session.played.time_left_ms is None
    session.switch_timers_off(0)
    play_on(session)
    assert not session.debrief().has_timers
    untimed = begun(league, has_timers=False)
    assert not untimed.played.has_timers


def test_what_the_server_refuses_is_told_in_the_readers_language(league: League, house: House) -> None:
    """A session of somebody else, and a season there is not."""
    session = begun(league)
    stranger = house.visitor()
    with league.server.__class__(house.address, stranger.token) as server:
        with pytest.raises(Refusal, match="You have no such session") as refused:
            League(server).session(session.played.session)
        assert refused.value.code == "unknown-session"
        with pytest.raises(Refusal, match="There is no such season"):
            League(server).begin("never", CASE)
    with league.server.__class__(house.address, "nobody") as server, pytest.raises(Refusal) as refused:
        League(server).me()
    assert refused.value.is_unknown
