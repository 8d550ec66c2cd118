"""`preview`: in the window where there is one, else in the terminal."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import __main__ as program
from game.commands import preview
from game.paths import HOME_VARIABLE

CALLBACK = Path(__file__).parents[1] / "callback.yaml"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's own folder, which a preview does not even make; nothing is typed."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    yield folder
    assert not folder.exists()


def test_what_is_typed_is_understood() -> None:
    """A file, where to play it, and whether time runs out."""
    parser = argparse.ArgumentParser()
    preview.options(parser)
    args = parser.parse_args(["a.yaml", "--terminal", "--timers", "--scenarios", "team"])
    assert (args.file, args.terminal, args.timers, args.scenarios) == ("a.yaml", True, True, [Path("team")])


def test_without_a_display_the_preview_runs_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says why."""
    monkeypatch.setattr(preview, "display_available", lambda: False)
    assert program.main(["preview", str(CALLBACK)]) == 0
    out, err = capsys.readouterr()
    assert "No display can be opened here, so the preview runs in the terminal." in err
    assert "Chapter: The call" in out


def test_a_window_that_does_not_open_is_no_reason_to_stop(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The terminal takes over."""
    import game.window.preview
    from game.window import NoDisplay

    def refuse(*_args: object, **_options: object) -> int:
        raise NoDisplay("No window can be opened: there is no screen.")

    monkeypatch.setattr(preview, "display_available", lambda: True)
    monkeypatch.setattr(game.window.preview, "preview", refuse)
    assert program.main(["preview", str(CALLBACK)]) == 0
    out, err = capsys.readouterr()
    assert "there is no screen. So the preview runs in the terminal." in err
    assert "Chapter: The call" in out


def test_timers_run_where_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """As they do in a play."""
    assert program.main(["preview", str(CALLBACK), "--terminal", "--timers"]) == 0
    assert "then you have 30 seconds to answer" in capsys.readouterr().out
