"""What a trainer's client and a leaderboard's server say to each other; the rest is in `messages`."""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, field

from game.online.messages import Ask, Finding, Name, Revision, Slug, Tag, Told

__all__ = [
    "AssignmentInfo",
    "Assignments",
    "Audit",
    "AuditLine",
    "CaseReport",
    "NamedProgress",
    "NewAssignment",
    "NewCode",
    "NewScenario",
    "NewSeason",
    "NewTeam",
    "OthersProgress",
    "Progress",
    "Published",
    "Report",
    "SignIn",
    "SignedIn",
    "TeamInfo",
    "Teams",
]


class SignIn(Ask, frozen=True, kw_only=True):
    """Sign in as a trainer."""

    name: Name
    passphrase: Annotated[str, Meta(min_length=1, max_length=1000)]


class SignedIn(Told, frozen=True, kw_only=True):
    """A trainer who is signed in."""

    trainer: str
    name: str
    token: str
    """To be kept and shown with each request."""


class NewTeam(Ask, frozen=True, kw_only=True):
    """A team, as it is made or called otherwise."""

    name: Name


class TeamInfo(Told, frozen=True, kw_only=True):
    """A team of a trainer's."""

    team: str
    name: str
    members: int
    created_ms: int


class Teams(Told, frozen=True, kw_only=True):
    """A trainer's teams."""

    teams: tuple[TeamInfo, ...]


class NewCode(Ask, frozen=True, kw_only=True):
    """A code into a team, as it is asked for."""

    hours: Annotated[int, Meta(ge=1, le=14 * 24)] = 24
    uses: Annotated[int, Meta(ge=1, le=500)] = 30


Revisions = Annotated[tuple[Revision, ...], Meta(min_length=1, max_length=100)]


class NewAssignment(Ask, frozen=True, kw_only=True):
    """Cases a team is to play by a day, its last moment included."""

    title: Name
    due: datetime.date
    season: Slug | None = None
    """By whose clock the day ends; None: by UTC."""
    revisions: Revisions


class AssignmentInfo(Told, frozen=True, kw_only=True):
    """An assignment of a team's."""

    assignment: str
    team: str
    title: str
    due_ms: int
    created_ms: int
    cases: tuple[str, ...]
    """Their titles."""


class Assignments(Told, frozen=True, kw_only=True):
    """The assignments of a team, the one that is due last first."""

    assignments: tuple[AssignmentInfo, ...]


class NamedProgress(Told, frozen=True, kw_only=True):
    """How far somebody is who agreed to be named."""

    pseudonym: str
    done: int
    is_done: bool


class OthersProgress(Told, frozen=True, kw_only=True):
    """How far the others are, as far as it may be told."""

    people: int
    done_least: int
    done_most: int
    released_ms: int


class Progress(Told, frozen=True, kw_only=True):
    """How far a team is with an assignment."""

    assignment: AssignmentInfo
    named: tuple[NamedProgress, ...]
    unnamed: int
    others: OthersProgress | None
    """None where they are too few to tell of."""
    least_group: int


class CaseReport(Told, frozen=True, kw_only=True):
    """How a team does in a case; None where too few have played it."""

    scenario: str
    revision: str
    title: str
    people: int | None
    mean: int | None
    respect: int | None
    proactivity: int | None
    follow_through: int | None
    released_ms: int | None


class Report(Told, frozen=True, kw_only=True):
    """How a team does in a season."""

    season: str
    least_group: int
    members: int
    cases: tuple[CaseReport, ...]


class NewSeason(Ask, frozen=True, kw_only=True):
    """A season, as it is made."""

    slug: Slug
    title: Name
    first_day: datetime.date
    last_day: datetime.date
    """It ends with this day."""
    zone: Annotated[str, Meta(min_length=1, max_length=64)]
    revisions: Revisions
    attempts: Annotated[int, Meta(ge=1, le=100)] = 2
    min_group: Annotated[int, Meta(ge=1, le=1000)] = 5


class NewScenario(Ask, frozen=True, kw_only=True):
    """A case to be published."""

    scenario: Annotated[str, Meta(min_length=1, max_length=200)]
    """Its id."""
    text: str
    """Its YAML."""
    habits: str | None = None
    """The YAML of habits it names beside the shipped ones."""
    translations: dict[Tag, str] = field(default_factory=dict)
    """Catalogues of its words (PO), by language."""


class Published(Told, frozen=True, kw_only=True):
    """A case that is there to be played, and what the checker found nevertheless."""

    scenario: str
    revision: str
    findings: tuple[Finding, ...]


class AuditLine(Told, frozen=True, kw_only=True):
    """Something a trainer did or looked at."""

    n: int
    at_ms: int
    actor: str | None
    """The trainer's name; None for whoever operates the server."""
    deed: str
    team: str | None
    subject: str


class Audit(Told, frozen=True, kw_only=True):
    """The audit trail, the last first."""

    lines: tuple[AuditLine, ...]
