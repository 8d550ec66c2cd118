"""A session played in plain lines: who says what, what can be chosen, and the answers by number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.debrief.transcript import ending_lines, entry_line
from game.debrief.wording import channel_words, duration_words, end_words, moment_words
from game.records import Trouble
from game.session.session import NotTakenBack
from game.session.state import Stop
from game.session.view import Chosen, Heading, Later, Unanswered
from game.terminal.keyboard import InputEnded
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.records import Kept
    from game.scenario.model import Ending
    from game.session.session import Session
    from game.session.view import Entry, Offer, Remark, View
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page
    from game.terminal.stopwatch import Stopwatch

__all__ = ["QUIT", "Conversation", "Left", "opening_lines", "stuck_line", "tell_entries"]

Left = Literal["ended", "stuck", "quit", "input ended"]
"""Why a conversation is over."""
QUIT = ("quit", "q")


class Conversation:
    """One sitting at a session, until it ends or is left."""

    def __init__(self, kept: Kept, page: Page, keyboard: Keyboard, watch: Stopwatch) -> None:
        self._kept = kept
        self._session: Session = kept.session
        self._page = page
        self._keyboard = keyboard
        self._watch = watch
        self._has_timers = kept.session.journal.head.timers
        self._told = 0
        self._moods: dict[str, str] = {}
        self._facing = ""
        self._channel = ""
        self._commands: dict[str, Callable[[], None]] = {
            "?": self._help,
            "again": self._again,
            "promises": self._promises,
            "back": self._back,
            "pause": self._pause,
        }

    def hold(self) -> Left:
        """Play until the case ends, or the player leaves."""
        view = self._session.view
        if view.decisions:
            self._told = _last_decision(view.said)
            self._page.say(_("You go on from your last decision."))
        while True:
            view = self._session.view
            self._tell(view)
            if view.ending is not None:
                self._tell_ending(view.ending)
                return "ended"
            try:
                if view.stop is not None and not self._is_freed(view.stop):
                    return "stuck"
                if view.stop is None and not self._decide(view):
                    return "quit"
            except InputEnded:
                return "input ended" if view.stop is None else "stuck"

    # --- what is told -------------------------------------------------------------------------------------------------

    def _tell(self, view: View) -> None:
        page = self._page
        if self._told < len(view.said):
            self._tell_step(view, self._told)
        self._told = len(view.said)
        if self._channel and view.channel != self._channel:
            page.say(_("You go on {channel}.", channel=channel_words(view.channel)))
        self._channel = view.channel
        self._tell_mood(view)

    def _tell_step(self, view: View, place: int) -> None:
        """Print what was said since a place; the coach speaks before the next chapter, and last of promises."""
        said, you = view.said[place:], self._session.case.you.name
        turn = _next_chapter(said)
        on_promises = [remark for remark in view.remarks if remark.cause in ("kept", "broken")]
        tell_entries(self._page, said[:turn], you)
        self._tell_remarks([remark for remark in view.remarks if remark not in on_promises])
        tell_entries(self._page, said[turn:], you)
        self._tell_remarks(on_promises)

    def _tell_remarks(self, remarks: Sequence[Remark]) -> None:
        for remark in remarks:
            self._page.say(
                {
                    "choice": _("Coach: {because}", because=remark.because),
                    "silence": _("Coach: {because}", because=remark.because),
                    "kept": _("Coach, on the promise kept: {because}", because=remark.because),
                    "broken": _("Coach, on the promise broken: {because}", because=remark.because),
                }[remark.cause]
            )

    def _tell_mood(self, view: View) -> None:
        who = view.facing
        mood = mood_words(who.mood)
        if self._facing and who.key != self._facing:
            self._page.say(_("You now face {name}, who is {mood}.", name=who.name, mood=mood))
        elif self._moods.get(who.key) != mood:
            is_first = who.key not in self._moods
            words = _("{name} is {mood}.") if is_first else _("{name} is {mood} now.")
            self._page.say(words.format(name=who.name, mood=mood))
        self._facing = who.key
        self._moods[who.key] = mood

    def _tell_ending(self, ending: Ending) -> None:
        self._page.gap()
        for line in ending_lines(ending.title, ending.text):
            self._page.say(line)

    def _tell_offers(self, offers: Sequence[Offer], limit: int | None) -> None:
        self._page.gap()
        if limit is not None:
            words = _("You have {time} to answer; a later answer counts as silence.")
            if not self._has_timers:
                words = _("There would be {time} to answer; the timers are off.")
            self._page.say(words.format(time=duration_words(limit)))
        for number, offer in enumerate(offers, 1):
            words = quoted(offer.words, self._session.case.language) if offer.is_spoken else offer.words
            self._page.say(f"{number}. {words}", indent=len(f"{number}. "))

    # --- what is answered ---------------------------------------------------------------------------------------------

    def _is_freed(self, stop: Stop) -> bool:
        """Tell that the case goes no further; in practice the last decision can still be taken back."""
        self._page.gap()
        self._page.say(stuck_line(stop))
        while self._session.view.can_take_back:
            answer = self._keyboard.ask(_("Type back to take your last decision back, or quit:")).casefold()
            if answer == "back":
                self._back()
                return True
            if answer in QUIT:
                return False
        return False

    def _decide(self, view: View) -> bool:
        """Ask until something was decided, or taken back; False where the player leaves."""
        self._tell_offers(view.offers, view.limit)
        self._page.flush()
        shown = self._watch.ms
        while True:
            question = _("Your answer, 1 to {last}, or ? for help:", last=len(view.offers))
            answer = self._keyboard.ask(question).casefold()
            if answer in QUIT:
                return False
            offer = _picked(answer, view.offers)
            if offer is not None:
                self._answer(offer, self._watch.ms - shown, view.limit)
                return True
            command = self._commands.get(answer)
            if command is None:
                self._page.say(_("That is not one of the numbers. Type ? for help."))
                continue
            command()
            if self._session.view.decisions != view.decisions:
                return True

    def _answer(self, offer: Offer, took: int, limit: int | None) -> None:
        self._page.gap()
        if self._has_timers and limit is not None and took > limit * 1000:
            words = _("That took {took}; there was {limit}. Your answer came too late.")
            self._page.say(words.format(took=duration_words(took // 1000), limit=duration_words(limit)))
            self._kept_or_told(lambda: self._session.fall_silent(self._watch.ms))
        else:
            self._kept_or_told(lambda: self._session.take(offer.token, self._watch.ms))

    def _kept_or_told(self, decide: Callable[[], None]) -> None:
        """Decide; where that cannot be kept any more, say so and go on without keeping."""
        try:
            decide()
        except Trouble as trouble:
            self._kept.stop_keeping()
            self._page.say(str(trouble))
            self._page.say(_("From here on nothing is kept; what you decided before is."))
            decide()

    def _help(self) -> None:
        say = self._page.say
        say(_("Type the number of what you want to say or do, and press Enter."))
        say(_("again: hear the last part once more"))
        say(_("promises: what you promised, and the time"))
        if self._session.view.can_take_back:
            say(_("back: take your last decision back"))
        say(_("pause: stop the clock"))
        say(_("quit: leave; you can go on later"))

    def _again(self) -> None:
        view = self._session.view
        self._page.gap()
        self._tell_step(view, _last_decision(view.said))
        self._tell_offers(view.offers, None)

    def _promises(self) -> None:
        view = self._session.view
        self._page.say(_("It is {moment}.", moment=moment_words(view.now)))
        if not view.debts:
            self._page.say(_("You have promised nothing."))
        for debt in view.debts:
            line = _("{end}: {text}", end=end_words(debt.standing), text=debt.text)
            if debt.left is not None:
                due, left = moment_words(debt.due), duration_words(debt.left)
                line = _("{line} Due {due}, {left} left.", line=line, due=due, left=left)
            self._page.say(line)

    def _back(self) -> None:
        try:
            self._kept_or_told(lambda: self._session.take_back(self._watch.ms))
        except NotTakenBack:
            is_start = not self._session.view.decisions
            words = _("Only in practice can a decision be taken back.")
            self._page.say(_("There is no decision to take back yet.") if is_start else words)
            return
        self._page.gap()
        self._page.say(_("You took that back."))
        self._told = _last_decision(self._session.view.said)

    def _pause(self) -> None:
        with self._watch.paused():
            self._keyboard.ask(_("The clock stands still. Press Enter to go on."))


def opening_lines(session: Session) -> list[str]:
    """What is known before the first word."""
    case = session.case
    you = _("You are {name}.", name=case.you.name)
    if case.you.role:
        you = _("You are {name}, {role}.", name=case.you.name, role=case.you.role)
    when = _("{moment}, {channel}.", moment=moment_words(session.view.now), channel=channel_words(session.view.channel))
    return [case.title, *([case.summary] if case.summary else []), you, when]


def stuck_line(stop: Stop) -> str:
    """What is said of a case that goes no further and has not ended."""
    if stop is Stop.RING:
        return _("The case cannot go on: its scenes lead round in a ring here. That is its author's fault, not yours.")
    return _("The case cannot go on: nothing leads on from here. That is its author's fault, not yours.")


def tell_entries(page: Page, entries: Sequence[Entry], you: str) -> None:
    """Print what was said and seen; a chapter stands apart."""
    for entry in entries:
        if isinstance(entry, Heading):
            page.gap()
        page.say(entry_line(entry, you))


def _last_decision(said: Sequence[Entry]) -> int:
    """Where in what was said the last decision stands; the beginning where there is none."""
    places = [place for place, entry in enumerate(said) if isinstance(entry, Chosen | Unanswered)]
    return places[-1] if places else 0


def _next_chapter(said: Sequence[Entry]) -> int:
    """Where in what was said a decision's own part ends: the time that passes before the next chapter belongs to it."""
    chapters = [place for place, entry in enumerate(said) if isinstance(entry, Heading)]
    if not chapters:
        return len(said)
    first = chapters[0]
    return first - 1 if first and isinstance(said[first - 1], Later) else first


def _picked(answer: str, offers: Sequence[Offer]) -> Offer | None:
    numbers = {str(number): offer for number, offer in enumerate(offers, 1)}
    return numbers.get(answer.rstrip(".)"))
