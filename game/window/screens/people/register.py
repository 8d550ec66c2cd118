"""What the people's screen asks of whoever keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from game.records import Person

__all__ = ["Register"]


@dataclass(frozen=True)
class Register:
    """Everybody who plays here, and what can be done for them; each call may raise `Trouble`."""

    people: Callable[[], tuple[Person, ...]]
    current: Callable[[], Person]
    choose: Callable[[str], object]
    """Has somebody play from now on, by id."""
    add: Callable[[str], Person]
    rename: Callable[[str, str], object]
    set_look: Callable[[str, Mapping[str, Any] | None], object]
    plays: Callable[[str], int]
    """How many plays are kept of somebody."""
    servers: Callable[[str], tuple[str, ...]]
    """The addresses of the servers somebody joined."""
    export: Callable[[str], Path]
    """Saves everything that is kept of somebody, and says where."""
    erase: Callable[[str], object]
