"""What is to be told of plays besides where they go: noted while the rules run, once for each reduced state.

A listener has a playbook of its own, in which every condition notes that it was asked and what it answered. The rules
run on it as on any other. States are explored in the order of the fewest decisions, so that what is noted first is
noted at the end of a shortest way; but for what the choices of a scene ask, which is asked on entering it and again
in it, and for scenes, which are passed in a decision or stood in after it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from game.scenario.names import SILENCE
from game.session.events import PromiseMade, PromiseReleased, SceneOpened, TimePassed
from game.solver.hearing import Hearing, Question, is_followed
from game.solver.spans import LONG_WAIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenario.parts import Path
    from game.session.events import Event
    from game.session.playbook import Exits, Move, Playbook, Position, Spoken
    from game.session.predicate import Holds, Predicate
    from game.session.state import State, Step
    from game.solver.hearing import Heard

__all__ = ["Answers", "Instant", "Listener"]


class Instant(NamedTuple):
    """A moment of a play: in a state, or after a decision taken there."""

    length: int
    """Decisions taken until then."""
    number: int
    """The state's."""
    move: Move | None


@dataclass(slots=True)
class Answers:
    """What became of a condition."""

    first: Instant | None = None
    """When it was first asked; None where no play asks it."""
    held: bool = False
    failed: bool = False


