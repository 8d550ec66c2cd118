"""The findings of a file, one under the other, each with the way that leads there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.diagnostics import Span
from game.diagnostics.excerpt import excerpt
from game.texts import _
from game.trainer.preview.wording import count_words
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.note import Note
from game.window.widgets.widget import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.diagnostics import Diagnostic
    from game.trainer.preview import Preview
    from game.window.widgets.label import Tone
    from game.window.widgets.widget import Widget

__all__ = ["finding_mark", "finding_widgets", "findings_title"]

_WIDTH = 90
"""Letters shown of a line of the file, at most."""


def findings_title(preview: Preview) -> str:
    """What the list is called."""
    return _("Findings: {count}", count=count_words(preview.findings))


def finding_widgets(preview: Preview, on_way: Callable[[Sequence[str]], None] | None) -> list[Widget]:
    """Each finding, and a button that plays the way to it; a sentence where nothing was found.

    Without `on_way` there is nothing to play yet.
    """
    if not preview.findings:
        words = _("The rules are still being asked.") if preview.is_examining else _("There is nothing to mend.")
        return [Label(words, colour="mute")]
    items = (_item(number, finding, preview, on_way) for number, finding in enumerate(preview.findings))
    return [Column(_("Findings"), *items, gap=10, role=Role.LIST)]


def _item(number: int, finding: Diagnostic, preview: Preview, on_way: Callable[[Sequence[str]], None] | None) -> Widget:
    mark, colour = finding_mark(is_error=finding.is_error)
    told = (*_place(finding.span, preview), *finding.remarks)
    title = _("Error: {message}") if finding.is_error else _("Warning: {message}")
    title = f"{title.format(message=finding.message)} [{finding.code}]"
    note = Note(mark, "\n".join(filter(None, told)), title=title, colour=colour, is_boxed=True)
    if on_way is None or finding.witness is None or not preview.is_playable:
        return note
    go = Button(
        _("Play the way there"), partial(on_way, finding.witness), key=f"way-{number}", mark="play", is_slim=True
    )
    return Column(finding.message, note, go, gap=6, role=Role.ITEM)


def finding_mark(*, is_error: bool) -> tuple[str, Tone]:
    """Mark and colour of a finding: errors and warnings differ in both."""
    return ("broken", "bad") if is_error else ("alert", "warn")


def _place(span: Span, preview: Preview) -> Iterator[str]:
    """Where it stands, and what is written there; the file is named only where it is another one."""
    is_here = span.file == preview.name
    if span == Span(span.file):
        yield _("In the whole file") if is_here else span.file
        return
    values = {"file": span.file, "line": span.line, "column": span.column}
    yield (
        _("Line {line}, column {column}:", **values)
        if is_here
        else _("{file}, line {line}, column {column}:", **values)
    )
    shown = excerpt(preview.sources.get(span.file, ""), span, _WIDTH)
    if shown is not None:
        yield shown.line.strip()
