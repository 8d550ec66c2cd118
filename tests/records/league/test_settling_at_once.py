"""Several processes settle the same board at the same time, and none forgets what another wrote."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import TYPE_CHECKING

from sqlalchemy import select

from game.records.database.connection import Database
from game.records.database.gathering import Writer
from game.records.database.league import open_league
from game.records.database.tables import ENTRIES, PLAYERS, SEASON_CASES, SEASONS
from game.records.league import boards
from game.records.league.rebuild import differences
from game.records.league.standings import board_of, settle
from tests.records.league.sheet import MODES, STARTS, Sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_the_same_players_two_plays_end_at_once(league_database: Database, league_url: str) -> None:
    """Each transaction sees its own play alone when it begins; both count in the season at the end."""
    with league_database.writing() as c:
        sheet = Sheet(cases=("a" * 64, "b" * 64)).lay_out(c, players=1)
        (season,), (player,) = sheet.seasons, sheet.players
        sheet.enter(c, season, player)
    other = open_league(league_url)
    for round_number in range(1, 6):

        def end(place: int, database: Database, score: int = 100 * round_number) -> None:
            database.write(lambda c: sheet.play(c, season, player, sheet.cases[place], score))

        with ThreadPoolExecutor(2) as pool:
            for each in [pool.submit(end, 0, league_database), pool.submit(end, 1, other)]:
                each.result(20)
        with league_database.writing() as c:
            assert [row.score for row in boards.top(c, board_of(c, season, "season", "ranked")).rows] == [
                100 * round_number
            ]
            assert differences(c) == []
    other.close()


def test_processes_that_settle_the_same_boards_forget_nothing(league_database: Database, league_url: str) -> None:
    """Each has a writer that keeps many plays in one transaction; boards are as a rebuild makes them."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, seasons=2, teams=3, players=12)
        for player in sheet.players:
            sheet.move(c, player, Random(player).choice(sheet.teams))
            for season in sheet.seasons:
                sheet.enter(c, season, player)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_play_many, args=(league_url, seed)) for seed in (1, 2)]
    for each in processes:
        each.start()
    for each in processes:
        each.join(60)
    assert [each.exitcode for each in processes] == [0, 0]
    with league_database.reading() as c:
        assert differences(c) == []
        assert boards.count(c, board_of(c, sheet.seasons[0], "season", "ranked")) == 12


def _play_many(url: str, seed: int) -> None:
    """What one process does: a hundred plays of anybody, all submitted at once, and somebody's entry now and then."""
    database = open_league(url)
    writer = Writer(database)
    draw = Random(seed)
    with database.reading() as c:
        players, seasons = c.scalars(select(PLAYERS.c.id)).all(), c.scalars(select(SEASONS.c.id)).all()
        cases = c.scalars(select(SEASON_CASES.c.revision).distinct()).all()
        assert c.scalar(select(ENTRIES.c.player).limit(1)) is not None
    sheet = Sheet(tuple(cases), list(seasons), [], list(players))
    futures = []
    for number, player in enumerate([*players, *draw.choices(players, k=88)]):
        season, case, score = seasons[number >= 12 and draw.random() < 0.5], draw.choice(cases), draw.randint(0, 1000)
        sheet.now_ms = STARTS + number

        def job(
            c: Connection, who: str = player, what: tuple[str, str, int, int] = (season, case, score, number)
        ) -> None:
            sheet.play(c, what[0], who, what[1], what[2], ended_ms=STARTS + what[3])
            for mode in MODES:
                settle(c, what[0], who, mode)

        futures.append(writer.submit(job))
    for each in futures:
        each.result(30)
    writer.close()
    database.close()
