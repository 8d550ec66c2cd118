"""What each decision does, asked of the rules as seldom as can be.

A decision does the same in every state that agrees in what it reads. So a state is held in three parts: its setting
(scene, time, deadlines), its moods, and its marks. The rules are asked once for each move, each setting, and each way
the marks and moods that the move reads can stand. Moods that it does not read are moved as the rules tell: by what
each effect of the decision does to them, one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from game.session.events import Effect
from game.session.pledges import shift
from game.session.rules import advance, start
from game.session.state import State, Stop
from game.solver.hearing import Heard, Moves

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.session.events import Event
    from game.session.playbook import Move, Playbook
    from game.session.pledges import Due, Moods
    from game.session.points import Points
    from game.session.predicate import Holds
    from game.solver.listening import Listener
    from game.solver.reduction import Reduction

__all__ = ["Circumstance", "Deeds", "Lead", "Offers", "Outcome", "Way"]

Shifts = tuple[tuple[int, int], ...]
Ways = tuple["Way", ...]
_UNHEARD = Heard((), 0, (0, 0), Moves(()))


class Way(NamedTuple):
    """A move of a scene, as a state there meets it."""

    place: int
    """Among the moves of its scene."""
    move: Move
    once: int
    """Its bit, where it can be taken once."""
    when: Holds | None
    asked: int
    """The marks that decide what it does."""
    people: tuple[int, ...]
    """Whose moods do."""


@dataclass(slots=True, eq=False)
class Outcome:
    """What a move does in a setting to states that agree in what it reads: one object for many states."""

    move: Move
    setting: _Setting
    """The one it leads to."""
    keep: int
    """Of the marks before, those that stay as they are."""
    put: int
    """The marks that are set."""
    points: Points
    own: int
    """The total of the move's own points: nothing where it was taken before."""
    broken: int
    """Which promises break, by their marks."""
    heard: Heard
    """What is asked on the way, where somebody listens."""
    moods: _Moods
    """What becomes of moods, those that the move does not read included."""


class Lead(NamedTuple):
    """Where a decision leads the states of a circumstance."""

    there: Circumstance
    keep: int
    put: int
    outcome: Outcome


Offers = tuple[Lead, ...]
"""All that can be decided, in the file's order, a silence last.

It is one object for the states of a circumstance that agree in all marks that their moves read.
"""


class Circumstance:
    """A setting with moods; and the states that share them, by their marks."""

    __slots__ = ("leads", "moods", "numbers", "offers", "read", "scene", "setting", "stop")

    def __init__(self, setting: _Setting, moods: Moods) -> None:
        self.setting = setting
        self.scene, self.stop, self.read = setting.scene, setting.stop, setting.read
        self.moods = moods
        self.numbers: dict[int, int] = {}
        self.leads: list[tuple[int, Holds | None, bool, int, dict[int, Lead], Way]] = [
            (way.once, way.when, way.move.is_silence, way.asked, {}, way) for way in setting.ways
        ]
        """Of each way, with what is asked of it in every state, by the marks that it reads."""
        self.offers: dict[int, Offers] = {}
        """By the marks that all moves read."""


class _Setting:
    """Scene, time and deadlines."""

    __slots__ = ("circumstances", "due", "elapsed", "open", "outcomes", "read", "scene", "stop", "ways")

    def __init__(self, scene: int, elapsed: int, due: Due, stop: Stop | None, opened: int, ways: Ways) -> None:
        self.scene, self.elapsed, self.due = scene, elapsed, due
        self.stop = stop
        """Ended or a ring; a dead end shows itself by the want of moves."""
        self.open = opened
        """The marks of the promises that have a deadline: those that are open."""
        self.ways = ways
        """Of its moves, in the file's order, its silence last; none where a play stops."""
        self.read = reduce(or_, (way.once | way.asked for way in ways), 0)
        """The marks that decide what can be decided, and what it does."""
        self.circumstances: dict[Moods, Circumstance] = {}
        self.outcomes: list[dict[tuple[int, Moods], Outcome]] = [{} for _ in ways]
        """What came of each move, by the marks and the moods that it reads."""


class _Moods:
    """What becomes of moods on the way to a scene, by effects one after the other; of those that matter there."""

    __slots__ = ("_book", "_known", "_reduction", "_scene", "_shifts")

    def __init__(self, book: Playbook, reduction: Reduction, scene: int, shifts: tuple[Shifts, ...]) -> None:
        self._book, self._reduction = book, reduction
        self._scene, self._shifts = scene, shifts
        self._known: dict[Moods, Moods] = {}

    def after(self, before: Moods) -> Moods:
        moods = self._known.get(before)
        if moods is None:
            moods = before
            for change in self._shifts:
                moods = shift(self._book, moods, change, None)
            moods = self._known[before] = self._reduction.moods(self._scene, moods)
        return moods


