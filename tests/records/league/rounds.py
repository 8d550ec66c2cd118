"""Ranked sessions for tests: a league with a player, a season and cases, and a server process to play them in."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from game.records.database.tables import METADATA, PLAYERS, SEASON_CASES, SEASONS
from game.records.league.casebook import CaseBook
from game.records.league.cases import look_through, publish
from game.records.league.played import StepBody
from game.records.league.ranked import Ranked
from game.records.uuid7 import uuid7
from tests.handwriting import write_down
from tests.shipped import CASES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.loader import Reading
    from game.records.database.connection import Database
    from game.records.league.played import Played
    from game.scenario.model import Scenario

__all__ = [
    "CALLBACK_TEXT",
    "DAY_MS",
    "NOW",
    "SHIPPED",
    "Round",
    "everything",
    "hold",
    "new_player",
    "new_season",
    "said",
]

NOW = 1_800_000_000_000
DAY_MS = 86_400_000
CALLBACK_TEXT = (Path(__file__).parents[2] / "callback.yaml").read_text(encoding="utf-8")
SHIPPED = tuple(CASES)


class Round:
    """A case in a season, and somebody who plays it; each call is a transaction of its own, as on a server.

    Its clock stands still unless it is told to move.
    """

    def __init__(
        self, database: Database, case: str = "callback", text: str | Scenario = CALLBACK_TEXT, **season: Any
    ) -> None:
        self.database = database
        self.case = case
        self.now = NOW
        self.ranked = Ranked(CaseBook())
        with database.writing() as c:
            self.player = new_player(c, "Lea")
            self.revision = hold(c, case, text)
            self.season = new_season(c, [(case, self.revision)], **season)

    def begin(self, language: str | None = None, *, has_timers: bool = True, player: str | None = None) -> Played:
        """Begin, or take up."""
        with self.database.writing() as c:
            who = player or self.player
            return self.ranked.begin(c, who, "spring", self.case, language, has_timers=has_timers, now_ms=self.now)

    def send(self, session: str, n: int, body: StepBody, *, player: str | None = None) -> Played:
        """Send a step."""
        with self.database.writing() as c:
            return self.ranked.step(c, player or self.player, session, n, body, self.now)

    def say(self, played: Played, words: str) -> Played:
        """Take the choice on offer of these words, ten seconds later."""
        self.now += 10_000
        return self.send(played.session, played.next_step, said(played, words))

    def resume(self, session: str) -> Played:
        """Ask how it stands."""
        with self.database.reading() as c:
            return self.ranked.resume(c, self.player, session, self.now)

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that is kept."""
        with self.database.reading() as c:
            return everything(c)

    def restarted(self) -> Ranked:
        """Another process, which has nothing at hand."""
        self.ranked = Ranked(CaseBook())
        return self.ranked


def said(played: Played, words: str) -> StepBody:
    """The body that takes the choice on offer of these words."""
    return StepBody(token=next(offer.token for offer in played.view.offers if offer.words == words))


def new_player(c: Connection, pseudonym: str, now_ms: int = NOW) -> str:
    """Somebody who plays."""
    key = uuid7(now_ms)
    c.execute(insert(PLAYERS).values(id=key, pseudonym=pseudonym, settings={}, created_ms=now_ms))
    return key


def new_season(c: Connection, cases: list[tuple[str, str]], slug: str = "spring", **season: Any) -> str:
    """A season that began yesterday and lasts a month."""
    key = uuid7(NOW)
    row = {
        "id": key,
        "slug": slug,
        "title": slug,
        "starts_ms": NOW - DAY_MS,
        "ends_ms": NOW + 30 * DAY_MS,
        "zone": "Europe/Zurich",
        "attempts": 2,
        "min_group": 5,
        "state": "open",
        "created_ms": NOW,
        **season,
    }
    c.execute(insert(SEASONS).values(row))
    for place, (scenario, revision) in enumerate(cases):
        c.execute(insert(SEASON_CASES).values(season=key, revision=revision, place=place, scenario=scenario))
    return key


def hold(c: Connection, case: str, text: str | Scenario, translations: dict[str, str] | None = None) -> str:
    """Publish a case whatever the checker would say; its revision."""
    written = text if isinstance(text, str) else write_down(text, Random(0))
    draft = look_through(case, written, _loaders_own, translations=translations)
    return publish(c, draft._replace(has_scores=True), actor="operator", now_ms=NOW).revision


def everything(c: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for table in METADATA.sorted_tables:
        found[table.name] = [tuple(row) for row in c.execute(select(table).order_by(*table.primary_key.columns))]
    return found


def _loaders_own(reading: Reading) -> tuple[Any, ...]:
    return tuple(each for each in reading.diagnostics if each.code != "unknown-habit")
