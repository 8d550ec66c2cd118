"""The disk's last byte: whichever write fails, the game says so, and is played to its end."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.paths import HOME_VARIABLE
from tests.window.faults.turned import Game, opened

WRITING = ("write", "fsync", "ftruncate", "replace", "rename", "mkdir", "open")
CREATES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
TINY = (64, 48)
"""Hardly anything is painted: what is told stands in the tree."""
FULL = "There is no room left on the disk"


class Disk:
    """Counts what is written, and is full from some write on, for once or for good."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.writes = 0
        self.full_at = 0
        """The number of the first write that fails; 0 for none."""
        self.stays_full = False
        self.failed = ""
        """What failed first."""
        for name in WRITING:
            monkeypatch.setattr(os, name, self._counted(name, getattr(os, name)))

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if name == "open" and not arguments[1] & CREATES:
                return real(*arguments, **options)
            self.writes += 1
            if self.full_at and (self.writes == self.full_at or (self.stays_full and self.writes > self.full_at)):
                self.failed = self.failed or name
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **options)

        return call


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk that counts."""
    return Disk(monkeypatch)


def play_through(game: Game) -> str:
    """Everything that writes: begin, decide, take back, set something, end, go home; what was told on the way."""
    told = [game.told, game.words if FULL in game.words else ""]
    game.begin()
    told.append(game.told)
    if game.talk.open_dialog:
        game.press("close")
    told.append(_decided(game, "lobby/deposit"))
    game.press("take-back")
    told.append(game.told)
    if game.talk.open_dialog:
        game.press("close")
    game.app.stage.adjust(replace(game.app.stage.settings, volume=10, is_still=True))
    game.turn()
    told.append(game.told)
    while game.offers:
        told.append(_decided(game, game.offers[0]))
    game.press("choice-1")
    told.append(game.told)
    assert game.screen == "Debriefing"
    game.press("close")
    told.append(game.told)
    assert game.screen == "Home"
    return "\n".join(told)


def _decided(game: Game, token: str) -> str:
    """Decide, if need be without a record; what was told."""
    before = game.decisions
    game.take(token)
    told = game.told
    if game.talk.open_dialog == "trouble":
        assert game.decisions == before
        game.press("unkept")
        game.take(token)
    assert game.decisions == before + 1
    return told


@contextmanager
def at(home: Path) -> Iterator[None]:
    """Play with another folder of the user's own."""
    before = os.environ[HOME_VARIABLE]
    os.environ[HOME_VARIABLE] = str(home)
    try:
        yield
    finally:
        os.environ[HOME_VARIABLE] = before


@pytest.mark.parametrize("stays_full", [False, True], ids=["for-once", "for-good"])
def test_whichever_write_fails_it_is_told_and_the_case_is_played_to_its_end(
    disk: Disk, tmp_path: Path, stays_full: bool
) -> None:
    """Every write of a whole play, one after the other; with room again, the game opens as if nothing had been."""
    with at(tmp_path / "counted"), opened(TINY) as game:
        first = disk.writes
        assert FULL not in play_through(game)
    writes, silent = disk.writes, []
    assert writes - first > 20
    disk.stays_full = stays_full
    for number in range(1, writes + 1, 3 if stays_full else 1):
        with at(tmp_path / str(number)):
            disk.writes, disk.full_at, disk.failed = 0, number, ""
            with opened(TINY) as game:
                if FULL not in play_through(game) and "Nothing of this play can be kept" not in game.words:
                    silent.append(disk.failed)
            disk.full_at = 0
            with opened(TINY) as again:
                assert again.screen == "Home"
                assert FULL not in again.words
    assert set(silent) <= {"mkdir"}  # of a folder that is there already: nobody minds
    assert len(silent) < writes / 4


def _is_mounted(folder: Path) -> bool:
    """Have a disk of four megabytes at a folder; only root may."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A real disk with little room, as the user's own folder."""
    folder = tmp_path / "disk"
    if not _is_mounted(folder):
        pytest.skip("only root may mount a small disk; without one, each write fails in the tests above")
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _fill(disk: Path) -> None:
    """Take every byte that is left."""
    size = 1 << 16
    with (disk / "ballast").open("ab", buffering=0) as ballast:
        while size:
            try:
                ballast.write(b"x" * size)
            except OSError:
                size //= 2


@pytest.mark.parametrize("when", ["home", "begin", "decide", "end"])
def test_a_disk_that_is_really_full_costs_no_more_than_what_it_has_no_room_for(small_disk: Path, when: str) -> None:
    """The database, too: from some moment on nothing can be kept; with room again all that was is there."""
    with opened() as game:
        if when == "home":
            _fill(small_disk)
        game.begin("graded")
        if game.talk.open_dialog:
            assert FULL in game.told
            game.press("close")
        if when == "begin":
            _fill(small_disk)
        _decided(game, "lobby/listen")
        if when == "decide":
            _fill(small_disk)
        _decided(game, "search/honest")
        if when == "end":
            _fill(small_disk)
        game.press("choice-1")
        assert "1000 of 1000" in game.words
        game.press("close")
        assert game.screen == "Home"
    (small_disk / "ballast").unlink()
    with opened() as again:
        history = again.journey.trainee.history
        assert [result.score for result in history] == ([] if when == "home" else [1000])
        assert FULL not in again.words
