"""What `check --fix` mends: missing ids are written, and nothing else is touched by a byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from game.loader import read_text
from game.records.durable import write_whole
from game.scenario.conditions import Taken, terms
from game.scenario.parts import conditions, moves
from game.texts import _
from game.trainer.check.ids import new_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from game.loader import Reading
    from game.scenario.model import Scenario

__all__ = ["fix", "with_ids"]

_MARK = "\ufeff".encode()


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def fix(path: Path, reading: Reading) -> str | None:
    """Write the missing ids into a file; the answer says what was done, or why nothing was, None where none is missing.

    The new text is read before it is written: it must be the same case but for the ids.
    """
    ids = {} if reading.scenario is None else new_ids(reading.scenario)
    if not ids:
        return None
    text = with_ids(reading)
    if text is None:
        return _("no ids were written, since it is not certain that nothing else would change; write them by hand.")
    try:
        before = path.read_bytes()
        mark = _MARK if before.startswith(_MARK) else b""
        if before != mark + reading.source.encode():
            return _("no ids were written, since the file has just changed; check it again.")
        write_whole(path.resolve(), mark + text.encode())
    except OSError as error:
        return _("no ids could be written: {reason}.", reason=error.strerror or str(error))
    return _("{count} ids written.", count=len(ids)) if len(ids) > 1 else _("1 id written.")


def with_ids(reading: Reading) -> str | None:
    """The text with an id for each choice that had none; None where that would change anything else."""
    assert reading.scenario is not None
    ids = new_ids(reading.scenario)
    text = reading.source
    for edit in sorted(_edits(reading, reading.scenario, ids), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    after = read_text(text, reading.name).scenario
    return text if after is not None and _plain(after) == _renamed(_plain(reading.scenario), ids) else None


def _edits(reading: Reading, scenario: Scenario, ids: Mapping[str, str]) -> Iterator[_Edit]:
    text = reading.source
    for path, name, _move in moves(scenario):
        if name not in ids:
            continue
        start, _end = reading.places.extent(*path)
        if text[start] == "{":
            yield _Edit(start + 1, start + 1, f"id: {ids[name]}, ")
            continue
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        line_break = re.search(r"\r\n?|\n", text[start:])
        indent = "".join(" " if letter == "-" else letter for letter in text[line:start])
        yield _Edit(start, start, f"id: {ids[name]}{line_break[0] if line_break else chr(10)}{indent}")
    for path, when in conditions(scenario):
        asked = {term.choice for term in terms(when) if isinstance(term, Taken)} & ids.keys()
        start, end = reading.places.extent(*path) if asked else (0, 0)
        for name in asked:
            for found in re.finditer(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", text[start:end]):
                scene = name.partition("/")[0]
                yield _Edit(start + found.start(), start + found.end(), f"{scene}/{ids[name]}")


def _plain(scenario: Scenario) -> Any:
    return _asking(msgspec.to_builtins(scenario), {})


def _renamed(plain: Any, ids: Mapping[str, str]) -> Any:
    """A scenario as plain values, with the new ids where choices are declared and where they are asked for."""
    for scene, content in plain["scenes"].items():
        for choice in content.get("choices", ()):
            choice["id"] = ids.get(f"{scene}/{choice['id']}", choice["id"])
    return _asking(plain, {name: f"{name.partition('/')[0]}/{made}" for name, made in ids.items()})


def _asking(plain: Any, names: Mapping[str, str]) -> Any:
    """The same values, every sequence as a list, with new names in the questions whether a choice was taken."""
    if isinstance(plain, list | tuple):
        return [_asking(each, names) for each in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("is") == "taken":
        return {**plain, "choice": names.get(plain["choice"], plain["choice"])}
    return {key: _asking(value, names) for key, value in plain.items()}
