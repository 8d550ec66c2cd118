"""The audit trail, as far as it concerns a trainer, and whether all of it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.routing import Route

from game.leaderboard.pages.deeds import deed_words
from game.leaderboard.pages.desk.signing import at_desk
from game.leaderboard.pages.desk.zones import minute_of, usual_zone
from game.leaderboard.pages.shell import page, site_of
from game.records.league import audit, cases, teams
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.league.audit import AuditLine, ChainFault
    from game.records.league.trainers import Trainer

__all__ = ["trail_routes"]

_LINES = 50
_OF_CASES = ("publish-case", "withdraw-case")
_OF_SEASONS = ("make-season", "close-season")


class _Trail(NamedTuple):
    lines: tuple[AuditLine, ...]
    names: Mapping[str, str]
    """What the things are called that lines are about, by key."""
    last_hash: str
    zone: str


def trail_routes() -> list[Route]:
    """The trail."""
    return [Route("/desk/trail", at_desk(_show), methods=["GET"])]


async def _show(request: Request, trainer: Trainer) -> Response:
    """A page of it, the last first; that it was looked at is noted too."""
    site, asked = site_of(request), request.query_params.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 16 else None

    def ask(c: Connection) -> _Trail:
        found = audit.lines_for(c, trainer.id, before=before, limit=_LINES)
        audit.note(c, trainer.id, "see-audit", None, "", site.clock())
        return _Trail(found, _names(c, trainer.id, found), audit.last_hash(c), usual_zone(c))

    found = await site.write(ask)
    faults: list[ChainFault] = await site.read(audit.chain_faults, is_slow=True)
    return page(
        request,
        "desk/trail.html",
        found=found,
        faults=faults,
        deed=deed_words,
        about=lambda line: _about(line, found.names),
        minute=lambda ms: minute_of(ms, found.zone),
        earlier=found.lines[-1].n if len(found.lines) == _LINES else None,
    )


def _names(c: Connection, trainer: str, lines: tuple[AuditLine, ...]) -> dict[str, str]:
    """What the teams and cases are called that some lines are about."""
    names: dict[str, str] = {}
    for team in {line.team for line in lines if line.team is not None}:
        try:
            names[team] = teams.team_of(c, trainer, team).name
        except Refused:
            continue  # it is somebody else's now
    if any(line.deed in _OF_CASES for line in lines):
        names |= {case.revision: case.title for case in cases.cases(c, with_withdrawn=True)}
    return names


def _about(line: AuditLine, names: Mapping[str, str]) -> str:
    if line.team is not None:
        return names.get(line.team, "")
    if line.deed in _OF_CASES:
        return names.get(line.subject, line.subject[:12])
    return line.subject if line.deed in _OF_SEASONS else ""
