"""Standings as they are kept up: who stands where, how many have each score, what teams have together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from game.records.database.tables import SCORE_HIST, SEASONS, STANDINGS, TEAM_TOTALS
from game.records.league import boards
from game.records.league.expected import reached_ms, sort_key
from game.records.league.rebuild import differences
from game.records.league.standings import board_of, find_board
from tests.records.league.sheet import STARTS, Sheet, Stand

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.records.database.connection import Database


def test_the_best_attempt_stands_and_of_equals_the_earliest(league_database: Database) -> None:
    """A worse one changes nothing, an equal one neither, a better one stands."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        (season,), (player,), case = sheet.seasons, sheet.players, sheet.cases[0]
        sheet.enter(c, season, player)
        for score, stands, since in ((500, 500, 1), (400, 500, 1), (500, 500, 1), (501, 501, 4)):
            sheet.now_ms += 1
            changed = sheet.play(c, season, player, case, score)
            board = board_of(c, season, case, "ranked")
            assert _stands(c, board) == [Stand(player, stands, STARTS + since, None)]
            assert (board in changed) == (sheet.now_ms == STARTS + since)
            assert _scores(c, board) == {stands: 1}


def test_the_season_is_the_mean_over_its_cases_rounded_half_up(league_database: Database) -> None:
    """What was not played counts nothing, and it is reached when the last of the best attempts was."""
    with league_database.writing() as c:
        sheet = Sheet(cases=("a" * 64, "b" * 64)).lay_out(c, players=1)
        (season,), (player,) = sheet.seasons, sheet.players
        sheet.enter(c, season, player)
        sheet.play(c, season, player, sheet.cases[0], 801, ended_ms=STARTS + 7)
        board = board_of(c, season, "season", "ranked")
        assert _stands(c, board) == [Stand(player, 401, STARTS + 7, None)]
        sheet.play(c, season, player, sheet.cases[1], 100, ended_ms=STARTS + 9)
        assert _stands(c, board) == [Stand(player, 451, STARTS + 9, None)]


def test_nobody_stands_where_they_did_not_join(league_database: Database) -> None:
    """What was played before joining counts from then on; who leaves is gone from every board."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        (season,), (player,), case = sheet.seasons, sheet.players, sheet.cases[0]
        assert sheet.play(c, season, player, case, 700) == ()
        assert find_board(c, season, case, "ranked") is None
        sheet.enter(c, season, player)
        both = [board_of(c, season, scope, "ranked") for scope in ("season", case)]
        assert [len(_stands(c, board)) for board in both] == [1, 1]
        sheet.leave(c, season, player)
        assert [_stands(c, board) for board in both] == [[], []]
        assert [_scores(c, board) for board in both] == [{}, {}]
        assert [boards.rank(c, board, player) for board in both] == [None, None]


def test_what_does_not_count_stands_nowhere(league_database: Database) -> None:
    """An attempt too many, one without a score, one that was taken back; practice stands on boards of its own."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        (season,), (player,), case = sheet.seasons, sheet.players, sheet.cases[0]
        sheet.enter(c, season, player)
        assert sheet.play(c, season, player, case, 900, counts=False) == ()
        assert sheet.play(c, season, player, case, None) == ()
        assert sheet.play(c, season, player, case, 900, mode="practice", was_rewound=True) == ()
        assert len(sheet.play(c, season, player, case, 800, mode="graded", counts=False)) == 2
        assert find_board(c, season, case, "ranked") is None
        assert [each.score for each in _stands(c, board_of(c, season, case, "practice"))] == [800]


def test_a_team_has_what_its_members_have(league_database: Database) -> None:
    """From the moment somebody joins it until they leave; afterwards it is another's."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=2)
        (season,), (lea, jo), (north, south), case = sheet.seasons, sheet.players, sheet.teams, sheet.cases[0]
        for player, score in ((lea, 600), (jo, 900)):
            sheet.enter(c, season, player)
            sheet.move(c, player, north)
            sheet.play(c, season, player, case, score)
        board = board_of(c, season, case, "ranked")
        assert _totals(c, board) == {north: (2, 1500)}
        sheet.move(c, jo, south)
        assert _totals(c, board) == {north: (1, 600), south: (1, 900)}
        sheet.move(c, lea, None)
        assert _totals(c, board) == {south: (1, 900)}
        sheet.erase(c, jo)
        assert _totals(c, board) == {}
        assert differences(c) == []


def test_who_changes_the_team_after_the_season_stays_in_the_old_one_on_its_boards(league_database: Database) -> None:
    """Whoever settles or rebuilds them later."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        (season,), (player,), (north, south), case = sheet.seasons, sheet.players, sheet.teams, sheet.cases[0]
        sheet.enter(c, season, player)
        sheet.move(c, player, north)
        sheet.play(c, season, player, case, 600)
        c.execute(update(SEASONS).values(ends_ms=sheet.now_ms + 1))
        sheet.move(c, player, south)
        assert _totals(c, board_of(c, season, case, "ranked")) == {north: (1, 600)}
        assert differences(c) == []


def test_a_board_has_another_version_whenever_it_changes(league_database: Database) -> None:
    """And only then."""
    with league_database.writing() as c:
        sheet = Sheet().lay_out(c, players=1)
        (season,), (player,), case = sheet.seasons, sheet.players, sheet.cases[0]
        sheet.enter(c, season, player)
        sheet.play(c, season, player, case, 600)
        board = board_of(c, season, case, "ranked")
        first = boards.version(c, board)
        sheet.play(c, season, player, case, 500)
        assert boards.version(c, board) == first
        sheet.play(c, season, player, case, 700)
        assert boards.version(c, board) > first


def test_a_better_score_and_of_equals_the_earlier_sorts_first() -> None:
    """In one number that has room for both."""
    keys = [sort_key(1000, 5), sort_key(1000, 6), sort_key(999, 1), sort_key(0, 1), sort_key(0, (1 << 43) - 1)]
    assert keys == sorted(set(keys))
    assert keys[-1] < 1 << 63
    assert [reached_ms(key) for key in keys] == [5, 6, 1, 1, (1 << 43) - 1]


def _stands(c: Connection, board: int) -> list[Stand]:
    rows = c.execute(select(STANDINGS).where(STANDINGS.c.board == board).order_by(STANDINGS.c.sort_key))
    return [Stand(row.player, row.score, reached_ms(row.sort_key), row.team) for row in rows]


def _scores(c: Connection, board: int) -> dict[int, int]:
    rows = c.execute(select(SCORE_HIST).where(SCORE_HIST.c.board == board, SCORE_HIST.c.n != 0))
    return {row.score: row.n for row in rows}


def _totals(c: Connection, board: int) -> dict[str, tuple[int, int]]:
    rows = c.execute(select(TEAM_TOTALS).where(TEAM_TOTALS.c.board == board, TEAM_TOTALS.c.members != 0))
    return {row.team: (row.members, row.total) for row in rows}
