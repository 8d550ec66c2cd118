"""What every page and every route of a server shares: the database, the keys, the clock, and the ways to use them.

The event loop never waits for the database: what is read is read in one of a few threads, what is written goes to the
writer's. Both speak the language of the request they work for.
"""

from __future__ import annotations

import asyncio
import time
from contextvars import copy_context
from typing import TYPE_CHECKING, TypeVar

import anyio
import anyio.to_thread

from game.leaderboard.access import FORM_COOKIE, FORM_FIELD, form_token, is_own_form, keep
from game.leaderboard.problems import Problem
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.database.connection import Database
    from game.records.database.gathering import Writer

__all__ = ["READERS", "Site", "now_ms"]

READERS = 8
"""How many threads of one process read at once."""
_MOST_FIELDS = 200
_MOST_FILES = 20

_Told = TypeVar("_Told")


def now_ms() -> int:
    """The time by this machine's clock, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Site:
    """One process of a server."""

    def __init__(self, database: Database, writer: Writer, key: bytes, clock: Callable[[], int] = now_ms) -> None:
        self.database = database
        self.writer = writer
        self.key = key
        """Signs form tokens; all processes of a server have the same."""
        self.clock = clock
        self._readers = anyio.CapacityLimiter(READERS)

    # --- the database -------------------------------------------------------------------------------------------------

    async def read(self, ask: Callable[[Connection], _Told]) -> _Told:
        """Ask the database something, in a thread."""

        def asked() -> _Told:
            with self.database.reading() as connection:
                return ask(connection)

        return await anyio.to_thread.run_sync(asked, limiter=self._readers)

    async def write(self, job: Callable[[Connection], _Told]) -> _Told:
        """Change something; it is kept when this returns.

        The job may be run twice: where another one of the same transaction fails, all are run again.
        """
        context = copy_context()
        return await asyncio.wrap_future(self.writer.submit(lambda connection: context.run(job, connection)))

    # --- forms --------------------------------------------------------------------------------------------------------

    def form_token(self, request: Request) -> str:
        """The token for the forms of a page; `finish` the answer, or whoever is not signed in cannot send them."""
        token, request.state.fresh_form = form_token(request, self.key, getattr(request.state, "fresh_form", None))
        return token

    def finish(self, request: Request, response: Response) -> Response:
        """The answer, with the cookie that the forms on it need."""
        fresh = getattr(request.state, "fresh_form", None)
        if fresh is not None:
            keep(request, response, FORM_COOKIE, fresh, seconds=None)
        return response

    async def form(self, request: Request) -> FormData:
        """The fields of a form that this server's own page has sent.

        Raises:
            Problem: it comes from elsewhere, or is too old.
        """
        sent = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS)
        token = sent.get(FORM_FIELD)
        if not isinstance(token, str) or not is_own_form(request, self.key, token):
            sentence = _(
                "This page was open for too long, or you signed in elsewhere. Load it anew, then send it again."
            )
            raise Problem(403, "form-too-old", sentence)
        return sent
