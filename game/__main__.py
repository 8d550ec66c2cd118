"""The commands: what stands behind `python3 main.py …` and `gastgeber …`."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["display_available", "main"]

INTERRUPTED = 130
PIPE_CLOSED = 141
PACKAGES = {"pygame": "pygame-ce", "yaml": "pyyaml"}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command, `play` where none is named; the answer is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a letter that a terminal lacks is no reason to stop
    args = _parser().parse_args(_with_command(list(sys.argv[1:] if argv is None else argv)))
    try:
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Or Python would try to write once more at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        if sys.flags.dev_mode:  # python3 -X dev, or PYTHONDEVMODE=1
            raise
        print(_apology(error), file=sys.stderr)
        return 1


# --- what each command does -------------------------------------------------------------------------------------------


def run_play(args: argparse.Namespace) -> int:
    """Play a case, in the window or the terminal."""
    if args.terminal or args.json or args.choices is not None:
        return _play_in_terminal(args)
    if not display_available():
        print(_("No display can be opened here, so the game is played in the terminal."), file=sys.stderr)
        return _play_in_terminal(args)
    from game.window import NoDisplay, play

    try:
        return play(args.scenario, mode=args.mode, timers=args.timers, folders=args.scenarios)
    except NoDisplay as trouble:
        print(_("{trouble} So the game is played in the terminal.", trouble=trouble), file=sys.stderr)
        return _play_in_terminal(args)


def _play_in_terminal(args: argparse.Namespace) -> int:
    from game.terminal.commands import play

    return play(
        args.scenario,
        mode=args.mode,
        choices=args.choices,
        json=args.json,
        timers=args.timers,
        folders=args.scenarios,
    )


def run_check(args: argparse.Namespace) -> int:
    """Tell what is wrong with scenarios."""
    from game.loader import scenario_folders
    from game.loader.checking import check

    return check(args.paths, scenario_folders(args.scenarios), args.format, sys.stdout)


def run_solve(args: argparse.Namespace) -> int:
    """Go through all plays of a scenario."""
    from game.terminal.solving import solve

    return solve(args.file, json=args.json, states=args.states, folders=args.scenarios)


def run_replay(args: argparse.Namespace) -> int:
    """Play a journal again and print its debrief."""
    from game.terminal.commands import replay

    return replay(args.journal, json=args.json, folders=args.scenarios)


def run_schema(_args: argparse.Namespace) -> int:
    """Print the JSON Schema of scenarios."""
    from game.scenario.schema import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0


def run_doctor(args: argparse.Namespace) -> int:
    """Tell where everything lies and what is missing. Gets `json`."""
    from game.terminal.doctor import examine, printed

    report = examine()
    print(report.as_json() if args.json else printed(report))
    return 0 if report.works else 1


def run_version(_args: argparse.Namespace) -> int:
    """Print the version."""
    from game.terminal.doctor import installed_version

    print("gastgeber", installed_version("gastgeber") or _("(not installed)"))
    return 0


def display_available(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a window may open; where it then does not, the caller still goes to the terminal."""
    if environ.get("SDL_VIDEODRIVER") or sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


# --- how each command is typed ----------------------------------------------------------------------------------------


class Command(NamedTuple):
    """A command as it is typed, and what carries it out and answers with the exit code."""

    run: Callable[[argparse.Namespace], int]
    options: Callable[[argparse.ArgumentParser], None]
    summary: str


def _commands() -> dict[str, Command]:
    return {
        "play": Command(run_play, _play_options, _("play a case (this is what happens without a command)")),
        "check": Command(run_check, _check_options, _("say what is wrong with scenarios")),
        "solve": Command(run_solve, _solve_options, _("go through all plays of a scenario: best, worst, dead ends")),
        "replay": Command(run_replay, _replay_options, _("print the debrief of a journal")),
        "schema": Command(run_schema, _no_options, _("print the JSON Schema of scenarios, for editors")),
        "doctor": Command(run_doctor, _json_option, _("say where everything lies, what is missing, how to remove it")),
    }


