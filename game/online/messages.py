"""What a leaderboard's client and server say to each other: the only definition of the API's JSON.

Moments are milliseconds since 1970. Views and debriefs travel as they are. What a client does not know it skips, so a
server may say more than an older client reads; what a server does not know it refuses.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

# At run time too: msgspec reads the fields' types.
from game.debrief.debrief import Debrief
from game.records.league.played import Attempt, Played, Result, StepBody, Uploaded
from game.scenario.habits import Habit

__all__ = [
    "AroundMe",
    "Ask",
    "Assigned",
    "AssignedCase",
    "Attempt",
    "Attempts",
    "Begin",
    "ChangeMe",
    "ChangeTeam",
    "Code",
    "Debriefed",
    "Enter",
    "Entered",
    "Finding",
    "Join",
    "Joined",
    "Look",
    "Me",
    "Mode",
    "Name",
    "PeopleBoard",
    "PersonRow",
    "Played",
    "ProblemDetails",
    "Result",
    "Revision",
    "ScenarioRow",
    "Scenarios",
    "SeasonCase",
    "SeasonRow",
    "Seasons",
    "Slug",
    "StepBody",
    "Tag",
    "TeamRow",
    "TeamsBoard",
    "Told",
    "Uploaded",
]

LONGEST_NAME = 200
"""Letters of a name as it is sent; the server's rules for names are narrower, and told in a sentence."""

Name = Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME)]
Slug = Annotated[str, Meta(min_length=1, max_length=64)]
Revision = Annotated[str, Meta(min_length=1, max_length=64)]
Tag = Annotated[str, Meta(min_length=2, max_length=35)]
Trait = Annotated[str, Meta(max_length=40)]
Look = Annotated[dict[Trait, Trait | int | bool], Meta(max_length=40)]
"""What a person looks like, by trait (game/looks/portrait)."""
Mode = Literal["ranked", "practice"]


