"""What a server does by itself, now and then: it deletes what was kept long enough, and closes seasons that ended."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from game.leaderboard.logging import LOGGER
from game.records.league.retention import sweep
from game.records.trouble import Trouble

if TYPE_CHECKING:
    from game.leaderboard.site import Site

__all__ = ["EVERY_SECONDS", "do_chores"]

EVERY_SECONDS = 3600.0
_FIRST_SECONDS = 60.0
"""A process that starts has other things to do."""


async def do_chores(site: Site) -> None:
    """Do them once an hour, until cancelled; it does no harm where several processes do."""
    await asyncio.sleep(_FIRST_SECONDS)
    while True:
        try:
            swept = await site.write(lambda c: sweep(c, site.clock()))
            await site.work(site.database.tidy)
            LOGGER.info("swept", extra=swept._asdict())
        except Trouble:
            LOGGER.warning("not swept", exc_info=True)
        await asyncio.sleep(EVERY_SECONDS)
