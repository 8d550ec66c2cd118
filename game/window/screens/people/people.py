"""The screen on which one says who plays, and makes oneself a pseudonym and an avatar."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.looks.portrait import look_by_chance
from game.records import Trouble
from game.texts import _
from game.window.fonts import can_draw
from game.window.input import Back
from game.window.screens.people.dialogs import erase_dialog, saved_dialog
from game.window.screens.people.draft import Draft, draft_of
from game.window.screens.people.page import LONGEST_NAME, PageWays, person_page
from game.window.screens.people.roll import roll
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.button import MarkButton
from game.window.widgets.dialog import notice
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.writing.letters import letters as split

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.looks.portrait import Look
    from game.records import Person
    from game.window.input import Action
    from game.window.screens.people.register import Register
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["People"]

_WIDE = 940
"""Room from which a page has two columns."""
_COLUMN = 262
"""Room a person takes at least in the list."""
_PLEASED = 1


def _token() -> str:
    return secrets.token_hex(8)


class People(Screen):
    """Who plays: choose, make, change, export and erase people.

    Args:
        register: everybody who plays here, and what can be done for them.
        on_back: leads back; the one who plays may be another than before, and may look otherwise.
        throw: gives a new token for every surprise.
    """

    def __init__(self, register: Register, *, on_back: Callable[[], None], throw: Callable[[], str] = _token) -> None:
        super().__init__()
        self.title = _("Who plays")
        self.register = register
        self.on_back = on_back
        self.throw = throw
        self.draft: Draft | None = None
        """Who is being made or changed; None while the list is in sight."""
        self.chapter = "face"
        self.mood = _PLEASED
        self._before = Draft()
        self._begun: Draft | None = None
        """Somebody new who is not kept yet: whoever turns back for a moment finds them as they were."""
        self._remark = ""
        """What is amiss with the pseudonym, at its field."""
        self._trouble = ""
        self._saved: Path | None = None
        self._erases = False
        self._plays = 0
        self._servers: tuple[str, ...] = ()
        self._everybody: tuple[Person, ...] = ()
        self._current = ""
        self._list, self._page, self._dialog = ScrollState(), ScrollState(), ScrollState()

    def open(self) -> None:
        """People may have come or gone meanwhile; whoever plays now has the focus."""
        self._look_again()
        self.wanted_focus = self.wanted_focus or f"choose-{self._current}"

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The list, or somebody's page."""
        if self.draft is None:
            bar = self._bar(_("Who plays"), _("Choose, or make yourself at home."))
            columns = max(1, min(4, int(theme.room(size[0]) // _COLUMN)))
            everybody = roll(
                self._everybody,
                self._current,
                columns,
                on_choose=self._choose,
                on_change=self._change,
                on_new=self._make,
                begun=self._begun,
            )
            return Page(self.title, bar, Scroll(self.title, everybody, self._list))
        title = _("Pseudonym and avatar") if self.draft.of else _("Somebody new")
        bar = self._bar(title, _("Made from the same parts as everybody you will meet."))
        ways = PageWays(
            on_name=self._name,
            on_left_out=self._leave_out,
            on_look=self._wear,
            on_chapter=self._turn,
            on_mood=self._feel,
            on_surprise=lambda: self._wear(look_by_chance(self.throw())),
            on_as_named=self._undress,
            on_done=self._done,
            on_export=self._export,
            on_erase=self._ask_to_erase,
        )
        is_wide = theme.room(size[0]) >= _WIDE
        page = person_page(self.draft, self.mood, self.chapter, ways, is_wide=is_wide, remark=self._remark)
        return Page(self.title, bar, Scroll(title, page, self._page))

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # the same at any size
        """What went wrong, where a file was saved, or whether somebody is to be erased."""
        if self._trouble:
            return notice(_("That did not work"), self._trouble, self._close, self._dialog)
        if self._saved is not None:
            return saved_dialog(self._saved, self._close, self._dialog)
        if self._erases and self.draft is not None:
            return erase_dialog(self._before.name, self._plays, self._servers, self._erase, self._close, self._dialog)
        return None

    def act(self, action: Action) -> bool:
        """Escape closes what is open: a dialog, a page – what was changed on it is kept –, then the screen."""
        if not isinstance(action, Back):
            return False
        if self._trouble or self._saved is not None or self._erases:
            self._close()
        else:
            self._back()
        return True

    def _back(self) -> None:
        if self.draft is None:
            self.on_back()
        elif self.draft.of:
            self._done()
        else:
            self._begun = self.draft if self.draft != Draft() else None
            self._to_list("new")

    # --- the list -----------------------------------------------------------------------------------------------------

    def _choose(self, person: str) -> None:
        if self._tried(lambda: self.register.choose(person)):
            self.on_back()

    def _change(self, person: str) -> None:
        found = next((each for each in self._everybody if each.id == person), None)
        if found is not None:
            self._begin(draft_of(found), "name")

    def _make(self) -> None:
        self._begin(self._begun or Draft(), "name")

    def _begin(self, draft: Draft, focus: str) -> None:
        self.draft = self._before = draft
        self._remark = ""
        self.chapter, self.mood = "face", _PLEASED
        self._page.offset = 0
        self.wanted_focus = focus
        self.has_changed = True

    # --- the page -----------------------------------------------------------------------------------------------------

    def _name(self, name: str) -> None:
        if self.draft is not None:
            self._remark = ""
            self._take(self.draft.with_name(name))

    def _leave_out(self, letters: str) -> None:
        """Say which letters of a name were not taken, and why."""
        if not all(can_draw(letter) for letter in split(letters)):
            self._amiss(_("Emoji, and letters that the game cannot draw, were left out."))
        else:
            self._amiss(_("{most} letters fit. What did not fit was left out.", most=LONGEST_NAME))

    def _amiss(self, remark: str) -> None:
        self._remark = remark
        self.has_changed = True

    def _is_fit(self, draft: Draft) -> bool:
        """Whether the pseudonym can be kept; else its field says what is amiss, and has the focus."""
        folded = draft.fit_name.casefold()
        if not folded:
            self._amiss(_("A name needs at least one letter or figure. It need not be your own."))
        elif any(folded == each.name.casefold() for each in self._everybody if each.id != draft.of):
            words = _("Somebody called {name} plays here already. Choose another name.", name=draft.fit_name)
            self._amiss(words)
        else:
            return True
        self.wanted_focus = "name"
        return False

    def _wear(self, look: Look) -> None:
        if self.draft is not None:
            self._take(self.draft.with_look(look))

    def _undress(self) -> None:
        if self.draft is not None:
            self._take(self.draft.as_named())
            self.wanted_focus = "surprise"

    def _take(self, draft: Draft) -> None:
        self.draft = draft
        self.has_changed = True

    def _turn(self, chapter: str) -> None:
        self.chapter = chapter
        self.has_changed = True

    def _feel(self, mood: int) -> None:
        self.mood = mood
        self.has_changed = True

    def _done(self) -> None:
        """Keep what was made or changed; where that fails the page stays, with all that was said on it."""
        draft = self.draft
        if draft is None or not self._is_fit(draft):
            return
        if draft.of:
            if self._tried(lambda: self._keep(draft)):
                self._to_list(f"change-{draft.of}")
        elif self._tried(lambda: self._add(draft)):
            self.on_back()

    def _keep(self, draft: Draft) -> None:
        if draft.fit_name != self._before.name:
            self.register.rename(draft.of, draft.fit_name)
            self._before = self._before.with_name(draft.fit_name)
        if draft.words != self._before.words:
            self.register.set_look(draft.of, draft.words)

    def _add(self, draft: Draft) -> None:
        person: Person = self.register.add(draft.fit_name)
        self._begun = None
        self.draft = self._before = draft_of(person)  # from here on they are there, whatever else goes wrong
        if draft.words is not None:
            self.register.set_look(person.id, draft.words)
        self.register.choose(person.id)
        self.draft = None

    def _to_list(self, focus: str) -> None:
        self.draft = None
        self.wanted_focus = focus
        self._look_again()

    # --- what is kept of somebody -------------------------------------------------------------------------------------

    def _export(self) -> None:
        def export() -> None:
            self._saved = self.register.export(self._before.of)

        self._tried(export)
        self._open_dialog()

    def _ask_to_erase(self) -> None:
        def count() -> None:
            self._plays = self.register.plays(self._before.of)
            self._servers = self.register.servers(self._before.of)

        self._erases = self._tried(count)
        self._open_dialog()

    def _erase(self) -> None:
        self._erases = False
        if self._tried(lambda: self.register.erase(self._before.of)):
            self._to_list("new")

    # --- what all of it needs -----------------------------------------------------------------------------------------

    def _bar(self, title: str, subtitle: str) -> Widget:
        back = MarkButton(_("Back"), "back", self._back, key="back")
        return TitleBar(title, subtitle, "person", back)

    def _look_again(self) -> None:
        """See who is there."""

        def look() -> None:
            self._everybody, self._current = self.register.people(), self.register.current().id

        self._tried(look)

    def _tried(self, do: Callable[[], object]) -> bool:
        """Do something; whether it was done, else the trouble is told."""
        try:
            do()
        except Trouble as trouble:
            self._trouble = str(trouble)
            self._open_dialog()
            return False
        self.has_changed = True
        return True

    def _open_dialog(self) -> None:
        self._dialog.offset = 0
        self.has_changed = True

    def _close(self) -> None:
        self._trouble, self._saved, self._erases = "", None, False
        self.has_changed = True
