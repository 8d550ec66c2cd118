"""Whether the condition of a line can hold and can fail, without telling states apart by what lines ask.

What a line asks decides nothing, so states are not told apart by marks that only lines read: that would be several
times as many. Instead it is followed beside the states (game/solver/following.py), for each condition by itself, how
the marks it reads can stand in each state: a set of whole readings, a bit for each. The sets of all conditions lie side
by side in one number, so that what a decision sets and clears is a few operations for all of them.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.session.predicate import Holds, Predicate

__all__ = ["MOST_MARKS", "Heard", "Hearing", "Moves", "Question", "is_followed"]

MOST_MARKS = 8
"""A condition that reads more is answered in the states themselves."""


class Moves(dict[int, int]):
    """What becomes of readings, by the readings that came: few that many states share.

    Args:
        steps: which readings become others, one step after the other, and how far to the left or to the right.
    """

    __slots__ = ("_steps",)

    def __init__(self, steps: Iterable[tuple[int, int, int]]) -> None:
        super().__init__()
        self._steps = tuple(steps)

    def __missing__(self, came: int) -> int:
        after = came
        for mask, left, right in self._steps:
            moved = after & mask
            after = (after ^ moved) | (moved << left >> right)
        self[came] = after
        return after


class Question(NamedTuple):
    """A line's condition, asked in the course of a decision."""

    condition: int
    marks: int
    """What is set then, as far as it is known without the marks that the decision does not read."""
    elapsed: int
    moods: tuple[int, ...]


class Heard:
    """What a decision asks on its way, and what it does to the marks that lines read."""

    __slots__ = ("came", "change", "keep", "moves", "questions")

    def __init__(self, questions: tuple[Question, ...], keep: int, change: tuple[int, int], moves: Moves) -> None:
        self.questions = questions
        self.keep = keep
        self.change = change
        """Of the marks that lines may still ask for: those that stay as they are, those that are set."""
        self.moves = moves
        self.came = 0
        """How the marks could stand before the decision."""


class _Lane(NamedTuple):
    """Where the readings of a condition lie."""

    begin: int
    bits: tuple[int, ...]
    """The marks it reads; the first is the lowest bit of a reading's number."""

    def reading(self, marks: int) -> int:
        """The bit of a reading."""
        return 1 << self.begin + sum(1 << place for place, bit in enumerate(self.bits) if marks & bit)

    def readings(self, came: int) -> Iterator[int]:
        """The marks of each reading that came."""
        for number in range(1 << len(self.bits)):
            if came >> (self.begin + number) & 1:
                yield sum(bit for place, bit in enumerate(self.bits) if number >> place & 1)


class Hearing:
    """The conditions of lines, and what they answer."""

    def __init__(self, asked: Sequence[tuple[Holds, Predicate]]) -> None:
        self._holds = [holds for holds, _ in asked]
        self._lanes: list[_Lane] = []
        begin = 0
        for _, test in asked:
            self._lanes.append(_Lane(begin, tuple(_bits(test.marks))))
            begin += 1 << test.marks.bit_count()
        self.marks = reduce(or_, (test.marks for _, test in asked), 0)
        """All that the conditions read."""
        self.held = [False] * len(asked)
        self.failed = [False] * len(asked)
        self._known: dict[tuple[int, int], Moves] = {}

    def heard(self, questions: tuple[Question, ...], keep: int, put: int, later: int) -> Heard:
        """What a decision asks and does.

        Args:
            questions: what it asks.
            keep: the marks that it neither clears nor sets.
            put: those that it sets.
            later: those that lines after it may ask for.
        """
        keep, put = keep & self.marks, put & self.marks
        moves = self._known.get((keep, put))
        if moves is None:
            moves = self._known[keep, put] = Moves(self._moves(keep, put))
        return Heard(questions, keep, (keep & later & ~put, put & later), moves)

    def opening(self, marks: int) -> int:
        """The readings of all conditions where the marks stand so."""
        return reduce(or_, (lane.reading(marks) for lane in self._lanes), 0)

    def answer(self, heard: Heard) -> None:
        """Find what a decision's questions answer, however the marks could stand before it."""
        for condition, marks, elapsed, moods in heard.questions:
            if not (self.held[condition] and self.failed[condition]):
                for before in self._lanes[condition].readings(heard.came):
                    self.tell(condition, before & heard.keep | marks, elapsed, moods)

    def tell(self, condition: int, marks: int, elapsed: int, moods: tuple[int, ...]) -> None:
        """Note what a condition answers, with all the marks that it reads."""
        if self._holds[condition](elapsed, marks, moods):
            self.held[condition] = True
        else:
            self.failed[condition] = True

    def _moves(self, keep: int, put: int) -> Iterator[tuple[int, int, int]]:
        """What becomes of readings: for each place in them, those without the mark that is set, or with the cleared."""
        for place in range(MOST_MARKS):
            lanes = [lane for lane in self._lanes if len(lane.bits) > place]
            setting = _mask((lane for lane in lanes if lane.bits[place] & put), place, is_set=False)
            clearing = _mask((lane for lane in lanes if lane.bits[place] & ~put & ~keep), place, is_set=True)
            if setting:
                yield setting, 1 << place, 0
            if clearing:
                yield clearing, 0, 1 << place


def is_followed(test: Predicate) -> bool:
    """Whether a line's condition is followed beside the states."""
    return test.marks.bit_count() <= MOST_MARKS


def _mask(lanes: Iterable[_Lane], place: int, *, is_set: bool) -> int:
    """The readings of some conditions in which the mark at a place is set, or is not."""
    return sum(
        1 << lane.begin + number
        for lane in lanes
        for number in range(1 << len(lane.bits))
        if bool(number >> place & 1) is is_set
    )


def _bits(marks: int) -> Iterator[int]:
    while marks:
        yield marks & -marks
        marks &= marks - 1
