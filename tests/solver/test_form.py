"""A solution for other programs, and for people."""

from __future__ import annotations

import json

from game.session.playbook import Playbook
from game.solver import form, report, solve
from tests.cases import book, choice, ending, scene

STUCK = book(
    here=scene(
        choice("good", "end", respect=2),
        choice("bad", "end", follow_through=-1),
        choice("dead", "nowhere"),
        choice("ring", "ring"),
        choice("pit", "pit"),
    ),
    nowhere=scene(),
    ring=scene(goto="ring"),
    pit=scene(choice("on", "nowhere")),
    apart=scene(choice("x", "lost")),
    end=ending(),
    lost=ending("lost"),
)


def lines(playbook: Playbook) -> list[str]:
    """The report's lines, without the columns' spaces."""
    return [" ".join(line.split()) for line in report("a-case", solve(playbook))]


def test_the_form_holds_the_names_that_others_read() -> None:
    """As JSON, and nothing besides."""
    found = json.loads(json.dumps(form("a-case", solve(STUCK))))
    assert found.pop("states") > 0
    assert found == {
        "scenario": "a-case",
        "revision": STUCK.revision,
        "plays": 2,
        "best": {"respect": 2, "proactivity": 0, "follow_through": 0, "total": 2},
        "worst": {"respect": 0, "proactivity": 0, "follow_through": -1, "total": -1},
        "endings": {
            "end": {"outcome": "kept", "reachable": True, "best": 2, "worst": -1},
            "lost": {"outcome": "lost", "reachable": False, "best": None, "worst": None},
        },
        "unreachable_scenes": ["apart", "lost"],
        "unreachable_choices": ["apart/x"],
        "dead_ends": [{"scene": "nowhere", "path": ["here/dead"]}],
        "rings": [{"scene": "ring", "path": ["here/ring"]}],
        "traps": [{"scene": "pit", "path": ["here/pit"]}],
    }


def test_without_a_complete_play_and_without_end_the_numbers_are_null() -> None:
    """No best of nothing, no number of endless plays."""
    nothing = form("a-case", solve(book(here=scene())))
    assert (nothing["plays"], nothing["best"], nothing["worst"]) == (0, None, None)
    endless = form("a-case", solve(book(hub=scene(choice("a", "hub", again=True), choice("b", "end")), end=ending())))
    assert endless["plays"] is None


def test_the_report_says_the_same_in_lines() -> None:
    """Numbers first, then the endings, then what no play reaches and where it gets stuck, with the way there."""
    said = lines(STUCK)
    assert said[0] == f"a-case, revision {STUCK.revision[:12]}"
    assert "complete plays 2" in said
    assert "best 2 0 0 2" in said
    assert "worst 0 0 -1 -1" in said
    assert "Ending end (kept): -1 to 2 points." in said
    assert "Ending lost (lost): no play reaches it." in said
    assert "No play reaches the scene apart." in said
    assert "No play can take apart/x." in said
    stuck = said.index("Dead end in nowhere: no choice is on offer and nothing leads on.")
    assert said[stuck:] == [
        "Dead end in nowhere: no choice is on offer and nothing leads on.",
        "The way there: here/dead",
        "Ring at ring: scenes only pass on to each other.",
        "The way there: here/ring",
        "Trap in pit: from here on no ending can be reached.",
        "The way there: here/pit",
    ]


def test_the_report_of_a_case_that_never_ends_says_so() -> None:
    """And where the opening itself gets stuck, the way there is the opening."""
    said = lines(book(here=scene()))
    assert "No play reaches an ending." in said
    assert said[-1] == "The way there: the opening"
    endless = lines(book(hub=scene(choice("a", "hub", again=True), choice("b", "end")), end=ending()))
    assert "complete plays endless: a choice can be taken again and again" in endless
