"""What somebody has to do with the server they joined: who they are there, what is new, and what they can have done.

Everything that asks the server is an errand, so that a window can go on meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.online import joining
from game.online.errand import Errand
from game.online.live import Live
from game.online.plays import News, running

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.online.league import League
    from game.online.messages import AroundMe, Look, Mode, PeopleBoard, Played, TeamsBoard
    from game.online.plays import RankedPlay
    from game.records.memberships import Membership

__all__ = ["Board", "Club"]


class Board(NamedTuple):
    """A board as it is looked at."""

    people: PeopleBoard | None
    around: AroundMe | None
    teams: TeamsBoard | None


class Club:
    """A person on this machine, and the server they joined or may join.

    Args:
        person: their id.
        membership: how they are known at the server; None where they have not joined it.
        server: the address to join, unless another is typed; empty for none.
        league: opens the server a membership is of.
    """

    def __init__(
        self,
        person: str,
        membership: Membership | None,
        *,
        server: str = "",
        league: Callable[[Membership], League] = joining.league_of,
    ) -> None:
        self.person = person
        self.server = server
        self._open = league
        self._league: League | None = None
        self.membership = membership
        self._live: Live | None = None
        self._heard = ""

    @property
    def league(self) -> League:
        """The server they joined.

        Raises:
            ValueError: they joined none.
        """
        if self.membership is None:
            raise ValueError("nobody joined a server")
        if self._league is None:
            self._league = self._open(self.membership)
        return self._league

    def listen(self, season: str) -> None:
        """Be told when a board of a season changes; of one season at a time."""
        if self.membership is not None and (self._live is None or self._heard != season):
            self.listen_no_more()
            self._live, self._heard = Live(self.membership, season), season

    def listen_no_more(self) -> None:
        """Be told nothing any more."""
        if self._live is not None:
            self._live.close()
            self._live = None

    def has_heard(self) -> bool:
        """Whether a board has changed since this was asked last."""
        return self._live is not None and self._live.has_news()

    def close(self) -> None:
        """Let go of the connections."""
        self.listen_no_more()
        if self._league is not None:
            self._league.server.close()
            self._league = None

    # --- errands ------------------------------------------------------------------------------------------------------

    def join(self, server: str, code: str, pseudonym: str, look: Look | None) -> Errand[Membership]:
        """Join a team; `joined` is to be told of it."""
        return Errand(lambda: joining.join(self.person, server, code, pseudonym, look))

    def joined(self, membership: Membership) -> None:
        """They joined a server."""
        self.close()
        self.membership = membership

    def news(self, now_ms: int) -> Errand[News]:
        """What is new."""
        league = self.league

        def ask() -> News:
            me, seasons = league.me(), league.seasons()
            on = [each for each in running(seasons, now_ms) if each.pseudonym is not None]
            return News(me, seasons, {each.slug: league.around_me(each.slug) for each in on})

        return Errand(ask)

    def board(self, season: str, scenario: str | None, mode: Mode, *, is_teams: bool) -> Errand[Board]:
        """A board: its top and their own place, or the teams."""
        league = self.league

        def ask() -> Board:
            if is_teams:
                return Board(None, None, league.teams(season, scenario, mode))
            return Board(league.people(season, scenario, mode), league.around_me(season, scenario, mode), None)

        return Errand(ask)

    def enter(self, season: str, pseudonym: str) -> Errand[object]:
        """Join the boards of a season."""
        league = self.league
        return Errand(lambda: league.enter(season, pseudonym))

    def withdraw(self, season: str) -> Errand[object]:
        """Leave the boards of a season."""
        league = self.league
        return Errand(lambda: league.withdraw(season))

    def be_named(self, is_named: bool) -> Errand[object]:
        """Say whether the trainer may see their name where assignments are shown."""
        league = self.league
        return Errand(lambda: league.be_named(is_named))

    def begin(self, play: RankedPlay, *, language: str, has_timers: bool) -> Errand[Played]:
        """Begin a ranked play, or go on with the one that was left open."""
        league, season = self.league, None if play.season is None else play.season.slug
        return Errand(lambda: league.begin(season, play.scenario, language=language, has_timers=has_timers))

    def everything(self) -> Errand[bytes]:
        """All that the server keeps of them."""
        return Errand(self.league.everything)

    def leave(self) -> Errand[None]:
        """Have the server erase all that it keeps of them, and forget it here; `left` is to be told of it."""
        membership = self.membership
        if membership is None:
            raise ValueError("nobody joined a server")
        return Errand(lambda: joining.leave(self.person, membership))

    def left(self) -> None:
        """They left the server."""
        self.close()
        self.membership = joining.known_at(self.person)

    # --- at once ------------------------------------------------------------------------------------------------------

    def share_practice(self, shares: bool) -> None:
        """Send plays on this machine to the practice board from now on, or no more.

        Raises:
            Trouble: it could not be kept.
        """
        if self.membership is not None:
            self.membership = joining.used(self.person, self.membership, shares_practice=shares, unshared=())
