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
    from game.loader.words import Translation
    from game.terminal.page import Page

__all__ = ["print_findings", "tell_findings", "tell_language"]


def print_findings(resolved: Resolved) -> None:
    """Print all that was found in a case, with its places, on stderr."""
    sys.stderr.write(render(resolved.reading.diagnostics, resolved.sources, style_for(sys.stderr, os.environ)))


def tell_findings(page: Page, findings: Iterable[Diagnostic]) -> None:
    """Print findings, a paragraph each."""
    for finding in findings:
        place = f"{finding.span.file}:{finding.span.line}:{finding.span.column}"
        page.say(_("{place}: {message} {hint}", place=place, message=finding.message, hint=finding.hint).rstrip())


def tell_language(page: Page, translation: Translation) -> None:
    """Say how far a case is told in the language asked for, and what is wrong with its catalogue."""
    found = render(translation.diagnostics, translation.sources, style_for(sys.stderr, os.environ))
    sys.stderr.write(found)
    if translation.remark:
        page.say(translation.remark)
