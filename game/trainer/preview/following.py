"""Decisions found again in a case that was edited meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenario.names import SILENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.scenario.model import Scenario

__all__ = ["followed"]


def followed(names: Sequence[str], before: Scenario, after: Scenario) -> tuple[str, ...]:
    """The names under which the same decisions stand in the case as it is now.

    Where a choice has got another name, or another choice has got its name by standing in its place, its words find
    it again: in its scene, or in one that is new. A decision that is not found keeps its name.
    """
    return tuple(_follow(name, before, after) for name in names)


def _follow(name: str, before: Scenario, after: Scenario) -> str:
    scene, _, key = name.partition("/")
    words = _words(before, scene).get(key)
    if words is None:
        return name
    if scene not in after.scenes:
        fresh = [each for each in after.scenes if each not in before.scenes]
        found = [f"{each}/{other}" for each in fresh for other, said in _words(after, each).items() if said == words]
        return found[0] if len(found) == 1 else name
    now = _words(after, scene)
    if key in now and (now[key] == words or not key.isdecimal()):
        return name
    same = [other for other, said in now.items() if said == words]
    return f"{scene}/{same[0]}" if len(same) == 1 else name


def _words(scenario: Scenario, scene: str) -> Mapping[str, str]:
    """What is said or done in a scene, by the choices' ids; of a silence, what the scene is by its choices."""
    if scene not in scenario.scenes:
        return {}
    found = scenario.scenes[scene]
    words: dict[str, str] = {choice.id: str(choice.say or choice.do or "") for choice in found.choices}
    if found.silence is not None:
        words[SILENCE] = "\n" + "\n".join(words.values())
    return words
