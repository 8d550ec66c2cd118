"""Replay: a journal's records folded through the rules, as far as they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from game.session.journal import Decision, Untimed
from game.session.rules import NotAvailable, play, start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.session.journal import Record
    from game.session.playbook import Playbook
    from game.session.state import Step

__all__ = ["Refused", "Replay", "replay"]


class Refused(NamedTuple):
    """The first record the rules do not allow."""

    choice: str
    reason: Literal["unknown choice", "not on offer", "the case has ended", "nothing to take back"]
    available: tuple[str, ...]


class Replay(NamedTuple):
    """The play a journal tells, as far as its records are right."""

    steps: tuple[Step, ...]
    """The opening, then the decisions that stand."""
    accepted: int
    """How many records are right."""
    was_rewound: bool
    """Whether a decision was ever taken back; such a play counts for nothing but learning."""
    refused: Refused | None


def replay(book: Playbook, records: Iterable[Record]) -> Replay:
    """Fold the records through the rules; the fold ends at the first that is wrong, and says why."""
    steps = [start(book)]
    was_rewound = False
    accepted = 0
    for record in records:
        if isinstance(record, Decision):
            try:
                steps.append(play(book, steps[-1].after, record.choice))
            except NotAvailable as wrong:
                return Replay(tuple(steps), accepted, was_rewound, _refused(book, steps[-1], wrong))
        elif isinstance(record, Untimed):
            pass  # the clock of the case knows nothing of the player's
        elif 0 <= record.rewind < len(steps) - 1:
            del steps[record.rewind + 1 :]
            was_rewound = True
        else:
            return Replay(tuple(steps), accepted, was_rewound, Refused("", "nothing to take back", ()))
        accepted += 1
    return Replay(tuple(steps), accepted, was_rewound, None)


def _refused(book: Playbook, last: Step, wrong: NotAvailable) -> Refused:
    if wrong.choice not in book.moves:
        return Refused(wrong.choice, "unknown choice", wrong.available)
    return Refused(wrong.choice, "not on offer" if last.stop is None else "the case has ended", wrong.available)
