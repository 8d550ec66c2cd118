"""What a sentence says to type."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import paths
from game.terminal.invocation import invocation, invocation_elsewhere


@pytest.mark.skipif(os.name == "nt", reason="Windows quotes in its own way")
def test_a_command_is_told_as_it_has_to_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a checkout by its door, wherever that is; installed by its name; a path with a space is quoted."""
    monkeypatch.setattr(paths, "program", lambda: tmp_path)
    assert invocation("replay", Path("my plays/a.jsonl")) == "gastgeber replay 'my plays/a.jsonl'"
    (tmp_path / "main.py").touch()
    assert invocation("--terminal") == f"python3 {tmp_path / 'main.py'} --terminal"
    monkeypatch.chdir(tmp_path)
    assert invocation("--terminal") == "python3 main.py --terminal"


@pytest.mark.skipif(os.name == "nt", reason="Windows quotes in its own way")
def test_somebody_else_is_told_no_path_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent to another person is typed in that person's own copy."""
    monkeypatch.setattr(paths, "program", lambda: tmp_path)
    assert invocation_elsewhere("install", "a.gastgeber") == "gastgeber install a.gastgeber"
    (tmp_path / "main.py").touch()
    assert invocation_elsewhere("install", "a.gastgeber") == "python3 main.py install a.gastgeber"
