"""Without a case named: the list, the question, and sessions gone on with."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game import paths
from game.session.journal import read_journal
from tests.terminal.conftest import CALLBACK, Run

Journals = Callable[[], list[Path]]


@pytest.fixture(autouse=True)
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one case, in place of those that come with the program."""
    folder = tmp_path / "cases"
    folder.mkdir()
    shutil.copy(CALLBACK, folder / "callback.yaml")
    shutil.copy(paths.shipped_scenarios() / "habits.yaml", folder)
    monkeypatch.setattr(paths, "shipped_scenarios", lambda: folder)
    return folder


def test_a_case_is_picked_by_its_number(run_play: Run) -> None:
    """The list says what it is about; then it is played like any other."""
    code, out, _ = run_play("1", "1", "1", "1", case=None)
    assert code == 0
    assert out.startswith(
        "Cases\n"
        "1. The callback (on the phone, easy). His line is dead, and he was promised a call.\n"
        "\n"
        "New here? Type first: three minutes with a first guest show you what you need.\n"
        "\n"
        "Which one? Type its number (g and the number for a graded play), or quit:\n"
        "\n"
        "The callback\n"
    )
    assert "Score: 917 of 1000." in out


def test_cases_are_listed_by_the_chapters_of_the_curriculum(cases: Path, run_play: Run) -> None:
    """Numbered through; those that are on no path come last."""
    for name in ("another", "third"):
        shutil.copy(CALLBACK, cases / f"{name}.yaml")
    (cases / "curriculum.yaml").write_text("door:\n  title: At the door\n  cases: [third]\n", encoding="utf-8")
    _, out, _ = run_play("quit", case=None)
    lines = [line for line in out.splitlines() if line.startswith(("At the", "Further", "1.", "2.", "3."))]
    assert [line.partition(" (")[0] for line in lines] == [
        "At the door",
        "1. The callback",
        "Further cases",
        "2. The callback",
        "3. The callback",
    ]


@pytest.mark.parametrize(
    ("answer", "mode", "expected"),
    [
        ("1", "practice", "practice"),
        ("g 1", "practice", "graded"),
        ("G1", "practice", "graded"),
        ("1", "graded", "graded"),
    ],
)
def test_a_graded_play_is_asked_for_by_a_letter_or_an_option(
    run_play: Run, journals: Journals, answer: str, mode: str, expected: str
) -> None:
    """Practice unless said."""
    run_play(answer, "1", "quit", case=None, mode=mode)
    read = read_journal(journals()[0].read_bytes()).journal
    assert read is not None
    assert read.head.mode == expected


def test_the_first_steps_are_offered_to_who_is_here_for_the_first_time(run_play: Run, journals: Journals) -> None:
    """Played, they leave nothing behind; the list comes again, and can be asked for them at any time."""
    code, out, _ = run_play("first", *["1"] * 5, "quit", case=None)
    assert code == 0
    assert "The cake for four o'clock" in out
    assert "Score: " in out
    assert out.count("New here? Type first") == 2
    assert journals() == []
    run_play("1", "1", "quit", case=None)
    again = run_play("first", "quit", "quit", case=None).out
    assert "New here?" not in again
    assert "The cake for four o'clock" in again


def test_what_is_no_number_is_asked_again(run_play: Run, journals: Journals) -> None:
    """Until there is one, or the player leaves."""
    code, out, _ = run_play("0", "2", "", "one", "9" * 5000, "quit", case=None)
    assert code == 0
    assert out.count("Please type a number from 1 to 1, or ? for help.") == 5
    assert journals() == []
    assert run_play(case=None).code == 0


@pytest.mark.parametrize("word", ["?", "h", "help"])
def test_the_list_explains_itself(run_play: Run, word: str) -> None:
    """What can be typed, and nothing is begun."""
    out = run_play(word, "q", case=None).out
    assert "g and a number, as in g 1: play that case graded" in out
    assert "quit, or q: leave\n" in out


def test_after_a_case_the_list_comes_again(run_play: Run, journals: Journals) -> None:
    """Until the player leaves it, or the case before its end; JSON holds one play."""
    code, out, _ = run_play("1", "1", "1", "1", "1", "1", "1", "1", "quit", case=None)
    assert code == 0
    assert out.count("Score: 917 of 1000.") == 2
    assert out.count("\nWhich one?") == 3
    assert len(journals()) == 2
    assert run_play("1", "1", "quit", "1", case=None).out.count("\nWhich one?") == 1
    code, out, err = run_play("2", "1", "1", "1", "1", case=None, json=True)
    assert (code, json.loads(out)["complete"]) == (0, True)
    assert err.count("\nWhich one?") == 1


def test_a_practice_play_goes_on_as_one_though_a_graded_one_was_asked_for(run_play: Run, journals: Journals) -> None:
    """It says so, and the journal stays as it was."""
    run_play("1", "quit")
    words = "This session was begun as practice, and goes on as practice."
    assert words in run_play("g1", "quit", case=None).out
    assert words not in run_play("1", "quit", case=None).out
    assert "You took this back" in run_play("g1", "back", "quit", case=None).out
    assert len(journals()) == 1


def test_the_timers_can_be_switched_off_when_a_session_is_gone_on_with(run_play: Run, journals: Journals) -> None:
    """They stay off; the debrief says so."""
    run_play("2", "quit")
    out = run_play("1", "quit", case=None, timers=False).out
    assert "The timers are off; the debrief will say so." in out
    assert "There would be 30 seconds to answer; the timers are off." in out
    out = run_play("1", "1", "1", "1", case=None).out
    assert "There would be 30 seconds to answer" in out
    assert "Played without timers." in out
    assert len(journals()) == 1


