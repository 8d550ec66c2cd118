"""All there is to find in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.diagnostics import Diagnostic
    from game.loader.shelf import Resolved

__all__ = ["findings_of"]


def findings_of(resolved: Resolved) -> tuple[Diagnostic, ...]:
    """What the reader found, and what the rules find in how the case plays."""
    return resolved.reading.diagnostics
