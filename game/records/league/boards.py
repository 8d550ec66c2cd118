"""What boards show: the top by pages, somebody's rank and neighbours, the teams.

Ties share a rank, and the earlier stands first. How many have each score is kept beside the standings, so that a rank
is the sum of a few numbers, whatever the size of the board. There is no list of the last: pages reach down to the
middle, of few down to rank three; below it everybody sees who stands next to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Float,
    Integer,
    Uuid,
    and_,
    bindparam,
    cast,
    func,
    literal,
    select,
    tuple_,
    union_all,
)

from game.records.database.tables import BOARDS, ENTRIES, PLAYERS, SCORE_HIST, STANDINGS, TEAM_TOTALS, TEAMS
from game.records.league.expected import MOST, reached_ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import BindParameter, Connection, Select

__all__ = [
    "LEAST_MEMBERS",
    "LEAST_SHOWN",
    "Cursor",
    "Page",
    "Row",
    "TeamRow",
    "around",
    "count",
    "rank",
    "teams",
    "top",
    "version",
]

LEAST_SHOWN = 3
"""Down to this rank every board is shown, however few stand on it."""
LEAST_MEMBERS = 3
"""Of smaller teams no score is shown."""
_PRIOR = 5
"""So many members of no merit and no fault are added to each team: a small one neither wins nor loses by luck."""
_MOST_ROWS = 100


class Cursor(NamedTuple):
    """The last row of a page; it stays where it was when others come before it."""

    sort_key: int
    player: str


class Row(NamedTuple):
    """A person's place on a board."""

    rank: int
    player: str
    pseudonym: str
    """As they are called in this season."""
    look: Mapping[str, str] | None
    score: int
    reached_ms: int
    team: str | None
    """Its name."""
    is_you: bool


class Page(NamedTuple):
    """Rows of a board, and where the next ones begin; None where no more are shown."""

    rows: tuple[Row, ...]
    next_cursor: Cursor | None


class TeamRow(NamedTuple):
    """A team's place on a board."""

    rank: int
    team: str
    """Its key."""
    name: str
    members: int
    """Who stand on the board."""
    score: float
    """(n·m + 5·M) / (n + 5): n members, m their mean, M the mean of all."""


def version(c: Connection, board: int) -> int:
    """A number that is another whenever something on the board has changed."""
    return c.scalar(_VERSION, {"board": board}) or 0


def count(c: Connection, board: int) -> int:
    """How many stand on a board."""
    return c.scalar(_COUNT, {"board": board}) or 0


def rank(c: Connection, board: int, player: str) -> int | None:
    """Somebody's rank; None where they do not stand on the board."""
    return c.scalar(_RANK, {"board": board, "player": player})


def top(c: Connection, board: int, limit: int = 50, after: Cursor | None = None, *, you: str | None = None) -> Page:
    """The best of a board, or those after a row.

    Args:
        c: a connection.
        board: its key.
        limit: how many rows at most.
        after: the last row that was seen; it need not stand there any more.
        you: the player who asks.
    """
    limit = max(1, min(limit, _MOST_ROWS))
    asked: dict[str, Any] = {"board": board, "most": limit + 1}
    if after is None:
        found = c.execute(_TOP, asked).all()
        ranks = _from_the_top(found)
    else:
        asked |= {"sort_key": after.sort_key, "player": after.player}
        found = c.execute(_BELOW, asked).all()
        ranks = _ranks(c, board, found)
    if found and ranks[found[-1].score] > LEAST_SHOWN:
        last = (count(c, board) + 1) // 2
        found = [row for row in found if ranks[row.score] <= max(LEAST_SHOWN, last)]
    page = found[:limit]
    cursor = Cursor(page[-1].sort_key, page[-1].player) if len(found) > limit else None
    return Page(_rows(page, ranks, you), cursor)


def around(c: Connection, board: int, player: str, each_side: int = 3) -> tuple[Row, ...]:
    """Somebody's row with those next to it, the better first; nothing where they do not stand on the board."""
    own = c.execute(_OWN, {"board": board, "player": player}).one_or_none()
    if own is None:
        return ()
    asked = {"board": board, "sort_key": own.sort_key, "player": player, "most": max(0, min(each_side, _MOST_ROWS))}
    found = c.execute(_AROUND, asked).all()
    return _rows(found, _ranks(c, board, found), player)


