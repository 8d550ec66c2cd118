"""The reckoning after a kill finds whatever could be wrong."""

from __future__ import annotations

from typing import Any, cast

import msgspec
import pytest
from sqlalchemy import delete, func, select, update

from game.records.database.connection import Database
from game.records.database.tables import BOARDS, ENTRIES, SCORE_HIST, SESSIONS, STEPS
from game.records.league.played import Played
from tests.endurance.people import Acknowledged, People
from tests.endurance.reckoning import reckon
from tests.records.league.rounds import Round, said

WORDS = ("That happens.", "Send him to the shop.")


class Told:
    """What people were told."""

    def __init__(self) -> None:
        self.begun: dict[str, dict[str, Any]] = {}
        self.acknowledged: dict[tuple[str, int], Acknowledged] = {}
        self.failures: list[str] = []

    def add(self, played: Played, token: str = "") -> None:
        """An answer, and the token that was sent for it."""
        answer = msgspec.json.decode(msgspec.json.encode(played))
        self.begun[played.session] = answer
        if token:
            n = played.next_step - 1
            self.acknowledged[played.session, n] = Acknowledged(played.session, n, token, answer)


@pytest.fixture
def told(league_database: Database) -> Told:
    """A session that was finished, and one of which a step was taken."""
    round_, told = Round(league_database), Told()
    with league_database.writing() as c:
        entry = {
            "season": round_.season,
            "player": round_.player,
            "pseudonym": "Lea",
            "likeness": "lea",
            "joined_ms": 1,
        }
        c.execute(ENTRIES.insert().values(entry))
    for words in (WORDS, WORDS[:1]):
        played = round_.begin()
        told.add(played)
        for each in words:
            token = said(played, each).token
            played = round_.say(played, each)
            told.add(played, token or "")
    return told


def test_all_is_well(league_database: Database, told: Told) -> None:
    """Where nothing is lost, nothing is found."""
    reckon(league_database, cast(People, told))


@pytest.mark.parametrize(
    "wrong",
    [
        delete(STEPS),
        update(STEPS).values(choice="call/look"),
        delete(SESSIONS).where(SESSIONS.c.state == "open"),
        update(SESSIONS).where(SESSIONS.c.state == "finished").values(score=SESSIONS.c.score + 1),
        update(SESSIONS).where(SESSIONS.c.state == "finished").values(decisions=3),
        update(SESSIONS).where(SESSIONS.c.state == "finished").values(attempt=3),
        update(SCORE_HIST).values(n=2),
        update(SCORE_HIST)
        .values(score=SCORE_HIST.c.score + 1)
        .where(SCORE_HIST.c.board == select(func.min(BOARDS.c.id)).scalar_subquery()),
    ],
)
def test_whatever_is_wrong_is_found(league_database: Database, told: Told, wrong: Any) -> None:
    """A step that is lost, or another; a session, a score, a count, an attempt, a place on a board."""
    with league_database.writing() as c:
        assert c.execute(wrong).rowcount
    with pytest.raises(AssertionError):
        reckon(league_database, cast(People, told))


def test_what_people_saw_go_wrong_is_found(league_database: Database, told: Told) -> None:
    """An answer that no server should have given."""
    told.failures.append("an answer")
    with pytest.raises(AssertionError):
        reckon(league_database, cast(People, told))
