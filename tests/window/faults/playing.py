"""A process of its own that plays in the window: python playing.py FOLDER

It takes one decision, says so, and plays on until it is stopped.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pygame

from game.__main__ import main
from game.window.app import App
from game.window.screens.conversation import Conversation
from game.window.settings import Settings

__all__: list[str] = []

_run = App.run


def _run_and_decide(app: App) -> None:
    """Take the first choice as soon as there is one; then run as always."""
    app.stage.adjust(Settings(is_still=True))

    def has_decided() -> bool:
        screen = app.stage.screen
        assert isinstance(screen, Conversation)
        if screen.view.decisions == 0 and not screen.is_telling:
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="1"))
        return screen.view.decisions > 0

    _run(app, until=has_decided)
    print("decided", flush=True)
    _run(app)
    print("left", flush=True)


if __name__ == "__main__":
    App.run = _run_and_decide  # type: ignore[assignment,method-assign]
    sys.exit(main(["play", str(Path(sys.argv[1]) / "lost-reservation.yaml")]))
