"""All there is to find in a file: at once what the reader found, later what the rules find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.trainer.check import examine

if TYPE_CHECKING:
    from game.diagnostics import Diagnostic
    from game.loader.shelf import Resolved

__all__ = ["all_findings", "first_findings"]


def first_findings(resolved: Resolved) -> tuple[Diagnostic, ...]:
    """What is wrong around the file, and what the reader found in it."""
    return (*resolved.around, *resolved.reading.diagnostics)


def all_findings(resolved: Resolved) -> tuple[Diagnostic, ...]:
    """These, and what the rules find in how the case plays."""
    return (*resolved.around, *examine(resolved.reading, resolved.path))
