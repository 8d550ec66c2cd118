"""The ways on from the boards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.plays import News, RankedPlay

__all__ = ["BoardWays"]


@dataclass(frozen=True)
class BoardWays:
    """What happens when one is taken."""

    on_back: Callable[[], None]
    on_play: Callable[[RankedPlay], None]
    """To the briefing of a ranked play."""
    on_news: Callable[[News], None]
    """Something new has become known."""
    on_change: Callable[[], None]
    """A server was joined or left."""
    save: Callable[[bytes], str]
    """Keeps what a server handed over in a file, and says where; raises `Trouble`."""
