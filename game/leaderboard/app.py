"""The server as an ASGI application: what every request passes, and where it then goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from game.leaderboard import api, pages
from game.leaderboard.answering import Answering, told
from game.leaderboard.headers import SecurityHeaders
from game.leaderboard.languages import Languages
from game.leaderboard.limits import BodyLimit
from game.leaderboard.origins import OwnOrigin
from game.leaderboard.site import Site, now_ms
from game.leaderboard.visitors import Visitors
from game.records.database.gathering import Writer
from game.records.league.secrets import secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.records.database.connection import Database

__all__ = ["create_app"]

_KEY = "forms"


def create_app(database: Database, *, clock: Callable[[], int] = now_ms) -> Starlette:
    """The server of a league, ready to be run; `app.state.site` is what its routes share.

    Raises:
        Trouble: the database cannot be asked.
    """
    with database.writing() as connection:
        key = secret(connection, _KEY)
    site = Site(database, Writer(database), key, clock)
    app = Starlette(
        routes=[*api.routes(site), *pages.routes(site)],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Languages),
            Middleware(Answering),
            Middleware(BodyLimit),
            Middleware(OwnOrigin, key=key),
            Middleware(Visitors, site=site),
        ],
        exception_handlers={HTTPException: told, Exception: told},
    )
    app.state.site = site
    return app
