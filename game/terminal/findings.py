"""Findings of the loader: in full for a case that was asked for, in a line where cases are listed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from game.diagnostics.text import render, style_for
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.diagnostics import Diagnostic
    from game.loader.shelf import Resolved
    from game.terminal.page import Page

__all__ = ["print_findings", "tell_findings"]


def print_findings(resolved: Resolved) -> None:
    """Print all that was found in a case, with its places, on stderr."""
    sys.stderr.write(render(resolved.reading.diagnostics, resolved.sources, style_for(sys.stderr, os.environ)))


def tell_findings(page: Page, findings: Iterable[Diagnostic]) -> None:
    """Print findings, a paragraph each."""
    for finding in findings:
        place = f"{finding.span.file}:{finding.span.line}:{finding.span.column}"
        page.say(_("{place}: {message} {hint}", place=place, message=finding.message, hint=finding.hint).rstrip())
