"""A session held: what is told, and what each answer does."""

from __future__ import annotations

import errno
import io
import os
import re

import pytest

from game.loader import read_file, read_text
from game.records import begin, unkept
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Mode
from game.terminal.conversation import Left
from game.terminal.kept import KeptConversation
from game.terminal.keyboard import Keyboard
from game.terminal.page import Page
from game.terminal.stopwatch import Stopwatch
from tests.terminal.conftest import CALLBACK


class _Typist(io.StringIO):
    """Types a line after so many seconds each."""

    def __init__(self, *lines: tuple[float, str]) -> None:
        super().__init__("".join(f"{line}\n" for _, line in lines))
        self._waits = iter([wait for wait, _ in lines])
        self.now = 1000.0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # as StringIO's own
        self.now += next(self._waits, 0)
        return super().readline(-1 if size is None else size)

    def clock(self) -> float:
        return self.now


def _held(*lines: tuple[float, str], timers: bool = True, mode: Mode = "practice") -> tuple[Left, str, list[Decision]]:
    scenario = read_file(CALLBACK).scenario
    assert scenario is not None
    out = io.StringIO()
    page, typist = Page(out), _Typist(*lines)
    with unkept(compile_scenario(scenario), "callback", mode, 1, timers=timers) as kept:
        left = KeptConversation(kept, page, Keyboard(typist, page), Stopwatch(typist.clock, 0)).hold()
        return left, out.getvalue(), [each for each in kept.session.journal.records if isinstance(each, Decision)]


def test_a_case_is_told_line_by_line_from_its_opening_to_its_end() -> None:
    """Who says what, chapters, time, promises, moods where they change, the coach, the answers by number."""
    left, told, _ = _held((1, "1"), (1, "1"), (1, "1"))
    assert left == "ended"
    assert told == _WHOLE


_WHOLE = """\
Chapter: The call
The phone rings.
Reto Brunner: My line is dead again.
Reto Brunner is worried.

Take 20 seconds to read; then you have 30 seconds to answer. A later answer counts as silence.
1. “Tell me all of it.”
2. Look into the notes.
3. “That happens.”
4. Put him through to the switchboard.
Your answer, 1 to 4, or ? for help:

Lea: Tell me all of it.
Reto Brunner: Well then.
Coach: He has waited long enough to be heard.
Tuesday 09:15, 10 minutes later.
Network desk: Ours is green.
Reto Brunner is calm now.

1. “I call you back by tomorrow.”
2. Send him to the shop.
3. “I call you, or the desk does.”
Your answer, 1 to 3, or ? for help:

Lea: I call you back by tomorrow.
Promise made: You call Mr Brunner back.
Wednesday 05:15, the next morning.

Chapter: The next day
Lea: There is a note on my screen.

1. Call him.
2. Close the note.
3. Wait a day.
Your answer, 1 to 3, or ? for help:

You do this: Call him.
Promise kept: You call Mr Brunner back.
Coach, on your kept promise: You called.
Reto Brunner: Good evening, Lea.
Reto Brunner is delighted now.

The end: He stays
And tells nobody why.
"""


def test_a_graded_play_has_no_coach_and_no_way_back() -> None:
    """Nothing until the debrief."""
    _, told, decisions = _held((1, "1"), (1, "back"), (1, "?"), (1, "quit"), mode="graded")
    assert "Coach" not in told
    assert "Only in practice can a decision be taken back." in told
    assert "back: take" not in told
    assert len(decisions) == 1


@pytest.mark.parametrize(("seconds", "choice"), [(50.0, "call/listen"), (50.002, "call/silence"), (95, "call/silence")])
def test_a_late_answer_counts_as_silence(seconds: float, choice: str) -> None:
    """In time to the second is in time, and the time to read comes before; what was typed too late is not taken."""
    _, told, decisions = _held((seconds, "1"), (1, "quit"))
    assert [each.choice for each in decisions] == [choice]
    told_late = f"That took {int(seconds) - 20} seconds after the time to read; you had 30 seconds. Your answer came"
    told_late = told_late.replace("75 seconds", "1 minute 15 seconds")
    assert (f"{told_late} too late." in told) == (choice == "call/silence")
    if choice == "call/silence":
        assert "You say nothing: the time has run out." in told
        assert "out.\nCoach: Nobody answered.\n\nChapter: The call\n" in told


