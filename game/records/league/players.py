"""Players of a server: a pseudonym, a look, tokens for their devices, and the team they are in. No names are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, insert, select, update

from game.looks.portrait.derivation import SAID_OTHERWISE
from game.looks.portrait.look import OLDEST, WORDS
from game.records.database.tables import DEVICES, MEMBERS, PLAYERS, TEAMS
from game.records.league import codes, devices, entries
from game.records.league.naming import fit_pseudonym
from game.records.league.refused import Refused, shortened
from game.records.uuid7 import uuid7

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

__all__ = [
    "Joined",
    "Membership",
    "Player",
    "add_device_code",
    "agree_to_be_named",
    "change",
    "change_team",
    "join",
    "leave",
    "membership",
    "player_of",
]


# Every request of a player asks it: made once, for making it takes longer than asking.
_AT_DEVICE = (
    select(PLAYERS.c.id, PLAYERS.c.pseudonym, PLAYERS.c.look, PLAYERS.c.created_ms)
    .join(DEVICES, DEVICES.c.player == PLAYERS.c.id)
    .where(DEVICES.c.token_hash == bindparam("token_hash"), devices.counts_at(bindparam("now_ms")))
)
_FORMAT = {trait: key for key, trait in SAID_OTHERWISE.items()}
_TRAITS = {_FORMAT.get(trait, trait): words for trait, words in WORDS.items()}
"""What each key of `face:` may be; a look is kept in those words, as on a desktop."""


class Player(NamedTuple):
    """Somebody who plays on this server."""

    id: str
    pseudonym: str
    look: Mapping[str, Any] | None
    created_ms: int


class Membership(NamedTuple):
    """The team somebody is in."""

    team: str
    name: str
    """The team's."""
    from_ms: int
    is_named: bool
    """Whether they agreed to be named to the trainer where assignments are shown."""
    members: int
    """How many are in it: of whom figures tell that a trainer is shown."""


class Joined(NamedTuple):
    """What a code brought."""

    player: Player
    token: str
    """For this device; it is never shown again."""
    team: Membership | None


def join(c: Connection, code: str, pseudonym: str | None, look: Mapping[str, Any] | None, now_ms: int) -> Joined:
    """Trade a code for a token: a team's makes a player, a player's own leads another device to them.

    Have the guess counted first, in a transaction of its own (`guesses.guess`).

    Args:
        c: A connection that may write; nothing is kept unless its transaction is.
        code: As it was typed.
        pseudonym: What the new player is called; it counts for nothing where the code is of another device.
        look: The words of the new player's avatar, None for one derived from the pseudonym; likewise.
        now_ms: Now, in milliseconds since 1970.

    Raises:
        Refused: `unknown-code`, or the pseudonym or the look does not fit.
    """
    name = fit_pseudonym(pseudonym) if pseudonym is not None else None
    checked = fit_look(look)
    target = codes.use(c, code, now_ms)
    if target.player is not None:
        return Joined(
            _player(c, target.player), devices.let_in_player(c, target.player, now_ms), membership(c, target.player)
        )
    if name is None:
        raise Refused("name-missing", "Say what you want to be called; it need not be your own name.")
    player = Player(uuid7(now_ms), name, checked, now_ms)
    c.execute(insert(PLAYERS).values(**player._asdict(), settings={}))
    assert target.team is not None
    _enrol(c, player.id, target.team, now_ms)
    return Joined(player, devices.let_in_player(c, player.id, now_ms), membership(c, player.id))


def player_of(c: Connection, token: str, now_ms: int) -> Player | None:
    """Whose device shows this token; None where it is nobody's."""
    row = c.execute(_AT_DEVICE, {"token_hash": devices.hash_of(token), "now_ms": now_ms}).one_or_none()
    return None if row is None else Player(*row)


def change(
    c: Connection, player: str, *, pseudonym: str | None = None, look: Mapping[str, Any] | None = None
) -> Player:
    """Give a player another pseudonym or look; on boards they are called as they said there.

    Raises:
        Refused: the pseudonym or the look does not fit.
    """
    new: dict[str, object] = {}
    if pseudonym is not None:
        new["pseudonym"] = fit_pseudonym(pseudonym)
    if look is not None:
        new["look"] = fit_look(look)
    if new:
        c.execute(update(PLAYERS).where(PLAYERS.c.id == player).values(**new))
    return _player(c, player)


