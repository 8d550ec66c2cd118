"""Kills, full disks, folders that may not be written."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from game.records import Trouble, begin, current_person, resume, shelf, unkept
from game.records.trouble import cause
from game.scenario.revision import canonical
from game.session.journal import Decision, read_journal
from game.session.playbook import Playbook

ROOT = Path(__file__).parents[2]
LOOKS = ["call/look"] * 40

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither kill -9 nor limits of a process")


@contextmanager
def player(journal: str, names: list[str], limit: int = 0) -> Iterator[subprocess.Popen[str]]:
    """A process that plays; killed at the end, however the test went."""
    command = [sys.executable, "-m", "tests.records.player", journal, str(limit), *names]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line it says."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def choices_in(path: Path) -> list[str]:
    """What a journal's sound part holds."""
    journal = read_journal(path.read_bytes()).journal
    assert journal is not None
    return [each.choice for each in journal.records if isinstance(each, Decision)]


@needs_posix
@pytest.mark.parametrize("moment", [0, 1, 2, 3, 7, 20, 40])
def test_a_killed_process_loses_no_decision_it_took(moment: int) -> None:
    """Killed with -9 right after so many decisions: they are all there, and play goes on from them."""
    with player("new", LOOKS) as process:
        path = Path(heard(process))
        said = [heard(process) for _ in range(moment)]
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert said == LOOKS[:moment]
    offered = shelf().unfinished
    assert [each.path for each in offered] == [path]
    assert moment <= offered[0].decisions <= len(LOOKS)
    with resume(path) as kept:
        assert len(kept.session.journal.records) == offered[0].decisions
        kept.session.take("call/listen", 2)
    assert choices_in(path) == [*LOOKS[: offered[0].decisions], "call/listen"]


@needs_posix
def test_a_session_killed_again_and_again_comes_to_its_end() -> None:
    """Each process takes one decision and is killed; the next goes on, and none is locked out by a dead one."""
    names = ["call/look", "call/listen", "plan/promise", "next-day/call"]
    journal = "new"
    for name in names:
        with player(journal, [name]) as process:
            journal = heard(process)
            assert heard(process) == name
            process.send_signal(signal.SIGKILL)
            process.wait()
    assert choices_in(Path(journal)) == names
    assert shelf() == ((), ())


@needs_posix
def test_another_process_does_not_get_an_open_journal() -> None:
    """Nor does a look at what is unfinished disturb the one that plays."""
    with player("new", ["call/look"]) as process:
        path = Path(heard(process))
        assert heard(process) == "call/look"
        with pytest.raises(Trouble, match="open in another window"):
            resume(path)
        assert [each.decisions for each in shelf().unfinished] == [1]
    with resume(path) as kept:
        assert len(kept.session.journal.records) == 1


@needs_posix
def test_a_decision_the_disk_has_no_room_for_was_not_taken() -> None:
    """Half a line was written: it is taken back, the user is told, and with room again play goes on."""
    with player("new", ["call/look"]) as process:
        path = Path(heard(process))
        assert heard(process) == "call/look"
    size = path.stat().st_size
    with player(str(path), ["call/shrug", "call/listen"], limit=size + 9) as process:
        assert heard(process) == str(path)
        assert heard(process).startswith(f"trouble: {path} could not be used")
        assert heard(process) == "call/listen"
        assert heard(process) == "waiting"
    assert choices_in(path) == ["call/look", "call/listen"]
    assert read_journal(path.read_bytes()).fault is None