def test_the_coach_speaks_before_time_passes_to_the_next_chapter() -> None:
    """And of promises where they are told."""
    text = CALLBACK.read_text(encoding="utf-8").replace(
        "follow_through: +1\n", "follow_through: +1\n        because: Good.\n"
    )
    scenario = read_text(text, "callback.yaml").scenario
    assert scenario is not None
    out = io.StringIO()
    page, typist = Page(out), _Typist((1, "1"), (1, "1"), (1, "3"))
    with unkept(compile_scenario(scenario), "callback", "practice", 1) as kept:
        KeptConversation(kept, page, Keyboard(typist, page), Stopwatch(typist.clock, 0)).hold()
    assert (
        "Promise made: You call Mr Brunner back.\n"
        "Coach: Good.\n"
        "Wednesday 05:15, the next morning.\n"
        "\n"
        "Chapter: The next day\n"
    ) in out.getvalue()
    assert out.getvalue().endswith(
        "Promise broken: You call Mr Brunner back.\n"
        "Coach, on your broken promise: The call never came.\n"
        "Reto Brunner: Good evening, Lea.\n"
        "Reto Brunner is annoyed now.\n"
        "\n"
        "The end: He stays\n"
        "And tells nobody why.\n"
    )


def test_after_its_silence_a_scene_has_no_timer() -> None:
    """The limit is said once, and any time is early enough."""
    _, told, decisions = _held((51, "1"), (999, "1"), (1, "quit"))
    assert told.count("you have 30 seconds") == 1
    assert [each.choice for each in decisions] == ["call/silence", "call/listen"]


def test_asking_for_help_does_not_stop_the_clock_but_a_pause_does() -> None:
    """Pauses are left out of the time that counts, and of the journal."""
    _, _, decisions = _held((20, "?"), (31, "1"), (1, "quit"))
    assert [(each.choice, each.ms) for each in decisions] == [("call/silence", 51_000)]
    _, told, decisions = _held((40, "pause"), (500, "2"), (9, "1"), (1, "quit"))
    assert [(each.choice, each.ms) for each in decisions] == [("call/listen", 49_000)]
    assert "The clock stands still. Press Enter to go on; an answer typed here does not count.\nTime left" in told


@pytest.mark.parametrize("answer", ["9", "promises", "?", "again", "pause", "back"])
def test_the_time_left_is_told_after_whatever_decides_nothing(answer: str) -> None:
    """And the rule again with the scene; what is typed too late counts as silence, whatever it is."""
    typed = [(12.0, answer), *([(1.0, "")] if answer == "pause" else [])]
    _, told, _ = _held(*typed, (1, "quit"))
    assert told.count("Time left to answer: 38 seconds.\nYour answer, 1 to 4, or ? for help:\n") == 1
    assert told.count("then you have 30 seconds") == (2 if answer == "again" else 1)
    _, told, decisions = _held((51, answer), (1, "quit"))
    assert [each.choice for each in decisions] == ["call/silence"]
    assert "Time left" not in told


def test_where_no_time_runs_none_is_told_and_none_is_stopped() -> None:
    """A pause then swallows nothing."""
    _, told, decisions = _held((1, "1"), (1, "pause"), (1, "9"), (1, "1"), (1, "quit"))
    assert "No clock runs here. Take all the time you want." in told
    assert "Time left" not in told
    assert [each.choice for each in decisions] == ["call/listen", "plan/promise"]


def test_help_names_what_can_be_typed_here() -> None:
    """Pause where a clock runs, back where there is something to take back, and how to be rid of the clock."""
    for word in ("?", "h", "help"):
        _, told, _ = _held((1, word), (1, "quit"))
        assert "pause: stop the clock\nquit, or q: leave; you can go on later\n" in told
        assert "back: take" not in told
        assert re.search(r"quit and start again with: .+ --terminal --no-timers\n", told)
    _, told, _ = _held((1, "1"), (1, "?"), (1, "quit"), timers=False)
    assert "back: take your last decision back\nquit" in told
    assert "--no-timers" not in told


