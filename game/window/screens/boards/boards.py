"""The screen of the boards; or of the way there, for whoever has not joined a team."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from game.online.faults import Refusal
from game.records import Trouble
from game.texts import _
from game.window.input import Back
from game.window.screens.boards.board_card import board_card
from game.window.screens.boards.choosing import Chosen, choosers
from game.window.screens.boards.joining import Form, join_card
from game.window.screens.boards.own import OwnWays, entry_card, leave_dialog, own_card
from game.window.screens.boards.season import season_card
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.beside import Beside
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.dialog import notice
from game.window.widgets.label import Label
from game.window.widgets.note import Note
from game.window.widgets.page import Page
from game.window.widgets.scroll import Scroll, ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.club import Board, Club
    from game.online.errand import Errand
    from game.online.messages import Look, SeasonRow
    from game.online.plays import News
    from game.records.memberships import Membership
    from game.window.input import Action
    from game.window.screens.boards.ways import BoardWays
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Boards"]

Answer = TypeVar("Answer")

_LIVELY = 1.0
"""Seconds between two looks at a board at least, however often it changes."""


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


class _Asked(NamedTuple):
    """Something the server was asked for."""

    errand: Errand[Any]
    then: Callable[[], object]
    """Takes the answer; raises what went wrong instead."""
    wrong: Callable[[str], None]
    """Is told why there is none."""


class Boards(Screen):
    """Boards, seasons and cases; it asks the server by errands, and looks for their answers as time is told.

    Args:
        club: the server, and who the player is there.
        ways: the ways on.
        news: what is known of it already; None for nothing.
        name: what the player is called on this machine.
        look: the words of their avatar.
        code: of a team, where it was given already.
        is_live: whether changes are listened for.
        clock: tells the time in milliseconds since 1970.
    """

    usual_focus = ("code", "enter", "case-0", "back")

    def __init__(
        self,
        club: Club,
        ways: BoardWays,
        *,
        news: News | None = None,
        name: str = "",
        look: Look | None = None,
        code: str = "",
        is_live: bool = True,
        clock: Callable[[], int] = _now_ms,
    ) -> None:
        super().__init__()
        self.title = _("Boards")
        self.club = club
        self.ways = ways
        self.news = news
        self.form = Form(club.server, code, name)
        self.look = look
        self.chosen = Chosen()
        self.board: Board | None = None
        self.trouble = ""
        """Why the server tells nothing, over the page."""
        self._entry = (club.membership.pseudonym if club.membership is not None else "") or name
        self._remark = ""
        self._told: tuple[str, str] = ("", "")
        self._leaves = False
        self._asked: list[_Asked] = []
        self._is_live = is_live
        self._looked = 0.0
        self._now = 0.0
        self._clock = clock
        self._scroll, self._dialog = ScrollState(), ScrollState()

    @property
    def is_asking(self) -> bool:
        """Whether the server is being asked for something."""
        return bool(self._asked)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ask what is new."""
        if self.club.membership is not None:
            self._ask_news()

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:  # noqa: ARG002  # its parts arrange themselves
        """The form; or the boards, and beside them what is to be played."""
        membership = self.club.membership
        back = MarkButton(_("Back"), "back", self._back, key="back")
        if membership is None:
            bar = TitleBar(self.title, _("Compete as a team."), "podium", back)
            form = join_card(self.form, self._change, self._join, is_asking=self.is_asking)
            return Page(self.title, bar, Scroll(self.title, form, self._scroll), widest=760)
        bar = TitleBar(self.title, membership.team or membership.url, "podium", back)
        left, right = self._board_parts(), self._own_parts()
        page = Column(self.title, *self._troubles(), Beside(self.title, left, right), gap=16, padding=20)
        return Page(self.title, bar, Scroll(self.title, page, self._scroll))

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # the same at any size
        """What is told, and whether to leave the server."""
        if self._told != ("", ""):
            return notice(*self._told, self._close_dialog, self._dialog)
        if self._leaves and self.club.membership is not None:
            return leave_dialog(self.club.membership.url, self._leave, self._close_dialog, self._dialog)
        return None

    def act(self, action: Action) -> bool:
        """Escape closes what is open, else it leads back."""
        if not isinstance(action, Back):
            return False
        if self._leaves or self._told != ("", ""):
            self._close_dialog()
        else:
            self._back()
        return True

    def tick(self, now: float) -> None:
        """See what was answered, and whether a board has changed."""
        self._now = now
        for asked in [each for each in self._asked if each.errand.is_done]:
            self._asked.remove(asked)
            self._take(asked)
        if now - self._looked >= _LIVELY and self.club.has_heard():
            self._ask_news()

    def _board_parts(self) -> Widget:
        name = _("The board")
        season = self.season
        if self.news is None:
            return Column(name, *([] if self.trouble else [Label(_("One moment: the server is being asked."))]))
        if season is None:
            return Column(name, Label(_("There is no season yet. Your trainer opens one.")))
        parts: list[Widget] = []
        if season.pseudonym is None and season.state == "open":
            parts.append(entry_card(season, self._entry, self._remark, self._own_ways()))
        chooser = choosers(self.chosen, season, self.news.seasons, self._choose)
        parts.append(board_card(_("The board"), self.board, chooser))
        return Column(name, *parts, gap=16)

    def _own_parts(self) -> Widget:
        name = _("Your cases")
        membership, season = self.club.membership, self.season
        assert membership is not None
        parts: list[Widget] = []
        if season is not None:
            parts.append(season_card(season, self._clock(), self.ways.on_play))
        parts.append(own_card(membership, None if self.news is None else self.news.me, season, self._own_ways()))
        return Column(name, *parts, gap=16)

    def _troubles(self) -> list[Widget]:
        if not self.trouble:
            return []
        again = Button(_("Try again"), self._ask_news, key="again", mark="undo", is_slim=True)
        title = _("The server tells nothing")
        return [Note("alert", self.trouble, title=title, colour="warn", is_boxed=True, is_new=True), again]

    @property
    def season(self) -> SeasonRow | None:
        """The season that is looked at."""
        if self.news is None or not self.news.seasons:
            return None
        seasons = self.news.seasons
        found = (each for each in seasons if each.slug == self.chosen.season)
        return next(found, None) or next((each for each in seasons if each.state == "open"), seasons[0])

    # --- what is asked ------------------------------------------------------------------------------------------------

    def _ask(
        self, errand: Errand[Answer], then: Callable[[Answer], object], wrong: Callable[[str], None] | None = None
    ) -> None:
        self._asked.append(_Asked(errand, lambda: then(errand.answer()), wrong or self._tell))
        self.has_changed = True

    def _take(self, asked: _Asked) -> None:
        self.has_changed = True
        try:
            asked.then()
        except Refusal as refusal:
            if refusal.is_unknown and self.club.membership is not None:
                self._tell(_("{reason} Leave this server here, then join it with a new code.", reason=refusal))
            else:
                asked.wrong(str(refusal))
        except Trouble as trouble:
            asked.wrong(str(trouble))

    def _ask_news(self) -> None:
        self._looked = self._now
        self._ask(self.club.news(self._clock()), self._take_news, self._miss)

    def _take_news(self, news: News) -> None:
        self.trouble = ""
        self.news = news
        self.ways.on_news(news)
        self._listen()
        self._ask_board()

    def _ask_board(self) -> None:
        season = self.season
        if season is not None:
            chosen = self.chosen.fitting(season)
            errand = self.club.board(season.slug, chosen.scenario, chosen.mode, is_teams=chosen.is_teams)

            def take(board: Board) -> None:
                if chosen == self.chosen.fitting(season):  # else another one was chosen meanwhile
                    self.board = board

            self._ask(errand, take, self._miss)

    def _miss(self, words: str) -> None:
        self.trouble = words

    def _listen(self) -> None:
        season = self.season
        if self._is_live and season is not None:
            self.club.listen(season.slug)

    # --- what is done -------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        if self.form.is_whole() and not self._asked:
            errand = self.club.join(self.form.server, self.form.code, self.form.name, self.look)
            self._ask(errand, self._joined, self._amiss)
        self._change()

    def _joined(self, membership: Membership) -> None:
        self.club.joined(membership)
        self._entry = self.form.name
        self.ways.on_change()
        self._ask_news()

    def _amiss(self, words: str) -> None:
        self.form.remark = words

    def _own_ways(self) -> OwnWays:
        return OwnWays(
            on_enter=self._enter,
            on_name=self._name,
            on_withdraw=self._withdraw,
            on_named=lambda is_named: self._ask(self.club.be_named(is_named), lambda _told: self._ask_news()),
            on_share=self._share,
            on_save=lambda: self._ask(self.club.everything(), self._save),
            on_leave=self._ask_whether_to_leave,
        )

    def _name(self, name: str) -> None:
        self._entry, self._remark = name, ""
        self._change()

    def _enter(self) -> None:
        season = self.season
        if season is not None:
            self._ask(self.club.enter(season.slug, self._entry), lambda _told: self._ask_news(), self._not_entered)

    def _not_entered(self, words: str) -> None:
        self._remark = words

    def _withdraw(self) -> None:
        season = self.season
        if season is not None:
            self._ask(self.club.withdraw(season.slug), lambda _told: self._ask_news())

    def _share(self, shares: bool) -> None:
        try:
            self.club.share_practice(shares)
        except Trouble as trouble:
            self._tell(str(trouble))
        self._change()

    def _save(self, document: bytes) -> None:
        where = self.ways.save(document)
        self._told = (_("Saved"), _("All that the server keeps of you stands in {path}.", path=where))

    def _ask_whether_to_leave(self) -> None:
        self._leaves = True
        self._change()

    def _leave(self) -> None:
        self._leaves = False
        self._ask(self.club.leave(), self._left)

    def _left(self, _told: object) -> None:
        self.club.left()
        self.news, self.board, self.trouble = None, None, ""
        self.ways.on_change()
        if self.club.membership is not None:
            self._ask_news()

    def _choose(self, chosen: Chosen) -> None:
        self.chosen, self.board = chosen, None
        self._listen()
        self._ask_board()
        self._change()

    def _tell(self, words: str) -> None:
        self._told = (_("That did not work"), words)
        self._dialog.offset = 0
        self._change()

    def _close_dialog(self) -> None:
        self._told, self._leaves = ("", ""), False
        self._change()

    def _back(self) -> None:
        self.ways.on_back()

    def _change(self) -> None:
        self.has_changed = True
