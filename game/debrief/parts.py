"""Two plays side by side: each in parts, a part a decision, set against each other where they are in the same scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from game.session.points import Points
from game.session.telling import tell
from game.session.view import Chosen, Entry, Said, Unanswered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.session.playbook import Playbook
    from game.session.state import Step

__all__ = ["Pair", "Part", "pairs", "parts"]

_SAME_CHOICE, _SAME_SCENE = 3, 2
"""What it is worth to set two decisions beside each other."""


class Part(msgspec.Struct, frozen=True):
    """A decision of a play, and all that was said and seen until the next; the opening decides nothing."""

    number: int
    """Counted from 1; 0 is the opening."""
    choice: str
    """Its full name; empty for the opening."""
    entries: tuple[Entry, ...]
    """The decision itself first."""
    points: Points
    mood: int
    """The customer's, after it."""

    @property
    def scene(self) -> str:
        """Where it was decided."""
        return self.choice.partition("/")[0]


class Pair(NamedTuple):
    """Parts of two plays that stand beside each other; None where only the other play has one."""

    yours: Part | None
    best: Part | None

    @property
    def is_same(self) -> bool:
        """Whether both plays decided the same here, and the same was said and done; faces may differ."""
        if self.yours is None or self.best is None:
            return False
        return self.yours.choice == self.best.choice and _words(self.yours) == _words(self.best)


def _words(part: Part) -> list[Entry]:
    return [msgspec.structs.replace(entry, mood=None) if isinstance(entry, Said) else entry for entry in part.entries]


def parts(book: Playbook, steps: Sequence[Step]) -> tuple[Part, ...]:
    """A play in parts, the opening first."""
    told: list[list[Entry]] = [[]]
    for entry in tell(book, steps):
        if isinstance(entry, Chosen | Unanswered):
            told.append([])
        told[-1].append(entry)
    return tuple(
        Part(number, step.choice, tuple(entries), step.points, step.after.moods[0])
        for number, (entries, step) in enumerate(zip(told, steps, strict=True))
    )


def pairs(yours: Sequence[Part], best: Sequence[Part]) -> tuple[Pair, ...]:
    """Set the decisions of two plays beside each other, in the order of both; the openings are left out.

    As many as can be stand beside one of the same scene, those of the same choice before others (the longest common
    subsequence, by dynamic programming).
    """
    mine, theirs = list(yours[1:]), list(best[1:])
    worth = _worths(mine, theirs)
    found: list[Pair] = []
    here, there = 0, 0
    while here < len(mine) and there < len(theirs):
        fit = _fit(mine[here], theirs[there])
        if fit and worth[here][there] == fit + worth[here + 1][there + 1]:
            found.append(Pair(mine[here], theirs[there]))
            here, there = here + 1, there + 1
        elif worth[here][there] == worth[here + 1][there]:
            found.append(Pair(mine[here], None))
            here += 1
        else:
            found.append(Pair(None, theirs[there]))
            there += 1
    found += [Pair(part, None) for part in mine[here:]]
    found += [Pair(None, part) for part in theirs[there:]]
    return tuple(found)


def _worths(mine: Sequence[Part], theirs: Sequence[Part]) -> list[list[int]]:
    """By places in both: what setting the rest beside each other is worth at most."""
    worth = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for here in reversed(range(len(mine))):
        for there in reversed(range(len(theirs))):
            fit = _fit(mine[here], theirs[there])
            worth[here][there] = max(
                worth[here + 1][there], worth[here][there + 1], fit + worth[here + 1][there + 1] if fit else 0
            )
    return worth


def _fit(one: Part, other: Part) -> int:
    if one.choice == other.choice:
        return _SAME_CHOICE
    return _SAME_SCENE if one.scene == other.scene else 0
