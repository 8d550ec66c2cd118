"""A company on a server for tests: a trainer, a team with members, a season of cases, and plays that have ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import pytest
from sqlalchemy import insert, select

from game.records.database.tables import SCENARIOS, SESSIONS, TRAINERS
from game.records.league import entries, players, seasons, teams
from game.records.league.refused import Refused
from game.records.league.seasons import Plan
from game.records.uuid7 import uuid7

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from game.records.database.connection import Database

__all__ = ["CASES", "DAY_MS", "NOW", "Company", "new_trainer", "put_case", "put_play", "refusal"]

T = TypeVar("T")
NOW = 1_800_000_000_000
DAY_MS = 86_400_000
CASES = ("a" * 64, "b" * 64, "c" * 64)
TODAY = datetime.fromtimestamp(NOW / 1000, UTC).date()


class Company(NamedTuple):
    """Who and what there is; each call is a transaction of its own, as on a server."""

    database: Database
    trainer: str
    team: str
    code: str
    season: str
    """Its key; its slug is `spring`."""

    @classmethod
    def founded(cls, database: Database, cases: Sequence[str] = CASES, **plan: Any) -> Company:
        """A trainer with an empty team, and a season that runs."""
        with database.writing() as c:
            for number, revision in enumerate(cases):
                put_case(c, revision, f"case-{number}")
            trainer = new_trainer(c, "Kim")
            team = teams.make(c, trainer, "Night desk", NOW).id
            code = teams.give_code(c, trainer, team, NOW, uses=100)
            first, last = TODAY - timedelta(days=1), TODAY + timedelta(days=60)
            asked = Plan("spring", "Spring", first, last, "Europe/Berlin", tuple(cases))._replace(**plan)
            season = seasons.make(c, trainer, asked, NOW).id
        return cls(database, trainer, team, code, season)

    def join(self, *names: str, now_ms: int = NOW) -> list[str]:
        """Let people join the team."""
        with self.database.writing() as c:
            return [players.join(c, self.code, name, None, now_ms).player.id for name in names]

    def crew(self, number: int) -> list[str]:
        """Let so many join the team."""
        return self.join(*(f"Player {each}" for each in range(number)))

    def play(self, player: str, score: int | None = 700, case: str = CASES[0], **more: Any) -> str:
        """Let somebody have played a case to its end, and stand where that brings them."""
        with self.database.writing() as c:
            return put_play(c, self.season, player, score, case, **more)

    def ask(self, question: Callable[..., T], *values: object, **more: object) -> T:
        """Call one of the league's functions in a transaction that may write."""
        with self.database.writing() as c:
            return question(c, *values, **more)

    def rows(self, table: Any) -> list[Any]:
        """All rows of a table."""
        with self.database.reading() as c:
            return list(c.execute(select(table).order_by(*table.primary_key.columns)))


def new_trainer(c: Connection, name: str) -> str:
    """Somebody who looks after teams, and signs in elsewhere."""
    key = uuid7(NOW)
    c.execute(insert(TRAINERS).values(id=key, name=name, created_ms=NOW))
    return key


def put_case(c: Connection, revision: str, scenario: str, **more: Any) -> None:
    """A case that was published."""
    row = {"revision": revision, "engine": 1, "scenario": scenario, "title": scenario.title(), "yaml": "title: x"}
    row |= {"is_open_book": False, "published_ms": NOW}
    c.execute(insert(SCENARIOS).values(row | more))


def put_play(
    c: Connection, season: str, player: str, score: int | None = 700, case: str = CASES[0], **more: Any
) -> str:
    """A ranked play that counts and has come to its end, unless it is said otherwise; standings follow."""
    key = uuid7(NOW)
    row: dict[str, Any] = {"id": key, "player": player, "revision": case, "scenario": "case", "score": score}
    row |= dict.fromkeys(("decisions", "best", "good", "slip", "mistake", "blunder"), 1)
    row |= {"mode": "ranked", "started_ms": NOW, "ended_ms": NOW, "was_rewound": False, "has_timers": True}
    row |= {"state": "finished", "season": season, "counts": True, "nonce": b"n", "journal": b"line 1\nline 2\n"}
    row |= {"respect": 50, "proactivity": 60, "follow_through": 70}
    c.execute(insert(SESSIONS).values(row | more))
    entries.settle_open(c, player)
    return key


def refusal(question: Callable[..., object], *values: object, **more: object) -> Refused:
    """What is said where something is not allowed; an assertion fails where it is.

    Its sentence is asked for, so that one that cannot be filled in is noticed.
    """
    with pytest.raises(Refused) as caught:
        question(*values, **more)
    assert caught.value.sentence
    return caught.value
