"""The debrief of a ranked session, as a page and as a text to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route

from game.debrief.account import as_text
from game.debrief.wording import grade_words
from game.leaderboard.pages.curve import curve
from game.leaderboard.pages.debriefing import GRADE_TONES, debrief_values, remarks
from game.leaderboard.pages.pictures import customer_look
from game.leaderboard.pages.progress import place_on
from game.leaderboard.pages.shell import page, site_of
from game.leaderboard.pages.signing import player_here
from game.looks.portrait import expression_of
from game.records.league import seasons
from game.records.league.attempts import attempts
from game.records.league.flags import flag_words
from game.records.league.refused import Refused
from game.texts import _, language
from game.texts.figures import grouped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection
    from starlette.requests import Request
    from starlette.responses import Response

    from game.debrief import Debrief
    from game.leaderboard.pages.progress import Place
    from game.records.league.played import Played
    from game.scenario.habits import Habit

__all__ = ["result_routes"]


class _Reviewed(NamedTuple):
    """A session that has come to its end, and what is told beside it."""

    played: Played
    debrief: Debrief
    habits: Mapping[str, Habit]
    own_best: int | None
    place: Place | None
    """Where they stand now on the board of the case; None where they do not stand on it."""


def result_routes() -> list[Route]:
    """The page, and the text."""
    return [
        Route("/play/{session}/debrief", _show, methods=["GET"]),
        Route("/play/{session}/debrief.txt", _save, methods=["GET"]),
    ]


async def _show(request: Request) -> Response:
    session = request.path_params["session"]
    try:
        found = await _reviewed(request, session)
    except Refused as refused:
        if refused.code == "not-finished":
            return RedirectResponse(f"/play/{session}", 303)
        raise
    debrief, played = found.debrief, found.played
    return page(
        request,
        "debrief.html",
        **debrief_values(debrief, found.habits, found.own_best),
        session=session,
        look=customer_look(debrief.customer),
        curve=curve(debrief),
        legend=_legend(debrief),
        mood_mark=lambda value: expression_of(value).key,
        standing=_standing(found),
        warnings=[*_warnings(debrief), *(flag_words(each) for each in (played.result.flags if played.result else ()))],
        again={"season": played.season, "scenario": played.scenario},
        board=None if played.season is None else f"/boards/{played.season}",
    )


async def _save(request: Request) -> Response:
    """The debrief as text, the same as the window saves and the terminal prints."""
    session = request.path_params["session"]
    found = await _reviewed(request, session)
    text = as_text(found.debrief, found.habits, remarks(found.debrief, found.own_best))
    name = f"gastgeber-{found.played.scenario}-{session[:8]}.txt"
    return PlainTextResponse(text, headers={"Content-Disposition": f'attachment; filename="{name}"'})


async def _reviewed(request: Request, session: str) -> _Reviewed:
    site, player, tag = site_of(request), player_here(request), language()

    def review(c: Connection) -> _Reviewed:
        debrief = site.ranked.debrief(c, player.id, session, tag)
        played = site.ranked.resume(c, player.id, session, site.clock())
        habits = site.cases.habits(c, played.revision, debrief.language)
        return _Reviewed(played, debrief, habits, _other_best(c, player.id, played), _place(c, player.id, played))

    return await site.read(review, is_slow=True)


def _other_best(c: Connection, player: str, played: Played) -> int | None:
    """The best score of the same case in another session."""
    scores = [
        each.result.score
        for each in attempts(c, player)
        if each.session != played.session
        and each.scenario == played.scenario
        and each.mode == "ranked"
        and each.result is not None
        and each.result.score is not None
    ]
    return max(scores, default=None)


def _place(c: Connection, player: str, played: Played) -> Place | None:
    if played.season is None or played.state != "finished":
        return None
    return place_on(c, seasons.season(c, played.season).id, player, played.revision)


def _legend(debrief: Debrief) -> list[tuple[str, str, str]]:
    """How many decisions of each grade: its mark, its colour, and words."""
    grades = [each.grade for each in debrief.decisions]
    return [
        (grade, tone, _("{grade}: {count}", grade=grade_words(grade), count=count))
        for grade, tone in GRADE_TONES.items()
        if (count := grades.count(grade))
    ]


def _standing(found: _Reviewed) -> list[str]:
    """What the score does on the boards."""
    played = found.played
    if played.state != "finished" or played.result is None or played.result.score is None:
        return []
    if played.season is None:
        return [_("Your team sees that this case is done, and not your score.")]
    told = []
    if played.counts:
        told.append(_("This was attempt {number}, and it counts. The best one stands.", number=played.attempt))
    else:
        told.append(_("This was attempt {number}; it was for learning, and does not count.", number=played.attempt))
    if found.place is not None:
        rank, of = grouped(found.place.rank), grouped(found.place.of)
        told.append(_("On the board of this case you stand at rank {rank} of {count}.", rank=rank, count=of))
    return told


def _warnings(debrief: Debrief) -> list[str]:
    return [] if debrief.is_complete else [_("This case could not be played to its end, so it counts for nothing.")]
