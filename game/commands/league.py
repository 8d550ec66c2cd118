"""What the commands of a leaderboard server share: which database it is, and what to say where a package is missing."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    import argparse

__all__ = ["COULD_NOT", "DATABASE_VARIABLE", "database_option", "database_url", "missing_package"]

COULD_NOT = 2
"""The exit code of what could not be done at all."""
DATABASE_VARIABLE = "GASTGEBER_DATABASE"
"""The environment variable that names the database; a password is better there than on a command line."""


def database_option(parser: argparse.ArgumentParser) -> None:
    """Add `--database`."""
    help_text = _(
        "the database: sqlite:///FILE, or postgresql://NAME:PASSWORD@HOST/DATABASE; otherwise the environment variable "
        "{variable} names it, otherwise it is a file of your own",
        variable=DATABASE_VARIABLE,
    )
    parser.add_argument("--database", metavar="URL", help=help_text)


def database_url(said: str | None) -> str:
    """The database a server uses."""
    from game import paths

    return said or os.environ.get(DATABASE_VARIABLE) or paths.league_url()


def missing_package(error: ModuleNotFoundError) -> int:
    """Say how to get the server's packages, of which one is missing; the answer is the exit code."""
    if error.name is None or error.name.partition(".")[0] == "game":
        raise error
    print(
        _(
            "The package {package}, which a server needs, is missing. Type:\n    {python} -m pip install {wanted}",
            package=error.name.partition(".")[0],
            python=sys.executable,
            wanted='"gastgeber[server]"',
        ),
        file=sys.stderr,
    )
    return COULD_NOT
