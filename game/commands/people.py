"""`people`: who plays here; everything of a person as a file, or erased."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import words
from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "list who plays here, export or erase a person"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title=_("actions"))
    help_text = _("write all that is kept of a person, as one JSON document")
    export = actions.add_parser("export", help=help_text, description=help_text, allow_abbrev=False)
    export.add_argument("name", type=words, metavar="NAME", help=_("who, as `people` lists them"))
    help_text = _("the file to write; otherwise it is printed")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help=help_text)
    export.add_argument("--force", action="store_true", help=_("replace the file if there is one already"))
    export.epilog = _("docs/records.md says what stands where in it.")
    help_text = _("erase all that is kept of a person; asks first")
    erase = actions.add_parser("erase", help=help_text, description=help_text, allow_abbrev=False)
    erase.add_argument("name", type=words, metavar="NAME", help=_("who, as `people` lists them"))
    erase.add_argument("--yes", action="store_true", help=_("do not ask"))
    parser.epilog = _(
        "Without an action it lists who plays here. Exit codes: 0 done; 1 not erased, since the answer was no; 2 there "
        "is nobody of that name, or the records cannot be used."
    )


def run(args: argparse.Namespace) -> int:
    """List, export or erase."""
    from game.terminal import people

    if args.action == "export":
        return people.export(args.name, args.output, force=args.force)
    if args.action == "erase":
        return people.erase(args.name, is_sure=args.yes)
    return people.list_people()