def test_quitting_late_decides_nothing() -> None:
    """Who leaves has not answered."""
    assert _held((99, "quit"))[2] == []


def test_timers_can_be_off() -> None:
    """Then a late answer is as good as any, and the scene says so."""
    _, told, decisions = _held((3000, "1"), (1, "quit"), timers=False)
    assert "There would be 30 seconds to answer; the timers are off." in told
    assert [each.choice for each in decisions] == ["call/listen"]


def test_taking_back_goes_to_the_decision_before() -> None:
    """It says what was taken back; before the first decision there is nothing to take back."""
    _, told, _ = _held((1, "back"), (1, "3"), (1, "back"), (1, "2"), (1, "1"), (1, "back"), (1, "quit"))
    assert "There is no decision to take back yet." in told
    again = re.split("You took this back: (.*)\n", told)
    assert again[1::2] == ["“That happens.”", "“Tell me all of it.”"]
    assert again[2].startswith("\nChapter: The call\n")
    assert again[4].startswith("You do this: Look into the notes.\n")
    assert "You took your silence back.\n\nChapter: The call\n" in _held((99, "1"), (1, "back"), (1, "quit"))[1]


def test_promises_are_told_with_the_time_that_is_left() -> None:
    """And the case's own clock."""
    _, told, _ = _held((1, "promises"), (1, "1"), (1, "3"), (1, "promises"), (1, "quit"))
    assert "It is Tuesday 09:05.\nYou have promised nothing.\n" in told
    assert (
        "It is Wednesday 05:15.\n"
        "Still open: You call Mr Brunner back. Due Wednesday 09:15, 4 hours left.\n"
        "Still open: The desk looks into it. Due Friday 17:00, 2 days 11 hours left.\n"
    ) in told


def test_the_last_part_can_be_heard_again() -> None:
    """From the last decision on, with the coach, the mood and the choices."""
    _, told, _ = _held((1, "1"), (1, "again"), (1, "quit"))
    part = "Lea: Tell me all of it.\nReto Brunner: Well then.\n"
    assert told.count(part) == 2
    assert told.count("Coach: He has waited long enough to be heard.") == 2
    assert told.count("1. “I call you back by tomorrow.”") == 2
    assert told.count("Reto Brunner is calm now.") == told.count("Reto Brunner is calm.\n\n1. ") == 1


@pytest.mark.parametrize("answer", ["0", "5", "-1", "", "one", "9" * 5000, "1 2", "²", "call/listen"])
def test_what_is_no_number_on_offer_decides_nothing(answer: str) -> None:
    """It is said, and asked again."""
    _, told, decisions = _held((1, answer), (1, "quit"))
    assert "Please type a number from 1 to 4, or ? for help." in told
    assert decisions == []


@pytest.mark.parametrize("answer", ["1", " 1 ", "1.", "1)"])
def test_a_number_may_be_typed_as_it_is_printed(answer: str) -> None:
    """With its dot, or spaces around it."""
    assert [each.choice for each in _held((1, answer), (1, "quit"))[2]] == ["call/listen"]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["1", "quit"], "quit"),
        (["q"], "quit"),
        (["1"], "input ended"),
        ([], "input ended"),
        (["pause"], "input ended"),
        (["4", "2"], "stuck"),
        (["4", "2", "quit"], "stuck"),
    ],
)
def test_how_a_conversation_was_left_is_told_apart(lines: list[str], left: Left) -> None:
    """By quit, by the input's end, or by the case itself."""
    assert _held(*[(1, line) for line in lines])[0] == left


def test_a_case_that_gets_stuck_says_so_and_practice_may_go_back() -> None:
    """Graded play ends there."""
    left, told, decisions = _held((1, "4"), (1, "2"), (1, "what?"), (1, "back"), (1, "1"), (1, "quit"))
    assert left == "quit"
    assert told.count("The case cannot go on: nothing leads on from here.") == 1
    assert [each.choice for each in decisions] == ["call/swamp", "swamp/hang-up", "swamp/hold"]
    left, told, _ = _held((1, "4"), (1, "2"), mode="graded")
    assert left == "stuck"
    assert "Type back" not in told


