"""The ways on from Home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.plays import RankedPlay

__all__ = ["Doors"]


@dataclass(frozen=True)
class Doors:
    """What happens when one is opened; None for a room that is not there."""

    on_case: Callable[[str], None]
    """To the briefing of a case, by its id."""
    on_resume: Callable[[int], None]
    """On with one of the unfinished plays, by its place among them."""
    on_cases: Callable[[], None]
    on_quit: Callable[[], None]
    on_debrief: Callable[[str], None] | None = None
    """To the debrief of a play that came to its end, by its session."""
    on_people: Callable[[], None] | None = None
    on_settings: Callable[[], None] | None = None
    on_first_steps: Callable[[], None] | None = None
    on_language: Callable[[str], None] | None = None
    """Speaks another language, by its tag."""
    on_boards: Callable[[], None] | None = None
    on_ranked: Callable[[RankedPlay], None] | None = None
    """To the briefing of a ranked play."""
    on_skip: Callable[[], None] | None = None
    """Whoever is here for the first time knows their way."""
