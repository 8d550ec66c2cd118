"""Who may begin a case, and how often."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert, select, update

from game.records.database.connection import Database
from game.records.database.tables import (
    ASSIGNED_CASES,
    ASSIGNMENTS,
    MEMBERS,
    SCENARIOS,
    SEASONS,
    SESSIONS,
    TEAMS,
    TRAINERS,
)
from game.records.league import beginning
from game.records.league.casebook import CaseBook
from game.records.league.played import Played
from game.records.league.ranked import Ranked
from game.records.league.refused import Refused
from game.records.uuid7 import uuid7
from tests.records.league.rounds import DAY_MS, NOW, Round, new_player


@pytest.fixture
def assigned(league_database: Database) -> Round:
    """A round whose season is over, and whose case the player's team was given."""
    round_ = Round(league_database, ends_ms=NOW)
    trainer, team, assignment = uuid7(NOW), uuid7(NOW), uuid7(NOW)
    with league_database.writing() as c:
        c.execute(insert(TRAINERS).values(id=trainer, name="Kim", created_ms=NOW))
        c.execute(insert(TEAMS).values(id=team, name="Line", trainer=trainer, created_ms=NOW))
        c.execute(insert(MEMBERS).values(player=round_.player, from_ms=NOW, team=team, is_named=False))
        row = {"id": assignment, "team": team, "title": "One", "due_ms": NOW + DAY_MS, "created_ms": NOW}
        c.execute(insert(ASSIGNMENTS).values(row))
        case = {"assignment": assignment, "revision": round_.revision, "place": 0, "scenario": round_.case}
        c.execute(insert(ASSIGNED_CASES).values(case))
    return round_


def begun(round_: Round, player: str | None = None) -> Played:
    """Begin it outside any season."""
    with round_.database.writing() as c:
        who = player or round_.player
        return round_.ranked.begin(c, who, None, round_.case, None, has_timers=True, now_ms=round_.now)


def test_a_case_that_was_assigned_is_played_without_a_season(assigned: Round) -> None:
    """It counts on no board, is taken up again like any other, and comes to its end."""
    told = begun(assigned)
    assert (told.season, told.counts, told.attempt) == (None, False, 1)
    assert begun(assigned) == told
    told = assigned.say(assigned.say(told, "That happens."), "Send him to the shop.")
    assert told.state == "finished"
    assert begun(assigned).attempt == 2


def test_nobody_rehearses_what_a_season_is_played_on(assigned: Round) -> None:
    """Unless it lies on every disk anyway; neither does anybody play what another team was given."""
    with assigned.database.writing() as c:
        stranger = new_player(c, "Jo")
    with pytest.raises(Refused) as refused:
        begun(assigned, stranger)
    assert refused.value.code == "unknown-case"
    with assigned.database.writing() as c:
        c.execute(update(SEASONS).values(ends_ms=NOW + DAY_MS))
    with pytest.raises(Refused) as refused:
        begun(assigned)
    assert refused.value.code == "case-in-season"
    with assigned.database.writing() as c:
        c.execute(update(SCENARIOS).values(is_open_book=True))
    assert begun(assigned).next_step == 1


@pytest.mark.parametrize("change", [update(ASSIGNMENTS).values(withdrawn_ms=NOW), update(MEMBERS).values(until_ms=NOW)])
def test_what_was_assigned_no_more_is_not_begun(assigned: Round, change: object) -> None:
    """The assignment was withdrawn, or its player left the team."""
    with assigned.database.writing() as c:
        c.execute(change)  # type: ignore[call-overload]
    with pytest.raises(Refused) as refused:
        begun(assigned)
    assert refused.value.code == "unknown-case"


def test_two_who_begin_at_once_begin_one_session(league_database: Database) -> None:
    """From two processes, with and without a season."""
    round_ = Round(league_database)

    def begin(_: int) -> str:
        ranked = Ranked(CaseBook())

        def job(c: object) -> str:
            return ranked.begin(c, round_.player, "spring", "callback", None, has_timers=True, now_ms=NOW).session  # type: ignore[arg-type]

        return league_database.write(job)

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(begin, range(8)))) == 1
    with league_database.reading() as c:
        assert list(c.scalars(select(SESSIONS.c.attempt))) == [1]


def test_attempts_have_an_end(league_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody fills the disk by finishing the same case for ever."""
    monkeypatch.setattr(beginning, "MOST_ATTEMPTS", 1)
    round_ = Round(league_database)
    round_.say(round_.say(round_.begin(), "That happens."), "Send him to the shop.")
    with pytest.raises(Refused) as refused:
        round_.begin()
    assert refused.value.code == "too-many-attempts"
