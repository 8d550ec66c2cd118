"""`mirror`: a play from the customer's chair, in plain lines."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.terminal.mirroring import mirror
from tests.terminal.conftest import Ran, Run

Journals = Callable[[], list[Path]]


@pytest.fixture
def look(
    run_play: Run, journals: Journals, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Play the small case in two decisions, and look into the mirror with the lines typed."""

    def run(*typed: str) -> Ran:
        run_play("1", "1", "quit")
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = mirror(journals()[0])
        return Ran(code, *capsys.readouterr())

    return run


def test_the_same_talk_comes_from_the_other_side(look: Callable[..., Ran]) -> None:
    """The customer's lines are one's own, the trainee's come at one, and the thought is told after the guess."""
    code, out, err = look("4", "6")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert "You, as Reto Brunner: My line is dead again." in lines
    asked, thought = (
        lines.index("How does Reto Brunner feel now?"),
        "What Reto Brunner thought and did not say: At last.",
    )
    assert asked < lines.index(thought)
    assert "Lea: “Tell me all of it.”" in lines[:asked]
    assert lines[-1].startswith("You came as close as ")


def test_the_guess_is_held_against_the_plays_own_mood(look: Callable[..., Ran]) -> None:
    """Somebody listened to: from worried to calm."""
    assert "Just so: calm." in look("4", "quit").out
    assert "Close. You said pleased; it was calm." in look("5", "quit").out
    assert "You said furious; it was calm." in look("1", "quit").out


def test_another_answer_is_asked_for_again(look: Callable[..., Ran]) -> None:
    """Until a number of a face is typed, or the trainee leaves."""
    code, out, _ = look("7", "happy", "quit")
    assert code == 0
    assert out.count("Please type a number from 1 to 6.") == 2


def test_input_that_ends_leaves_the_mirror(look: Callable[..., Ran]) -> None:
    """With the code that says so."""
    assert look("4").code == 3


def test_a_play_without_a_decision_has_nothing_to_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], run_play: Run, journals: Journals
) -> None:
    """It is told, like a file that is missing or no journal."""
    run_play("1", "quit")
    head = journals()[0].read_text().splitlines()[0]
    bare = journals()[0].with_name("bare.jsonl")
    bare.write_text(head + "\n")
    assert mirror(bare) == 1
    assert "nothing to see in the mirror" in capsys.readouterr().err
    assert mirror(tmp_path / "none.jsonl") == 2
    assert "is not there" in capsys.readouterr().err
