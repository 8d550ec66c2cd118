"""What stands behind `python3 main.py …` and `gastgeber …`: a command is understood and carried out."""

from __future__ import annotations

import argparse
import errno
import gettext
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands import COMMANDS
from game.texts import _, preferred_language, use_language
from game.texts.language import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

INTERRUPTED = 130
PIPE_CLOSED = 141
UNWRITTEN = 2
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
PACKAGES = {"pygame": "pygame-ce", "yaml": "pyyaml"}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command, `play` where none is named; the answer is the exit code."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a letter that a terminal lacks is no reason to stop
    _speak(preferred_language(os.environ))
    args = _parser().parse_args(_with_command(list(sys.argv[1:] if argv is None else argv)))
    try:
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()
        return PIPE_CLOSED
    except Exception as error:
        if sys.flags.dev_mode:  # python3 -X dev, or PYTHONDEVMODE=1
            raise
        return _told(error)


def _speak(tag: str) -> None:
    """Speak a language; so does argparse, whose sentences come from gettext, which goes by LANGUAGE."""
    use_language(tag)
    if tag != "en":
        os.environ["LANGUAGE"] = tag
        gettext.bindtextdomain("argparse", str(CATALOGUES))
        gettext.textdomain("argparse")


# --- where it writes --------------------------------------------------------------------------------------------------


def _open_what_is_closed() -> None:
    """Read nothing and write nowhere where a program is started without streams: by pythonw, or with `>&-`."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 – as long as the program


def _write_no_more() -> None:
    """Let go of what could not be written; or Python would try once more at its end, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- how commands are typed -------------------------------------------------------------------------------------------


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
    parser.add_argument(
        "--version", dest="run", action="store_const", const=_print_version, help=_("print the version")
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for name, command in COMMANDS.items():
        summary = _(command.SUMMARY)
        own = commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)
        command.options(own)
        own.set_defaults(run=command.run, command=name)
    return parser


def _print_version(_args: argparse.Namespace) -> int:
    """Print the version."""
    from game.terminal.doctor import installed_version

    print("gastgeber", installed_version("gastgeber") or _("(not installed)"))
    return 0


def _with_command(words: list[str]) -> list[str]:
    """The words with `play` before them where they name no command."""
    if words and (not words[0].startswith("-") or words[0] in ("-h", "--help", "--version")):
        return words
    return ["play", *words]


# --- what is said when something fails --------------------------------------------------------------------------------


def _told(error: Exception) -> int:
    """Tell of an error that nobody foresaw; the answer is the exit code."""
    if isinstance(error, OSError) and error.filename is None and error.errno in UNWRITABLE:
        # What was printed: of files of its own a room answers for itself.
        _write_no_more()
        reason = os.strerror(error.errno)
        print(_("What this command has to say could not be written: {reason}.", reason=reason), file=sys.stderr)
        return UNWRITTEN
    print(_apology(error), file=sys.stderr)
    return 1


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
