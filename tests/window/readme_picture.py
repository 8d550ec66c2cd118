"""Paints the picture of the README from a real case, as a player sees it:

    python3 -m tests.window.readme_picture

writes assets/pictures/conversation.png. Look at it before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from game import paths
from game.loader import find_scenarios
from game.records import unkept
from game.session.compiler import compile_scenario
from game.window.input import Digit
from game.window.screens.conversation import Conversation
from game.window.settings import Settings
from game.window.stage import Stage

__all__ = ["CHOICES", "paint"]

CASE = "defective-return"
CHOICES = ("counter/five-to", "receipt/ask-inside", "supper/the-booklet")
SEED = 3
SIZE = (1280, 800)
READING = 30
"""Seconds in which everything can be read, before the time to answer runs."""
SECONDS = 6
"""Of the time to answer that are gone in the picture."""


def paint() -> pygame.Surface:
    """The conversation after those choices, in the light palette."""
    pygame.font.init()
    scenario = find_scenarios([paths.shipped_scenarios()]).reading(CASE).scenario
    if scenario is None:
        raise SystemExit(f"{CASE} cannot be read")
    session = unkept(compile_scenario(scenario), CASE, "practice", SEED).session

    def nothing() -> None:
        """Nobody leaves the picture."""

    stage = Stage(
        Conversation(session, on_end=nothing, on_leave=nothing, on_unkept=nothing, on_anew=nothing),
        Settings(is_still=True),
        SIZE,
    )
    stage.tick(0.0)
    for token in CHOICES:
        offers = [offer.token for offer in session.view.offers]
        if token not in offers:
            raise SystemExit(f"{token} is not on offer; there are {', '.join(offers)}")
        stage.act(Digit(offers.index(token) + 1))
        stage.tick(0.0)
    for second in (READING, READING + SECONDS):
        stage.tick(float(second))
    picture = pygame.Surface(SIZE)
    stage.paint(picture)
    return picture


if __name__ == "__main__":
    target: Path = paths.assets() / "pictures" / "conversation.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(paint(), target)
    print(target)
