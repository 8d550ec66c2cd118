"""A user's folder of their own for every test, and the commands run with what is typed."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from game.paths import HOME_VARIABLE
from game.terminal.commands import again, play, replay

CALLBACK = Path(__file__).parents[1] / "callback.yaml"


class Ran(NamedTuple):
    """How a command went."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything of the user's is kept in."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.delenv("COLUMNS", raising=False)
    return folder


@pytest.fixture
def run_play(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Play the small case, or another, with the lines typed."""

    def run(*typed: str, case: str | None = str(CALLBACK), **options: Any) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = play(case, **options)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def run_replay(capsys: pytest.CaptureFixture[str]) -> Run:
    """Replay a journal."""

    def run(journal: Path, **options: Any) -> Ran:
        code = replay(journal, **options)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def run_again(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Try again from a decision of a journal's play, with the lines typed."""

    def run(*typed: str, journal: Path, number: int) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = again(journal, number)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def journals(home: Path) -> Callable[[], list[Path]]:
    """The journals there are."""
    return lambda: sorted((home / "records" / "people").glob("*/journals/*"))
