"""What a server tells of seasons, attempts, assignments and boards, in words: the same wherever they are read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from game.records.medals import medal_ahead, medal_words
from game.texts import _
from game.texts.figures import day_words, grouped

if TYPE_CHECKING:
    from game.online.messages import AroundMe, Assigned, Played, SeasonCase, SeasonRow

__all__ = [
    "ahead_words",
    "assignment_words",
    "attempts_words",
    "best_words",
    "book_words",
    "date_words",
    "ends_words",
    "entry_words",
    "given_words",
    "gone_words",
    "played_words",
    "standing_words",
    "unencrypted_words",
]

_DAY_MS = 24 * 3600 * 1000


def date_words(ms: int) -> str:
    """A day, in the reader's own time zone."""
    return day_words(datetime.fromtimestamp(ms / 1000).astimezone())


def ends_words(season: SeasonRow, now_ms: int) -> str:
    """Until when a season goes on, or that it is over."""
    if season.state == "closed" or now_ms >= season.ends_ms:
        return _("This season is over.")
    if now_ms < season.starts_ms:
        return _("It begins on {day}.", day=date_words(season.starts_ms))
    return _("It goes on until {day}.", day=date_words(season.ends_ms - 1))


def attempts_words(case: SeasonCase, season: SeasonRow) -> str:
    """Which attempt comes next, and whether it counts."""
    if case.open_session is not None:
        return _("You left a ranked play open; it goes on where you stopped.")
    if case.begun >= season.attempts:
        if season.attempts == 1:
            return _("Your one attempt that counts is used: what you play now does not count.")
        return _("Your {count} attempts that count are used: what you play now does not count.", count=season.attempts)
    if season.attempts == 1:
        return _("One attempt counts.")
    return _(
        "Attempt {number} of {count} that count; the best one stands.", number=case.begun + 1, count=season.attempts
    )


def best_words(case: SeasonCase) -> str:
    """The best score that counts so far; empty before the first."""
    return "" if case.best is None else _("Your best: {score} of 1000", score=case.best)


def book_words() -> str:
    """What it means that a case is open."""
    return _("Open book: this case lies on every player's disk, answers and all.")


def given_words() -> str:
    """What a play is for that is none of a season."""
    return _("Your team was given this case. It is led by the server, and stands on no board.")


def played_words(played: Played) -> str:
    """What this play is for, before its first word."""
    if played.season is None:
        return given_words()
    if played.counts:
        return _(
            "This play is ranked, attempt {number}: the server keeps the time, and nothing can be taken back.",
            number=played.attempt,
        )
    return _("This play is led by the server, but does not count: your attempts that count are used.")


def standing_words(around: AroundMe) -> str:
    """Where somebody stands on a board."""
    if around.rank is None:
        return _("You do not stand on this board yet.")
    return _("You are number {rank} of {count}.", rank=grouped(around.rank), count=grouped(around.of))


def assignment_words(assigned: Assigned, now_ms: int) -> str:
    """How far somebody is with an assignment, and when it is due."""
    done, count = sum(case.is_done for case in assigned.cases), len(assigned.cases)
    day = date_words(assigned.due_ms - 1)
    if done >= count:
        return _("All {count} cases are done.", count=count) if count != 1 else _("Done.")
    values = {"done": done, "count": count, "day": day}
    if now_ms >= assigned.due_ms:
        return _("{done} of {count} cases done; it was due on {day}.", **values)
    if assigned.due_ms - now_ms < _DAY_MS:
        return _("{done} of {count} cases done; due within a day, on {day}.", **values)
    return _("{done} of {count} cases done; due on {day}.", **values)


def gone_words() -> str:
    """What is told while a server cannot be reached in the midst of a play."""
    return _("The connection is gone. Your decisions so far are kept.")


def unencrypted_words() -> str:
    """What is told of an address that begins with http."""
    return _("The connection to this server is not encrypted: whoever is in the same network can read along.")


def ahead_words(around: AroundMe) -> str:
    """How many points the next medal is away, or whoever stands next above; empty where nothing is ahead."""
    own = next((row for row in around.rows if row.is_you), None)
    if own is None:
        return ""
    ahead = medal_ahead(own.score)
    if ahead is not None:
        missing, medal = ahead
        if missing == 1:
            return _("1 point more earns {medal}.", medal=medal_words(medal))
        return _("{count} points more earn {medal}.", count=missing, medal=medal_words(medal))
    above = [row.score - own.score for row in around.rows if row.rank < own.rank]
    if not above:
        return _("Nobody stands above you.")
    return _("The next place is {count} points away.", count=min(above) + 1)


def entry_words(season: SeasonRow) -> str:
    """Whether somebody stands on the boards of a season."""
    if season.pseudonym is None:
        return _("You are not on the boards of this season: nobody sees your score.")
    return _("You stand on the boards as {name}.", name=season.pseudonym)
