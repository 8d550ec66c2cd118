"""`play`: play a case, in the window or the terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.commands.options import json_option, language_option, names, scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from game.window import Wish

__all__ = ["SUMMARY", "display_available", "options", "run"]

SUMMARY = "play a case (this is what happens without a command)"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("scenario", nargs="?", metavar="ID_OR_FILE", help=_("the case; otherwise you choose one"))
    parser.add_argument("--terminal", action="store_true", help=_("in plain lines, without a window"))
    parser.add_argument("--mode", choices=("practice", "graded"), default="practice", help=_("practice unless said"))
    parser.add_argument("--choices", type=names, metavar="A/B,C/D", help=_("play these choices without asking"))
    parser.add_argument(
        "--no-timers",
        dest="timers",
        action="store_false",
        help=_("take all the time you want, also in a session you go on with"),
    )
    ranked = parser.add_argument_group(_("ranked play"))
    ranked.add_argument("--ranked", action="store_true", help=_("for the boards: a server leads the play"))
    ranked.add_argument("--server", metavar="URL", default="", help=_("its address; otherwise the last one you used"))
    ranked.add_argument(
        "--join", metavar="CODE", nargs="?", const="", help=_("join a team with the code of your trainer; asks for it")
    )
    json_option(parser)
    scenarios_option(parser)
    language_option(parser)
    parser.epilog = _(
        "A choice is named SCENE/ID, by the scene and the id it has in the case's file, or SCENE/silence; one that is "
        "not on offer is refused, and those that are on offer are named. Exit codes: 0 played, or left with quit; 1 "
        "the case or a choice is at fault; 2 there is no such case, or the command was typed wrongly; 3 the input "
        "ended before the case did; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Play a case where it can be shown."""
    args.ranked = args.ranked or bool(args.server) or args.join is not None
    if args.ranked and args.choices is not None:
        print(_("A ranked play is led by a server: choices cannot be given beforehand."), file=sys.stderr)
        return 2
    if args.terminal or args.json or args.choices is not None:
        return _play_in_terminal(args)
    if not display_available():
        print(_("No display can be opened here, so the game is played in the terminal."), file=sys.stderr)
        return _play_in_terminal(args)
    from game.records.trouble import Trouble
    from game.window import NoDisplay, play

    case, wish = args.scenario, None
    if args.ranked:
        try:
            case, wish = None, _wish(args)
        except Trouble as trouble:
            print(trouble, file=sys.stderr)
            return 2
    try:
        return play(
            case,
            mode=args.mode,
            timers=args.timers,
            folders=args.scenarios,
            language=args.lang or "",
            ranked=wish,
        )
    except NoDisplay as trouble:
        print(_("{trouble} So the game is played in the terminal.", trouble=trouble), file=sys.stderr)
        return _play_in_terminal(args)


def _wish(args: argparse.Namespace) -> Wish:
    """What is to be played ranked.

    Raises:
        Trouble: the server's address is none.
    """
    from game.online.address import server_address
    from game.window import Wish

    return Wish(server_address(args.server) if args.server else "", args.join or "", args.scenario or "")


def display_available(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a window may open; where it then does not, the caller still goes to the terminal."""
    if environ.get("SDL_VIDEODRIVER") or sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _play_in_terminal(args: argparse.Namespace) -> int:
    from game.terminal.commands import play, ranked

    if args.ranked:
        return ranked(
            args.scenario,
            server=args.server,
            code=args.join,
            timers=args.timers,
            json=args.json,
            folders=args.scenarios,
            language=args.lang or "",
        )
    return play(
        args.scenario,
        mode=args.mode,
        choices=args.choices,
        json=args.json,
        timers=args.timers,
        folders=args.scenarios,
        language=args.lang or "",
    )
