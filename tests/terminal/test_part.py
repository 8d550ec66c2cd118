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
ALSO_KEPT = Pledged("mail", "You write.", "kept")
COACH = Remark("choice", "Good.")


def test_the_coach_speaks_of_the_decision_before_time_passes() -> None:
    """Or before the next chapter, or somebody new; at the end where there is nothing of it."""
    assert arranged([CHOSEN, ANSWER, LATER, DESK], [COACH]) == [CHOSEN, ANSWER, "Coach: Good.", LATER, DESK]
    assert arranged([CHOSEN, HEADING, DESK], [COACH]) == [CHOSEN, "Coach: Good.", HEADING, DESK]
    assert arranged([CHOSEN, ANSWER, DESK], [COACH], faced=("desk", "You face the desk.")) == [
        CHOSEN,
        ANSWER,
        "Coach: Good.",
        "You face the desk.",
        DESK,
    ]
    assert arranged([CHOSEN, ANSWER], [COACH]) == [CHOSEN, ANSWER, "Coach: Good."]


def test_the_coach_speaks_of_a_promise_where_it_is_told() -> None:
    """Of each behind its line; where only one of several has a remark, behind the last of them."""
    called, wrote = Remark("kept", "You called."), Remark("kept", "You wrote.")
    said = [CHOSEN, KEPT, ALSO_KEPT, DESK]
    told = ("Coach, on your kept promise: You called.", "Coach, on your kept promise: You wrote.")
    assert arranged(said, [called, wrote]) == [CHOSEN, KEPT, told[0], ALSO_KEPT, told[1], DESK]
    assert arranged(said, [wrote]) == [CHOSEN, KEPT, ALSO_KEPT, told[1], DESK]


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
