"""The list of cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back
from game.window.screens.pause import pause_dialog, settings_buttons, timers_button
from game.window.screens.scenarios.briefing import briefing
from game.window.screens.scenarios.case_card import CaseCard
from game.window.screens.scenarios.findings import broken_card, finding_note
from game.window.screens.scenarios.unfinished import resume_button
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column, Grid
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.dialog import notice
from game.window.widgets.label import Heading, Label
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.loader import Found
    from game.records import Shelf
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Scenarios"]

_COLUMN = 420
"""Room a case takes at least."""
_OFFERED = 3
"""Unfinished sessions, the last played first."""


def _as_written(_case: str, scenario: Scenario) -> Scenario:
    return scenario


class Scenarios(Screen):
    """All cases that were found; the files are read one at a time, so that the window is there at once.

    Args:
        found: the cases.
        look: finds the sessions to go on with.
        told: tells a case, by its id, in the words it is to be read in.
        on_play: begins a case, by its id.
        on_resume: goes on with one of the sessions.
        on_quit: ends the game.
    """

    def __init__(
        self,
        found: Found,
        *,
        look: Callable[[], Shelf],
        told: Callable[[str, Scenario], Scenario] = _as_written,
        on_play: Callable[[str, Mode], None],
        on_resume: Callable[[int], None],
        on_quit: Callable[[], None],
    ) -> None:
        super().__init__()
        self.title = _("Gastgeber")
        self.found = found
        self.look = look
        self.told = told
        self.on_play = on_play
        self.on_resume = on_resume
        self.on_quit = on_quit
        self.shelf: Shelf | None = None
        self.trouble = ""
        """What is to be told in a dialog; empty for nothing."""
        self._read: list[str] = []
        self._unread = list(found.paths)
        self._briefed = ""
        self._has_menu = False
        self._scroll = ScrollState()
        self._dialog = ScrollState()

    @property
    def is_reading(self) -> bool:
        """Whether files are still to be read."""
        return bool(self._unread) or self.shelf is None

    def open(self) -> None:
        """Look for sessions to go on with once more; the case played last has the focus, or the first."""
        self.shelf = None
        self.wanted_focus = f"case-{self._briefed or next(iter(self.found.paths), '')}"
        self._briefed = ""
        self.has_changed = True

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """A bar, then what was left, the cases, and what cannot be played."""
        menu = MarkButton(_("Settings and the way out"), "pause", self._open_menu, key="menu")
        bar = TitleBar(self.title, _("Be a good host. Choose whom to serve."), "charmed", menu)
        columns = max(1, int(theme.room(size[0]) // _COLUMN))
        sections = [*self._told(), *self._left(), *self._cases(columns), *self._broken()]
        page = Column(_("Cases"), *sections, gap=16, padding=20)
        return Page(self.title, bar, Scroll(_("Cases"), page, self._scroll))

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # the same at any size
        """What happened, the menu, or what is said before a case."""
        if self.trouble:
            return notice(_("That did not work"), self.trouble, self._close, self._dialog)
        if self._has_menu:
            return self._menu()
        scenario = self.found.reading(self._briefed).scenario if self._briefed else None
        if scenario is None:
            return None
        told = self.told(self._briefed, scenario)
        namesake = scenario.customer.name
        return briefing(told, namesake, lambda mode: self.on_play(self._briefed, mode), self._close, self._dialog)

    def act(self, action: Action) -> bool:
        """Escape closes what is open, else it opens the menu."""
        if not isinstance(action, Back):
            return False
        if self.trouble or self._has_menu or self._briefed:
            self._close()
        else:
            self._open_menu()
        return True

    def tick(self, now: float) -> None:  # noqa: ARG002  # every time is a good one to read the next file
        """Read one file more."""
        if self.shelf is None:
            self.shelf = self.look()
        elif self._unread:
            case = self._unread.pop(0)
            self.found.reading(case)
            self._read.append(case)
        else:
            return
        self.has_changed = True

    def tell(self, trouble: str) -> None:
        """Tell what went wrong."""
        self.trouble = trouble
        self.has_changed = True

    def _told(self) -> list[Widget]:
        return [finding_note(finding) for finding in self.found.diagnostics]

    def _left(self) -> list[Widget]:
        shelf = self.shelf
        if shelf is None or not (shelf.unfinished or shelf.damaged):
            return []
        buttons = [
            resume_button(session, number, partial(self.on_resume, number))
            for number, session in enumerate(shelf.unfinished[:_OFFERED])
        ]
        words = _("Cannot be gone on with: {path}. {reason}")
        damaged = [
            Label(words.format(path=each.path, reason=each.reason), size=14, colour="mute") for each in shelf.damaged
        ]
        return [Heading(_("Not finished yet")), *buttons, *damaged]

    def _cases(self, columns: int) -> list[Widget]:
        cards: list[Widget] = []
        for case in self._read:
            scenario = self.found.reading(case).scenario
            if scenario is not None:
                cards.append(
                    CaseCard(case, self.told(case, scenario), scenario.customer.name, partial(self._brief, case))
                )
        sections: list[Widget] = [Heading(_("Cases"))]
        if cards:
            sections.append(Grid(_("Cases"), *cards, columns=columns, gap=14, role=Role.LIST))
        if self._unread:
            sections.append(Label(_("Reading {file} …", file=self._unread[0]), colour="mute"))
        elif not cards and self.shelf is not None:
            sections.append(Label(_("No case was found that can be played.")))
        return sections

    def _broken(self) -> list[Widget]:
        broken = [case for case in self._read if self.found.reading(case).scenario is None]
        cards = [
            broken_card(case, [each for each in self.found.reading(case).diagnostics if each.is_error])
            for case in broken
        ]
        return [Heading(_("To be mended by whoever wrote them")), *cards] if cards else []

    def _menu(self) -> Widget:
        ways = [
            Button(_("Go on"), self._close, key="close", mark="play", style="primary"),
            Button(_("Leave the game"), self.on_quit, key="quit", mark="lost"),
        ]
        settings = settings_buttons(self.settings, self.change_settings)
        settings.append(timers_button(self.settings, self.change_settings))
        keys = _("Keys: Tab and arrows move, Enter presses, Control with + and - sizes the text, F11 fills the screen.")
        return pause_dialog(ways, settings, self._dialog, title=_("Settings"), keys=keys)

    def _brief(self, case: str) -> None:
        self._briefed = case
        self._dialog.offset = 0
        self.has_changed = True

    def _open_menu(self) -> None:
        self._has_menu = True
        self._dialog.offset = 0
        self.has_changed = True

    def _close(self) -> None:
        self._briefed, self._has_menu, self.trouble = "", False, ""
        self.has_changed = True
