"""A pack to files in the user's folder: first what would happen, then that, in whole or not at all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.records.together import Write, write_together
from game.records.trouble import cause
from game.scenario.revision import revision
from game.texts import _
from game.trainer.sharing.files import NotThere, read_file
from game.trainer.sharing.form import HABITS, Pack, Refused, largest, member_of
from game.trainer.sharing.habits import Addition, added

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

    from game.scenario.model import Habit, Scenario
    from game.trainer.sharing.soundness import Look

__all__ = ["Change", "Plan", "carry_out", "plan"]

State = Literal["new", "same", "different"]

_MOST = 9


class Change(NamedTuple):
    """A file of the pack beside the one of that name in the user's folder."""

    name: str
    """In the folder, with `/` between its parts."""
    path: Path
    content: bytes
    before: bytes | None
    """What stands there; None: nothing."""

    @property
    def state(self) -> State:
        """Whether there is such a file, and whether it is the same."""
        if self.before is None:
            return "new"
        return "same" if self.before == self.content else "different"

    @property
    def lines(self) -> tuple[int, int]:
        """Lines that only the pack's file has, and lines that only the user's has."""
        own, others = (Counter((text or b"").splitlines()) for text in (self.before, self.content))
        return (others - own).total(), (own - others).total()


class Plan(NamedTuple):
    """What installing a pack would do."""

    folder: Path
    cases: tuple[str, ...]
    """Ids, as they will be."""
    shipped: tuple[str, ...]
    """Ids of cases that come with the program word for word, and are left out."""
    changes: tuple[Change, ...]
    habits: Addition
    habits_before: bytes | None
    """The user's habits.yaml; None: there is none."""

    @property
    def different(self) -> tuple[Change, ...]:
        """The files that would take the place of others."""
        return tuple(change for change in self.changes if change.state == "different")

    @property
    def has_new(self) -> bool:
        """Whether something is written without anything else being replaced."""
        return self.habits.text is not None or any(change.state == "new" for change in self.changes)

    @property
    def is_nothing(self) -> bool:
        """Whether all of it is there already."""
        return not self.has_new and not self.different


def plan(pack: Pack, look: Look, folder: Path, shipped: Mapping[str, Scenario], habits: Mapping[str, Habit]) -> Plan:
    """Find out what installing would do; nothing is written.

    Args:
        pack: a sound one.
        look: what was seen in it.
        folder: the user's folder of scenarios.
        shipped: the cases that come with the program and share an id with one of the pack's.
        habits: those that come with the program.

    Raises:
        Refused: a case would never be played, since the program has another of its id; or a file is in the way.
    """
    left_out = tuple(case for case in look.scenarios if case in shipped)
    for case in left_out:
        if revision(shipped[case]) != revision(look.scenarios[case]):
            raise Refused(_taken(case))
    changes = []
    for name, content in pack.files.items():
        member = member_of(name)
        if member is None or not member.case or member.case in left_out:
            continue
        path = folder.joinpath(*name.split("/"))
        changes.append(Change(name, path, content, _before(path, largest(member.kind))))
    path = folder / HABITS
    before = _before(path, largest("habits"))
    addition = added(before, look.habits, habits, str(path))
    cases = tuple(case for case in look.scenarios if case not in left_out)
    return Plan(folder, cases, left_out, tuple(changes), addition, before)


def carry_out(plan: Plan, replaced: Collection[str], today: date) -> dict[str, Path]:
    """Write what is new, the habits, and the different files whose names are in `replaced`.

    Gives back, by name, where the user's own copy of each replaced file was put.

    Raises:
        Trouble: the system would not let a file be written; says what has become of the others.
    """
    aside: dict[str, Path] = {}
    writes: list[Write] = []
    for change in plan.changes:
        if change.state == "different" and change.before is not None and change.name in replaced:
            aside[change.name] = copy = _aside(change.path, today)
            writes.append(Write(copy, change.before, None))
            writes.append(Write(change.path, change.content, change.before))
        elif change.state == "new":
            writes.append(Write(change.path, change.content, None))
    if plan.habits.text is not None:
        writes.append(Write(plan.folder / HABITS, plan.habits.text, plan.habits_before))
    write_together(writes)
    return aside


def _before(path: Path, most: int) -> bytes | None:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:  # a folder that may not be looked into, or a name too long
        raise NotThere(cause(error, path)) from error
    return read_file(path, most)


def _aside(path: Path, today: date) -> Path:
    """A free name beside a file, that says what it is and is taken for no case."""
    for number in range(1, _MOST + 1):
        count = f"-{number}" if number > 1 else ""
        copy = path.with_name(f"{path.name}.replaced-{today:%Y-%m-%d}{count}")
        if not copy.exists():
            return copy
    raise Refused(_("{path} was replaced often today. Delete some of its copies, and install again.", path=path))


def _taken(case: str) -> str:
    return _(
        "Nothing was installed: the program comes with another case called {id}, which would always be played instead "
        "of this one. Give it another name with `--as`, such as `--as {id}-2`.",
        id=case,
    )