def teams(c: Connection, board: int, limit: int = 50, *, yours: str | None = None) -> tuple[TeamRow, ...]:
    """The best teams of a board, of three members or more; your own too where it stands further down.

    Args:
        c: a connection.
        board: its key.
        limit: how many at most, your own aside.
        yours: the key of the team of whoever asks.
    """
    people, points = c.execute(_ALL, {"board": board}).one()
    if not people:
        return ()
    asked = {"board": board, "people": people, "points": points}
    found = c.execute(_TEAMS, asked | {"most": max(1, min(limit, _MOST_ROWS))}).all()
    ranks: dict[float, int] = {}
    for place, row in enumerate(found, 1):
        ranks.setdefault(row.merit, place)
    if yours is not None and all(row.team != yours for row in found):
        own = c.execute(_YOURS, asked | {"yours": yours}).all()
        found = [*found, *own]
        ranks |= {row.merit: row.rank for row in own if row.merit not in ranks}
    return tuple(TeamRow(ranks[row.merit], row.team, row.name, row.members, float(row.merit) / people) for row in found)


def _rows(found: Sequence[Any], ranks: Mapping[int, int], you: str | None) -> tuple[Row, ...]:
    return tuple(
        Row(ranks[score], player, pseudonym, look, score, reached_ms(key), team, player == you)
        for player, score, key, pseudonym, look, team in found
    )


def _from_the_top(found: Sequence[Any]) -> dict[int, int]:
    """The rank of each score among rows that are the first of their board."""
    ranks: dict[int, int] = {}
    for place, row in enumerate(found, 1):
        ranks.setdefault(row.score, place)
    return ranks


def _ranks(c: Connection, board: int, found: Sequence[Any]) -> dict[int, int]:
    """The rank of each score among rows that stand one after the other."""
    if not found:
        return {}
    asked = {"board": board, "low": found[-1].score, "high": found[0].score}
    higher = 0
    ranks: dict[int, int] = {}
    for score, n in sorted(map(tuple, c.execute(_SCORES, asked)), reverse=True):
        ranks[score] = higher + 1
        higher += n
    return ranks


# --- what is asked ----------------------------------------------------------------------------------------------------

_BOARD: BindParameter[int] = bindparam("board")
_PLAYER = bindparam("player", type_=Uuid(as_uuid=False))
_ON_BOARD = STANDINGS.c.board == _BOARD
_COLUMNS = (STANDINGS.c.player, STANDINGS.c.score, STANDINGS.c.sort_key, STANDINGS.c.team)
_ORDER = (STANDINGS.c.sort_key, STANDINGS.c.player)
_UPWARDS = (STANDINGS.c.sort_key.desc(), STANDINGS.c.player.desc())
_PLACE = tuple_(bindparam("sort_key"), _PLAYER)
# The second of the two conditions says all; without the first PostgreSQL reads a board from its end, in parallel.
_IS_BELOW = and_(STANDINGS.c.sort_key >= bindparam("sort_key"), tuple_(*_ORDER) > _PLACE)
_IS_ABOVE = and_(STANDINGS.c.sort_key <= bindparam("sort_key"), tuple_(*_ORDER) < _PLACE)
# Written into the question: PostgreSQL plans otherwise for a few rows than for a number it is not told yet.
_MOST: BindParameter[int] = bindparam("most", type_=Integer, literal_execute=True)

_VERSION = select(BOARDS.c.changes).where(BOARDS.c.id == _BOARD)
_COUNT = select(func.sum(SCORE_HIST.c.n)).where(SCORE_HIST.c.board == _BOARD)
_OWN = select(*_COLUMNS).where(_ON_BOARD, STANDINGS.c.player == _PLAYER)
_BETTER = (
    select(func.coalesce(func.sum(SCORE_HIST.c.n), 0))
    .where(SCORE_HIST.c.board == _BOARD, SCORE_HIST.c.score > STANDINGS.c.score)
    .scalar_subquery()
)
_RANK = select(1 + _BETTER).where(_ON_BOARD, STANDINGS.c.player == _PLAYER)


