"""The first steps as a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.screens.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.looks.portrait import Look

__all__ = ["FirstSteps"]


class FirstSteps(Screen):
    """A short case with hints beside what they explain, then its debrief and its mirror; nothing of it is kept.

    Args:
        on_done: all was seen.
        on_skip: the trainee leaves before.
        avatar: how the trainee is drawn in the mirror; None for the person of the case.
    """

    def __init__(
        self, *, on_done: Callable[[], None], on_skip: Callable[[], None], avatar: Look | None = None
    ) -> None:
        super().__init__()
        self.on_done = on_done
        self.on_skip = on_skip
        self.avatar = avatar
