"""The way to where trainers sign in elsewhere, and back.

What has to be known again when the browser comes back lies in a cookie that this server signed, so that any of its
processes can take it up. Who is signed in here already connects the account there by a form of their own desk's, and
nobody else can: a link could be slipped to them.
"""

from __future__ import annotations

import hmac
import time
from typing import TYPE_CHECKING

import httpx
import msgspec
from starlette.responses import RedirectResponse
from starlette.routing import Route

from game.leaderboard.access import DESK_COOKIE, forget, keep
from game.leaderboard.elsewhere import SECONDS_TO_COME_BACK, START, Begun, Doubt
from game.leaderboard.logging import LOGGER
from game.leaderboard.pages.shell import page
from game.leaderboard.problems import Problem, not_signed_in
from game.records.league.trainers import bind_identity, sign_in_elsewhere
from game.texts import _

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from game.leaderboard.elsewhere import Elsewhere
    from game.leaderboard.site import Site

__all__ = ["BACK", "routes"]

"""A link here signs a trainer in; a form sent here connects the account there with the trainer who sent it."""
BACK = "/desk/oidc/callback"
_DESK = "/desk"
_COOKIE = "gastgeber-elsewhere"
_LONGEST_COOKIE = 2000


def routes(site: Site, elsewhere: Elsewhere | None) -> list[Route]:
    """To go there, and to come back; none where nobody vouches for trainers."""
    if elsewhere is None:
        return []
    ways = _Ways(site, elsewhere)
    return [
        Route(START, ways.sign_in, methods=["GET"]),
        Route(START, ways.connect, methods=["POST"]),
        Route(BACK, ways.come_back, methods=["GET"]),
    ]


class _Ways:
    """There and back."""

    def __init__(self, site: Site, elsewhere: Elsewhere) -> None:
        self._site = site
        self._elsewhere = elsewhere
        self._issuer = elsewhere.provider.issuer

    async def sign_in(self, request: Request) -> Response:
        """Send a browser there."""
        url, begun = await self._begun(request, None)
        return self._kept(request, RedirectResponse(url, 303), begun)

    async def connect(self, request: Request) -> Response:
        """Show a trainer the way there, to connect their account.

        It is a link: browsers let no form lead to another server, as these pages ask of them.
        """
        if request.state.trainer is None:
            raise not_signed_in()
        await self._site.form(request)
        url, begun = await self._begun(request, request.state.trainer.id)
        words = _("Sign in at {issuer}, and from then on you can sign in here with that account.", issuer=self._issuer)
        title, way_words = _("Connect your account"), _("Go on to sign in there")
        shown = page(request, "message.html", title=title, words=words, way=url, way_words=way_words)
        return self._kept(request, shown, begun)

    async def come_back(self, request: Request) -> Response:
        """Let in, or connect, whom the provider vouches for."""
        begun = _opened(self._site.key, request)
        said = request.query_params
        if begun is None or not hmac.compare_digest(said.get("state", "").encode(), begun.state.encode()):
            raise _not_begun_here()
        if "code" not in said:
            raise _not_vouched("the provider said no")
        subject = await self._subject(request, said["code"], begun)
        response = RedirectResponse(_DESK, 303)
        if begun.connects is None:
            now = self._site.clock()
            token = await self._site.write(lambda c: sign_in_elsewhere(c, self._issuer, subject, now))
            keep(request, response, DESK_COOKIE, token, seconds=None)
        else:
            await self._connected(request, begun.connects, subject)
        forget(request, response, _COOKIE)
        return response

    async def _begun(self, request: Request, connects: str | None) -> tuple[str, Begun]:
        try:
            return await self._elsewhere.begin(_back(request), connects)
        except (Doubt, httpx.HTTPError, msgspec.MsgspecError) as error:
            raise _not_reached(error) from error

    async def _subject(self, request: Request, code: str, begun: Begun) -> str:
        try:
            return await self._elsewhere.subject(_back(request), code, begun)
        except httpx.HTTPError as error:
            raise _not_reached(error) from error
        except Exception as error:
            raise _not_vouched(str(error) if isinstance(error, Doubt) else type(error).__name__) from error

    async def _connected(self, request: Request, trainer: str, subject: str) -> None:
        """Connect the account with the trainer who asked for it, if it is they who come back."""
        signed_in = request.state.trainer
        if signed_in is None or signed_in.id != trainer:
            raise _not_begun_here()
        now = self._site.clock()
        await self._site.write(lambda c: bind_identity(c, trainer, self._issuer, subject, now, actor=trainer))

    def _kept(self, request: Request, response: Response, begun: Begun) -> Response:
        keep(request, response, _COOKIE, _sealed(self._site.key, begun), SECONDS_TO_COME_BACK)
        return response


def _back(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}{BACK}"


# --- what is known again ----------------------------------------------------------------------------------------------


def _sealed(key: bytes, begun: Begun) -> str:
    told = msgspec.json.encode(begun).hex()
    return f"{told}.{_seal(key, told)}"


def _opened(key: bytes, request: Request) -> Begun | None:
    name = f"__Host-{_COOKIE}" if request.url.scheme == "https" else _COOKIE
    told, _dot, seal = request.cookies.get(name, "")[:_LONGEST_COOKIE].partition(".")
    if not hmac.compare_digest(seal.encode(), _seal(key, told).encode()):
        return None
    begun = msgspec.json.decode(bytes.fromhex(told), type=Begun)
    return begun if begun.until > time.time() else None


def _seal(key: bytes, told: str) -> str:
    return hmac.new(key, f"elsewhere:{told}".encode(), "sha256").hexdigest()


# --- what goes wrong --------------------------------------------------------------------------------------------------


def _not_begun_here() -> Problem:
    sentence = _("This sign-in was not begun in this browser, or too long ago. Begin it again.")
    return Problem(403, "sign-in-not-begun", sentence)


def _not_vouched(reason: str) -> Problem:
    LOGGER.warning("sign-in elsewhere refused", extra={"reason": reason})
    return Problem(403, "sign-in-refused", _("The other server did not vouch for you. Begin the sign-in again."))


def _not_reached(error: Exception) -> Problem:
    LOGGER.warning("sign-in elsewhere not reached", extra={"reason": type(error).__name__})
    sentence = _("The server at which you sign in does not answer. Try again in a moment.")
    return Problem(502, "sign-in-not-reached", sentence)
