"""How large a window may be on its display."""

from __future__ import annotations

import pygame

__all__ = ["fitting"]

_FRAME = (16, 72)
"""What a title bar, borders and a task bar may take: SDL tells the whole display, not what is free of it."""


def fitting(
    size: tuple[int, int], smallest: tuple[int, int], displays: list[tuple[int, int]] | None = None
) -> tuple[int, int]:
    """A size as near to the wanted one as the first display has room for, its frame included; never below `smallest`.

    Args:
        displays: the sizes of the displays; asked of the system unless said.
    """
    found = pygame.display.get_desktop_sizes() if displays is None else displays
    if not found:
        return size
    room = (found[0][0] - _FRAME[0], found[0][1] - _FRAME[1])
    return (max(smallest[0], min(size[0], room[0])), max(smallest[1], min(size[1], room[1])))
