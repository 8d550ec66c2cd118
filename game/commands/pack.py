"""`pack`: put cases into one file that can be sent to others."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import scenarios_option, words
from game.texts import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from game.diagnostics import Diagnostic
    from game.terminal.page import Page
    from game.trainer.sharing import Pack

__all__ = ["SUMMARY", "options", "run"]

_WORK = (".yaml", ".yml", ".po")
"""Endings of what trainers write, which no pack takes the place of."""

SUMMARY = "put cases into one file, to send it to others"


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("cases", nargs="+", metavar="ID_OR_FILE", help=_("the cases"))
    help_text = _("the file to make; otherwise it is called after the first case, and lies where you are")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=help_text)
    parser.add_argument("--force", action="store_true", help=_("replace the file if there is one already"))
    parser.add_argument("--author", type=words, default="", metavar="NAME", help=_("who wrote the cases"))
    parser.add_argument("--license", type=words, default="", metavar="NAME", help=_("what others may do with them"))
    scenarios_option(parser)
    parser.epilog = _(
        "Packed are the cases, their translations (locale/LANGUAGE/ID.po beside a case), their pictures "
        "(faces/ID/PERSON.svg or .png beside it) and the habits they show that do not come with the program. Whoever "
        "gets the file types `install FILE`. Exit codes: 0 packed; 1 a case is at fault; 2 there is no such case, or "
        "the file cannot be written."
    )


def run(args: argparse.Namespace) -> int:
    """Pack cases; the answer is the exit code."""
    from game import paths
    from game.loader import find_scenarios, scenario_folders
    from game.records import Trouble
    from game.terminal.doctor import installed_version
    from game.terminal.page import Page
    from game.trainer.sharing import NotThere, Refused, gather

    found = find_scenarios(scenario_folders(args.scenarios))
    cases = [found.resolve(name) for name in dict.fromkeys(args.cases)]
    missing = [finding for case in cases if not case.is_there for finding in case.reading.diagnostics]
    if missing:
        _print_findings(missing, {})
        return 2
    told = Page(sys.stderr)
    try:
        packed = gather(
            list({str(case.path): case for case in cases}.values()),
            find_scenarios([paths.shipped_scenarios()]).habits,
            installed_version("gastgeber") or "",
            author=args.author,
            terms=args.license,
        )
        _print_findings(packed.findings, packed.sources)
        for path in packed.left_out:
            told.say(_("{path} is left out: its name is none of a translation's or a picture's.", path=path))
        if packed.pack is None:
            told.say(_("Nothing was packed. Mend the errors above, and pack again."))
            return 1
        return _write(packed.pack, args, Page(sys.stdout))
    except (NotThere, Trouble) as trouble:
        told.say(str(trouble))
        return 2
    except Refused as refusal:
        told.say(str(refusal))
        return 1


def _print_findings(findings: Sequence[Diagnostic], sources: Mapping[str, str]) -> None:
    from game.diagnostics.text import render, style_for

    sys.stderr.write(render(findings, sources, style_for(sys.stderr, os.environ)))


def _write(pack: Pack, args: argparse.Namespace, page: Page) -> int:
    """Write a pack to its file, and say what is in it.

    Raises:
        Trouble: the file is there already, or cannot be written.
    """
    from game.records import Trouble
    from game.records.durable import write_whole
    from game.records.trouble import cause
    from game.terminal.invocation import invocation_elsewhere
    from game.trainer.sharing import to_bytes
    from game.trainer.sharing.telling import of_contents

    path = _target(args.output, Path(args.cases[0]).name.removesuffix(".yaml"))
    content = to_bytes(pack)
    try:
        if path.exists() and not args.force:
            raise Trouble(
                _("{path} is there already. Give another name with `-o`, or replace it with `--force`.", path=path)
            )
        if path.suffix in _WORK:
            raise Trouble(
                _("{path} would be the name of a case or its translation. Give another with `-o`.", path=path)
            )
        write_whole(path, content)
    except OSError as error:
        raise Trouble(cause(error, path)) from error
    page.say(_("Packed into {path} ({size} KiB):", path=path, size=-(-len(content) // 1024)))
    for line in of_contents(pack):
        page.say(line, indent=4)
    command = invocation_elsewhere("install", path.name)
    page.say(_("Send this file. Whoever gets it types: {command}", command=command))
    return 0


def _target(output: Path | None, first: str) -> Path:
    """Where the pack is written: into a folder that was named, and with its ending if none was given."""
    from game.paths import is_folder
    from game.trainer.sharing import ENDING

    if output is None:
        return Path(first + ENDING)
    if is_folder(output):
        return output / (first + ENDING)
    return output if output.suffix else output.with_name(output.name + ENDING)
