"""A finding as a value: a code, a place, and the words that belong into its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from game.texts.diagnostics import worded

__all__ = ["Diagnostic", "Severity", "Span", "Value"]

Severity = Literal["error", "warning"]
Value = str | int

_NOTHING: Mapping[str, Value] = MappingProxyType({})


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
    """A finding; `message` and `hint` are worded in the reader's language."""

    code: str
    severity: Severity
    span: Span
    values: Mapping[str, Value] = field(default_factory=lambda: _NOTHING, hash=False)

    @property
    def message(self) -> str:
        """What is wrong."""
        return worded(self.code, self.values).message

    @property
    def hint(self) -> str:
        """How to mend it."""
        return worded(self.code, self.values).hint

    @property
    def is_error(self) -> bool:
        """Whether this keeps the file from being read."""
        return self.severity == "error"
