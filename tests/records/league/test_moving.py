"""Moving a league from one database into another: all of it comes out as it went in, or nothing is moved."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import JSON, Boolean, Integer, LargeBinary, SmallInteger, Uuid, delete, insert, select, update

from game.records import Trouble
from game.records.database import engines
from game.records.database.connection import Database
from game.records.database.league import open_league
from game.records.database.tables import AUDIT, METADATA, PLAYERS, SCORE_HIST, TEAM_TOTALS, VERSIONS
from game.records.league import audit, moving
from game.records.league.rebuild import differences
from game.records.league.standings import board_of
from game.records.uuid7 import uuid7
from tests.leagues import emptied
from tests.records.league.sheet import STARTS, Sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

AWKWARD = "Zoë 😀 \u202eabc <b>&\"'; DROP TABLE players; --\n\t\\"


def test_all_of_it_comes_out_as_it_went_in(league_database: Database, league_url: str, tmp_path: Path) -> None:
    """Every table, whatever it holds, into a file and back again; boards go on counting."""
    file = f"sqlite:///{tmp_path / 'other.db'}"
    with league_database.writing() as c:
        sheet = _filled(c)
        for table in METADATA.sorted_tables:
            if c.execute(select(table).limit(1)).first() is None:
                _put_anything(c, table)
        before = _everything(c)
    assert all(before.values())
    moved = moving.move(league_url, file)
    assert moved.rows == {name: len(rows) for name, rows in before.items()}
    other = open_league(file)
    with other.reading() as c:
        assert _everything(c) == before
        assert other.faults() == []
    other.close()
    with league_database.writing() as c:
        for table in reversed(METADATA.sorted_tables):
            c.execute(table.delete())
    moving.move(file, league_url)
    with league_database.writing() as c:
        assert _everything(c) == before
        number = board_of(c, sheet.seasons[1], sheet.cases[2], "practice")
        assert number not in {row[0] for row in before["boards"]}


def test_a_target_that_is_not_empty_stays_as_it_is(league_database: Database, league_url: str, tmp_path: Path) -> None:
    """Itself included."""
    with league_database.writing() as c:
        _filled(c)
        before = _everything(c)
    file = f"sqlite:///{tmp_path / 'other.db'}"
    moving.move(league_url, file)
    for source in (file, league_url):
        with pytest.raises(Trouble, match="is not empty"):
            moving.move(source, league_url)
    with league_database.reading() as c:
        assert _everything(c) == before


def test_what_is_wrong_already_is_moved_as_it_is_and_told(
    league_database: Database, league_url: str, tmp_path: Path
) -> None:
    """Boards that are not what their sessions make, and a broken audit trail: each in a sentence."""
    with league_database.writing() as c:
        _filled(c)
        c.execute(delete(SCORE_HIST))
        audit.note(c, audit.OPERATOR, "sign-in", None, "x", STARTS)
        audit.note(c, audit.OPERATOR, "sign-in", None, "x", STARTS)
        c.execute(delete(AUDIT).where(AUDIT.c.n == 1))
        due = len(differences(c)) + len(audit.chain_faults(c))
    assert due > 1
    remarks = moving.move(league_url, f"sqlite:///{tmp_path / 'other.db'}").remarks
    assert len(remarks) == due
    assert any("audit trail" in each for each in remarks)


def test_nothing_is_moved_that_comes_out_otherwise(
    league_database: Database, league_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a row was changed on its way, or cannot be read back as it was."""
    with league_database.writing() as c:
        _filled(c)
    rows = moving._rows

    def changed(c: Connection, table: Table) -> Any:
        for row in rows(c, table):
            yield row | {"total": 1} if table is TEAM_TOTALS and c.engine.url.database == str(file) else row

    file = tmp_path / "other.db"
    monkeypatch.setattr(moving, "_rows", changed)
    with pytest.raises(Trouble, match="team_totals is not what was put in"):
        moving.move(league_url, f"sqlite:///{file}")
    other = open_league(f"sqlite:///{file}")
    with other.reading() as c:
        assert not any(_everything(c).values())
    other.close()


@pytest.mark.parametrize("league_url", ["postgresql"], indirect=True)
def test_a_database_that_waits_for_the_other_is_not_cut_off(
    league_database: Database, league_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it lies idle, be it the one that is read or the one that is filled."""
    monkeypatch.setitem(engines._POSTGRESQL, "idle_in_transaction_session_timeout", "100ms")
    with league_database.writing() as c:
        _filled(c)
    rows = moving._rows

    def slowly(c: Connection, table: Table) -> Any:
        if table is PLAYERS:
            time.sleep(0.3)
        yield from rows(c, table)

    monkeypatch.setattr(moving, "_rows", slowly)
    file = f"sqlite:///{tmp_path / 'other.db'}"
    assert moving.move(league_url, file).rows["players"] == 3
    emptied(league_database)
    assert moving.move(file, league_url).rows["players"] == 3


def test_a_source_that_is_not_there_or_of_another_version_is_told(league_url: str, tmp_path: Path) -> None:
    """No file is made of it."""
    missing = tmp_path / "missing.db"
    with pytest.raises(Trouble, match="is not there"):
        moving.move(f"sqlite:///{missing}", league_url)
    assert not missing.exists()
    older = open_league(f"sqlite:///{tmp_path / 'older.db'}")
    with older.writing() as c:
        c.execute(update(VERSIONS).values(version_num="0001"))
    older.close()
    with pytest.raises(Trouble, match="has not the tables of this version"):
        moving.move(f"sqlite:///{tmp_path / 'older.db'}", league_url)


def _filled(c: Connection) -> Sheet:
    sheet = Sheet().lay_out(c, seasons=2, players=3)
    for number, player in enumerate(sheet.players):
        sheet.enter(c, sheet.seasons[0], player)
        sheet.move(c, player, sheet.teams[0])
        sheet.play(c, sheet.seasons[0], player, sheet.cases[0], 500 + number)
    return sheet


def _put_anything(c: Connection, table: Table) -> None:
    """Put a row into a table, of whatever fits its columns; what it refers to is there."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.foreign_keys:
            (key,) = column.foreign_keys
            row[column.name] = c.scalar(select(key.column).limit(1))
        elif isinstance(column.type, Uuid):
            row[column.name] = uuid7(STARTS)
        elif isinstance(column.type, Boolean):
            row[column.name] = True
        elif isinstance(column.type, JSON):
            row[column.name] = {"b": [1, None, AWKWARD], "a": 2.5}
        elif isinstance(column.type, LargeBinary):
            row[column.name] = bytes(range(256))
        elif isinstance(column.type, Integer | SmallInteger):
            row[column.name] = 32_767
        else:
            row[column.name] = AWKWARD[: getattr(column.type, "length", None) or 10_000]
    c.execute(insert(table).values(row))


def _everything(c: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table.name: sorted((tuple(row) for row in c.execute(select(table))), key=repr)
        for table in METADATA.sorted_tables
    }
