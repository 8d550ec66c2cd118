"""A user's folder of their own for every test, and the small case to play in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.paths import HOME_VARIABLE
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from tests.callback import CALLBACK


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything of the user's is kept in."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def book() -> Playbook:
    """The case, compiled."""
    return compile_scenario(CALLBACK)
