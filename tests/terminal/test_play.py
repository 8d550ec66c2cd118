"""`play`: by asking, by names, as text and as JSON."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.loader import read_file
from game.session.journal import Journal, read_journal
from game.solver import solve
from game.terminal.commands import play
from game.terminal.conversation import Conversation
from game.terminal.invocation import invocation
from tests import callback
from tests.terminal.conftest import CALLBACK, Run

GOOD = ("call/look", "call/listen", "plan/promise", "next-day/call")
Journals = Callable[[], list[Path]]


def journal_in(path: Path) -> Journal:
    """What a journal's file tells."""
    found = read_journal(path.read_bytes())
    assert found.journal is not None
    assert found.fault is None
    return found.journal


def test_the_case_as_a_trainer_writes_it_is_the_one_the_other_tests_play() -> None:
    """tests/callback.yaml is read to tests/callback.py."""
    reading = read_file(CALLBACK)
    assert reading.diagnostics == ()
    assert reading.scenario == callback.CALLBACK


def test_a_case_played_to_its_end_is_debriefed(run_play: Run, journals: Journals) -> None:
    """From the title to the habits; the journal holds every decision."""
    code, out, err = run_play("1", "1", "1")
    assert code == 0
    assert err == ""
    assert out.startswith(
        "The callback\n"
        "His line is dead, and he was promised a call.\n"
        "You are Lea, Agent at a telephone company.\n"
        "Tuesday 09:05, on the phone.\n"
        "This is practice: the coach speaks after each decision, and you can take decisions back.\n"
        "\n"
        "Chapter: The call\n"
    )
    debrief, _, path = out.partition("\nThis session is kept in ")
    assert debrief.endswith(_DEBRIEF)
    assert path.startswith(f"{journals()[0]}.\nTo read its debrief again: ")
    assert f" again: {invocation('replay', journals()[0])}\n" in path
    assert f": {invocation('replay', '--save', journals()[0])}\n" in path
    assert f": {invocation('replay', '--again-from', '1', journals()[0])}\n" in path
    assert path.endswith(f": {invocation('mirror', journals()[0])}\n")
    assert [len(journal_in(path).records) for path in journals()] == [3]


_DEBRIEF = """
Debrief: The callback (practice)

The customer stays.

Score: 917 of 1000.
0 is the worst way through this case, 1000 the best. Between them lie the points of the decisions: you took 11 of 12.
Respect: 100 of 100 (+2; possible: -3 to +2).
Proactivity: 0 of 100 (0; possible: 0 to +1).
Follow-through: 100 of 100 (+3; possible: -3 to +3).
That is +5 points; the best play has +6. Lost: 1 at decision 1.
The best play, less what each decision lost, is yours: 6 - 1 = 5.

Decision 1 of 3: nearly the best, 1 point lost.
You: “Tell me all of it.”
Respect +2. He has waited long enough to be heard.
Reto Brunner thought: At last.
Network desk thought: More work.
The customer went from worried to calm.
Better: Look into the notes. Proactivity +1.
It would also have left 2 points more to win later.

Decision 2 of 3, best: “I call you back by tomorrow.” Follow-through +1.
Decision 3 of 3, best: Call him. Promise kept: You call Mr Brunner back. Follow-through +2. You called.

Promises:
Kept: You call Mr Brunner back.
    Made Tuesday 09:15 by decision 2, due Wednesday 09:15.
    Kept Wednesday 05:15 by decision 3.

Habits shown:
Listening (decision 1). You let them finish, and what you do next shows that you heard it.
Give respect (decision 1). Courtesy costs you nothing, and leaving it out can cost you everything else.

The best way, where it is another than yours:
1. You do this: Look into the notes.
    Chapter: The call
    The phone rings.
    Reto Brunner: My line is dead again.
The end: He stays
And tells nobody why.
"""


def test_a_graded_play_says_so_and_keeps_its_mode(run_play: Run, journals: Journals) -> None:
    """The coach speaks at the end alone."""
    code, out, _ = run_play("1", "1", "1", mode="graded", timers=False)
    conversation, _, debrief = out.partition("Debrief:")
    assert code == 0
    assert "This play is graded: the coach speaks at the end." in conversation
    assert "The timers are off; the debrief will say so." in conversation
    assert "He has waited long enough" not in conversation
    assert "He has waited long enough" in debrief
    assert "Played without timers." in debrief
    head = journal_in(journals()[0]).head
    assert (head.mode, head.timers, head.scenario) == ("graded", False, "callback")


@pytest.mark.parametrize(("typed", "code"), [(("1", "quit"), 0), (("1",), 3), (("4", "2"), 1)])
def test_a_session_that_is_left_is_kept_and_not_debriefed(
    run_play: Run, journals: Journals, typed: tuple[str, ...], code: int
) -> None:
    """By quit, by the input's end, by a case that is stuck: nobody is told the best choices meanwhile."""
    ran = run_play(*typed)
    assert ran.code == code
    assert "kept" in ran.out.splitlines()[-1]
    assert "Debrief" not in ran.out
    assert len(journal_in(journals()[0]).records) == len([each for each in typed if each.isdigit()])


