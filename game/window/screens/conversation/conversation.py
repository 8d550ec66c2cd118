"""The conversation screen: shows a session, and tells it what the trainee decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import outcome_words
from game.records import Trouble
from game.session.state import Stop
from game.session.view import Said
from game.texts import _
from game.window.input import Back, Click, Digit, Press
from game.window.screens.conversation.answers import Answers, timer_bar
from game.window.screens.conversation.countdown import Countdown
from game.window.screens.conversation.desk import Desk, is_wide
from game.window.screens.conversation.dialogs import ledger_dialog, pause_in_case, trouble_dialog
from game.window.screens.conversation.entries import entry_widgets, remark_note
from game.window.screens.conversation.header import header
from game.window.screens.conversation.pacing import Pacing
from game.window.screens.conversation.person import PersonCard, PersonStrip
from game.window.screens.conversation.promises import ledger_card, ledger_summary
from game.window.screens.screen import Screen
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.dialog import notice
from game.window.widgets.log import Log
from game.window.widgets.note import Chapter, Note
from game.window.widgets.scroll import ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.session.session import Session
    from game.session.view import Offer, Remark
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Conversation"]


class Conversation(Screen):
    """Plays one session.

    Args:
        session: what is played.
        has_timers: whether timed scenes run out.
        started_ms: milliseconds the session was open before, where it is taken up again.
        on_end: the trainee wants to see the debrief.
        on_leave: the trainee leaves; the session can be taken up again.
        on_unkept: play goes on without being kept, after it could not be.
    """

    first_focus = "choice-1"

    def __init__(
        self,
        session: Session,
        *,
        has_timers: bool = True,
        started_ms: int = 0,
        on_end: Callable[[], None],
        on_leave: Callable[[], None],
        on_unkept: Callable[[], None],
    ) -> None:
        super().__init__()
        self.title = session.case.title
        self.session = session
        self.has_timers = has_timers
        self.view = session.view
        self.on_end = on_end
        self.on_leave = on_leave
        self.on_unkept = on_unkept
        self.pacing = Pacing()
        self.countdown: Countdown | None = None
        self.open_dialog = ""
        """Which dialog lies over the screen; empty for none."""
        self._told = ("", "")
        self._remarks: dict[int, list[Remark]] = {}
        self._new_from = 0
        self._started_ms = started_ms
        self._opened: float | None = None
        self._now = 0.0
        self._log = ScrollState(stays_at_end=True)
        self._answers = ScrollState()
        self._ledger = ScrollState()
        self._dialog = ScrollState()
        if self.view.decisions:  # taken up again: what was said was read before
            self.pacing.skip(self.view.said)
            self._note_remarks()

    def tell(self, title: str, words: str) -> None:
        """Tell something in a dialog."""
        self._told = (title, words)
        self._open("notice")

    @property
    def is_telling(self) -> bool:
        """Whether there are lines still to appear."""
        return not self.pacing.is_done(self.view.said)

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The desk, and nothing else."""
        return self._desk(theme, size)

    def _desk(self, theme: Theme, size: tuple[int, int]) -> Desk:
        """Header, person, conversation, answers, ledger."""
        view, wide = self.view, is_wide(theme, size)
        take_back = self._take_back if view.can_take_back and not self.is_telling else None
        is_tight = theme.is_tight(size)
        bar = header(
            self.session.case,
            view,
            on_pause=self._pause,
            on_take_back=take_back,
            on_ledger=self._show_ledger if is_tight else None,
        )
        mood = self._mood()
        if wide:
            person: Widget = PersonCard(view.facing, mood, pictures=self.pictures)
        else:
            summary = () if is_tight else (ledger_summary(view.debts, self._show_ledger),)
            person = PersonStrip(view.facing, mood, *summary, pictures=self.pictures)
        log = Log(_("The conversation so far"), *self._entries(), state=self._log)
        ledger = ledger_card(view.debts, self._ledger) if wide else None
        return Desk(self.title, bar, person, log, self._bottom(), ledger)

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:  # noqa: ARG002  # the same at any size
        """The pause, the ledger, or what went wrong."""
        match self.open_dialog:
            case "pause":
                return pause_in_case(
                    self.settings, self.change_settings, self.play_cue, self._close_dialog, self.on_leave, self._dialog
                )
            case "ledger":
                return ledger_dialog(self.view, self._close_dialog, self._dialog)
            case "trouble":
                return trouble_dialog(self._told[1], self._go_on_unkept, self.on_leave, self._dialog)
            case "notice":
                return notice(*self._told, self._close_dialog, self._dialog)
        return None

    def act(self, action: Action) -> bool:
        """Numbers choose, Escape pauses, and any press skips the waiting for lines."""
        match action:
            case Back():
                if self.open_dialog:
                    self._close_dialog()
                else:
                    self._pause()
                return True
            case _ if self.open_dialog:
                return False
            case Press() | Click() if self.is_telling:
                self._skip()
                return True
            case Digit(number) if not self.is_telling and number <= len(self.view.offers):
                self._take(self.view.offers[number - 1])
                return True
        return False

    def tick(self, now: float) -> None:
        """Let lines appear and time run out."""
        self._opened = now if self._opened is None else self._opened
        self._now = now
        if self.countdown is not None and self.countdown.tick(now, is_paused=bool(self.open_dialog)):
            self.has_changed = True
            if self.countdown.is_over:
                self._fall_silent()
        if self.is_telling and not self.open_dialog:
            self._tell(now)
        if not self.is_telling and self.countdown is None and self.view.limit is not None and self.has_timers:
            self.countdown = Countdown(self.view.limit, now)
            self.has_changed = True

    def _tell(self, now: float) -> None:
        """Let the lines appear that are due."""
        if self.pacing.tick(self.view.said, now, is_still=self.settings.is_still):
            self.has_changed = True
            if not self.is_telling:
                self._answers.offset = 0

    def hide(self) -> None:
        """Nobody sees the window: time must not run."""
        if self.countdown is not None and not self.open_dialog:
            self._pause()

    def _mood(self) -> int:
        """The mood shown: while lines appear, that of the last one the person said."""
        if self.is_telling:
            for entry in reversed(self.view.said[: self.pacing.shown]):
                if isinstance(entry, Said) and entry.who == self.view.facing.key and entry.mood is not None:
                    return entry.mood
        return self.view.facing.mood

    def _entries(self) -> list[Widget]:
        said, case = self.view.said[: self.pacing.shown], self.session.case
        entries = list(entry_widgets(said, self._asides(), case.you.name, self._new_from, case.language))
        if not self.is_telling and self.view.ending is not None:
            ending = self.view.ending
            entries.append(Chapter(_("The end: {title}", title=ending.title)))
            if ending.text is not None:
                entries.append(Note("", ending.text, is_italic=True, is_new=True))
            mark = {"lost": "lost", "kept": "kept", "delighted": "charmed"}[ending.outcome]
            entries.append(Note(mark, outcome_words(ending.outcome), colour="ink", is_new=True))
        return entries

    def _asides(self) -> Mapping[int, Sequence[Widget]]:
        """What stands between the entries, by how many of them stand before it."""
        return {
            place: [remark_note(remark, is_new=place >= self._new_from) for remark in remarks]
            for place, remarks in self._remarks.items()
        }

    def _bottom(self) -> Widget:
        """The choices; or what else there is to do."""
        name = _("Your answer")
        if self.is_telling:
            return Column(name, Button(_("Show everything (space bar)"), self._skip, key="skip", mark="next"))
        if self.view.stop is None:
            above = self._above_answers()
            return Answers(self.view.offers, self.session.case.language, self._take, self._answers, above)
        if self.view.stop is Stop.ENDED:
            see = _("See the debrief")
            return Column(name, Button(see, self.on_end, key="choice-1", mark="next", style="primary"))
        stuck = Note("alert", _stuck_words(self.view.stop), colour="warn", is_boxed=True, is_new=True)
        leave = Button(_("Back to the desk"), self.on_leave, key="choice-1", mark="back")
        return Column(name, stuck, leave)

    def _above_answers(self) -> Widget | None:
        return None if self.countdown is None else timer_bar(self.countdown)

    def _take(self, offer: Offer) -> None:
        self._decide(lambda: self.session.take(offer.token, self._ms()))

    def _fall_silent(self) -> None:
        self._decide(lambda: self.session.fall_silent(self._ms()))

    def _decide(self, decide: Callable[[], None]) -> None:
        """Let the session decide, and show what came of it; a decision that cannot be kept was none."""
        before = len(self.view.said)
        try:
            decide()
        except Trouble as trouble:
            self._told = ("", str(trouble))
            self._open("trouble")
        else:
            self.view = self.session.view
            self.countdown = None
            self._new_from = before
            self._note_remarks()
            self._log.offset = self._log.furthest
            self.wanted_focus = "choice-1"
        self.has_changed = True

    def _note_remarks(self) -> None:
        """Keep what the coach said in its place; a session tells it of the last decision only."""
        for place in {remark.place for remark in self.view.remarks}:
            self._remarks[place] = [remark for remark in self.view.remarks if remark.place == place]

    def _take_back(self) -> None:
        try:
            self.session.take_back(self._ms())
        except Trouble as trouble:
            self.tell(_("Your decision could not be taken back"), _("{reason} It still stands.", reason=trouble))
            return
        self.view = self.session.view
        self.countdown = None
        self.pacing.rewind(self.view.said)
        self._remarks = {place: told for place, told in self._remarks.items() if place <= len(self.view.said)}
        self._new_from = len(self.view.said)
        self.wanted_focus = "choice-1"
        self.has_changed = True

    def _skip(self) -> None:
        self.pacing.skip(self.view.said)
        self._answers.offset = 0
        self.has_changed = True

    def _pause(self) -> None:
        self._open("pause")

    def _show_ledger(self) -> None:
        self._open("ledger")

    def _open(self, dialog: str) -> None:
        self.open_dialog = dialog
        self._dialog.offset = 0
        self.has_changed = True

    def _close_dialog(self) -> None:
        self.open_dialog = ""
        self.has_changed = True

    def _go_on_unkept(self) -> None:
        self.on_unkept()
        self._close_dialog()

    def _ms(self) -> int:
        """Milliseconds since the session was opened here."""
        opened = self._now if self._opened is None else self._opened
        return self._started_ms + round((self._now - opened) * 1000)


def _stuck_words(stop: Stop) -> str:
    if stop is Stop.RING:
        return _("The case runs in a circle here and cannot go on. Please tell whoever wrote it. Your play is kept.")
    return _("The case ends here without an ending. Please tell whoever wrote it. Your play is kept.")
