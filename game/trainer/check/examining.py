"""All that is to be told of one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.trainer.check.case import Case
from game.trainer.check.ignoring import without_ignored
from game.trainer.check.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from game.diagnostics import Diagnostic
    from game.loader import Reading

__all__ = ["examine"]


def examine(reading: Reading, path: Path | None = None) -> tuple[Diagnostic, ...]:
    """The loader's findings and, where it could be read, those of the rules, in the order of their places.

    What a comment tells the checker to ignore is left out; only what the rules find can be.
    """
    if reading.scenario is None:
        return reading.diagnostics
    case = Case(reading, path)
    told = [finding for rule in RULES for finding in rule(case)]
    found = [*reading.diagnostics, *without_ignored(told, reading)]
    return tuple(sorted(found, key=lambda finding: finding.span))
