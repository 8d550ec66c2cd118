"""The command `play` in the window."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from game import paths
from game.diagnostics.text import render, style_for
from game.loader import find_scenarios, scenario_folders
from game.managed import managed
from game.records import Trouble, keep_last_size, last_settings, last_size
from game.texts import _, preferred_language, use_language
from game.window.app import SIZE, App
from game.window.journey import Journey
from game.window.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.loader.shelf import Resolved
    from game.session.journal import Mode
    from game.window.journey import Wish
    from game.window.screens.screen import Screen

__all__ = ["play"]


def play(
    case: str | None = None,
    *,
    mode: Mode = "practice",
    timers: bool = True,
    folders: Iterable[Path] = (),
    settings: Settings | None = None,
    language: str = "",
    ranked: Wish | None = None,
) -> int:
    """Open the window and play until the player leaves; the answer is the exit code.

    Args:
        case: the id or file of a case to begin with; None opens Home.
        mode: how that case is played.
        timers: whether timed scenes run out.
        folders: where to look for scenarios, besides the shipped folder and the user's own.
        settings: how the game is shown; None: as it was shown last.
        language: the tag of the language to tell cases in; empty for the one the program speaks.
        ranked: what to play ranked; None begins as ever.

    Raises:
        NoDisplay: no window can be opened; nothing was begun.
    """
    found = find_scenarios(scenario_folders(folders))
    resolved = None if case is None else found.resolve(case)
    if resolved is not None and resolved.reading.scenario is None:
        return _told(resolved)
    if resolved is not None:
        found = replace(found, habits=resolved.habits, sources=resolved.habits_sources)  # those beside the file, too
    shown = _settings() if settings is None else settings
    use_language(shown.language or preferred_language())
    journey = Journey(found, shown, timers=timers, language=language)
    journey.team.wish = ranked
    screen: Screen
    if resolved is None or resolved.reading.scenario is None:
        screen = journey.home()
    else:
        if resolved.path is not None:
            journey.cases.add(resolved.id, resolved.path)
        screen = journey.begin(journey.cases.tell(resolved.id, resolved.reading.scenario), mode)
    size = last_size() or SIZE
    app = App(screen, journey.settings, size=size, fits=True)
    opened = app.plain_size
    journey.attach(app.stage, app.stop)
    try:
        app.run()
    except Exception:
        journey.close()
        app.tell_the_end(_end_words())
        raise
    finally:
        journey.close()
        app.close()
    if app.plain_size != opened:
        with suppress(Trouble):  # the next window has the usual size
            keep_last_size(app.plain_size)
    return 0


def _end_words() -> str:
    """What is said in a box where an error that nobody foresaw ends the game."""
    return _(
        "Something unexpected went wrong, and the game has to close. What you decided is kept: you can go on from "
        "there. What is known of the error stands in {file}; please send it in.",
        file=paths.log_file(),
    )


def _settings() -> Settings:
    """How the game was shown to whoever played last, else as is set for everybody; what cannot be read is as usual."""
    ours = managed()
    usual, wrong = Settings.from_values(ours.settings)
    for fault in (*ours.faults, *(f"{paths.managed_file()}: {each}" for each in wrong)):
        print(fault, file=sys.stderr)
    return Settings.from_values({**usual.as_values(), **last_settings()})[0]


def _told(resolved: Resolved) -> int:
    """Say why a case cannot be played, where it was named: 1 for a faulty file, 2 where there is none."""
    print(render(resolved.reading.diagnostics, resolved.sources, style_for(sys.stderr, os.environ)), file=sys.stderr)
    return 1 if resolved.is_there else 2
