"""What is stored about whoever plays: to be seen, changed, taken along and erased; and the way to another device."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.leaderboard.access import PLAY_COOKIE, forget
from game.leaderboard.pages.deeds import deed_words
from game.leaderboard.pages.pictures import look_of_traits, traits_of
from game.leaderboard.pages.qr import qr
from game.leaderboard.pages.shell import page, see_other, site_of
from game.leaderboard.pages.signing import player_here
from game.leaderboard.pages.when import day_of, moment_of
from game.looks.portrait import look_by_chance, words_of
from game.records.league import audit, codes, entries, players, rights, seasons
from game.records.league.attempts import attempts
from game.records.league.refused import Refused
from game.texts import _

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from starlette.requests import Request

    from game.records.league.audit import AuditLine
    from game.records.league.entries import Entry
    from game.records.league.played import Attempt
    from game.records.league.players import Membership
    from game.records.league.seasons import Season

__all__ = ["me_routes"]

_LINES = 20
"""Of what trainers looked at."""
_LOOKS = 5
_MINUTE_MS = 60_000


class _Known(NamedTuple):
    """Everything the page tells."""

    team: Membership | None
    attempts: tuple[Attempt, ...]
    entries: tuple[Entry, ...]
    looked: tuple[AuditLine, ...]
    seasons: tuple[Season, ...]


def me_routes() -> list[Route]:
    """The page about oneself, and what its forms do."""
    return [
        Route("/me", _show, methods=["GET"]),
        Route("/me", _change, methods=["POST"]),
        Route("/me/named", _agree, methods=["POST"]),
        Route("/me/team", _leave_team, methods=["POST"]),
        Route("/me/codes", _give_code, methods=["POST"]),
        Route("/me/data", _export, methods=["GET"]),
        Route("/me/erase", _erase, methods=["POST"]),
        Route("/about", _about, methods=["GET"]),
    ]


async def _show(request: Request) -> Response:
    return await _page(request)


async def _page(
    request: Request,
    *,
    status: int = 200,
    faults: dict[str, str] | None = None,
    code: str = "",
    name: str | None = None,
) -> Response:
    site, player = site_of(request), player_here(request)

    def ask(c: Connection) -> _Known:
        return _Known(
            players.membership(c, player.id),
            attempts(c, player.id),
            entries.entries_of(c, player.id),
            audit.lines_about(c, player.id, limit=_LINES),
            seasons.seasons(c),
        )

    known = await site.read(ask)
    zone = known.seasons[0].zone if known.seasons else "UTC"
    looks = [look_by_chance(f"{player.id}/{place}/{site.clock() // _MINUTE_MS}") for place in range(_LOOKS)]
    address = f"{request.url.scheme}://{request.url.netloc}/join?code={code}" if code else ""
    return page(
        request,
        "me.html",
        status=status,
        known=known,
        titles={each.slug: each.title for each in known.seasons},
        called=_called(known),
        faults=faults or {},
        name=player.pseudonym if name is None else name,
        looks=[(traits_of(look), look) for look in looks],
        code=code,
        code_address=address,
        code_picture=qr(address) if address else "",
        code_minutes=codes.DEVICE_MS // _MINUTE_MS,
        day=lambda ms: day_of(ms, zone),
        moment=lambda ms: moment_of(ms, zone),
        deed=deed_words,
        state_words=_state_words,
    )


async def _change(request: Request) -> Response:
    """Be called or look otherwise."""
    site, player = site_of(request), player_here(request)
    form = await site.form(request)
    name, traits = form.get("pseudonym"), form.get("look")
    name = name if isinstance(name, str) else ""
    look = _look(traits if isinstance(traits, str) else "")
    try:
        await site.write(lambda c: players.change(c, player.id, pseudonym=name, look=look))
    except Refused as refused:
        return await _page(request, status=422, faults={"pseudonym": refused.sentence}, name=name)
    return see_other(request, "/me")


async def _agree(request: Request) -> Response:
    """Agree to be named where assignments are shown, or no longer."""
    site, player = site_of(request), player_here(request)
    is_named = (await site.form(request)).get("named") == "yes"
    await site.write(lambda c: players.agree_to_be_named(c, player.id, is_named=is_named))
    return see_other(request, "/me")


async def _leave_team(request: Request) -> Response:
    site, player = site_of(request), player_here(request)
    await site.form(request)
    await site.write(lambda c: players.leave(c, player.id, site.clock()))
    return see_other(request, "/me")


async def _give_code(request: Request) -> Response:
    """Show a code for another device; it is shown this once."""
    site, player = site_of(request), player_here(request)
    await site.form(request)
    code = await site.write(lambda c: players.add_device_code(c, player.id, site.clock()))
    return await _page(request, code=code)


async def _export(request: Request) -> Response:
    """Everything that is stored, as a file."""
    site, player = site_of(request), player_here(request)
    content = await site.read(lambda c: rights.export(c, player.id), is_slow=True)
    headers = {"Content-Disposition": 'attachment; filename="gastgeber-my-data.json"'}
    return Response(content, media_type="application/json", headers=headers)


async def _erase(request: Request) -> Response:
    """Erase everything, where the name was typed; nothing else brings it back."""
    site, player = site_of(request), player_here(request)
    typed = (await site.form(request)).get("typed")
    if not isinstance(typed, str) or normalize("NFC", typed.strip()) != player.pseudonym:
        faults = {"typed": _("Type {name}, just as it is written there; nothing was erased.", name=player.pseudonym)}
        return await _page(request, status=422, faults=faults)
    await site.write(lambda c: rights.erase(c, player.id))
    await site.work(site.database.tidy)
    request.state.player = None
    response = RedirectResponse("/about?told=erased", 303)
    forget(request, response, PLAY_COOKIE)
    return response


async def _about(request: Request) -> Response:
    return page(request, "about.html", is_erased=request.query_params.get("told") == "erased")


def _look(traits: str) -> dict[str, object] | None:
    """The look that was chosen; None to keep the one there is."""
    try:
        return dict(words_of(look_of_traits(traits))) if traits else None
    except ValueError:
        return None


def _called(known: _Known) -> list[tuple[str, str]]:
    """By season's title: what they are called on its boards."""
    titles = {each.id: each.title for each in known.seasons}
    return [(titles[each.season], each.pseudonym) for each in known.entries if each.season in titles]


def _state_words(attempt: Attempt) -> str:
    return {
        "open": _("not finished"),
        "finished": _("finished"),
        "abandoned": _("came to no ending"),
    }[attempt.state]
