"""What Home knows of whoever plays, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.window.progress import Progress

if TYPE_CHECKING:
    from game.learning import Proposal
    from game.looks.portrait import Look
    from game.online.plays import News
    from game.records import Damaged, Result, Unfinished

__all__ = ["Reception"]


@dataclass(frozen=True)
class Reception:
    """Whoever plays, what waits for them, and how it went so far."""

    is_ready: bool = False
    """Whether what was kept has been looked at; until then nothing is said of it."""
    name: str = ""
    """The pseudonym; empty where nobody's is known."""
    look: Look | None = None
    """Of the avatar."""
    unfinished: tuple[Unfinished, ...] = ()
    """Last played first."""
    damaged: tuple[Damaged, ...] = ()
    history: tuple[Result, ...] = ()
    """Last ended first."""
    progress: Progress = field(default_factory=Progress)
    proposal: Proposal | None = None
    """What to practise next; None until every case was read, and where there is none."""
    is_first: bool = False
    """Whether somebody is here for the first time: nothing was played yet, and nobody said they know their way."""
    is_member: bool = False
    """Whether they joined a server."""
    news: News | None = None
    """What that server tells; None until it has answered."""
    trouble: str = ""
    """Why nothing is kept, in a sentence; empty where all is well."""
