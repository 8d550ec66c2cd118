"""Routes of ranked sessions: begun, gone on with step by step, explained at their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.leaderboard.api.route import Raw, Route
from game.online.messages import Begin, Debriefed, Played, Slug, StepBody, Uploaded
from game.records.league import uploads

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.leaderboard.api.route import Call, NoQuery

__all__ = ["ROUTES"]


class ForSeason(msgspec.Struct, frozen=True, kw_only=True):
    """On whose practice boards it may stand."""

    season: Slug | None = None


_OVER = ("season-closed", "case-withdrawn", "other-engine")


async def _begin(call: Call[Begin, NoQuery]) -> Played:
    def begin(c: Connection, known: Call[Begin, NoQuery]) -> Played:
        asked = known.body
        return known.site.ranked.begin(
            c,
            known.player.id,
            asked.season,
            asked.scenario,
            asked.language or known.language,
            has_timers=asked.has_timers,
            now_ms=known.now_ms,
        )

    played = await call.write(begin)
    call.site.solve_soon(played.revision)
    return played


async def _step(call: Call[StepBody, NoQuery]) -> Played:
    session, n = call.path["session"], int(call.path["n"])

    def step(c: Connection, known: Call[StepBody, NoQuery]) -> Played:
        return known.site.ranked.step(c, known.player.id, session, n, known.body, known.now_ms)

    with call.site.ranked.answering(session):
        played = await call.write(step)
    call.site.solve_soon(played.revision)  # it may have begun at another process, or before this one
    return played


def _resume(c: Connection, call: Call[None, NoQuery]) -> Played:
    return call.site.ranked.resume(c, call.player.id, call.path["session"], call.now_ms)


async def _debrief(call: Call[None, NoQuery]) -> Debriefed:
    session = call.path["session"]

    def debrief(c: Connection, known: Call[None, NoQuery]) -> Debriefed:
        told = known.site.ranked.debrief(c, known.player.id, session, None)
        habits = known.site.cases.habits(c, told.head.revision, told.language)
        return Debriefed(session=session, debrief=told, habits=dict(habits))

    return await call.read(debrief, is_slow=True)


async def _upload(call: Call[bytes, ForSeason]) -> Uploaded:
    verified = await call.read(lambda c, known: uploads.verify(c, known.site.cases, known.body), is_slow=True)

    def keep(c: Connection, known: Call[bytes, ForSeason]) -> Uploaded:
        return uploads.keep(c, known.player.id, verified, known.query.season, known.now_ms)

    return await call.write(keep)


ROUTES = (
    Route(
        method="POST",
        path="/sessions",
        summary="Begin a ranked session, or take up the one that was left open.",
        who="player",
        does_itself=_begin,
        body=Begin,
        answer=Played,
        status=201,
        refuses=("unknown-season", "unknown-case", "season-not-begun", "case-in-season", "too-many-attempts", *_OVER),
    ),
    Route(
        method="GET",
        path="/sessions/{session}",
        summary="A ranked session as it stands, after a lost connection for example.",
        who="player",
        reads=_resume,
        answer=Played,
        refuses=("unknown-session", "journal-gone", "step-in-flight"),
    ),
    Route(
        method="POST",
        path="/sessions/{session}/steps/{n}",
        summary="Answer step n. The same body again gives the same answer; another body is refused.",
        who="player",
        does_itself=_step,
        body=StepBody,
        answer=Played,
        refuses=(
            "unknown-session",
            "step-in-flight",
            "step-differs",
            "step-ahead",
            "bad-step",
            "not-on-offer",
            "time-ran-out",
            "too-early",
            "no-time-runs",
            "too-many-steps",
            "finished",
            "journal-gone",
            *_OVER,
        ),
    ),
    Route(
        method="GET",
        path="/sessions/{session}/debrief",
        summary="A ranked session that has come to its end, explained.",
        who="player",
        does_itself=_debrief,
        answer=Debriefed,
        refuses=("unknown-session", "not-finished", "journal-gone"),
    ),
    Route(
        method="POST",
        path="/journals",
        summary="Send a journal that was played elsewhere; it is played again, and stands on practice boards alone.",
        who="player",
        does_itself=_upload,
        body=Raw("application/x-ndjson"),
        query=ForSeason,
        answer=Uploaded,
        status=201,
        largest=uploads.LARGEST_JOURNAL,
        refuses=(
            "unknown-revision",
            "unknown-season",
            "unknown-case",
            "season-not-begun",
            "journal-damaged",
            "journal-too-large",
            "journal-not-allowed",
            "journal-unfinished",
            "journal-known",
            "step-in-flight",
            "too-many-journals",
            *_OVER,
        ),
    ),
)