class Listener:
    """Hears what the rules ask and tell, and notes when each thing came first."""

    def __init__(self, book: Playbook) -> None:
        self.answers: dict[Path, Answers] = {}
        """By the place of the condition."""
        self.marks: dict[int, Instant] = {}
        """When each mark was first set."""
        self.released: dict[str, Instant] = {}
        """When each promise was first called off."""
        self.waits: dict[str, Instant] = {}
        """When each scene was first waited for too long."""
        self.far: dict[str, Instant] = {}
        """When each promise `by` a moment was first made just after it."""
        self._moments_due = {pledge.name for pledge in book.pledges if pledge.within is None}
        self._moments = {position.name for position in book.positions if position.at is not None}
        self._set = 0
        self._now = Instant(0, 0, None)
        self._whens: dict[str, Holds | None] = {}
        self._questions: list[Question] = []
        self._followed: list[tuple[Path, Holds, Predicate]] = []
        self.book = self._listening(book)
        self.hearing = Hearing([(holds, test) for _, holds, test in self._followed])

    def stand(self, number: int, length: int) -> None:
        """From now on it is a state that is looked at, which so many decisions lead to."""
        self._now = Instant(length, number, None)

    def decide(self, move: Move) -> None:
        """From now on it is a decision in this state."""
        length, number, _ = self._now
        self._now = Instant(length + 1, number, move)

    def opened(self, opening: Step) -> None:
        """Note what the opening did; its lines were asked with all marks known."""
        self._note_marks(opening.after.marks)
        self._note_waits(0, opening.after, opening.events)
        for condition, marks, elapsed, moods in self._take_questions():
            self.hearing.tell(condition, marks, elapsed, moods)

    def note(self, move: Move, before: State, after: State, told: Sequence[Event], keep: int, later: int) -> Heard:
        """Note what a decision did; then it is the state again.

        Args:
            move: what was decided.
            before: the state before.
            after: the state after.
            told: what happened.
            keep: the marks that stay as they are, if they are not set.
            later: the marks that lines may still ask for.
        """
        length, number, _ = self._now
        self._note_marks(after.marks)
        if move.release:
            for event in told:
                if type(event) is PromiseReleased:
                    self.released.setdefault(event.promise, self._now)
        if move.promise:
            self._note_far(before.elapsed + move.takes, told)
        self._note_waits(before.elapsed + move.takes, after, told)
        self._now = Instant(length - 1, number, None)
        return self.hearing.heard(self._take_questions(), keep, after.marks, later)

    def _note_marks(self, marks: int) -> None:
        fresh = marks & ~self._set
        if fresh:
            self._set |= fresh
            while fresh:
                mark = fresh & -fresh
                self.marks[mark] = self._now
                fresh ^= mark

    def _take_questions(self) -> tuple[Question, ...]:
        taken = tuple(self._questions)
        self._questions.clear()
        return taken

    def close(self) -> None:
        """Note what the lines' conditions answered, when all was followed."""
        for number, (path, _, _) in enumerate(self._followed):
            answers = self.answers[path]
            answers.held, answers.failed = self.hearing.held[number], self.hearing.failed[number]

    def when(self, move: Move) -> Holds | None:
        """The condition under which a choice is on offer, listened to."""
        return self._whens[move.name]

    def _note_waits(self, elapsed: int, after: State, told: Sequence[Event]) -> None:
        """Note the scenes that were waited for too long since some case second."""
        if not self._moments or after.elapsed - elapsed <= LONG_WAIT:
            return
        waited = 0
        for event in told:
            if type(event) is TimePassed and event.elapsed > elapsed:
                waited, elapsed = event.elapsed - elapsed, event.elapsed
            elif type(event) is SceneOpened:
                if waited > LONG_WAIT and event.scene in self._moments:
                    self.waits.setdefault(event.scene, self._now)
                waited = 0

    def _note_far(self, elapsed: int, told: Sequence[Event]) -> None:
        """Note the promises made now whose moment comes only nearly a week later."""
        for event in told:
            if type(event) is not PromiseMade or event.promise not in self._moments_due:
                continue
            if event.deadline - elapsed > LONG_WAIT:
                self.far.setdefault(event.promise, self._now)

    def _listening(self, book: Playbook) -> Playbook:
        positions = tuple(self._position(position) for position in book.positions)
        moves = {move.name: move for position in positions for move in (*position.moves, position.silence) if move}
        return replace(book, positions=positions, moves=moves)

    def _position(self, position: Position) -> Position:
        path: Path = ("scenes", position.name)
        moves = tuple(self._move(move, (*path, "choices", place)) for place, move in enumerate(position.moves))
        silence = position.silence
        if position.exits:
            # Only a scene that may pass on is asked about all its choices on entering; of others it is asked
            # whether one is on offer, of marks that need not be right.
            moves = tuple(replace(move, when=self._whens[move.name]) if move.when else move for move in moves)
        return replace(
            position,
            says=self._spoken(position.says, position.heard, (*path, "says")),
            moves=moves,
            silence=None if silence is None else self._move(silence, (*path, SILENCE)),
            exits=self._exits(position.exits, (*path, "goto")),
        )

    def _move(self, move: Move, path: Path) -> Move:
        self._whens[move.name] = None if move.when is None else self._heard(move.when, (*path, "when"))
        if not move.heard and not any(when for when, _ in move.exits):
            return move
        return replace(
            move,
            answer=self._spoken(move.answer, move.heard, (*path, "answer")),
            exits=self._exits(move.exits, (*path, "goto")),
        )

    def _exits(self, exits: Exits, path: Path) -> Exits:
        return tuple(
            (when and self._heard(when, (*path, place, "when")), scene) for place, (when, scene) in enumerate(exits)
        )

    def _spoken(self, spoken: Spoken, tests: tuple[Predicate, ...], path: Path) -> Spoken:
        left = iter(tests)
        return tuple(
            (when and self._overheard(when, next(left), (*path, place, "when")), said)
            for place, (when, said) in enumerate(spoken)
        )

    def _overheard(self, holds: Holds, test: Predicate, path: Path) -> Holds:
        """A line's condition, whose answer is sought later, since not all the marks it reads are known."""
        if not is_followed(test):
            return self._heard(holds, path)
        answers = self.answers[path] = Answers()
        number = len(self._followed)
        self._followed.append((path, holds, test))

        def ask(elapsed: int, marks: int, moods: tuple[int, ...]) -> object:
            self._questions.append(Question(number, marks & test.marks, elapsed, moods))
            if answers.first is None:
                answers.first = self._now
            return True

        return ask

    def _heard(self, holds: Holds, path: Path) -> Holds:
        answers = self.answers[path] = Answers()

        def ask(elapsed: int, marks: int, moods: tuple[int, ...]) -> object:
            answer = holds(elapsed, marks, moods)
            if answer:
                answers.held = True
            else:
                answers.failed = True
            if answers.first is None or answers.first.length > self._now.length:
                answers.first = self._now
            return answer

        return ask
