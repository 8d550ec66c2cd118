"""The debrief screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import end_words
from game.texts import _
from game.window.input import Back
from game.window.screens.debrief.curve import MoodCurve
from game.window.screens.debrief.decisions import decision_card
from game.window.screens.debrief.score import ending_card, score_card
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column, Grid, Row
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading, Label
from game.window.widgets.page import Page
from game.window.widgets.scroll import ScrollState, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.debrief import Debrief, PromiseEnd
    from game.scenario.model import Habit
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["Debriefing"]

_TWO_COLUMNS = 900
_ENDS: dict[PromiseEnd, tuple[str, Tone]] = {
    "kept": ("kept", "good"),
    "broken": ("broken", "bad"),
    "released": ("released", "mute"),
    "open": ("open", "warn"),
}
_KINDS: dict[str, tuple[str, Tone]] = {"virtue": ("good", "good"), "vice": ("mistake", "bad")}


class Debriefing(Screen):
    """Shows a debrief.

    Args:
        debrief: what is shown.
        habits: the known habits, by key.
        on_again: plays the case once more.
        on_done: back to the cases.
    """

    first_focus = "debrief"

    def __init__(
        self,
        debrief: Debrief,
        habits: Mapping[str, Habit],
        *,
        on_again: Callable[[], None],
        on_done: Callable[[], None],
    ) -> None:
        super().__init__()
        self.title = _("Debrief: {title}", title=debrief.title)
        self.debrief = debrief
        self.habits = habits
        self.on_again = on_again
        self.on_done = on_done
        self._scroll = ScrollState()

    @property
    def done_words(self) -> str:
        """Where closing leads."""
        return _("Back to the cases")

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """A bar, then a page from the ending to the habits."""
        back = MarkButton(self.done_words, "close", self.on_done, key="close")
        bar = TitleBar(self.debrief.title, _("The debrief"), "best", back)
        columns = 2 if theme.room(size[0]) >= _TWO_COLUMNS else 1
        page = Column(
            self.title,
            Grid(_("Ending and score"), ending_card(self.debrief), score_card(self.debrief), columns=columns, gap=16),
            *self._curve(),
            *self._decisions(),
            *self._promises(),
            *self._shown_habits(),
            self._ways(),
            gap=16,
            padding=16,
        )
        return Page(self.title, bar, Sheet(self.title, page, self._scroll, key="debrief"), widest=1080)

    def act(self, action: Action) -> bool:
        """Escape leads back to the cases."""
        if isinstance(action, Back):
            self.on_done()
            return True
        return False

    def _curve(self) -> list[Widget]:
        if not self.debrief.decisions:
            return []
        name = _("The mood over the case")
        return [Card(name, Heading(name, size=18), MoodCurve(self.debrief), padding=18)]

    def _decisions(self) -> list[Widget]:
        if not self.debrief.decisions:
            return []
        cards: list[Widget] = [Heading(_("Your decisions"))]
        mood = self.debrief.mood
        for number, decided in enumerate(self.debrief.decisions, 1):
            cards.append(decision_card(decided, number, mood, self.debrief.language))
            mood = decided.mood
        return cards

    def _promises(self) -> list[Widget]:
        made = [vow for vow in self.debrief.promises if vow.end != "never made"]
        if not made:
            return []
        name = _("Your promises")
        lines = []
        for vow in made:
            mark, colour = _ENDS[vow.end]
            chip = Marked(mark, end_words(vow.end), colour=colour)
            lines.append(Column(vow.name, chip, Label(vow.text, size=15), gap=2))
        return [Card(name, Heading(name, size=18), *lines, padding=18)]

    def _shown_habits(self) -> list[Widget]:
        shown = [(self.habits[key], numbers) for key, numbers in self.debrief.habits.items() if key in self.habits]
        if not shown:
            return []
        name = _("Habits you showed")
        lines = []
        for habit, numbers in shown:
            mark, colour = _KINDS[habit.kind]
            places = ", ".join(map(str, numbers))
            words = _("{habit} (decision {numbers})") if len(numbers) == 1 else _("{habit} (decisions {numbers})")
            title = words.format(habit=habit.name, numbers=places)
            head = Marked(mark, title, colour=colour, words_colour="ink")
            lines.append(Column(habit.name, head, Label(habit.text, size=15, colour="mute"), gap=2))
        return [Card(name, Heading(name, size=18), *lines, padding=18)]

    def _ways(self) -> Widget:
        done = Button(self.done_words, self.on_done, key="done", mark="back", style="primary")
        again = Button(_("Play it once more"), self.on_again, key="again", mark="undo")
        return Row(_("Where to go on"), done, again)
