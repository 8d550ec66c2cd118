"""Where a new case goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.trainer.starter.place import folder_for, refusal, refusal_of_name


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the test's own."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def test_it_goes_where_it_is_told_to(tmp_path: Path) -> None:
    """Whatever lies there, or nothing yet."""
    assert folder_for(tmp_path / "new") == tmp_path / "new"


def test_else_it_goes_to_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where one stands among cases: from anywhere else they are not found by their names."""
    (tmp_path / "a.yaml").write_text("title: A case\nscenes:\n  hello:\n")
    monkeypatch.chdir(tmp_path)
    assert folder_for(None) == paths.own_scenarios()


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Late Parcel", "late-parcel"),
        ("late parcel!", "late-parcel"),
        ("2nd-call", "nd-call"),
        ("CON", "con"),
        ("con", "con-1"),
        ("habits", "habits-1"),
        ("lpt1", "lpt1-1"),
        ("", None),
        ("..", None),
    ],
)
def test_a_name_that_cannot_be_is_refused(name: str, suggestion: str | None) -> None:
    """With one that can, where there is a near one."""
    told = refusal_of_name(name)
    assert told is not None
    assert f"'{name}'" in told
    assert told.partition("How about: ")[2] == (suggestion or "")


def test_a_name_is_no_longer_than_a_files_may_be() -> None:
    """With its ending, on every system, also in letters of four bytes."""
    assert refusal_of_name("x" * 60) is None
    told = refusal_of_name("x" * 61)
    assert told is not None
    assert "this has 61" in told


@pytest.mark.parametrize("name", ["late-parcel", "fall_2", "überraschung"])
def test_a_good_name_is_taken(name: str, tmp_path: Path) -> None:
    """In any alphabet."""
    assert refusal(name, tmp_path, ()) is None


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    """Whatever it is; another name is proposed that is free."""
    for name in ("late", "late-2"):
        (tmp_path / f"{name}.yaml").write_text("Nothing to do with it.")
    told = refusal("late", tmp_path, ())
    assert told is not None
    assert told.endswith("How about: late-3")


def test_a_link_to_nowhere_is_not_written_over(tmp_path: Path) -> None:
    """It may lead somewhere tomorrow."""
    (tmp_path / "late.yaml").symlink_to(tmp_path / "gone")
    assert refusal("late", tmp_path, ()) is not None


def test_two_cases_of_one_name_are_refused(tmp_path: Path) -> None:
    """The second would never be found by its name."""
    told = refusal("party-host", tmp_path, [paths.shipped_scenarios(), tmp_path / "not-there"])
    assert told is not None
    assert told.endswith("How about: party-host-2")
