"""Before a ranked play: which attempt it is, what counts, and that the server keeps the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.online.wording import attempts_words, best_words, book_words, ends_words, entry_words, given_words
from game.records import Trouble
from game.texts import _
from game.window.input import Back
from game.window.screens.pause import timers_button
from game.window.screens.scenarios.counting import counting_card
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column, Flow, Grid
from game.window.widgets.button import MarkButton
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.dialog import notice
from game.window.widgets.label import Heading, Label
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.errand import Errand
    from game.online.messages import Played
    from game.online.plays import RankedPlay
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["RankedBriefing"]

_TWO_COLUMNS = 860


class RankedBriefing(Screen):
    """From here a ranked play begins, or goes on.

    Args:
        play: what is played, and what for.
        now_ms: milliseconds since 1970.
        begin: asks the server to begin, with time limits or without.
        on_begun: it has begun.
        on_back: leads back.
    """

    first_focus = "begin"

    def __init__(
        self,
        play: RankedPlay,
        now_ms: int,
        *,
        begin: Callable[[bool], Errand[Played]],
        on_begun: Callable[[Played], None],
        on_back: Callable[[], None],
    ) -> None:
        super().__init__()
        self.title = play.title
        self.play = play
        self.trouble = ""
        self._now_ms = now_ms
        self._begin = begin
        self._on_begun = on_begun
        self._on_back = on_back
        self._errand: Errand[Played] | None = None
        self._scroll, self._dialog = ScrollState(), ScrollState()

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """What is known of the case and the season, how it is played, and the way in."""
        back = MarkButton(_("Back"), "back", self._on_back, key="back")
        bar = TitleBar(self.title, self._for, "podium", back)
        columns = 2 if theme.room(size[0]) >= _TWO_COLUMNS else 1
        left = Column(_("What counts"), self._facts(), self._rules(), gap=16)
        parts = Grid(self.title, left, Column(_("What counts"), counting_card()), columns=columns, gap=18)
        page = Column(self.title, parts, self._way(), gap=18, padding=20)
        return Page(self.title, bar, Scroll(self.title, page, self._scroll))

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # the same at any size
        """What went wrong."""
        return notice(_("That did not work"), self.trouble, self._close, self._dialog) if self.trouble else None

    def act(self, action: Action) -> bool:
        """Escape leads back."""
        if not isinstance(action, Back):
            return False
        self._close() if self.trouble else self._on_back()
        return True

    def tick(self, now: float) -> None:  # noqa: ARG002  # the server takes the time it takes
        """See whether the server has begun."""
        if self._errand is None or not self._errand.is_done:
            return
        errand, self._errand, self.has_changed = self._errand, None, True
        try:
            self._on_begun(errand.answer())
        except Trouble as trouble:
            self.trouble = str(trouble)

    @property
    def _for(self) -> str:
        """What it is played for."""
        return _("For your team") if self.play.season is None else self.play.season.title

    @property
    def _attempts(self) -> str:
        """Which attempt it is, and whether it counts."""
        season, case = self.play.season, self.play.case
        if season is None or case is None:
            return given_words()
        return attempts_words(case, season)

    def _facts(self) -> Card:
        told: list[Widget] = [
            Heading(self.title, size=26),
            Marked("medal", self._attempts, colour="accent", words_colour="ink", size=16),
        ]
        season, case = self.play.season, self.play.case
        if season is not None and case is not None:
            told.append(Label(ends_words(season, self._now_ms), size=16, colour="mute"))
            if best_words(case):
                told.append(Marked("best", best_words(case), colour="good", words_colour="ink", size=16))
            if case.is_open_book:
                told.append(Marked("shelf", book_words(), colour="mute", size=15))
            told.append(Marked("podium", entry_words(season), colour="mute", size=15))
        return Card(_("What counts"), *told, padding=24, gap=14)

    def _rules(self) -> Card:
        lines = [
            _("The server leads the play: your screen learns points and reasons at the end."),
            _("Nothing can be taken back, and a decision that arrived stands."),
            _("Where time runs, the server's clock counts; a pause does not stop it."),
            _("If the connection is lost, your decisions are kept, and you go on where you were."),
        ]
        return Card(_("How it is played"), Heading(_("How it is played")), *map(Label, lines), padding=22, gap=10)

    def _way(self) -> Widget:
        case = self.play.case
        goes_on = case is not None and case.open_session is not None
        title = _("Go on") if goes_on else _("Play ranked")
        words = self._attempts
        if self._errand is not None:
            words = _("One moment: the server is being asked.")
        way = Way(title, words, "play" if goes_on else "podium", self._press, key="begin", is_primary=True)
        limits = [] if goes_on else [Flow(_("Time limits"), timers_button(self.settings, self.change_settings))]
        return Column(_("Begin"), way, *limits, gap=14)

    def _press(self) -> None:
        if self._errand is None:
            self._errand = self._begin(self.settings.has_timers)
            self.has_changed = True

    def _close(self) -> None:
        self.trouble = ""
        self.has_changed = True
