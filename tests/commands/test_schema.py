"""`schema` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.__main__ import main
from game.scenario.schema import curriculum_schema, habits_schema, schema


def test_it_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """That of a case, of the habits, or of the path through the cases."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()
    assert main(["schema", "--habits"]) == 0
    assert json.loads(capsys.readouterr().out) == habits_schema()
    assert main(["schema", "--curriculum"]) == 0
    assert json.loads(capsys.readouterr().out) == curriculum_schema()


def test_it_writes_the_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into the file named, over its own older one, and never over anything else."""
    file = tmp_path / "editors" / "habits.schema.json"
    assert main(["schema", "--habits", "-o", str(file)]) == 0
    assert main(["schema", "--habits", "--output", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == habits_schema()
    assert capsys.readouterr().out == ""
    file.write_text("Mine.")
    assert main(["schema", "-o", str(file)]) == 2
    assert str(file) in capsys.readouterr().err
    assert file.read_text() == "Mine."
