"""What boards show, as it is sent: the best, whoever stands next to somebody, the teams."""

from __future__ import annotations

import base64
import re
import uuid
from typing import TYPE_CHECKING, NamedTuple

from game.leaderboard.problems import Problem
from game.online.messages import AroundMe, PeopleBoard, PersonRow, TeamRow, TeamsBoard
from game.records.league import boards, seasons, standings
from game.records.league.boards import Cursor
from game.records.league.players import membership
from game.records.league.refused import Refused
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.online.messages import Mode
    from game.records.league.boards import Row
    from game.records.league.seasons import Season

__all__ = ["Board", "Found", "around_me", "find", "people", "teams", "version_of"]

WHOLE_SEASON = "season"
"""The scope of the board of all cases of a season."""
_NEVER = 0
"""The version of a board on which nobody has stood yet."""


class Board(NamedTuple):
    """Which board is asked for."""

    season: str
    """Its slug."""
    scenario: str | None = None
    """The id of one of its cases; None for all of them together."""
    mode: Mode = "ranked"


class Found(NamedTuple):
    """A board that can be asked for."""

    asked: Board
    season: Season
    is_open_book: bool
    key: int | None
    """None where nobody has stood on it yet."""


def find(c: Connection, asked: Board) -> Found:
    """A board.

    Raises:
        Refused: there is no such season, or no such case in it.
    """
    season = seasons.season(c, asked.season)
    scope, is_open_book = WHOLE_SEASON, season.is_open_book
    if asked.scenario is not None:
        case = next((case for case in seasons.cases_of(c, season.id) if case.scenario == asked.scenario), None)
        if case is None:
            raise Refused("unknown-case", "The season “{slug}” has no such case.", slug=asked.season)
        scope, is_open_book = case.revision, case.is_open_book
    return Found(asked, season, is_open_book, standings.find_board(c, season.id, scope, asked.mode))


def version_of(c: Connection, found: Found) -> int:
    """A number that is another whenever something on the board has changed."""
    return _NEVER if found.key is None else boards.version(c, found.key)


def people(
    c: Connection, found: Found, you: str | None = None, after: str | None = None, limit: int = 50
) -> PeopleBoard:
    """The best of a board, or a page further down.

    Args:
        c: a connection.
        found: the board.
        you: whoever asks, if they play.
        after: the `next` of the page before.
        limit: how many rows at most.

    Raises:
        Problem: `after` is none that was told.
    """
    cursor = None if after is None else _cursor(after)
    rows: tuple[Row, ...] = ()
    following = None
    if found.key is not None:
        rows, following = boards.top(c, found.key, limit, cursor, you=you)
    return PeopleBoard(
        season=found.asked.season,
        scenario=found.asked.scenario,
        mode=found.asked.mode,
        version=version_of(c, found),
        is_open_book=found.is_open_book,
        rows=tuple(map(_person, rows)),
        next=None if following is None else _told(following),
    )


def around_me(c: Connection, found: Found, you: str, each_side: int = 3) -> AroundMe:
    """Somebody's own place, and who stands next to them."""
    rows = () if found.key is None else boards.around(c, found.key, you, each_side)
    return AroundMe(
        season=found.asked.season,
        scenario=found.asked.scenario,
        mode=found.asked.mode,
        rank=next((row.rank for row in rows if row.is_you), None),
        of=0 if found.key is None else boards.count(c, found.key),
        rows=tuple(map(_person, rows)),
    )


def teams(c: Connection, found: Found, you: str | None = None, limit: int = 50) -> TeamsBoard:
    """The best teams of a board, and one's own."""
    mine = None if you is None else membership(c, you)
    yours = None if mine is None else mine.team
    rows = () if found.key is None else boards.teams(c, found.key, limit, yours=yours)
    return TeamsBoard(
        season=found.asked.season,
        scenario=found.asked.scenario,
        mode=found.asked.mode,
        version=version_of(c, found),
        is_open_book=found.is_open_book,
        rows=tuple(
            TeamRow(
                rank=row.rank, team=row.name, members=row.members, score=round(row.score, 1), is_yours=row.team == yours
            )
            for row in rows
        ),
    )


def _person(row: Row) -> PersonRow:
    return PersonRow(
        rank=row.rank,
        pseudonym=row.pseudonym,
        look=None if row.look is None else dict(row.look),
        score=row.score,
        reached_ms=row.reached_ms,
        team=row.team,
        is_you=row.is_you,
    )


# --- where the next page begins ---------------------------------------------------------------------------------------


_CURSOR = re.compile(r"([0-9]{1,18})\.([A-Za-z0-9_-]{22})", re.ASCII)


def _told(cursor: Cursor) -> str:
    key = base64.urlsafe_b64encode(uuid.UUID(cursor.player).bytes).decode().rstrip("=")
    return f"{cursor.sort_key}.{key}"


def _cursor(told: str) -> Cursor:
    read = _CURSOR.fullmatch(told)
    if read is None:
        raise Problem(422, "unfit-cursor", _("A board does not go on there. Begin with its first page."))
    return Cursor(int(read[1]), str(uuid.UUID(bytes=base64.urlsafe_b64decode(f"{read[2]}=="))))
