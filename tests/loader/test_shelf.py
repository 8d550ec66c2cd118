"""Where scenarios are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.loader import find_scenarios, resolve, scenario_folders
from game.loader.shelf import id_of
from tests.diagnostics.pages import completed

WHOLE = completed("")
HABIT = "{name}:\n  name: A\n  kind: virtue\n  text: B.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, that is also the user's."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay(path: Path, text: str = WHOLE) -> Path:
    """Make a file with the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_scenarios_are_found_by_id(folder: Path) -> None:
    """An id is a file's name without its ending; nothing else in a folder counts."""
    lay(folder / "cases" / "mine.yaml")
    lay(folder / "cases" / "yours.yaml")
    for other in ("habits.txt", ".hidden.yaml", "notes.md", "mine.yaml.bak"):
        lay(folder / "cases" / other)
    found = find_scenarios([folder / "cases"])
    assert dict(found.paths) == {"mine": folder / "cases" / "mine.yaml", "yours": folder / "cases" / "yours.yaml"}
    assert found.diagnostics == ()


def test_an_id_may_be_that_of_a_file_where_one_stands(folder: Path) -> None:
    """What is on the shelf goes before it."""
    here = lay(folder / "mine.yaml")
    assert find_scenarios([]).resolve("mine").path == Path("mine.yaml")
    lay(folder / "cases" / "mine.yaml")
    resolved = find_scenarios([folder / "cases"]).resolve("mine")
    assert (resolved.id, resolved.path) == ("mine", folder / "cases" / "mine.yaml")
    here.unlink()
    assert find_scenarios([]).resolve("mine").path is None


def test_a_scenario_is_read_when_it_is_first_asked_for(folder: Path) -> None:
    """And then kept."""
    file = lay(folder / "cases" / "mine.yaml")
    found = find_scenarios([folder / "cases"])
    lay(file, WHOLE.replace("A case", "Another"))
    reading = found.reading("mine")
    assert reading.scenario is not None
    assert reading.scenario.title == "Another"
    file.unlink()
    assert found.reading("mine") is reading
    with pytest.raises(KeyError):
        found.reading("yours")


def test_of_two_files_with_one_id_the_first_place_wins(folder: Path) -> None:
    """The other is told, with the one that is played."""
    lay(folder / "a" / "mine.yaml")
    lay(folder / "b" / "mine.yaml", "")
    found = find_scenarios([folder / "a", folder / "b"])
    (finding,) = found.diagnostics
    assert (finding.code, finding.severity, finding.span.file) == (
        "same-id",
        "warning",
        str(folder / "b" / "mine.yaml"),
    )
    assert str(folder / "a" / "mine.yaml") in finding.message
    assert found.reading("mine").scenario is not None


def test_a_folder_that_is_named_twice_is_looked_through_once(folder: Path) -> None:
    """Its scenarios are not two of the same id."""
    lay(folder / "a" / "mine.yaml")
    assert find_scenarios([folder / "a", folder / "a"]).diagnostics == ()


def test_missing_and_unreadable_folders_are_told(folder: Path) -> None:
    """The others are looked through; the user's own is made when it is first needed."""
    lay(folder / "a" / "mine.yaml")
    lay(folder / "file")
    found = find_scenarios([folder / "no", folder / "file", "zero\0byte", paths.own_scenarios(), folder / "a"])
    assert [finding.code for finding in found.diagnostics] == [
        "folder-missing",
        "folder-unreadable",
        "folder-unreadable",
    ]
    assert list(found.paths) == ["mine"]


def test_a_read_only_folder_will_do(folder: Path) -> None:
    """A network share may be one."""
    lay(folder / "a" / "mine.yaml").chmod(0o444)
    (folder / "a").chmod(0o555)
    assert find_scenarios([folder / "a"]).reading("mine").scenario is not None
    (folder / "a").chmod(0o755)


def test_habits_of_all_folders_are_known(folder: Path) -> None:
    """The first of a key wins, and the other is told, as is what is wrong with them, with the text to show."""
    lay(folder / "a" / "habits.yaml", HABIT.format(name="listening"))
    lay(folder / "b" / "habits.yaml", HABIT.format(name="listening").replace("A", "Z") + HABIT.format(name="asking"))
    lay(folder / "c" / "habits.yaml", "listening: yes\n")
    found = find_scenarios([folder / "a", folder / "b", folder / "c"])
    assert set(found.habits) == {"listening", "asking"}
    assert found.habits["listening"].name == "A"
    assert [finding.code for finding in found.diagnostics] == ["same-habit", "wrong-shape"]
    assert found.sources[str(folder / "c" / "habits.yaml")] == "listening: yes\n"


def test_a_file_name_that_is_no_id_is_told(folder: Path) -> None:
    """It can be played all the same, and accents are composed."""
    lay(folder / "a" / "My case.yaml")
    lay(folder / "a" / "cafe\u0301.yaml")
    found = find_scenarios([folder / "a"])
    assert [finding.code for finding in found.diagnostics] == ["file-name"]
    assert found.diagnostics[0].hint.startswith("Rename the file to `my-case.yaml`")
    assert set(found.paths) == {"My case", "caf\u00e9"}


def test_folders_are_the_shipped_the_own_and_those_that_were_named(folder: Path) -> None:
    """In this order."""
    assert scenario_folders(["a", folder]) == (paths.shipped_scenarios(), paths.own_scenarios(), Path("a"), folder)
    assert scenario_folders() == (paths.shipped_scenarios(), paths.own_scenarios())


