"""Debriefs to look at, and ways to press what is on them."""

from __future__ import annotations

from game.debrief import review
from game.session.journal import Decision, Head, Journal
from game.solver import solve
from game.window.input import Assist, Press
from game.window.screens.debrief import Debriefing
from game.window.stage import Stage
from game.window.widgets.widget import Widget
from tests.cases import book, choice, ending, scene
from tests.window.gallery import nothing

__all__ = ["BEST", "LOST", "at", "press", "sixty"]

LOST = ("lobby/deposit", "", "search/kitchen-room")
BEST = ("lobby/listen", "search/honest")


def press(stage: Stage, key: str) -> None:
    """Press a widget as a screen reader does, wherever it is scrolled to."""
    stage.act(Assist(next(widget.reader_id for widget in stage.tree.walk() if widget.key == key), Press()))


def sixty() -> Debriefing:
    """The debrief of a play of sixty decisions; every other one lost a point."""
    scenes = {
        f"s{number}": scene(
            choice("good", f"s{number + 1}", respect=1, mood=1), choice("bad", f"s{number + 1}", mood=-1)
        )
        for number in range(60)
    }
    playbook = book(**scenes, s60=ending())
    names = tuple(Decision(f"s{number}/{'bad' if number % 2 else 'good'}", 0) for number in range(60))
    head = Head(scenario="long", revision=playbook.revision, seed=0, mode="graded", started="")
    debrief = review(playbook, solve(playbook), Journal(head, names))
    return Debriefing(debrief, {}, on_again=nothing, on_done=nothing, on_again_from=nothing)


def at(stage: Stage, key: str) -> Widget:
    """The widget of a key."""
    return next(widget for widget in stage.tree.walk() if widget.key == key)
