"""Figures about groups, released so that they tell of nobody: not of a few, and not by subtracting one from another.

A group has k people at least. What was released is kept with whom it was about; new figures are released when they
differ from each earlier release, of this team or another, in nobody or in k people at least; so they do from any two
of them added or subtracted, for two teams that become one would else tell of who came meanwhile. Where they differ in
fewer, because one has come, they are released about those alone who stood in an earlier one; else the last ones stay,
with their date. Whether there are newer ones is not told, for that would tell when somebody did something.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sqlalchemy import or_, select, update

from game.records.database.tables import MEMBERS, REPORTS
from game.records.database.upserting import upsert
from game.records.league.standings import take_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

__all__ = ["DAY_MS", "People", "Question", "Released", "blurred", "forget_player", "release", "reports_about"]

People = dict[str, str]
"""By a player's key, what the figures know of them, as one text: it is compared, never read."""
Sight = Literal["values", "membership"]
DAY_MS = 24 * 3600 * 1000
_MOST = 50
"""After so many releases of one kind about one team no more are made: each is compared with all."""


class Released(NamedTuple):
    """Figures as they were last released."""

    figures: Mapping[str, Any]
    released_ms: int


class Question(NamedTuple):
    """What is asked about a team."""

    team: str
    subject: str
    """A kind and a name: `season:spring`, `assignment:…`."""
    k: int
    """Of how many people it may tell at least."""
    sight: Sight
    """What two releases are told apart by: `values`, where a value tells something of its own; `membership`, where only
    who is counted does. Of the second new ones are made once a day, or when k people's values have changed."""
    overlapping: Sequence[str] = ()
    """Other subjects that tell of the same doings; this one is compared with them too, whichever team's they are."""


def release(
    c: Connection,
    asked: Question,
    people: People,
    figures_of: Callable[[People], Mapping[str, Any] | None],
    now_ms: int,
) -> Released | None:
    """Figures about a team, new ones if they tell of nobody, else the last; None where none may be told yet.

    Args:
        c: A connection that may write.
        asked: What is asked.
        people: Everybody the figures could be about.
        figures_of: Works them out about some of those; None where of just these none may be told.
        now_ms: Now, in milliseconds since 1970.
    """
    mine = (REPORTS.c.team == asked.team, REPORTS.c.subject == asked.subject)
    take_turn(c)  # or two processes would each compare with what they know
    last = c.execute(select(REPORTS).where(*mine)).one_or_none()
    history: list[People] = [] if last is None else list(last.people)
    earlier = [*history, *_overlapping(c, asked)]
    for chosen in _candidates(people, earlier, asked.k):
        if not _is_apart(earlier, chosen, asked):
            continue
        if last is not None and _is_as_before(last, chosen, asked, now_ms):
            return Released(last.figures, last.released_ms)
        figures = figures_of(chosen)
        if figures is None:
            continue
        if len(history) >= _MOST:
            break
        row = {"team": asked.team, "subject": asked.subject, "released_ms": now_ms}
        row |= {"people": [*history, chosen], "figures": dict(figures)}
        upsert(c, REPORTS, row, keys=["team", "subject"])
        return Released(figures, now_ms)
    return None if last is None else Released(last.figures, last.released_ms)


def blurred(n: int, of: int) -> tuple[int, int]:
    """How many of a group did something, at least and at most: never that all did, or none, for that tells of each."""
    if n <= 1:
        return 0, 1
    return (of - 1, of) if n >= of - 1 else (n, n)


def forget_player(c: Connection, player: str) -> None:
    """Take a player out of what is kept of releases; somebody nameless stays, or the next one would tell of them.

    Call it while it is known yet in which teams they were.
    """
    nameless = f"erased-{secrets.token_hex(8)}"  # the same in all releases, for they are subtracted from one another
    values: dict[str, str] = {}
    for row in _with(c, player):
        people = [_without(before, player, nameless, values) for before in row.people]
        mine = (REPORTS.c.team == row.team, REPORTS.c.subject == row.subject)
        c.execute(update(REPORTS).where(*mine).values(people=people))


def reports_about(c: Connection, player: str) -> tuple[tuple[str, str, int], ...]:
    """In which releases a player was counted: the team, the subject, and when the last of them was made."""
    return tuple((row.team, row.subject, row.released_ms) for row in _with(c, player))


def _candidates(people: People, earlier: Sequence[People], k: int) -> Iterator[People]:
    """Whom figures could be about: all, else those of an earlier release who are all still there, the most first."""
    groups = sorted((before.keys() for before in earlier if before.keys() < people.keys()), key=len, reverse=True)
    for group in (people.keys(), *groups):
        if len(group) >= k:
            yield {player: people[player] for player in people if player in group}


def _is_apart(earlier: Sequence[People], now: People, asked: Question) -> bool:
    """Whether adding and subtracting earlier figures, one or two of them, tells of nobody, or of k people at least."""
    told = {_seen(before, asked) for before in earlier}
    new = _seen(now, asked)
    left = [new ^ one for one in told]
    for one in (each for each in told if not each.isdisjoint(new)):
        for two in told - {one}:
            if not two.isdisjoint(new | one):  # what shares nobody only adds people
                left.append((new - (one ^ two)) | ((one | two) - new))  # both subtracted
                left.append((new - (one - two)) | ((one ^ two) - new))  # the first subtracted, the second added
    return all(not each or len({player for player, _value in each}) >= asked.k for each in left)


def _seen(people: People, asked: Question) -> frozenset[tuple[str, str]]:
    """What a release sums up: of each player a value of their own, or that they are counted."""
    return frozenset(people.items() if asked.sight == "values" else ((player, "") for player in people))


def _is_as_before(last: Any, chosen: People, asked: Question, now_ms: int) -> bool:
    """Whether the last figures are to be told again."""
    before: People = last.people[-1]
    if before == chosen:
        return True
    if asked.sight == "values" or before.keys() != chosen.keys():
        return False
    changed = sum(before[player] != chosen[player] for player in chosen)
    return changed < asked.k and now_ms // DAY_MS == last.released_ms // DAY_MS


def _overlapping(c: Connection, asked: Question) -> list[People]:
    """Who stood in what was released about the same doings: under other names, and of teams people came from."""
    subjects = (asked.subject, *asked.overlapping)
    others = or_(REPORTS.c.team != asked.team, REPORTS.c.subject != asked.subject)
    rows = c.execute(select(REPORTS.c.people).where(REPORTS.c.subject.in_(subjects), others))
    return [before for row in rows for before in row.people]


def _with(c: Connection, player: str) -> list[Any]:
    teams = select(MEMBERS.c.team).where(MEMBERS.c.player == player)
    asked = select(REPORTS).where(REPORTS.c.team.in_(teams)).order_by(REPORTS.c.team, REPORTS.c.subject)
    return [row for row in c.execute(asked) if any(player in before for before in row.people)]


def _without(before: People, player: str, nameless: str, values: dict[str, str]) -> People:
    """A release with somebody nameless in the place of a player; `values` numbers what differed of them."""
    if player not in before:
        return before
    rest = {each: seen for each, seen in before.items() if each != player}
    return {**rest, nameless: values.setdefault(before[player], str(len(values)))}
