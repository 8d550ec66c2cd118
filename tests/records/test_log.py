"""The log: a traceback for whoever mends it, nothing of the player's."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import paths
from game.records.log import keep_log, note

DIARY = "/home/lea/diary.txt"


@pytest.fixture(autouse=True)
def log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A log in a home of the test's own; the logger is left as it was."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "Lea"))
    logger = logging.getLogger("game")
    before = logger.handlers[:], logger.propagate
    logger.handlers.clear()
    yield tmp_path / "Lea" / "log" / "gastgeber.log"
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:], logger.propagate = before


def test_keeping_a_log_makes_no_file_before_there_is_something_to_say(log: Path) -> None:
    """A start that goes well leaves nothing."""
    keep_log()
    keep_log()
    assert not log.exists()
    logging.getLogger("game.window").warning("No sound card")
    assert log.read_text().count("No sound card") == 1


def test_only_figures_and_kinds_are_filled_in(log: Path) -> None:
    """Names, words and paths may be somebody's."""
    keep_log()
    logging.getLogger("game.loader").warning("%s took %d ms, at %s", "Lea Huber", 12, Path("/home/lea"))
    logging.getLogger("game.loader").warning("%(who)s said %(count)d", {"who": "Lea", "count": 3})
    written = log.read_text()
    assert "WARNING game.loader: <str> took 12 ms, at <PosixPath>" in written.replace("WindowsPath", "PosixPath")
    assert "<str> said 3" in written
    assert "Lea" not in written
    assert "lea" not in written


def test_an_error_is_noted_with_its_causes_but_without_its_words(log: Path) -> None:
    """The traceback shows the program's lines, from the program's folder on."""

    def read(text: str) -> None:
        try:
            open(text)  # noqa: PTH123, SIM115 - to get the system's own error
        except OSError as error:
            raise KeyError(text) from error

    with pytest.raises(KeyError) as caught:
        read(DIARY)
    assert note(caught.value) == log
    written = log.read_text()
    assert "tests/records/test_log.py:" in written
    assert "FileNotFoundError ENOENT\nwhich led to\n" in written
    assert written.endswith("KeyError\n")
    assert "/home" not in written
    assert "diary" not in written
    assert str(paths.program()) not in written


def test_the_log_stays_small(log: Path) -> None:
    """The oldest notes go; at most three files of 200 kB are kept."""
    keep_log()
    for _ in range(3000):
        logging.getLogger("game").warning("x" * 300)
    files = sorted(log.parent.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= 200_000 for file in files)


def test_where_no_log_can_be_written_the_answer_is_none(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is complained about: the game goes on."""
    log.parent.parent.mkdir()
    log.parent.write_text("a file where the folder should be")
    assert note(ValueError()) is None
    assert capsys.readouterr().err == ""
