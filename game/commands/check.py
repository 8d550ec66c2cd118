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
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help=_("a file, an id or a folder; otherwise all scenarios that are found")
    )
    parser.add_argument("--strict", action="store_true", help=_("count warnings as errors"))
    parser.add_argument("--fix", action="store_true", help=_("write missing ids into the files, and nothing else"))
    parser.add_argument("--watch", action="store_true", help=_("check again whenever a file is saved"))
    parser.add_argument(
        "--format", choices=("text", "json", "github", "sarif"), default="text", help=_("text unless said")
    )
    scenarios_option(parser)
    parser.epilog = _(
        "What stands in brackets behind a finding is its name; docs/diagnostics has a page for each. A comment "
        "'# check: ignore NAME – reason' silences one on its line. Exit codes: 0 clean, or warnings only; 1 errors; 2 "
        "something could not be looked at, or the command was typed wrongly; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Check scenarios and print what was found."""
    from game.loader import scenario_folders
    from game.trainer.check.checking import Request, check, watch

    folders = scenario_folders(args.scenarios)
    request = Request(args.paths, folders, args.format, is_strict=args.strict, fixes=args.fix)
    return (watch if args.watch else check)(request, sys.stdout, sys.stderr)
