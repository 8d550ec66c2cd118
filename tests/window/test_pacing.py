"""Lines appear in the time it takes to read them."""

from __future__ import annotations

from game.session.view import Chosen, Entry, Heading, Said
from game.window.screens.conversation.pacing import Pacing


def said(words: str) -> Said:
    """A line of the customer."""
    return Said("customer", "Ada", words, 0)


def test_the_first_line_is_there_at_once_and_the_next_after_a_while() -> None:
    """A short line is followed soon."""
    lines: list[Entry] = [said("Hello."), said("Are you there?")]
    pacing = Pacing()
    assert pacing.tick(lines, 0.0)
    assert pacing.shown == 1
    assert not pacing.tick(lines, 0.3)
    assert pacing.tick(lines, 1.0)
    assert pacing.is_done(lines)


def test_a_long_line_takes_longer_but_never_longer_than_two_seconds() -> None:
    """Nobody waits for what they have read."""
    lines: list[Entry] = [said("word " * 200), said("Next.")]
    pacing = Pacing()
    pacing.tick(lines, 0.0)
    assert not pacing.tick(lines, 1.5)
    assert pacing.tick(lines, 2.0)


def test_an_answer_comes_soon_after_what_was_chosen() -> None:
    """The trainee knows their own words."""
    lines: list[Entry] = [Chosen("a/b", "word " * 200, True), said("Thank you.")]
    pacing = Pacing()
    pacing.tick(lines, 0.0)
    assert pacing.tick(lines, 0.5)


def test_at_once_all_is_there() -> None:
    """For who asked for it, or has motion reduced."""
    lines: list[Entry] = [Heading("One"), said("Hello."), said("Bye.")]
    pacing = Pacing()
    assert pacing.tick(lines, 0.0, pace="at once")
    assert pacing.is_done(lines)


def test_skipping_shows_the_rest() -> None:
    """And nothing is due any more."""
    lines: list[Entry] = [said("Hello."), said("Bye.")]
    pacing = Pacing()
    pacing.tick(lines, 0.0)
    pacing.skip(lines)
    assert pacing.is_done(lines)
    assert not pacing.tick(lines, 60.0)


def test_taking_back_leaves_no_more_than_there_is() -> None:
    """After a rewind the count follows what is said now."""
    pacing = Pacing()
    pacing.skip([said("a"), said("b"), said("c")])
    pacing.rewind([said("a")])
    assert pacing.shown == 1
