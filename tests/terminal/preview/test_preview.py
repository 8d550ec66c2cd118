"""The preview in plain lines: what it tells, what can be typed, and what a save does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from tests.terminal.conftest import Ran

ROOT = Path(__file__).parents[3]
Run = Callable[..., Ran]


def edit(path: Path, old: str, new: str) -> Callable[[], None]:
    """Save the file with something written otherwise."""

    def save() -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return save


def test_the_play_opens_with_what_the_trainee_does_not_see(run: Run) -> None:
    """The case as `play` tells it, and where it stands behind the scenes."""
    ran = run("quit")
    assert ran.code == 0
    for words in (
        "You are Lea, Agent at a telephone company.",
        "This is a preview: on every save the file is read again, and nothing is kept.",
        "Reto Brunner: My line is dead again.",
        "Trainer: Scene call · 0 points · no time has passed",
        "There would be 30 seconds to answer; the timers are off.",
        "1. “Tell me all of it.”",
    ):
        assert words in ran.out


def test_a_decision_tells_its_points_and_facts(run: Run) -> None:
    """After it was taken: the coach's sentence, then what it counted."""
    out = run("1", "facts", "quit").out
    assert "Coach: He has waited long enough to be heard." in out
    assert (
        "Trainer: call/listen: respect +2; mood of Reto Brunner from -1 to 0; mood of Network desk from 0 to -1." in out
    )
    assert "Moods:\nReto Brunner: 0 (calm)\nNetwork desk: -1 (worried)\nFacts: none\nPromises: none\n" in out


def test_a_save_is_read_and_the_play_goes_on(run: Run, case: Path) -> None:
    """The decision stands, and the last part is told in its new words."""
    out = run("1", edit(case, "Ours is green.", "Ours is blue."), "again", "quit").out
    assert "The file was read again; your decision stands." in out
    assert out.index("Ours is green.") < out.index("read again; your") < out.index("Ours is blue.")


def test_what_does_not_stand_is_named(run: Run, case: Path) -> None:
    """With the reason."""
    cut = edit(case, "      - id: listen\n", "      - id: listen\n        when: seen swamp\n")
    out = run("1", "1", cut, "again", "quit").out
    words = "The file was read again; 0 of 2 decisions stand. call/listen and what followed was left out:"
    assert f"{words} it is not on offer there any more." in out


def test_a_jump_goes_to_a_scene_by_the_beginning_of_its_name(run: Run) -> None:
    """The way is named; what is misspelt, unknown or meant by two scenes is told."""
    out = run("jump next", "jump", "jump nwhere", "jump n", "jump zzz", "jump LOST", "quit").out
    assert "You are in the scene next-day. The way there: call/listen, plan/promise" in out
    assert "Type jump and the name of a scene" in out
    assert "There is no scene nwhere. Did you mean nowhere?" in out
    assert "More than one scene begins with n: next-day, nowhere." in out
    assert "There is no scene zzz. Type scenes to see their names." in out
    assert "The end: A customer for others" in out


def test_scenes_are_listed_with_how_they_are_reached(run: Run, case: Path) -> None:
    """Also those that no play reaches; jumping there is refused."""
    edit(case, "  won:\n", "  island:\n    says: Nobody comes here.\n    goto: won\n  won:\n")()
    out = run("scenes", "jump island", "quit").out
    assert "call: at the opening, you are here" in out
    assert "next-day: 2 decisions" in out
    assert "won: 3 decisions, an ending" in out
    assert "island: no play reaches it" in out
    assert "No play reaches the scene island." in out


def test_a_scene_that_only_passes_on_is_jumped_through(run: Run, case: Path) -> None:
    """The play stands where it leads."""
    edit(case, "      - narrator: A busy tone.\n", "      - narrator: A busy tone.\n    goto: lost\n")()
    out = run("jump nowhere", "quit").out
    assert "nowhere passes on to lost. The way there: call/swamp, swamp/hang-up" in out


