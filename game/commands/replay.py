"""`replay`: play a journal again and print its debrief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import json_option, language_option, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "print the debrief of a journal"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("journal", type=Path, metavar="JOURNAL", help=_("the journal of a session, a .jsonl file"))
    json_option(parser)
    scenarios_option(parser)
    language_option(parser)
    parser.epilog = _(
        "After a play the terminal says where its journal lies; your journals lie below records/people in the place "
        "that doctor names. Exit codes: 0 printed; 1 it is no journal, or is at fault; 2 there is no such file, or the "
        "command was typed wrongly."
    )


def run(args: argparse.Namespace) -> int:
    """Replay a journal and print its debrief."""
    from game.terminal.commands import replay

    return replay(args.journal, json=args.json, folders=args.scenarios, language=args.lang or "")
