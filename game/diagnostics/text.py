"""Findings for people: what is wrong, place, excerpt, why it matters, how to mend it, a way that leads there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TextIO

from game.diagnostics.diagnostic import Diagnostic
from game.diagnostics.excerpt import excerpt, visible
from game.texts import _

__all__ = ["COLOURED", "PLAIN", "Style", "render", "style_for"]

_WIDTH = 100
"""Cells of an excerpt, at most."""


class Style(NamedTuple):
    """What switches a terminal to a finding's parts, and back."""

    error: str = ""
    warning: str = ""
    place: str = ""
    bold: str = ""
    off: str = ""


PLAIN = Style()
COLOURED = Style("\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[1m", "\x1b[0m")


def style_for(stream: TextIO, environ: Mapping[str, str]) -> Style:
    """Colours on a terminal, unless NO_COLOR or a TERM of `dumb` asks for none."""
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb" or not stream.isatty():
        return PLAIN
    return COLOURED


def render(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], style: Style = PLAIN, width: int = _WIDTH
) -> str:
    """The findings, an empty line between them; `sources` are the texts of the files, by their names."""
    return "\n".join(
        _finding(diagnostic, sources.get(diagnostic.span.file, ""), style, width) for diagnostic in diagnostics
    )


def _finding(diagnostic: Diagnostic, source: str, style: Style, width: int) -> str:
    span = diagnostic.span
    colour, kind = (style.error, _("error")) if diagnostic.is_error else (style.warning, _("warning"))
    head = f"{colour}{kind}{style.off}: {style.bold}{visible(diagnostic.message)}{style.off} [{diagnostic.code}]"
    shown = excerpt(source, span, width)
    gutter = " " * len(str(span.line))
    lines = [head]
    if shown is None:
        lines.append(f"{gutter}{style.place}-->{style.off} {visible(span.file)}")
    else:
        lines += (
            f"{gutter}{style.place}-->{style.off} {visible(span.file)}:{span.line}:{span.column}",
            f"{gutter} {style.place}|{style.off}",
            f"{style.place}{span.line} |{style.off} {shown.line}".rstrip(),
            f"{gutter} {style.place}|{style.off} {colour}{shown.marks}{style.off}",
        )
    for remark in diagnostic.remarks:
        first, *rest = map(visible, remark.split("\n"))
        lines += (f"{gutter} {style.place}={style.off} {first}", *(f"{gutter}   {line}" for line in rest))
    return "\n".join(lines) + "\n"
