"""The machine's record of a session: which case at which revision, and what was chosen when.

A journal is lines of JSON: a head, then one line per record. Everything else is derived from it by replay.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

__all__ = [
    "FORMAT",
    "Decision",
    "Head",
    "Journal",
    "Mode",
    "Reading",
    "Record",
    "Rewind",
    "Untimed",
    "line",
    "read_journal",
]

FORMAT = 1

Mode = Literal["practice", "graded", "ranked"]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Which case is played, and how."""

    gastgeber: int = FORMAT
    """The version of the journal's format."""
    scenario: str
    revision: str
    seed: int
    """Decides the order in which choices are shown."""
    mode: Mode
    started: str
    """When, in ISO 8601, UTC; empty where nobody keeps time."""
    timers: bool = True
    """False where the trainee switched the timers of timed scenes off."""


class Decision(msgspec.Struct, frozen=True):
    """A choice taken, or a silence that fell."""

    choice: str
    ms: int
    """Milliseconds since the session was opened."""


class Rewind(msgspec.Struct, frozen=True):
    """Play goes on from an earlier decision: take it back, or try again from here."""

    rewind: int
    """How many decisions still stand."""
    ms: int


class Untimed(msgspec.Struct, frozen=True):
    """The timers were switched off on the way; they stay off."""

    timers: bool
    """Always false."""
    ms: int

    def __post_init__(self) -> None:
        """Know no other switch.

        Raises:
            ValueError: it would switch the timers on.
        """
        if self.timers:
            raise ValueError("timers cannot be switched on in a session")


Record = Decision | Rewind | Untimed


class Journal(NamedTuple):
    """A head and its records."""

    head: Head
    records: tuple[Record, ...] = ()

    @property
    def has_timers(self) -> bool:
        """Whether timers ran throughout."""
        return self.head.timers and not any(isinstance(record, Untimed) for record in self.records)


class Reading(NamedTuple):
    """What could be read of a journal's text."""

    journal: Journal | None
    """None where not even the head can be read."""
    sound: int
    """How many bytes from the start are sound; what follows was torn or is foreign."""
    fault: str | None
    """The first text that is no record; None where all was read."""


_ENCODER = msgspec.json.Encoder()
_HEAD = msgspec.json.Decoder(Head)
_DECISION = msgspec.json.Decoder(Decision)
_REWIND = msgspec.json.Decoder(Rewind)
_UNTIMED = msgspec.json.Decoder(Untimed)
_EXCERPT = 80


def line(part: Head | Record) -> bytes:
    """A head or a record as it stands in the journal, its line end included."""
    return _ENCODER.encode(part) + b"\n"


def read_journal(text: bytes) -> Reading:
    """Read a journal as far as it is sound: a line without its end was never finished, and does not count."""
    *lines, rest = text.split(b"\n")
    if not lines:
        return Reading(None, 0, _excerpt(rest))
    try:
        head = _HEAD.decode(lines[0])
    except (ValueError, RecursionError):
        return Reading(None, 0, _excerpt(lines[0]))
    if head.gastgeber != FORMAT:
        return Reading(None, 0, _excerpt(lines[0]))
    records: list[Record] = []
    sound = len(lines[0]) + 1
    for each in lines[1:]:
        record = _record(each)
        if record is None:
            return Reading(Journal(head, tuple(records)), sound, _excerpt(each))
        records.append(record)
        sound += len(each) + 1
    return Reading(Journal(head, tuple(records)), sound, _excerpt(rest) if rest else None)


def _record(text: bytes) -> Record | None:
    for decoder in (_DECISION, _REWIND, _UNTIMED):
        try:
            return decoder.decode(text)
        except (ValueError, RecursionError):
            continue
    return None


def _excerpt(text: bytes) -> str:
    return text[:_EXCERPT].decode("utf-8", errors="replace")
