"""One picture fading into the next, where a screen or a dialog comes or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.window.motion import STILL

if TYPE_CHECKING:
    import pygame

    from game.window.motion import Motion

__all__ = ["DIALOGS", "SCREENS", "Fade"]

SCREENS = 0.18
DIALOGS = 0.12
"""Seconds."""
_FULL = 255


class Fade:
    """Keeps the picture that goes, and lets it fade over the one that comes."""

    def __init__(self) -> None:
        self.motion = STILL
        self._shown: pygame.Surface | None = None
        self._former: pygame.Surface | None = None

    def begin(self, motion: Motion) -> None:
        """Let what was painted last fade out; nothing fades before there was a picture."""
        if self._shown is not None:
            self._former = self._shown.copy()
            self.motion = motion

    def forget(self) -> None:
        """Keep nothing: the window's picture is gone, as when its size changes."""
        self._shown = self._former = None
        self.motion = STILL

    def paint(self, surface: pygame.Surface, now: float) -> None:
        """Paint what is left of the former picture; in a window of another size nothing is."""
        former = self._former
        if former is not None and (self.motion.is_over(now) or former.get_size() != surface.get_size()):
            self._former, self.motion = None, STILL
        elif former is not None:
            former.set_alpha(round(_FULL * (1 - self.motion.eased(now))))
            surface.blit(former, (0, 0))
        self._shown = surface
