"""Home: who plays, what waits for them, whom to serve next, and all ways on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back
from game.window.screens.home.hero import hero
from game.window.screens.home.next_guest import next_guest
from game.window.screens.home.reception import Reception
from game.window.screens.home.results import results_card
from game.window.screens.home.team import assignment_cards, boards_way, open_plays
from game.window.screens.home.unfinished import damaged_note, unfinished_ways
from game.window.screens.home.welcome import welcome
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.beside import Beside
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.dialog import Dialog, notice
from game.window.widgets.label import Heading, Label
from game.window.widgets.note import Note
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.cases import Cases
    from game.window.input import Action
    from game.window.screens.home.doors import Doors
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Home"]

_NAMING = 700
"""Room from which who plays stands in the bar by name."""
_LONGEST = 20
"""Letters of a name that has room there."""


def _local_time() -> datetime:
    return datetime.now().astimezone()


class Home(Screen):
    """Where everything begins, and where every way leads back to.

    Args:
        cases: what was found.
        reception: what is known of whoever plays.
        doors: the ways on.
        work: does the next piece of what is still to be done – opening what was kept, reading cases; says whether
            there is more. The first picture waits for none of it.
        clock: tells the time, in the reader's own zone.
    """

    def __init__(
        self,
        cases: Cases,
        reception: Reception,
        doors: Doors,
        *,
        work: Callable[[], bool],
        clock: Callable[[], datetime] = _local_time,
    ) -> None:
        super().__init__()
        self.title = _("Gastgeber")
        self.cases = cases
        self.reception = reception
        self.doors = doors
        self.trouble = ""
        """What is to be told in a dialog; empty for nothing."""
        self._work = work
        self._clock = clock
        self._is_leaving = False
        self._shows_all = False
        self._shows_all_plays = False
        self._seeks_first = True
        self._scroll = ScrollState()
        self._dialog = ScrollState()
        self.is_moving = True

    def open(self) -> None:
        """What was done elsewhere is told by `receive`; what is left to do goes on."""
        self.is_moving = True
        self._seeks_first = not self.first_focus
        self.has_changed = True

    def receive(self, reception: Reception) -> None:
        """Learn what has become known."""
        self.reception = reception
        self.has_changed = True

    def tell(self, trouble: str) -> None:
        """Tell what went wrong."""
        self.trouble = trouble
        self._dialog.offset = 0
        self.has_changed = True

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The greeting; then what waits, and beside it how it went and the ways on."""
        reception, now = self.reception, self._clock()
        main: list[Widget] = []
        if reception.is_first:
            main.append(welcome(self.doors))
        else:
            more = None if self._shows_all else self._show_all
            main += unfinished_ways(reception, self.cases, self.doors, now, more)
            main += open_plays(reception, self.doors, now)
            main += assignment_cards(reception, self.doors, now)
            main.append(next_guest(reception, self.cases, self.doors))
        main += [damaged_note(each) for each in reception.damaged]
        waits: Widget = Column(_("What waits"), *main, gap=16)
        if not reception.is_first:
            more = None if self._shows_all_plays else self._show_all_plays
            side = [self._ways(now), *results_card(reception, self.cases, self.doors, now, more)]
            waits = Beside(_("At the desk"), waits, Column(_("And else"), *side, gap=16))
        self._find_first(main)
        sections = [hero(reception, self.cases.playable(), now), *self._troubles(), waits]
        page = Column(self.title, *sections, gap=22, padding=20)
        bar = self._bar(is_wide=theme.room(size[0]) >= _NAMING)
        return Page(self.title, bar, Scroll(self.title, page, self._scroll))

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # the same at any size
        """What went wrong, or whether to leave."""
        if self.trouble:
            return notice(_("That did not work"), self.trouble, self._close, self._dialog)
        if not self._is_leaving:
            return None
        title = _("Leave the game?")
        return Dialog(
            title,
            Heading(title, size=20, level=1),
            Label(_("Everything is kept as it is.")),
            Button(_("Stay"), self._close, key="close", mark="counter", style="primary"),
            Button(_("Leave the game"), self.doors.on_quit, key="quit", mark="door"),
            state=self._dialog,
        )

    def act(self, action: Action) -> bool:
        """Escape closes what is open, else it asks whether to leave."""
        if not isinstance(action, Back):
            return False
        if self.trouble or self._is_leaving:
            self._close()
        else:
            self._ask_whether_to_leave()
        return True

    def tick(self, now: float) -> None:  # noqa: ARG002  # every time is a good one for the next piece of work
        """Do a piece of what is still to be done."""
        if self.is_moving:
            self.is_moving = self._work()
            self.has_changed = self.has_changed or not self.is_moving

    def _troubles(self) -> list[Widget]:
        told = self.reception.trouble
        return (
            [Note("alert", told, title=_("What is kept cannot be read"), colour="warn", is_boxed=True)] if told else []
        )

    def _bar(self, *, is_wide: bool) -> Widget:
        """What this is, and the ways that are always at hand."""
        doors = self.doors
        right: list[Widget] = []
        if doors.on_people is not None:
            name, told = self.reception.name, _("Who plays: choose, rename, export, erase")
            if is_wide and 0 < len(name) <= _LONGEST:
                right.append(Button(name, doors.on_people, key="people", mark="person", is_slim=True, description=told))
            else:
                right.append(MarkButton(_("Who plays?"), "person", doors.on_people, key="people", description=told))
        if doors.on_settings is not None:
            right.append(MarkButton(_("Settings"), "gear", doors.on_settings, key="settings"))
        right.append(MarkButton(_("Leave the game"), "door", self._ask_whether_to_leave, key="leave"))
        return TitleBar(self.title, _("Be a good host."), "counter", *right)

    def _ways(self, now: datetime) -> Widget:
        """To all cases, to the boards, and to the first steps once more."""
        doors, count = self.doors, len(self.cases.playable())
        words = ""
        if self.cases.is_read:
            words = _("1 case") if count == 1 else _("{count} cases, with search and filter", count=count)
        ways: list[Widget] = [Way(_("All cases"), words, "shelf", doors.on_cases, key="cases")]
        ways += boards_way(self.reception, doors, now)
        if doors.on_first_steps is not None and not self.reception.is_first:
            words = _("Three minutes, guided")
            ways.append(Way(_("First steps"), words, "flag", doors.on_first_steps, key="first-steps"))
        return Column(_("Ways on"), *ways, gap=10)

    def _find_first(self, main: list[Widget]) -> None:
        """Once all is known, what matters most has the focus."""
        if self._seeks_first and not self.is_moving:
            self._seeks_first = False
            keys = (widget.key for each in main for widget in each.walk() if widget.is_focusable)
            self.wanted_focus = next(keys, "")

    def _show_all(self) -> None:
        """Show every play that waits."""
        self._shows_all, self.wanted_focus = True, "resume-0"
        self.has_changed = True

    def _show_all_plays(self) -> None:
        """Show every play that came to its end."""
        self._shows_all_plays, self.wanted_focus = True, "play-0"
        self.has_changed = True

    def _ask_whether_to_leave(self) -> None:
        self._is_leaving = True
        self._dialog.offset = 0
        self.has_changed = True

    def _close(self) -> None:
        self._is_leaving, self.trouble = False, ""
        self.has_changed = True
