"""Coming in: with a join code, or with a trainer's passphrase. Guesses are counted before they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from game.records.league import guesses, players, trainers
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection
    from starlette.requests import HTTPConnection

    from game.leaderboard.site import Site
    from game.records.league.players import Joined, Membership
    from game.records.league.trainers import Trainer

__all__ = ["change_team", "join", "place_of", "sign_in"]

_Told = TypeVar("_Told")
_HARMLESS = ("name-", "unknown-look")
"""Refusals that tell nothing of the code: they come before it is looked at."""


def place_of(connection: HTTPConnection) -> str:
    """Where a request comes from, as guesses are counted; never kept, and never in a log."""
    return guesses.place_of(connection.client.host if connection.client else "")


async def join(site: Site, place: str, code: str, pseudonym: str | None, look: Mapping[str, object] | None) -> Joined:
    """Trade a code for a token; raises as `players.join` and `guesses.guess` do."""
    return await _guessed(site, place, lambda c: players.join(c, code, pseudonym, look, site.clock()))


async def change_team(site: Site, place: str, player: str, code: str) -> Membership:
    """Have a player join another team; raises as `players.change_team` and `guesses.guess` do."""
    return await _guessed(site, place, lambda c: players.change_team(c, player, code, site.clock()))


async def sign_in(site: Site, place: str, name: str, passphrase: str) -> tuple[Trainer, str]:
    """A trainer who says name and passphrase, and their token; raises as `trainers.check` and `guesses.guess` do."""
    await site.write(lambda c: guesses.guess(c, place, site.clock()))
    checked = await site.read(lambda c: trainers.check(c, name, passphrase), is_slow=True)

    def let_in(c: Connection) -> str:
        guesses.guessed_right(c, place, site.clock())
        return trainers.let_in(c, checked, site.clock())

    return checked.trainer, await site.write(let_in)


async def _guessed(site: Site, place: str, job: Callable[[Connection], _Told]) -> _Told:
    """Carry out what needs a code."""
    await site.write(lambda c: guesses.guess(c, place, site.clock()))

    def right(c: Connection) -> _Told:
        told = job(c)
        guesses.guessed_right(c, place, site.clock())
        return told

    try:
        return await site.write(right)
    except Refused as refused:
        if refused.code.startswith(_HARMLESS):
            await site.write(lambda c: guesses.guessed_right(c, place, site.clock()))
        raise
