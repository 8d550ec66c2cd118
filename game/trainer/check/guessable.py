"""A case that somebody gets through who knows nothing of service and goes by one outward mark of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.model import Choice
from game.scenario.parts import moves
from game.trainer.check.players import HIGHEST, Guessing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic, Value
    from game.trainer.check.case import Case

__all__ = ["ENOUGH", "TOO_MUCH", "check"]

TOO_MUCH = 650
"""A score, of 1000, that no such player may come to in a case."""
ENOUGH = 4
"""Decisions of a play from which a pattern shows; of fewer, a case that is still being written has no more."""
_CHANCE = "random"
_NAMED = 3
"""Decisions that a finding names."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell each player who comes through, at the choice that gives him most.

    A case without a play of four decisions gives too little to go by: in one with a single decision, each choice has
    some outward mark. Where chance itself comes through it alone is told, at the title: then wrong answers are too
    cheap for anybody.
    """
    if case.survey is None:
        return
    guessing = Guessing(case.scenario, case.survey)
    if not guessing.is_long_enough(ENOUGH):
        return
    scores = guessing.scores
    too_good = [player for player, score in scores.items() if score >= TOO_MUCH]
    for player in [_CHANCE] if _CHANCE in too_good else too_good:
        choices = guessing.giveaways(player)[:_NAMED]
        values: dict[str, Value] = {"score": scores[player], "of": HIGHEST}
        if choices:
            path, move = next((path, move) for path, name, move in moves(case.scenario) if name == choices[0])
            key = "say" if isinstance(move, Choice) and move.say is not None else "do"
            yield case.tell("guessable", (*path, key), {"variant": player, "choices": _named(choices), **values})
        else:
            scenes = _named(guessing.cheapest_scenes(player)[:_NAMED])
            variant = _CHANCE if player == _CHANCE else "evenly"
            yield case.tell("guessable", ("title",), {"variant": variant, "scenes": scenes, **values})


def _named(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
