"""Writing a new case, and the schema beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.loader.reading import read_file
from game.records.trouble import Trouble
from game.scenario.schema import habits_schema, schema
from game.trainer.starter.starting import MODELINE, SCHEMA_FILE, as_file, write, write_schema
from game.trainer.starter.template import proposed

WISHES = proposed("late-parcel", "en")


def test_a_case_and_its_schema_are_written(tmp_path: Path) -> None:
    """Into a folder that is made for them; the first line leads an editor to the schema."""
    file = write(WISHES, tmp_path / "my cases" / "2026")
    assert file.read_text(encoding="utf-8").splitlines()[0] == MODELINE
    assert read_file(file).scenario is not None
    assert sorted(path.name for path in file.parent.iterdir()) == ["late-parcel.yaml", SCHEMA_FILE]
    assert json.loads(file.with_name(SCHEMA_FILE).read_text(encoding="utf-8")) == schema()


def test_an_older_schema_is_renewed(tmp_path: Path) -> None:
    """The program wrote it, so the program may."""
    older = {**schema(), "properties": {}}
    (tmp_path / SCHEMA_FILE).write_bytes(as_file(older))
    write(WISHES, tmp_path)
    assert (tmp_path / SCHEMA_FILE).read_bytes() == as_file(schema())


def test_a_file_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    """Whatever it is for; the case is written all the same."""
    (tmp_path / SCHEMA_FILE).write_text("{}")
    assert write(WISHES, tmp_path).exists()
    assert (tmp_path / SCHEMA_FILE).read_text() == "{}"


def test_a_folder_in_the_schemas_place_is_left_alone(tmp_path: Path) -> None:
    """It is in nobody's way but the editor's."""
    (tmp_path / SCHEMA_FILE).mkdir()
    assert write(WISHES, tmp_path).exists()


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    """Also where it came to be there a moment ago; then nothing is written at all."""
    (tmp_path / "late-parcel.yaml").write_text("Mine.")
    with pytest.raises(Trouble):
        write(WISHES, tmp_path)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("late-parcel.yaml", "Mine.")]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """In a sentence with its name."""
    (tmp_path / "file").write_text("In the way.")
    with pytest.raises(Trouble, match="file"):
        write(WISHES, tmp_path / "file" / "folder")


def test_a_schema_is_written_over_an_older_one_only(tmp_path: Path) -> None:
    """Both schemas say of themselves where they come from."""
    file = tmp_path / "habits.json"
    write_schema(habits_schema(), file)
    write_schema(schema(), file)
    assert json.loads(file.read_text(encoding="utf-8")) == schema()
    file.write_text("Mine.")
    with pytest.raises(Trouble, match="no schema"):
        write_schema(schema(), file)
    assert file.read_text() == "Mine."
    with pytest.raises(Trouble, match="folder"):
        write_schema(schema(), tmp_path)
