"""A decision of a play tried again: a session of its own."""

from __future__ import annotations

import pytest

from game.debrief import review
from game.records import Trouble, begin, resume, shelf
from game.records.sessions import Kept
from game.records.trying import try_again
from game.session.again import NoSuchDecision
from game.session.compiler import compile_scenario
from game.session.state import Stop
from game.solver import solve
from tests.callback import CALLBACK
from tests.debrief.plays import GOOD, LATE


def _played(*names: str, mode: str = "graded") -> Kept:
    """A play that was kept, let go of."""
    kept = begin(compile_scenario(CALLBACK), "callback", mode, 7)  # type: ignore[arg-type]
    for name in names:
        kept.session.fall_silent(5) if name.endswith("/silence") else kept.session.take(name, 5)
    kept.close()
    return kept


def test_it_goes_on_before_that_decision_and_leaves_the_play_alone() -> None:
    """In practice, with the choices in the same order; the result's journal is the same to the byte."""
    first = _played(*LATE)
    assert first.path is not None
    before = first.path.read_bytes()
    with try_again(first.book, first.session.journal, 4) as kept:
        head, view = kept.session.journal.head, kept.session.view
        assert (head.mode, head.seed, head.scenario) == ("practice", 7, "callback")
        assert (view.decisions, view.stop) == (3, None)
        assert [offer.token for offer in view.offers] == ["next-day/call", "next-day/drop", "next-day/wait"]
        kept.session.take("next-day/call", 9)
        assert kept.session.view.stop is Stop.ENDED
        debrief = review(kept.book, solve(kept.book), kept.session.journal)
        assert (debrief.was_rewound, debrief.counts) == (True, False)
        assert kept.path != first.path
    assert first.path.read_bytes() == before


def test_it_is_taken_up_again_like_any_other() -> None:
    """Left on the way, it waits among what is not finished."""
    first = _played(*GOOD)
    with try_again(first.book, first.session.journal, 3) as kept:
        kept.session.take("plan/both", 9)
        path = kept.path
    assert path is not None
    (waiting,) = shelf().unfinished
    assert (waiting.path, waiting.mode, waiting.decisions) == (path, "practice", 3)
    with resume(path) as again:
        assert again.session.view.decisions == 3
        assert again.note is None


def test_left_before_anything_was_decided_it_leaves_nothing() -> None:
    """What it began with was decided elsewhere; one that was taken up again is kept."""
    first = _played(*GOOD)
    kept = try_again(first.book, first.session.journal, 3)
    assert kept.is_empty
    kept.discard()
    assert kept.path is None
    assert shelf().unfinished == ()
    with try_again(first.book, first.session.journal, 3) as left:
        path = left.path
    assert path is not None
    with resume(path) as again:
        assert not again.is_empty


def test_time_limits_that_were_off_stay_off() -> None:
    """And can be switched off for the new one alone."""
    first = _played("call/listen")
    with try_again(first.book, first.session.journal, 1) as kept:
        assert kept.session.journal.has_timers
    with try_again(first.book, first.session.journal, 1, timers=False) as kept:
        assert not kept.session.journal.has_timers
    untimed = begin(compile_scenario(CALLBACK), "callback", "practice", 7, timers=False)
    untimed.session.take("call/listen", 1)
    untimed.close()
    with try_again(untimed.book, untimed.session.journal, 1) as kept:
        assert not kept.session.journal.has_timers


def test_without_a_journal_it_is_played_all_the_same() -> None:
    """And leaves nothing behind."""
    first = _played(*LATE)
    kept = try_again(first.book, first.session.journal, 2, is_kept=False)
    kept.session.take("call/listen", 1)
    assert (kept.path, kept.session.view.decisions) == (None, 2)


def test_a_decision_that_was_not_taken_is_refused() -> None:
    """Nothing is begun."""
    first = _played(*GOOD)
    with pytest.raises(NoSuchDecision):
        try_again(first.book, first.session.journal, 5)
    assert shelf().unfinished == ()


def test_what_keeps_it_from_being_kept_is_told() -> None:
    """As with any session."""
    first = _played(*GOOD)
    assert first.path is not None
    folder = first.path.parent
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("in the way")
    with pytest.raises(Trouble):
        try_again(first.book, first.session.journal, 1)