def _named(found: Select[Any]) -> Select[Any]:
    """Standings with what their people and teams are called; few, so each is looked up."""
    near = found.subquery("near")
    return (
        select(near.c.player, near.c.score, near.c.sort_key, ENTRIES.c.pseudonym, PLAYERS.c.look, TEAMS.c.name)
        .select_from(near)
        .join(BOARDS, BOARDS.c.id == _BOARD)
        .join(ENTRIES, and_(ENTRIES.c.season == BOARDS.c.season, ENTRIES.c.player == near.c.player))
        .join(PLAYERS, PLAYERS.c.id == near.c.player)
        .outerjoin(TEAMS, TEAMS.c.id == near.c.team)
        .order_by(near.c.sort_key, near.c.player)
    )


_BELOW_IT = select(*_COLUMNS).where(_ON_BOARD, _IS_BELOW).order_by(*_ORDER).limit(_MOST)
_ABOVE_IT = select(*_COLUMNS).where(_ON_BOARD, _IS_ABOVE).order_by(*_UPWARDS).limit(_MOST)
_TOP = _named(select(*_COLUMNS).where(_ON_BOARD).order_by(*_ORDER).limit(_MOST))
_BELOW = _named(_BELOW_IT)
_AROUND = _named(
    select(union_all(_OWN, select(_ABOVE_IT.subquery("above")), select(_BELOW_IT.subquery("below"))).subquery("around"))
)

# How many are better than the best of some rows, and how many have each score of theirs.
_HIST = SCORE_HIST.c
_SCORES = union_all(
    select(literal(MOST + 1, Integer).label("score"), func.coalesce(func.sum(_HIST.n), 0).label("n")).where(
        _HIST.board == _BOARD, _HIST.score > bindparam("high")
    ),
    select(_HIST.score, _HIST.n).where(
        _HIST.board == _BOARD, _HIST.score.between(bindparam("low"), bindparam("high")), _HIST.n > 0
    ),
)

_ALL = select(func.sum(_HIST.n), func.sum(_HIST.n * _HIST.score)).where(_HIST.board == _BOARD)
# (n·m + 5·M) / (n + 5), its fraction expanded by the number of people, so that equal ones are equal to the last bit.
_PEOPLE, _POINTS = bindparam("people", type_=BigInteger), bindparam("points", type_=BigInteger)


def _merit(totals: Any) -> Any:
    return cast(totals.total * _PEOPLE + _PRIOR * _POINTS, Float(53)) / (totals.members + _PRIOR)


_TOTALS, _OTHERS = TEAM_TOTALS.c, TEAM_TOTALS.alias("others").c
_BEST = (
    select(_TOTALS.team, _TOTALS.members, _merit(_TOTALS).label("merit"))
    .where(_TOTALS.board == _BOARD, _TOTALS.members >= LEAST_MEMBERS)
    .order_by(_merit(_TOTALS).desc(), _TOTALS.team)
    .limit(_MOST)
    .subquery("best")
)
_TEAMS = select(_BEST, TEAMS.c.name).join(TEAMS, TEAMS.c.id == _BEST.c.team).order_by(_BEST.c.merit.desc(), TEAMS.c.id)
_AHEAD = (
    select(func.count())
    .where(_OTHERS.board == _BOARD, _OTHERS.members >= LEAST_MEMBERS, _merit(_OTHERS) > _merit(_TOTALS))
    .correlate(TEAM_TOTALS)
    .scalar_subquery()
)
_YOURS = (
    select(_TOTALS.team, _TOTALS.members, _merit(_TOTALS).label("merit"), TEAMS.c.name, (1 + _AHEAD).label("rank"))
    .join(TEAMS, TEAMS.c.id == _TOTALS.team)
    .where(
        _TOTALS.board == _BOARD,
        _TOTALS.members >= LEAST_MEMBERS,
        _TOTALS.team == bindparam("yours", type_=Uuid(as_uuid=False)),
    )
)
