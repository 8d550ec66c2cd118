"""Teams and the codes that lead into them; each is one trainer's, who alone can look at it and knows of no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select, update

from game.records.database.tables import MEMBERS, TEAMS
from game.records.league import audit, codes
from game.records.league.naming import fit_name
from game.records.league.players import leave
from game.records.league.refused import Refused
from game.records.uuid7 import is_uuid7, uuid7

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

__all__ = ["Team", "close", "drop_codes", "give_code", "make", "open_team", "rename", "team_of", "teams_of"]

_HOUR_MS = 3600 * 1000
_USES = 30
"""How often a code can be used, unless it is said otherwise: a room full of people."""


class Team(NamedTuple):
    """People who train together, and whom a trainer looks after."""

    id: str
    name: str
    trainer: str
    created_ms: int
    closed_ms: int | None
    members: int
    """How many are in it now."""


def make(c: Connection, trainer: str, name: str, now_ms: int) -> Team:
    """Make a team.

    Raises:
        Refused: `team-name-taken`, or the name does not fit.
    """
    fit = _fit(c, trainer, name, but=None)
    team = uuid7(now_ms)
    c.execute(insert(TEAMS).values(id=team, name=fit, trainer=trainer, created_ms=now_ms))
    audit.note(c, trainer, "make-team", team, team, now_ms)
    return Team(team, fit, trainer, now_ms, None, 0)


def teams_of(c: Connection, trainer: str) -> tuple[Team, ...]:
    """A trainer's teams, the open ones, by name."""
    asked = _asked().where(TEAMS.c.trainer == trainer, TEAMS.c.closed_ms.is_(None))
    return tuple(sorted((Team(*row) for row in c.execute(asked)), key=lambda team: (team.name.casefold(), team.id)))


def team_of(c: Connection, trainer: str, team: str) -> Team:
    """A team of a trainer's, be it closed or not.

    Raises:
        Refused: `unknown-team`, also for a team of somebody else's.
    """
    asked = _asked().where(TEAMS.c.trainer == trainer, TEAMS.c.id == team)
    row = c.execute(asked).one_or_none() if is_uuid7(team) else None
    if row is None:
        raise Refused("unknown-team", "You look after no such team.")
    return Team(*row)


def rename(c: Connection, trainer: str, team: str, name: str, now_ms: int) -> Team:
    """Call a team otherwise.

    Raises:
        Refused: `unknown-team`, `team-closed`, `team-name-taken`, or the name does not fit.
    """
    found = open_team(c, trainer, team)
    fit = _fit(c, trainer, name, but=team)
    c.execute(update(TEAMS).where(TEAMS.c.id == team).values(name=fit))
    audit.note(c, trainer, "rename-team", team, team, now_ms)
    return found._replace(name=fit)


def close(c: Connection, trainer: str, team: str, now_ms: int) -> None:
    """Close a team: its codes lead nowhere, its members are in none; what was reached in seasons stays.

    Raises:
        Refused: `unknown-team`, `team-closed`.
    """
    open_team(c, trainer, team)
    c.execute(update(TEAMS).where(TEAMS.c.id == team).values(closed_ms=now_ms))
    codes.drop_codes(c, codes.Target(team=team, player=None))
    members = select(MEMBERS.c.player).where(MEMBERS.c.team == team, MEMBERS.c.until_ms.is_(None))
    for player in c.scalars(members.order_by(MEMBERS.c.player)).all():
        leave(c, player, now_ms)
    audit.note(c, trainer, "close-team", team, team, now_ms)


def give_code(
    c: Connection, trainer: str, team: str, now_ms: int, *, lifetime_ms: int = codes.TEAM_MS, uses: int = _USES
) -> str:
    """A code that leads into a team, as it is shown; it cannot be shown again.

    Raises:
        Refused: `unknown-team`, `team-closed`, or it would live too long or be used too often.
    """
    open_team(c, trainer, team)
    if not 0 < lifetime_ms <= codes.LONGEST_MS:
        raise Refused(
            "code-lives-too-long", "A code lives for {days} days at most.", days=codes.LONGEST_MS // (24 * _HOUR_MS)
        )
    if not 0 < uses <= codes.MOST_USES:
        raise Refused("code-used-too-often", "A code can be used {most} times at most.", most=codes.MOST_USES)
    code = codes.make_code(c, codes.Target(team=team, player=None), lifetime_ms=lifetime_ms, uses=uses, now_ms=now_ms)
    audit.note(c, trainer, "give-code", team, team, now_ms)
    return code


def drop_codes(c: Connection, trainer: str, team: str, now_ms: int) -> None:
    """Let none of the codes into a team count any more.

    Raises:
        Refused: `unknown-team`.
    """
    team_of(c, trainer, team)
    codes.drop_codes(c, codes.Target(team=team, player=None))
    audit.note(c, trainer, "drop-codes", team, team, now_ms)


def open_team(c: Connection, trainer: str, team: str) -> Team:
    """A team of a trainer's that is open.

    Raises:
        Refused: `unknown-team`, `team-closed`.
    """
    found = team_of(c, trainer, team)
    if found.closed_ms is not None:
        raise Refused("team-closed", "The team “{name}” is closed.", name=found.name)
    return found


def _fit(c: Connection, trainer: str, name: str, *, but: str | None) -> str:
    fit = fit_name(name)
    if any(team.id != but and team.name.casefold() == fit.casefold() for team in teams_of(c, trainer)):
        raise Refused("team-name-taken", "You look after a team called “{name}” already.", name=fit)
    return fit


def _asked() -> Select[Any]:
    columns = TEAMS.c
    members = select(func.count()).where(MEMBERS.c.team == columns.id, MEMBERS.c.until_ms.is_(None)).scalar_subquery()
    return select(columns.id, columns.name, columns.trainer, columns.created_ms, columns.closed_ms, members)
