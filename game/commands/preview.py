"""`preview`: play a file while it is written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from game.commands.options import scenarios_option
from game.commands.play import display_available
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "play a file while you write it: every save is read at once"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("file", metavar="ID_OR_FILE", help=_("the scenario; a file need not be there yet"))
    parser.add_argument("--terminal", action="store_true", help=_("in plain lines, without a window"))
    parser.add_argument("--timers", action="store_true", help=_("let the time of timed scenes run out"))
    scenarios_option(parser)
    parser.epilog = _(
        "On every save the file is read again, and the play goes on where it was, as far as the choices are still "
        "there. What is wrong with the file is shown beside the play. Nothing of a preview is kept. Exit codes: 0 "
        "left; 1 the input ended before the file could be played; 2 there is nothing of that name, or the command "
        "was typed wrongly; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Preview a file where it can be shown."""
    if args.terminal:
        return _preview_in_terminal(args)
    if not display_available():
        print(_("No display can be opened here, so the preview runs in the terminal."), file=sys.stderr)
        return _preview_in_terminal(args)
    from game.window import NoDisplay
    from game.window.preview import preview

    try:
        return preview(args.file, timers=args.timers, folders=args.scenarios)
    except NoDisplay as trouble:
        print(_("{trouble} So the preview runs in the terminal.", trouble=trouble), file=sys.stderr)
        return _preview_in_terminal(args)


def _preview_in_terminal(args: argparse.Namespace) -> int:
    from game.terminal.preview import preview

    return preview(args.file, timers=args.timers, folders=args.scenarios)
