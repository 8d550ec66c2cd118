from __future__ import annotations

import io
from dataclasses import replace

import msgspec

from game.debrief import review
from game.loader import read_text
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal
from game.solver import solve
from game.terminal.debriefing import tell_debrief
from game.terminal.page import Page
from tests.debrief.plays import callback, debriefed

_SILENT = """\
title: Let him finish
language: en
channel: counter
you: {name: Lea}
customer: {name: Reto}
scenes:
  first:
    says: And then, you know, it was my mother's.
    within: 5 s
    silence: {respect: +2, because: He was not done., habit: all-ears, goto: end}
    choices:
      - {id: talk, say: Right., goto: end}
  end:
    says: Thank you.
    ending: {outcome: kept, title: Heard}
"""


def _told(*names: str, silent: bool = False) -> str:
    out = io.StringIO()
    if silent:
        scenario = read_text(_SILENT, "silent.yaml").scenario
        assert scenario is not None
        book = compile_scenario(scenario)
        head = Head(scenario="silent", revision=book.revision, seed=0, mode="practice", started="")
        debrief = review(book, solve(book), Journal(head, tuple(Decision(name, 0) for name in names)))
    else:
        debrief = debriefed(*names)
    tell_debrief(Page(out), debrief, {})
    return out.getvalue()


def test_saying_nothing_can_be_the_best() -> None:
    """It has no words, but a reason; a case without promises has no ledger; an unknown habit goes by its key."""
    told = _told("first/talk", silent=True)
    assert "You: “Right.”\nBetter: Say nothing. Respect +2.\nWhy: He was not done.\n" in told
    assert "Promises" not in told
    told = _told("first/silence", silent=True)
    assert "Decision 1 of 1, best: You said nothing. Respect +2. He was not done.\n" in told
    assert "Habits shown:\nall-ears (decision 1).\n" in told


def test_the_best_choice_stands_beside_the_taken_one_with_its_reason() -> None:
    """Also where the reason stands on the promise it keeps."""
    told = _told("call/look", "call/listen", "plan/promise", "next-day/wait")
    assert (
        "You: Wait a day.\nPromise broken: You call Mr Brunner back.\nFollow-through -3. The call never came.\n" in told
    )
    assert "Better: Call him. Follow-through +2.\nWhy: You called.\n" in told


def test_a_loss_that_is_less_than_the_difference_is_explained() -> None:
    """Silence was 3 points worse at once and cost 2: it still left the point that looking brings."""
    told = _told("call/silence", "call/look", "call/listen", "plan/promise", "next-day/call")
    assert "Decision 1 of 5: a slip, 2 points lost.\nYou said nothing: the time had run out.\nRespect -2." in told
    assert "Better: Look into the notes. Proactivity +1.\nYour way still left 1 point more to win later.\n" in told


def test_into_a_trap_nothing_is_reckoned_of_later() -> None:
    """No number says what can never be had back."""
    told = _told("call/swamp")
    assert "from here no ending can be reached" in told
    assert "to win later" not in told


def test_a_mood_is_told_where_its_word_changes() -> None:
    """Nobody goes from delighted to delighted."""
    lost = debriefed("call/shrug").decisions[0]
    for before, after, count in ((2, 3, 0), (1, 2, 1)):
        debrief = replace(debriefed("call/shrug"), mood=before, decisions=(msgspec.structs.replace(lost, mood=after),))
        out = io.StringIO()
        tell_debrief(Page(out), debrief, {})
        assert out.getvalue().count("The customer went from ") == count


def test_best_decisions_take_a_line_each() -> None:
    """With the reason and the thought; there is nothing to compare them with."""
    told = _told("call/look", "call/listen", "plan/promise", "next-day/call")
    assert _BEST in told
    assert "Score: 1000 of 1000.\n" in told
    assert "would have cost" not in told


_BEST = """
Decision 1 of 4, best: Look into the notes. Proactivity +1.
Decision 2 of 4, best: “Tell me all of it.” Respect +2. He has waited long enough to be heard. \
Reto Brunner thought: At last. Network desk thought: More work.
Decision 3 of 4, best: “I call you back by tomorrow.” Follow-through +1.
Decision 4 of 4, best: Call him. Promise kept: You call Mr Brunner back. Follow-through +2. You called.

"""


def test_a_dimension_below_100_in_the_best_play_is_explained() -> None:
    """It would have cost elsewhere."""
    best = debriefed("call/look", "call/listen", "plan/promise", "next-day/call")
    assert best.scores is not None
    out = io.StringIO()
    tell_debrief(Page(out), replace(best, scores=best.scores._replace(respect=97)), {})
    assert "nothing was lost.\nWhat is missing to 100 in a dimension would have cost" in out.getvalue()


def test_promises_that_were_never_made_are_not_told() -> None:
    """Without any, there is no list; an open one is told as such."""
    assert "Promises" not in _told("call/listen")
    assert "Promises:\nStill open: You call Mr Brunner back.\n    Made Tuesday 09:15 by decision 2, due" in _told(
        "call/listen", "plan/promise"
    )


def test_the_ending_is_not_told_twice() -> None:
    """Where it was just read, its meaning is enough."""
    out = io.StringIO()
    tell_debrief(Page(out), debriefed("call/listen", "plan/send-on"), {}, is_ending_told=True)
    assert out.getvalue().startswith("Debrief: The callback (practice)\n\nThe customer leaves.\n")


def test_a_play_that_was_taken_back_in_says_so() -> None:
    """It counts for learning only."""
    debrief = debriefed("call/shrug", 0, "call/listen")
    out = io.StringIO()
    tell_debrief(Page(out), debrief, {})
    assert "Decisions were taken back or tried again, so this play counts for learning only." in out.getvalue()
    assert callback()[0].scenario.title in out.getvalue()
