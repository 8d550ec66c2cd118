"""Ranked steps beside a bare Starlette route that inserts one row, each answered by one process with SQLite.

    python3 -m benchmarks.ranked [--connections 32] [--rounds 5] [--seconds 4]

Both servers run all the time, and are asked in turn by so many connections, each of which asks again when it has its
answer. Only steps are counted; sessions are begun and finished in between, and the time that takes is counted too. The
figures are medians over the rounds, ratios those within one round, so that whatever else the computer does meets both.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from sqlalchemy import insert

from benchmarks.connections import Connection, Taken, percentile, side_by_side
from benchmarks.figures import Figure, table
from game.records.database.league import open_league
from game.records.database.tables import ENTRIES, PLAYERS
from game.records.league import devices, seasons, trainers
from game.records.league.cases import publish_shipped, shipped
from game.records.uuid7 import uuid7

LEAST_RATE = 0.5
MOST_P99 = 4.0
SEASON = "spring"


class Offered(msgspec.Struct):
    """A choice, as far as it is asked for here."""

    token: str


class Seen(msgspec.Struct):
    """A view, likewise."""

    offers: list[Offered]


class Told(msgspec.Struct):
    """A session, likewise."""

    session: str
    next_step: int
    view: Seen


_TOLD = msgspec.json.Decoder(Told)


class League(NamedTuple):
    """What is played, and by whom."""

    url: str
    tokens: list[str]
    cases: list[str]


def lay_out(folder: Path, people: int) -> League:
    """A season of the shipped cases, and so many people on its boards."""
    url = f"sqlite:///{folder / 'league.db'}"
    database = open_league(url)
    now = time.time_ns() // 1_000_000
    today = datetime.now(UTC).date()
    tokens = []
    with database.writing() as c:
        cases = publish_shipped(c, shipped(), now_ms=now)
        days = (today - timedelta(days=1), today + timedelta(days=30))
        plan = seasons.Plan(SEASON, "Spring", *days, "Europe/Berlin", [case.revision for case in cases])
        season = seasons.make(c, trainers.add(c, "Kim", None, now).id, plan, now).id
        for number in range(people):
            player, name = uuid7(now), f"P{number}"
            c.execute(insert(PLAYERS).values(id=player, pseudonym=name, settings={}, created_ms=now))
            entry = {"season": season, "player": player, "pseudonym": name, "likeness": name, "joined_ms": now}
            c.execute(insert(ENTRIES).values(entry))
            tokens.append(devices.let_in_player(c, player, now))
    database.close()
    return League(url, tokens, [case.scenario for case in cases])


class Players:
    """One for each connection; they go on where they were in the round before."""

    def __init__(self, league: League, port: int) -> None:
        self._league = league
        self._port = port
        self._dice = [Random(number) for number in range(len(league.tokens))]
        self._told: list[Told | None] = [None] * len(league.tokens)

    async def ask(self, number: int, until: float, spent: list[float]) -> None:
        """Play until a moment; how long each step took is added to `spent`."""
        line = await Connection.to(self._port)
        token, dice, told = self._league.tokens[number], self._dice[number], self._told[number]
        while (asked := time.perf_counter()) < until:
            if told is None or not told.view.offers:
                body = msgspec.json.encode({"season": SEASON, "scenario": dice.choice(self._league.cases)})
                answer = await line.ask("POST", "/api/v1/sessions", body, token)
            else:
                body = msgspec.json.encode({"token": dice.choice(told.view.offers).token})
                path = f"/api/v1/sessions/{told.session}/steps/{told.next_step}"
                answer = await line.ask("POST", path, body, token)
                spent.append((time.perf_counter() - asked) * 1000)
            if answer.status not in (200, 201):
                raise SystemExit(f"{answer.status}: {answer.body.decode()}")
            told = self._told[number] = _TOLD.decode(answer.body)
        line.close()


class Rows:
    """Each connection has one row inserted after the other."""

    def __init__(self, port: int, path: str) -> None:
        self._port = port
        self._path = path

    async def ask(self, _number: int, until: float, spent: list[float]) -> None:
        """Have rows inserted until a moment."""
        line = await Connection.to(self._port)
        while (asked := time.perf_counter()) < until:
            answer = await line.ask("POST", self._path, b'{"token":"abcdefghijklmnopqrstuvwx"}')
            if answer.status != 200:
                raise SystemExit(f"{answer.status}: {answer.body.decode()}")
            spent.append((time.perf_counter() - asked) * 1000)
        line.close()


class Round(NamedTuple):
    """What was asked side by side."""

    row: Taken
    gathered: Taken
    ranked: Taken


async def measure(league: League, ports: tuple[int, int], rounds: int, seconds: float) -> list[Round]:
    """All rounds but the first, in which everything is read and compiled."""
    bare, ours = ports
    askers = (Rows(bare, "/row"), Rows(bare, "/gathered"), Players(league, ours))
    many = len(league.tokens)
    found = [Round(*[await side_by_side(each.ask, many, seconds) for each in askers]) for _round in range(rounds + 1)]
    return found[1:]


def figures(found: Sequence[Round]) -> Iterator[Figure]:
    """What was measured, beside its limits."""
    for name in Round._fields:
        taken: list[Taken] = [getattr(each, name) for each in found]
        rate = statistics.median(each.rate for each in taken)
        p50, p99 = (statistics.median(percentile(each.spent, share) for each in taken) for share in (50, 99))
        yield Figure(_NAMES[name], f"{rate:.0f} /s, p50 {p50:.1f} p99 {p99:.1f} ms", "", None)
    for name in ("row", "gathered"):
        rates = statistics.median(each.ranked.rate / getattr(each, name).rate for each in found)
        p99s = statistics.median(
            percentile(each.ranked.spent, 99) / percentile(getattr(each, name).spent, 99) for each in found
        )
        has_limit = name == "row"
        yield Figure(
            f"ranked steps a second beside {_NAMES[name]}",
            f"{rates:.2f} ×",
            f"≥ {LEAST_RATE:g} ×" if has_limit else "",
            rates >= LEAST_RATE if has_limit else None,
        )
        yield Figure(
            f"their p99 beside that of {_NAMES[name]}",
            f"{p99s:.2f} ×",
            f"≤ {MOST_P99:g} ×" if has_limit else "",
            p99s <= MOST_P99 if has_limit else None,
        )


_NAMES = {
    "row": "a bare route that inserts a row",
    "gathered": "one that shares our writer",
    "ranked": "ranked steps",
}


@contextmanager
def running(*words: str) -> Iterator[None]:
    """A server, until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            yield
        finally:
            server.terminate()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until a server listens."""
    until = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        league = lay_out(folder, args.connections)
        bare, ours = free_port(), free_port()
        with (
            running("benchmarks.bare", f"sqlite:///{folder / 'bare.db'}", str(bare)),
            running("game", "serve", "--database", league.url, "--port", str(ours)),
        ):
            for port in (bare, ours):
                wait_for(port)
            found = asyncio.run(measure(league, (bare, ours), args.rounds, args.seconds))
    rows = list(figures(found))
    print(f"{args.connections} connections, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(table(rows))
    return 0 if all(row.is_met is not False for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
