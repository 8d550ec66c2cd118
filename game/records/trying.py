"""Trying again from a decision of a play: a session of its own, in practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records.sessions import begin, unkept
from game.session.again import again_from

if TYPE_CHECKING:
    from game.records.sessions import Kept
    from game.session.journal import Journal
    from game.session.playbook import Playbook

__all__ = ["try_again"]


def try_again(
    book: Playbook,
    journal: Journal,
    number: int,
    *,
    person: str | None = None,
    timers: bool = True,
    is_kept: bool = True,
) -> Kept:
    """Begin a session that goes on before a decision of a play, counted from 1; the play's own journal stays as it is.

    Choices stand in the same order as in the play. Its journal says that a decision was taken back, so it counts for
    nothing but learning. Time limits that were off in the play stay off.

    Args:
        book: the play's case.
        journal: of the play.
        number: of the decision that is to be taken anew.
        person: the id of who plays; None: who played last.
        timers: whether timed scenes run out.
        is_kept: whether it gets a journal of its own; else it leaves nothing behind.

    Raises:
        NoSuchDecision: the play has none of that number.
        Trouble: nothing can be kept, and why.
    """
    given = again_from(journal.records, number)
    head = journal.head
    has_timers = timers and journal.has_timers
    if not is_kept:
        return unkept(book, head.scenario, "practice", head.seed, timers=has_timers, given=given)
    return begin(book, head.scenario, "practice", head.seed, person=person, timers=has_timers, given=given)
