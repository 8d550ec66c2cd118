"""A league of rows put there by hand, for tests of boards: seasons, players, teams, and what was played.

What should stand on a board is worked out here a second time, plainly, from all there is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, insert, update

from game.records.database.tables import (
    ENTRIES,
    MEMBERS,
    PLAYERS,
    SCENARIOS,
    SEASON_CASES,
    SEASONS,
    SESSIONS,
    TEAMS,
    TRAINERS,
)
from game.records.league import standings
from game.records.uuid7 import uuid7

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["MODES", "STARTS", "Play", "Sheet", "Stand"]

STARTS = 1_800_000_000_000
LASTS = 1_000_000
MODES = ("ranked", "practice")
_COUNTS = dict.fromkeys(("decisions", "best", "good", "slip", "mistake", "blunder"), 0)


class Play(NamedTuple):
    """A play that has ended."""

    session: str
    season: str
    player: str
    revision: str
    mode: str
    score: int | None
    ended_ms: int
    counts: bool
    was_rewound: bool


class Stand(NamedTuple):
    """Somebody on a board."""

    player: str
    score: int
    reached_ms: int
    team: str | None


@dataclass
class Sheet:
    """What was put into the database, and the same beside it."""

    cases: tuple[str, ...] = ("a" * 64, "b" * 64, "c" * 64)
    seasons: list[str] = field(default_factory=list)
    teams: list[str] = field(default_factory=list)
    players: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    """By player, those who were erased too."""
    plays: list[Play] = field(default_factory=list)
    entries: set[tuple[str, str]] = field(default_factory=set)
    memberships: list[tuple[str, int, int | None, str]] = field(default_factory=list)
    """Player, from, until, team."""
    now_ms: int = STARTS

    def lay_out(self, c: Connection, *, seasons: int = 1, teams: int = 2, players: int = 0) -> Sheet:
        """Put seasons of all cases, teams and players there."""
        trainer = uuid7(STARTS)
        c.execute(insert(TRAINERS).values(id=trainer, name="Kim", created_ms=STARTS))
        for revision in self.cases:
            c.execute(insert(SCENARIOS).values(revision=revision, engine=1, scenario=f"case-{revision[0]}"))
        for number in range(seasons):
            season = uuid7(STARTS + number)
            self.seasons.append(season)
            row: dict[str, object] = {
                "id": season,
                "slug": f"season-{number}",
                "title": "Season",
                "zone": "UTC",
                "state": "open",
            }
            row |= {"starts_ms": STARTS, "ends_ms": STARTS + LASTS, "attempts": 2, "min_group": 5, "created_ms": STARTS}
            c.execute(insert(SEASONS).values(row))
            for place, revision in enumerate(self.cases):
                row = {"season": season, "revision": revision, "place": place, "scenario": f"case-{revision[0]}"}
                c.execute(insert(SEASON_CASES).values(row))
        for number in range(teams):
            self.teams.append(uuid7(STARTS + number))
            row = {
                "id": self.teams[-1],
                "name": f"Team {number}",
                "trainer": trainer,
                "created_ms": STARTS,
            }
            c.execute(insert(TEAMS).values(row))
        for _number in range(players):
            self.add_player(c)
        return self

    def add_player(self, c: Connection) -> str:
        """Somebody new, on no board and in no team."""
        player = uuid7(STARTS + len(self.numbers))
        self.numbers[player] = len(self.numbers)
        row: dict[str, object] = {
            "id": player,
            "pseudonym": f"Player {self.numbers[player]}",
            "settings": {},
            "created_ms": STARTS,
        }
        c.execute(insert(PLAYERS).values(row | {"look": {"hair": "curls"}}))
        self.players.append(player)
        return player

    def enter(self, c: Connection, season: str, player: str) -> None:
        """Join the boards of a season."""
        if (season, player) not in self.entries:
            name = f"Name {self.numbers[player]}"
            row = {"season": season, "player": player, "pseudonym": name, "likeness": name, "joined_ms": self.now_ms}
            c.execute(insert(ENTRIES).values(row))
            self.entries.add((season, player))
        self.settle(c, season, player)

    def leave(self, c: Connection, season: str, player: str) -> None:
        """Leave the boards of a season."""
        standings.withdraw(c, season, player)
        c.execute(delete(ENTRIES).where(ENTRIES.c.season == season, ENTRIES.c.player == player))
        self.entries.discard((season, player))

    def move(self, c: Connection, player: str, team: str | None) -> None:
        """Change the team, or be in none; the clock goes on."""
        self.now_ms += 1
        of_player = MEMBERS.c.player == player
        c.execute(update(MEMBERS).where(of_player, MEMBERS.c.until_ms.is_(None)).values(until_ms=self.now_ms))
        self.memberships = [
            (who, since, self.now_ms if who == player and until is None else until, where)
            for who, since, until, where in self.memberships
        ]
        if team is not None:
            row = {"player": player, "from_ms": self.now_ms, "team": team, "is_named": False}
            c.execute(insert(MEMBERS).values(row))
            self.memberships.append((player, self.now_ms, None, team))
        for season in self.seasons:
            self.settle(c, season, player)

    def erase(self, c: Connection, player: str) -> None:
        """Erase somebody with all they did."""
        for season in self.seasons:
            standings.withdraw(c, season, player)
        c.execute(delete(PLAYERS).where(PLAYERS.c.id == player))
        self.players.remove(player)
        self.plays = [each for each in self.plays if each.player != player]
        self.entries = {each for each in self.entries if each[1] != player}
        self.memberships = [each for each in self.memberships if each[0] != player]

    def play(
        self,
        c: Connection,
        season: str,
        player: str,
        revision: str,
        score: int | None,
        *,
        mode: str = "ranked",
        counts: bool = True,
        was_rewound: bool = False,
        ended_ms: int | None = None,
    ) -> tuple[int, ...]:
        """Play a case to its end; the boards that changed."""
        ended_ms = self.now_ms if ended_ms is None else ended_ms
        key = uuid7(self.now_ms)
        row: dict[str, object] = {
            "id": key,
            "player": player,
            "revision": revision,
            "scenario": f"case-{revision[0]}",
            "mode": mode,
        }
        row |= {"started_ms": ended_ms - 1, "ended_ms": ended_ms, "score": score, "has_timers": True, "season": season}
        row |= {"was_rewound": was_rewound, "counts": counts, "state": "finished"}
        c.execute(insert(SESSIONS).values(row | _COUNTS))
        self.plays.append(Play(key, season, player, revision, mode, score, ended_ms, counts, was_rewound))
        return self.settle(c, season, player)

    def settle(self, c: Connection, season: str, player: str) -> tuple[int, ...]:
        """Work somebody's standings out anew on all boards of a season."""
        changed: tuple[int, ...] = ()
        for mode in MODES:
            changed += standings.settle(c, season, player, mode)
        return changed

    # --- what should be there -----------------------------------------------------------------------------------------

    def standing(self, season: str, scope: str, mode: str) -> list[Stand]:
        """Who should stand on a board, the best first."""
        found = []
        for player in self.players:
            if (season, player) not in self.entries:
                continue
            bests = [best for case in self.cases if (best := self._best(season, player, case, mode)) is not None]
            if scope == "season" and bests:
                mean = sum(-best[0] for best in bests) / len(self.cases)
                reached = max(best[1] for best in bests)
                found.append(Stand(player, int(mean + 0.5), reached, self._team(player)))
            elif scope != "season" and (best := self._best(season, player, scope, mode)) is not None:
                found.append(Stand(player, -best[0], best[1], self._team(player)))
        return sorted(found, key=lambda each: (-each.score, each.reached_ms, each.player))

    def _best(self, season: str, player: str, revision: str, mode: str) -> tuple[int, int] | None:
        return min(
            (
                (-each.score, each.ended_ms)
                for each in self.plays
                if (each.season, each.player, each.revision) == (season, player, revision)
                and each.score is not None
                and not each.was_rewound
                and (each.mode == "ranked" and each.counts if mode == "ranked" else each.mode != "ranked")
            ),
            default=None,
        )

    def _team(self, player: str) -> str | None:
        end = STARTS + LASTS - 1  # the last moment of the season
        for who, since, until, team in self.memberships:
            if who == player and since <= end and (until is None or until > end):
                return team
        return None
