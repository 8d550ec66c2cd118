"""`trainers`: who may look after teams on a leaderboard server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.league import database_option, database_url, missing_package
from game.commands.options import words
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "list who may look after teams on a server; add or remove a trainer, or change how they sign in"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=_("actions"))
    who = _("who, as `trainers list` names them")

    def action(name: str, help_text: str, name_help: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
        if name_help:
            added.add_argument("name", type=words, metavar="NAME", help=name_help)
        database_option(added)
        return added

    action("list", _("name them all; so it is without an action"), "")
    add = action("add", _("let somebody look after teams; asks for a passphrase"), _("what they sign in as"))
    identity = action("identity", _("let somebody sign in with a company's account too"), who)
    for added, is_needed in ((add, False), (identity, True)):
        issuer_help = _("who vouches for them, by its address, instead of a passphrase")
        added.add_argument("--issuer", type=words, metavar="URL", required=is_needed, help=issuer_help)
        subject_help = _("what they are called there, as the sign-in page says to whom it does not know")
        added.add_argument("--subject", type=words, metavar="TEXT", required=is_needed, help=subject_help)
    action("passphrase", _("give somebody another passphrase; signs them out everywhere"), who)
    action("remove", _("let somebody sign in no more; their teams stay"), who)
    parser.epilog = _(
        "A passphrase is typed twice, or read from a line of stdin. What is done here stands in the audit trail, as "
        "done by the operator. Exit codes: 0 done; 2 there is nobody of that name, the name or the passphrase does "
        "not fit, or the database cannot be used."
    )


def run(args: argparse.Namespace) -> int:
    """List, or do what was asked for."""
    from game.terminal import trainers

    url = database_url(getattr(args, "database", None))
    try:
        if args.action == "add":
            return trainers.add(url, args.name, args.issuer, args.subject)
        if args.action == "identity":
            return trainers.bind(url, args.name, args.issuer, args.subject)
        if args.action == "passphrase":
            return trainers.change_passphrase(url, args.name)
        if args.action == "remove":
            return trainers.remove(url, args.name)
        return trainers.list_trainers(url)
    except ModuleNotFoundError as error:
        return missing_package(error)
