"""The conversation screen: shows a session, and tells it what the trainee decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.records import Trouble
from game.session.reading import reading_seconds
from game.session.state import Stop
from game.session.view import Said
from game.texts import _
from game.window.input import Back, Click, Digit, Press
from game.window.screens.conversation.answers import Answers, no_limit, time_left
from game.window.screens.conversation.asides import Asides
from game.window.screens.conversation.countdown import Countdown
from game.window.screens.conversation.desk import Desk, is_wide
from game.window.screens.conversation.dialogs import ledger_dialog, pause_in_case, trouble_dialog
from game.window.screens.conversation.entries import entry_widgets
from game.window.screens.conversation.header import Clock, header
from game.window.screens.conversation.interlude import InterludeCard
from game.window.screens.conversation.pacing import Pacing
from game.window.screens.conversation.person import PersonCard, PersonStrip, strip_side
from game.window.screens.conversation.promises import ledger_card, ledger_summary
from game.window.screens.conversation.reactions import Reactions, cue_of
from game.window.screens.conversation.told import told_debts, told_moment, told_mood
from game.window.screens.conversation.watch import Watch
from game.window.screens.conversation.ways_on import ending_widgets, next_speaker, stuck_widgets
from game.window.screens.screen import Screen
from game.window.sound import Cue
from game.window.widgets.boxes import Column, Flow
from game.window.widgets.button import Button
from game.window.widgets.dialog import notice
from game.window.widgets.log import Log
from game.window.widgets.scroll import ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.session.session import Session
    from game.session.view import Offer, View
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Conversation"]

_PICKING_UP = 1.6
"""Seconds a telephone rings before somebody speaks."""


class Conversation(Screen):
    """Plays one session.

    Args:
        session: what is played.
        has_timers: whether timed scenes run out.
        started_ms: milliseconds the session was open before, where it is taken up again.
        on_end: the trainee wants to see the debrief.
        on_leave: the trainee leaves; the session can be taken up again.
        on_unkept: play goes on without being kept, after it could not be.
        on_anew: keeps the whole play in a new file; raises `Trouble` where that cannot be done either.
    """

    first_focus = "choice-1"
    usual_focus = ("choice-1", "skip")

    def __init__(
        self,
        session: Session,
        *,
        has_timers: bool = True,
        started_ms: int = 0,
        on_end: Callable[[], None],
        on_leave: Callable[[], None],
        on_unkept: Callable[[], None] = lambda: None,
        on_anew: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        self.title = session.case.title
        self.session = session
        self.has_timers = has_timers
        self.view = session.view
        self.on_end = on_end
        self.on_leave = on_leave
        self.on_unkept = on_unkept
        self.on_anew = on_anew
        self.pacing = Pacing()
        self.countdown: Countdown | None = None
        self.reactions = Reactions()
        self._former = self.view
        """The session as it stood before the last decision."""
        self.open_dialog = ""
        """Which dialog lies over the screen; empty for none."""
        self._told = ("", "")
        self._coach = Asides()
        self._new_from = 0
        self._watch = Watch(started_ms)
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
        """Whether there are lines still to appear, or a card lies over them."""
        return not self._is_told or self.reactions.interlude is not None

    @property
    def _is_told(self) -> bool:
        """Whether every line is there."""
        return self.pacing.is_done(self.view.said)

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The desk, and nothing else."""
        return self._desk(theme, size)

    def _desk(self, theme: Theme, size: tuple[int, int]) -> Desk:
        """Header, person, conversation, answers, ledger."""
        view, wide = self.view, is_wide(theme, size)
        take_back = self._take_back if view.can_take_back and not self.is_telling else None
        is_tight = theme.is_tight(size)
        shown, reactions = self.pacing.shown, self.reactions
        bar = header(
            self.session.case,
            view,
            Clock(told_moment(view, self._former, shown), reactions.jump, reactions.clock),
            on_pause=self._pause,
            on_take_back=take_back,
            on_ledger=self._show_ledger if is_tight else None,
        )
        mood = self._mood()
        debts = told_debts(view, self._former, shown)
        before, motion, pictures = reactions.mood_before, reactions.face, self.pictures
        if wide:
            person: Widget = PersonCard(view.facing, mood, pictures=pictures, former=before, motion=motion)
        else:
            summary = () if is_tight else (ledger_summary(debts, self._show_ledger),)
            person = PersonStrip(
                view.facing,
                mood,
                *summary,
                pictures=pictures,
                former=before,
                motion=motion,
                side=strip_side(theme, size),
            )
        log = Log(_("The conversation so far"), *self._entries(), state=self._log)
        ledger = ledger_card(debts, self._ledger, reactions.flashes) if wide else None
        interlude = None if reactions.interlude is None else InterludeCard(reactions.interlude)
        return Desk(self.title, bar, person, log, self._bottom(), ledger, interlude)

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
                ways = (self._keep_anew, self._go_on_unkept, self.on_leave)
                return trouble_dialog(self._told[1], *ways, self._dialog)
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
            case Digit(1) if not self.is_telling and self.view.stop is Stop.ENDED:
                self.on_end()
                return True
        return False

    def tick(self, now: float) -> None:
        """Let lines appear and time run out."""
        if not self._watch.has_begun:
            self._begin()
        self._now = now
        self._watch.tick(now, is_paused=self._stands_still)
        self.has_changed = self.reactions.settle(now) or self.has_changed
        if self.countdown is not None and self.countdown.tick(now, is_paused=self._holds_clock):
            self.has_changed = True
            if self.countdown.is_over:
                self._fall_silent()
        if self.is_telling and not self._stands_still:
            self._tell()
        if not self.is_telling and self.countdown is None and self.view.limit is not None and self.has_timers:
            self.countdown = self._countdown(self.view.limit, reading_seconds(self._to_read()))
            self.play_cue(Cue.TIMER)
            self.has_changed = True

    def _countdown(self, limit: int, reading: float) -> Countdown:
        """The time to answer, after so many seconds to read."""
        return Countdown(limit, self._now, reading=reading)

    def _begin(self) -> None:
        """A case on the phone begins with its ringing, and a moment to pick it up."""
        if self.view.channel == "phone" and not self.pacing.shown:
            self.play_cue(Cue.RING)
            if self._pace != "at once":
                self.pacing.wait(_PICKING_UP)

    @property
    def _stands_still(self) -> bool:
        """Whether no time runs: a dialog is open, or nobody looks."""
        return bool(self.open_dialog) or self.is_away

    @property
    def _holds_clock(self) -> bool:
        """Whether the time to answer stands still."""
        return self._stands_still

    @property
    def _pace(self) -> str:
        return "at once" if self.settings.is_still else self.settings.pace

    def _to_read(self) -> int:
        """Words that have to be read before an answer can be given; lines that appeared one by one were."""
        fresh = self.view.said[len(self._former.said) :] if self._pace == "at once" else ()
        texts = [entry.text for entry in fresh if isinstance(entry, Said)] + [each.words for each in self.view.offers]
        return sum(len(text.split()) for text in texts)

    def _tell(self) -> None:
        """Let the lines appear that are due."""
        shown, mood = self.pacing.shown, self._mood()
        if self.pacing.tick(self.view.said, self._watch.seconds, pace=self._pace):
            self._react(shown, mood)

    def _react(self, shown: int, mood: int) -> None:
        """Let be felt and heard what was told just now; `shown` entries and a mood stood there before."""
        fresh, moods = self.view.said[shown : self.pacing.shown], (mood, self._mood())
        if self.settings.is_still:
            self.reactions.rest()
        else:
            self.reactions.see(fresh, moods, self._now)
        cue = cue_of(fresh, moods)
        if self._is_told:
            self._answers.offset = 0
            cue = Cue.ENDING if self.view.ending is not None else cue
        if cue is not None and (self.view.decisions or self.pacing.shown > 1 or self.view.channel != "phone"):
            self.play_cue(cue)
        self.has_changed = True

    def hide(self) -> None:
        """Nobody looks: lines wait, and the time to answer goes on when the player says so."""
        if self.countdown is not None and not self.open_dialog:
            self._pause()

    def _mood(self) -> int:
        """The mood shown: while lines appear, that of the last one the person said."""
        return told_mood(self.view, self.pacing.shown)

    def _entries(self) -> list[Widget]:
        said, case = self.view.said[: self.pacing.shown], self.session.case
        entries = list(entry_widgets(said, self._asides(), case.you.name, self._new_from, case.language))
        if self.is_telling:
            is_still = self.settings.is_still or self._stands_still
            entries += next_speaker(self.view, self.pacing.shown, is_still=is_still)
        elif self.view.ending is not None:
            entries += ending_widgets(self.view.ending, case.language)
        return entries

    def _asides(self) -> Mapping[int, Sequence[Widget]]:
        """What stands between the entries, by how many of them stand before it."""
        asides = self._coach.widgets(self._new_from)
        if self.view.can_take_back and self.view.remarks and not self.is_telling:
            words = _("Take this decision back")
            button = Button(words, self._take_back, key="take-this-back", mark="undo", is_slim=True)
            asides[self.view.remarks[-1].place].append(Flow(words, button))
        return asides

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
        return Column(name, *stuck_widgets(self.view.stop, self.on_leave))

    def _above_answers(self) -> Widget | None:
        if self.countdown is not None:
            return time_left(self.countdown)
        return None if self.view.limit is None else no_limit()

    def _take(self, offer: Offer) -> None:
        self._decide(lambda: self.session.take(offer.token, self._watch.ms))

    def _fall_silent(self) -> None:
        self._decide(lambda: self.session.fall_silent(self._watch.ms))

    def _decide(self, decide: Callable[[], None]) -> None:
        """Let the session decide, and show what came of it; a decision that cannot be kept was none."""
        former = self.view
        try:
            decide()
        except Trouble as trouble:
            self._told = ("", str(trouble))
            self._open("trouble")
        else:
            self._show_decided(former)
        self.has_changed = True

    def _show_decided(self, former: View) -> None:
        """Show what came of a decision, after the session stood so."""
        self.view, self._former = self.session.view, former
        self.countdown = None
        self._new_from = len(former.said)
        self.play_cue(Cue.CHOOSE)
        self._note_remarks()
        self._log.offset = self._log.furthest
        self.wanted_focus = "choice-1"

    def _note_remarks(self) -> None:
        """Keep what the coach said in its place."""
        self._coach.note(self.view)

    def _take_back(self) -> None:
        try:
            self.session.take_back(self._watch.ms)
        except Trouble as trouble:
            self.tell(_("Your decision could not be taken back"), _("{reason} It still stands.", reason=trouble))
            return
        self.view = self._former = self.session.view
        self.countdown = None
        self.reactions.rest()
        self.play_cue(Cue.BACK)
        self.pacing.rewind(self.view.said)
        self._coach.rewind(self.view)
        self._new_from = len(self.view.said)
        self.wanted_focus = "choice-1"
        self.has_changed = True

    def _skip(self) -> None:
        shown, mood = self.pacing.shown, self._mood()
        self.pacing.skip(self.view.said)
        self._react(shown, mood)
        self.reactions.interlude = None
        self.has_changed = True

    def _pause(self) -> None:
        self._open("pause")

    def _show_ledger(self) -> None:
        self._open("ledger")

    def _open(self, dialog: str) -> None:
        self.open_dialog = dialog
        self.reactions.rest()
        self._dialog.offset = 0
        self.has_changed = True

    def _close_dialog(self) -> None:
        self.open_dialog = ""
        self.has_changed = True

    def _keep_anew(self) -> None:
        """Keep the play in a new file; what keeps that from being done is told in the same place."""
        try:
            self.on_anew()
        except Trouble as trouble:
            self._told = ("", str(trouble))
            self._open("trouble")
        else:
            self._close_dialog()

    def _go_on_unkept(self) -> None:
        self.on_unkept()
        self._close_dialog()