class Ask(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something a client asks for."""


class Told(Struct, frozen=True, kw_only=True):
    """Something a server tells."""


class Finding(Told, frozen=True, kw_only=True):
    """Something the checker found in a case, its habits or its translations."""

    code: str
    severity: str
    message: str
    file: str
    line: int
    column: int
    why: str | None
    hint: str | None


class ProblemDetails(Told, frozen=True, kw_only=True, omit_defaults=True):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    code: str
    """Stays the same whatever the language."""
    detail: str
    """A sentence for the reader, in the language asked for."""
    findings: tuple[Finding, ...] = ()
    """Of a case that was not published: why."""


# --- who plays --------------------------------------------------------------------------------------------------------


class Join(Ask, frozen=True, kw_only=True):
    """Become a member of the team that a code belongs to, or let another device in."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]
    pseudonym: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    """Not needed where the code lets in another device of somebody who has one."""
    look: Look | None = None


class Joined(Told, frozen=True, kw_only=True):
    """Who somebody is on this server."""

    player: str
    token: str
    """To be kept and shown with each request; the server itself keeps its hash alone."""
    pseudonym: str
    team: str | None
    """Its name."""


class AssignedCase(Told, frozen=True, kw_only=True):
    """A case that was given to a team."""

    scenario: str
    revision: str
    title: str
    is_done: bool
    """Whether whoever asks has played it to its end."""


class Assigned(Told, frozen=True, kw_only=True):
    """Cases a team is to have played by a date."""

    assignment: str
    title: str
    due_ms: int
    """The first moment after it."""
    cases: tuple[AssignedCase, ...]


class Me(Told, frozen=True, kw_only=True):
    """What the server knows of whoever asks, as far as the game shows it."""

    player: str
    pseudonym: str
    look: Look | None
    team: str | None
    is_named: bool
    """Whether they agreed to be named to the trainer where assignments are shown."""
    assignments: tuple[Assigned, ...]


class ChangeMe(Ask, frozen=True, kw_only=True):
    """What is to be different."""

    pseudonym: Name | UnsetType = UNSET
    look: Look | UnsetType | None = UNSET
    is_named: bool | UnsetType = UNSET


class ChangeTeam(Ask, frozen=True, kw_only=True):
    """Become a member of another team."""

    code: Annotated[str, Meta(min_length=1, max_length=40)]


class Code(Told, frozen=True, kw_only=True):
    """A code to be typed or scanned."""

    code: str
    expires_ms: int
    uses: int


# --- cases and seasons ------------------------------------------------------------------------------------------------


class ScenarioRow(Told, frozen=True, kw_only=True):
    """A case the server holds."""

    scenario: str
    revision: str
    title: str
    language: str
    is_open_book: bool
    """Whether it lies on every player's disk, answers and all."""


class Scenarios(Told, frozen=True, kw_only=True):
    """The cases of a server."""

    scenarios: tuple[ScenarioRow, ...]


class SeasonCase(Told, frozen=True, kw_only=True):
    """A case of a season."""

    scenario: str
    revision: str
    title: str
    is_open_book: bool
    begun: int
    """How many of their counted attempts whoever asks has begun."""
    best: int | None
    """Their best counted score."""
    open_session: str | None
    """The session they left open, to be taken up again."""


class SeasonRow(Told, frozen=True, kw_only=True):
    """A season."""

    slug: str
    title: str
    starts_ms: int
    ends_ms: int
    zone: str
    attempts: int
    """How many attempts at a case count."""
    state: Literal["open", "closed"]
    pseudonym: str | None
    """What whoever asks is called on its boards; None where they did not join them."""
    cases: tuple[SeasonCase, ...]


class Seasons(Told, frozen=True, kw_only=True):
    """The seasons of a server, the newest first."""

    seasons: tuple[SeasonRow, ...]


class Enter(Ask, frozen=True, kw_only=True):
    """Join the boards of a season."""

    pseudonym: Name


class Entered(Told, frozen=True, kw_only=True):
    """What somebody is called on the boards of a season."""

    season: str
    pseudonym: str


# --- ranked sessions --------------------------------------------------------------------------------------------------


class Begin(Ask, frozen=True, kw_only=True):
    """Begin a ranked session, or take up the one left open."""

    season: Slug | None = None
    """None for a case that was assigned to their team outside any season."""
    scenario: Annotated[str, Meta(min_length=1, max_length=200)]
    language: Tag | None = None
    has_timers: bool = True


class Attempts(Told, frozen=True, kw_only=True):
    """What somebody has played on this server, the newest first."""

    attempts: tuple[Attempt, ...]


class Debriefed(Told, frozen=True, kw_only=True):
    """A session that has come to its end, explained."""

    session: str
    debrief: Debrief
    habits: dict[str, Habit]
    """The words of the habits it names."""


# --- boards -----------------------------------------------------------------------------------------------------------


class PersonRow(Told, frozen=True, kw_only=True):
    """A person's place on a board."""

    rank: int
    pseudonym: str
    look: Look | None
    score: int
    reached_ms: int
    team: str | None
    is_you: bool


class PeopleBoard(Told, frozen=True, kw_only=True):
    """The top of a board, a page at a time."""

    season: str
    scenario: str | None
    mode: Mode
    version: int
    is_open_book: bool
    rows: tuple[PersonRow, ...]
    next: str | None
    """To be sent as `after` for the next page."""


class AroundMe(Told, frozen=True, kw_only=True):
    """Somebody's own place on a board, and who stands next to them."""

    season: str
    scenario: str | None
    mode: Mode
    rank: int | None
    """None where they do not stand on it yet."""
    of: int
    """How many stand on it."""
    rows: tuple[PersonRow, ...]


class TeamRow(Told, frozen=True, kw_only=True):
    """A team's place on a board."""

    rank: int
    team: str
    members: int
    score: float
    """(n·m + 5·M) / (n + 5)."""
    is_yours: bool


class TeamsBoard(Told, frozen=True, kw_only=True):
    """The teams of a board with three members or more."""

    season: str
    scenario: str | None
    mode: Mode
    version: int
    is_open_book: bool
    rows: tuple[TeamRow, ...]
