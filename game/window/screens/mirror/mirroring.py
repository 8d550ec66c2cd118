"""The mirror screen: meets the trainee with their own sentences, and asks how each of them feels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief import FEELINGS, closeness
from game.debrief.wording import outcome_words
from game.looks.portrait import look_from
from game.texts import _
from game.window.input import Back, Digit
from game.window.screens.conversation.desk import Desk, is_wide
from game.window.screens.conversation.person import PersonCard, PersonStrip, strip_side
from game.window.screens.mirror.closing import closing
from game.window.screens.mirror.faces import Question
from game.window.screens.mirror.talk import afterthoughts, heard, revealed, told
from game.window.screens.mirror.visit import sentence_words, visit_card
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.label import Label
from game.window.widgets.log import Log
from game.window.widgets.note import Chapter, Note
from game.window.widgets.page import Page
from game.window.widgets.scroll import ScrollState, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.debrief import Mirror, Turn
    from game.looks.portrait import Look
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Mirroring"]

_MIDDLE = 0.48
"""Share of a wide window's width that the talk has between two cards."""
_WHOLE = 0.95


class Mirroring(Screen):
    """Shows a play from the other side, sentence by sentence.

    Args:
        mirror: the play; it has at least one sentence.
        avatar: how the trainee is drawn; None for the person of the case.
        on_done: back to where it was opened from.
        on_keep: takes the closeness, 0 to 100, once all was guessed.
    """

    first_focus = "choice-1"
    usual_focus = ("choice-1", "done")

    def __init__(
        self,
        mirror: Mirror,
        *,
        avatar: Look | None = None,
        on_done: Callable[[], None],
        on_keep: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.title = _("In the mirror: {title}", title=mirror.title)
        self.mirror = mirror
        self.agent = avatar or look_from(mirror.you.face, mirror.you.name)
        self.on_done = on_done
        self.on_keep = on_keep
        self.guesses: list[int] = []
        self.place = 0
        """The sentence that is met now, from 0; behind the last one all is told."""
        self._log = ScrollState(stays_at_end=True)
        self._answers = ScrollState()
        self._side = ScrollState()
        self._page = ScrollState()

    @property
    def turn(self) -> Turn:
        """The sentence that is met now, or the last one."""
        return self.mirror.turns[min(self.place, len(self.mirror.turns) - 1)]

    @property
    def is_guessed(self) -> bool:
        """Whether it was said how this one feels."""
        return len(self.guesses) > self.place

    @property
    def is_over(self) -> bool:
        """Whether all was told."""
        return self.place >= len(self.mirror.turns)

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The talk and the question; at the end what came of it."""
        close = MarkButton(_("Back to the debrief"), "close", self.on_done, key="close")
        bar = TitleBar(self.mirror.title, _("In the mirror: you are the guest now"), "mirror", close)
        if self.is_over:
            page = closing(self.mirror, self.guesses, self._closeness(), on_done=self.on_done, on_again=self._restart)
            return Page(self.title, bar, Sheet(self.title, page, self._page, key="mirrored"), widest=960)
        return self._desk(bar, theme, size)

    def act(self, action: Action) -> bool:
        """Numbers say how it feels, Escape leads back."""
        match action:
            case Back():
                self.on_done()
            case Digit(number) if not self.is_over and not self.is_guessed and number <= len(FEELINGS):
                self._guess(FEELINGS[number - 1])
            case Digit(1) if self.is_guessed:
                self._go_on()
            case _:
                return False
        return True

    def _desk(self, bar: Widget, theme: Theme, size: tuple[int, int]) -> Desk:
        turn, wide = self.turn, is_wide(theme, size)
        figure = turn.facing
        mood = turn.mood if self.is_guessed else figure.mood
        name = _("You are {name} now", name=figure.name)
        if wide:
            person: Widget = PersonCard(figure, mood, title=name, pictures=self.pictures)
        else:
            told = Label(sentence_words(self.mirror, self.guesses), size=15, weight="semi")
            side = strip_side(theme, size)
            person = PersonStrip(figure, mood, told, title=name, pictures=self.pictures, side=side)
        log = Log(_("The talk so far"), *self._entries(), state=self._log)
        visit = visit_card(self.mirror, self.agent, self.guesses, self._side) if wide else None
        return Desk(self.title, bar, person, log, self._bottom(theme, size), visit)

    def _bottom(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The six faces; once one was chosen, the way on."""
        figure = self.turn.facing
        if not self.is_guessed:
            look = self.pictures.figure(figure)
            width = round(size[0] * (_MIDDLE if is_wide(theme, size) else _WHOLE))
            return Question(figure.name, look, self._guess, self._answers, theme, width)
        is_last = self.place + 1 == len(self.mirror.turns)
        words = _("See how close you came") if is_last else _("Go on listening")
        return Column(words, Button(words, self._go_on, key="choice-1", mark="next", style="primary"))

    def _entries(self) -> Iterator[Widget]:
        """All turns up to now; only what is new is read aloud unasked."""
        chair = ""
        for place, turn in enumerate(self.mirror.turns[: self.place + 1]):
            is_now = place == self.place
            if turn.facing.key != chair:
                chair = turn.facing.key
                yield Note("mirror", self._seated(turn, place), colour="accent", is_new=is_now)
            asks = is_now and not self.is_guessed
            yield from told(turn.before, chair, self.mirror, is_new=asks)
            yield heard(turn, self.mirror, is_new=asks)
            if place < len(self.guesses):
                yield from revealed(turn, self.guesses[place], self.mirror, is_new=is_now)
                yield from afterthoughts(turn, self.mirror, is_new=is_now)
        if self.place + 1 == len(self.mirror.turns) and self.is_guessed:
            yield from self._end(chair)

    def _seated(self, turn: Turn, place: int) -> str:
        name, you = turn.facing.name, self.mirror.you.name
        if place == 0:
            return _("You sit in the chair of {name}. {agent} is you, as the others met you.", name=name, agent=you)
        return _("Now you sit in the chair of {name}.", name=name)

    def _end(self, chair: str) -> Iterator[Widget]:
        yield from told(self.mirror.after, chair, self.mirror, is_new=True)
        ending = self.mirror.ending
        if ending is not None:
            yield Chapter(_("The end: {title}", title=ending.title)).told_in(self.mirror.language)
            if ending.text:
                yield Note("", ending.text, is_italic=True, is_new=True).told_in(self.mirror.language)
            yield Note("", outcome_words(ending.outcome), is_italic=not ending.text, is_new=True)

    def _guess(self, mood: int) -> None:
        self.guesses.append(mood)
        self._log.offset = self._log.furthest
        self.wanted_focus = "choice-1"
        self.has_changed = True

    def _go_on(self) -> None:
        self.place += 1
        self._log.offset = self._log.furthest
        self.wanted_focus = "done" if self.is_over else "choice-1"
        self.has_changed = True
        if self.is_over:
            self.on_keep(self._closeness())

    def _restart(self) -> None:
        self.guesses, self.place = [], 0
        self._log.offset = self._page.offset = 0
        self.wanted_focus = "choice-1"
        self.has_changed = True

    def _closeness(self) -> int:
        return closeness(zip(self.guesses, (turn.mood for turn in self.mirror.turns), strict=True))
