"""The command `play` in the window."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from game.diagnostics.text import render, style_for
from game.loader import find_scenarios, scenario_folders
from game.loader.words import Words
from game.window.app import App
from game.window.journey import Journey
from game.window.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.loader.shelf import Resolved
    from game.session.journal import Mode

__all__ = ["play"]


def play(
    case: str | None = None,
    *,
    mode: Mode = "practice",
    timers: bool = True,
    folders: Iterable[Path] = (),
    settings: Settings | None = None,
    language: str = "",
) -> int:
    """Open the window and play until the player leaves; the answer is the exit code.

    Args:
        case: the id or file of a case to begin with; None shows the list.
        mode: how that case is played.
        timers: whether timed scenes run out.
        folders: where to look for scenarios, besides the shipped folder and the user's own.
        settings: how the game is shown.
        language: the tag of the language to tell cases in; empty for each case's own.

    Raises:
        NoDisplay: no window can be opened; nothing was begun.
    """
    found = find_scenarios(scenario_folders(folders))
    resolved = None if case is None else found.resolve(case)
    if resolved is not None and resolved.reading.scenario is None:
        return _told(resolved)
    if resolved is not None:
        found = replace(found, habits=resolved.habits)  # those beside the file, too
    words = Words(found.paths, language)
    if resolved is not None and resolved.path is not None:
        words.add(resolved.id, resolved.path)
    journey = Journey(found, timers=timers, words=words)
    app = App(journey.list, settings or Settings(has_timers=timers))
    journey.attach(app.stage.show, app.stop)
    try:
        if resolved is not None and resolved.reading.scenario is not None:
            app.stage.show(journey.begin(resolved.id, resolved.reading.scenario, mode))
        app.run()
    finally:
        journey.close()
        app.close()
    return 0


def _told(resolved: Resolved) -> int:
    """Say why a case cannot be played, where it was named: 1 for a faulty file, 2 where there is none."""
    print(render(resolved.reading.diagnostics, resolved.sources, style_for(sys.stderr, os.environ)), file=sys.stderr)
    return 1 if resolved.is_there else 2
