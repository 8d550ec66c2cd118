"""Rows of the tables, read and written as the values they stand for."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from game.records.database.tables import ENGINE, PLAYERS, SCENARIOS, SESSIONS
from game.records.folders import journal_folder
from game.records.people import Person
from game.records.results import COUNTED, GRADES, Best, Result, medal_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row

    from game.records.taking_in import Found

__all__ = [
    "best_scores",
    "delete_player",
    "known_journals",
    "known_mirrors",
    "play_counts",
    "players",
    "put_found",
    "put_player",
    "put_result",
    "result_count",
    "results_of",
]

# What a result is made of: a session has more on a server, of which a desktop's knows nothing.
_OWN_NAMES = {"session": "id", "person": "player"}
_APART = {"grades", "journal"}
_RESULT = [SESSIONS.c[_OWN_NAMES.get(each.name, each.name)] for each in fields(Result) if each.name not in _APART]
_RESULT += [SESSIONS.c[name] for name in (*GRADES, "journal_name")]
_COUNTS = and_(SESSIONS.c.mode.in_(COUNTED), ~SESSIONS.c.was_rewound, SESSIONS.c.score.is_not(None))


def put_player(connection: Connection, person: Person) -> None:
    """Write a player's row, or write it anew."""
    row = {
        "id": person.id,
        "pseudonym": person.name,
        "look": None if person.look is None else dict(person.look),
        "settings": dict(person.settings),
        "created_ms": person.created_ms,
    }
    _put(connection, insert(PLAYERS).values(row), row)


def players(connection: Connection) -> dict[str, Person]:
    """All players, by id."""
    return {
        row.id: Person(row.id, row.pseudonym, row.look, row.settings, row.created_ms)
        for row in connection.execute(select(PLAYERS))
    }


def delete_player(connection: Connection, person: str) -> None:
    """Delete a player with all their sessions, and the revisions that nobody played any more."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.player == person))
    connection.execute(delete(PLAYERS).where(PLAYERS.c.id == person))
    connection.execute(delete(SCENARIOS).where(SCENARIOS.c.revision.not_in(select(SESSIONS.c.revision))))


def put_result(connection: Connection, result: Result, journal_bytes: int | None) -> None:
    """Write a result's row, or write it anew; `journal_bytes` is how long its journal was."""
    scenario = insert(SCENARIOS).values(revision=result.revision, engine=ENGINE)
    connection.execute(scenario.on_conflict_do_nothing())
    row = asdict(result)
    row |= row.pop("grades")
    journal = row.pop("journal")
    row |= {"id": row.pop("session"), "player": row.pop("person"), "journal_bytes": journal_bytes}
    row |= {"journal_name": None if journal is None else journal.name}
    _put(connection, insert(SESSIONS).values(row), row)


def put_found(connection: Connection, found: Found) -> None:
    """Write what a journal brought; where a play goes on after its end, it has brought nothing yet."""
    if found.result is None:
        connection.execute(delete(SESSIONS).where(SESSIONS.c.id == found.session))
    else:
        put_result(connection, found.result, found.entry.bytes)


def results_of(connection: Connection, person: str, most: int | None = None) -> tuple[Result, ...]:
    """A person's results, the last first, at most so many."""
    found = select(*_RESULT).where(SESSIONS.c.player == person)
    found = found.order_by(SESSIONS.c.ended_ms.desc(), SESSIONS.c.id.desc()).limit(most)
    return tuple(map(_result, connection.execute(found)))


def best_scores(connection: Connection, person: str) -> dict[str, Best]:
    """A person's bests, by case."""
    columns = SESSIONS.c
    is_flawless = and_(columns.decisions > 0, columns.decisions == columns.best)
    found = (
        select(
            columns.scenario,
            func.max(columns.score).label("score"),
            func.max(case((columns.has_timers, columns.score))).label("timed"),
            func.max(case((is_flawless, 1), else_=0)).label("is_flawless"),
            func.count().label("plays"),
            func.max(columns.ended_ms).label("last_ms"),
        )
        .where(columns.player == person, _COUNTS)
        .group_by(columns.scenario)
    )
    return {
        row.scenario: Best(
            row.score, medal_for(row.score), bool(row.is_flawless), row.plays, row.last_ms, row.timed == row.score
        )
        for row in connection.execute(found)
    }


def known_journals(connection: Connection, person: str) -> dict[str, tuple[str, int | None]]:
    """The sessions that came of journals: by the journal's name, the key and how long the journal was."""
    columns = SESSIONS.c
    found = select(columns.journal_name, columns.id, columns.journal_bytes)
    found = found.where(columns.player == person, columns.journal_name.is_not(None))
    return {row.journal_name: (row.id, row.journal_bytes) for row in connection.execute(found)}


def known_mirrors(connection: Connection, person: str) -> set[str]:
    """The keys of a person's turns in the mirror."""
    found = select(SESSIONS.c.id).where(SESSIONS.c.player == person, SESSIONS.c.mode == "mirror")
    return set(connection.scalars(found))


def play_counts(connection: Connection, person: str) -> dict[str, int]:
    """How often a person has played each case to an end."""
    columns = SESSIONS.c
    found = select(columns.scenario, func.count()).where(columns.player == person, columns.mode != "mirror")
    return {row[0]: row[1] for row in connection.execute(found.group_by(columns.scenario))}


def result_count(connection: Connection) -> int:
    """How many results there are of everybody."""
    return connection.scalar(select(func.count()).select_from(SESSIONS)) or 0


def _put(connection: Connection, statement: Any, row: Mapping[str, object]) -> None:
    new = {name: statement.excluded[name] for name in row if name != "id"}
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=new))


def _result(row: Row[Any]) -> Result:
    values = dict(row._mapping)
    name = values.pop("journal_name")
    person = values.pop("player")
    return Result(
        session=values.pop("id"),
        person=person,
        grades={grade: values.pop(grade) for grade in GRADES},
        journal=None if name is None else journal_folder(person) / name,
        **values,
    )
