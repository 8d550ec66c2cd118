from __future__ import annotations

import io

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
    assert "You said nothing: the time had run out.\nRespect +2. He was not done.\n" in told
    assert "Habits shown:\nall-ears (decision 1).\n" in told


def test_the_best_choice_stands_beside_the_taken_one_with_its_reason() -> None:
    """Also where the reason stands on the promise it keeps."""
    told = _told("call/look", "call/listen", "plan/promise", "next-day/wait")
    assert (
        "You: Wait a day.\nPromise broken: You call Mr Brunner back.\nFollow-through -3. The call never came.\n" in told
    )
    assert "Better: Call him. Follow-through +2.\nWhy: You called.\n" in told


def test_a_play_that_was_taken_back_in_says_so() -> None:
    """It counts for learning only."""
    debrief = debriefed("call/shrug", 0, "call/listen")
    out = io.StringIO()
    tell_debrief(Page(out), debrief, {})
    assert "Decisions were taken back, so this play counts for learning only." in out.getvalue()
    assert callback()[0].scenario.title in out.getvalue()
