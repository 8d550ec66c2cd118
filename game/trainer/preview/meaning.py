"""Which scene is meant by what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.loader.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Meant", "scene_meant"]


class Meant(NamedTuple):
    """What a word means."""

    scene: str | None
    """None where no scene, or more than one, can be meant."""
    near: tuple[str, ...] = ()
    """The scenes that may have been meant then."""


def scene_meant(word: str, scenes: Collection[str]) -> Meant:
    """The scene of that name, or the only one whose name begins so; capitals do not count."""
    typed = word.strip().casefold()
    if not typed:
        return Meant(None)
    named = [scene for scene in scenes if scene.casefold() == typed]
    begun = named or [scene for scene in scenes if scene.casefold().startswith(typed)]
    if len(begun) == 1:
        return Meant(begun[0])
    nearest = Suggestions().nearest("scene", typed, scenes)
    return Meant(None, tuple(begun) or tuple(nearest.values()))
