"""Stopping without losing anything: told to stop, a process says so, finishes what was begun, and only then ends."""

from __future__ import annotations

import asyncio
import signal
import threading
from functools import partial
from typing import TYPE_CHECKING

from game.leaderboard.logging import LOGGER

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from game.leaderboard.site import Site

__all__ = ["stop_gently"]

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def stop_gently(site: Site, drain_seconds: float) -> None:
    """From now on, have a signal to stop end live streams and readiness first, and pass it on a while later.

    Args:
        site: what is to stop.
        drain_seconds: how long it goes on answering, so that whoever divides requests may notice.
    """
    if threading.current_thread() is not threading.main_thread():
        return  # signals are the main thread's; a test's server has none
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        before = signal.getsignal(number)
        if callable(before):
            signal.signal(number, partial(_told, site, loop, drain_seconds, before))


def _told(
    site: Site,
    loop: asyncio.AbstractEventLoop,
    seconds: float,
    on: Callable[[int, FrameType | None], object],
    sig: int,
    frame: FrameType | None,
) -> None:
    if site.is_draining:  # told twice: at once
        on(sig, frame)
        return
    site.is_draining = True
    LOGGER.info("stopping", extra={"drain_seconds": seconds})
    loop.call_soon_threadsafe(site.live.close)
    loop.call_soon_threadsafe(loop.call_later, seconds, on, sig, frame)