def test_one_who_leaves_is_told_how_to_go_on(run_play: Run) -> None:
    """And one who begins the case anew, that the other session waits."""
    out = run_play("1", "quit").out
    assert re.search(r"Your session is kept. To go on with it: .+ --terminal\n$", out)
    assert "A session of this case is not finished" not in out
    out = run_play("1", "1", "1").out
    assert re.match(r"A session of this case is not finished; .+ To go on with the first: .+ --terminal\n", out)


def test_a_stuck_graded_session_is_nothing_to_go_on_with(run_play: Run) -> None:
    """So it is not spoken of."""
    run_play("4", "2", mode="graded")
    assert "A session of this case is not finished" not in run_play("quit").out


def test_a_session_in_which_nothing_was_decided_leaves_nothing(run_play: Run, journals: Journals) -> None:
    """There is nothing in it to go on with."""
    for typed in ((), ("quit",)):
        assert "Nothing has been decided yet, so nothing is kept." in run_play(*typed).out
    assert journals() == []


def test_ctrl_c_keeps_the_session(run_play: Run, journals: Journals, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so, on a line of its own."""
    monkeypatch.setattr(Conversation, "hold", _interrupted)
    ran = run_play()
    assert ran.code == 130
    assert "Your session is kept." in ran.out
    assert len(journal_in(journals()[0]).records) == 1


def _interrupted(self: Conversation) -> None:
    self._session.take("call/listen", 1)
    raise KeyboardInterrupt


def test_where_nothing_can_be_kept_the_case_can_be_played_all_the_same(
    run_play: Run, home: Path, journals: Journals
) -> None:
    """The user is told before the first word, and again when leaving."""
    home.mkdir()
    (home / "records").write_text("in the way")
    code, out, _ = run_play("1", "1", "1")
    assert code == 0
    assert "file of another kind is in its way" in out.splitlines()[0]
    assert out.splitlines()[1] == "You can play, but nothing of this session will be kept."
    assert "Score: 917 of 1000." in out
    assert run_play("1").out.endswith("Nothing of this session is kept.\n")
    assert journals() == []


def test_where_keeping_fails_on_the_way_the_rest_is_played_unkept(
    run_play: Run, journals: Journals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was decided before stays."""
    calls = []
    fsync = os.fsync

    def fails_late(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fails_late)
    ran = run_play(*["2"] * 20, "quit")
    assert ran.code == 0
    assert ran.out.count("From here on nothing is kept") == 1
    assert ran.out.endswith("Your session is kept up to where it could be written.\n")
    assert 0 < len(journal_in(journals()[0]).records) < 12


# --- by names ---------------------------------------------------------------------------------------------------------


def test_named_choices_are_played_without_asking_and_keep_nothing(run_play: Run, home: Path) -> None:
    """stdout holds one JSON object and nothing else; the conversation is on stderr."""
    code, out, err = run_play(choices=GOOD, json=True)
    found = json.loads(out)
    assert code == 0
    assert (found["complete"], found["ending"], found["outcome"], found["mode"]) == (True, "won", "kept", "practice")
    assert found["scores"] == {"respect": 100, "proactivity": 100, "follow_through": 100, "total": 1000}
    assert [each["choice"] for each in found["decisions"]] == list(GOOD)
    assert found["refused"] is None
    assert "Lea: Tell me all of it.\n" in err
    assert not home.exists()


def test_the_same_names_give_the_same_output(run_play: Run) -> None:
    """Byte for byte."""
    assert run_play(choices=GOOD, json=True) == run_play(choices=GOOD, json=True)


def test_as_text_the_conversation_and_the_debrief_follow_each_other(run_play: Run) -> None:
    """On stdout, without a question."""
    code, out, err = run_play(choices=GOOD, mode="graded")
    assert code == 0
    assert err == ""
    assert "Score: 1000 of 1000." in out
    assert "nothing was lost" in out
    assert "Debrief: The callback (graded)" in out
    assert "Your answer" not in out
    assert "The choices that were named end here" not in out


@pytest.mark.parametrize("names", [(), GOOD[:1], GOOD[:3]])
def test_names_that_run_out_leave_the_play_incomplete(run_play: Run, names: tuple[str, ...]) -> None:
    """That is no fault."""
    code, out, _ = run_play(choices=names, json=True)
    found = json.loads(out)
    assert code == 0
    assert (found["complete"], found["scores"], found["refused"]) == (False, None, None)
    assert len(found["decisions"]) == len(names)
    assert "\nThe choices that were named end here; the case goes on.\n" in run_play(choices=names).out


def test_silences_may_be_named(run_play: Run) -> None:
    """Once, where the time can run out."""
    code, out, _ = run_play(choices=("call/silence", "call/listen"), json=True)
    assert code == 0
    assert [each["choice"] for each in json.loads(out)["decisions"]] == ["call/silence", "call/listen"]
    code, out, _ = run_play(choices=("call/silence", "call/silence"), json=True)
    assert code == 1
    assert json.loads(out)["refused"]["choice"] == "call/silence"


@pytest.mark.parametrize(
    ("names", "reason", "available"),
    [
        (("call/listen", "call/listen"), "not on offer", ["plan/promise", "plan/send-on", "plan/both"]),
        (("call/listen", "nonsense"), "unknown choice", ["plan/promise", "plan/send-on", "plan/both"]),
        (("call/listen", "plan/send-on", "plan/both"), "the case has ended", []),
    ],
)
def test_a_refused_choice_stops_the_play(
    run_play: Run, names: tuple[str, ...], reason: str, available: list[str]
) -> None:
    """It is told with what was on offer, in JSON and in words."""
    code, out, err = run_play(choices=(*names, "plan/promise"), json=True)
    found = json.loads(out)
    assert code == 1
    assert found["refused"] == {"choice": names[-1], "reason": reason, "available": available}
    assert len(found["decisions"]) == len(names) - 1
    assert f"{names[-1]} was refused" in err
    out = run_play(choices=names).out
    assert out.count("was refused") == 1
    assert "end here" not in out


def test_a_case_that_gets_stuck_by_names_is_told(run_play: Run) -> None:
    """It is the file's fault, so the exit code says 1."""
    code, out, err = run_play(choices=("call/swamp", "swamp/hang-up"), json=True)
    found = json.loads(out)
    assert code == 1
    assert (found["complete"], found["refused"]) == (False, None)
    assert found["decisions"][0]["grade"] == "blunder"
    assert "nothing leads on from here" in err
    assert "from here no ending can be reached" in run_play(choices=("call/swamp", "swamp/hang-up")).out


def test_names_need_a_case(run_play: Run) -> None:
    """There is nobody to ask."""
    code, out, err = run_play(case=None, choices=())
    assert (code, out) == (2, "")
    assert "Name the case" in err


def test_an_asked_play_can_give_json_too(run_play: Run) -> None:
    """Finished or left; the questions are on stderr."""
    code, out, err = run_play("1", "1", "1", json=True)
    assert (code, json.loads(out)["scores"]["total"]) == (0, 917)
    assert "Your answer" in err
    assert "Score" not in err
    code, out, _ = run_play("1", "quit", json=True)
    assert (code, json.loads(out)["complete"]) == (0, False)


# --- cases that cannot be played --------------------------------------------------------------------------------------


def test_a_case_that_is_not_there_is_told(run_play: Run) -> None:
    """Exit code 2: nothing could be run."""
    code, out, err = run_play(case="no-such-case", json=True, choices=())
    assert (code, out) == (2, "")
    assert "no-such-case" in err


def test_a_file_with_a_fault_is_told_with_its_place(run_play: Run, tmp_path: Path) -> None:
    """Exit code 1: there is something to mend."""
    broken = tmp_path / "broken.yaml"
    broken.write_text(CALLBACK.read_text(encoding="utf-8").replace("goto: lost", "goto: nirvana"), encoding="utf-8")
    code, out, err = run_play(case=str(broken), json=True, choices=())
    assert (code, out) == (1, "")
    assert f"{broken}:" in err
    assert "nirvana" in err


def test_a_case_too_large_to_be_solved_is_debriefed_without_scores(
    run_play: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, and guesses nothing."""
    monkeypatch.setattr("game.terminal.sitting.solve", lambda book: solve(book, 3))
    code, out, _ = run_play(choices=GOOD)
    assert code == 0
    assert "This case can stand in more than 3 ways" in out
    assert "Together: +6 points." in out
    assert "Decision 1 of 4.\n" in out
    assert "Score" not in out
    found = json.loads(run_play(choices=GOOD, json=True).out)
    assert (found["complete"], found["scores"], found["points"]["total"]) == (True, None, 6)
    assert found["decisions"][0]["grade"] is None


def test_a_case_is_found_in_a_folder_that_is_named(run_play: Run, tmp_path: Path) -> None:
    """By its id; habits that lie beside it add to those that are shipped."""
    text = CALLBACK.read_text(encoding="utf-8").replace("[listening, give-respect]", "[all-ears, give-respect]")
    (tmp_path / "my-case.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "habits.yaml").write_text(
        "all-ears: {name: All ears, kind: virtue, text: You heard it.}\n", encoding="utf-8"
    )
    code, out, _ = run_play(case="my-case", choices=GOOD[:2], folders=(tmp_path,), json=True)
    assert (code, json.loads(out)["scenario"]) == (0, "my-case")
    assert "All ears (decision 2). You heard it." in run_play(case=str(tmp_path / "my-case.yaml"), choices=GOOD[:2]).out


def test_a_program_started_without_input_ends_at_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, journals: Journals
) -> None:
    """As some schedulers start one."""
    monkeypatch.setattr(sys, "stdin", None)
    assert play(str(CALLBACK)) == 3
    assert "Nothing has been decided yet" in capsys.readouterr().out
    assert journals() == []
