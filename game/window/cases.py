"""The cases as the window shows them: read one at a time, and told in the language asked for."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from game.loader.words import Words
from game.looks.portrait import look_from
from game.scenario.names import CUSTOMER
from game.window.supplied import NO_PICTURES, SuppliedPictures, pictures_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.diagnostics import Diagnostic
    from game.loader import Found
    from game.scenario.curriculum import Curriculum, Lesson
    from game.scenario.model import Habit, Scenario
    from game.window.supplied import Likeness

__all__ = ["Cases", "Told"]


class Told(NamedTuple):
    """A case that can be played."""

    id: str
    scenario: Scenario
    """In the words it is told in."""
    original: Scenario
    remark: str
    """What is to be said about its language, in a sentence; empty where it is told as it was asked for."""
    pictures: SuppliedPictures = NO_PICTURES
    """The trainer's own, of the people in it."""

    @property
    def customer(self) -> Likeness:
        """How the customer is painted: by their picture, else by the name of the original."""
        look = look_from(self.scenario.customer.face, self.original.customer.name)
        return self.pictures.likeness(CUSTOMER, look)


class Cases:
    """What was found in the folders of cases, read so far; the window is there before any file is opened.

    Args:
        found: the cases.
        language: the tag of the language to tell them in; empty for each case's own.
    """

    def __init__(self, found: Found, language: str = "") -> None:
        self.found = found
        self._named: dict[str, Path] = {}
        self._pictures: dict[str, SuppliedPictures] = {}
        self._unread = deque(found.paths)
        self._read: list[str] = []
        self._curriculum: Curriculum | None = None
        self.speak(language)

    @property
    def is_read(self) -> bool:
        """Whether every file was read."""
        return not self._unread

    @property
    def next_file(self) -> str:
        """The case whose file is read next; empty after the last."""
        return self._unread[0] if self._unread else ""

    def read_next(self) -> None:
        """Read one file more."""
        if self._unread:
            case = self._unread.popleft()
            self.found.reading(case)
            self._read.append(case)

    @property
    def habits(self) -> Mapping[str, Habit]:
        """The known habits, by key, in the language asked for."""
        return self.words.habits(self.found.habits, self.found.sources)

    @property
    def curriculum(self) -> Curriculum:
        """The path through the cases, in the language asked for."""
        if self._curriculum is None:
            self._curriculum = self.words.curriculum(self.found.known_curriculum)
        return self._curriculum

    @property
    def lessons(self) -> Mapping[str, Lesson]:
        """The cases on the path in their order, by id, whatever the language."""
        return self.found.known_curriculum.lessons

    def before(self, case: str) -> tuple[Told, ...]:
        """The cases that are best played before this one, of those that can be played."""
        lesson = self.lessons.get(case)
        told = () if lesson is None else (self.told(before) for before in lesson.after)
        return tuple(each for each in told if each is not None)

    def trained(self, case: str) -> tuple[Habit, ...]:
        """The habits that a case is there to train, by what the curriculum says."""
        lesson = self.lessons.get(case)
        if lesson is None:
            return ()
        known = self.habits
        return tuple(known[key] for key in lesson.trains if key in known)

    def speak(self, language: str) -> None:
        """Tell the cases in another language from now on."""
        self.words = Words({**self.found.paths, **self._named}, language)
        self._curriculum = None

    def add(self, case: str, path: Path) -> None:
        """Learn where a case lies that was named by its file: its translations lie beside it."""
        self._named[case] = path
        self.words.add(case, path)

    def playable(self) -> tuple[Told, ...]:
        """Those read so far that can be played, in the order they were found."""
        return tuple(told for case in self._read if (told := self.told(case)) is not None)

    def told(self, case: str) -> Told | None:
        """A case by its id; None where there is none of it that can be played."""
        scenario = self.found.reading(case).scenario if case in self.found.paths else None
        return None if scenario is None else self.tell(case, scenario)

    def tell(self, case: str, scenario: Scenario) -> Told:
        """A case, wherever it came from, in the language asked for."""
        translation = self.words.translation(case, scenario)
        return Told(case, translation.scenario, scenario, translation.remark, self.pictures(case))

    def pictures(self, case: str) -> SuppliedPictures:
        """The trainer's own pictures of a case's people."""
        if case not in self._pictures:
            self._pictures[case] = pictures_of(case, self._named.get(case) or self.found.paths.get(case))
        return self._pictures[case]

    def broken(self) -> tuple[tuple[str, tuple[Diagnostic, ...]], ...]:
        """Those read so far that cannot be played yet, each with what keeps it from that."""
        readings = ((case, self.found.reading(case)) for case in self._read)
        return tuple(
            (case, tuple(each for each in reading.diagnostics if each.is_error))
            for case, reading in readings
            if reading.scenario is None
        )
