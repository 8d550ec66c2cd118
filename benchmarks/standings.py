"""Boards of a million standings, on SQLite and PostgreSQL: rank, top and neighbours, each beside its limit.

    python3 -m benchmarks.standings [--standings 1000000] [--few 10000] [--rounds 5] [--calls 400] [--cpu]

Each question is asked of a board of a million and of one of ten thousand in turn, so that whatever else the computer
does meets both alike; each has a transaction of its own, as on a server. Of each round the median and the 99th of a
hundred are taken, and the median of these over the rounds: by the clock, and in CPU time of this thread and, on Linux,
PostgreSQL's process. Filling both takes some minutes and 3 GB of disk.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import psycopg
from sqlalchemy import insert, text

from benchmarks.figures import Figure, table
from game.records.database.connection import Database
from game.records.database.league import open_league
from game.records.database.tables import SCENARIOS, SEASON_CASES, SEASONS, TRAINERS
from game.records.league import boards
from game.records.league.rebuild import differences, rebuild
from game.records.league.standings import board_of, settle
from game.records.uuid7 import uuid7
from tests.leagues import started_postgresql

MOST_MS = 2.0
MOST_TIMES = 1.5
START = 1_800_000_000_000
CASE = "c" * 64
TEAM_OF = 10
COUNTS = ("decisions", "best", "good", "slip", "mistake", "blunder")
Question = Callable[[Any, int, str], object]
QUESTIONS: dict[str, Question] = {
    "rank": lambda c, board, player: boards.rank(c, board, player),
    "top 50": lambda c, board, player: boards.top(c, board, 50, you=player),
    "neighbours": lambda c, board, player: boards.around(c, board, player),
}


class Asked(NamedTuple):
    """What is to be measured, as it was typed."""

    standings: int
    few: int
    rounds: int
    calls: int
    cpu: bool


class Board:
    """A season of one case that so many have played, and who they are."""

    def __init__(self, database: Database, name: str, people: int, draw: Random) -> None:
        self.database = database
        self.season = uuid7(START)
        self.players = [uuid7(START + number) for number in range(people)]
        start = time.perf_counter()
        with database.writing() as c:
            _lay_out(c, self.season, name)
        _fill(database, self.season, self.players, draw)
        self.filled = time.perf_counter() - start
        start = time.perf_counter()
        with database.writing() as c:
            rebuild(c, self.season)
        self.rebuilt = time.perf_counter() - start
        if database.dialect == "postgresql":
            with database._engine.connect() as plain:
                plain.execute(text("ANALYZE"))
        with database.writing() as c:
            self.board = board_of(c, self.season, "season", "ranked")
        self._account: Path | None = None
        if database.dialect == "postgresql":
            with database.reading() as c:  # the connection that is put back last is taken first
                self._account = Path(f"/proc/{c.scalar(text('SELECT pg_backend_pid()'))}/schedstat")
        with database.reading() as c:
            if boards.count(c, self.board) != people:
                raise SystemExit(f"{boards.count(c, self.board)} of {people} stand on the board")

    def server_seconds(self) -> float:
        """What PostgreSQL's process behind the connection has worked so far; SQLite works in this one."""
        return 0.0 if self._account is None else int(self._account.read_text().split()[0]) / 1e9


