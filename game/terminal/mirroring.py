"""The mirror in plain lines: the talk from the customer's chair, and the question how each sentence feels."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from game import paths
from game.debrief import FEELINGS, closeness, steps_apart
from game.debrief import mirror as mirrored
from game.debrief.transcript import ending_lines, entry_line
from game.records import Trouble, open_records
from game.records.folders import owner_of
from game.scenario.names import NARRATOR
from game.session.view import Said
from game.terminal.journals import open_journal
from game.terminal.keyboard import InputEnded, Keyboard
from game.terminal.page import Page
from game.terminal.typed import meant
from game.texts import _
from game.texts.moods import mood_words
from game.texts.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from game.debrief import Mirror, Turn
    from game.debrief.debrief import Feeling
    from game.session.view import Entry

__all__ = ["mirror"]

_INTERRUPTED = 130
_INPUT_ENDED = 3
_LEAVE = ("quit", "q")


def mirror(journal: Path, *, folders: Iterable[Path] = (), language: str = "") -> int:
    """Turn a journal's play round, and ask after each sentence how it feels; the answer is the exit code.

    0: looked at to its end, or left with quit. 1: it is no journal, or nothing was decided in it. 2: there is no such
    file. 3: the input ended before. 130: stopped with Ctrl-C.
    """
    page = Page(sys.stdout)
    try:
        opened = open_journal(journal, folders, language, Page(sys.stderr))
        found = mirrored(opened.book, opened.journal)
        if not found.turns:
            raise Trouble(_("Nothing was decided in this play yet, so there is nothing to see in the mirror."))
    except Trouble as trouble:
        Page(sys.stderr).say(str(trouble))
        return 1 if paths.is_file(journal) else 2
    try:
        close = _Sitting(found, page, _keyboard(page)).hold()
    except InputEnded:
        return _INPUT_ENDED
    except KeyboardInterrupt:
        page.end_line()
        return _INTERRUPTED
    owner = owner_of(journal)
    if close is not None and owner is not None:
        _keep(page, owner, found, close)
    return 0


def _keep(page: Page, person: str, found: Mirror, close: int) -> None:
    """Keep the closeness among the results of who played."""
    try:
        open_records(catches_up=False).keep_closeness(person, found.scenario, found.revision, close)
    except Trouble as trouble:
        page.say(str(trouble))


def _keyboard(page: Page) -> Keyboard:
    stream = sys.stdin or io.StringIO()  # none where the program was started without
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return Keyboard(stream, page)


class _Sitting:
    """One look into the mirror."""

    def __init__(self, found: Mirror, page: Page, keyboard: Keyboard) -> None:
        self._mirror = found
        self._page = page
        self._keyboard = keyboard
        self._chair = ""

    def hold(self) -> int | None:
        """From the first sentence to the closeness, which is answered; None where the trainee leaves before."""
        page, found = self._page, self._mirror
        page.gap()
        page.say(_("In the mirror: {title}", title=found.title))
        guesses: list[tuple[int, int]] = []
        for turn in found.turns:
            self._sit(turn)
            self._tell(turn.before)
            self._hear(turn)
            guess = self._ask(turn)
            if guess is None:
                return None
            guesses.append((guess, turn.mood))
            self._reveal(turn, guess)
        self._tell(found.after)
        if found.ending is not None:
            page.gap()
            for line in ending_lines(found.ending.title, found.ending.text):
                page.say(line)
        page.gap()
        close = closeness(guesses)
        page.say(_("You came as close as {close} of 100. This figure is yours alone.", close=close))
        page.flush()
        return close

    def _sit(self, turn: Turn) -> None:
        """Say whose chair it is, where it changes."""
        if turn.facing.key == self._chair:
            return
        self._page.gap()
        name, you = turn.facing.name, self._mirror.you.name
        if self._chair:
            self._page.say(_("Now you sit in the chair of {name}.", name=name))
        else:
            line = _("You sit in the chair of {name}. {agent} is you, as the others met you.", name=name, agent=you)
            self._page.say(line)
        self._chair = turn.facing.key
        self._page.gap()

    def _tell(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self._page.say(self._line(entry))

    def _line(self, entry: Entry) -> str:
        if isinstance(entry, Said) and entry.who == self._chair and entry.who != NARRATOR:
            return _("You, as {name}: {words}", name=entry.name, words=entry.text)
        return entry_line(entry, self._mirror.you.name)

    def _hear(self, turn: Turn) -> None:
        you = self._mirror.you.name
        if not turn.words:
            self._page.say(_("{name} says nothing, and time goes by.", name=you))
        elif turn.is_spoken:
            self._page.say(_("{name}: {words}", name=you, words=quoted(turn.words, self._mirror.language)))
        else:
            self._page.say(_("{name} does this: {words}", name=you, words=turn.words))

    def _ask(self, turn: Turn) -> int | None:
        """The mood that was guessed; None where the trainee leaves."""
        self._page.gap()
        self._page.say(_("How does {name} feel now?", name=turn.facing.name))
        moods = [_("{number} {mood}", number=number, mood=mood_words(mood)) for number, mood in enumerate(FEELINGS, 1)]
        self._page.say(", ".join(moods))
        while True:
            typed = meant(self._keyboard.ask(_("Type a number, or quit:")))
            if typed in _LEAVE:
                return None
            if typed.isdecimal() and 1 <= int(typed) <= len(FEELINGS):
                return FEELINGS[int(typed) - 1]
            self._page.say(_("Please type a number from 1 to {last}.", last=len(FEELINGS)))

    def _reveal(self, turn: Turn, guess: int) -> None:
        was, said = mood_words(turn.mood), mood_words(guess)
        apart = steps_apart(guess, turn.mood)
        if apart == 0:
            self._page.say(_("Just so: {mood}.", mood=was))
        elif apart == 1:
            self._page.say(_("Close. You said {guess}; it was {mood}.", guess=said, mood=was))
        else:
            self._page.say(_("You said {guess}; it was {mood}.", guess=said, mood=was))
        self._think(turn.feels)
        self._think(turn.later)
        self._page.gap()

    def _think(self, feelings: Sequence[Feeling]) -> None:
        for feeling in feelings:
            line = _("What {name} thought and did not say: {words}", name=feeling.name, words=feeling.words)
            self._page.say(line)
