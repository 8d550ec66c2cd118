"""The command `check`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from game.loader.checking import check
from tests.diagnostics.pages import completed

WHOLE = completed("")
DOUBTFUL = completed("scenes:\n  hello:\n    says: [Good morning, what is it?]\n    goto: bye\n")
FAULTY = completed("level: 9\n")


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good, a doubtful and a faulty scenario, beside which one stands."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "cases"
    folder.mkdir()
    for name, text in (("good", WHOLE), ("doubtful", DOUBTFUL), ("faulty", FAULTY)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "habits.yaml").write_text("a: {name: A, kind: vice, text: B.}\n", encoding="utf-8")
    return folder


def run(paths: list[str], folders: list[Path], form: str = "json") -> tuple[int, str]:
    """The exit code and what was printed."""
    out = io.StringIO()
    return check(paths, folders, form, out), out.getvalue()


@pytest.mark.parametrize(
    ("name", "code", "findings"),
    [
        ("good", 0, []),
        ("cases/good.yaml", 0, []),
        ("doubtful", 0, ["comma-in-list"]),
        ("faulty", 1, ["out-of-range"]),
        ("cases/habits.yaml", 0, []),
        ("cases/no.yaml", 2, ["file-missing"]),
        ("cases", 2, ["file-is-folder"]),
        ("fualty", 2, ["unknown-scenario"]),
    ],
)
def test_the_exit_code_says_how_it_went(cases: Path, name: str, code: int, findings: list[str]) -> None:
    """0 clean or warnings only, 1 errors, 2 could not run."""
    exit_code, printed = run([name], [cases])
    assert exit_code == code
    assert [finding["code"] for finding in json.loads(printed)] == findings


def test_without_names_all_that_are_found_are_checked(cases: Path) -> None:
    """Folders and habits, too."""
    (cases / "habits.yaml").write_text("a: {name: A, kind: vise, text: B.}\n", encoding="utf-8")
    code, printed = run([], [cases, cases.parent / "no"])
    assert code == 2
    assert sorted(finding["code"] for finding in json.loads(printed)) == [
        "comma-in-list",
        "folder-missing",
        "out-of-range",
        "unknown-word",
    ]


def test_a_name_given_twice_is_checked_once(cases: Path) -> None:
    """Its findings are not doubled."""
    _, printed = run(["faulty", "faulty"], [cases])
    assert len(json.loads(printed)) == 1


def test_a_missing_folder_is_told_beside_a_files_findings(cases: Path) -> None:
    """It was named, and what it holds may be missed."""
    code, printed = run(["cases/good.yaml"], [cases.parent / "no"])
    assert (code, [finding["code"] for finding in json.loads(printed)]) == (2, ["folder-missing"])


def test_people_get_excerpts_and_a_last_line(cases: Path) -> None:
    """So that silence is not mistaken for success."""
    code, printed = run(["faulty", "doubtful"], [cases], "text")
    assert code == 1
    assert "1 | level: 9\n  |        ^\n" in printed
    assert printed.endswith("\n\nFiles: 2. Errors: 1. Warnings: 1.\n")
    assert run(["good"], [cases], "text") == (0, "Files: 1. Errors: 0. Warnings: 0.\n")


def test_a_habits_file_is_shown_with_its_lines(cases: Path) -> None:
    """It is read as habits, by its name."""
    (cases / "habits.yaml").write_text("a: {name: A, kind: vise, text: B.}\n", encoding="utf-8")
    for paths in ([], ["cases/habits.yaml"]):
        assert "1 | a: {name: A, kind: vise, text: B.}\n" in run(paths, [cases], "text")[1]


def test_faulty_habits_beside_a_case_are_told_with_it(cases: Path) -> None:
    """Once, however many cases lie there, and with the line they stand in."""
    (cases / "habits.yaml").write_text("a: {name: A, kind: vise, text: B.}\n", encoding="utf-8")
    for folders in ([], [cases]):
        code, printed = run(["cases/good.yaml", "cases/doubtful.yaml"], folders, "text")
        assert code == 1
        assert printed.count("1 | a: {name: A, kind: vise, text: B.}\n") == 1
        assert printed.endswith("Files: 2. Errors: 1. Warnings: 1.\n")


def test_github_gets_commands(cases: Path) -> None:
    """And nothing else."""
    code, printed = run(["faulty"], [cases], "github")
    assert code == 1
    assert printed.startswith("::error file=")
    assert printed.count("\n") == 1


def test_an_unknown_form_is_a_mistake_of_the_caller() -> None:
    """It is quoted."""
    with pytest.raises(ValueError, match="xml"):
        run([], [], "xml")
