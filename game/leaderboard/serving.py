"""Running a server: its database opened, its address taken, its processes started and stopped."""

from __future__ import annotations

import errno
import functools
import signal
import socket
import sys
from typing import TYPE_CHECKING, NamedTuple

import uvicorn
from uvicorn.supervisors import Multiprocess

from game.leaderboard.app import create_app
from game.leaderboard.elsewhere import Elsewhere, Provider
from game.leaderboard.logging import log_to
from game.leaderboard.site import now_ms
from game.records.database.league import open_league
from game.records.league.cases import publish_shipped, shipped
from game.records.league.secrets import make_secrets
from game.records.league.trainers import trainers
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from starlette.applications import Starlette

__all__ = ["Asked", "NoAddress", "application", "listen", "prepare", "serve"]

_BACKLOG = 2048
_GRACE_SECONDS = 20
"""How long what was begun may take after a signal to stop."""
_AS_ASKED = (0, -signal.SIGTERM, -signal.SIGINT)
"""How a process ends that was told to."""
_HEALTH_SECONDS = 30
"""How long a process may not answer its parent: it may be busy with a large case."""


class Asked(NamedTuple):
    """How a server is to run."""

    database: str
    host: str = "127.0.0.1"
    port: int = 8321
    workers: int = 1
    proxies: tuple[str, ...] = ()
    """Addresses whose word on who asks, and by which scheme, is taken."""
    drain_seconds: float = 0.0
    logs_addresses: bool = False
    provider: Provider | None = None
    """At which trainers may sign in too."""


class NoAddress(Exception):
    """The address cannot be listened on; a sentence."""


def serve(asked: Asked, say: Callable[[str], None], make_trainer: str) -> int:
    """Serve until told to stop; the answer is the exit code.

    Args:
        asked: how.
        say: tells the operator a sentence.
        make_trainer: what to type to make a trainer.

    Raises:
        Trouble: the database cannot be used.
        NoAddress: the address cannot be listened on.
    """
    listener = listen(asked.host, asked.port)
    with listener:
        has_trainers, name = prepare(asked.database)
        say(_listens(listener, asked, name))
        if not has_trainers:
            say(_("There is no trainer yet. Make one first: {command}", command=make_trainer))
        return _run(asked, listener)


def listen(host: str, port: int) -> socket.socket:
    """Take an address.

    Raises:
        NoAddress: it is taken, not this computer's, or not allowed.
    """
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError) as error:
        raise NoAddress(_("“{host}” is no address of this computer. Try --host 127.0.0.1.", host=host)) from error
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise NoAddress(_cannot_listen(error, host, port)) from error
    listener.set_inheritable(True)
    return listener


def prepare(url: str) -> tuple[bool, str]:
    """Open the database, make its tables where there are none, keep the shipped cases: whether there is a trainer.

    Returns:
        That, and what the database is called in sentences, without its password.

    Raises:
        Trouble: it cannot be used.
    """
    drafts = shipped()
    database = open_league(url)
    try:
        with database.writing() as connection:
            make_secrets(connection)
            publish_shipped(connection, drafts, now_ms=now_ms())
        with database.reading() as connection:
            return bool(trainers(connection)), database.name
    finally:
        database.close()


def application(asked: Asked) -> Starlette:
    """The application of one process, which logs to stderr."""
    log_to()
    return create_app(
        open_league(asked.database),
        logs_addresses=asked.logs_addresses,
        drain_seconds=asked.drain_seconds,
        elsewhere=None if asked.provider is None else Elsewhere(asked.provider),
    )


def _run(asked: Asked, listener: socket.socket) -> int:
    config = uvicorn.Config(
        functools.partial(application, asked),
        factory=True,
        workers=asked.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="on",
        proxy_headers=bool(asked.proxies),
        forwarded_allow_ips=list(asked.proxies),
        timeout_graceful_shutdown=_GRACE_SECONDS,
        timeout_worker_healthcheck=_HEALTH_SECONDS,
    )
    log_to()
    if asked.workers > 1:
        group = Multiprocess(config, sockets=[listener])
        group.run()
        return 0 if all(process.exitcode in _AS_ASKED for process in group.processes) else 1
    signal.signal(signal.SIGTERM, _stopped)
    server = uvicorn.Server(config)
    try:
        server.run(sockets=[listener])
    except _Stopped:
        return 0
    return 0 if server.started else 1


class _Stopped(Exception):
    """The signal to stop was heard, and all is done that it asked for."""


def _stopped(_sig: int, _frame: FrameType | None) -> None:
    raise _Stopped


def _listens(listener: socket.socket, asked: Asked, database: str) -> str:
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    values = {"address": f"http://{shown}:{port}", "database": database, "count": asked.workers}
    if asked.workers == 1:
        return _("The leaderboard listens on {address}, with the database {database}. Ctrl-C stops it.", **values)
    return _(
        "The leaderboard listens on {address} with {count} processes, with the database {database}. Ctrl-C stops it.",
        **values,
    )


def _cannot_listen(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return _(
                "Another program listens on port {port} already. Stop it, or take another port: --port {other}",
                port=port,
                other=port + 1 if port < 0xFFFF else port - 1,
            )
        case errno.EACCES:
            return _("Port {port} is kept for the system. Take one above 1023, such as --port 8321.", port=port)
        case errno.EADDRNOTAVAIL:
            return _("“{host}” is no address of this computer. Try --host 127.0.0.1.", host=host)
        case _other:
            values = {"host": host, "port": port, "reason": error.strerror or str(error)}
            return _("{host} cannot be listened on at port {port}: {reason}.", **values)
