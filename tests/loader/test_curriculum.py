"""The path through the cases: chapters of several files, what is told of them, and in which language."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths
from game.loader import find_scenarios
from game.loader.shelf import CURRICULUM_FILE
from game.loader.words import Words
from tests.diagnostics.pages import completed
from tests.shipped import CASES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the cases a, b and c."""
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text(completed(""), encoding="utf-8")
    return tmp_path


def lay(folder: Path, text: str) -> Path:
    """Write a curriculum into a folder."""
    folder.mkdir(exist_ok=True)
    path = folder / CURRICULUM_FILE
    path.write_text(text, encoding="utf-8")
    return path


def test_the_path_is_no_case_and_is_read_when_it_is_asked_for(folder: Path) -> None:
    """Cases by name alone, or with what belongs to them."""
    lay(folder, "one:\n  title: One\n  cases: [b, {case: a, after: b}]\ntwo:\n  title: Two\n  text: T.\n  cases: c\n")
    found = find_scenarios([folder])
    assert list(found.paths) == ["a", "b", "c"]
    known = found.known_curriculum
    assert known.diagnostics == ()
    assert {key: each.title for key, each in known.curriculum.chapters.items()} == {"one": "One", "two": "Two"}
    assert [(case, each.after) for case, each in known.lessons.items()] == [
        ("b", ()),
        ("a", ("b",)),
        ("c", ()),
    ]


def test_chapters_of_several_folders_are_put_together(folder: Path) -> None:
    """Those of one key become one under the first title; a case keeps its first place."""
    lay(folder, "one:\n  title: One\n  cases: [a, b]\n")
    lay(folder / "own", "one:\n  title: Uno\n  cases: [c, a]\nthree:\n  title: Three\n  cases: b\n")
    known = find_scenarios([folder, folder / "own"]).known_curriculum
    assert {
        key: (each.title, [lesson.case for lesson in each.cases]) for key, each in known.curriculum.chapters.items()
    } == {"one": ("One", ["a", "b", "c"])}
    told = [(each.code, each.span.file, each.span.line) for each in known.diagnostics]
    own = str(folder / "own" / CURRICULUM_FILE)
    assert told == [("case-twice", own, 3), ("case-twice", own, 6)]
    assert set(known.sources) == {str(folder / CURRICULUM_FILE), own}


def test_cases_that_wait_for_each_other_are_told_once(folder: Path) -> None:
    """Where one of them says so; they stay on the path, for nothing is locked."""
    lay(
        folder,
        "one:\n  title: One\n  cases: [{case: a, after: c}, {case: b, after: a}, {case: c, after: b}]\n",
    )
    known = find_scenarios([folder]).known_curriculum
    (finding,) = known.diagnostics
    assert (finding.code, finding.severity) == ("case-after-itself", "warning")
    assert {"a", "b", "c"} <= set(finding.message.replace("`", "").replace(":", "").replace(",", "").split(" "))
    assert set(known.lessons) == {"a", "b", "c"}


def test_a_case_that_is_not_there_keeps_the_file_from_being_used(folder: Path) -> None:
    """With the nearest name; the other folder's path stays as it is."""
    lay(folder, "one:\n  title: One\n  cases: [a]\n")
    lay(folder / "own", "two:\n  title: Two\n  cases: [nothing-like-it]\n")
    known = find_scenarios([folder, folder / "own"]).known_curriculum
    assert [finding.code for finding in known.diagnostics] == ["unknown-case"]
    assert "a, b, c" in known.diagnostics[0].hint
    assert set(known.lessons) == {"a"}


def test_unknown_habits_and_keys_are_told(folder: Path) -> None:
    """As in a case."""
    lay(folder, "one:\n  titel: One\n  cases: [{case: a, trains: smiling}]\n")
    known = find_scenarios([folder]).known_curriculum
    assert {finding.code for finding in known.diagnostics} >= {"unknown-key", "unknown-habit"}


def test_habits_and_cases_beside_a_curriculum_are_known(folder: Path) -> None:
    """Also where its folder is none of those that are looked through."""
    (folder / "habits.yaml").write_text("smiling: {name: A, kind: virtue, text: B.}\n", encoding="utf-8")
    path = lay(folder, "one:\n  title: One\n  cases: [{case: a, trains: smiling}]\n")
    assert find_scenarios([]).curriculum_of(path).diagnostics == ()


def test_the_path_is_told_in_other_words(folder: Path) -> None:
    """From the catalogue beside its file; what is not translated stays as it is."""
    lay(folder, "one:\n  title: One\n  text: First.\n  cases: [a]\n")
    catalogue = folder / "locale" / "de" / "curriculum.po"
    catalogue.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalogue.write_text(f'{header}msgctxt "one/title"\nmsgid "One"\nmsgstr "Eins"\n', encoding="utf-8")
    found = find_scenarios([folder])
    chapter = Words(found.paths, "de-CH").curriculum(found.known_curriculum).chapters["one"]
    assert (chapter.title, chapter.text) == ("Eins", "First.")
    assert Words(found.paths, "en").curriculum(found.known_curriculum).chapters["one"].title == "One"


def test_every_shipped_case_has_its_place() -> None:
    """On a path without a fault, after the cases it builds on."""
    known = find_scenarios([paths.shipped_scenarios()]).known_curriculum
    assert known.diagnostics == ()
    lessons = known.lessons
    assert set(lessons) == set(CASES)
    order = list(lessons)
    for case, lesson in lessons.items():
        assert all(order.index(before) < order.index(case) for before in lesson.after)
        assert lesson.trains
