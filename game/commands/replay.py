"""`replay`: play a journal again and print its debrief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import count, language_option, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "print the debrief of a journal, or try it again"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("journal", type=Path, metavar="JOURNAL", help=_("the journal of a session, a .jsonl file"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--json", action="store_true", help=_("print one JSON object, and nothing else"))
    what.add_argument("--save", action="store_true", help=_("save the debrief as text, too, among your documents"))
    what.add_argument(
        "--again-from",
        type=count,
        metavar="NUMBER",
        help=_("instead of the debrief, try again from this decision, as practice; the play stays as it is"),
    )
    scenarios_option(parser)
    language_option(parser)
    parser.epilog = _(
        "After a play the terminal says where its journal lies; your journals lie below records/people in the place "
        "that doctor names. Exit codes: 0 printed; 1 it is no journal, or is at fault; 2 there is no such file, or the "
        "command was typed wrongly."
    )


def run(args: argparse.Namespace) -> int:
    """Replay a journal and print its debrief, or try it again."""
    from game.terminal.commands import again, replay

    language = args.lang or ""
    if args.again_from is not None:
        return again(args.journal, args.again_from, folders=args.scenarios, language=language)
    return replay(args.journal, json=args.json, save=args.save, folders=args.scenarios, language=language)
