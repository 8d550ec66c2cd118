"""What stands on the debrief's page, from the ending to what can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import grade_words
from game.texts import _
from game.window.screens.debrief.beside import beside_card
from game.window.screens.debrief.curve import MoodCurve
from game.window.screens.debrief.decisions import Hand, decision_card
from game.window.screens.debrief.figures import GRADE_TONES
from game.window.screens.debrief.hero import EndingCard
from game.window.screens.debrief.ledger import habits_card, promises_card
from game.window.screens.debrief.score import score_card
from game.window.screens.debrief.sections import Section
from game.window.screens.debrief.staircase import staircase_card
from game.window.supplied import NO_PICTURES, SuppliedPictures
from game.window.widgets.boxes import Column, Flow, Grid
from game.window.widgets.button import Button
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.label import Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.debrief import Debrief, Grade
    from game.scenario.model import Habit
    from game.window.widgets.widget import Widget

__all__ = ["Content"]

_TWO_COLUMNS = 900
_SIDE_BY_SIDE = 720
"""Units from which on yours and the best stand beside each other."""
_FEW = 14
"""Decisions up to which everything is shown at once."""
_GRADES: tuple[Grade, ...] = ("best", "good", "slip", "mistake", "blunder")


class Content:
    """The parts of the page, and which of them are open."""

    def __init__(
        self,
        debrief: Debrief,
        habits: Mapping[str, Habit],
        own_best: int | None,
        *,
        on_choose: Callable[[int], None],
        on_change: Callable[[], None],
    ) -> None:
        self._debrief = debrief
        self._habits = habits
        self._own_best = own_best
        self._on_choose = on_choose
        self._on_change = on_change
        self._telling = _telling(debrief)
        self.opened = set(self._telling)
        """The decisions that are explained; those that lost nothing take a line until they are opened."""
        self.shows_best_way = len(debrief.decisions) <= _FEW

    def parts(
        self,
        room: float,
        on_again_from: Callable[[int], None] | None,
        *,
        is_saved: bool = False,
        pictures: SuppliedPictures = NO_PICTURES,
    ) -> list[Widget]:
        """All parts for a page with so many units of room; saved ones without what can be pressed in vain."""
        debrief = self._debrief
        wide = 2 if room >= _TWO_COLUMNS else 1
        beside = 2 if room >= _SIDE_BY_SIDE else 1
        ending = EndingCard(debrief, pictures)
        ending.key = "part-ending"
        found: list[Widget | None] = [
            Grid(_("Ending and score"), ending, score_card(debrief, self._own_best), columns=wide, gap=16),
            self._curve(),
            self._sums(wide),
            *self._decisions(beside, on_again_from, is_saved=is_saved),
            self._beside(beside),
        ]
        return [part for part in found if part is not None]

    def sections(self) -> list[Section]:
        """The parts one can go to by name or number."""
        debrief = self._debrief
        found = [Section("part-ending", _("Result"), "medal")]
        if debrief.decisions:
            found.append(Section("part-mood", _("Mood"), "pleased", "curve-1"))
        if self._sums(1) is not None:
            found.append(Section("part-sums", _("Points"), "hard"))
        if debrief.decisions:
            found.append(Section("part-decisions", _("Decisions"), "shelf", "decision-1"))
        if self._beside(1) is not None:
            is_own = debrief.best_parts == debrief.parts
            found.append(Section("part-beside", _("Best way"), "best", "" if is_own else "beside"))
        found.append(Section("part-ways", _("Go on"), "next", "again"))
        return found

    def _curve(self) -> Card | None:
        debrief = self._debrief
        if not debrief.decisions:
            return None
        name = _("The mood over the case")
        curve = MoodCurve(debrief, self._on_choose)
        card = Card(name, Heading(name, size=18), curve, *self._legend(), padding=18)
        card.key = "part-mood"
        return card

    def _legend(self) -> list[Widget]:
        """How many decisions of each grade."""
        grades = [each.grade for each in self._debrief.decisions]
        marks: list[Widget] = []
        for grade in _GRADES:
            if count := grades.count(grade):
                words = _("{grade}: {count}", grade=grade_words(grade), count=count)
                marks.append(Marked(grade, words, colour=GRADE_TONES[grade], words_colour="ink", size=14.5))
        return [Flow(_("Your decisions by grade"), *marks, gap=18)] if marks else []

    def _sums(self, columns: int) -> Widget | None:
        """Where the points went, the promises beside it, and the habits below."""
        debrief = self._debrief
        pair = [card for card in (staircase_card(debrief), promises_card(debrief)) if card is not None]
        name = _("Points, promises and habits")
        found: list[Widget] = [Grid(name, *pair, columns=columns if len(pair) > 1 else 1, gap=16)] if pair else []
        habits = habits_card(debrief, self._habits, columns)
        if habits is not None:
            found.append(habits)
        if not found:
            return None
        sums = Column(name, *found, gap=16)
        sums.key = "part-sums"
        return sums

    def _decisions(self, columns: int, again_from: Callable[[int], None] | None, *, is_saved: bool) -> list[Widget]:
        debrief = self._debrief
        if not debrief.decisions:
            return []
        hand = Hand(self._toggle, None if is_saved else self._on_choose, again_from, columns)
        title = Heading(_("Your decisions"), size=20)
        title.key = "part-decisions"
        head: list[Widget] = [title]
        if not is_saved and len(self._telling) < len(debrief.decisions):
            head.append(self._all_button())
        cards: list[Widget] = [
            decision_card(debrief, number, hand, is_open=number in self.opened)
            for number in range(1, len(debrief.decisions) + 1)
        ]
        return [Flow(_("Your decisions"), *head, gap=16), Column(_("Your decisions"), *cards, gap=10)]

    def _beside(self, columns: int) -> Card | None:
        card = beside_card(self._debrief, columns, self._toggle_best_way, is_open=self.shows_best_way)
        if card is not None:
            card.key = "part-beside"
        return card

    def _toggle(self, number: int) -> None:
        self.opened ^= {number}
        self._on_change()

    @property
    def _is_all_open(self) -> bool:
        return len(self.opened) == len(self._debrief.decisions)

    def _all_button(self) -> Button:
        if not self._is_all_open:
            return Button(_("Open all"), self._toggle_all, key="open-all", mark="down", is_slim=True)
        words = _("Close those that lost nothing") if self._telling else _("Close all")
        return Button(words, self._toggle_all, key="open-all", mark="up", is_slim=True)

    def _toggle_all(self) -> None:
        every = range(1, len(self._debrief.decisions) + 1)
        self.opened = set(self._telling if self._is_all_open else every)
        self._on_change()

    def _toggle_best_way(self) -> None:
        self.shows_best_way = not self.shows_best_way
        self._on_change()


def _telling(debrief: Debrief) -> frozenset[int]:
    """The decisions that are worth a look: those that lost points; where nothing is known of that, all of a few."""
    if debrief.best is None and len(debrief.decisions) > _FEW:
        return frozenset()
    return frozenset(number for number, each in enumerate(debrief.decisions, 1) if each.regret != 0)
