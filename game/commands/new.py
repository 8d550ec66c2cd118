"""`new`: start a case that is whole already."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.options import scenarios_option
from game.texts import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from game.trainer.starter import Wishes

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "start a case of your own: one that can be played already"

INPUT_ENDED = 3
INTERRUPTED = 130


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    parser.add_argument("name", nargs="?", metavar="NAME", help=_("a short name for it, such as late-parcel"))
    parser.add_argument("--title", metavar="WORDS", help=_("as it stands in the list of cases"))
    parser.add_argument("--you", metavar="NAME", help=_("the name that the trainee has in the case"))
    parser.add_argument("--role", metavar="WORDS", help=_("what the trainee is there"))
    parser.add_argument("--customer", metavar="NAME", help=_("the name of the customer"))
    parser.add_argument("--channel", metavar="WORD", help=_("phone, chat, email, counter or visit"))
    parser.add_argument("--language", metavar="WORD", help=_("en or de: the language of the case"))
    parser.add_argument("--mood", metavar="NUMBER", help=_("of the customer at first, from -3 (furious) to 3"))
    parser.add_argument("--folder", type=Path, metavar="DIR", help=_("where to put it, if not with your own cases"))
    parser.add_argument("--yes", action="store_true", help=_("ask nothing, take what is proposed"))
    scenarios_option(parser)
    parser.epilog = _(
        "What is not given is asked for, where there is somebody to ask. The case goes to the folder of your own "
        "cases, where its name is all the other commands need, unless another folder is named. Nothing is ever "
        "overwritten. "
        "Exit codes: 0 written; 2 it could not be; 3 the input ended before all was answered; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Write a new case, asking for what was not given."""
    from game.records.trouble import Trouble
    from game.trainer.starter import Unusable, write

    try:
        wishes, folder = _wishes(args)
        print(_told(write(wishes, folder)))
    except (Unusable, Trouble) as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except EOFError:
        print("\n" + _("The input ended. Nothing was written."), file=sys.stderr)
        return INPUT_ENDED
    except KeyboardInterrupt:
        print("\n" + _("Stopped. Nothing was written."), file=sys.stderr)
        return INTERRUPTED
    return 0


def _wishes(args: argparse.Namespace) -> tuple[Wishes, Path]:
    """What the case is to be like, and where it goes."""
    from game.loader import scenario_folders
    from game.trainer.starter import Unusable, ask, ask_name, folder_for, refusal

    asks = not args.yes and sys.stdin is not None and sys.stdin.isatty()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # half a letter is told and asked again
    if args.name is None and not asks:
        raise Unusable(_("The case needs a name, such as: {command}", command=_typed("late-parcel")))
    typed = ask_name(input, print) if args.name is None else args.name
    path = Path(args.folder or "", typed)
    folder = folder_for(path.parent if args.folder or path.name != typed else None)
    name = path.name.removesuffix(".yaml")
    if told := refusal(name, folder, scenario_folders(args.scenarios)):
        raise Unusable(told)
    keys = ("title", "you", "role", "customer", "channel", "language", "mood")
    given = {key: value for key in keys if (value := getattr(args, key)) is not None}
    return (ask(name, given, input, print) if asks else _as_given(name, given)), folder


def _as_given(name: str, given: Mapping[str, str]) -> Wishes:
    """What was given, and what is proposed for the rest."""
    from game.trainer.starter import ask

    def take_proposal(_question: str) -> str:
        return ""

    def say_nothing(_words: str) -> None:
        return None

    return ask(name, given, take_proposal, say_nothing)


def _typed(*words: object) -> str:
    from game.terminal.invocation import invocation

    return invocation("new", *words)


def _told(file: Path) -> str:
    """What was written, and what to type next."""
    from game import paths
    from game.terminal.invocation import invocation

    case = file.stem if file.parent == paths.own_scenarios() else file
    steps = {
        invocation("preview", case): _("plays it, and again whenever you save it"),
        invocation("check", case): _("says what is wrong with it"),
        invocation("play", case): _("plays it as a trainee does"),
    }
    width = max(map(len, steps))
    return "\n".join(
        [
            _("Written: {file}", file=file.absolute()),
            _("It can be played as it is. Open it in any editor and make it yours; notes in it explain every key."),
            _("An editor that knows YAML completes and explains them too, by scenario.schema.json beside it."),
            _("Next:"),
            *(f"  {step:<{width}}   {told}" for step, told in steps.items()),
        ]
    )
