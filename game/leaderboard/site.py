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
from game.leaderboard.bell import bell_of
from game.leaderboard.live import Live
from game.leaderboard.metrics import Metrics
from game.leaderboard.problems import Problem
from game.records.league.casebook import CaseBook
from game.records.league.ranked import Ranked
from game.records.league.refused import Refused
from game.records.trouble import Trouble
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from game.records.database.connection import Database
    from game.records.database.gathering import Writer

__all__ = ["LONG", "READERS", "SLOW", "Site", "now_ms"]

READERS = 8
"""How many threads of one process read at once."""
SLOW = 2
"""How many threads of one process look passphrases through at once, or what else takes a moment."""
LONG = 1
"""How many look cases through, which may take minutes: nobody who signs in is to wait for that."""
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
        self.cases = CaseBook()
        self.ranked = Ranked(self.cases)
        self.metrics = Metrics()
        self.live = Live(self, bell_of(database), self.metrics)
        self.has_elsewhere = False
        """Whether trainers may sign in elsewhere too: game.leaderboard.elsewhere.START leads there."""
        self.is_draining = False
        """Whether it is about to stop: it finishes what was begun, and is to be sent no more."""
        self._solved: set[str] = set()
        self._solving: set[asyncio.Task[None]] = set()
        self._readers = anyio.CapacityLimiter(READERS)
        self._slow = anyio.CapacityLimiter(SLOW)
        self._long = anyio.CapacityLimiter(LONG)

    def close(self) -> None:
        """Finish what is to be written, and close the database."""
        self.live.close()
        self.writer.close()
        self.database.close()

    # --- the database -------------------------------------------------------------------------------------------------

    async def read(self, ask: Callable[[Connection], _Told], *, is_slow: bool = False) -> _Told:
        """Ask the database something, in a thread.

        Args:
            ask: what asks.
            is_slow: whether it works long on what it reads; such wait for one another.
        """

        def asked() -> _Told:
            with self.database.reading() as connection:
                return ask(connection)

        return await anyio.to_thread.run_sync(
            asked, limiter=self._slow if is_slow else self._readers, abandon_on_cancel=True
        )

    async def work(self, job: Callable[[], _Told], *, is_long: bool = False) -> _Told:
        """Do something that is slow and asks no database, in a thread.

        Args:
            job: what does it.
            is_long: whether it may take minutes; such wait for one another, and nobody else for them.
        """
        return await anyio.to_thread.run_sync(job, limiter=self._long if is_long else self._slow)

    async def write(self, job: Callable[[Connection], _Told]) -> _Told:
        """Change something; it is kept when this returns.

        The job may be run twice: where another one of the same transaction fails, all are run again.
        """
        context = copy_context()
        began = time.perf_counter()
        told = await asyncio.wrap_future(self.writer.submit(lambda connection: context.run(job, connection)))
        self.metrics.write_seconds.observe(time.perf_counter() - began)
        self.live.written()
        return told

    def solve_soon(self, revision: str) -> None:
        """Have a case solved before its first session ends, so that the writer never has to wait for that."""
        if revision in self._solved:
            return
        self._solved.add(revision)
        task = asyncio.create_task(self._solve(revision))
        self._solving.add(task)
        task.add_done_callback(self._solving.discard)

    async def _solve(self, revision: str) -> None:
        try:
            await self.read(lambda c: self.cases.solution(c, revision), is_slow=True)
        except (Refused, Trouble):  # whoever needs it next is told
            self._solved.discard(revision)

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
