"""The debrief screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back, Digit
from game.window.screens.debrief.content import Content
from game.window.screens.debrief.keeping import Keeping
from game.window.screens.debrief.score import earned_medal
from game.window.screens.debrief.sections import Jump, JumpSheet, Section, Topped, signpost
from game.window.screens.screen import Screen
from game.window.sound import Cue
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column
from game.window.widgets.button import MarkButton
from game.window.widgets.page import Page
from game.window.widgets.scroll import ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.debrief import Debrief
    from game.scenario.model import Habit
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Debriefing"]

_WIDEST = 1200
_STAYING = 620
"""Units; in a lower window the ways about the page scroll away with it."""


class Debriefing(Screen):
    """Shows a debrief.

    Args:
        debrief: what is shown.
        habits: the known habits, by key.
        on_again: plays the case once more.
        on_done: back to the cases.
        on_again_from: tries again from a decision, counted from 1; None where that cannot be.
        on_mirror: looks at the play from the other side; None where that cannot be.
        own_best: the person's best score of this case before this play; None for none.
    """

    first_focus = "debrief"

    def __init__(
        self,
        debrief: Debrief,
        habits: Mapping[str, Habit],
        *,
        on_again: Callable[[], None],
        on_done: Callable[[], None],
        on_again_from: Callable[[int], None] | None = None,
        on_mirror: Callable[[], None] | None = None,
        own_best: int | None = None,
    ) -> None:
        super().__init__()
        self.title = _("Debrief: {title}", title=debrief.title)
        self.debrief = debrief
        self.habits = habits
        self.on_again = on_again
        self.on_done = on_done
        self.on_again_from = on_again_from
        self.on_mirror = on_mirror
        self.own_best = own_best
        self._scroll = ScrollState()
        self._jump = Jump()
        self._has_been_seen = False
        self.content = Content(self)
        self.keeping = Keeping(self)

    @property
    def done_words(self) -> str:
        """Where closing leads."""
        return _("Back to the cases")

    def open(self) -> None:
        """A medal is heard once."""
        if not self._has_been_seen and earned_medal(self.debrief):
            self.play_cue(Cue.MEDAL)
        self._has_been_seen = True

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """A bar, the ways about the page, and the page from the ending to what can be done now."""
        back = MarkButton(self.done_words, "close", self.on_done, key="close")
        bar = TitleBar(self.debrief.title, _("The debrief"), "best", back)
        room = min(theme.room(size[0]), _WIDEST)
        parts = self.content.parts(room)
        signs = signpost(self.content.sections(), self._go)
        stays = theme.room(size[1]) >= _STAYING and theme.room(size[0]) >= _STAYING
        children = [part for part in parts if part is not None]
        if not stays:
            children.insert(0, signs)
        page = Column(self.title, *children, gap=16, padding=10)
        sheet = JumpSheet(self.title, page, self._scroll, self._jump, key="debrief")
        return Page(self.title, bar, Topped(self.title, signs, sheet) if stays else sheet, widest=_WIDEST)

    def act(self, action: Action) -> bool:
        """Escape leads back to the cases; numbers go to parts of the page."""
        if isinstance(action, Back):
            self.on_done()
            return True
        if isinstance(action, Digit) and action.number <= len(self.content.sections()):
            self._go(self.content.sections()[action.number - 1])
            return True
        return False

    def choose(self, number: int) -> None:
        """Go to a decision, and open it."""
        self.content.opened.add(number)
        self._show(f"decision-{number}", f"decision-{number}")

    def changed(self) -> None:
        """Something of the page looks different now."""
        self.has_changed = True

    def _go(self, section: Section) -> None:
        self._show(section.key, section.focus or "debrief")

    def _show(self, key: str, focus: str) -> None:
        self._jump.key, self.wanted_focus = key, focus
        self.has_changed = True
