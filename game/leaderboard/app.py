"""The server as an ASGI application: what every request passes, and where it then goes."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from game.leaderboard import api, connecting, health, pages
from game.leaderboard.answering import Answering, told
from game.leaderboard.chores import do_chores
from game.leaderboard.headers import SecurityHeaders
from game.leaderboard.languages import Languages
from game.leaderboard.limits import BodyLimit
from game.leaderboard.logging import LOGGER
from game.leaderboard.metrics import Observed
from game.leaderboard.origins import OwnOrigin
from game.leaderboard.site import Site, now_ms
from game.leaderboard.stopping import stop_gently
from game.leaderboard.visitors import Visitors
from game.records.database.gathering import Writer
from game.records.league.secrets import secret

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from game.leaderboard.elsewhere import Elsewhere
    from game.records.database.connection import Database

__all__ = ["create_app"]

_KEY = "forms"


def create_app(
    database: Database,
    *,
    clock: Callable[[], int] = now_ms,
    drain_seconds: float = 0.0,
    logs_addresses: bool = False,
    elsewhere: Elsewhere | None = None,
) -> Starlette:
    """The server of a league, ready to be run; `app.state.site` is what its routes share.

    Args:
        database: the league's; it is closed when the application ends.
        clock: milliseconds since 1970.
        drain_seconds: how long to go on answering after a signal to stop.
        logs_addresses: whether the log says from where requests come.
        elsewhere: where trainers may sign in too.

    Raises:
        Trouble: the database cannot be asked.
    """
    with database.writing() as connection:
        key = secret(connection, _KEY)
    site = Site(database, Writer(database), key, clock)
    site.has_elsewhere = elsewhere is not None

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        stop_gently(site, drain_seconds)
        tasks = [asyncio.create_task(each) for each in (site.live.run(), do_chores(site))]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(site.close)
        for handler in LOGGER.handlers:
            handler.flush()  # what a signal ends does nothing more at its end

    app = Starlette(
        routes=[
            *api.routes(site),
            *health.routes(site),
            Route("/metrics", site.metrics.answer),
            *connecting.routes(site, elsewhere),
            *pages.routes(site),
        ],
        middleware=[
            Middleware(Observed, metrics=site.metrics, with_addresses=logs_addresses),
            Middleware(SecurityHeaders),
            Middleware(Languages),
            Middleware(Answering),
            Middleware(BodyLimit),
            Middleware(OwnOrigin, key=key),
            Middleware(Visitors, site=site),
        ],
        exception_handlers={HTTPException: told, Exception: told},
        lifespan=lifespan,
    )
    app.state.site = site
    return app
