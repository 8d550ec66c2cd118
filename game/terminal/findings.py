"""Findings of the loader as paragraphs: where, what, and the mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.diagnostics import Diagnostic
    from game.terminal.page import Page

__all__ = ["tell_findings"]


def tell_findings(page: Page, findings: Iterable[Diagnostic]) -> None:
    """Print findings, each with its place."""
    for finding in findings:
        place = f"{finding.span.file}:{finding.span.line}:{finding.span.column}"
        page.say(_("{place}: {message} {hint}", place=place, message=finding.message, hint=finding.hint).rstrip())
