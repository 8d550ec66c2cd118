"""A display nobody sees, a folder of the user's own, and the case the window is tested on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.paths import HOME_VARIABLE
from game.window.hyphens import learn

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything of the user's is kept in."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True, scope="session")
def fonts() -> Iterator[None]:
    """Fonts ready to be measured."""
    import pygame

    pygame.font.init()
    for tag in ("de", "en"):
        learn(tag)  # or lines would break elsewhere as soon as a thread has read how words are divided
    yield
    pygame.quit()
