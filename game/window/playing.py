"""The command `play` in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loader import find_scenarios, scenario_folders
from game.window.app import App
from game.window.journey import Journey
from game.window.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.scenario.model import Scenario
    from game.session.journal import Mode

__all__ = ["play"]


def play(
    case: tuple[str, Scenario] | None = None,
    *,
    mode: Mode = "practice",
    timers: bool = True,
    folders: Iterable[Path] = (),
    settings: Settings | None = None,
) -> int:
    """Open the window and play until the player leaves; the answer is the exit code.

    Args:
        case: a case's id and scenario to begin with; None shows the list.
        mode: how that case is played.
        timers: whether timed scenes run out.
        folders: where to look for scenarios, besides the shipped folder and the user's own.
        settings: how the game is shown.

    Raises:
        NoDisplay: no window can be opened; nothing was begun.
        WrongPygame: another pygame than pygame-ce is installed.
    """
    found = find_scenarios(scenario_folders(folders))
    journey = Journey(found, timers=timers)
    app = App(journey.list, settings or Settings(has_timers=timers))
    journey.attach(app.stage.show, app.stop)
    try:
        if case is not None:
            app.stage.show(journey.begin(*case, mode))
        app.run()
    finally:
        journey.close()
        app.close()
    return 0