def add_device_code(c: Connection, player: str, now_ms: int) -> str:
    """A code that leads one other device to a player; those given out before count no more."""
    target = codes.Target(team=None, player=player)
    codes.drop_codes(c, target)
    return codes.make_code(c, target, lifetime_ms=codes.DEVICE_MS, uses=1, now_ms=now_ms)


# --- the team somebody is in ------------------------------------------------------------------------------------------


def membership(c: Connection, player: str) -> Membership | None:
    """The team a player is in; None where they are in none."""
    others = MEMBERS.alias("others")
    count = select(func.count()).where(others.c.team == MEMBERS.c.team, others.c.until_ms.is_(None)).scalar_subquery()
    asked = (
        select(MEMBERS.c.team, TEAMS.c.name, MEMBERS.c.from_ms, MEMBERS.c.is_named, count)
        .join(TEAMS, TEAMS.c.id == MEMBERS.c.team)
        .where(MEMBERS.c.player == player, MEMBERS.c.until_ms.is_(None))
    )
    row = c.execute(asked).one_or_none()
    return None if row is None else Membership(*row)


def change_team(c: Connection, player: str, code: str, now_ms: int) -> Membership:
    """Have a player join another team by its code, and leave theirs.

    Raises:
        Refused: `unknown-code`.
    """
    team = codes.use(c, code, now_ms).team
    if team is None:
        raise Refused("not-a-team-code", "This code leads to a player and not into a team. Ask your trainer for one.")
    before = membership(c, player)
    if before is None or before.team != team:
        _end_membership(c, player, now_ms)
        _enrol(c, player, team, now_ms)
        entries.settle_open(c, player)
    found = membership(c, player)
    assert found is not None
    return found


def leave(c: Connection, player: str, now_ms: int) -> None:
    """Have a player leave their team; what they played stays theirs, and counts for no team in open seasons."""
    if _end_membership(c, player, now_ms):
        entries.settle_open(c, player)


def agree_to_be_named(c: Connection, player: str, *, is_named: bool) -> None:
    """Keep whether a player agrees that their trainer sees by pseudonym which assignments they have finished."""
    c.execute(update(MEMBERS).where(MEMBERS.c.player == player, MEMBERS.c.until_ms.is_(None)).values(is_named=is_named))


def _enrol(c: Connection, player: str, team: str, now_ms: int) -> None:
    last = c.scalar(select(func.max(MEMBERS.c.from_ms)).where(MEMBERS.c.player == player))
    from_ms = now_ms if last is None else max(now_ms, last + 1)
    c.execute(insert(MEMBERS).values(player=player, from_ms=from_ms, team=team, until_ms=None, is_named=False))


def _end_membership(c: Connection, player: str, now_ms: int) -> bool:
    ended = update(MEMBERS).where(MEMBERS.c.player == player, MEMBERS.c.until_ms.is_(None)).values(until_ms=now_ms)
    return c.execute(ended).rowcount > 0


def _player(c: Connection, player: str) -> Player:
    columns = PLAYERS.c
    row = c.execute(
        select(columns.id, columns.pseudonym, columns.look, columns.created_ms).where(columns.id == player)
    ).one()
    return Player(*row)


# --- what somebody looks like -----------------------------------------------------------------------------------------


def fit_look(look: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The words of an avatar, if each is one there is.

    Raises:
        Refused: one is not; it is named.
    """
    for trait, said in (look or {}).items():
        words = _TRAITS.get(trait)
        fits = any(type(said) is type(word) and said == word for word in words) if words else _is_age(trait, said)
        if not fits:
            raise Refused(
                "unknown-look",
                "An avatar has no trait “{trait}” of the kind “{said}”.",
                trait=shortened(str(trait)),
                said=shortened(str(said)),
            )
    return None if look is None else dict(look)


def _is_age(trait: str, said: object) -> bool:
    return trait == "age" and type(said) is int and 0 <= said <= OLDEST
