"""`translate`: make and bring up to date the catalogues of translations."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.commands.options import language, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "make the files in which cases are translated, or bring them up to date"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("lang", type=language, metavar="LANG", help=_("the language to translate into, such as de"))
    parser.add_argument(
        "cases",
        nargs="*",
        metavar="ID_OR_FILE",
        help=_("a case, or a habits.yaml or curriculum.yaml; otherwise all cases of your own"),
    )
    scenarios_option(parser)
    parser.epilog = _(
        "The translations of mine.yaml into German stand in locale/de/mine.po beside it, for Poedit, Weblate, Lokalize "
        "or any editor. Translated work is never lost: a sentence that was reworded keeps its translation, marked "
        "fuzzy, and one that was removed stays at the end of the file. Exit codes: 0 done; 1 a case or a file of "
        "translations is at fault, or the case is in that language already; 2 there is no such case or language, or a "
        "file could not be written."
    )


def run(args: argparse.Namespace) -> int:
    """Write catalogues and say how far they are."""
    from game.loader import scenario_folders
    from game.terminal.invocation import invocation
    from game.trainer.translate import translate

    outcome = translate(args.lang, args.cases, scenario_folders(args.scenarios), sys.stdout)
    if outcome.unfinished:
        command = invocation("play", outcome.unfinished, "--lang", args.lang)
        print(_("To play a case as far as it is translated: {command}", command=command))
    return outcome.code
