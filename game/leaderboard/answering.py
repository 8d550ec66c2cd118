"""Whatever goes wrong becomes an answer: problem+json for programs, a page for people, never a traceback."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from game.leaderboard import pages
from game.leaderboard.problems import Problem, as_json, missing, of_refusal
from game.records.league.refused import Refused
from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Answering", "told"]

_LOG = logging.getLogger("gastgeber.server")
_FOR_PROGRAMS = ("/api/", "/health/", "/metrics", "/openapi.json")


class Answering:
    """Answers for what the application raises."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def sent(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except ClientDisconnect:
            return  # nobody is left to be told
        except Exception as error:
            if has_begun:
                raise  # the server breaks the connection off, so that nobody takes half an answer for a whole one
            response = await told(Request(scope, receive), error)
            await response(scope, receive, sent)


async def told(request: Request, error: Exception) -> Response:
    """The answer to a request that raised this."""
    problem = _problem(error)
    request.app.state.site.metrics.refusals.labels(problem.code).inc()
    if request.url.path.startswith(_FOR_PROGRAMS):
        return as_json(problem)
    return await pages.problem_page(request, problem)


def _problem(error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case Refused():
            return of_refusal(error)
        case HTTPException(status_code=404):
            return missing()
        case HTTPException(status_code=405):
            sentence = _("This cannot be done here.")
            return Problem(405, "method-not-allowed", sentence, error.headers)
        case HTTPException():
            return Problem(error.status_code, "not-understood", _("This request could not be understood."))
        case Trouble():
            _LOG.error("the database does not answer", extra={"reason": str(error)})
            sentence = _("The server cannot reach its database at the moment. Try again in a few seconds.")
            return Problem(503, "database-not-reachable", sentence, {"Retry-After": "5"})
        case _other:
            _LOG.error("a request failed", exc_info=error)
            return Problem(500, "failure", _("Something unexpected went wrong on the server. It has been noted there."))
