from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import msgspec
import pytest

from game.records import Kept, Trouble, begin, current_person, resume, shelf, unkept
from game.scenario.conditions import Fact
from game.scenario.model import Exit, Name
from game.scenario.revision import canonical
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Rewind, Untimed, read_journal
from game.session.playbook import Playbook
from game.session.rules import NotAvailable
from game.session.state import Stop
from tests.callback import CALLBACK

PLAY = ("call/look", "call/listen", "plan/both", "next-day/call")


def journal_of(kept: Kept) -> Path:
    """Where a session is kept."""
    assert kept.path is not None
    return kept.path


def played(book: Playbook, *names: str) -> Path:
    """A session played and left."""
    with begin(book, "callback", "practice", 7) as kept:
        for number, name in enumerate(names):
            kept.session.take(name, 100 * number)
        return journal_of(kept)


def test_a_session_lies_in_the_user_s_folder_from_its_beginning(book: Playbook, home: Path) -> None:
    """The journal's name tells when and what; the copy of the revision is the canonical JSON, named by its hash."""
    path = played(book)
    assert path.parent == home / "records" / "people" / current_person().id / "journals"
    assert re.fullmatch(r"\d{8}T\d{6}Z-callback-[0-9a-f]{8}\.jsonl", path.name)
    copy = home / "records" / "revisions" / f"{book.revision}.json"
    assert copy.read_bytes() == canonical(CALLBACK)
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]
    journal = read_journal(path.read_bytes()).journal
    assert journal is not None
    assert journal.records == ()
    assert (journal.head.scenario, journal.head.revision) == ("callback", book.revision)
    assert (journal.head.mode, journal.head.seed, journal.head.timers) == ("practice", 7, True)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", journal.head.started)


def test_each_decision_stands_in_the_file_when_it_was_taken(book: Playbook) -> None:
    """Silences and take-backs, too; what was refused does not."""
    with begin(book, "callback", "practice", 7, timers=False) as kept:
        kept.session.take("call/look", 10)
        kept.session.fall_silent(20)
        kept.session.take_back(30)
        with pytest.raises(NotAvailable):
            kept.session.take("plan/promise", 40)
        read = read_journal(journal_of(kept).read_bytes())
        assert read.journal == kept.session.journal
    assert read.journal is not None
    assert read.journal.records == (Decision("call/look", 10), Decision("call/silence", 20), Rewind(1, 30))
    assert not read.journal.head.timers


def test_timers_switched_off_stay_off(book: Playbook) -> None:
    """It stands in the file, at the time of the last decision."""
    with begin(book, "callback", "graded", 7) as kept:
        assert kept.played_ms == 0
        kept.session.take("call/look", 10)
        path = journal_of(kept)
    with resume(path) as again:
        again.switch_timers_off()
        assert again.played_ms == 10
    with resume(path) as again:
        assert again.note is None
        assert again.session.journal.records == (Decision("call/look", 10), Untimed(timers=False, ms=10))
        assert not again.session.journal.has_timers


def test_a_session_is_taken_up_where_it_was_left(book: Playbook) -> None:
    """View, seed and mode are the same, and play goes on in the same file."""
    with begin(book, "callback", "graded", 7) as kept:
        kept.session.take("call/listen", 10)
        path, before = journal_of(kept), kept.session.view
    with resume(path) as again:
        assert again.session.view == before
        assert again.session.journal == kept.session.journal
        assert again.note is None
        again.session.take("plan/promise", 20)
        again.session.take("next-day/call", 30)
        assert again.session.view.stop is Stop.ENDED
    read = read_journal(path.read_bytes()).journal
    assert read is not None
    assert [each.choice for each in read.records if isinstance(each, Decision)] == [
        "call/listen",
        "plan/promise",
        "next-day/call",
    ]


def test_a_journal_cut_off_at_any_byte_is_offered_and_goes_on(book: Playbook) -> None:
    """As soon as its head stands; every decision whose line is whole is there again, and the torn one is gone."""
    path = played(book, *PLAY[:3])
    whole = path.read_bytes()
    head = whole.index(b"\n") + 1
    for cut in range(head, len(whole) + 1):
        path.write_bytes(whole[:cut])
        found = shelf()
        assert [(each.path, each.decisions) for each in found.unfinished] == [(path, whole[head:cut].count(b"\n"))]
        assert found.damaged == ()
        with resume(path) as kept:
            decisions = kept.session.journal.records
            assert [each.choice for each in decisions if isinstance(each, Decision)] == list(PLAY[: len(decisions)])
            assert len(decisions) == whole[head:cut].count(b"\n")
            assert path.read_bytes() == whole[: whole.rindex(b"\n", 0, cut) + 1]
            for name in PLAY[len(decisions) :]:
                kept.session.take(name, 900)
            assert kept.session.view.stop is Stop.ENDED
        assert shelf().unfinished == ()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_journal_cut_off_in_its_head_is_told_and_left_alone(book: Playbook) -> None:
    """Nothing was decided in it, and nobody can tell which case it was."""
    path = played(book, *PLAY)
    whole = path.read_bytes()
    for cut in range(whole.index(b"\n") + 1):
        path.write_bytes(whole[:cut])
        found = shelf()
        assert found.unfinished == ()
        assert [each.path for each in found.damaged] == [path]
        with pytest.raises(Trouble, match="first line is damaged"):
            resume(path)
        assert path.read_bytes() == whole[:cut]


