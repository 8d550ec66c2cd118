"""The trainers of a server: listed, added, given another passphrase, removed."""

from __future__ import annotations

import getpass
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from game.records.database.league import open_league
from game.records.league import trainers
from game.records.league.refused import Refused
from game.records.people import now_ms
from game.records.trouble import Trouble
from game.terminal.page import Page
from game.texts import _
from game.texts.figures import day_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

__all__ = ["add", "bind", "change_passphrase", "list_trainers", "remove"]

_DONE, _NOT_THERE = 0, 2


def list_trainers(url: str) -> int:
    """Name all who may look after teams."""
    return _carried_out(url, _list)


def add(url: str, name: str, issuer: str | None, subject: str | None) -> int:
    """Let somebody look after teams, who signs in by a passphrase or elsewhere."""
    if (issuer is None) != (subject is None):
        Page(sys.stderr).say(_("--issuer and --subject belong together: who vouches for them, and under which name."))
        return _NOT_THERE

    def added(c: Connection, passphrase: str | None) -> str:
        trainer = trainers.add(c, name, passphrase, now_ms())
        if issuer is not None and subject is not None:
            trainers.bind_identity(c, trainer.id, issuer, subject, now_ms())
        return _("{name} may look after teams from now on.", name=trainer.name)

    if issuer is not None:
        return _carried_out(url, lambda c: added(c, None))
    return _with_passphrase(url, added)


def bind(url: str, name: str, issuer: str, subject: str) -> int:
    """Let somebody sign in elsewhere too."""

    def bound(c: Connection) -> str:
        trainer = trainers.named(c, name)
        trainers.bind_identity(c, trainer.id, issuer, subject, now_ms())
        return _("{name} may sign in at {issuer} from now on.", name=trainer.name, issuer=issuer)

    return _carried_out(url, bound)


def change_passphrase(url: str, name: str) -> int:
    """Give somebody another passphrase."""

    def changed(c: Connection, passphrase: str) -> str:
        trainer = trainers.named(c, name)
        trainers.set_passphrase(c, trainer.id, passphrase, now_ms())
        return _("{name} signs in by the new passphrase from now on, everywhere anew.", name=trainer.name)

    return _with_passphrase(url, changed)


def remove(url: str, name: str) -> int:
    """Let somebody sign in no more."""

    def removed(c: Connection) -> str:
        trainer = trainers.named(c, name)
        trainers.remove(c, trainer.id, now_ms())
        return _("{name} signs in no more.", name=trainer.name)

    return _carried_out(url, removed)


def _list(c: Connection) -> str:
    found = trainers.trainers(c)
    if not found:
        return _("Nobody looks after teams here yet; `trainers add` lets somebody.")
    return "\n".join(_("{name}: here since {since}", name=each.name, since=_day(each.created_ms)) for each in found)


def _with_passphrase(url: str, do: Callable[[Connection, str], str]) -> int:
    passphrase = _asked_passphrase()
    if passphrase is None:
        Page(sys.stderr).say(_("The two passphrases are not the same; nothing was changed."))
        return _NOT_THERE
    return _carried_out(url, lambda c: do(c, passphrase))


def _asked_passphrase() -> str | None:
    """A passphrase, typed twice unseen, or a line of what is piped in; None where the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(_("Passphrase, not shown while you type:") + " ")
    return first if getpass.getpass(_("The same once more:") + " ") == first else None


def _carried_out(url: str, do: Callable[[Connection], str]) -> int:
    """Do something in a transaction and say what came of it."""
    try:
        database = open_league(url)
        try:
            told = database.write(do)
        finally:
            database.close()
    except (Trouble, Refused) as error:
        Page(sys.stderr).say(str(error))
        return _NOT_THERE
    Page(sys.stdout).say(told)
    return _DONE


def _day(ms: int) -> str:
    return day_words(datetime.fromtimestamp(ms / 1000).astimezone())
