"""The keyboard while a field has the focus: letters come as text, through input methods and keyboards on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.window.widgets.widget import Widget

__all__ = ["Keyboard"]


class Keyboard:
    """Asks the system for text while it is wanted, and tells where it will stand."""

    def __init__(self) -> None:
        self.is_writing = False
        """Whether keys write instead of acting."""
        self._place: pygame.Rect | None = None
        # SDL begins with it switched on; an input method would then take number keys that belong to the game.
        pygame.key.stop_text_input()

    def follow(self, focus: Widget | None, density: float) -> None:
        """Look whether what has the focus is written into; cheap where nothing changed."""
        wants_text = focus is not None and focus.takes_text
        if wants_text and focus is not None and focus.rect != self._place:
            self._place = focus.rect.copy()
            x, y, width, height = (round(pixels / density) for pixels in self._place)
            pygame.key.set_text_input_rect(pygame.Rect(x, y, width, height))
        if wants_text == self.is_writing:
            return
        self.is_writing = wants_text
        if wants_text:
            pygame.key.start_text_input()
        else:
            self._place = None
            pygame.key.stop_text_input()
