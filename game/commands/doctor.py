"""`doctor`: tell where everything lies and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.commands.options import json_option

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "say where everything lies, what is missing, how to remove it"

options = json_option


def run(args: argparse.Namespace) -> int:
    """Examine the installation and print what was found."""
    from game.terminal.doctor import examine, printed

    report = examine()
    print(report.as_json() if args.json else printed(report))
    return 0 if report.works else 1