def test_a_dead_end_is_the_authors_to_leave(run: Run) -> None:
    """It says where, and the play can be taken back or begun anew."""
    out = run("jump nowhere", "?", "what", "back", "start", "quit").out
    assert "The case cannot go on: in nowhere nothing can be chosen, and no goto leads on." in out
    assert "jump SCENE: go to a scene the shortest way" in out
    assert "Please type one of these words, or ? for help." in out
    assert "You took this back: Hang up." in out
    assert out.count("Chapter: The call") == 2


def test_after_the_ending_the_debrief_can_be_read(run: Run) -> None:
    """And the preview goes on."""
    ran = run("jump lost", "debrief", "start", "quit")
    assert "Debrief: The callback (practice)" in ran.out
    assert "Score:" in ran.out
    assert ran.code == 0


def test_silence_is_a_command(run: Run) -> None:
    """The time limit does not run, so that there is time to edit; letting it run out is seen all the same."""
    out = run("silence", "silence", "quit").out
    assert "Coach: Nobody answered." in out
    assert "Trainer: call/silence: respect -2" in out
    assert "No time runs here that could run out." in out


def test_findings_are_told_when_they_come_and_when_they_go(run: Run, case: Path) -> None:
    """Only what is new, then only what is mended."""
    wrong = "        goto: plan\n        remember: hurd\n"
    edit(case, "        answer: Well then.\n        goto: plan\n", f"        answer: Well then.\n{wrong}")()
    out = run(edit(case, "        remember: hurd\n", ""), "again", "reload", "findings", "quit").out
    first, _, later = out.partition("Chapter: The call")
    assert "The fact `hurd` is remembered, and nothing ever asks for it." in first
    assert "The file is the same as before." in later


@pytest.mark.parametrize("kind", ["missing", "folder", "broken"])
def test_what_is_no_case_yet_is_waited_for(run: Run, case: Path, kind: str) -> None:
    """Its findings are told; the save that mends it begins the play."""
    whole = case.read_text("utf-8")
    case.unlink()
    if kind == "folder":
        case.mkdir()
    elif kind == "broken":
        case.write_text("title: [", "utf-8")

    def mend() -> None:
        if kind == "folder":
            case.rmdir()
        case.write_text(whole, "utf-8")

    ran = run("hello", mend, "hello", "quit")
    assert "1 error" in ran.out or "errors" in ran.out
    assert "Save the file when it is mended; it is read by itself. Or type quit:" in ran.out
    assert "Chapter: The call" in ran.out
    assert ran.code == 0


def test_input_that_ends_before_there_is_a_case_is_a_failure(run: Run, case: Path) -> None:
    """With a case it is not."""
    assert run().code == 0
    case.unlink()
    assert run().code == 1
    assert run("quit").code == 0


def test_a_name_of_nothing_is_told(run: Run) -> None:
    """There is no file that could be waited for."""
    ran = run(file="no-such-case")
    assert ran.code == 2
    assert "no-such-case" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send as Ctrl-C does")
def test_a_save_is_noticed_while_the_preview_waits(case: Path, home: Path) -> None:
    """Nothing is typed: a sound save, a broken one and its mending are all told; Ctrl-C ends with 130."""
    code = "import sys; from game.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "preview", str(case), "--terminal"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        _until(process.stdout, "Your answer")
        process.stdin.write("1\n")
        process.stdin.flush()
        _until(process.stdout, "Your answer")
        whole = case.read_text("utf-8")
        edit(case, "Ours is green.", "Ours is blue.")()
        _until(process.stdout, "The file was read again; your decision stands.")
        _until(process.stdout, "Network desk: Ours is blue.")
        case.write_text("title: [", "utf-8")
        _until(process.stdout, "cannot be played as it is now")
        _until(process.stdout, "error: ")
        case.write_text(whole, "utf-8")
        _until(process.stdout, "Network desk: Ours is green.")
        _until(process.stdout, "Mended")
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr.read() == ""
    assert not home.exists()


def _until(stream: IO[str], words: str) -> None:
    """Read on to a line with these words."""
    while words not in (line := stream.readline()):
        assert line, f"it ended before it told: {words}"