def measure(database: Database, asked: Asked) -> Iterator[Figure]:
    draw = Random(5)
    many, few = asked.standings, asked.few
    small, large = Board(database, "few", few, draw), Board(database, "many", many, draw)
    name = database.dialect
    yield Figure(f"{name}: filling {many:,}", f"{large.filled:.0f} s", "", None)
    yield Figure(f"{name}: making their two boards anew", f"{large.rebuilt:.0f} s", "", None)
    for what, question in QUESTIONS.items():
        at_few, at_many = timed(question, small, large, asked, draw)
        first, second = (at_few.cpu, at_many.cpu) if asked.cpu else (at_few.wall, at_many.wall)
        yield Figure(f"{name}: {what} of {many:,}", str(at_many), f"p99 {MOST_MS:g} ms", second.p99 <= MOST_MS)
        times = second.p99 / first.p99
        yield Figure(f"{name}: {what} of {few:,}", str(at_few), "", None)
        yield Figure(
            f"{name}: {what}, the one beside the other",
            f"p50 {second.p50 / first.p50:.2f} × p99 {times:.2f} ×",
            f"p99 {MOST_TIMES:g} ×",
            times <= MOST_TIMES,
        )
    _few, found = timed(lambda c, board, _player: boards.teams(c, board), small, large, asked._replace(calls=20), draw)
    yield Figure(f"{name}: teams, the best of {many // TEAM_OF:,}", str(found), "", None)
    yield Figure(f"{name}: settling one of {many:,}", f"p50 {_settling(large, asked.calls, draw):.2f} ms", "", None)
    start = time.perf_counter()
    with database.reading() as c:
        wrong = differences(c, large.season)
    yield Figure(
        f"{name}: comparing with a rebuild", f"{time.perf_counter() - start:.0f} s", "no difference", not wrong
    )


class Spent(NamedTuple):
    """Milliseconds: the median, and the 99th of a hundred."""

    p50: float
    p99: float


class Timed(NamedTuple):
    """What a question took, by the clock, and of this thread and the database together."""

    wall: Spent
    cpu: Spent

    def __str__(self) -> str:
        (p50, p99), (cpu50, cpu99) = self
        return f"p50 {p50:.3f} p99 {p99:.3f} ms, CPU p50 {cpu50:.3f} p99 {cpu99:.3f} ms"


def timed(question: Question, small: Board, large: Board, asked: Asked, draw: Random) -> list[Timed]:
    """What a question takes on either board, asked in turn; the medians over the rounds."""
    rounds: dict[Board, list[tuple[Spent, Spent]]] = {small: [], large: []}
    for number in range(asked.rounds + 1):
        spent: dict[Board, tuple[list[float], list[float]]] = {small: ([], []), large: ([], [])}
        for _call in range(asked.calls):
            for board in (small, large):
                player = draw.choice(board.players)
                start, cpu = time.perf_counter(), time.thread_time() + board.server_seconds()
                with board.database.reading() as c:
                    question(c, board.board, player)
                ended = time.perf_counter()
                spent[board][1].append(1000 * (time.thread_time() + board.server_seconds() - cpu))
                spent[board][0].append(1000 * (ended - start))
        if number:  # the first warms up
            for board, (wall, cpus) in spent.items():
                rounds[board].append((_of(wall), _of(cpus)))
    return [
        Timed(*(Spent(*map(statistics.median, zip(*kind, strict=True))) for kind in zip(*each, strict=True)))
        for each in rounds.values()
    ]


def _of(spent: list[float]) -> Spent:
    return Spent(statistics.median(spent), sorted(spent)[int(len(spent) * 0.99)])


def _settling(board: Board, calls: int, draw: Random) -> float:
    """The median of working out somebody's standings anew who has a better score, in milliseconds, unkept."""
    spent = []
    better = text("UPDATE sessions SET score = 1000 - score WHERE player = :player")
    if board.database.dialect == "sqlite":
        key: Callable[[str], str] = lambda player: player.replace("-", "")  # noqa: E731
    else:
        key = str
    for _call in range(calls):
        player = draw.choice(board.players)
        with board.database.writing() as c:
            c.execute(better, {"player": key(player)})
            start = time.perf_counter()
            settle(c, board.season, player, "ranked")
            spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


# --- filling ----------------------------------------------------------------------------------------------------------


