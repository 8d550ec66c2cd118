"""Findings in the Static Analysis Results Interchange Format, for code hosts and editors.

SARIF 2.1.0 (OASIS, 2020). Columns count characters, lines from 1, the end exclusive, as a Span's do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from game.diagnostics.diagnostic import Diagnostic, Span

__all__ = ["render"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RESERVED = re.compile(rb"[^A-Za-z0-9._~/-]")


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """One run with a result for each finding; the shortest way to a finding is its code flow."""
    results = [_result(diagnostic) for diagnostic in diagnostics]
    rules = [{"id": code} for code in sorted({str(result["ruleId"]) for result in results})]
    driver = {"name": "gastgeber", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(diagnostic: Diagnostic) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": diagnostic.severity,
        "message": {"text": "\n".join((diagnostic.message, *diagnostic.remarks))},
        "locations": [_location(diagnostic.span)],
    }
    if diagnostic.witness:
        steps = [{"location": _location(diagnostic.span, choice)} for choice in diagnostic.witness]
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    return result


def _location(span: Span, said: str = "") -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _reference(span.file)}, "region": region}
    }
    return location | {"message": {"text": said}} if said else location


def _reference(file: str) -> str:
    """A file's name as a relative reference (RFC 3986): forward slashes, what has a meaning of its own escaped."""
    octets = file.replace("\\", "/").encode("utf-8", "surrogateescape")
    return _RESERVED.sub(lambda octet: b"%%%02X" % octet[0][0], octets).decode("ascii")
