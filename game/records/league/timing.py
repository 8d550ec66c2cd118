"""How long somebody may take, by the server's clock: time to read, the limit, and some grace for the network.

What stands between the server's moment and the player's is told apart in their favour: the time to read is generous
enough for lines that appear slowly one by one and for a voice that says more than is printed, and an answer that was
given in time may be a while on its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.events import LineSaid, PromiseMade, SceneOpened
from game.session.reading import reading_seconds
from game.session.rules import choices, silence
from game.session.telling import choice_of

if TYPE_CHECKING:
    from game.session.playbook import Playbook
    from game.session.state import Step

__all__ = ["GRACE_MS", "Allowance", "allowance", "offered_words", "words_told"]

GRACE_MS = 5_000
"""For the way there and back."""
_WORDS_AROUND = 20
"""What a face says beside the words of the case: who is faced, how they feel, that the time runs."""
_A_LINE_MS = 1_000
"""For each line, in which nothing is read: it appears, a name is said."""
_MS = 1_000


class Allowance:
    """The time that a step allows, in milliseconds since the one before it."""

    __slots__ = ("limit_ms", "reading_ms")

    def __init__(self, reading_ms: int, limit_ms: int) -> None:
        self.reading_ms = reading_ms
        self.limit_ms = limit_ms

    def is_late(self, waited_ms: int) -> bool:
        """Whether an answer that comes now comes too late."""
        return waited_ms > self.reading_ms + self.limit_ms + GRACE_MS

    def is_early(self, waited_ms: int) -> bool:
        """Whether the time cannot have run out yet, even for somebody who had read everything before."""
        return waited_ms < self.limit_ms

    def left_ms(self, waited_ms: int) -> int:
        """What is left of it, the grace left out."""
        return max(0, self.reading_ms + self.limit_ms - waited_ms)


def allowance(book: Playbook, last: Step) -> Allowance | None:
    """How long the next decision may take; None where no time runs."""
    if silence(book, last.after) is None:
        return None
    limit = book.scenario.scenes[book.positions[last.after.scene].name].within
    if limit is None:
        return None
    lines = sum(isinstance(event, LineSaid | SceneOpened | PromiseMade) for event in last.events)
    words = words_told(book, last) + offered_words(book, last) + _WORDS_AROUND
    return Allowance(reading_seconds(words) * _MS + lines * _A_LINE_MS, limit * _MS)


def words_told(book: Playbook, step: Step) -> int:
    """How many words a step told."""
    count = 0
    for event in step.events:
        match event:
            case LineSaid(line):
                count += len(line.text.split())
            case SceneOpened(scene):
                count += len((book.scenario.scenes[scene].heading or "").split())
            case PromiseMade(promise):
                count += len(book.scenario.promises[promise].text.split())
    return count


def offered_words(book: Playbook, step: Step) -> int:
    """How many words are on offer after it."""
    offered = (choice_of(book, name) for name in choices(book, step.after))
    return sum(len((each.say or each.do or "").split()) for each in offered if each is not None)
