"""Boards compared with the sessions they are made of, and made anew where they differ.

The database does it all: a million standings are never brought here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, delete, func, insert, select, text, union_all, update

from game.records.database.tables import BOARDS, SCORE_HIST, SEASONS, STANDINGS, TEAM_TOTALS
from game.records.database.upserting import dialect_insert
from game.records.league.expected import actual, expected
from game.records.league.standings import take_turn
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

__all__ = ["Rebuilt", "differences", "rebuild"]


class Rebuilt(NamedTuple):
    """What a rebuild came to."""

    boards: int
    """How many there are."""
    changed: tuple[int, ...]
    """Those that were not as they should be, and are now."""


class _Wrong(NamedTuple):
    """What is wrong with a board, in rows that are missing, too many or different."""

    season: str
    scope: str
    mode: str
    standings: int
    scores: int
    teams: int


def rebuild(c: Connection, season: str | None = None) -> Rebuilt:
    """Make the boards that are not as they should be anew; of one season, or of all.

    Whoever plays meanwhile waits only where something is wrong.

    Args:
        c: a connection that may write.
        season: the season's key.
    """
    wrong = _wrong(c, season)
    if wrong:
        take_turn(c)
        wrong = _wrong(c, season)
    if wrong:
        rows = [{"season": each.season, "scope": each.scope, "mode": each.mode, "changes": 0} for each in wrong]
        c.execute(dialect_insert(c.dialect.name, BOARDS).on_conflict_do_nothing(), rows)
    all_boards = select(BOARDS)
    there = c.execute(all_boards if season is None else all_boards.where(BOARDS.c.season == season)).all()
    names = {(each.season, each.scope, each.mode) for each in wrong}
    changed = tuple(sorted(row.id for row in there if (row.season, row.scope, row.mode) in names))
    if changed:
        _make_anew(c, season, changed)
    if c.dialect.name == "postgresql":
        c.execute(text("SET LOCAL enable_nestloop = on"))
    return Rebuilt(len(there), changed)


def differences(c: Connection, season: str | None = None) -> list[str]:
    """What is wrong with the boards, a sentence each; nothing where they are as a rebuild would make them."""
    slugs = {row.id: row.slug for row in c.execute(select(SEASONS.c.id, SEASONS.c.slug))}
    return [
        _(
            "Season {season}, board {scope} ({mode}): {standings} rows of standings, {scores} counts of scores and "
            "{teams} totals of teams are not what its sessions make.",
            **each._replace(season=slugs[each.season])._asdict(),
        )
        for each in _wrong(c, season)
    ]


def _make_anew(c: Connection, season: str | None, boards: Sequence[int]) -> None:
    for table in (STANDINGS, SCORE_HIST, TEAM_TOTALS):
        c.execute(delete(table).where(table.c.board.in_(boards)))
    due = expected(season=season).subquery("due")
    rows = (
        select(BOARDS.c.id, due.c.player, due.c.score, due.c.sort_key, due.c.team)
        .select_from(BOARDS)
        .join(due, and_(due.c.season == BOARDS.c.season, due.c.scope == BOARDS.c.scope, due.c.mode == BOARDS.c.mode))
        .where(BOARDS.c.id.in_(boards))
    )
    c.execute(insert(STANDINGS).from_select(["board", "player", "score", "sort_key", "team"], rows))
    for table, counted in ((SCORE_HIST, _scores()), (TEAM_TOTALS, _totals())):
        own = counted.where(STANDINGS.c.board.in_(boards))
        c.execute(insert(table).from_select(list(table.columns.keys()), own))
    c.execute(update(BOARDS).where(BOARDS.c.id.in_(boards)).values(changes=BOARDS.c.changes + 1))


def _wrong(c: Connection, season: str | None) -> list[_Wrong]:
    """The boards on which something is wrong."""
    _ask_of_everything(c)
    names = (BOARDS.c.season, BOARDS.c.scope, BOARDS.c.mode)

    def on_boards(rows: Any) -> Select[Any]:
        inner = rows.subquery()
        asked = select(*names, *(each for each in inner.c if each.name != "board"))
        asked = asked.select_from(BOARDS).join(inner, inner.c.board == BOARDS.c.id)
        return asked if season is None else asked.where(BOARDS.c.season == season)

    hist = select(SCORE_HIST).where(SCORE_HIST.c.n != 0)
    totals = select(TEAM_TOTALS).where((TEAM_TOTALS.c.members != 0) | (TEAM_TOTALS.c.total != 0))
    pairs = (
        (expected(season=season), actual(season=season)),
        (on_boards(_scores()), on_boards(hist)),
        (on_boards(_totals()), on_boards(totals)),
    )
    found: dict[tuple[str, str, str], list[int]] = {}
    for place, (due, there) in enumerate(pairs):
        for row in c.execute(_apart(due, there)):
            found.setdefault((row.season, row.scope, row.mode), [0, 0, 0])[place] = row.n
    return [_Wrong(*board, *numbers) for board, numbers in sorted(found.items())]


def _ask_of_everything(c: Connection) -> None:
    """Have PostgreSQL join whole tables, not row by row.

    While it has not counted its tables, as after many were filled at once, it takes them for small, and a thousand
    times a thousand rows for nothing.
    """
    if c.dialect.name == "postgresql":
        c.execute(text("SET LOCAL enable_nestloop = off"))


def _apart(due: Select[Any], there: Select[Any]) -> Select[Any]:
    """How many rows of each board are only in one of two."""
    first, second = due.subquery("due"), there.subquery("there")
    sides = [select(one).except_(select(other)).subquery() for one, other in ((first, second), (second, first))]
    rows = union_all(*(select(side.c.season, side.c.scope, side.c.mode) for side in sides)).subquery("rows")
    return select(rows, func.count().label("n")).group_by(rows.c.season, rows.c.scope, rows.c.mode)


def _scores() -> Select[Any]:
    """How many have each score, by the standings."""
    return select(STANDINGS.c.board, STANDINGS.c.score, func.count().label("n")).group_by(
        STANDINGS.c.board, STANDINGS.c.score
    )


def _totals() -> Select[Any]:
    """What each team has together, by the standings."""
    return (
        select(
            STANDINGS.c.board,
            STANDINGS.c.team,
            func.count().label("members"),
            func.sum(STANDINGS.c.score).label("total"),
        )
        .where(STANDINGS.c.team.is_not(None))
        .group_by(STANDINGS.c.board, STANDINGS.c.team)
    )
