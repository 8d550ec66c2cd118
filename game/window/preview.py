"""The command `preview` in the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.diagnostics.text import render, style_for
from game.loader import scenario_folders
from game.texts import _
from game.trainer.pictures import flawed_pictures
from game.trainer.preview import Preview
from game.window.app import App
from game.window.screens.preview import Rehearsal, Waiting
from game.window.settings import Settings
from game.window.supplied import pictures_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from game.trainer.preview import Saved
    from game.window.screens.screen import Screen

__all__ = ["Rehearsals", "preview"]

_LEFT, _NO_FILE = 0, 2


def preview(file: str, *, timers: bool = False, folders: Iterable[Path] = (), settings: Settings | None = None) -> int:
    """Open the window on a file and play it until its author leaves; the answer is the exit code.

    Args:
        file: a case's file, which need not be there yet, or an id.
        timers: whether the time of timed scenes runs out.
        folders: where to look for scenarios, besides the shipped folder and the user's own.
        settings: how it is shown; unless said, lines are there at once, for an author has read them.

    Raises:
        NoDisplay: no window can be opened.
    """
    found = Preview(file, scenario_folders(folders), timers=timers)
    if found.path is None:
        print(render(found.findings, found.sources, style_for(sys.stderr, os.environ)), file=sys.stderr)
        return _NO_FILE
    rehearsals = Rehearsals(found)
    app = App(rehearsals.first(), settings or Settings(has_timers=timers, is_still=True), fits=True)
    rehearsals.attach(app.stage.show, app.stop)
    try:
        app.run()
    finally:
        app.close()
    return _LEFT


class Rehearsals:
    """Says which screen of a preview comes next; `attach` it to a window before it moves on."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._rehearsal: Rehearsal | None = None

    def attach(self, show: Callable[[Screen], None], leave: Callable[[], None]) -> None:
        """Say what puts a screen on the stage, and what ends the preview."""
        self._show = show
        self._leave = leave

    def first(self) -> Screen:
        """The play where the file is a case, else what is wrong with it."""
        if self._preview.kept is None:
            return Waiting(self._preview, on_open=self._open, on_leave=lambda: self._leave())
        return self._begun()

    def _open(self) -> None:
        self._show(self._begun())

    def _begun(self) -> Rehearsal:
        kept = self._preview.kept
        if kept is None:
            raise ValueError(f"{self._preview.name} is not played yet")
        self._rehearsal = Rehearsal(self._preview, kept, on_end=self._debrief, on_leave=lambda: self._leave())
        self._show_pictures(self._rehearsal)
        return self._rehearsal

    def _show_pictures(self, rehearsal: Rehearsal) -> None:
        """The pictures beside the file, as they are now; those that cannot be shown are told."""
        path = self._preview.path
        if path is not None:
            rehearsal.pictures = pictures_of(path.stem, path)
            flawed = flawed_pictures(path.parent, path.stem)
            if flawed:
                rehearsal.tell(_("About the pictures"), "\n".join(each.words for each in flawed))

    def _debrief(self) -> None:
        # late: what explains a case is not needed before one has ended
        from game.window.screens.preview.debriefing import RehearsedDebriefing

        kept = self._preview.kept
        if kept is not None:
            ways = {"on_again": self._again, "on_done": self._back}
            screen = RehearsedDebriefing(self._preview, kept, **ways, on_saved=self._go_on)
            if self._rehearsal is not None:
                screen.pictures = self._rehearsal.pictures
            self._show(screen)

    def _again(self) -> None:
        self._preview.go(())
        self._back()

    def _back(self) -> None:
        """Back to the play, in whatever version there is now."""
        if self._rehearsal is not None:
            self._rehearsal.stand_anew()
            self._show(self._rehearsal)

    def _go_on(self, saved: Saved) -> None:
        self._back()
        if self._rehearsal is not None:
            self._rehearsal.take_up(saved)
