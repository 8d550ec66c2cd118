"""Who is signed in, where a page is not for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.leaderboard.problems import not_signed_in

if TYPE_CHECKING:
    from starlette.requests import Request

    from game.records.league.players import Player

__all__ = ["member_here", "player_here"]


def player_here(request: Request) -> Player:
    """Who plays.

    Raises:
        Problem: nobody does; the page that tells so leads to where one joins.
    """
    player: Player | None = request.state.player
    if player is None:
        raise not_signed_in()
    return player


def member_here(request: Request) -> None:
    """Let in whoever plays or trains here.

    Raises:
        Problem: nobody is signed in.
    """
    if request.state.player is None and request.state.trainer is None:
        raise not_signed_in()
