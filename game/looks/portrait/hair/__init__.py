"""Hair in twenty styles, each in three layers: behind the head, over the shoulders, in front of the face."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.looks.portrait.hair.bound import braids, bun, pony
from game.looks.portrait.hair.curls import afro, curly
from game.looks.portrait.hair.layers import STRANDS, Hair, tones
from game.looks.portrait.hair.long import bob, fringe, long, waves
from game.looks.portrait.hair.shaven import bald, fade, receding, undercut
from game.looks.portrait.hair.short import cropped, pixie, quiff, short, side
from game.looks.portrait.hair.twists import cornrows, locs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.looks.portrait.sitter import Sitter

__all__ = ["STRANDS", "Hair", "hair", "tones"]

_STYLES: Mapping[str, Callable[[Sitter], Hair]] = MappingProxyType(
    {
        style.__name__: style
        for style in (
            *(short, side, quiff, cropped, pixie),
            *(bald, receding, fade, undercut),
            *(bob, long, fringe, waves),
            *(bun, pony, braids),
            *(curly, afro),
            *(locs, cornrows),
        )
    }
)


def hair(sitter: Sitter) -> Hair:
    """The hair of the sitter's style."""
    return _STYLES[sitter.look.hair](sitter)
