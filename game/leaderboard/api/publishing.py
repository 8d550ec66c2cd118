"""Routes of trainers that are about cases and seasons: publishing, making, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.leaderboard.api.refusals import CASES, NAMES
from game.leaderboard.api.route import Route
from game.leaderboard.api.seasons import season_row
from game.leaderboard.limits import LARGEST_BODY
from game.leaderboard.problems import of_refusal
from game.online.desk_messages import NewScenario, NewSeason, Published
from game.online.messages import Finding, SeasonRow
from game.records.league import cases, seasons
from game.records.league.refused import Refused
from game.records.league.seasons import Plan
from game.trainer.check import examine

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.diagnostics import Diagnostic
    from game.leaderboard.api.route import Call, NoQuery

__all__ = ["ROUTES"]


async def _publish(call: Call[NewScenario, NoQuery]) -> Published:
    asked = call.body
    await call.read(lambda _c, _known: None)  # nobody else's cases are looked through
    draft = await call.site.work(
        partial(
            cases.look_through,
            asked.scenario,
            asked.text,
            examine,
            habits=asked.habits,
            translations=asked.translations,
        ),
        is_long=True,
    )
    findings = tuple(map(_finding, draft.findings))

    def publish(c: Connection, known: Call[NewScenario, NoQuery]) -> cases.Published:
        return cases.publish(c, draft, actor=known.trainer.id, now_ms=known.now_ms)

    try:
        published = await call.write(publish)
    except Refused as refused:
        problem = of_refusal(refused)
        problem.findings = findings
        raise problem from refused
    return Published(scenario=published.scenario, revision=published.revision, findings=findings)


def _finding(found: Diagnostic) -> Finding:
    return Finding(
        code=found.code,
        severity=found.severity,
        message=found.message,
        file=found.span.file,
        line=found.span.line,
        column=found.span.column,
        why=found.why,
        hint=found.hint,
    )


def _withdraw(c: Connection, call: Call[None, NoQuery]) -> None:
    cases.withdraw(c, call.path["revision"], actor=call.trainer.id, now_ms=call.now_ms)


def _make(c: Connection, call: Call[NewSeason, NoQuery]) -> SeasonRow:
    asked = call.body
    plan = Plan(
        slug=asked.slug,
        title=asked.title,
        first_day=asked.first_day,
        last_day=asked.last_day,
        zone=asked.zone,
        revisions=asked.revisions,
        attempts=asked.attempts,
        min_group=asked.min_group,
    )
    return season_row(c, seasons.make(c, call.trainer.id, plan, call.now_ms))


def _close(c: Connection, call: Call[None, NoQuery]) -> SeasonRow:
    return season_row(c, seasons.close(c, call.trainer.id, call.path["slug"], call.now_ms))


ROUTES = (
    Route(
        method="POST",
        path="/scenarios",
        summary="Publish a case that nobody's disk holds; it is checked first, and refused with the findings.",
        who="trainer",
        does_itself=_publish,
        body=NewScenario,
        answer=Published,
        status=201,
        refuses=("bad-case-id", "case-at-fault", "case-without-scores", "case-here-already"),
        largest=LARGEST_BODY,
    ),
    Route(
        method="DELETE",
        path="/scenarios/{revision}",
        summary="Let nobody begin or go on with a case; what was played stays.",
        who="trainer",
        writes=_withdraw,
        status=204,
        refuses=("unknown-case",),
    ),
    Route(
        method="POST",
        path="/seasons",
        summary="Make a season.",
        who="trainer",
        writes=_make,
        body=NewSeason,
        answer=SeasonRow,
        status=201,
        refuses=(
            "season-name-taken",
            "unfit-slug",
            "unknown-zone",
            "unfit-day",
            "unfit-days",
            "unfit-attempts",
            "unfit-group",
            *NAMES,
            *CASES,
        ),
    ),
    Route(
        method="POST",
        path="/seasons/{slug}/close",
        summary="Close a season: nothing that is played from now on counts in it, and its boards stay.",
        who="trainer",
        writes=_close,
        answer=SeasonRow,
        refuses=("unknown-season", "season-closed"),
    ),
)
