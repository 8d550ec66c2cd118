"""A ranked session in the browser: begun, played a form at a time, gone on with after the connection was lost.

A form names the step it answers. Sent twice it counts once, so a page may be loaded anew and a script may try again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.responses import RedirectResponse
from starlette.routing import Route

from game.debrief.wording import clock_words, outcome_words
from game.leaderboard.pages.conversation import (
    answers,
    mood_of,
    moods,
    promises,
    rows,
    stuck_words,
    subtitle,
    summary,
)
from game.leaderboard.pages.pictures import customer_look
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.signing import player_here
from game.leaderboard.problems import missing
from game.records.league.played import Played, StepBody
from game.records.league.refused import Refused
from game.session.view import Chosen, Unanswered
from game.texts import _, language

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["play_routes"]

_OUTCOMES = {"lost": ("lost", "bad"), "kept": ("kept", "good"), "delighted": ("charmed", "good")}
_TOLD = {
    "late": "time-ran-out",
    "elsewhere": "step-differs",
    "moment": "step-in-flight",
}
_MS = 1_000
_MOST_DIGITS = 9


class _Step(NamedTuple):
    """A form, read."""

    n: int
    body: StepBody


def play_routes() -> list[Route]:
    """To begin a session, to see it, and to answer a step."""
    return [
        Route("/play", _begin, methods=["POST"]),
        Route("/play/{session}", _show, methods=["GET"]),
        Route("/play/{session}/steps/{n}", _step, methods=["POST"]),
        Route("/play/{session}/steps/{n}", _back, methods=["GET"]),
    ]


async def _begin(request: Request) -> Response:
    """Begin a case, or take up the session that was left open."""
    site, player = site_of(request), player_here(request)
    form = await site.form(request)
    season, scenario = _text(form, "season") or None, _text(form, "scenario")
    has_timers, tag = _text(form, "timers") != "off", language()

    def begin(c: Connection) -> Played:
        now = site.clock()
        return site.ranked.begin(c, player.id, season, scenario, tag, has_timers=has_timers, now_ms=now)

    played = await site.write(begin)
    site.solve_soon(played.revision)
    return see_other(request, f"/play/{played.session}")


async def _show(request: Request) -> Response:
    """The session as it stands."""
    site, player, session = site_of(request), player_here(request), request.path_params["session"]
    played = await site.read(lambda c: site.ranked.resume(c, player.id, session, site.clock()))
    site.solve_soon(played.revision)  # it may have begun at another process, or before this one
    return _page(request, played, _told(request.query_params.get("told", "")))


async def _step(request: Request) -> Response:
    """Answer a step; an answer that comes too late is none, and the silence is taken for it."""
    site, player, session = site_of(request), player_here(request), request.path_params["session"]
    form = await site.form(request)
    step = _Step(_number(request.path_params["n"]), _body(form))
    here = f"/play/{session}"
    try:
        await _answer(request, player.id, session, step)
    except Refused as refused:
        if refused.code == "time-ran-out":
            silent = step._replace(body=StepBody(token=None))
            await _answer(request, player.id, session, silent)
            return see_other(request, f"{here}?told=late#now")
        known = next((name for name, code in _TOLD.items() if code == refused.code), None)
        if known is not None:
            return see_other(request, f"{here}?told={known}#now")
        if refused.code in ("too-early", "step-ahead", "finished", "no-time-runs"):
            return see_other(request, f"{here}#now")
        raise
    return see_other(request, f"{here}#now")


async def _answer(request: Request, player: str, session: str, step: _Step) -> None:
    site = site_of(request)
    now = site.clock()
    with site.ranked.answering(session):
        await site.write(lambda c: site.ranked.step(c, player, session, step.n, step.body, now))


async def _back(request: Request) -> Response:
    """Whoever loads a step's address sees the session."""
    return RedirectResponse(f"/play/{request.path_params['session']}", 303)


def _page(request: Request, played: Played, told: str) -> Response:
    case, view = played.case, played.view
    ending = view.ending
    mark, tone = _OUTCOMES[ending.outcome] if ending is not None else ("", "")
    decisions = [place for place, entry in enumerate(view.said) if isinstance(entry, Chosen | Unanswered)]
    return page(
        request,
        "play.html",
        session=played.session,
        step=played.next_step,
        state=played.state,
        has_timers=played.has_timers,
        case=case,
        view=view,
        subtitle=subtitle(case, view),
        look=customer_look(view.facing),
        mood=mood_of(view.facing.mood),
        moods=moods(),
        clock=clock_words(view.now),
        rows=list(rows(case, view)),
        last_decision=decisions[-1] if decisions else None,
        answers=answers(case, view.offers),
        promises=promises(view),
        summary=summary(view),
        limit=view.limit if played.has_timers and played.time_left_ms is not None else None,
        is_timed=view.limit is not None,
        time_left_ms=played.time_left_ms,
        limit_words=_limit_words(played),
        ending=ending,
        outcome_mark=mark,
        outcome_tone=tone,
        outcome_words=outcome_words(ending.outcome) if ending is not None else "",
        stuck=stuck_words(view.stop) if played.state == "abandoned" else "",
        told=told,
    )


def _limit_words(played: Played) -> str:
    """How long there is to answer, for whoever sees no ring."""
    if played.time_left_ms is None:
        return ""
    seconds = played.time_left_ms // _MS
    return _("Somebody is waiting: answer within {count} seconds. Silence answers, too.", count=seconds)


def _told(name: str) -> str:
    """What is to be said of the answer that led here."""
    match name:
        case "late":
            return _("The time to answer had run out; nothing was said.")
        case "elsewhere":
            return _("This was answered before, perhaps in another window. This is how it went on.")
        case "moment":
            return _("Your answer is being taken just now. Load the page anew in a moment.")
    return ""


def _body(form: FormData) -> StepBody:
    if _text(form, "timers") == "off":
        return StepBody(token=None, has_timers=False)
    return StepBody(token=None if _text(form, "silence") else _text(form, "token"))


def _text(form: FormData, name: str) -> str:
    said = form.get(name)
    return said if isinstance(said, str) else ""


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS) or int(text) < 1:
        raise missing()
    return int(text)
