"""The list of cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.texts import _
from game.window.input import Back, Typed, Write
from game.window.progress import Progress
from game.window.screens.scenarios.case_card import CaseCard
from game.window.screens.scenarios.findings import broken_card, finding_note
from game.window.screens.scenarios.panel import SEARCH, View, panel
from game.window.screens.scenarios.selection import Order, Selection
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column, Flow, Grid
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.label import Heading, Label
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Live, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from game.scenario.curriculum import Chapter
    from game.window.cases import Cases, Told
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Scenarios"]

_COLUMN = 400
"""Room a case takes at least."""
_WIDEST = 1240


class Scenarios(Screen):
    """All cases that were found, as a guest list: whom to serve, and how it went so far.

    Args:
        cases: what was found.
        view: how it was looked at before.
        progress: what was reached.
        work: does the next piece of what is still to be done, such as reading a file; says whether there is more.
        on_case: opens the briefing of a case, by its id.
        on_back: leads back.
    """

    def __init__(
        self,
        cases: Cases,
        view: View,
        *,
        progress: Progress,
        work: Callable[[], bool],
        on_case: Callable[[str], None],
        on_back: Callable[[], None],
    ) -> None:
        super().__init__()
        self.title = _("All cases")
        self.cases = cases
        self.view = view
        self.on_case = on_case
        self.on_back = on_back
        self._progress = progress
        self._cards: dict[str, CaseCard] = {}
        self._seeks_first = True
        self._work = work
        self.is_moving = True

    def open(self) -> None:
        """The case that was opened last has the focus, or else the first; what is left to do goes on."""
        self.is_moving = True
        self._seeks_first = not self.first_focus
        self.has_changed = True

    def receive(self, progress: Progress) -> None:
        """Learn what was reached, or that a case more was read."""
        if progress is not self._progress:
            self._progress = progress
            self._cards.clear()
        self.has_changed = True

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """A bar, then the ways to narrow the list, the cases, and what cannot be played."""
        back = MarkButton(_("Back"), "back", self.on_back, key="back")
        bar = TitleBar(self.title, _("Whom would you like to serve?"), "shelf", back)
        columns = max(1, int(min(theme.room(size[0]), _WIDEST) // _COLUMN))
        found = self.cases.found
        told = [finding_note(each) for each in (*found.diagnostics, *found.known_curriculum.diagnostics)]
        sections = [*self._tools(), *told, *self._shown(columns), *self._broken()]
        page = Column(_("Cases"), *sections, gap=16, padding=20)
        return Page(self.title, bar, Scroll(_("Cases"), page, self.view.scroll))

    def act(self, action: Action) -> bool:
        """Escape leads back; letters look for a case."""
        match action:
            case Back():
                self.on_back()
            case Typed(letter) | Write(letter):
                self.view.is_open, self.wanted_focus = True, SEARCH
                words = self.view.selection.words + letter
                self._change(Selection(words=words, order=self.view.selection.order))
            case _:
                return False
        return True

    def tick(self, now: float) -> None:  # noqa: ARG002  # every time is a good one for the next piece of work
        """Do a piece of what is still to be done."""
        if self.is_moving:
            self.is_moving = self._work()

    def _tools(self) -> list[Widget]:
        """The panel that narrows the list, or the button that opens it, and how much is shown."""
        view, playable = self.view, self.cases.playable()
        words = _("Fewer options") if view.is_open else _("Search, filter and sort")
        buttons: list[Widget] = [Button(words, self._fold, key="panel", mark="sliders", is_slim=True)]
        if view.selection.is_narrow:
            buttons.append(Button(_("Show all"), self._show_all, key="all", mark="undo", is_slim=True))
            count = len(self._arranged())
            told = _("{count} of {all} cases", count=count, all=len(playable))
            buttons.append(Label(told, size=15, colour="mute", live=Live.POLITE))
        row = Flow(_("Search, filter and sort"), *buttons, gap=12)
        return [row, panel(view.selection, playable, self._change)] if view.is_open else [row]

    def _shown(self, columns: int) -> list[Widget]:
        playable = self.cases.playable()
        cards = {each.id: self._card(each) for each in self._arranged()}
        if cards and self._seeks_first and self.cases.is_read:
            self._seeks_first = False
            self.wanted_focus = cards.get(self.view.last, next(iter(cards.values()))).key
        sections = [*self._by_chapter(cards, columns)]
        if not self.cases.is_read:
            sections.append(Label(_("Reading {file} …", file=self.cases.next_file), colour="mute"))
        elif not playable:
            sections.append(Label(_("No case was found that can be played.")))
        elif not cards:
            sections.append(Label(_("No case is like that. Look for less, or show them all."), live=Live.POLITE))
        return sections

    def _arranged(self) -> tuple[Told, ...]:
        return self.view.selection.arranged(self.cases.playable(), self._progress, self.cases.lessons)

    def _by_chapter(self, cards: Mapping[str, CaseCard], columns: int) -> Iterator[Widget]:
        """The cards under the titles of their chapters where they come in that order, else all together."""

        def grid(title: str, cases: Iterable[str]) -> Widget:
            return Grid(title, *(cards[case] for case in cases), columns=columns, gap=16, role=Role.LIST)

        is_by_path = self.view.selection.order is Order.PATH
        chapters, others = self.cases.curriculum.divided(cards) if is_by_path else ([], list(cards))
        readable = {told.id for told in self.cases.playable()} if chapters else set()
        for chapter, here in chapters:
            yield self._chapter(chapter, readable)
            yield grid(chapter.title, here)
        if others and chapters:
            yield Heading(_("Further cases"), size=21)
        if others:
            yield grid(_("Further cases") if chapters else _("Cases"), others)

    def _chapter(self, chapter: Chapter, readable: Container[str]) -> Widget:
        """The title of a chapter, what one learns in it, and how far one is with what could be read of it by now."""
        cases = [lesson.case for lesson in chapter.cases if lesson.case in readable]
        tried = sum(self._progress.is_tried(case) for case in cases)
        words = _("{count} of {all} played", count=tried, all=len(cases))
        title = Heading(chapter.title, size=21)
        told = Flow(title.name, title, Label(words, size=15, colour="mute"), gap=14)
        text = [Label(chapter.text, size=16, colour="mute")] if chapter.text else []
        return Column(chapter.title, told, *text, gap=2)

    def _card(self, told: Told) -> CaseCard:
        """The card of a case; it stays the same from tree to tree, so that hundreds are quickly there."""
        after = self._after(told.id)
        if told.id not in self._cards or self._cards[told.id].after != after:
            self._cards[told.id] = CaseCard(told, self._progress, partial(self._open, told.id), after=after)
        return self._cards[told.id]

    def _after(self, case: str) -> list[str]:
        """The titles of what is best played before a case that is new, and was not played; once all are read."""
        if not self.cases.is_read or self._progress.is_tried(case):
            return []
        before = self.cases.before(case)
        return [each.scenario.title for each in before if not self._progress.is_tried(each.id)]

    def _broken(self) -> list[Widget]:
        cards = [broken_card(case, findings) for case, findings in self.cases.broken()]
        return [Heading(_("To be mended by whoever wrote them")), *cards] if cards else []

    def _open(self, case: str) -> None:
        self.view.last = case
        self.on_case(case)

    def _change(self, selection: Selection) -> None:
        self.view.selection = selection
        self.has_changed = True

    def _show_all(self) -> None:
        self.wanted_focus = "panel"
        self._change(Selection(order=self.view.selection.order))

    def _fold(self) -> None:
        self.view.is_open = not self.view.is_open
        self.has_changed = True
