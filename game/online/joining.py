"""Becoming known at a server, and being known there again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.online.address import is_on_this_machine, server_address
from game.online.faults import Fault
from game.online.league import League
from game.online.server import Server
from game.records.memberships import Membership, forget_membership, keep_membership, memberships

if TYPE_CHECKING:
    from game.online.messages import Look

__all__ = ["is_encrypted", "join", "known_at", "league_of", "leave", "used"]


def known_at(person: str, url: str = "") -> Membership | None:
    """How somebody is known at a server, by its address; without one, at the server they were at last.

    Raises:
        Trouble: what is kept of that cannot be read.
    """
    return next((each for each in memberships(person) if url in ("", each.url)), None)


def join(person: str, typed: str, code: str, pseudonym: str, look: Look | None = None) -> Membership:
    """Join the team that a code leads to, and keep how somebody is known there from now on.

    Args:
        person: who plays on this machine, by their id.
        typed: the server's address.
        code: as the trainer gave it.
        pseudonym: what they want to be called there.
        look: the words of their avatar.

    Raises:
        Trouble: the server could not be asked, or refused; or it could not be kept.
    """
    url = server_address(typed)
    before = known_at(person, url)
    with Server(url, "" if before is None else before.token) as server:
        membership = None if before is None else _moved(League(server), before, code)
        if membership is None:
            joined = League(server).join(code, pseudonym, look)
            membership = Membership(
                url=url, player=joined.player, token=joined.token, pseudonym=joined.pseudonym, team=joined.team
            )
    keep_membership(person, membership)
    return membership


def _moved(league: League, before: Membership, code: str) -> Membership | None:
    """How somebody is known who changes teams; None where the server knows them no more."""
    try:
        me = league.change_team(code)
    except Fault as fault:
        if fault.is_unknown:
            return None
        raise
    return msgspec.structs.replace(before, pseudonym=me.pseudonym, team=me.team)


def league_of(membership: Membership) -> League:
    """The server somebody is known at; nothing is asked of it yet."""
    return League(Server(membership.url, membership.token))


def used(person: str, membership: Membership, **changes: object) -> Membership:
    """Keep a membership as the last that was used, changed perhaps.

    Raises:
        Trouble: it could not be kept.
    """
    changed = msgspec.structs.replace(membership, **changes)
    keep_membership(person, changed)
    return changed


def leave(person: str, membership: Membership) -> None:
    """Have the server erase all that it keeps of somebody, then forget it here.

    Raises:
        Trouble: the server could not be asked; nothing was changed here.
    """
    league = league_of(membership)
    try:
        league.erase()
    except Fault as fault:
        if not fault.is_unknown:
            raise
    finally:
        league.server.close()
    forget_membership(person, membership.url)


def is_encrypted(url: str) -> bool:
    """Whether nobody on the way can read along; to this machine itself there is no way."""
    return url.startswith("https://") or is_on_this_machine(url)
