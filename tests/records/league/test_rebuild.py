"""Rebuilding boards: whatever is wrong with them is found, and gone afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import ColumnElement, delete, func, select, update

from game.records.database.tables import BOARDS, SCORE_HIST, STANDINGS, TEAM_TOTALS
from game.records.league import boards
from game.records.league.rebuild import differences, rebuild
from game.records.league.standings import board_of
from tests.records.league.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Executable

    from game.records.database.connection import Database

DAMAGES: dict[str, Callable[[], Executable]] = {
    "a standing that is gone": lambda: delete(STANDINGS).where(STANDINGS.c.score == 900),
    "a standing with another score": lambda: update(STANDINGS).where(STANDINGS.c.score == 900).values(score=901),
    "a standing with another time": lambda: update(STANDINGS).where(_first()).values(sort_key=STANDINGS.c.sort_key + 1),
    "a standing in no team": lambda: update(STANDINGS).where(_first()).values(team=None),
    "a count too high": lambda: update(SCORE_HIST).where(SCORE_HIST.c.score == 900).values(n=SCORE_HIST.c.n + 1),
    "a count that is gone": lambda: delete(SCORE_HIST).where(SCORE_HIST.c.score == 900),
    "a total too low": lambda: update(TEAM_TOTALS).values(total=TEAM_TOTALS.c.total - 1),
    "a member too many": lambda: update(TEAM_TOTALS).values(members=TEAM_TOTALS.c.members + 1),
    "a board that is gone": lambda: delete(BOARDS).where(
        BOARDS.c.id == select(func.min(BOARDS.c.id)).scalar_subquery()
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_wrong_is_found_and_put_right(league_database: Database, damage: str) -> None:
    """Nothing but the boards it is wrong with is touched."""
    with league_database.writing() as c:
        sheet, before = _filled(c)
        assert differences(c) == []
        c.execute(DAMAGES[damage]())
        told = differences(c)
        assert told
        assert all("season-0" in each for each in told)
        untouched = board_of(c, sheet.seasons[1], "season", "ranked")
        version = boards.version(c, untouched)
        assert len(rebuild(c).changed) == len(told)
        assert differences(c) == []
        assert _shown(c, sheet) == before
        assert boards.version(c, untouched) == version


def test_one_season_is_rebuilt_alone(league_database: Database) -> None:
    """What is wrong with another stays for another time."""
    with league_database.writing() as c:
        sheet, _before = _filled(c)
        c.execute(delete(SCORE_HIST))
        first, second = sheet.seasons
        assert len(rebuild(c, first).changed) == 2
        assert differences(c, first) == []
        assert len(differences(c, second)) == 2


def _filled(c: Connection) -> tuple[Sheet, list[object]]:
    """Two seasons, the second of somebody who has no team and another score."""
    sheet = Sheet().lay_out(c, seasons=2, players=4)
    for player, score in zip(sheet.players, (900, 900, 700, 100), strict=True):
        season = sheet.seasons[score == 100]
        sheet.enter(c, season, player)
        if score != 100:
            sheet.move(c, player, sheet.teams[0])
        sheet.play(c, season, player, sheet.cases[0], score)
    return sheet, _shown(c, sheet)


def _shown(c: Connection, sheet: Sheet) -> list[object]:
    found: list[object] = []
    for season in sheet.seasons:
        for scope in ("season", sheet.cases[0]):
            board = board_of(c, season, scope, "ranked")
            found += [boards.top(c, board).rows, boards.teams(c, board)]
    return found


def _first() -> ColumnElement[bool]:
    return (
        STANDINGS.c.sort_key == select(STANDINGS.c.sort_key).where(STANDINGS.c.score == 900).limit(1).scalar_subquery()
    )
