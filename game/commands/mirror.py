"""`mirror`: meet a play from the customer's chair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import language_option, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "look at a play from the customer's chair"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("journal", type=Path, metavar="JOURNAL", help=_("the journal of a session, a .jsonl file"))
    scenarios_option(parser)
    language_option(parser)
    parser.epilog = _(
        "Your own sentences come at you; after each you say how the customer feels, and then see it. In the window the "
        "mirror is opened from the debrief. Exit codes: 0 looked at; 1 it is no journal, or nothing was decided in it; "
        "2 there is no such file, or the command was typed wrongly; 3 the input ended before; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Turn a play round."""
    from game.terminal.mirroring import mirror

    return mirror(args.journal, folders=args.scenarios, language=args.lang or "")
