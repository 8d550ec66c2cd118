"""What a player can ask of a leaderboard server."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from game.online.messages import (
    AroundMe,
    Begin,
    ChangeMe,
    ChangeTeam,
    Debriefed,
    Enter,
    Entered,
    Join,
    Joined,
    Me,
    PeopleBoard,
    Played,
    Seasons,
    TeamsBoard,
    Uploaded,
)

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.online.messages import Look, Mode, SeasonRow, StepBody
    from game.online.server import Server

__all__ = ["League"]


class League:
    """Everything on one server, as one player sees it; every call asks the server, and raises `Fault`."""

    def __init__(self, server: Server) -> None:
        self.server = server

    # --- who plays ----------------------------------------------------------------------------------------------------

    def join(self, code: str, pseudonym: str, look: Look | None = None) -> Joined:
        """Become a member of the team a code belongs to; it is not sent twice, for each use of a code counts."""
        body = Join(code=code.strip().upper(), pseudonym=pseudonym, look=look)
        return self.server.ask("POST", "join", Joined, body, again=False)

    def change_team(self, code: str) -> Me:
        """Become a member of another team, as who they are already."""
        return self.server.ask("PUT", "me/team", Me, ChangeTeam(code=code.strip().upper()), again=False)

    def me(self) -> Me:
        """What the server knows of them, and what their team is to play."""
        return self.server.get("me", Me)

    def be_named(self, is_named: bool) -> Me:
        """Say whether the trainer may see their name where assignments are shown."""
        return self.server.ask("PATCH", "me", Me, ChangeMe(is_named=is_named))

    def everything(self) -> bytes:
        """All that the server keeps of them, as a document."""
        return self.server.get("me/data", bytes)

    def erase(self) -> None:
        """Have the server erase all that it keeps of them."""
        self.server.ask("DELETE", "me", type(None))

    # --- seasons and boards -------------------------------------------------------------------------------------------

    def seasons(self) -> tuple[SeasonRow, ...]:
        """The seasons, the newest first."""
        return self.server.get("seasons", Seasons).seasons

    def enter(self, season: str, pseudonym: str) -> Entered:
        """Join the boards of a season by a pseudonym."""
        return self.server.ask("PUT", f"seasons/{_part(season)}/entry", Entered, Enter(pseudonym=pseudonym))

    def withdraw(self, season: str) -> None:
        """Leave the boards of a season."""
        self.server.ask("DELETE", f"seasons/{_part(season)}/entry", type(None))

    def people(
        self, season: str, scenario: str | None = None, mode: Mode = "ranked", *, after: str | None = None
    ) -> PeopleBoard:
        """The top of a season's board, or of one of its cases', a page at a time."""
        path = f"seasons/{_part(season)}/boards/people"
        return self.server.get(path, PeopleBoard, scenario=scenario, mode=mode, after=after)

    def around_me(self, season: str, scenario: str | None = None, mode: Mode = "ranked") -> AroundMe:
        """Their own place, and who stands next to them."""
        path = f"seasons/{_part(season)}/boards/people/me"
        return self.server.get(path, AroundMe, scenario=scenario, mode=mode)

    def teams(self, season: str, scenario: str | None = None, mode: Mode = "ranked") -> TeamsBoard:
        """The teams."""
        return self.server.get(f"seasons/{_part(season)}/boards/teams", TeamsBoard, scenario=scenario, mode=mode)

    # --- plays --------------------------------------------------------------------------------------------------------

    def begin(
        self, season: str | None, scenario: str, *, language: str | None = None, has_timers: bool = True
    ) -> Played:
        """Begin a ranked session, or take up the one that was left open; without a season, of an assigned case."""
        body = Begin(season=season, scenario=scenario, language=language, has_timers=has_timers)
        return self.server.ask("POST", "sessions", Played, body)

    def session(self, session: str) -> Played:
        """A session as it stands."""
        return self.server.get(f"sessions/{_part(session)}", Played)

    def step(self, session: str, number: int, taken: StepBody) -> Played:
        """Decide; the same sent again is the same decision."""
        return self.server.ask("POST", f"sessions/{_part(session)}/steps/{number}", Played, taken)

    def debrief(self, session: str) -> Debrief:
        """A finished session, explained."""
        return self.server.get(f"sessions/{_part(session)}/debrief", Debriefed).debrief

    def upload(self, journal: bytes, season: str | None = None) -> Uploaded:
        """Have a journal that was played on this machine verified, for the practice board."""
        return self.server.ask("POST", "journals", Uploaded, journal, query={"season": season})


def _part(name: str) -> str:
    """A name as a part of a path, whatever stands in it."""
    return quote(name, safe="")
