"""The catalogues of a case as the rules look at them: which sentences stand how, and where that is told."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from game.diagnostics import Diagnostic, Span
from game.loader.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.diagnostics import Value
    from game.loader.catalogues import Kept
    from game.trainer.check.case import Case

__all__ = ["tell"]

_LONGEST = 60
"""Letters of a sentence that is quoted."""


def tell(
    code: str, case: Case, kept: Kept, lines: Sequence[int], first: tuple[str, str], *, variant: str = ""
) -> Diagnostic:
    """A finding on sentences of one kind in a catalogue, at the first of them.

    Args:
        code: what is found.
        case: whose sentences they are.
        kept: the catalogue.
        lines: where they stand in it; 1 for those that do not.
        first: the name and the words of the first one.
        variant: which of the code's wordings is meant.
    """
    name, text = first
    values: dict[str, Value] = {
        "count": len(lines),
        "language": language_name(kept.language),
        "tag": kept.language,
        "case": f'"{case.called}"' if " " in case.called else case.called,
        "name": name,
        "text": shorten(text, _LONGEST, placeholder=" …"),
    }
    if variant:
        values["variant"] = variant
    words = kept.reading.source.splitlines()[lines[0] - 1 : lines[0]]
    end = len(words[0]) + 1 if words else 1
    return Diagnostic(code, "warning", Span(str(kept.path), lines[0], 1, lines[0], end), values)
