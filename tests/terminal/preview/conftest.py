"""A preview in plain lines of a file that is saved meanwhile, and the proof that nothing of it is kept."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.paths import HOME_VARIABLE
from game.terminal.preview import preview
from tests.terminal.conftest import CALLBACK, Ran

Deed = str | Callable[[], object]
"""A line that is typed, or something that is done before the next."""


class Typist(io.StringIO):
    """Types lines, and does something else between them."""

    def __init__(self, *deeds: Deed) -> None:
        super().__init__()
        self._deeds = list(deeds)

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        """The next line; nothing when all are typed."""
        while self._deeds:
            deed = self._deeds.pop(0)
            if isinstance(deed, str):
                return f"{deed}\n"
            deed()
        return ""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder everything of the user's is kept in; a preview does not even make it."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.delenv("COLUMNS", raising=False)
    yield folder
    assert not folder.exists()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The small case, in a file of its own."""
    path = tmp_path / "callback.yaml"
    path.write_bytes(CALLBACK.read_bytes())
    return path


@pytest.fixture
def run(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Preview the file with what is typed and done."""

    def run(*deeds: Deed, file: str = str(case), timers: bool = False) -> Ran:
        monkeypatch.setattr(sys, "stdin", Typist(*deeds))
        code = preview(file, timers=timers)
        return Ran(code, *capsys.readouterr())

    return run