@pytest.mark.parametrize(
    ("foreign", "number"),
    [
        (b'{"choice":"plan/both","ms":"soon"}\n', 4),
        (b"\0\0\0\0\n", 4),
        (b'{"choice":"plan/nonsense","ms":1}\n', 4),
        (b'{"rewind":9,"ms":1}\n', 4),
        (b"\n", 4),
    ],
)
def test_a_damaged_line_is_told_and_what_follows_is_kept_aside(book: Playbook, foreign: bytes, number: int) -> None:
    """Play goes on from what stands before it; not a byte of the rest is lost."""
    path = played(book, *PLAY)
    head, first, second, *rest = path.read_bytes().splitlines(keepends=True)
    broken = b"".join([head, first, second, foreign, *rest])
    path.write_bytes(broken)
    assert [each.decisions for each in shelf().unfinished] == [2]
    with resume(path) as kept:
        assert kept.note is not None
        assert f"Line {number} of the journal is damaged" in kept.note
        aside = next(each for each in path.parent.iterdir() if each != path)
        assert aside.name in kept.note
        assert aside.read_bytes() == broken
        assert path.read_bytes() == b"".join([head, first, second])
        kept.session.take("plan/promise", 900)
    assert len(shelf().unfinished) == 1


def test_a_journal_is_written_by_one_at_a_time(book: Playbook) -> None:
    """While it is open nobody else gets it; closed, the next one does."""
    with begin(book, "callback", "practice", 7) as kept:
        with pytest.raises(Trouble, match="open in another window"):
            resume(journal_of(kept))
        kept.session.take("call/look", 10)
        path = journal_of(kept)
    with resume(path) as again:
        assert len(again.session.journal.records) == 1
        with pytest.raises(Trouble, match="open in another window"):
            resume(path)
    with resume(path) as third:
        assert len(third.session.journal.records) == 1


@pytest.mark.parametrize("damage", ["missing", "cut", "other"])
def test_a_journal_without_a_sound_copy_of_its_case_is_told_and_left_alone(
    book: Playbook, home: Path, damage: str
) -> None:
    """Another case's copy under its name is no copy either."""
    path = played(book, *PLAY[:2])
    before = path.read_bytes()
    copy = home / "records" / "revisions" / f"{book.revision}.json"
    if damage == "missing":
        copy.unlink()
    else:
        copy.write_bytes(copy.read_bytes()[:-9] if damage == "cut" else b"{}")
    reason = "missing" if damage == "missing" else "damaged"
    found = shelf()
    assert found.unfinished == ()
    assert [(each.path, reason in each.reason, copy.name in each.reason) for each in found.damaged] == [
        (path, True, True)
    ]
    with pytest.raises(Trouble, match=reason):
        resume(path)
    assert path.read_bytes() == before
    played(book)
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == book.revision
    assert len(shelf().unfinished) == 2


def test_a_forged_copy_is_told_not_believed(book: Playbook, home: Path) -> None:
    """Its hash is right, but what it names is not there."""
    path = played(book, *PLAY[:2])
    forged = canonical(CALLBACK).replace(b'"start":"call"', b'"start":"gone"')
    revision = hashlib.sha256(forged).hexdigest()
    (home / "records" / "revisions" / f"{revision}.json").write_bytes(forged)
    path.write_bytes(path.read_bytes().replace(book.revision.encode(), revision.encode()))
    with pytest.raises(Trouble, match="damaged"):
        resume(path)
    assert [each.path for each in shelf().damaged] == [path]


