"""The debrief screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back, Digit
from game.window.screens.debrief.content import Content
from game.window.screens.debrief.keeping import TOLD, Keeping, Ways
from game.window.screens.debrief.score import earned_medal, medal_line, next_medal_words, own_best_words
from game.window.screens.debrief.sections import Jump, JumpSheet, Section, Topped, signpost
from game.window.screens.screen import Screen
from game.window.sound import Cue
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column
from game.window.widgets.button import MarkButton
from game.window.widgets.label import Heading
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
        on_done: back to where everything begins.
        on_again_from: tries again from a decision, counted from 1; None where that cannot be.
        on_mirror: looks at the play from the other side; None where that cannot be.
        own_best: the person's best score of this case beside this play; None for none.
        done_words: where closing leads; empty: to the desk.
        is_new: whether the play has just ended, so that a medal is heard.
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
        done_words: str = "",
        is_new: bool = True,
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
        self._done_words = done_words
        self._has_been_seen = not is_new
        self._content = Content(debrief, habits, own_best, on_choose=self.choose, on_change=self._change)
        self._keeping = Keeping(debrief, habits, self._remarks, page=self._whole, on_told=self._tell)

    @property
    def done_words(self) -> str:
        """Where closing leads."""
        return self._done_words or _("Back to the desk")

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
        parts = self._content.parts(room, self.on_again_from, pictures=self.pictures)
        parts.append(self._keeping.card(self._ways, theme.palette))
        signs = signpost(self._content.sections(), self._go)
        stays = theme.room(size[1]) >= _STAYING and theme.room(size[0]) >= _STAYING
        if not stays:
            parts.insert(0, signs)
        page = Column(self.title, *parts, gap=16, padding=10)
        sheet = JumpSheet(self.title, page, self._scroll, self._jump, key="debrief")
        return Page(self.title, bar, Topped(self.title, signs, sheet) if stays else sheet, widest=_WIDEST)

    def act(self, action: Action) -> bool:
        """Escape leads back; numbers go to parts of the page."""
        if isinstance(action, Back):
            self.on_done()
            return True
        if isinstance(action, Digit) and action.number <= len(self._content.sections()):
            self._go(self._content.sections()[action.number - 1])
            return True
        return False

    def choose(self, number: int) -> None:
        """Go to a decision, and open it."""
        self._content.opened.add(number)
        self._show(f"decision-{number}", f"decision-{number}")

    @property
    def _ways(self) -> Ways:
        return Ways(self.done_words, self.on_done, self.on_again, self.on_mirror)

    def _whole(self, theme: Theme, width: int) -> Widget:
        """The page as it is saved."""
        title = Heading(self.title, size=28, level=1)
        return Column(
            self.title,
            title,
            *self._content.parts(theme.room(width), None, is_saved=True, pictures=self.pictures),
            gap=16,
        )

    def _remarks(self) -> tuple[str, ...]:
        found = (medal_line(self.debrief), next_medal_words(self.debrief), own_best_words(self.debrief, self.own_best))
        return tuple(words for words in found if words)

    def _tell(self, is_good: bool) -> None:
        """Have what is told of what was saved in sight: it stands below what was pressed."""
        if not is_good:
            self.play_cue(Cue.ERROR)
        self._jump.key = TOLD
        self._change()

    def _change(self) -> None:
        self.has_changed = True

    def _go(self, section: Section) -> None:
        self._show(section.key, section.focus or "debrief")

    def _show(self, key: str, focus: str) -> None:
        self._jump.key, self.wanted_focus = key, focus
        self.has_changed = True
