"""How a route is declared: what is asked, who may, what is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast

import msgspec

from game.leaderboard.limits import SMALL_BODY
from game.records.league.players import Player

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from sqlalchemy import Connection
    from starlette.requests import Request

    from game.leaderboard.site import Site
    from game.records.league.trainers import Trainer

__all__ = ["Call", "NoQuery", "Raw", "Route", "Who"]

Who = Literal["anyone", "player", "trainer", "member"]
"""Who may: a member is a player or a trainer."""


class NoQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing is asked in the address."""


class Raw:
    """A body or an answer that is no JSON of ours.

    Args:
        kind: its media type.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind


Body = TypeVar("Body", covariant=True)
Query = TypeVar("Query", covariant=True)
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Call(Generic[Body, Query]):
    """A request to a route, understood; in a transaction it also knows who asks."""

    site: Site
    request: Request
    path: Mapping[str, str]
    """What stands in the address, of the form the route demands."""
    body: Body
    query: Query
    now_ms: int
    identify: Callable[[Connection, Call[Any, Any]], Call[Any, Any]]
    token: str = ""
    """What whoever asks was known by."""
    who: Player | Trainer | None = None

    @property
    def language(self) -> str:
        """The tag of the language to answer in."""
        return str(self.request.scope["language"])

    @property
    def player(self) -> Player:
        """Who plays and asks, where the route is a player's."""
        return cast(Player, self.who)

    @property
    def trainer(self) -> Trainer:
        """Who trains and asks, where the route is a trainer's."""
        return cast("Trainer", self.who)

    @property
    def player_key(self) -> str | None:
        """Whoever plays and asks; None where a trainer does."""
        return self.who.id if isinstance(self.who, Player) else None

    async def read(self, deed: Callable[[Connection, Call[Any, Any]], Told], *, is_slow: bool = False) -> Told:
        """Ask the database something for whoever asks, if they may."""
        return await self.site.read(lambda c: deed(c, self.identify(c, self)), is_slow=is_slow)

    async def write(self, deed: Callable[[Connection, Call[Any, Any]], Told]) -> Told:
        """Change something for whoever asks, if they may; the deed may run again (`Site.write`)."""
        return await self.site.write(lambda c: deed(c, self.identify(c, self)))


@dataclass(frozen=True, kw_only=True)
class Route:
    """One thing that can be asked for."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    """Below /api/v1; `{names}` are what FORMS says."""
    summary: str
    """What it does, in a sentence."""
    who: Who
    reads: Callable[[Connection, Call[Any, Any]], Any] | None = None
    """What answers it in one transaction that only reads; or the next; or the one after that."""
    writes: Callable[[Connection, Call[Any, Any]], Any] | None = None
    """What does it in one transaction, and may run again."""
    does_itself: Callable[[Call[Any, Any]], Awaitable[Any]] | None = None
    """What takes several transactions, or none; it has to use `Call.read` or `Call.write`, which know who may."""
    body: type[msgspec.Struct] | Raw | None = None
    query: type[msgspec.Struct] = NoQuery
    answer: type[msgspec.Struct] | Raw | None = None
    status: int = 200
    refuses: tuple[str, ...] = ()
    """The codes of what it may refuse, beside what any route may."""
    largest: int = SMALL_BODY
    """The most its body may have, in bytes."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called in metrics and in the description."""
        return f"{self.method} {self.path}"
