"""Scenes that only pass on to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.session.events import SceneOpened
from game.session.rules import play, start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Each ring once, an error, with the scenes it goes through."""
    for scene, way in case.solution.rings if case.solution else ():
        step = start(case.book)
        for name in way:
            step = play(case.book, step.after, name)
        opened = [event.scene for event in step.events if isinstance(event, SceneOpened)]
        ring = dict.fromkeys(opened[opened.index(scene) :])
        values = {"scene": scene, "ring": " → ".join(f"`{each}`" for each in (*ring, scene))}
        yield case.tell("ring", ("scenes", scene), values, severity="error", witness=way)
