"""Turns in the mirror: they make no journal, so each leaves a line in a file of its person's."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from game.records.durable import sync_folder
from game.records.people import folder_of, now_ms
from game.records.results import Result
from game.records.trouble import Trouble, cause
from game.records.uuid7 import is_uuid7, uuid7

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FILE", "add_mirror", "mirror_file", "mirrors"]

FILE = "mirror.jsonl"


class _Line(msgspec.Struct, kw_only=True):
    """What stands in a line."""

    session: str
    scenario: str
    revision: str
    closeness: int
    ms: int


_DECODER = msgspec.json.Decoder(_Line)


def mirror_file(person: str) -> Path:
    """Where a person's turns in the mirror are kept."""
    return folder_of(person) / FILE


def add_mirror(person: str, scenario: str, revision: str, closeness: int) -> Result:
    """Keep a turn in the mirror; it is on disk when this returns.

    Raises:
        Trouble: it could not be written.
    """
    now = now_ms()
    line = _Line(session=uuid7(now), scenario=scenario, revision=revision, closeness=closeness, ms=now)
    path = mirror_file(person)
    try:
        is_new = not path.exists()
        with path.open("ab") as file:
            # A line that was cut off before gets its end, so that it spoils this one as little as any.
            start = b"\n" if file.tell() and not _ends_whole(path) else b""
            file.write(start + msgspec.json.encode(line) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync_folder(path.parent)
    except OSError as error:
        raise Trouble(cause(error, path)) from error
    return _result(person, line)


def mirrors(person: str) -> list[Result]:
    """A person's turns in the mirror; a line that cannot be read is left out."""
    try:
        lines = mirror_file(person).read_bytes().split(b"\n")
    except OSError:
        return []
    found = []
    for text in lines:
        try:
            line = _DECODER.decode(text)
        except (ValueError, RecursionError):
            continue
        if is_uuid7(line.session):
            found.append(_result(person, line))
    return found


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def _result(person: str, line: _Line) -> Result:
    return Result(
        session=line.session,
        person=person,
        scenario=line.scenario,
        revision=line.revision,
        mode="mirror",
        started_ms=line.ms,
        ended_ms=line.ms,
        closeness=line.closeness,
    )
