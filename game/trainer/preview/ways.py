"""The shortest way to every scene a play can enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.solver import TooManyStates, survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.session.playbook import Playbook
    from game.solver import Survey

__all__ = ["Ways", "ways", "ways_of"]


class Ways(NamedTuple):
    """How the scenes of a case are reached."""

    to: Mapping[str, tuple[str, ...]]
    """By scene, the fewest decisions that enter it, if only to pass on; a scene that no play reaches has none."""
    is_complete: bool
    """Whether the plays could be looked at; if not, a scene without a way may be reached all the same."""


def ways(book: Playbook) -> Ways:
    """Find the ways in a case that nobody has surveyed yet."""
    try:
        return ways_of(book, survey(book))
    except TooManyStates:
        return ways_of(book, None)


def ways_of(book: Playbook, found: Survey | None) -> Ways:
    """The ways that a survey found; None where there were too many states for one."""
    if found is None:
        return Ways({}, is_complete=False)
    known = ((scene, found.way_to(scene)) for scene in book.scenario.scenes)
    return Ways({scene: way for scene, way in known if way is not None}, is_complete=True)
