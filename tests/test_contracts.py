"""What is checked by tools: the architecture, the types, the style."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

CHECKS = {
    "the rooms import only what stands below them": ["importlinter.cli", "lint-imports"],
    "the types are sound": ["mypy", "--strict"],
    "the style is kept": ["ruff", "check", "."],
    "the code is formatted": ["ruff", "format", "--check", "."],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_tool_finds_nothing(check: str) -> None:
    """What it finds is the message of the failure."""
    module, *arguments = CHECKS[check]
    command = [sys.executable, "-m", module, *arguments]
    if module == "importlinter.cli":
        command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
