"""A long case, made up: sixty scenes with everything a map has to show."""

from __future__ import annotations

from itertools import count
from typing import Any

from game.scenario.model import Choice, Outcome, Scenario, Scene
from tests.cases import case, choice, ending, promise, scene, silence

__all__ = ["long_case"]

_WORDS = "Reading the notes first takes two minutes, and he hears that somebody at last has done it. "
_OUTCOMES: tuple[tuple[str, Outcome], ...] = (("gone", "lost"), ("stays", "kept"), ("friend", "delighted"))


def long_case(acts: int = 14, abreast: int = 4) -> Scenario:
    """Acts of so many scenes abreast, of which the last of every third act is reached by nobody."""
    numbers = count()
    rows = [["opening"]] + [[f"scene-{next(numbers)}" for _ in range(abreast)] for _ in range(acts)]
    rows.append([name for name, _ in _OUTCOMES])
    scenes: dict[str, Any] = {}
    for act, row in enumerate(rows[:-1]):
        for place, name in enumerate(row):
            scenes[name] = _scene(rows, act, place)
    endings: dict[str, Any] = {name: ending(outcome) for name, outcome in _OUTCOMES}
    return case(word=promise(within="1 day"), **scenes, **endings)


def _scene(rows: list[list[str]], act: int, place: int) -> Scene:
    following = rows[act + 1]
    reached = following[:-1] if act % 3 == 1 and act + 2 < len(rows) else following
    if place == 3 and act % 4 == 3:
        return scene(says=_WORDS * 3, goto=[("fact", following[0]), following[1]], later="2 h")
    timed: dict[str, Any] = {"within": "30 s", "silence": silence(reached[0], respect=-2)} if place == 1 else {}
    return scene(
        *_choices(rows, act, place, reached), says=_WORDS * 2, heading="A heading" if place == 0 else None, **timed
    )


def _choices(rows: list[list[str]], act: int, place: int, reached: list[str]) -> list[Choice]:
    marks: dict[str, Any] = {"remember": "fact"} if act == 1 else {"promise": "word"} if act == 2 else {}
    good = choice("listen", reached[place % len(reached)], respect=2, **marks)
    plain = choice("ask", reached[(place + 1) % len(reached)], **({"keep": "word"} if act == 4 else {}))
    bad = choice("refuse", [("fact", reached[0]), reached[-1]] if act == 3 else reached[-1], follow_through=-2)
    back = [choice("again", rows[act - 3][0], again=True)] if place == 2 and act in (5, 9) else []
    return [good, plain, bad, *back]
