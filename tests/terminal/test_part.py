"""What one decision brought, in the order in which it is read."""

from __future__ import annotations

from game.scenario.names import NARRATOR
from game.scenario.times import Moment
from game.session.view import Chosen, Entry, Heading, Later, Pledged, Remark, Said
from game.terminal.part import arranged

CHOSEN: Entry = Chosen("hub/go", "Go.", is_spoken=False)
ANSWER: Entry = Said("customer", "Reto", "Well then.", 0)
LATER: Entry = Later(3600, Moment(0, 600))
HEADING: Entry = Heading("The next day")
NARRATED = Said(NARRATOR, "", "It rains.", None)
DESK = Said("desk", "Network desk", "Ours is green.", 0)
KEPT = Pledged("call", "You call.", "kept")
BROKEN = Pledged("mail", "You write.", "broken")


def test_the_coach_speaks_where_the_session_says() -> None:
    """Counted from the opening, wherever what is told begins."""
    coach = Remark("choice", "Good.", 7)
    called, wrote = Remark("kept", "You called.", 8), Remark("broken", "You never wrote.", 9)
    assert arranged([CHOSEN, ANSWER, KEPT, BROKEN, DESK], [coach, called, wrote], before=5) == [
        CHOSEN,
        ANSWER,
        "Coach: Good.",
        KEPT,
        "Coach, on your kept promise: You called.",
        BROKEN,
        "Coach, on your broken promise: You never wrote.",
        DESK,
    ]


def test_what_changes_is_told_before_the_first_line_of_the_scene() -> None:
    """As far as a chapter, time or a promise shows where it begins; else before the narrator, or who is new."""
    turns, faced = ["By phone."], ("desk", "You face the desk.")
    assert arranged([CHOSEN, ANSWER, LATER, HEADING, NARRATED, DESK], [], turns=turns, faced=faced) == [
        CHOSEN,
        ANSWER,
        LATER,
        HEADING,
        "By phone.",
        NARRATED,
        "You face the desk.",
        DESK,
    ]
    assert arranged([CHOSEN, ANSWER, NARRATED], [], turns=turns) == [CHOSEN, ANSWER, "By phone.", NARRATED]
    assert arranged([CHOSEN, ANSWER, DESK], [], turns=turns, faced=faced) == [
        CHOSEN,
        ANSWER,
        "By phone.",
        "You face the desk.",
        DESK,
    ]
    assert arranged([CHOSEN, ANSWER], [], turns=turns) == [CHOSEN, ANSWER, "By phone."]
