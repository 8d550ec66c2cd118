"""The Session the faces see, and the one that is played on this machine."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Protocol

from game.session.events import Effect
from game.session.journal import Decision, Journal, Rewind, Untimed
from game.session.replay import Refused, replay
from game.session.rules import NotAvailable, choices, play, silence
from game.session.state import Stop
from game.session.telling import Teller, answer_end, channel, debts, effects_of, moment
from game.session.view import Case, Figure, Offer, Pledged, Remark, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.scenario.model import Choice
    from game.session.journal import Head, Record
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.session.view import Entry

__all__ = ["LocalSession", "NotTakenBack", "Session", "shown_order"]


class NotTakenBack(ValueError):
    """A take-back that is not allowed: in graded mode, or before the first decision."""


class Session(Protocol):
    """One play of a case, as a face sees it: never a Scenario, so that a server can be behind it.

    Times are milliseconds since the session was opened, by the face's clock.
    """

    @property
    def case(self) -> Case:
        """What is known before the first word."""

    @property
    def view(self) -> View:
        """The session as it stands."""

    def take(self, token: str, ms: int) -> None:
        """Take a choice on offer.

        Raises:
            NotAvailable: the token is not on offer.
        """

    def fall_silent(self, ms: int) -> None:
        """Let the time of a timed scene run out.

        Raises:
            NotAvailable: no time runs here.
        """

    def take_back(self, ms: int) -> None:
        """Take the last decision back, in practice.

        Raises:
            NotTakenBack: this is no practice, or nothing was decided yet.
        """

    def switch_timers_off(self, ms: int) -> None:
        """Let no time run out from here on; the debrief will say so."""


class LocalSession:
    """A session played by the rules on this machine.

    Each record goes to `keep` before it counts: where keeping fails, nothing was decided.
    A journal that was cut off is taken up again by its records; those that are wrong are left out.
    """

    def __init__(
        self, book: Playbook, head: Head, keep: Callable[[Record], None], records: Sequence[Record] = ()
    ) -> None:
        self._book = book
        self._head = head
        self._keep = keep
        found = replay(book, records)
        self._steps = list(found.steps)
        self._records = list(records[: found.accepted])
        self._tell_anew()
        self.refused: Refused | None = found.refused

    @property
    def journal(self) -> Journal:
        """The machine's record so far."""
        return Journal(self._head, tuple(self._records))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The opening, and a step for each decision that stands."""
        return tuple(self._steps)

    @property
    def last(self) -> Step:
        """The opening, or the last decision that stands."""
        return self._steps[-1]

    @property
    def case(self) -> Case:
        """What is known before the first word."""
        scenario = self._book.scenario
        return Case(self._head.scenario, scenario.title, scenario.summary, scenario.language, scenario.you)

    @property
    def view(self) -> View:
        """The session as it stands."""
        book, steps = self._book, self._steps
        last = steps[-1]
        position = book.scenario.scenes[book.positions[last.after.scene].name]
        person = book.scenario.person(position.facing)
        is_practice = self._head.mode == "practice"
        said = tuple(self._said)
        return View(
            said=said,
            offers=self._offers(),
            limit=None if silence(book, last.after) is None else position.within,
            facing=Figure(
                position.facing,
                person.name,
                last.after.moods[book.people.index(position.facing)],
                person.face,
                None if book.scenario is book.original else book.original.person(position.facing).name,
            ),
            channel=channel(book, steps),
            now=moment(book, last.after.elapsed),
            elapsed=last.after.elapsed,
            debts=debts(book, steps),
            remarks=tuple(_remarks(book, last, said)) if is_practice else (),
            decisions=len(steps) - 1,
            can_take_back=is_practice and len(steps) > 1,
            stop=last.stop,
            ending=position.ending if last.stop is Stop.ENDED else None,
        )

    def take(self, token: str, ms: int) -> None:
        """Take a choice on offer."""
        on_offer = choices(self._book, self._steps[-1].after)
        if token not in on_offer:
            raise NotAvailable(token, on_offer)
        self._decide(token, ms)

    def fall_silent(self, ms: int) -> None:
        """Let the time of a timed scene run out."""
        fallen = silence(self._book, self._steps[-1].after)
        if fallen is None:
            raise NotAvailable("silence", choices(self._book, self._steps[-1].after))
        self._decide(fallen, ms)

    def take_back(self, ms: int) -> None:
        """Take the last decision back, in practice."""
        if self._head.mode != "practice":
            raise NotTakenBack("a graded decision stands")
        if len(self._steps) == 1:
            raise NotTakenBack("nothing was decided yet")
        self._note(Rewind(len(self._steps) - 2, ms))
        del self._steps[-1]
        self._tell_anew()

    def switch_timers_off(self, ms: int) -> None:
        """Let no time run out from here on; where none runs, nothing is noted."""
        if self.journal.has_timers:
            self._note(Untimed(timers=False, ms=ms))

    def _decide(self, choice: str, ms: int) -> None:
        step = play(self._book, self._steps[-1].after, choice)
        self._note(Decision(choice, ms))
        self._steps.append(step)
        self._said += self._teller.told(step)

    def _tell_anew(self) -> None:
        """Tell all steps; afterwards only what comes of a new one is told."""
        self._teller = Teller(self._book)
        self._said = [entry for step in self._steps for entry in self._teller.told(step)]

    def _note(self, record: Record) -> None:
        self._keep(record)
        self._records.append(record)

    def _offers(self) -> tuple[Offer, ...]:
        state = self._steps[-1].after
        key = self._book.positions[state.scene].name
        scene = self._book.scenario.scenes[key]
        names = choices(self._book, state)
        if scene.order == "shuffled":
            names = shown_order(names, self._head.seed)
        written = {f"{key}/{choice.id}": choice for choice in scene.choices}
        return tuple(_offer(name, written[name]) for name in names)


def _offer(name: str, choice: Choice) -> Offer:
    return Offer(name, choice.say or choice.do or "", choice.say is not None)


def shown_order(names: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Shuffle names by a seed: always the same way, and a name that leaves does not move the others."""
    return tuple(sorted(names, key=lambda name: hashlib.sha256(f"{seed}/{name}".encode()).digest()))


def _remarks(book: Playbook, step: Step, said: Sequence[Entry]) -> Iterator[Remark]:
    """On the decision behind its answer, on a promise behind the line that tells of it."""
    end = answer_end(said, step)
    for event in step.events:
        effects = effects_of(book, event) if isinstance(event, Effect) else None
        if isinstance(event, Effect) and effects is not None and effects.because:
            told = (place for place, entry in enumerate(said, 1) if _tells(entry, event))
            yield Remark(event.cause, effects.because, max(told, default=end))


def _tells(entry: Entry, effect: Effect) -> bool:
    """Whether an entry tells of the promise whose end had this effect."""
    return isinstance(entry, Pledged) and (entry.promise, entry.standing) == (effect.name, effect.cause)
