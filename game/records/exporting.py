"""Everything that is kept of a person, as one JSON document."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import msgspec

from game.records.folders import journal_folder, journal_folders, journals_in
from game.records.people import now_ms
from game.records.trouble import Trouble, cause

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.records.people import Person
    from game.records.results import Result

__all__ = ["FORMAT", "exported"]

FORMAT = 1


def exported(person: Person, results: Iterable[Result]) -> bytes:
    """Person, settings, results and journals; docs/records.md says what stands where.

    Raises:
        Trouble: a journal may not be read.
    """
    document = {
        "gastgeber_export": FORMAT,
        "exported_ms": now_ms(),
        "person": {
            "id": person.id,
            "name": person.name,
            "look": person.look,
            "settings": person.settings,
            "created_ms": person.created_ms,
        },
        "results": [_result(result) for result in results],
        "journals": {path.name: _lines(path) for path in _journals(person.id)},
    }
    return msgspec.json.format(msgspec.json.encode(document)) + b"\n"


def _result(result: Result) -> dict[str, Any]:
    values = asdict(result)
    del values["person"]
    values["journal"] = None if result.journal is None else result.journal.name
    return {**values, "medal": result.medal}


def _journals(person: str) -> list[Path]:
    """Their journals, and whatever else was kept beside them, such as a damaged one as it was."""
    found = [entry.path for entry in journals_in(journal_folders(person))]
    beside = {path for path in journal_folder(person).glob("*") if path.is_file()}
    return [*found, *sorted(beside.difference(found))]


def _lines(path: Path) -> list[str]:
    """A journal's lines, as they stand there."""
    try:
        return path.read_bytes().decode("utf-8", errors="backslashreplace").splitlines()
    except OSError as error:
        raise Trouble(cause(error, path)) from error
