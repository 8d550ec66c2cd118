"""The file behind a session goes in mid-play: the game says so, takes nothing back, and can be gone on with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.records.journal_file import MOST_BYTES
from tests.window.faults.turned import Game, opened


def deleted(journal: Path) -> None:
    """Somebody deletes it."""
    journal.unlink()


def replaced(journal: Path) -> None:
    """Another file takes its place, as where a backup is put back."""
    other = journal.with_suffix(".copy")
    shutil.copy(journal, other)
    other.replace(journal)


def folder_removed(journal: Path) -> None:
    """All of the person's folder goes."""
    shutil.rmtree(journal.parent.parent)


def emptied(journal: Path) -> None:
    """Another program cuts it."""
    os.truncate(journal, 0)


def written_to(journal: Path) -> None:
    """Another program writes into it."""
    with journal.open("ab") as file:
        file.write(b"nonsense\n")


LOST = [deleted, replaced, folder_removed, emptied, written_to]
by_name = pytest.mark.parametrize("harm", LOST, ids=lambda harm: harm.__name__)


def decided_once(game: Game) -> Path:
    """Into the case, and one decision."""
    game.begin()
    game.take("lobby/deposit")
    assert game.told == ""
    return game.journal


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes, replaces and cuts no file that is open")
@by_name
def test_a_journal_that_is_gone_is_told_at_the_next_decision(harm: Callable[[Path], None]) -> None:
    """The decision does not count until the player says that it is to count without a record."""
    with opened() as game:
        harm(decided_once(game))
        offers = game.offers
        game.take(offers[0])
        assert game.decisions == 1
        assert "Your decision could not be kept" in game.told
        assert game.journal.name in game.told
        game.press("unkept")
        assert game.told == ""
        game.take(offers[0])
        assert game.decisions == 2
        game.press("choice-1")
        assert game.screen == "Debriefing"


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes, replaces and cuts no file that is open")
@by_name
def test_the_whole_play_can_be_kept_in_a_new_file(harm: Callable[[Path], None]) -> None:
    """Nothing that was decided is lost with the old one; but nothing is kept for somebody whose folder is gone."""
    with opened() as game:
        lost = decided_once(game)
        harm(lost)
        offers = game.offers
        game.take(offers[0])
        game.press("anew")
        if harm is folder_removed:
            assert "was erased in another window" in game.told
            return
        assert game.told == ""
        game.take(offers[0])
        assert game.decisions == 2
        assert game.journal != lost
        assert game.journal.read_bytes().count(b"\n") == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes, replaces and cuts no file that is open")
@by_name
def test_taking_back_is_told_as_well(harm: Callable[[Path], None]) -> None:
    """The decision stands, and the game goes on."""
    with opened() as game:
        harm(decided_once(game))
        game.press("take-back")
        assert "Your decision could not be taken back" in game.told
        assert "It still stands." in game.told
        assert game.decisions == 1
        game.press("close")
        assert game.told == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes, replaces and cuts no file that is open")
@by_name
def test_leaving_after_that_is_no_trouble(harm: Callable[[Path], None]) -> None:
    """Home says what it finds, and a new play is kept again."""
    with opened() as game:
        harm(decided_once(game))
        game.take(game.offers[0])
        game.press("leave")
        assert game.screen == "Home"
        game.begin()
        game.take("lobby/deposit")
        assert game.told == ""
        assert game.decisions == 1


def test_a_journal_that_may_only_be_read_is_written_on() -> None:
    """It was opened before: nothing is lost, so nothing is told."""
    with opened() as game:
        journal = decided_once(game)
        journal.chmod(0o400)
        journal.parent.chmod(0o500)
        try:
            game.take(game.offers[0])
            assert (game.decisions, game.told) == (2, "")
            assert journal.read_bytes().count(b"\n") == 3
        finally:
            journal.parent.chmod(0o700)
            journal.chmod(0o600)


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no folder in which a file is open")
def test_a_folder_that_is_moved_takes_the_journal_along(home: Path) -> None:
    """It is written on where it is now; put back, it is found."""
    with opened() as game:
        journal = decided_once(game)
        records, aside = home / "records", home / "aside"
        records.rename(aside)
        game.take(game.offers[0])
        assert (game.decisions, game.told) == (2, "")
        aside.rename(records)
        assert journal.read_bytes().count(b"\n") == 3


def test_a_session_that_became_unreadable_is_told_at_home() -> None:
    """It is neither hidden nor in the way of anything."""
    with opened() as game:
        journal = decided_once(game)
    for content in (b"", b"\0" * 64, b"{}\n", b"x" * (MOST_BYTES + 1)):
        journal.write_bytes(content)
        with opened() as again:
            assert again.screen == "Home"
            assert again.kept_decisions() == []
            assert journal.name in again.words or not content