def test_a_forged_copy_that_breaks_under_play_is_told_too(home: Path) -> None:
    """A way that leads nowhere lets no reader pass; here nobody read it."""
    nowhere = (Exit(to=Name("won"), when=Fact("never")),)
    look = msgspec.structs.replace(
        CALLBACK.scenes["call"].choices[1], goto=nowhere, remember=(Name("never"),), forget=(Name("never"),)
    )
    call = msgspec.structs.replace(CALLBACK.scenes["call"], choices=(look,))
    forged = compile_scenario(msgspec.structs.replace(CALLBACK, scenes={**CALLBACK.scenes, "call": call}))
    path = played(forged)
    path.write_bytes(path.read_bytes() + b'{"choice":"call/look","ms":1}\n')
    before = path.read_bytes()
    with pytest.raises(Trouble, match="no case that can be played"):
        resume(path)
    assert ["no case that can be played" in each.reason for each in shelf().damaged] == [True]
    assert path.read_bytes() == before
    assert home.exists()


def test_a_revision_that_is_no_hash_leads_nowhere(book: Playbook) -> None:
    """A journal's head is anybody's text: it opens no other file."""
    path = played(book)
    path.write_bytes(path.read_bytes().replace(book.revision.encode(), b"../../../etc/passwd"))
    with pytest.raises(Trouble, match="names no revision"):
        resume(path)


def test_the_last_played_is_offered_first_and_a_finished_one_not_at_all(book: Playbook) -> None:
    """A practice that goes on after its ending is unfinished again."""
    done = played(book, *PLAY)
    first = played(book, *PLAY[:1])
    second = played(book)
    for path in (done, first, second):
        os.utime(path, (1, 1))  # else all of it might happen within one tick of the file system's clock
    os.utime(second, (2, 2))
    assert [each.path for each in shelf().unfinished] == [second, first]
    with resume(first) as kept:
        kept.session.take("call/shrug", 1)
    assert [each.path for each in shelf().unfinished] == [first, second]
    os.utime(first, (3, 3))
    with resume(done) as kept:
        kept.session.take_back(1)
    offered = shelf().unfinished
    assert [each.path for each in offered] == [done, first, second]
    assert offered[0][1:4] == ("callback", "The callback", "practice")
    assert [each.decisions for each in offered] == [3, 2, 0]


def test_a_case_that_got_stuck_says_so(book: Playbook) -> None:
    """It is unfinished: in practice a decision can be taken back."""
    path = played(book, "call/swamp", "swamp/hang-up")
    assert [(each.path, each.is_stuck) for each in shelf().unfinished] == [(path, True)]


def test_what_is_no_journal_is_told_or_passed_over(book: Playbook, home: Path) -> None:
    """Folders and other files are none of ours; a file that is much too large is not read."""
    path = played(book)
    (path.parent / "folder.jsonl").mkdir()
    (path.parent / "notes.txt").write_text("mine")
    huge = path.parent / "huge.jsonl"
    with huge.open("wb") as file:
        file.truncate(1 << 34)
    other = path.parent / "newer.jsonl"
    other.write_bytes(path.read_bytes().replace(b'"gastgeber":1', b'"gastgeber":2'))
    assert {each.path for each in shelf().damaged} == {huge, other}
    assert [each.path for each in shelf().unfinished] == [path]
    assert home.exists()


def test_nothing_begun_means_nothing_offered() -> None:
    """The folder is not there before the first session, and looking does not make it."""
    assert shelf() == ((), ())


def test_a_session_without_a_journal_leaves_nothing_behind(book: Playbook, home: Path) -> None:
    """And plays like any other."""
    with unkept(book, "callback", "practice", 7) as kept:
        kept.session.take("call/look", 10)
        assert not kept.is_kept
        assert kept.path is None
        assert len(kept.session.journal.records) == 1
    assert not home.exists()


@pytest.mark.parametrize("scenario", ["../../escape", "a" * 300, "mein Fäll", "con:nul|?*"])
def test_any_id_gives_a_file_name(book: Playbook, home: Path, scenario: str) -> None:
    """It stays inside the folder, and the head holds the id as it is."""
    with begin(book, scenario, "practice", 7) as kept:
        assert journal_of(kept).parent == home / "records" / "people" / current_person().id / "journals"
        assert kept.session.journal.head.scenario == scenario
    assert shelf().unfinished[0].scenario == scenario


def test_a_session_in_which_nothing_was_decided_can_be_thrown_away(book: Playbook) -> None:
    """One in which something was cannot; nor is there anything to throw away of one that was never kept."""
    with begin(book, "callback", "practice", 7) as kept:
        kept.discard()
        assert kept.path is None
        assert not kept.is_kept
    assert shelf() == ((), ())
    with begin(book, "callback", "practice", 7) as kept:
        kept.session.take("call/look", 1)
        kept.discard()
        assert journal_of(kept).exists()
    with unkept(book, "callback", "practice", 7) as kept:
        kept.discard()
