"""Comments that silence a finding: `# check: ignore CODE – reason`.

Behind something, a comment counts for its own line; on a line of its own, for the next line that is no comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.diagnostics import Diagnostic, Span
from game.loader.suggestions import Suggestions
from game.texts.diagnostics import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.loader import Reading

__all__ = ["without_ignored"]

_LINE_BREAK = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*check:[ \t]*ignore\b(?P<rest>.*)$")
_PARTS = re.compile(r"[ \t]*(?P<code>[\w-]*\w)?[ \t]*(?:[–—:-]+(?P<reason>.*))?(?P<stray>.*)$")
_BLANK = re.compile(r"[ \t]*(?:#.*)?$")


class _Ignored(NamedTuple):
    """What one comment says, and where."""

    span: Span
    line: int
    """That it counts for."""
    code: str
    has_reason: bool


def without_ignored(told: Iterable[Diagnostic], reading: Reading) -> Iterator[Diagnostic]:
    """The findings of the rules that no comment silences; and what is wrong with the comments."""
    comments = list(_comments(reading)) if "check:" in reading.source else []
    if not comments:
        yield from told
        return
    silencing = {(comment.line, comment.code): comment for comment in comments if comment.has_reason}
    used: set[_Ignored] = set()
    for finding in told:
        comment = silencing.get((finding.span.line, finding.code))
        if comment is None or finding.span.file != reading.name:
            yield finding
        else:
            used.add(comment)
    known = codes()
    for comment in comments:
        if comment.code not in known:
            values = {"code": comment.code, **Suggestions().nearest("code", comment.code, known)}
            yield Diagnostic("ignore-unknown", "warning", comment.span, values if comment.code else {"variant": "none"})
        elif not comment.has_reason:
            yield Diagnostic("ignore-without-reason", "warning", comment.span, {"code": comment.code})
        elif comment not in used:
            yield Diagnostic("ignore-unused", "warning", comment.span, {"code": comment.code})


def _comments(reading: Reading) -> Iterator[_Ignored]:
    lines = _LINE_BREAK.split(reading.source)
    in_texts = reading.places.lines_of_texts()
    for number, line in enumerate(lines, start=1):
        found = _COMMENT.search(line)
        if found is None or number in in_texts:
            continue
        parts = _PARTS.match(found["rest"])
        code, reason = (parts["code"] or "", parts["reason"]) if parts else ("", None)
        span = Span(reading.name, number, found.start() + 1, number, len(line.rstrip()) + 1)
        yield _Ignored(span, _line_meant(lines, number, found.start()), code, bool(reason and reason.strip()))


def _line_meant(lines: list[str], number: int, column: int) -> int:
    """The comment's own line, or the next that holds more than a comment."""
    if lines[number - 1][:column].strip():
        return number
    following = (other for other in range(number, len(lines)) if not _BLANK.match(lines[other]))
    return next(following, number - 1) + 1
