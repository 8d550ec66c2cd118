"""What a save did, and how a play stands, in plain sentences."""

from __future__ import annotations

import pytest

from game.diagnostics import Diagnostic, Span
from game.scenario.times import Moment
from game.session.points import Points
from game.session.replay import Refused
from game.session.state import Stop
from game.session.view import Debt
from game.trainer.preview import Place, Saved
from game.trainer.preview.backstage import Backstage, Deed, Shift
from game.trainer.preview.wording import (
    count_words,
    deed_words,
    facts_words,
    findings_words,
    mended_lines,
    mood_lines,
    place_words,
    promise_lines,
    saved_words,
    stuck_words,
    way_words,
)


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (Saved(False), "The file was saved and cannot be played as it is now. You play on in the version before."),
        (Saved(True, has_changed=False), "The file was saved; nothing in the play has changed."),
        (Saved(True), "The file was read again."),
        (Saved(True, stands=1, of=1), "The file was read again; your decision stands."),
        (Saved(True, stands=2, of=2), "The file was read again; both decisions stand."),
        (
            Saved(True, stands=5, of=5, returned=3),
            "The file was read again; all 5 decisions stand. Decisions that are back: 3.",
        ),
        (
            Saved(True, stands=2, of=3, refused=Refused("a/b", "not on offer", ())),
            "The file was read again; 2 of 3 decisions stand. a/b was left out: it is not on offer there any more.",
        ),
        (
            Saved(True, stands=1, of=3, refused=Refused("a/b", "the case has ended", ())),
            (
                "The file was read again; 1 of 3 decisions stand. a/b and what followed was left out: the case goes no "
                "further before it."
            ),
        ),
    ],
)
def test_a_save_is_told(saved: Saved, words: str) -> None:
    """What stands, what is back, what was left out and why."""
    assert saved_words(saved) == words


def test_a_decision_is_told_with_all_it_brought() -> None:
    """Points, moods, facts; and that there were none."""
    deed = Deed("a/b", Points(2, 0, -1), (Shift("Anna", -1, 1),), ("heard",), ("told",))
    assert deed_words(deed) == (
        "a/b: respect +2, follow-through -1; mood of Anna from -1 to +1; now remembered: heard; now forgotten: told."
    )
    assert deed_words(Deed("a/c", Points(), (), (), ())) == "a/c: no points."


def test_a_place_is_told_in_a_line() -> None:
    """Scene, points, time."""
    behind = Backstage("lobby", 300, Points(1, 0, 0), (("Anna", 0), ("Ines, the lab", -1)), (), (), ())
    assert place_words(behind) == "Scene lobby · +1 point · 5 minutes in"
    at_once = behind._replace(elapsed=0, points=Points(-2, 0, 0))
    assert place_words(at_once) == "Scene lobby · -2 points · no time has passed"
    assert facts_words(behind) == "Facts: none"
    assert facts_words(behind._replace(facts=("a", "b"))) == "Facts: a, b"
    assert mood_lines(behind) == ["Anna: 0 (calm)", "Ines, the lab: -1 (worried)"]


def test_promises_are_told_by_name_however_they_stand() -> None:
    """The names are those that conditions ask by."""
    due = Moment(0, 600)
    debts = (
        Debt("call", "You call.", "open", 3600, due),
        Debt("mail", "You write.", "kept", None, due),
        Debt("pay", "You pay.", "broken", None, due),
        Debt("lend", "You lend.", "released", None, due),
    )
    behind = Backstage("lobby", 0, Points(), (), (), debts, ())
    assert promise_lines(behind) == [
        "call: open, due Monday 10:00, 1 hour left",
        "mail: kept",
        "pay: broken",
        "lend: called off in good time",
    ]


def test_findings_are_counted_by_kind() -> None:
    """And it is said while more may come."""
    error, warning = (Diagnostic("file-missing", kind, Span("a.yaml")) for kind in ("error", "warning"))
    assert count_words([error, warning, warning]) == "1 error, 2 warnings"
    assert count_words([]) == "no findings"
    assert findings_words([], is_examining=False) == "No findings"
    assert findings_words([], is_examining=True) == "Looking for findings …"
    assert findings_words([error], is_examining=True) == "1 error …"


def test_what_is_mended_is_told_once_with_its_lines() -> None:
    """As they were before; another file is named, and where the whole file was meant there is none."""
    gone = [
        *(Diagnostic("file-missing", "error", Span("a.yaml", line)) for line in (58, 3)),
        Diagnostic("folder-missing", "error", Span("habits.yaml", 4)),
        Diagnostic("folder-missing", "error", Span("a.yaml")),
    ]
    assert mended_lines(gone, "a.yaml") == [
        "Mended in lines 3, 58: “There is no such file.”",
        "Mended in habits.yaml, line 4: “There is no such folder.”",
        "Mended: “There is no such folder.”",
    ]
    assert mended_lines(gone[:1], "a.yaml") == ["Mended in line 58: “There is no such file.”"]


def test_a_way_is_told_by_its_length() -> None:
    """Or that there is none, or that nobody knows."""
    place = Place("a", None, False, False, ("a/b",))
    assert way_words(place, is_complete=True) == "1 decision"
    assert way_words(place._replace(way=()), is_complete=True) == "at the opening"
    assert way_words(place._replace(way=None), is_complete=True) == "no play reaches it"
    assert way_words(place._replace(way=None), is_complete=False) == "no way was found"


@pytest.mark.parametrize("stop", [Stop.RING, Stop.DEAD_END])
def test_a_case_that_is_stuck_is_told_by_its_scene(stop: Stop) -> None:
    """To its author, who can mend it there."""
    assert "lobby" in stuck_words(stop, "lobby")