def test_who_is_faced_and_how_one_talks_is_told_when_it_changes() -> None:
    """Another person, another channel: before their first line, and not before an ending."""
    left, told = _other_case("1")
    assert left == "ended"
    assert (
        "You do this: Write to the desk.\n"
        "You are writing by e-mail now.\n"
        "You now face Network desk, who is annoyed.\n"
        "Network desk: What now?\n"
        "\n"
    ) in told
    assert told.count("You now face") == 1
    left, told = _other_case("3", "1", "1")
    assert left == "ended"
    assert "You do this: Walk over.\nYou are with them in person now.\nAn empty desk.\n\n1." in told
    assert "You do this: Look round.\nA chair.\n\n1." in told
    assert "You do this: Go back.\nReto Brunner: Well?\n\nThe end: Back" in told
    assert "Chapter" not in told


def test_a_ring_is_told_as_one() -> None:
    """Scenes that only pass on to each other."""
    left, told = _other_case("2")
    assert left == "stuck"
    assert "its scenes lead round in a ring here" in told


def _other_case(*answers: str) -> tuple[Left, str]:
    scenario = read_text(_OTHER, "other.yaml").scenario
    assert scenario is not None
    out = io.StringIO()
    page, typist = Page(out), _Typist(*[(1, answer) for answer in (*answers, "1")])
    with unkept(compile_scenario(scenario), "other", "graded", 1) as kept:
        return KeptConversation(kept, page, Keyboard(typist, page), Stopwatch(typist.clock, 0)).hold(), out.getvalue()


_OTHER = """\
title: Somebody else
language: en
channel: phone
you: {name: Lea}
customer: {name: Reto Brunner}
others:
  desk: {name: Network desk, mood: -2}
scenes:
  first:
    order: fixed
    choices:
      - {id: desk, do: Write to the desk., goto: desk}
      - {id: ring, do: Walk in circles., goto: ring}
      - {id: walk, do: Walk over., goto: empty}
  desk:
    with: desk
    channel: email
    says: What now?
    choices:
      - {id: thank, say: Thank you., goto: end}
  ring:
    says: Round.
    goto: again
  again:
    says: And round.
    goto: ring
  empty:
    with: desk
    says: [{narrator: An empty desk.}]
    channel: visit
    choices:
      - {id: look, do: Look round., goto: chair}
  chair:
    with: desk
    says: [{narrator: A chair.}]
    choices:
      - {id: return, do: Go back., goto: back}
  back:
    channel: phone
    says: Well?
    ending: {outcome: kept, title: Back}
  end:
    with: desk
    says: Fine.
    ending: {outcome: kept, title: Done}
"""


def test_a_session_is_gone_on_with_from_its_last_decision() -> None:
    """What was said since then is told again."""
    scenario = read_file(CALLBACK).scenario
    assert scenario is not None
    out = io.StringIO()
    page, typist = Page(out), _Typist((1, "quit"))
    with unkept(compile_scenario(scenario), "callback", "practice", 1) as kept:
        kept.session.take("call/listen", 1)
        KeptConversation(kept, page, Keyboard(typist, page), Stopwatch(typist.clock, 0)).hold()
    assert out.getvalue().startswith("You go on from your last decision.\nLea: Tell me all of it.\n")


def test_where_a_decision_cannot_be_kept_play_goes_on_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The decision counts, and so do those after it; the journal keeps what it had."""
    scenario = read_file(CALLBACK).scenario
    assert scenario is not None
    out = io.StringIO()
    page, typist = Page(out), _Typist((1, "2"), (1, "1"), (1, "quit"))
    with begin(compile_scenario(scenario), "callback", "practice", 1) as kept:
        monkeypatch.setattr(os, "fsync", _no_room)
        KeptConversation(kept, page, Keyboard(typist, page), Stopwatch(typist.clock, 0)).hold()
        assert len(kept.session.journal.records) == 2
        assert not kept.is_kept
    told = out.getvalue()
    assert told.count("There is no room left on the disk") == 1
    assert told.count("From here on nothing is kept; what you decided before is.") == 1


def _no_room(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
