"""The pictures of people that lie beside cases, looked through for those that cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.looks.supplied import LARGEST, flaw
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Flawed", "flawed_pictures"]


class Flawed(NamedTuple):
    """A picture in whose place the person is drawn."""

    path: Path
    reason: str

    @property
    def words(self) -> str:
        """Both in one sentence or two."""
        return _(
            "The picture {path} cannot be shown. {reason} The person is drawn instead.",
            path=self.path,
            reason=self.reason,
        )


def flawed_pictures(folder: Path, case: str = "*") -> tuple[Flawed, ...]:
    """The pictures beside the cases in a folder, or beside one of them, that cannot be shown; by name."""
    found = sorted(path for ending in ("svg", "png") for path in _glob(folder, f"faces/{case}/*.{ending}"))
    return tuple(Flawed(path, reason) for path in found if (reason := _reason(path)))


def _glob(folder: Path, pattern: str) -> Iterable[Path]:
    try:
        return list(folder.glob(pattern))
    except OSError:
        return ()  # a folder that may not be looked into is told of where cases are looked for


def _reason(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return flaw(path.name, file.read(LARGEST + 1))
    except OSError as error:
        return error.strerror or str(error)
