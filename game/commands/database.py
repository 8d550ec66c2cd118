"""`database`: look after a leaderboard server's database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.league import database_option, database_url, missing_package
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "look after a server's database: bring it up to date, check, tidy, rebuild or move it"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=_("actions"), required=True)
    helps = {
        "upgrade": _("make its tables, or bring older ones to this version's; `serve` does it by itself"),
        "check": _("look for damage, for boards that are not what was played, for a broken audit trail"),
        "rebuild": _("work out anew which people and teams stand on the boards, from what was played"),
        "sweep": _("delete what has been kept long enough; `serve` does it once an hour"),
    }
    for name, help_text in helps.items():
        database_option(actions.add_parser(name, help=help_text, description=help_text, allow_abbrev=False))
    help_text = _("copy all of it into another, empty database, and compare the two")
    move = actions.add_parser("move", help=help_text, description=help_text, allow_abbrev=False)
    move.add_argument("source", metavar="FROM", help=_("the address of the database that is read"))
    move.add_argument("target", metavar="TO", help=_("the address of the one that is filled; nothing may be in it"))
    parser.epilog = _(
        "Exit codes: 0 done, or nothing is wrong; 1 the check found something; 2 the database cannot be used, or what "
        "was asked for could not be done and nothing was changed."
    )


def run(args: argparse.Namespace) -> int:
    """Do what was asked for."""
    from game.terminal import database

    try:
        if args.action == "move":
            return database.move(args.source, args.target)
        url = database_url(args.database)
        match args.action:
            case "upgrade":
                return database.upgrade(url)
            case "check":
                return database.check(url)
            case "rebuild":
                return database.rebuild(url)
            case _sweep:
                return database.sweep(url)
    except ModuleNotFoundError as error:
        return missing_package(error)