class Deeds:
    """All that decisions do, as far as it was asked."""

    def __init__(self, book: Playbook, reduction: Reduction, listener: Listener | None) -> None:
        self._book = book
        self._reduction = reduction
        self._listener = listener
        self._settings: dict[tuple[int, int, Due, Stop | None], _Setting] = {}
        self._all_open = sum(book.bits.open.values())
        self._all_broken = sum(book.bits.broken.values())
        self._shifts = _shifts(book)
        self._moods: dict[tuple[int, tuple[Shifts, ...]], _Moods] = {}
        self.opening = start(book)
        self.taken: set[str] = set()
        """The choices and silences that were asked about."""
        self.seen = self.opening.after.marks
        """The bits of the scenes that were left, if only to pass on."""
        self._ways: tuple[Ways, ...] = tuple(
            tuple(
                Way(place, move, 0 if move.again else move.bit, listener.when(move) if listener else move.when, *reads)
                for place, (move, reads) in enumerate(moves)
            )
            for moves in reduction.moves
        )
        """Of each scene, in the file's order, its silence last."""
        if listener is not None:
            listener.opened(self.opening)

    def place(self, state: State, stop: Stop | None) -> tuple[Circumstance, int]:
        """The circumstance of a state and the marks that matter in it."""
        setting = self._setting(state, stop)
        moods = self._reduction.moods(state.scene, state.moods)
        return _circumstance(setting, moods), state.marks & self._reduction.marks[state.scene]

    def known(self, state: State, stop: Stop | None) -> tuple[Circumstance, int]:
        """The same for a state that some decision came to.

        Raises:
            KeyError: none did.
        """
        clock = self._reduction.clock(state.scene, state.elapsed, state.due)
        setting = self._settings[state.scene, *clock, stop]
        moods = self._reduction.moods(state.scene, state.moods)
        return setting.circumstances[moods], state.marks & self._reduction.marks[state.scene]

    def offers(self, here: Circumstance, marks: int) -> Offers:
        """What can be decided where the marks stand so."""
        elapsed, moods = here.setting.elapsed, here.moods
        leads: list[Lead] = []
        for once, when, is_silence, asked, known, way in here.leads:
            if marks & once or (when is not None and not when(elapsed, marks, moods)):
                continue
            if is_silence and not leads:
                break
            lead = known.get(marks & asked)
            if lead is None:
                lead = known[marks & asked] = self._lead(here, way, marks & asked)
            leads.append(lead)
        offers = here.offers[marks & here.read] = tuple(leads)
        return offers

    def _lead(self, here: Circumstance, way: Way, read: int) -> Lead:
        """Where a move leads where the marks that it reads stand so."""
        asked = tuple([here.moods[person] for person in way.people]) if way.people else ()
        known = here.setting.outcomes[way.place]
        outcome = known.get((read, asked))
        if outcome is None:
            outcome = known[read, asked] = self._ask(here, way.move, read)
        there = _circumstance(outcome.setting, outcome.moods.after(here.moods))
        return Lead(there, outcome.keep, outcome.put, outcome)

    def _ask(self, here: Circumstance, move: Move, read: int) -> Outcome:
        """Ask the rules, with the marks that the move does not read clear but for the open promises.

        What is set after that is set; of the others, those stay as they were that are neither forgotten nor say that
        a promise is open: which are, the deadlines tell.
        """
        setting, listener = here.setting, self._listener
        told: list[Event] = []
        if listener is not None:
            listener.decide(move)
        before = State(setting.scene, setting.elapsed, read | setting.open, here.moods, setting.due)
        after, points, stop = advance(self._book, before, move, told)
        self.taken.add(move.name)
        self.seen |= after.marks
        keep = move.retain & ~self._all_open
        heard = _UNHEARD
        if listener is not None:
            heard = listener.note(move, before, after, told, keep, self._reduction.heard[after.scene])
        matters = self._reduction.marks[after.scene]
        return Outcome(
            move=move,
            setting=self._setting(after, stop),
            keep=matters & keep,
            put=matters & after.marks,
            points=points,
            own=0 if read & move.bit else move.points.total,
            broken=after.marks & ~before.marks & self._all_broken,
            heard=heard,
            moods=self._moved(after[0], told),
        )

    def _moved(self, scene: int, told: Iterable[Event]) -> _Moods:
        causes = [(event.cause, event.name) for event in told if type(event) is Effect]
        shifts = tuple([self._shifts[cause] for cause in causes if cause in self._shifts])
        known = self._moods.get((scene, shifts))
        if known is None:
            known = self._moods[scene, shifts] = _Moods(self._book, self._reduction, scene, shifts)
        return known

    def _setting(self, state: State, stop: Stop | None) -> _Setting:
        scene = state[0]
        stop = None if stop is Stop.DEAD_END else stop
        elapsed, due = self._reduction.clock(scene, state[1], state[4])
        key = (scene, elapsed, due, stop)
        known = self._settings.get(key)
        if known is None:
            opened = sum(self._book.pledges[number].open for _, number in due)
            ways = self._ways[scene] if stop is None else ()
            known = self._settings[key] = _Setting(scene, elapsed, due, stop, opened, ways)
        return known


def _circumstance(setting: _Setting, moods: Moods) -> Circumstance:
    known = setting.circumstances.get(moods)
    if known is None:
        known = setting.circumstances[moods] = Circumstance(setting, moods)
    return known


def _shifts(book: Playbook) -> Mapping[tuple[str, str], Shifts]:
    """What effects do to moods, by their cause and its name, where they do something."""
    found: dict[tuple[str, str], Shifts] = {}
    for move in book.moves.values():
        found["silence" if move.is_silence else "choice", move.name] = move.shifts
    for pledge in book.pledges:
        found["kept", pledge.name], found["broken", pledge.name] = pledge.kept.shifts, pledge.broken.shifts
    return {cause: shifts for cause, shifts in found.items() if shifts}