def test_a_piece_that_cannot_be_removed_at_once_is_removed_before_the_next_line(
    book: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile it has no line end, so it counts for nothing."""
    with begin(book, "callback", "practice", 7) as kept:
        path = kept.path
        assert path is not None
        kept.session.take("call/look", 1)
        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", _fails)
            broken.setattr(os, "ftruncate", _fails)
            with pytest.raises(Trouble, match="no room left"):
                kept.session.take("call/shrug", 2)
        path.write_bytes(path.read_bytes()[:-1])  # the piece, as a full disk leaves it
        assert len(choices_in(path)) == 1
        kept.session.take("call/listen", 3)
    assert choices_in(path) == ["call/look", "call/listen"]


def test_play_goes_on_unkept_where_the_user_was_told(book: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept until then stays, and can be taken up again."""
    with begin(book, "callback", "practice", 7) as kept:
        kept.session.take("call/look", 1)
        monkeypatch.setattr(os, "fsync", _fails)
        with pytest.raises(Trouble):
            kept.session.take("call/listen", 2)
        kept.stop_keeping()
        kept.session.take("call/listen", 3)
        kept.session.take("plan/promise", 4)
        assert not kept.is_kept
    assert [each.decisions for each in shelf().unfinished] == [1]


def test_a_journal_deleted_while_it_is_written_is_told(book: Playbook) -> None:
    """On some systems a file can be deleted while it is open; writing on would keep nothing."""
    with begin(book, "callback", "practice", 7) as kept:
        assert kept.path is not None
        try:
            kept.path.unlink()
        except PermissionError:
            return  # Windows deletes no open file
        with pytest.raises(Trouble, match="was deleted"):
            kept.session.take("call/look", 1)
        assert kept.session.journal.records == ()


def test_a_play_whose_journal_is_gone_is_kept_in_a_new_file(book: Playbook) -> None:
    """All that was decided stands in it, and what follows; the play can be taken up from there."""
    with begin(book, "callback", "practice", 7) as kept:
        kept.session.take("call/look", 1)
        lost = kept.path
        assert lost is not None
        try:
            lost.unlink()
        except PermissionError:
            return  # Windows deletes no open file
        with pytest.raises(Trouble, match="was deleted"):
            kept.session.take("call/listen", 2)
        path = kept.keep_anew()
        assert (path == kept.path, path == lost, kept.is_kept) == (True, False, True)
        kept.session.take("call/listen", 3)
    assert choices_in(path) == ["call/look", "call/listen"]
    assert [each.decisions for each in shelf().unfinished] == [2]


def test_where_a_new_file_cannot_be_written_either_all_is_as_it_was(
    book: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half of a journal is left, and the old one goes on as soon as there is room."""
    with begin(book, "callback", "practice", 7) as kept:
        kept.session.take("call/look", 1)
        path = kept.path
        assert path is not None
        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", _fails)
            with pytest.raises(Trouble):
                kept.keep_anew()
        assert kept.path == path
        assert sorted(path.parent.iterdir()) == [path]
        kept.session.take("call/listen", 2)
    assert choices_in(path) == ["call/look", "call/listen"]
    with pytest.raises(Trouble, match="was never kept"):
        unkept(book, "callback", "practice", 7).keep_anew()


def test_a_head_that_cannot_be_written_leaves_no_journal(
    book: Playbook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal is never there without the case it belongs to."""
    with begin(book, "callback", "practice", 7):
        pass
    monkeypatch.setattr(os, "write", _fails)
    with pytest.raises(Trouble, match="no room left"):
        begin(book, "callback", "practice", 7)
    assert len(list((home / "records" / "people").glob("*/journals/*"))) == 1


def test_a_copy_that_cannot_be_written_leaves_no_draft(
    book: Playbook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no session begins that could not be replayed."""
    monkeypatch.setattr(os, "fsync", _fails)
    with pytest.raises(Trouble, match="no room left"):
        begin(book, "callback", "practice", 7)
    assert [each for each in home.rglob("*") if each.is_file()] == []


def test_a_copy_that_cannot_be_finished_leaves_the_one_before(
    book: Playbook, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged copy is better than half a one: the next start replaces it."""
    with begin(book, "callback", "practice", 7):
        pass
    copy = home / "records" / "revisions" / f"{book.revision}.json"
    copy.write_bytes(b"damaged")
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _fails)
        with pytest.raises(Trouble, match="no room left"):
            begin(book, "callback", "practice", 7)
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    assert copy.read_bytes() == b"damaged"
    with begin(book, "callback", "practice", 7):
        assert copy.read_bytes() == canonical(book.scenario)


@pytest.mark.parametrize("is_written", [True, False])
def test_two_starts_may_write_the_same_copy_at_once(
    book: Playbook, home: Path, monkeypatch: pytest.MonkeyPatch, is_written: bool
) -> None:
    """Windows refuses to replace a file that is being read; if it is there in whole, that is as good."""
    current_person()
    copy = home / "records" / "revisions" / f"{book.revision}.json"

    def refused(draft: Path, _target: Path) -> None:
        if is_written:
            copy.write_bytes(draft.read_bytes())
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", refused)
    if is_written:
        with begin(book, "callback", "practice", 7) as kept:
            assert kept.is_kept
    else:
        with pytest.raises(Trouble, match="not allowed"):
            begin(book, "callback", "practice", 7)


def test_an_interrupted_line_does_not_stay_in_the_way(book: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the midst of writing: the decision was not taken, and the next one is written in its place."""
    with begin(book, "callback", "practice", 7) as kept:
        path = kept.path
        assert path is not None
        with monkeypatch.context() as pressed:
            pressed.setattr(os, "fsync", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                kept.session.take("call/shrug", 1)
        kept.session.take("call/listen", 2)
        assert len(kept.session.journal.records) == 1
    assert choices_in(path) == ["call/listen"]


def test_a_damaged_journal_that_cannot_be_copied_aside_stays_as_it_is(
    book: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rather no session than a lost byte."""
    with begin(book, "callback", "practice", 7) as kept:
        kept.session.take("call/look", 1)
        path = kept.path
    assert path is not None
    damaged = path.read_bytes() + b"nonsense\n"
    path.write_bytes(damaged)
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _fails)
        with pytest.raises(Trouble, match="no room left"):
            resume(path)
    assert path.read_bytes() == damaged
    with resume(path) as again:
        assert len(again.session.journal.records) == 1


def test_where_every_name_is_taken_it_is_told(book: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal is never written over another."""
    monkeypatch.setattr("secrets.token_hex", lambda _size: "00000000")
    monkeypatch.setattr("game.records.sessions.datetime", _Still)
    with begin(book, "callback", "practice", 7) as kept, pytest.raises(Trouble, match="No free name was found"):
        begin(book, "callback", "practice", 7)
    assert kept.path is not None
    assert kept.path.name == "20260102T030405Z-callback-00000000.jsonl"


class _Still(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> _Still:
        return cls(2026, 1, 2, 3, 4, 5, tzinfo=tz)


def test_a_file_in_the_folder_s_place_is_told(book: Playbook, home: Path) -> None:
    """The records folder cannot be made, and cannot be looked through."""
    home.mkdir()
    (home / "records").write_text("mine")
    with pytest.raises(Trouble, match="file of another kind is in its way"):
        begin(book, "callback", "practice", 7)
    with pytest.raises(Trouble):
        shelf()
    assert (home / "records").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt", reason="Windows goes by other rights than chmod's")
def test_a_folder_that_may_not_be_written_is_told(book: Playbook, home: Path) -> None:
    """Nothing begins, nothing is resumed, and the sentence names the place."""
    with begin(book, "callback", "practice", 7) as kept:
        path = kept.path
    assert path is not None
    path.parent.chmod(0o500)
    with _nobody(), pytest.raises(Trouble, match="not allowed to use") as told:
        begin(book, "callback", "practice", 7)
    path.parent.chmod(0o700)
    assert str(home / "records") in str(told.value)
    path.chmod(0o400)
    with _nobody(), pytest.raises(Trouble, match="not allowed to use"):
        resume(path)
    with pytest.raises(Trouble, match="is not there"):
        resume(path.with_name("gone.jsonl"))


def test_each_cause_has_its_sentence(tmp_path: Path) -> None:
    """All of them name the file; an unknown one is told in the system's own words."""
    codes = (
        errno.ENOSPC,
        errno.EROFS,
        errno.EACCES,
        errno.ENOENT,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EIO,
    )
    told = [cause(OSError(code, os.strerror(code)), tmp_path) for code in codes]
    assert len(set(told)) == len(codes)
    assert all(str(tmp_path) in each for each in told)
    assert os.strerror(errno.EIO) in told[-1]


def _fails(*_arguments: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _interrupted(_descriptor: int) -> None:
    raise KeyboardInterrupt


@contextmanager
def _nobody() -> Iterator[None]:
    """Without root's rights, for whom every folder is open."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(user)
