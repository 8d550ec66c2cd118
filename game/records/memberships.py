"""Where a person is known to leaderboard servers, and by which token: a file of its own beside their journals.

Whoever has the token plays as that person there. So the file is its owner's alone to read, stands in no export, and
goes with the person when they are erased; what the server keeps does not, and is erased there.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from game.records.durable import sync_folder, write_whole
from game.records.people import folder_of
from game.records.trouble import Trouble, cause

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FILE", "Membership", "forget_membership", "keep_membership", "memberships"]

FILE = "servers.json"


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """What lets somebody in at one server."""

    url: str
    player: str
    """Their key there."""
    token: str
    pseudonym: str
    team: str | None = None
    shares_practice: bool = False
    """Whether journals of plays on this machine are sent there once they come to their end."""
    unshared: tuple[str, ...] = ()
    """Names of journals that are still to be sent."""

    def __repr__(self) -> str:
        """Without the token: this may come to stand in a log."""
        return f"Membership(url={self.url!r}, player={self.player!r})"


_DECODER = msgspec.json.Decoder(tuple[Membership, ...])


def memberships(person: str) -> tuple[Membership, ...]:
    """Where somebody is known, the server they were at last first; a file that cannot be read is none.

    Raises:
        Trouble: the system would not let it be read.
    """
    path = _path(person)
    try:
        return _DECODER.decode(path.read_bytes())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise Trouble(cause(error, path)) from error
    except (ValueError, RecursionError):
        return ()


def keep_membership(person: str, membership: Membership) -> None:
    """Keep how somebody is known at a server, as the last they were at; each server stands there once.

    Raises:
        Trouble: it could not be kept; what was there before still is.
    """
    _write(person, (membership, *_others(person, membership.url)))


def forget_membership(person: str, url: str) -> None:
    """Keep no longer how somebody is known at a server.

    Raises:
        Trouble: the file could not be changed.
    """
    _write(person, _others(person, url))


def _others(person: str, url: str) -> tuple[Membership, ...]:
    return tuple(each for each in memberships(person) if each.url != url)


def _write(person: str, known: tuple[Membership, ...]) -> None:
    path = _path(person)
    try:
        if known:
            write_whole(path, msgspec.json.format(msgspec.json.encode(known)) + b"\n", is_secret=True)
        else:
            with suppress(FileNotFoundError):
                path.unlink()
                sync_folder(path.parent)
    except OSError as error:
        raise Trouble(cause(error, path)) from error


def _path(person: str) -> Path:
    return folder_of(person) / FILE