def _play_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", nargs="?", metavar="ID_OR_FILE", help=_("the case; otherwise you choose one"))
    parser.add_argument("--terminal", action="store_true", help=_("in plain lines, without a window"))
    parser.add_argument("--mode", choices=("practice", "graded"), default="practice", help=_("practice unless said"))
    parser.add_argument("--choices", type=_names, metavar="A/B,C/D", help=_("play these choices without asking"))
    parser.add_argument(
        "--no-timers",
        dest="timers",
        action="store_false",
        help=_("take all the time you want, also in a session you go on with"),
    )
    _json_option(parser)
    _scenarios_option(parser)
    parser.epilog = _(
        "A choice is named SCENE/ID, by the scene and the id it has in the case's file, or SCENE/silence; one that is "
        "not on offer is refused, and those that are on offer are named. Exit codes: 0 played, or left with quit; 1 "
        "the case or a choice is at fault; 2 there is no such case, or the command was typed wrongly; 3 the input "
        "ended before the case did; 130 stopped with Ctrl-C."
    )


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="ID_OR_FILE", help=_("a scenario; otherwise all that are found"))
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help=_("text unless said"))
    _scenarios_option(parser)


def _solve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="ID_OR_FILE", help=_("the scenario"))
    parser.add_argument("--states", type=_count, default=500_000, metavar="N", help=_("give up beyond so many states"))
    _json_option(parser)
    _scenarios_option(parser)


def _replay_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("journal", type=Path, metavar="JOURNAL", help=_("the journal of a session, a .jsonl file"))
    _json_option(parser)
    _scenarios_option(parser)
    parser.epilog = _(
        "After a play the terminal says where its journal lies; the folder is records/journals in the place that "
        "doctor names. Exit codes: 0 printed; 1 it is no journal, or is at fault; 2 there is no such file, or the "
        "command was typed wrongly."
    )


def _no_options(_parser: argparse.ArgumentParser) -> None:
    """For a command that is typed alone."""


def _json_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print one JSON object, and nothing else"))


def _scenarios_option(parser: argparse.ArgumentParser) -> None:
    help_text = _("look for scenarios in this folder too (may be repeated)")
    parser.add_argument("--scenarios", action="append", type=Path, default=[], metavar="DIR", help=help_text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("'{text}' is not a whole number above 0", text=text))
    return int(text)


def _parser() -> argparse.ArgumentParser:
    typed = Path(sys.argv[0]).name
    program = "python3 main.py" if typed == "__main__.py" else typed
    parser = argparse.ArgumentParser(
        prog=program,
        description=_("Gastgeber: a game in which new hires practise being good hosts to their customers."),
        epilog=_(
            "What a command takes, and which exit codes it gives, it says itself: {program} play --help. In general: 0 "
            "done; 1 what was asked about is at fault; 2 it could not be done at all; 130 stopped with Ctrl-C.",
            program=program,
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", dest="run", action="store_const", const=run_version, help=_("print the version"))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for name, command in _commands().items():
        own = commands.add_parser(name, help=command.summary, description=command.summary, allow_abbrev=False)
        command.options(own)
        own.set_defaults(run=command.run, command=name)
    return parser


def _with_command(words: list[str]) -> list[str]:
    """The words with `play` before them where they name no command."""
    if words and (not words[0].startswith("-") or words[0] in ("-h", "--help", "--version")):
        return words
    return ["play", *words]


# --- what is said when something fails --------------------------------------------------------------------------------


def _apology(error: Exception) -> str:
    """One sentence for an error that nobody foresaw."""
    if isinstance(error, ModuleNotFoundError) and error.name and error.name.partition(".")[0] != "game":
        module = error.name.partition(".")[0]
        package = PACKAGES.get(module, module.replace("_", "-"))
        return _(
            "The package {package} is missing. Type:\n    {python} -m pip install {package}",
            package=package,
            python=sys.executable,
        )
    from game.records.log import note

    file = note(error)
    if file is None:
        return _("Something unexpected went wrong ({kind}), and no log could be written.", kind=type(error).__name__)
    return _("Something unexpected went wrong. What is known of it stands in {file}; please send it in.", file=file)


if __name__ == "__main__":
    sys.exit(main())