def test_an_id_or_a_files_name_is_resolved(folder: Path) -> None:
    """With the ending or a folder in front it is a file."""
    file = lay(folder / "a" / "mine.yaml")
    other = lay(folder / "b" / "yours.yaml")
    lay(folder / "plain")
    for name, path, scenario_id in (
        ("mine", file, "mine"),
        ("b/yours.yaml", Path("b/yours.yaml"), "yours"),
        (str(other), other, "yours"),
        ("plain", Path("plain"), "plain"),
    ):
        resolved = resolve(name, [folder / "a"])
        assert (resolved.id, resolved.path) == (scenario_id, path)
        assert resolved.reading.scenario is not None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mime", "unknown-scenario"),
        ("mine.yaml", "file-missing"),
        ("../mine", "file-missing"),
        ("../../../etc/no-such", "file-missing"),
        ("a/mine", "file-missing"),
        ("a", "file-is-folder"),
        ("zero\0byte", "unknown-scenario"),
        ("x" * 300, "unknown-scenario"),
        ("", "file-is-folder"),
        (".", "file-is-folder"),
        ("..", "file-is-folder"),
        ("/", "file-is-folder"),
    ],
)
def test_what_is_not_found_is_told_in_one_sentence(folder: Path, name: str, code: str) -> None:
    """Whatever was typed."""
    lay(folder / "a" / "mine.yaml")
    resolved = resolve(name, [folder / "a"])
    assert [finding.code for finding in resolved.reading.diagnostics] == [code]
    assert resolved.reading.scenario is None
    assert (resolved.path is None) == (code == "unknown-scenario")


def test_an_unknown_id_is_answered_with_the_nearest_or_with_all(folder: Path) -> None:
    """Or with where to put one, where there are none."""
    lay(folder / "a" / "broken-line.yaml")
    lay(folder / "a" / "party-host.yaml")
    hints = [resolve(name, [folder / "a"]).reading.diagnostics[0].hint for name in ("brokn-line", "zzz")]
    assert hints[0] == "Did you mean `broken-line`?"
    assert "broken-line, party-host" in hints[1]
    (finding,) = resolve("zzz", []).reading.diagnostics
    assert finding.message == "No scenario is called `zzz`; none at all were found."


def test_a_files_own_folder_may_have_habits(folder: Path) -> None:
    """They are known beside those of the folders."""
    with_habit = completed("scenes:\n  hello:\n    choices:\n      - {say: Hi., habit: asking, goto: bye}\n")
    file = lay(folder / "elsewhere" / "case.yaml", with_habit)
    assert [finding.code for finding in resolve(str(file), []).reading.diagnostics] == ["unknown-habit"]
    lay(folder / "elsewhere" / "habits.yaml", HABIT.format(name="asking"))
    assert resolve(str(file), []).reading.diagnostics == ()


def test_habits_beside_a_file_add_and_never_replace(folder: Path) -> None:
    """As those of the folders do: what a habit means does not hang on how its case is named."""
    lay(folder / "a" / "habits.yaml", HABIT.format(name="listening"))
    own = HABIT.format(name="asking") + HABIT.format(name="listening").replace("A", "Z")
    lay(folder / "b" / "habits.yaml", own)
    file = lay(folder / "b" / "mine.yaml")
    by_file = resolve(str(file), [folder / "a"])
    by_id = resolve("mine", [folder / "a", folder / "b"])
    for resolved in (by_file, by_id):
        assert {key: habit.name for key, habit in resolved.habits.items()} == {"listening": "A", "asking": "A"}
        (finding,) = resolved.around
        assert (finding.code, finding.severity) == ("same-habit", "warning")
        assert (finding.span.file, finding.span.line) == (str(folder / "b" / "habits.yaml"), 5)
        assert str(folder / "a" / "habits.yaml") in finding.message
        assert resolved.sources[str(folder / "b" / "habits.yaml")] == own


def test_faults_of_the_habits_beside_a_case_are_told_with_it_once(folder: Path) -> None:
    """The names in a faulty file are known all the same, so that a case is not blamed for it."""
    using = completed("scenes:\n  hello:\n    choices:\n      - {say: Hi., habit: asking, goto: bye}\n")
    file = lay(folder / "b" / "mine.yaml", using)
    lay(folder / "b" / "habits.yaml", HABIT.format(name="asking").replace("virtue", "vertue"))
    for resolved in (resolve(str(file), []), resolve("mine", [folder / "b"]), resolve("./b/../b/mine.yaml", ["b"])):
        assert [finding.code for finding in resolved.around] == ["unknown-word"]
        assert resolved.reading.diagnostics == ()


def test_habits_of_another_folder_are_not_told_with_a_case(folder: Path) -> None:
    """They are somebody else's."""
    lay(folder / "a" / "habits.yaml", "listening: yes\n")
    file = lay(folder / "b" / "mine.yaml")
    assert resolve(str(file), [folder / "a"]).around == ()
    assert resolve("mine", [folder / "a", folder / "b"]).around == ()


def test_a_named_file_whose_name_is_no_id_is_told(folder: Path) -> None:
    """As it is where its folder is looked through; a file that is not there is told as missing alone."""
    file = lay(folder / "b" / "My case.yml")
    (finding,) = resolve(str(file), []).around
    assert (finding.code, finding.severity, finding.values["suggestion"]) == ("file-name", "warning", "my-case")
    assert resolve(str(folder / "b" / "No case.yaml"), []).around == ()


def test_a_folder_that_may_not_be_looked_into_is_told_as_such(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a file is there cannot be known then."""

    def refused(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refused)
    resolved = resolve(str(folder / "locked" / "mine.yaml"), [])
    assert (resolved.is_there, resolved.around) == (False, ())


def test_an_id_is_the_name_without_the_ending() -> None:
    """In composed form."""
    assert id_of(Path("a/broken-line.yaml")) == "broken-line"
    assert id_of(Path("cafe\u0301.yaml")) == "caf\u00e9"
    assert id_of(Path("plain")) == "plain"