def test_where_the_timers_cannot_be_switched_off_nothing_is_played(
    run_play: Run, journals: Journals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why is said; the session can be gone on with later."""
    run_play("2", "quit")
    before = journals()[0].read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _no_room)
        code, out, _ = run_play("1", case=None, timers=False)
    assert code == 1
    assert "There is no room left on the disk" in out
    assert journals()[0].read_bytes() == before
    assert run_play("1", "quit", case=None, timers=False).code == 0


def _no_room(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_was_left_is_offered_first_and_gone_on_with(run_play: Run, journals: Journals) -> None:
    """In the same journal, from the last decision on."""
    run_play("2", "1", "quit")
    code, out, _ = run_play("1", "1", "1", case=None)
    assert code == 0
    assert out.startswith("Not finished yet\n1. The callback: practice, 2 decisions, begun ")
    assert "\nCases\n2. The callback (on the phone, easy)." in out
    assert "You go on from your last decision.\nLea: Tell me all of it.\n" in out
    assert "Score: 1000 of 1000." in out
    assert len(journals()) == 1
    assert run_play("quit", case=None).out.startswith("Cases\n")


def test_a_session_open_elsewhere_is_told(run_play: Run, journals: Journals) -> None:
    """And left to whoever has it."""
    from game.records import resume

    run_play("1", "quit")
    with resume(journals()[0]):
        code, out, _ = run_play("1", case=None)
    assert code == 1
    assert out.endswith("This session is open in another window. Close it there, or go on there.\n")


def test_many_unfinished_sessions_are_not_all_shown_at_once(run_play: Run, journals: Journals) -> None:
    """The five played last; `all` shows the others."""
    for number in range(7):
        run_play(*["2"] * (number + 1), "quit")
    for number, path in enumerate(sorted(journals(), key=lambda path: path.stat().st_size)):
        os.utime(path, (number, number))
    out = run_play("quit", case=None).out
    assert [f"{count} decisions" in out for count in (7, 6, 5, 4, 3, 2)] == [True] * 5 + [False]
    assert "There are 2 older ones; type all to see them." in out
    code, out, _ = run_play("all", "7", "quit", case=None)
    assert code == 0
    assert "7. The callback: practice, 1 decision, begun" in out
    assert "Your session is kept." in out


def test_a_stuck_session_is_offered_where_it_can_be_gone_back_in(run_play: Run) -> None:
    """A graded one can go nowhere."""
    run_play("4", "2", mode="graded")
    assert "Not finished yet" not in run_play("quit", case=None).out
    run_play("4", "2")
    code, out, _ = run_play("1", "back", "quit", case=None)
    assert code == 0
    assert "You took this back: Hang up." in out


def test_damaged_journals_are_told(run_play: Run, journals: Journals) -> None:
    """By their place, and left as they are."""
    run_play("1", "quit")
    path = journals()[0]
    path.write_bytes(b"nonsense")
    out = run_play("quit", case=None).out
    assert f"Cannot be gone on with: {path}. Its first line is damaged" in out
    assert path.read_bytes() == b"nonsense"


def test_a_journal_with_a_damaged_line_says_what_was_kept_aside(run_play: Run, journals: Journals) -> None:
    """When it is gone on with."""
    run_play("2", "1", "quit")
    path = journals()[0]
    head, first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + first + b"{}\n" + second)
    out = run_play("1", "quit", case=None).out
    assert "Line 3 of the journal is damaged." in out
    assert len(journals()) == 2


def test_records_that_cannot_be_read_do_not_hide_the_cases(run_play: Run, home: Path) -> None:
    """They are told, and the cases are listed."""
    home.mkdir()
    (home / "records").write_text("in the way")
    out = run_play("quit", case=None).out
    assert "file of another kind is in its way" in out
    assert "1. The callback (on the phone, easy)." in out


def test_a_broken_case_is_listed_with_its_fault(run_play: Run, cases: Path) -> None:
    """Not hidden, and not to be picked."""
    (cases / "broken.yaml").write_text("title: Nothing\n", encoding="utf-8")
    code, out, _ = run_play("2", "quit", case=None)
    assert code == 0
    assert f"broken cannot be played:\n{cases / 'broken.yaml'}:1:1: " in out
    assert "Please type a number from 1 to 1, or ? for help." in out


def test_where_there_is_no_case_it_is_said(run_play: Run, cases: Path) -> None:
    """Nothing is asked then."""
    (cases / "callback.yaml").unlink()
    code, out, _ = run_play(case=None)
    assert code == 0
    assert out.endswith("No case was found that can be played.\n")


def test_ctrl_c_leaves_the_list(run_play: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was begun."""
    from game.terminal import commands

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "choose", interrupted)
    assert run_play(case=None).code == 130


def test_a_case_says_how_long_it_takes_where_it_knows(run_play: Run, cases: Path) -> None:
    """And a journal without a time says nothing of when it was begun."""
    path = cases / "callback.yaml"
    text = path.read_text(encoding="utf-8").replace("channel: phone\n", "channel: phone\nlevel: 3\nminutes: 8\n", 1)
    path.write_text(text.replace("summary: His line is dead, and he was promised a call.\n", ""), encoding="utf-8")
    assert "1. The callback (on the phone, hard, about 8 min).\n" in run_play("quit", case=None).out
