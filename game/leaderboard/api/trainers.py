"""Routes of trainers: signing in, teams and their codes, what a team was given and how it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from game.leaderboard import entering
from game.leaderboard.api.refusals import CASES, NAMES
from game.leaderboard.api.route import Route
from game.online.desk_messages import (
    AssignmentInfo,
    Assignments,
    Audit,
    AuditLine,
    CaseReport,
    NamedProgress,
    NewAssignment,
    NewCode,
    NewTeam,
    OthersProgress,
    Progress,
    Report,
    SignedIn,
    SignIn,
    TeamInfo,
    Teams,
)
from game.online.messages import Code, Slug
from game.records.league import assignments, audit, reports, teams
from game.records.league import trainers as league_trainers

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.leaderboard.api.route import Call, NoQuery
    from game.records.league.assignments import Assignment
    from game.records.league.teams import Team

__all__ = ["ROUTES"]

_HOUR_MS = 3600 * 1000


class OfSeason(msgspec.Struct, frozen=True, kw_only=True):
    """Of which season."""

    season: Slug


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of the trail."""

    before: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    """Lines before this one."""
    limit: Annotated[int, Meta(ge=1, le=200)] = 50


# --- signing in -------------------------------------------------------------------------------------------------------


async def _sign_in(call: Call[SignIn, NoQuery]) -> SignedIn:
    place = entering.place_of(call.request)
    trainer, token = await entering.sign_in(call.site, place, call.body.name, call.body.passphrase)
    return SignedIn(trainer=trainer.id, name=trainer.name, token=token)


def _sign_out(c: Connection, call: Call[None, NoQuery]) -> None:
    league_trainers.sign_out(c, call.token)


# --- teams ------------------------------------------------------------------------------------------------------------


def _teams(c: Connection, call: Call[None, NoQuery]) -> Teams:
    return Teams(teams=tuple(map(_team, teams.teams_of(c, call.trainer.id))))


def _make(c: Connection, call: Call[NewTeam, NoQuery]) -> TeamInfo:
    return _team(teams.make(c, call.trainer.id, call.body.name, call.now_ms))


def _rename(c: Connection, call: Call[NewTeam, NoQuery]) -> TeamInfo:
    return _team(teams.rename(c, call.trainer.id, call.path["team"], call.body.name, call.now_ms))


def _close(c: Connection, call: Call[None, NoQuery]) -> None:
    teams.close(c, call.trainer.id, call.path["team"], call.now_ms)


def _give_code(c: Connection, call: Call[NewCode, NoQuery]) -> Code:
    asked, lifetime_ms = call.body, call.body.hours * _HOUR_MS
    code = teams.give_code(c, call.trainer.id, call.path["team"], call.now_ms, lifetime_ms=lifetime_ms, uses=asked.uses)
    return Code(code=code, expires_ms=call.now_ms + lifetime_ms, uses=asked.uses)


def _drop_codes(c: Connection, call: Call[None, NoQuery]) -> None:
    teams.drop_codes(c, call.trainer.id, call.path["team"], call.now_ms)


def _team(team: Team) -> TeamInfo:
    return TeamInfo(team=team.id, name=team.name, members=team.members, created_ms=team.created_ms)


# --- what a team was given, and how it does ---------------------------------------------------------------------------


def _assignments(c: Connection, call: Call[None, NoQuery]) -> Assignments:
    found = assignments.assignments_of(c, call.trainer.id, call.path["team"])
    return Assignments(assignments=tuple(map(_assignment, found)))


def _give(c: Connection, call: Call[NewAssignment, NoQuery]) -> AssignmentInfo:
    asked = call.body
    due_ms = assignments.due_of(c, asked.due, asked.season)
    given = assignments.give(c, call.trainer.id, call.path["team"], asked.title, asked.revisions, due_ms, call.now_ms)
    return _assignment(given)


def _progress(c: Connection, call: Call[None, NoQuery]) -> Progress:
    told = assignments.progress(c, call.trainer.id, call.path["assignment"], call.now_ms)
    return Progress(
        assignment=_assignment(told.assignment),
        named=tuple(NamedProgress(**each._asdict()) for each in told.named),
        unnamed=told.unnamed,
        others=None if told.others is None else OthersProgress(**told.others._asdict()),
        least_group=told.least_group,
    )


def _withdraw(c: Connection, call: Call[None, NoQuery]) -> None:
    assignments.withdraw(c, call.trainer.id, call.path["assignment"], call.now_ms)


