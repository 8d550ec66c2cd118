"""The gallery's screens in a window of their own: shows whichever is named on the standard input, a name a line."""

from __future__ import annotations

import sys

import pygame

from game.window.app import App
from tests.window.gallery import SCREENS

__all__ = ["main"]


def main() -> None:
    """Show one screen after the other until the input ends; say each name once its tree is told.

    No screen is told the time, so that each stays as it is.
    """
    pygame.font.init()
    first = next(iter(SCREENS.values()))()
    app = App(first.screen, first.settings)
    app.paint()
    for line in sys.stdin:
        name = line.strip()
        for event in pygame.event.get():
            app.handle(event, 0.0)  # that the window has the focus, for one
        app.stage = SCREENS[name]((1280, 800))
        app.paint()
        print(name, flush=True)
    app.close()


if __name__ == "__main__":
    main()
