"""`install`: put the cases of a pack into the user's folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    import argparse

    from game.terminal.page import Page
    from game.trainer.sharing import Change, Look, Plan

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "put the cases of a pack into your own folder"

_NAMED = 5


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("file", type=Path, metavar="FILE", help=_("what `pack` has made"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    parser.add_argument(
        "--replace",
        action="store_true",
        help=_("replace your own files where the pack's differ; yours are kept beside them under another name"),
    )
    help_text = _("install a case under another name; OLD=NEW where the pack holds several (may be repeated)")
    parser.add_argument("--as", dest="names", action="append", default=[], metavar="NAME", help=help_text)
    parser.epilog = _(
        "The whole pack is looked through before anything is written: one that is damaged, dangerous or holds a case "
        "with errors is refused. All of it is installed, or nothing. A file of yours that differs is kept, unless you "
        "say `--replace`, or yes when you are asked. Exit codes: 0 done; 1 the pack, or a case in it, is at fault; 2 "
        "there is no such file, or your folder cannot be written; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Install a pack; the answer is the exit code."""
    from game import paths
    from game.loader import find_scenarios, scenario_folders
    from game.records import Trouble
    from game.terminal.page import Page
    from game.trainer.sharing import NotThere, Refused, look_through, new_names, open_pack, plan, renamed
    from game.trainer.sharing.telling import of_pack, of_plan

    page, told = Page(sys.stdout), Page(sys.stderr)
    try:
        pack = open_pack(args.file)
        pack = renamed(pack, new_names(pack, args.names))
        look = look_through(pack, find_scenarios(scenario_folders()).habits)
        for line in of_pack(pack, look.changed):
            page.say(line, indent=4)
        if not look.is_sound:
            _print_errors(look)
            told.say(_("Nothing was installed: the pack has errors, see above. Whoever made it has to mend them."))
            return 1
        shipped = find_scenarios([paths.shipped_scenarios()])
        readings = {case: shipped.reading(case) for case in look.scenarios if case in shipped.paths}
        twins = {case: reading.scenario for case, reading in readings.items() if reading.scenario is not None}
        intended = plan(pack, look, paths.own_scenarios(), twins, shipped.habits)
        for line in of_plan(intended):
            page.say(line, indent=4)
        if look.findings:
            page.say(_("It can be played; the checker has warnings, though: {count}.", count=len(look.findings)))
        return _install(intended, args, page)
    except (NotThere, Trouble) as trouble:
        told.say(str(trouble))
        return 2
    except Refused as refusal:
        told.say(str(refusal))
        return 1


def _print_errors(look: Look) -> None:
    from game.diagnostics.text import render, style_for

    errors = [finding for finding in look.findings if finding.is_error]
    sys.stdout.flush()
    sys.stderr.write(render(errors, look.sources, style_for(sys.stderr, os.environ)))


def _install(plan: Plan, args: argparse.Namespace, page: Page) -> int:
    """Do what was intended, as far as it was wished."""
    from datetime import date

    from game.trainer.sharing import carry_out

    if args.dry_run:
        page.say(_("Nothing was written: this was only a look."))
        return 0
    replaced = {change.name for change in plan.different if args.replace or _may_replace(change, page)}
    aside = carry_out(plan, replaced, date.today())
    for name, copy in aside.items():
        page.say(_("Replaced {name}; yours is kept as {copy}.", name=name, copy=copy.name))
    kept = [change.name for change in plan.different if change.name not in replaced]
    if kept:
        page.say(
            _(
                "Kept as yours: {files}. To take the pack's instead, install it with `--replace`; yours are then kept "
                "under another name. To have both, give the pack's another name with `--as`.",
                files=", ".join(kept),
            )
        )
    if plan.is_nothing:
        page.say(_("All of it was there already."))
    else:
        page.say(_("Installed.") if replaced or plan.has_new else _("Nothing was written."))
    _tell_how_to_play(plan, page)
    return 0


def _may_replace(change: Change, page: Page) -> bool:
    """Ask whether a file may be replaced, where there is somebody to ask."""
    from game.trainer.sharing.telling import difference

    page.say(difference(change))
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    page.ask(_("Replace it? Yours is kept under another name. [y/N]"), is_typed=True)
    return sys.stdin.readline().strip().casefold() in (_("y"), _("yes"))


def _tell_how_to_play(plan: Plan, page: Page) -> None:
    from game.terminal.invocation import invocation

    cases = [*plan.cases, *plan.shipped]
    page.gap()
    for case in cases[:_NAMED]:
        page.say(_("To play it: {command}", command=invocation("play", case)))
    if len(cases) > _NAMED:
        page.say(_("And so on; all cases are listed by: {command}", command=invocation()))
