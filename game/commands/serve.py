"""`serve`: a leaderboard server for teams."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from game.commands.league import COULD_NOT, database_option, database_url, missing_package
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.leaderboard.elsewhere import Provider

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "run a leaderboard server for teams"

_OIDC = "GASTGEBER_OIDC_"
"""What the environment variables begin with that name the provider at which trainers may sign in too."""
_MOST_WORKERS = 64
_MOST_DRAINING = 600


def options(parser: argparse.ArgumentParser) -> None:
    """Say what can be typed after it."""
    database_option(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", help=_("the address to listen on; 127.0.0.1 unless said, 0.0.0.0 for all")
    )
    parser.add_argument("--port", type=_port, default=8321, help=_("the port to listen on; 8321 unless said"))
    parser.add_argument("--workers", type=_workers, default=1, metavar="N", help=_("how many processes; 1 unless said"))
    parser.add_argument(
        "--proxy",
        action="append",
        default=[],
        metavar="ADDRESS",
        help=_("believe what a proxy at this address says of who asks (may be repeated)"),
    )
    parser.add_argument(
        "--drain",
        type=_seconds,
        default=0,
        metavar="SECONDS",
        help=_("go on answering for so long after being told to stop, so that a proxy may notice; 0 unless said"),
    )
    parser.add_argument(
        "--log-addresses", action="store_true", help=_("write into the log from which addresses requests come")
    )
    parser.epilog = _(
        "It writes a log of JSON lines to stderr. docs/operating.md says how to run it behind a proxy, with PostgreSQL "
        "and several processes, and how to back it up. Exit codes: 0 stopped as asked; 1 a process failed; 2 it could "
        "not be started; 130 stopped with Ctrl-C."
    )


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    try:
        from game.leaderboard.serving import Asked, NoAddress, serve
    except ModuleNotFoundError as error:
        return missing_package(error)
    from game.records.trouble import Trouble
    from game.terminal.invocation import invocation

    asked = Asked(
        database=database_url(args.database),
        host=args.host,
        port=args.port,
        workers=args.workers,
        proxies=tuple(args.proxy),
        drain_seconds=args.drain,
        logs_addresses=args.log_addresses,
        provider=_provider(os.environ),
    )
    try:
        return serve(asked, lambda sentence: print(sentence, flush=True), invocation("trainers", "add", "NAME"))
    except (Trouble, NoAddress) as trouble:
        print(trouble, file=sys.stderr)
    except ModuleNotFoundError as error:  # the driver of a database is imported when it is asked for
        return missing_package(error)
    return COULD_NOT


def _provider(environ: Mapping[str, str]) -> Provider | None:
    """At which trainers may sign in too, as the environment says; a command line would show the secret to others."""
    from game.leaderboard.elsewhere import Provider

    said = [environ.get(f"{_OIDC}{name}", "") for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET")]
    return Provider(*said) if all(said) else None


def _port(text: str) -> int:
    return _number(text, 0, 0xFFFF)


def _workers(text: str) -> int:
    return _number(text, 1, _MOST_WORKERS)


def _seconds(text: str) -> int:
    return _number(text, 0, _MOST_DRAINING)


def _number(text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdecimal() or not least <= int(text[:9]) <= most:
        told = _("'{text}' is not a whole number between {least} and {most}", text=text, least=least, most=most)
        raise argparse.ArgumentTypeError(told)
    return int(text)
