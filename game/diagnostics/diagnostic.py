"""A finding as a value: a code, a place, and the words that belong into its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from game.texts import _
from game.texts.diagnostics import worded

__all__ = ["Diagnostic", "Severity", "Span", "Value"]

Severity = Literal["error", "warning"]
Value = str | int

_NOTHING: Mapping[str, Value] = MappingProxyType({})
_NAMED = 12
"""Lines that are named where others follow."""


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """A finding; `message`, `why` and `hint` are worded in the reader's language."""

    code: str
    severity: Severity
    span: Span
    values: Mapping[str, Value] = field(default_factory=lambda: _NOTHING, hash=False)
    witness: tuple[str, ...] | None = None
    """A shortest way that leads there: choices and silences by name; None where no play has to show it."""
    following: tuple[Span, ...] = ()
    """The places of findings that are not told because they follow from this one."""

    @property
    def message(self) -> str:
        """What is wrong."""
        return worded(self.code, self.values).message

    @property
    def hint(self) -> str:
        """How to mend it."""
        return worded(self.code, self.values).hint

    @property
    def why(self) -> str:
        """Why it matters; empty where the message has said it."""
        return worded(self.code, self.values).why

    @property
    def way(self) -> str:
        """How a play gets there, in a sentence; empty where no play has to show it."""
        if self.witness is None:
            return ""
        words = worded(self.code, self.values)
        return _(words.way, way=", ".join(self.witness)) if self.witness else _(words.at_once)

    @property
    def consequences(self) -> str:
        """What waits until this is mended, in a sentence; empty where nothing does."""
        if not self.following:
            return ""
        lines = [str(line) for line in dict.fromkeys(span.line for span in self.following)]
        named = ", ".join(lines[:_NAMED]) + (" …" if len(lines) > _NAMED else "")
        if len(self.following) == 1:
            return _("From this follows another finding, which is told when it is mended (line {lines}).", lines=named)
        return _(
            "From this follow {count} others, which are told when it is mended (lines {lines}).",
            count=len(self.following),
            lines=named,
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """All that is said below the message, a sentence or two each: why, how to mend it, a way, what waits."""
        return tuple(filter(None, (self.why, self.hint, self.way, self.consequences)))

    @property
    def is_error(self) -> bool:
        """Whether this keeps the case from being played to an end."""
        return self.severity == "error"
