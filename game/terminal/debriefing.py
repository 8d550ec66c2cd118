"""The debrief printed: the score, where every lost point went, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.account import account, refused_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.debrief import Debrief
    from game.scenario.model import Habit
    from game.terminal.page import Page

__all__ = ["refused_line", "tell_debrief"]

_INDENT = 4


def tell_debrief(page: Page, debrief: Debrief, habits: Mapping[str, Habit], *, is_ending_told: bool = False) -> None:
    """Print a debrief; without the ending's title where it was just told."""
    page.gap()
    for line in account(debrief, habits, is_ending_told=is_ending_told):
        if line:
            page.say(line, indent=_INDENT if line.startswith(" ") else 0)
        else:
            page.gap()
