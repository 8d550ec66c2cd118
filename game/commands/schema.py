"""`schema`: the JSON Schema of scenarios, by which editors complete, explain and check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "print the JSON Schema of scenarios, for editors"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--habits", action="store_true", help=_("the schema of habits.yaml instead"))
    which.add_argument("--curriculum", action="store_true", help=_("the schema of curriculum.yaml instead"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=_("write it into this file"))
    parser.epilog = _(
        "An editor with yaml-language-server (VS Code with the YAML extension, for example) uses it in a file whose "
        "first line is: # yaml-language-server: $schema=FILE. A case that new starts has that line already. Exit "
        "codes: 0 done; 2 the file could not be written."
    )


def run(args: argparse.Namespace) -> int:
    """Print the schema, or write it into a file."""
    from game.records.trouble import Trouble
    from game.scenario.schema import curriculum_schema, habits_schema, schema
    from game.trainer.starter import as_file, write_schema

    found = habits_schema() if args.habits else curriculum_schema() if args.curriculum else schema()
    if args.output is None:
        print(as_file(found).decode(), end="")
        return 0
    try:
        write_schema(found, args.output)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    return 0
