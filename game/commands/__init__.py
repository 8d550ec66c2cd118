"""The commands: one module each, with what it is for, what can be typed after it, and what carries it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.commands import (
    check,
    database,
    doctor,
    install,
    mirror,
    new,
    pack,
    people,
    play,
    preview,
    replay,
    schema,
    serve,
    solve,
    trainers,
    translate,
)
from game.commands import map as map_

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

__all__ = ["COMMANDS", "Command"]


class Command(Protocol):
    """A command as it is typed, and what carries it out; rooms are imported late, when it runs."""

    SUMMARY: str
    """What it does, in a line; English, the key of its translations."""

    def options(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be typed after it."""

    def run(self, args: argparse.Namespace) -> int:
        """Carry it out; the answer is the exit code."""


COMMANDS: Mapping[str, Command] = {
    "play": play,
    "new": new,
    "check": check,
    "preview": preview,
    "solve": solve,
    "replay": replay,
    "mirror": mirror,
    "map": map_,
    "translate": translate,
    "pack": pack,
    "install": install,
    "schema": schema,
    "people": people,
    "serve": serve,
    "trainers": trainers,
    "database": database,
    "doctor": doctor,
}
"""By name, in the order in which they are listed."""
