"""The command `preview` in the terminal."""

from __future__ import annotations

import io
import os
import sys
import time
from typing import TYPE_CHECKING, TextIO

from game.diagnostics.text import render, style_for
from game.loader import scenario_folders
from game.terminal.conversation import QUIT, opening_lines
from game.terminal.debriefing import tell_debrief
from game.terminal.keyboard import InputEnded
from game.terminal.page import Page
from game.terminal.preview.keyboard import WaitingKeyboard
from game.terminal.preview.rehearsal import Rehearsal, Turned
from game.terminal.sitting import INTERRUPTED, debriefed
from game.terminal.stopwatch import Stopwatch
from game.terminal.typed import meant
from game.texts import _
from game.trainer.preview import Preview, difference
from game.trainer.preview.wording import count_words, mended_lines, saved_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from game.diagnostics import Diagnostic
    from game.trainer.preview import News, Saved

__all__ = ["preview"]

_PATIENCE = 1.0
"""Seconds in which the findings come before the play; later they come when they are known."""
_MOST_TOLD = 5
"""Findings printed unasked; one slip can make many."""
_QUIT, _UNPLAYABLE, _NO_FILE = 0, 1, 2


def preview(file: str, *, timers: bool = False, folders: Iterable[Path] = ()) -> int:
    """Play a file while it is written, in plain lines; the answer is the exit code.

    0: left; 1: the input ended before the file was a case; 2: there is nothing of that name; 130: stopped with Ctrl-C.
    """
    page = Page(sys.stdout)
    table = _Table(Preview(file, scenario_folders(folders), timers=timers), page)
    try:
        return table.run()
    except KeyboardInterrupt:
        page.end_line()
        return INTERRUPTED


class _Table:
    """Holds a preview: plays it, and tells what every save does."""

    def __init__(self, preview: Preview, page: Page) -> None:
        self._preview = preview
        self._page = page
        self._keyboard = WaitingKeyboard(_input(), page, self)
        self._watch = Stopwatch(time.monotonic, 0)
        self._saved: Saved | None = None
        self._told: tuple[Diagnostic, ...] = ()
        """The findings told last."""
        self._is_checked = False
        """Whether all findings of the version at hand are known, and not yet told."""

    def run(self) -> int:
        """Play until the author leaves."""
        if self._preview.path is None:
            self._print(self._preview.findings)
            return _NO_FILE
        self._preview.finish_examination(_PATIENCE)
        if not self._preview.is_examining:
            self._tell_findings()
        try:
            stays = self._begin()
            while stays:
                stays = self._play()
        except InputEnded:
            return _QUIT if self._preview.is_playable else _UNPLAYABLE
        return _QUIT

    def _begin(self) -> bool:
        """Wait for a version that can be played, and open it; False where the author leaves before."""
        while self._preview.kept is None:
            try:
                answer = self._keyboard.ask(_("Save the file when it is mended; it is read by itself. Or type quit:"))
            except Turned:
                break
            if meant(answer) in QUIT:
                return False
        if self._preview.kept is not None:
            self._page.gap()
            for line in opening_lines(self._preview.kept.session):
                self._page.say(line)
            self._page.say(_("This is a preview: on every save the file is read again, and nothing is kept."))
            self._page.gap()
        return True

    def _play(self) -> bool:
        """Play from where the play stands; False where the author leaves."""
        kept = self._preview.kept
        if kept is None:
            return False
        rehearsal = Rehearsal(
            self._preview,
            kept,
            self._page,
            self._keyboard,
            self._watch,
            reload=self._reload,
            findings=self._list_findings,
            debrief=self._debrief,
        )
        try:
            left = rehearsal.hold()
            if left == "input ended":
                raise InputEnded
            return left != "quit" and rehearsal.stand_by()
        except Turned:
            return True

    # --- news ---------------------------------------------------------------------------------------------------------

    def has_news(self) -> bool:
        """Look whether the file was saved, or all its findings are known."""
        self._take(self._preview.look())
        return self._saved is not None or self._is_checked

    def _take(self, news: News) -> None:
        self._saved = news.saved or self._saved
        if news.has_findings and not self._preview.is_examining:
            self._is_checked = any(difference(self._told, self._preview.findings))

    def tell_news(self) -> None:
        """Tell what a save did, or what was found since.

        Raises:
            Turned: another version is played now.
        """
        saved, self._saved = self._saved, None
        if saved is not None:
            self._page.gap()
            self._page.say(saved_words(saved))
        if self._is_checked:
            self._is_checked = False
            self._tell_findings()
        if saved is not None and saved.is_playable and saved.has_changed:
            raise Turned

    def _tell_findings(self) -> None:
        """Print the findings that are new, name those that are gone, and sum up.

        In a file that is no case the rules find nothing: what they found before is not gone.
        """
        new, gone = difference(self._told, self._preview.findings)
        if self._preview.is_playable:
            self._told = self._preview.findings
        else:
            self._told, gone = (*self._told, *new), ()
        self._page.gap()
        self._print(new[:_MOST_TOLD])
        if len(new) > _MOST_TOLD:
            self._page.say(_("Not shown: {count} more. Type findings to see all.", count=len(new) - _MOST_TOLD))
        mended = mended_lines(gone, self._preview.name)
        for line in mended[:_MOST_TOLD]:
            self._page.say(line)
        if len(mended) > _MOST_TOLD:
            self._page.say(_("Mended: {count} more.", count=len(mended) - _MOST_TOLD))
        self._page.say(self._sum())
        self._page.gap()
        self._page.flush()

    def _list_findings(self) -> None:
        self._preview.finish_examination()
        self._page.gap()
        self._print(self._preview.findings)
        self._page.say(self._sum())

    def _sum(self) -> str:
        return _("{name}: {count}.", name=self._preview.name, count=count_words(self._preview.findings))

    def _print(self, findings: Sequence[Diagnostic]) -> None:
        if findings:
            self._page.put(render(findings, self._preview.sources, style_for(sys.stdout, os.environ)))
            self._page.gap()

    # --- commands -----------------------------------------------------------------------------------------------------

    def _reload(self) -> None:
        self._take(self._preview.reload())
        if self._saved is None:
            self._page.say(_("The file is the same as before."))
        self.tell_news()

    def _debrief(self) -> None:
        kept = self._preview.kept
        if kept is not None:
            tell_debrief(self._page, debriefed(kept.book, kept.session.journal, self._page), self._preview.habits)


def _input() -> TextIO:
    """What is typed; nothing where the program was started without."""
    return sys.stdin or io.StringIO()
