"""Who stands where: standings, how many have each score, and the teams' totals, kept up as plays end.

What stands on the boards is worked out (`expected`), compared with what is there, and only the differences are
written. On PostgreSQL one transaction at a time does so, in all processes (`take_turn`): so no two can read the same
state and each forget the other's play, and none can wait for another in a circle. On SQLite who writes is alone anyway.
Whoever changes what standings are made of – a session's end, an entry, a membership – settles them afterwards, in the
same transaction.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, delete, func, select, update

from game.records.database.tables import BOARDS, SCORE_HIST, STANDINGS, TEAM_TOTALS
from game.records.database.upserting import dialect_insert, put_new
from game.records.league.expected import expected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

__all__ = ["board_of", "find_board", "settle", "take_turn", "withdraw"]

_TURN = 0x6761_7374_0002  # a number of this program's own: whoever holds it is changing boards
_EXPECTED = expected(player=True)
_BOARD = select(BOARDS.c.id).where(
    BOARDS.c.season == bindparam("season"), BOARDS.c.scope == bindparam("scope"), BOARDS.c.mode == bindparam("mode")
)
_THERE = (
    select(BOARDS.c.id, BOARDS.c.scope, STANDINGS.c.player, STANDINGS.c.score, STANDINGS.c.sort_key, STANDINGS.c.team)
    .outerjoin(STANDINGS, and_(STANDINGS.c.board == BOARDS.c.id, STANDINGS.c.player == bindparam("player")))
    .where(BOARDS.c.season == bindparam("season"), BOARDS.c.mode == bindparam("mode"))
)
_GONE = delete(STANDINGS).where(
    STANDINGS.c.player == bindparam("player"), STANDINGS.c.board.in_(bindparam("boards", expanding=True))
)
_CHANGED = (
    update(BOARDS).where(BOARDS.c.id.in_(bindparam("boards", expanding=True))).values(changes=BOARDS.c.changes + 1)
)
_TAKE_TURN = select(func.pg_advisory_xact_lock(_TURN))
_MODES = select(BOARDS.c.mode).where(BOARDS.c.season == bindparam("season")).distinct()


class _Place(NamedTuple):
    """Somebody's standing on a board."""

    score: int
    sort_key: int
    team: str | None


def find_board(c: Connection, season: str, scope: str, mode: str) -> int | None:
    """The key of a board; None where nobody has stood on it yet."""
    return c.scalar(_BOARD, {"season": season, "scope": scope, "mode": mode})


def board_of(c: Connection, season: str, scope: str, mode: str) -> int:
    """The key of a board, which is made where there is none.

    Args:
        c: a connection that may write.
        season: the season's key.
        scope: `season`, or a case's revision.
        mode: `ranked` or `practice`.
    """
    found = find_board(c, season, scope, mode)
    if found is None:
        row = {"season": season, "scope": scope, "mode": mode, "changes": 0}
        put_new(c, BOARDS, row, keys=("season", "scope", "mode"))
        found = find_board(c, season, scope, mode)
    assert found is not None
    return found


def settle(c: Connection, season: str, player: str, mode: str) -> tuple[int, ...]:
    """Work a player's standings out anew; the boards on which something changed.

    Standings have the times of the plays they come of.

    Args:
        c: a connection that may write.
        season: the season's key.
        player: who; without an entry in the season they stand nowhere.
        mode: `ranked` or `practice`.
    """
    take_turn(c)
    asked = {"of_season": season, "of_player": player, "of_mode": mode}
    due = {row.scope: _Place(row.score, row.sort_key, row.team) for row in c.execute(_EXPECTED, asked)}
    return _change(c, season, player, mode, due)


def withdraw(c: Connection, season: str, player: str) -> tuple[int, ...]:
    """Take a player off all boards of a season; the boards on which they stood."""
    take_turn(c)
    changed: tuple[int, ...] = ()
    for mode in c.scalars(_MODES, {"season": season}).all():
        changed += _change(c, season, player, mode, {})
    return changed


def take_turn(c: Connection) -> None:
    """Wait until no other transaction changes boards; until this one ends, no other will."""
    if c.dialect.name == "postgresql":
        c.execute(_TAKE_TURN)


def _change(c: Connection, season: str, player: str, mode: str, due: Mapping[str, _Place]) -> tuple[int, ...]:
    """Have a player stand as is due, and nowhere else."""
    boards: dict[str, int] = {}
    there: dict[str, _Place] = {}
    for row in c.execute(_THERE, {"season": season, "player": player, "mode": mode}):
        boards[row.scope] = row.id
        if row.player is not None:
            there[row.scope] = _Place(row.score, row.sort_key, row.team)
    changed = sorted(scope for scope in due.keys() | there.keys() if due.get(scope) != there.get(scope))
    if not changed:
        return ()
    for scope in changed:
        if scope not in boards:
            boards[scope] = board_of(c, season, scope, mode)
    gone = [boards[scope] for scope in changed if scope not in due]
    if gone:
        c.execute(_GONE, {"player": player, "boards": gone})
    rows = [{"board": boards[scope], "player": player, **due[scope]._asdict()} for scope in changed if scope in due]
    if rows:
        c.execute(_putting(c.dialect.name), rows)
    _count(c, [(boards[scope], there.get(scope), due.get(scope)) for scope in changed])
    keys = sorted(boards[scope] for scope in changed)
    c.execute(_CHANGED, {"boards": keys})
    return tuple(keys)


def _count(c: Connection, changes: Iterable[tuple[int, _Place | None, _Place | None]]) -> None:
    """Keep up how many have each score, and what each team has together; each is a board, what was, what is."""
    scores: Counter[tuple[int, int]] = Counter()
    members: Counter[tuple[int, str]] = Counter()
    totals: Counter[tuple[int, str]] = Counter()
    for board, before, after in changes:
        for place, by in ((before, -1), (after, 1)):
            if place is not None:
                scores[board, place.score] += by
                if place.team is not None:
                    members[board, place.team] += by
                    totals[board, place.team] += by * place.score
    hist = [{"board": board, "score": score, "n": n} for (board, score), n in sorted(scores.items()) if n]
    if hist:
        c.execute(_adding(c.dialect.name, SCORE_HIST, "score", ("n",)), hist)
    teams = [
        {"board": board, "team": team, "members": n, "total": totals[board, team]}
        for (board, team), n in sorted(members.items())
        if n or totals[board, team]
    ]
    if teams:
        c.execute(_adding(c.dialect.name, TEAM_TOTALS, "team", ("members", "total")), teams)


@cache
def _putting(dialect: str) -> Any:
    statement = dialect_insert(dialect, STANDINGS)
    new = {name: statement.excluded[name] for name in _Place._fields}
    return statement.on_conflict_do_update(index_elements=["board", "player"], set_=new)


@cache
def _adding(dialect: str, table: Table, key: str, amounts: tuple[str, ...]) -> Any:
    statement = dialect_insert(dialect, table)
    new = {name: table.c[name] + statement.excluded[name] for name in amounts}
    return statement.on_conflict_do_update(index_elements=["board", key], set_=new)
