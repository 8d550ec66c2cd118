"""`people`: who plays here, and who of them from now on; everything of a person as a file, or erased."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import words
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "list who plays here; add, choose, rename, export or erase a person"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=_("actions"))
    who = _("who, as `people` lists them")

    def action(name: str, help_text: str, name_help: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
        added.add_argument("name", type=words, metavar="NAME", help=name_help)
        return added

    action("add", _("make a person, who plays from now on"), _("a pseudonym; it need not be a real name"))
    action("choose", _("have somebody play from now on"), who)
    rename = action("rename", _("give a person another pseudonym"), who)
    rename.add_argument("other", type=words, metavar="NEW_NAME", help=_("the new one"))
    export = action("export", _("write all that is kept of a person, as one JSON document"), who)
    help_text = _("the file to write; otherwise it is printed")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help=help_text)
    export.add_argument("--force", action="store_true", help=_("replace the file if there is one already"))
    export.epilog = _("docs/records.md says what stands where in it.")
    erase = action("erase", _("erase all that is kept of a person; asks first"), who)
    erase.add_argument("--yes", action="store_true", help=_("do not ask"))
    parser.epilog = _(
        "Without an action it lists who plays here. Exit codes: 0 done; 1 not erased, since the answer was no; 2 there "
        "is nobody of that name, the name does not fit, or the records cannot be used."
    )


def run(args: argparse.Namespace) -> int:
    """List, or do what was asked for."""
    from game.terminal import people

    if args.action == "add":
        return people.add(args.name)
    if args.action == "choose":
        return people.choose(args.name)
    if args.action == "rename":
        return people.rename(args.name, args.other)
    if args.action == "export":
        return people.export(args.name, args.output, force=args.force)
    if args.action == "erase":
        return people.erase(args.name, is_sure=args.yes)
    return people.list_people()
