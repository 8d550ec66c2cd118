"""`map`: draw a case as a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import count, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "draw a case: scenes as cards, choices as arrows, the best play thick"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("file", metavar="ID_OR_FILE", help=_("the scenario"))
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help=_(
            "the file to write: .html, a page to search and zoom (otherwise you get one named after the case, in this "
            "folder); .svg, a picture; .mmd, Mermaid; .dot, Graphviz"
        ),
    )
    parser.add_argument("--force", action="store_true", help=_("replace a file even if it is no map"))
    parser.add_argument("--states", type=count, default=500_000, metavar="N", help=_("give up beyond so many states"))
    scenarios_option(parser)
    parser.epilog = _(
        "A map that is there already is drawn anew; any other file stays, unless you add --force. Exit codes: 0 drawn; "
        "1 the case is at fault; 2 there is no such case, the map could not be written, or the command was typed "
        "wrongly."
    )


def run(args: argparse.Namespace) -> int:
    """Draw a case's map and say where it is."""
    from game.loader import resolve, scenario_folders
    from game.terminal.findings import print_findings
    from game.trainer.map import CannotMake, make, report, target_of

    resolved = resolve(args.file, scenario_folders(args.scenarios))
    print_findings(resolved)
    if resolved.reading.scenario is None:
        return 1 if resolved.is_there else 2
    try:
        file = target_of(resolved.id, args.output, is_forced=args.force)
        made = make(resolved.id, resolved.reading.scenario, file, args.states)
    except CannotMake as trouble:
        print(trouble, file=sys.stderr)
        return 2
    print("\n".join(report(made)))
    return 0