def _lay_out(c: Any, season: str, name: str) -> None:
    if name == "few":
        c.execute(insert(TRAINERS).values(id=season, name="Kim", created_ms=START))
        c.execute(insert(SCENARIOS).values(revision=CASE, engine=1, scenario="case"))
    row = {"id": season, "slug": name, "title": name, "zone": "UTC", "state": "open", "attempts": 2, "min_group": 5}
    c.execute(insert(SEASONS).values(row | {"starts_ms": START, "ends_ms": START * 2, "created_ms": START}))
    c.execute(insert(SEASON_CASES).values(season=season, revision=CASE, place=0, scenario="case"))


def _fill(database: Database, season: str, players: Sequence[str], draw: Random) -> None:
    """Put players there, each with a name, a team and a play; by the quickest way each database has."""
    with database.reading() as c:
        trainer = str(c.scalar(text("SELECT id FROM trainers")))
    teams = [uuid7(START + number) for number in range(1 + len(players) // TEAM_OF)]
    look = '{"hair": "curls"}'
    _put(database, "teams", ("id", "name", "trainer", "created_ms"), ((t, t[:8], trainer, START) for t in teams))
    columns: tuple[str, ...] = ("id", "pseudonym", "look", "settings", "created_ms")
    _put(database, "players", columns, ((p, f"Name {n}", look, "{}", START) for n, p in enumerate(players)))
    columns = ("season", "player", "pseudonym", "likeness", "joined_ms")
    _put(database, "entries", columns, ((season, p, f"Name {n}", f"name {n}", START) for n, p in enumerate(players)))
    columns = ("player", "from_ms", "team", "is_named")
    _put(database, "members", columns, ((p, START, teams[n // TEAM_OF], False) for n, p in enumerate(players)))
    columns = ("id", "player", "revision", "scenario", "mode", "started_ms", "ended_ms", "score", *COUNTS)
    columns += ("was_rewound", "has_timers", "state", "season", "attempt", "counts")
    rest = (9, 9, 0, 0, 0, 0, False, True, "finished", season, 1, True)
    plays = ((p, p, CASE, "case", "ranked", START, START + draw.randrange(10**9), _score(draw), *rest) for p in players)
    _put(database, "sessions", columns, plays)


def _score(draw: Random) -> int:
    """As people play: most rather well, some very well, a few badly."""
    return max(0, min(1000, round(draw.gauss(700, 160))))


def _put(database: Database, name: str, columns: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    raw = database._engine.raw_connection()
    try:
        driver = raw.driver_connection
        if isinstance(driver, sqlite3.Connection):
            marks = ", ".join("?" * len(columns))
            plain = (tuple(map(_bare, row)) for row in rows)
            driver.execute("BEGIN IMMEDIATE")
            driver.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", plain)
            driver.commit()
        elif isinstance(driver, psycopg.Connection):
            with driver.cursor() as cursor, cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    finally:
        raw.close()


def _bare(value: object) -> object:
    """A key as SQLite holds it."""
    return value.replace("-", "") if isinstance(value, str) and len(value) == 36 and value[8] == "-" else value


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, number in (("standings", 1_000_000), ("few", 10_000), ("rounds", 5), ("calls", 400)):
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--cpu", action="store_true", help="hold CPU time against the limits, where much else runs")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="one of the two")
    args = parser.parse_args()
    asked = Asked(args.standings, args.few, args.rounds, args.calls, args.cpu)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="gastgeber-", ignore_cleanup_errors=True) as folder:
        server = None if args.only == "sqlite" else started_postgresql(Path(folder) / "pg")
        urls = [] if args.only == "postgresql" else [f"sqlite:///{folder}/league.db"]
        urls += [] if server is None else [server.get_uri()]
        try:
            for url in urls:
                database = open_league(url)
                for figure in measure(database, asked):
                    print(f"{figure.what}: {figure.value}", file=sys.stderr)
                    figures.append(figure)
                database.close()
        finally:
            if server is not None:
                server.cleanup()
    print(table(figures))
    if hasattr(os, "getloadavg"):
        print(f"\nOther programs count: the load was {os.getloadavg()[1]:.1f} on {os.cpu_count()} processors.")
    return 0 if all(each.is_met is not False for each in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
