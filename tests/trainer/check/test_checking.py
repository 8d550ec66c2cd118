"""The command `check`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.trainer.check import examining
from game.trainer.check.checking import Request, check, watch
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


@pytest.fixture(autouse=True)
def no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cases here are too short to be worth playing; what the rules find has tests of its own."""
    monkeypatch.setattr(examining, "RULES", ())


def run(paths: list[str], folders: list[Path], form: str = "json") -> tuple[int, str]:
    """The exit code and what was printed."""
    out = io.StringIO()
    return check(Request(paths, folders, form), out, io.StringIO()), out.getvalue()


@pytest.mark.parametrize(
    ("name", "code", "findings"),
    [
        ("good", 0, []),
        ("cases/good.yaml", 0, []),
        ("doubtful", 0, ["comma-in-list"]),
        ("faulty", 1, ["out-of-range"]),
        ("cases/habits.yaml", 0, []),
        ("cases/no.yaml", 2, ["file-missing"]),
        ("cases", 1, ["comma-in-list", "out-of-range"]),
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


def test_a_folder_is_all_that_lies_in_it(cases: Path) -> None:
    """Its habits included; each file once, though it is named again."""
    (cases / "habits.yaml").write_text("a: {name: A, kind: vise, text: B.}\n", encoding="utf-8")
    code, printed = run(["cases", "cases/good.yaml"], [], "text")
    assert code == 1
    assert printed.count("kind: vise") == 1
    assert printed.endswith("Files: 3. Errors: 2. Warnings: 1.\n")


def test_strict_counts_warnings_as_errors(cases: Path) -> None:
    """So that a build can hold a case to them."""
    out = io.StringIO()
    request = Request(["doubtful"], [cases], is_strict=True)
    assert check(request, out, io.StringIO()) == 1
    assert "error: " in out.getvalue()
    assert out.getvalue().endswith("Errors: 1. Warnings: 0.\n")


def test_sarif_is_one_log(cases: Path) -> None:
    """For all files together."""
    code, printed = run(["faulty", "doubtful"], [cases], "sarif")
    assert code == 1
    (log,) = json.loads(printed)["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["out-of-range", "comma-in-list"]


def watched(cases: Path, edits: list[Callable[[], object]], *, fixes: bool = False) -> str:
    """What is printed when edits are saved, one after the other, until the watch is stopped."""
    out = io.StringIO()

    def wait(_seconds: float) -> None:
        if not edits:
            raise KeyboardInterrupt
        edits.pop(0)()

    with pytest.raises(KeyboardInterrupt):
        watch(Request(["cases"], [cases], fixes=fixes), out, out, wait)
    return out.getvalue().partition("Ctrl-C ends.\n")[2]


def test_a_save_is_checked_again(cases: Path) -> None:
    """Only what changed, and nothing where nothing did."""
    text = WHOLE.replace("language: en", "language: english")
    printed = watched(cases, [lambda: None, lambda: (cases / "good.yaml").write_text(text, encoding="utf-8")])
    assert printed.count("Files: 1. Errors: 1. Warnings: 0.") == 1
    assert "cases/good.yaml" in printed
    assert "faulty" not in printed


def test_new_files_and_habits_are_seen(cases: Path) -> None:
    """A new file is checked; after a change of the habits all cases beside them are."""
    new = cases / "new.yaml"
    assert "new.yaml" in watched(cases, [lambda: new.write_text(FAULTY, encoding="utf-8")])
    habits = "a: {name: A, kind: virtue, text: A quite different one.}\n"
    printed = watched(cases, [lambda: (cases / "habits.yaml").write_text(habits, encoding="utf-8")])
    assert "Files: 4." in printed


def test_a_file_that_is_away_for_a_moment_is_no_change(cases: Path) -> None:
    """Editors save by putting another file in its place."""
    aside = cases / "aside"
    good = cases / "good.yaml"
    assert watched(cases, [lambda: good.rename(aside), lambda: None]) == ""
    assert "good.yaml" in watched(cases, [lambda: aside.rename(good)])


def test_what_is_mended_on_a_save_is_told_once(cases: Path) -> None:
    """The program's own writing is no save of the trainer's."""
    text = completed("scenes:\n  hello:\n    says: Hi.\n    choices:\n      - say: Good day.\n        goto: bye\n")
    edits: list[Callable[[], object]] = [lambda: (cases / "good.yaml").write_text(text, encoding="utf-8")]
    printed = watched(cases, [*edits, lambda: None, lambda: None], fixes=True)
    assert printed.count("1 id written.") == 1
    assert printed.count("Files: ") == 1
    assert "- id: good-day\n        say: Good day.\n" in (cases / "good.yaml").read_text(encoding="utf-8")


def test_where_no_id_is_missing_that_is_said(cases: Path) -> None:
    """And nothing is written."""
    before = (cases / "good.yaml").read_bytes()
    waiting = io.StringIO()
    assert check(Request(["good"], [cases], fixes=True), io.StringIO(), waiting) == 0
    assert waiting.getvalue() == "No ids are missing; nothing was written.\n"
    assert (cases / "good.yaml").read_bytes() == before
