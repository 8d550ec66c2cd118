"""A session played in plain lines: who says what, what can be chosen, and the answers by number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.debrief.transcript import ending_lines
from game.debrief.wording import channel_words, due_words, duration_words, end_words, moment_words
from game.session.session import NotTakenBack
from game.session.state import Stop
from game.session.view import Chosen, Unanswered
from game.terminal.invocation import invocation
from game.terminal.keyboard import InputEnded
from game.terminal.part import arranged, channel_line, speaks, tell_entries
from game.terminal.time_limit import TimeLimit
from game.terminal.typed import meant
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.scenario.model import Ending
    from game.session.session import Session
    from game.session.view import Entry, Figure, Offer, View
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page
    from game.terminal.stopwatch import Stopwatch

__all__ = ["HELP", "QUIT", "Conversation", "Left", "opening_lines", "stuck_line"]

Left = Literal["ended", "stuck", "quit", "input ended"]
"""Why a conversation is over."""
QUIT = ("quit", "q")
HELP = ("?", "h", "help")
_WORDS_OF_A_LIMIT = 20
"""Those of the line that tells a time limit."""


class Conversation:
    """One sitting at a session, until it ends or is left."""

    def __init__(
        self, session: Session, page: Page, keyboard: Keyboard, watch: Stopwatch, *, has_timers: bool = True
    ) -> None:
        self._session = session
        self._page = page
        self._keyboard = keyboard
        self._watch = watch
        self._has_timers = has_timers
        self._told = 0
        self._read = page.words
        """How many words the page had when the last decision was taken."""
        self._limit: TimeLimit | None = None
        self._moods: dict[str, str] = {}
        self._facing = ""
        self._channel = ""
        self._commands: dict[str, Callable[[], None]] = {
            **dict.fromkeys(HELP, self._help),
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
            self._tell_taken_up()
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

    def _tell_taken_up(self) -> None:
        self._page.say(_("You go on from your last decision."))

    # --- what is told -------------------------------------------------------------------------------------------------

    def _tell(self, view: View) -> None:
        """Print what is new, with what it changes: how one talks, whom one faces, their mood."""
        said, who = view.said[self._told :], view.facing
        goes_on = view.stop is None
        turns = [channel_line(view.channel)] if goes_on and self._channel not in ("", view.channel) else []
        faced = None
        if goes_on and self._facing not in ("", who.key) and speaks(said, who.key):
            mood = mood_words(who.mood)
            faced = (who.key, _("You now face {name}, who is {mood}.", name=who.name, mood=mood))
            self._moods[who.key] = mood
        is_here = not self._facing or who.key == self._facing or speaks(said, who.key)
        told = arranged(said, view.remarks, before=self._told, turns=turns, faced=faced)
        tell_entries(self._page, told, self._session.case.you.name)
        self._channel = view.channel
        self._facing = who.key if is_here else self._facing
        self._told = len(view.said)
        if view.facing.key == self._facing:
            self._tell_mood(view.facing)

    def _tell_mood(self, who: Figure) -> None:
        """Say how the person faced feels, where that changed."""
        mood = mood_words(who.mood)
        if self._moods.get(who.key) != mood:
            is_first = who.key not in self._moods
            words = _("{name} is {mood}.") if is_first else _("{name} is {mood} now.")
            self._page.say(words.format(name=who.name, mood=mood))
        self._moods[who.key] = mood

    def _tell_ending(self, ending: Ending) -> None:
        self._page.gap()
        for line in ending_lines(ending.title, ending.text):
            self._page.say(line)

    def _tell_offers(self, view: View) -> None:
        if self._limit is not None:
            self._page.say(self._limit.told)
        elif view.limit is not None and not self._has_timers:
            time = duration_words(view.limit)
            self._page.say(_("There would be {time} to answer; the timers are off.", time=time))
        for number, words in enumerate(self._offered(view), 1):
            self._page.say(f"{number}. {words}", indent=len(f"{number}. "))

    def _offered(self, view: View) -> list[str]:
        language = self._session.case.language
        return [quoted(offer.words, language) if offer.is_spoken else offer.words for offer in view.offers]

    # --- what is answered ---------------------------------------------------------------------------------------------

    def _is_freed(self, stop: Stop) -> bool:
        """Tell that the case goes no further; in practice the last decision can still be taken back."""
        self._page.gap()
        self._page.say(stuck_line(stop))
        while self._session.view.can_take_back:
            answer = meant(self._keyboard.ask(_("Type back to take your last decision back, or quit:")))
            if answer == "back":
                self._back()
                return True
            if answer in QUIT:
                return False
        return False

    def _decide(self, view: View) -> bool:
        """Ask until something was decided, or taken back; False where the player leaves."""
        self._limit = self._begin_limit(view)
        self._page.gap()
        self._tell_offers(view)
        self._page.flush()
        while True:
            question = _("Your answer, 1 to {last}, or ? for help:", last=len(view.offers))
            answer = meant(self._keyboard.ask(question))
            if answer in QUIT:
                return False
            if self._limit is not None and self._limit.is_over:
                self._fall_silent(self._limit)
                return True
            offer = _picked(answer, view.offers)
            if offer is not None:
                self._take(offer)
                return True
            self._obey(answer, len(view.offers))
            now = self._session.view
            if (now.decisions, now.offers) != (view.decisions, view.offers):
                return True
            if self._limit is not None:
                self._page.say(self._limit.left)

    def _begin_limit(self, view: View) -> TimeLimit | None:
        """The time to answer, where any runs; it leaves time to read all since the last decision."""
        if view.limit is None or not self._has_timers:
            return None
        return TimeLimit(self._watch, view.limit, self._words_to_read(view), most=self._most_seconds())

    def _words_to_read(self, view: View) -> int:
        words = self._page.words - self._read + sum(len(offered.split()) + 1 for offered in self._offered(view))
        return words + _WORDS_OF_A_LIMIT

    def _most_seconds(self) -> int | None:
        """How long it may take at most, the time to read included; None where nobody else's clock counts."""
        return None

    def _obey(self, answer: str, last: int) -> None:
        command = self._commands.get(answer)
        if command is None:
            self._page.say(_("Please type a number from 1 to {last}, or ? for help.", last=last))
        else:
            command()

    def _take(self, offer: Offer) -> None:
        self._read = self._page.words
        self._page.gap()
        self._carry_out(lambda: self._session.take(offer.token, self._watch.ms))

    def _fall_silent(self, limit: TimeLimit) -> None:
        self._read = self._page.words
        self._page.gap()
        self._page.say(limit.missed)
        self._carry_out(lambda: self._session.fall_silent(self._watch.ms))

    def _carry_out(self, decide: Callable[[], None]) -> None:
        """Let the session decide; where it may fail, another kind of conversation knows what to do."""
        decide()

    def _help(self) -> None:
        say = self._page.say
        say(_("Type the number of what you want to say or do, and press Enter."))
        say(_("again: hear the last part once more"))
        say(_("promises: what you promised, and the time"))
        if self._session.view.can_take_back:
            say(_("back: take your last decision back"))
        if self._limit is not None:
            say(_("pause: stop the clock"))
        say(_("quit, or q: leave; you can go on later"))
        if self._has_timers:
            say(self._way_to_no_timers())

    def _way_to_no_timers(self) -> str:
        command = invocation("--terminal", "--no-timers")
        return _("To play without time limits, quit and start again with: {command}", command=command)

    def _again(self) -> None:
        view = self._session.view
        self._page.gap()
        before = _last_decision(view.said)
        told = arranged(view.said[before:], view.remarks, before=before)
        tell_entries(self._page, told, self._session.case.you.name)
        if view.facing.key == self._facing:
            name, mood = view.facing.name, mood_words(view.facing.mood)
            self._page.say(_("{name} is {mood}.", name=name, mood=mood))
        self._page.gap()
        self._tell_offers(view)

    def _promises(self) -> None:
        view = self._session.view
        self._page.say(_("It is {moment}.", moment=moment_words(view.now)))
        if not view.debts:
            self._page.say(_("You have promised nothing."))
        for debt in view.debts:
            line = _("{end}: {text}", end=end_words(debt.standing), text=debt.text)
            if debt.left is not None:
                line = _("{line} Due {due}.", line=line, due=due_words(debt.due, debt.left))
            self._page.say(line)

    def _back(self) -> None:
        view = self._session.view
        try:
            self._carry_out(lambda: self._session.take_back(self._watch.ms))
        except NotTakenBack:
            words = _("Only in practice can a decision be taken back.")
            self._page.say(words if view.decisions else _("There is no decision to take back yet."))
            return
        self._read = self._page.words
        self._page.gap()
        self._page.say(self._taken_back_line(view.said[_last_decision(view.said)]))
        self._told = _last_decision(self._session.view.said)

    def _taken_back_line(self, decided: Entry) -> str:
        if not isinstance(decided, Chosen):
            return _("You took your silence back.")
        words = quoted(decided.words, self._session.case.language) if decided.is_spoken else decided.words
        return _("You took this back: {words}", words=words)

    def _pause(self) -> None:
        if self._limit is None:
            self._page.say(_("No clock runs here. Take all the time you want."))
            return
        with self._watch.paused():
            self._keyboard.ask(_("The clock stands still. Press Enter to go on; an answer typed here does not count."))


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


def _last_decision(said: Sequence[Entry]) -> int:
    """Where in what was said the last decision stands; the beginning where there is none."""
    places = [place for place, entry in enumerate(said) if isinstance(entry, Chosen | Unanswered)]
    return places[-1] if places else 0


def _picked(answer: str, offers: Sequence[Offer]) -> Offer | None:
    numbers = {str(number): offer for number, offer in enumerate(offers, 1)}
    return numbers.get(answer.rstrip(".)"))
