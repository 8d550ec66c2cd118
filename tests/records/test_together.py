"""Several files are all written, or none of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from game.records import Trouble
from game.records.together import Write, write_together


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, drafts included, and every folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def writes(tmp_path: Path) -> list[Write]:
    """A new file in a new folder, one in the place of another, and one more."""
    (tmp_path / "b").write_bytes(b"old")
    return [
        Write(tmp_path / "x" / "y" / "a", b"new a", None),
        Write(tmp_path / "b", b"new b", b"old"),
        Write(tmp_path / "c", b"new c", None),
    ]


def test_all_are_written(tmp_path: Path, writes: list[Write]) -> None:
    """With the folders they lie in; nothing else is left."""
    write_together(writes)
    assert tree(tmp_path) == {"b": b"new b", "c": b"new c", "x": b"", "x/y": b"", "x/y/a": b"new a"}
    write_together([])


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_where_one_cannot_be_written_none_is(
    tmp_path: Path, writes: list[Write], monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    """Wherever the disk is full: all is as it was, and that is said."""
    count = 0

    really = Path.replace

    def may_fail() -> None:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(errno.ENOSPC, "No space left on device")

    def synced(_descriptor: int) -> None:
        may_fail()

    def replaced(draft: Path, path: Path) -> Path:
        may_fail()
        return really(draft, path)

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", synced)
    else:
        monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(Trouble, match=r"no room left on the disk for .* Nothing was changed\."):
        write_together(writes)
    monkeypatch.undo()
    assert tree(tmp_path) == {"b": b"old"}


def test_a_file_that_changes_meanwhile_is_left_alone(tmp_path: Path, writes: list[Write]) -> None:
    """Somebody may have it open in an editor."""
    (tmp_path / "b").write_bytes(b"newer")
    with pytest.raises(Trouble, match=r"b was changed by somebody else meanwhile\. Nothing was changed\."):
        write_together(writes)
    assert tree(tmp_path) == {"b": b"newer"}
    (tmp_path / "b").write_bytes(b"old")
    (tmp_path / "c").write_bytes(b"somebody's")
    with pytest.raises(Trouble, match="c was changed"):
        write_together(writes)
    assert tree(tmp_path) == {"b": b"old", "c": b"somebody's"}


def test_what_cannot_be_undone_is_told(tmp_path: Path, writes: list[Write], monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name: the state is never left unclear."""
    really = Path.unlink
    (tmp_path / "c").mkdir()

    def kept(path: Path, missing_ok: bool = False) -> None:
        if path.name == "a":
            raise PermissionError(errno.EACCES, "Permission denied")
        really(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", kept)
    with pytest.raises(Trouble, match=r"is a folder.* undone, but for these files, which are new already: .*a\."):
        write_together(writes)


def test_a_stop_leaves_nothing_behind(tmp_path: Path, writes: list[Write], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two files undoes the first."""
    really = Path.replace
    count = 0

    def stopped(draft: Path, path: Path) -> Path:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return really(draft, path)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_together(writes)
    monkeypatch.undo()
    assert tree(tmp_path) == {"b": b"old"}