def _report(c: Connection, call: Call[None, OfSeason]) -> Report:
    told = reports.report(c, call.trainer.id, call.path["team"], call.query.season, call.now_ms)
    return Report(
        season=told.season,
        least_group=told.least_group,
        members=told.members,
        cases=tuple(CaseReport(**case._asdict()) for case in told.cases),
    )


def _audit(c: Connection, call: Call[None, Before]) -> Audit:
    lines = audit.lines_for(c, call.trainer.id, before=call.query.before, limit=call.query.limit)
    audit.note(c, call.trainer.id, "see-audit", None, "", call.now_ms)
    return Audit(
        lines=tuple(
            AuditLine(
                n=line.n,
                at_ms=line.at_ms,
                actor=line.actor_name,
                deed=line.deed,
                team=line.team,
                subject=line.subject,
            )
            for line in lines
        )
    )


def _assignment(assignment: Assignment) -> AssignmentInfo:
    return AssignmentInfo(
        assignment=assignment.id,
        team=assignment.team,
        title=assignment.title,
        due_ms=assignment.due_ms,
        created_ms=assignment.created_ms,
        cases=assignment.cases,
    )


_TEAM = ("unknown-team", "team-closed")

ROUTES = (
    Route(
        method="POST",
        path="/sign-in",
        summary="Sign in as a trainer, with name and passphrase.",
        who="anyone",
        does_itself=_sign_in,
        body=SignIn,
        answer=SignedIn,
        status=201,
        refuses=("wrong-passphrase", "too-many-guesses"),
    ),
    Route(
        method="POST",
        path="/sign-out",
        summary="Let the token that is shown count no more.",
        who="trainer",
        writes=_sign_out,
        status=204,
    ),
    Route(method="GET", path="/teams", summary="One's own teams.", who="trainer", reads=_teams, answer=Teams),
    Route(
        method="POST",
        path="/teams",
        summary="Make a team.",
        who="trainer",
        writes=_make,
        body=NewTeam,
        answer=TeamInfo,
        status=201,
        refuses=("team-name-taken", *NAMES),
    ),
    Route(
        method="PATCH",
        path="/teams/{team}",
        summary="Call a team otherwise.",
        who="trainer",
        writes=_rename,
        body=NewTeam,
        answer=TeamInfo,
        refuses=("team-name-taken", *_TEAM, *NAMES),
    ),
    Route(
        method="DELETE",
        path="/teams/{team}",
        summary="Close a team: its codes lead nowhere, its members are in none; what was reached in seasons stays.",
        who="trainer",
        writes=_close,
        status=204,
        refuses=_TEAM,
    ),
    Route(
        method="POST",
        path="/teams/{team}/codes",
        summary="A code that leads into a team; it is told this once.",
        who="trainer",
        writes=_give_code,
        body=NewCode,
        answer=Code,
        status=201,
        refuses=("code-lives-too-long", "code-used-too-often", *_TEAM),
    ),
    Route(
        method="DELETE",
        path="/teams/{team}/codes",
        summary="Let none of the codes into a team count any more.",
        who="trainer",
        writes=_drop_codes,
        status=204,
        refuses=_TEAM,
    ),
    Route(
        method="GET",
        path="/teams/{team}/assignments",
        summary="What a team was given to play.",
        who="trainer",
        reads=_assignments,
        answer=Assignments,
        refuses=_TEAM,
    ),
    Route(
        method="POST",
        path="/teams/{team}/assignments",
        summary="Give a team cases to play by a day.",
        who="trainer",
        writes=_give,
        body=NewAssignment,
        answer=AssignmentInfo,
        status=201,
        refuses=("unfit-day", "unknown-season", *_TEAM, *NAMES, *CASES),
    ),
    Route(
        method="GET",
        path="/assignments/{assignment}",
        summary="How far a team is with it, as far as that may be told; its members can see that it was looked at.",
        who="trainer",
        writes=_progress,
        answer=Progress,
        refuses=("unknown-assignment",),
    ),
    Route(
        method="DELETE",
        path="/assignments/{assignment}",
        summary="Take an assignment back.",
        who="trainer",
        writes=_withdraw,
        status=204,
        refuses=("unknown-assignment",),
    ),
    Route(
        method="GET",
        path="/teams/{team}/report",
        summary="How a team does in a season, told of no small group; its members can see that it was looked at.",
        who="trainer",
        writes=_report,
        query=OfSeason,
        answer=Report,
        refuses=("unknown-season", *_TEAM),
    ),
    Route(
        method="GET",
        path="/audit",
        summary="What trainers did and looked at, the last first; that it was looked at is noted too.",
        who="trainer",
        writes=_audit,
        query=Before,
        answer=Audit,
    ),
)
