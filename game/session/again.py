"""Trying again from a decision of a play: what the journal of the new session begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.journal import Decision, Rewind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.session.journal import Record

__all__ = ["NoSuchDecision", "again_from"]


class NoSuchDecision(ValueError):
    """A play is to be tried again from a decision it has not."""

    def __init__(self, number: int, decisions: int) -> None:
        super().__init__(f"there is no decision {number}; the play has {decisions}")
        self.decisions = decisions


def again_from(records: Iterable[Record], number: int) -> tuple[Record, ...]:
    """The records of a session that goes on before a decision of another, counted from 1.

    They are the decisions of the play that stand, up to and with that one, and then that it was taken back: whoever
    replays them finds the same play before the decision, and sees that it counts for nothing but learning. The play
    itself keeps its journal as it is.

    Raises:
        NoSuchDecision: the play has none of that number.
    """
    standing: list[Decision] = []
    for record in records:
        if isinstance(record, Decision):
            standing.append(record)
        elif isinstance(record, Rewind):
            del standing[record.rewind :]
    if not 1 <= number <= len(standing):
        raise NoSuchDecision(number, len(standing))
    retold = standing[:number]
    return (*retold, Rewind(number - 1, retold[-1].ms))
