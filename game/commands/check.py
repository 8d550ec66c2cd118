"""`check`: tell what is wrong with scenarios."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.commands.options import scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "say what is wrong with scenarios"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("paths", nargs="*", metavar="ID_OR_FILE", help=_("a scenario; otherwise all that are found"))
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help=_("text unless said"))
    scenarios_option(parser)


def run(args: argparse.Namespace) -> int:
    """Check scenarios and print what was found."""
    from game.loader import scenario_folders
    from game.loader.checking import check

    return check(args.paths, scenario_folders(args.scenarios), args.format, sys.stdout)
