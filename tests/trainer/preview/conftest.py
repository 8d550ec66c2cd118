"""A case in a file that is saved again and again, a preview of it, and a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.loader import scenario_folders
from game.paths import HOME_VARIABLE
from game.session.view import Chosen, Unanswered
from game.trainer.preview import News, Preview
from game.trainer.preview.watch import SETTLES

CALLBACK = Path(__file__).parents[2] / "callback.yaml"


class Clock:
    """Seconds, as many as a test wants to have passed."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


class Desk:
    """An author's desk: a file, its preview, and what is done with both."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = Clock()
        path.write_bytes(CALLBACK.read_bytes())
        self.preview = self.open()

    def open(self, name: str | None = None) -> Preview:
        """Preview the file, or another."""
        return Preview(str(self.path) if name is None else name, scenario_folders(), clock=self.clock)

    @property
    def text(self) -> str:
        """The file."""
        return self.path.read_text("utf-8")

    def save(self, text: str) -> News:
        """Save by writing a new file and renaming it into the place, as many editors do, and look."""
        fresh = self.path.with_suffix(".new")
        fresh.write_text(text, "utf-8")
        fresh.replace(self.path)
        return self.preview.look()

    def edit(self, old: str, new: str) -> News:
        """Save with something written otherwise, and look."""
        assert old in self.text
        return self.save(self.text.replace(old, new))

    def settle(self) -> News:
        """Let the time pass after which a file is no longer taken for half written, and look."""
        self.clock.now += SETTLES
        return self.preview.look()

    def take(self, *names: str) -> None:
        """Decide; `scene/silence` lets the time run out."""
        assert self.preview.kept is not None
        for name in names:
            session = self.preview.kept.session
            session.fall_silent(0) if name.endswith("/silence") else session.take(name, 0)

    @property
    def told(self) -> list[str]:
        """The decisions the play tells."""
        assert self.preview.kept is not None
        said = self.preview.kept.session.view.said
        return [entry.choice for entry in said if isinstance(entry, Chosen | Unanswered)]

    @property
    def scene(self) -> str:
        """Where the play stands."""
        return self.preview.backstage.scene


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder everything of the user's is kept in; it is not even made by a preview."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    yield folder
    assert not folder.exists()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with the small case on it."""
    return Desk(tmp_path / "callback.yaml")
