"""Where a scene most likely leads, for examples of what to write where no way on is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.loader.between import at_key
from game.loader.names import normal

__all__ = ["likely_way", "next_scenes"]


def next_scenes(scenes: yaml.Node | None) -> dict[str, str]:
    """For each scene the next in the file, and for the last the first; endings of outcome `lost` are left out."""
    pairs = scenes.value if isinstance(scenes, MappingNode) else []
    names = [normal(key.value) for key, scene in pairs if isinstance(key, ScalarNode) and not _is_lost(scene)]
    return dict(zip(names, (*names[1:], *names[:1]), strict=True))


def likely_way(scene: MappingNode, following: Mapping[str, str], name: str) -> str:
    """The first way of the choices of a scene that leads to another, or else the next scene of the file.

    Where `following` has nothing else to lead to, it is the scene itself.
    """
    return next((way for way in _ways(scene) if way != name and way in following), "") or following.get(name) or name


def _ways(scene: MappingNode) -> Iterator[str]:
    """Where the choices of a scene, its silence and the scene itself lead, without asking for anything."""
    choices = at_key(scene, "choices")
    parts = [*(choices.value if isinstance(choices, SequenceNode) else ()), at_key(scene, "silence"), scene]
    for part in parts:
        way = at_key(part, "goto") if isinstance(part, MappingNode) else None
        if isinstance(way, SequenceNode) and way.value:
            way = way.value[-1]
        if isinstance(way, ScalarNode) and way.value:
            yield normal(way.value)


def _is_lost(scene: yaml.Node) -> bool:
    ending = at_key(scene, "ending") if isinstance(scene, MappingNode) else None
    outcome = at_key(ending, "outcome") if isinstance(ending, MappingNode) else None
    return isinstance(outcome, ScalarNode) and outcome.value == "lost"
