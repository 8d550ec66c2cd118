"""What boards show: pages, ranks, neighbours, teams."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest

from game.records.league import boards
from game.records.league.standings import board_of
from tests.records.league.sheet import STARTS, Sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.records.database.connection import Database


def test_ties_share_a_rank_and_the_earlier_stands_first(league_database: Database) -> None:
    """The next rank is left out for each who shares one."""
    with league_database.writing() as c:
        sheet, board = _board(c, [700, 900, 900, 800])
        page = boards.top(c, board, you=sheet.players[3])
        assert [(row.rank, row.score, row.pseudonym) for row in page.rows] == [
            (1, 900, "Name 1"),
            (1, 900, "Name 2"),
            (3, 800, "Name 3"),
        ]
        assert [row.is_you for row in page.rows] == [False, False, True]
        assert [row.reached_ms - STARTS for row in page.rows] == [1, 2, 3]
        assert page.rows[0].look == {"hair": "curls"}
        assert page.next_cursor is None


def test_pages_follow_one_another_though_others_come_in_between(league_database: Database) -> None:
    """A cursor stays where it is: who comes before it moves nobody to the next page again, nor past it."""
    with league_database.writing() as c:
        sheet, board = _board(c, [500] * 3 + [400] * 6)
        first = boards.top(c, board, 4)
        assert first.next_cursor is not None
        newcomer = sheet.add_player(c)
        sheet.enter(c, sheet.seasons[0], newcomer)
        sheet.play(c, sheet.seasons[0], newcomer, sheet.cases[0], 999)
        sheet.leave(c, sheet.seasons[0], first.rows[-1].player)  # the last row that was seen
        second = boards.top(c, board, 8, first.next_cursor)
        assert [row.player for row in second.rows] == sheet.players[4:9]
        assert [row.rank for row in second.rows] == [5] * 5
        assert second.next_cursor is None


def test_there_is_no_list_of_the_last(league_database: Database) -> None:
    """Pages end at the middle of a board, of few at rank three, and a cursor beyond it shows nothing."""
    with league_database.writing() as c:
        sheet, board = _board(c, [1000 - 10 * number for number in range(11)])
        shown: list[int] = []
        cursor = None
        while True:
            page = boards.top(c, board, 4, cursor)
            shown += [row.rank for row in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert shown == [1, 2, 3, 4, 5, 6]
        beyond = boards.Cursor((1000 - 920) << 43, sheet.players[8])
        assert boards.top(c, board, 4, beyond) == boards.Page((), None)
        assert [row.rank for row in boards.around(c, board, sheet.players[9])] == [7, 8, 9, 10, 11]
        for player in sheet.players[4:]:
            sheet.leave(c, sheet.seasons[0], player)
        assert [row.rank for row in boards.top(c, board).rows] == [1, 2, 3]


def test_who_asks_is_in_the_middle_of_their_neighbours(league_database: Database) -> None:
    """As many on each side as are wanted and there are."""
    with league_database.writing() as c:
        sheet, board = _board(c, [900, 800, 800, 800, 700])
        rows = boards.around(c, board, sheet.players[2], 1)
        assert [(row.rank, row.player) for row in rows] == [(2, player) for player in sheet.players[1:4]]
        assert [row.is_you for row in rows] == [False, True, False]
        assert [row.rank for row in boards.around(c, board, sheet.players[0], 2)] == [1, 2, 2]
        assert [row.rank for row in boards.around(c, board, sheet.players[4], 0)] == [5]
        assert boards.around(c, board, sheet.add_player(c)) == ()


def test_an_empty_board_shows_nothing(league_database: Database) -> None:
    """And nobody has a rank on it."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        board = board_of(c, sheet.seasons[0], "season", "ranked")
        assert boards.top(c, board) == boards.Page((), None)
        assert boards.teams(c, board) == ()
        assert boards.count(c, board) == 0
        assert boards.rank(c, board, sheet.players[0]) is None


def test_teams_are_ranked_by_the_formula(league_database: Database) -> None:
    """(n·m + 5·M) / (n + 5), from three members on; your own is told wherever it stands."""
    draw = Random(4)
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, teams=9)
        season, case = sheet.seasons[0], sheet.cases[0]
        scores: dict[str, list[int]] = {}
        for team in sheet.teams:
            for _number in range(draw.randint(1, 7)):
                player = sheet.add_player(c)
                sheet.move(c, player, team)
                sheet.enter(c, season, player)
                scores.setdefault(team, []).append(draw.choice([400, 500, 600]))
                sheet.play(c, season, player, case, scores[team][-1])
        alone = sheet.add_player(c)
        sheet.enter(c, season, alone)
        sheet.play(c, season, alone, case, 1000)
        everybody = [1000, *(score for each in scores.values() for score in each)]
        mean = Fraction(sum(everybody), len(everybody))
        due = {team: (sum(each) + 5 * mean) / (len(each) + 5) for team, each in scores.items() if len(each) >= 3}
        board = board_of(c, season, case, "ranked")
        rows = boards.teams(c, board)
        assert {row.team: row.score for row in rows} == pytest.approx({team: float(each) for team, each in due.items()})
        assert [row.rank for row in rows] == [1 + sum(each > due[row.team] for each in due.values()) for row in rows]
        assert [row.rank for row in rows] == sorted(row.rank for row in rows)
        assert [(row.name, row.members) for row in rows] == [
            (f"Team {sheet.teams.index(row.team)}", len(scores[row.team])) for row in rows
        ]
        assert boards.teams(c, board, 1, yours=rows[-1].team) == (rows[0], rows[-1])
        assert boards.teams(c, board, 1, yours=rows[0].team) == (rows[0],)


def test_equal_teams_share_a_rank(league_database: Database) -> None:
    """Though their fractions are not written alike: three of 600 and six of 600 where all have 600."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c)
        for number in range(9):
            player = sheet.add_player(c)
            sheet.move(c, player, sheet.teams[number < 3])
            sheet.enter(c, sheet.seasons[0], player)
            sheet.play(c, sheet.seasons[0], player, sheet.cases[0], 601)
        rows = boards.teams(c, board_of(c, sheet.seasons[0], sheet.cases[0], "ranked"))
        assert [(row.rank, row.score) for row in rows] == [(1, 601.0), (1, 601.0)]


def _board(c: Connection, scores: list[int]) -> tuple[Sheet, int]:
    """A board of so many people, a millisecond after one another."""
    sheet = Sheet().lay_out(c, players=len(scores))
    season, case = sheet.seasons[0], sheet.cases[0]
    for number, (player, score) in enumerate(zip(sheet.players, scores, strict=True)):
        sheet.enter(c, season, player)
        sheet.play(c, season, player, case, score, ended_ms=STARTS + number)
    return sheet, board_of(c, season, case, "ranked")
