"""`solve`: go through all plays of a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.options import count, json_option, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "go through all plays of a scenario: best, worst, dead ends"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("file", metavar="ID_OR_FILE", help=_("the scenario"))
    parser.add_argument("--states", type=count, default=500_000, metavar="N", help=_("give up beyond so many states"))
    json_option(parser)
    scenarios_option(parser)


def run(args: argparse.Namespace) -> int:
    """Solve a scenario and print what holds of all its plays."""
    from game.terminal.solving import solve

    return solve(args.file, json=args.json, states=args.states, folders=args.scenarios)
