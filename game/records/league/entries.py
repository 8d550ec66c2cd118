"""Who joined the boards of a season, and what they are called there; nobody stands on one who did not ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, insert, select

from game.records.database.tables import ENTRIES, SEASONS
from game.records.league import standings
from game.records.league.naming import fit_pseudonym, likeness
from game.records.league.refused import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["MODES", "Entry", "enter", "entries_of", "entry_of", "settle_open", "withdraw"]

MODES = ("ranked", "practice")
"""Each has boards of its own."""


class Entry(NamedTuple):
    """Somebody on the boards of a season."""

    season: str
    pseudonym: str
    joined_ms: int


def enter(c: Connection, player: str, season: str, pseudonym: str, now_ms: int) -> Entry:
    """Put a player on the boards of a season, or call them otherwise there; what they played in it before counts too.

    Args:
        c: A connection that may write.
        player: Who asks for it.
        season: The season's key.
        pseudonym: What they are called there; no two of a season can be mistaken for each other.
        now_ms: Now, in milliseconds since 1970.

    Raises:
        Refused: `unknown-season`, `season-closed`, `name-taken`, or the pseudonym does not fit.
    """
    name = fit_pseudonym(pseudonym)
    standings.take_turn(c)  # so that nobody takes the name, or enters the same player, between asking and writing
    state = c.scalar(select(SEASONS.c.state).where(SEASONS.c.id == season))
    if state is None:
        raise Refused("unknown-season", "There is no such season.")
    if state != "open":
        raise Refused("season-closed", "This season is closed; nobody can join its boards any more.")
    like = likeness(name)
    same = c.scalar(select(ENTRIES.c.player).where(ENTRIES.c.season == season, ENTRIES.c.likeness == like))
    if same not in (None, player):
        raise Refused(
            "name-taken", "Somebody on these boards is called “{name}” or much alike. Choose another name.", name=name
        )
    before = entry_of(c, season, player)
    joined_ms = now_ms if before is None else before.joined_ms
    c.execute(delete(ENTRIES).where(ENTRIES.c.season == season, ENTRIES.c.player == player))
    row = {"season": season, "player": player, "pseudonym": name, "likeness": like, "joined_ms": joined_ms}
    c.execute(insert(ENTRIES).values(row))
    _settle(c, season, player)
    found = entry_of(c, season, player)
    assert found is not None
    return found


def withdraw(c: Connection, player: str, season: str) -> None:
    """Take a player off the boards of a season, be it closed or not; nothing of what they played is lost."""
    standings.withdraw(c, season, player)
    c.execute(delete(ENTRIES).where(ENTRIES.c.season == season, ENTRIES.c.player == player))


def entry_of(c: Connection, season: str, player: str) -> Entry | None:
    """What a player is called on the boards of a season; None where they are not on them."""
    asked = select(ENTRIES.c.season, ENTRIES.c.pseudonym, ENTRIES.c.joined_ms)
    row = c.execute(asked.where(ENTRIES.c.season == season, ENTRIES.c.player == player)).one_or_none()
    return None if row is None else Entry(*row)


def entries_of(c: Connection, player: str) -> tuple[Entry, ...]:
    """All of a player's, the last season first."""
    asked = (
        select(ENTRIES.c.season, ENTRIES.c.pseudonym, ENTRIES.c.joined_ms)
        .join(SEASONS, SEASONS.c.id == ENTRIES.c.season)
        .where(ENTRIES.c.player == player)
        .order_by(SEASONS.c.starts_ms.desc(), SEASONS.c.id)
    )
    return tuple(Entry(*row) for row in c.execute(asked))


def settle_open(c: Connection, player: str) -> None:
    """Work a player's standings out anew in all open seasons they are on the boards of, since their team is another."""
    asked = select(ENTRIES.c.season).join(SEASONS, SEASONS.c.id == ENTRIES.c.season)
    for season in c.scalars(asked.where(ENTRIES.c.player == player, SEASONS.c.state == "open")).all():
        _settle(c, season, player)


def _settle(c: Connection, season: str, player: str) -> None:
    for mode in MODES:
        standings.settle(c, season, player, mode)
