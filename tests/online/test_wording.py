"""What is said of attempts, seasons, dates and medals."""

from __future__ import annotations

import msgspec
import pytest

from game.online.messages import AroundMe, Assigned, AssignedCase, PersonRow, SeasonCase
from game.online.wording import ahead_words, assignment_words, attempts_words, date_words, ends_words, standing_words
from tests.window.canned import DAY, NOON, season

CASE = season().cases[0]


@pytest.mark.parametrize(
    ("begun", "attempts", "open_session", "words"),
    [
        (0, 2, None, "Attempt 1 of 2 that count; the best one stands."),
        (1, 2, None, "Attempt 2 of 2 that count; the best one stands."),
        (2, 2, None, "Your 2 attempts that count are used: what you play now does not count."),
        (0, 1, None, "One attempt counts."),
        (1, 1, None, "Your one attempt that counts is used: what you play now does not count."),
        (2, 2, "s", "You left a ranked play open; it goes on where you stopped."),
    ],
)
def test_attempts_are_counted_aloud(begun: int, attempts: int, open_session: str | None, words: str) -> None:
    """What comes next, and whether it counts."""
    case: SeasonCase = msgspec.structs.replace(CASE, begun=begun, open_session=open_session)
    assert attempts_words(case, msgspec.structs.replace(season(), attempts=attempts)) == words


def test_a_season_says_until_when() -> None:
    """Before, within, after; and where it was closed early."""
    found = season()
    assert ends_words(found, NOON) == f"It goes on until {date_words(found.ends_ms - 1)}."
    assert ends_words(found, found.starts_ms - 1) == f"It begins on {date_words(found.starts_ms)}."
    assert ends_words(found, found.ends_ms) == "This season is over."
    assert ends_words(msgspec.structs.replace(found, state="closed"), NOON) == "This season is over."


@pytest.mark.parametrize(
    ("done", "count", "in_ms", "words"),
    [
        (0, 2, 9 * DAY, "0 of 2 cases done; due on {day}."),
        (1, 2, DAY // 2, "1 of 2 cases done; due within a day, on {day}."),
        (1, 2, -1, "1 of 2 cases done; it was due on {day}."),
        (2, 2, 9 * DAY, "All 2 cases are done."),
        (1, 1, 9 * DAY, "Done."),
    ],
)
def test_assignments_say_how_far_one_is_and_when_they_are_due(done: int, count: int, in_ms: int, words: str) -> None:
    """The date is the last day on which it can be done."""
    cases = tuple(AssignedCase(scenario=f"{n}", revision="r", title="T", is_done=n < done) for n in range(count))
    assigned = Assigned(assignment="a", title="T", due_ms=NOON + in_ms, cases=cases)
    assert assignment_words(assigned, NOON) == words.format(day=date_words(assigned.due_ms - 1))


def around(*scores: int, you: int, rank: int = 4) -> AroundMe:
    """A board of which somebody sees a few places, their own among them."""
    rows = tuple(
        PersonRow(
            rank=rank + place,
            pseudonym=f"P{place}",
            look=None,
            score=score,
            reached_ms=0,
            team=None,
            is_you=place == you,
        )
        for place, score in enumerate(scores)
    )
    return AroundMe(season="s", scenario=None, mode="ranked", rank=rank + you, of=1234, rows=rows)


@pytest.mark.parametrize(
    ("board", "words"),
    [
        (around(800, 748, you=1), "2 points more earn silver."),
        (around(899, you=0), "1 point more earns gold."),
        (around(100, you=0), "500 points more earn bronze."),
        (around(990, 950, 940, you=2), "The next place is 11 points away."),
        (around(990, you=0, rank=1), "Nobody stands above you."),
    ],
)
def test_what_is_ahead_is_told(board: AroundMe, words: str) -> None:
    """The next medal, or who stands above."""
    assert ahead_words(board) == words


def test_whoever_does_not_stand_there_is_told_so() -> None:
    """And nothing of medals."""
    nowhere = msgspec.structs.replace(around(990, you=5), rank=None)
    assert standing_words(nowhere) == "You do not stand on this board yet."
    assert ahead_words(nowhere) == ""
    assert standing_words(around(990, you=0)) == "You are number 4 of 1,234."
