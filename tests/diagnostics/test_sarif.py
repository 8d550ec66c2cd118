"""Findings for code hosts and editors."""

from __future__ import annotations

import json
from typing import Any

from game.diagnostics import Diagnostic, Span
from game.diagnostics.sarif import render


def run_of(*findings: Diagnostic) -> Any:
    """The one run of a log."""
    (run,) = json.loads(render(findings))["runs"]
    return run


def test_a_finding_is_a_result_with_its_place() -> None:
    """Columns count characters, and the end is exclusive, as SARIF has it."""
    finding = Diagnostic("unknown-scene", "error", Span("cases/a.yaml", 2, 3, 2, 6), {"name": "x", "suggestion": "y"})
    run = run_of(finding)
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("unknown-scene", "error")
    assert result["message"]["text"] == "There is no scene `x`.\nDid you mean `y`?"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "cases/a.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 6}
    assert run["columnKind"] == "unicodeCodePoints"
    assert "codeFlows" not in result


def test_each_code_is_a_rule_once() -> None:
    """Two findings of a kind share it."""
    finding = Diagnostic("empty-file", "error", Span("a.yaml"))
    assert run_of(finding, finding)["tool"]["driver"]["rules"] == [{"id": "empty-file"}]


def test_the_way_there_is_a_code_flow() -> None:
    """A step for each choice."""
    finding = Diagnostic("empty-file", "error", Span("a.yaml"), witness=("hello/1", "shop/leave"))
    (flow,) = run_of(finding)["results"][0]["codeFlows"]
    told = [step["location"]["message"]["text"] for step in flow["threadFlows"][0]["locations"]]
    assert told == ["hello/1", "shop/leave"]


def test_a_file_name_is_a_reference() -> None:
    """Blanks, colons, umlauts and backslashes are escaped."""
    finding = Diagnostic("empty-file", "error", Span("my cases\\ä:1.yaml"))
    place = run_of(finding)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20cases/%C3%A4%3A1.yaml"


def test_no_findings_are_a_run_without_results() -> None:
    """A clean check clears what was shown before."""
    assert run_of()["results"] == []
