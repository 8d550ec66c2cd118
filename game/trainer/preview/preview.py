"""A preview: a case played while it is written."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.loader import find_scenarios
from game.loader.shelf import HABITS_FILE
from game.records import Kept
from game.session.compiler import compile_scenario
from game.session.events import SceneOpened
from game.session.journal import Decision, Head
from game.session.replay import replay
from game.session.session import LocalSession
from game.session.telling import answer_end
from game.session.view import Remark
from game.trainer.check import examine_case
from game.trainer.preview.backstage import Deed, backstage
from game.trainer.preview.examination import Examination
from game.trainer.preview.following import followed
from game.trainer.preview.news import NO_NEWS, News, Saved
from game.trainer.preview.watch import Sight, Watch
from game.trainer.preview.ways import ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from game.diagnostics import Diagnostic
    from game.loader.shelf import Resolved
    from game.scenario.model import Habit
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.trainer.check import Case
    from game.trainer.preview.backstage import Backstage
    from game.trainer.preview.ways import Ways

__all__ = ["Aside", "Place", "Preview"]

_SEED = 0
"""Always the same, so that the choices keep their order from save to save."""


class Place(NamedTuple):
    """A scene to jump to."""

    scene: str
    heading: str | None
    is_ending: bool
    is_here: bool
    way: tuple[str, ...] | None
    """The shortest way to it; None where no play reaches it, or it is not known yet."""


Aside = Remark | Deed
"""What belongs to a decision and is not part of the conversation."""


class Preview:
    """Plays a file in practice, reads it again on every save, and goes on where the play was.

    Nothing is written anywhere: what is decided here is no trainee's play.

    Args:
        file: a case's file, which need not be there yet, or the id of one that was found.
        folders: where to look for cases and habits.
        timers: whether the time of timed scenes runs out.
        clock: seconds, from any beginning.
        examine: all there is to find in a case.
    """

    def __init__(
        self,
        file: str,
        folders: Iterable[Path],
        *,
        timers: bool = False,
        clock: Callable[[], float] = time.monotonic,
        examine: Callable[[Case], tuple[Diagnostic, ...]] = examine_case,
    ) -> None:
        self._folders = tuple(folders)
        self._timers = timers
        self._examine = examine
        self._resolved = find_scenarios(self._folders).resolve(file)
        self.path = self._resolved.path
        """None where nothing of this name can ever be a file."""
        self._kept: Kept | None = None
        self._wished: tuple[str, ...] = ()
        """The decisions to go on with, among them those for which the last version had no room."""
        self._stood: tuple[str, ...] = ()
        self._examination: Examination | None = None
        self._is_waiting = False
        """Whether this version is still to be examined."""
        self._is_current = False
        """Whether the examination that runs is that of this version."""
        self.ways: Ways | None = None
        self.findings = _first_findings(self._resolved)
        self._watch = Watch([] if self.path is None else _watched(self.path), clock)
        self._take_up()

    # --- what there is ------------------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The file as it is told."""
        return self._resolved.id if self.path is None else str(self.path)

    @property
    def kept(self) -> Kept | None:
        """The session, which no file keeps; None as long as no version of the file was a case."""
        return self._kept

    @property
    def habits(self) -> Mapping[str, Habit]:
        """Those known to the file."""
        return self._resolved.habits

    @property
    def sources(self) -> Mapping[str, str]:
        """The text that was read, by the file's name in the findings."""
        return self._resolved.sources

    @property
    def is_playable(self) -> bool:
        """Whether the file, as it is now, is a case."""
        return self._resolved.reading.scenario is not None

    @property
    def is_examining(self) -> bool:
        """Whether more findings may come."""
        return self._is_waiting or (self._is_current and self._examination is not None)

    @property
    def decisions(self) -> tuple[str, ...]:
        """Those that stand, by name."""
        return tuple(step.choice for step in self._steps()[1:])

    @property
    def backstage(self) -> Backstage:
        """What the play hides.

        Raises:
            ValueError: nothing is played yet.
        """
        return backstage(self._playing().book, self._steps())

    def places(self) -> tuple[Place, ...]:
        """All scenes, in the file's order."""
        if self._kept is None:
            return ()
        book = self._kept.book
        here = book.positions[self._steps()[-1].after.scene].name
        known = {} if self.ways is None else self.ways.to
        return tuple(
            Place(name, scene.heading, scene.ending is not None, name == here, known.get(name))
            for name, scene in book.scenario.scenes.items()
        )

    def asides(self) -> Mapping[int, Sequence[Aside]]:
        """What belongs to each decision, by the number of entries that stand before it."""
        if self._kept is None:
            return {}
        head, steps = self._kept.session.journal.head, self._steps()
        told: dict[int, list[Aside]] = {}
        for number, deed in enumerate(self.backstage.deeds, 1):
            records = _records(self.decisions[:number])
            view = LocalSession(self._kept.book, head, _forget, records).view
            end = answer_end(view.said, steps[number])
            on_promises = [remark for remark in view.remarks if remark.place != end]
            told[end] = [*(remark for remark in view.remarks if remark.place == end), deed]
            for remark in on_promises:
                told.setdefault(remark.place, []).append(remark)
        return told

    # --- what an author does ------------------------------------------------------------------------------------------

    def look(self) -> News:
        """See whether the file was saved, or more was found; to be asked several times a second."""
        sight = self._watch.look()
        if sight is Sight.SAME:
            return self._look_after_findings()
        return self._read(is_settled=sight is Sight.SETTLED)

    def reload(self) -> News:
        """Read the file again whether it was saved or not."""
        self._watch.look()
        return self._read(is_settled=True)

    def go(self, names: Sequence[str]) -> bool:
        """Play these decisions from the opening; whether all of them could be taken.

        Raises:
            ValueError: nothing is played yet.
        """
        self._seat(self._playing().book, tuple(names))
        self._wished = self._stood
        return len(self._stood) == len(names)

    def jump(self, scene: str) -> bool:
        """Play the shortest way to a scene; whether there is one.

        Raises:
            ValueError: nothing is played yet.
        """
        way = self.find_ways().to.get(scene)
        return way is not None and self.go(way)

    def passes(self, scene: str) -> bool:
        """Whether the play has just passed through a scene that leads on by itself."""
        opened = [event.scene for event in self._steps()[-1].events if isinstance(event, SceneOpened)]
        return scene in opened[:-1]

    def find_ways(self) -> Ways:
        """Wait until it is known how the scenes are reached."""
        if self.ways is None:
            book, running = self._playing().book, self._examination
            is_under_way = running is not None and running.book is book
            self.ways = running.ways.result() if running and is_under_way else ways(book)
        return self.ways

    def finish_examination(self, seconds: float | None = None) -> None:
        """Wait until everything there is to find is found; no longer than so many seconds, where they are given."""
        while self.is_examining:
            if self._examination is not None:
                try:
                    self._examination.findings.exception(seconds)
                except TimeoutError:
                    return
            self._look_after_findings()

    # --- how it is done -----------------------------------------------------------------------------------------------

    def _read(self, *, is_settled: bool) -> News:
        """Read the file; one that is no case is believed when it has settled, for it may be half written."""
        if self.path is None:
            return NO_NEWS
        before, now = self._resolved, find_scenarios(self._folders).resolve(str(self.path))
        if now.reading.scenario is None and not is_settled:
            return NO_NEWS
        self._resolved = now
        if now.sources == before.sources and _first_findings(now) == _first_findings(before):
            return NO_NEWS
        if not (now.reading.scenario and before.reading.scenario):
            self.findings = _first_findings(now)  # else those known stand until all of the new ones are
        return News(self._take_up(), has_findings=True)

    def _take_up(self) -> Saved:
        """Go on in the version that was read."""
        scenario = self._resolved.reading.scenario
        self._is_current = False
        self._is_waiting = scenario is not None
        if scenario is None:
            return Saved(is_playable=False)
        book = compile_scenario(scenario)
        if self._kept is None:
            self._seat(book, ())
            return Saved(is_playable=True)
        if self._kept.book.revision == book.revision:
            count = len(self.decisions)
            return Saved(is_playable=True, has_changed=False, stands=count, of=count)
        decided = self.decisions
        wished = self._wished if decided == self._stood else decided
        wished = followed(wished, self._kept.book.scenario, scenario)
        refused = self._seat(book, wished).session.refused
        self._wished = wished
        stands = len(self._stood)
        returned = max(0, stands - len(decided))
        return Saved(True, stands=stands, of=len(wished), returned=returned, refused=refused)

    def _seat(self, book: Playbook, names: tuple[str, ...]) -> Kept:
        """Begin a session with these decisions, as far as they can be taken."""
        if self._kept is None or self._kept.book is not book:
            self.ways = None
        head = Head(
            scenario=self._resolved.id,
            revision=book.revision,
            seed=_SEED,
            mode="practice",
            started="",
            timers=self._timers,
        )
        self._kept = Kept(book, head, None, _records(names))
        self._stood = self.decisions
        return self._kept

    def _look_after_findings(self) -> News:
        """Take what was found, or begin to look: never in the same breath as reading, so that the play goes on first.

        What was found in an earlier version is let go; its examination cannot be stopped, and the next one waits.
        """
        running = self._examination
        if running is None and not self._is_waiting:
            return NO_NEWS
        if running is None:
            self._examination = Examination(self._resolved, self._playing().book, self._examine)
            self._is_waiting, self._is_current = False, True
            return NO_NEWS
        if running.book is self._playing().book and running.ways.done():
            self.ways = running.ways.result()
        if not running.findings.done():
            return NO_NEWS
        self._examination = None
        found = running.findings.result()
        if not self._is_current:
            return NO_NEWS
        self.findings = found
        return News(has_findings=True)

    def _steps(self) -> tuple[Step, ...]:
        kept = self._playing()
        return replay(kept.book, kept.session.journal.records).steps

    def _playing(self) -> Kept:
        if self._kept is None:
            raise ValueError(f"{self.name} is not played yet")
        return self._kept


def _first_findings(resolved: Resolved) -> tuple[Diagnostic, ...]:
    """What is known without asking the rules: what is wrong around the file, and what the reader found in it."""
    return (*resolved.around, *resolved.reading.diagnostics)


def _watched(path: Path) -> tuple[Path, ...]:
    """The file, and the habits beside it, which say what its author means."""
    return path, path.parent / HABITS_FILE


def _records(names: Iterable[str]) -> tuple[Decision, ...]:
    return tuple(Decision(name, 0) for name in names)


def _forget(_record: object) -> None:
    """Nothing of a preview is kept."""
