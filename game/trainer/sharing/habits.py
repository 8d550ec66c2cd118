"""Habits that travel with the cases that show them: taken from where they are known, added to the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.loader import read_habits_text
from game.texts import _
from game.trainer.sharing.form import HABITS, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.scenario.model import Habit, Scenario

__all__ = ["Addition", "added", "shown_in", "written"]


class Addition(NamedTuple):
    """What becomes of the habits a pack brings."""

    text: bytes | None
    """The user's whole habits.yaml with the new ones below his own; None where there is nothing to add."""
    new: tuple[str, ...]
    """Keys that are added."""
    clashing: tuple[str, ...]
    """Keys that mean something else already, and go on meaning it."""


def shown_in(scenario: Scenario) -> set[str]:
    """The habits a case names."""
    found: set[str] = set()
    for promise in scenario.promises.values():
        for effects in (promise.kept, promise.broken):
            found.update(effects.habit if effects else ())
    for scene in scenario.scenes.values():
        found.update(scene.silence.habit if scene.silence else ())
        for choice in scene.choices:
            found.update(choice.habit)
    return found


def written(habits: Mapping[str, Habit]) -> str:
    """Habits as they stand in a habits.yaml, an empty line between them."""
    return "\n".join("\n".join((f"{key}:", *_lines(habit), "")) for key, habit in sorted(habits.items()))


def _lines(habit: Habit) -> Iterator[str]:
    yield f"  name: {_scalar(habit.name)}"
    yield f"  kind: {habit.kind}"
    yield f"  text: {_scalar(habit.text)}"
    if habit.sources:
        yield f"  from: [{', '.join(map(_scalar, habit.sources))}]"


def _scalar(words: str) -> str:
    """Words between double quotes, in which nothing means anything to YAML; a line break is a space there."""
    plain = " ".join(words.split("\n"))
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def added(own: bytes | None, arriving: Mapping[str, Habit], shipped: Mapping[str, Habit], name: str) -> Addition:
    """Add habits to the user's own, below what stands there, which stays as it is to the byte.

    Args:
        own: the user's habits.yaml; None where there is none.
        arriving: what a pack brings.
        shipped: those that come with the program, which count before all others.
        name: what the user's file is called in sentences.

    Raises:
        Refused: the user's file has a fault, so that nothing can be added to it.
    """
    mine = {} if own is None else _read(own)
    if mine is None:
        raise Refused(
            _(
                "Nothing was installed: the pack brings habits, and {file} has a fault, so that they cannot be added "
                "to it. See what `check` says of that file, mend it, and install again.",
                file=name,
            )
        )
    known = {**mine, **shipped}
    new = {key: habit for key, habit in arriving.items() if key not in known}
    clashing = tuple(key for key, habit in arriving.items() if not _is_same(known.get(key, habit), habit))
    if not new:
        return Addition(None, (), clashing)
    text = _below(own or b"", written(new))
    whole = _read(text)
    if whole is None or whole.keys() != {*mine, *new} or any(whole[key] != mine[key] for key in mine):
        raise Refused(_no_place(name, new))
    return Addition(text, tuple(new), clashing)


def _read(text: bytes) -> Mapping[str, Habit] | None:
    """The habits of a file; None where it has a fault."""
    read = read_habits_text(text, HABITS)
    is_faulty = any(finding.is_error and finding.code != "empty-file" for finding in read.diagnostics)
    return None if is_faulty else read.habits


def _no_place(name: str, new: Mapping[str, Habit]) -> str:
    return _(
        "Nothing was installed: {file} is written in a way that nothing can be added to. Write its habits below each "
        "other, each key at the beginning of a line; or add these yourself, and install again:\n{habits}",
        file=name,
        habits=written(new),
    )


def _below(own: bytes, more: str) -> bytes:
    """A text with another below it, an empty line between them, its line ends as they are in the first."""
    end = b"\r\n" if b"\r\n" in own else b"\n"
    gap = b"" if not own.strip() else end if own.endswith(b"\n") else end * 2
    return own + gap + more.encode().replace(b"\n", end)


def _is_same(one: Habit, other: Habit) -> bool:
    return written({"": one}) == written({"": other})
