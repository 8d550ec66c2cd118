"""`translate` makes catalogues, brings them up to date, and says how far they are."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from game.loader.po import PoEntry, PoFile, read_po
from game.paths import HOME_VARIABLE, shipped_scenarios
from game.trainer.translate import standing, translate

CALLBACK = Path(__file__).parents[2] / "callback.yaml"


class Ran(NamedTuple):
    """How it went."""

    code: int
    out: str
    unfinished: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a case, in which the command is typed."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    folder = tmp_path / "cases"
    folder.mkdir()
    shutil.copy(CALLBACK, folder)
    shutil.copy(shipped_scenarios() / "habits.yaml", folder)
    monkeypatch.chdir(folder)
    return folder


def run(*cases: str, language: str = "de", folder: str = ".") -> Ran:
    """Type the command."""
    out = io.StringIO()
    outcome = translate(language, cases, [folder], out)
    return Ran(outcome.code, out.getvalue(), outcome.unfinished)


def catalogue(path: str = "locale/de/callback.po") -> PoFile:
    """What stands in a catalogue."""
    file = read_po(Path(path)).file
    assert file is not None
    return file


def replace(path: str, old: str, new: str) -> None:
    """Edit a file by hand."""
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def do(original: str, translation: str) -> None:
    """Translate a sentence."""
    replace("locale/de/callback.po", f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "{translation}"')


@pytest.mark.usefixtures("folder")
def test_a_catalogue_is_made_beside_its_case() -> None:
    """With every sentence of it, and it is said how many there are."""
    ran = run("callback")
    entries = catalogue().entries
    assert ran.code == 0
    assert ran.unfinished == "callback.yaml"
    assert ran.out == (
        f"locale/de/callback.po: 0 % translated (0 of {len(entries)} sentences), 0 to look at again (fuzzy), "
        f"{len(entries)} missing.\n"
    )


@pytest.mark.usefixtures("folder")
def test_where_nothing_changed_no_byte_does() -> None:
    """However the file is wrapped: it is not even written."""
    run("callback")
    do("Tell me all of it.", "Erzählen Sie mir alles.")
    path = Path("locale/de/callback.po")
    os.utime(path, (1, 1))
    before = path.read_bytes()
    ran = run("callback")
    assert path.read_bytes() == before
    assert path.stat().st_mtime == 1
    assert "(1 of " in ran.out
    assert "Since last time" not in ran.out


@pytest.mark.usefixtures("folder")
def test_a_change_of_the_case_keeps_the_work() -> None:
    """Reworded, renamed and removed at once; each is counted."""
    run("callback")
    do("Tell me all of it.", "Erzählen Sie mir alles.")
    do("Look into the notes.", "In die Notizen sehen.")
    do("A busy tone.", "Ein Besetztzeichen.")
    replace("callback.yaml", "Tell me all of it.", "Tell me all about it.")
    replace("callback.yaml", "id: look", "id: read")
    replace("callback.yaml", "A busy tone.", "Nobody answers there, and nobody will.")
    ran = run("callback")
    by_name = {entry.context: entry for entry in catalogue().entries}
    assert by_name["call/listen"].translation == "Erzählen Sie mir alles."
    assert by_name["call/listen"].is_fuzzy
    assert by_name["call/listen"].previous == "Tell me all of it."
    assert by_name["call/read"].translation == "In die Notizen sehen."
    assert by_name["call/read"].is_usable
    assert "Since last time: 2 reworded, 1 moved or renamed." in ran.out
    assert "2 to look at again (fuzzy)" in ran.out


@pytest.mark.usefixtures("folder")
def test_a_catalogue_at_fault_is_left_as_it_is() -> None:
    """And told with its place."""
    run("callback")
    do("Tell me all of it.", 'Erzählen "Sie" mir alles.')
    before = Path("locale/de/callback.po").read_bytes()
    ran = run("callback")
    assert ran.code == 1
    assert "[bad-catalogue]" in ran.out
    assert "left as it is" in ran.out
    assert Path("locale/de/callback.po").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_a_case_is_not_translated_into_its_own_language() -> None:
    """That is refused where the case was named, and said where all are translated."""
    named, every = run("callback", language="en"), run(language="en")
    assert named.code == 1
    assert every.code == 0
    for ran in (named, every):
        assert "callback.yaml: written in English already (its `language:` says en)" in ran.out
    assert not Path("locale").exists()


@pytest.mark.usefixtures("folder")
def test_a_region_s_own_translation_is_made() -> None:
    """British readers may have their own words."""
    assert run("callback", language="en-GB").code == 0
    assert Path("locale/en-GB/callback.po").exists()


@pytest.mark.usefixtures("folder")
def test_a_case_at_fault_is_told_and_the_others_are_translated() -> None:
    """One file does not stop the rest."""
    shutil.copy("callback.yaml", "other.yaml")
    Path("callback.yaml").write_text("title: No more\n", encoding="utf-8")
    ran = run()
    assert ran.code == 1
    assert "[missing-key]" in ran.out
    assert Path("locale/de/other.po").exists()
    assert not Path("locale/de/callback.po").exists()


@pytest.mark.usefixtures("folder")
def test_a_case_that_is_not_there_is_told() -> None:
    """With what there is."""
    ran = run("callbak")
    assert ran.code == 2
    assert "Did you mean `callback`?" in ran.out


def test_a_folder_that_cannot_be_written_is_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shipped cases are brought up to date by whoever may; a case that is named is tried."""
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != Path())
    ran = run()
    assert ran.code == 0
    assert "is left out: you are not allowed to write there." in ran.out
    assert not (folder / "locale").exists()


def test_what_cannot_be_written_is_told(folder: Path) -> None:
    """In a sentence, and nothing is left half done."""
    (folder / "locale").write_text("In the way.")
    ran = run("callback")
    assert ran.code == 2
    assert "not written. " in ran.out
    assert (folder / "locale").read_text() == "In the way."


@pytest.mark.usefixtures("folder")
def test_nothing_found_is_told(tmp_path: Path) -> None:
    """An empty folder is no success."""
    (tmp_path / "empty").mkdir()
    assert run(folder=str(tmp_path / "empty")).out == (
        "No case of your own was found. To translate one of the program's, name it.\n"
    )


def test_sentences_are_counted_by_how_they_stand() -> None:
    """Obsolete ones do not count."""
    yes = PoEntry("a", "Yes.", "Ja.")
    counted = standing(
        [
            yes,
            yes._replace(translation=""),
            yes._replace(flags=("fuzzy",)),
            yes._replace(is_obsolete=True),
            yes._replace(translation="", flags=("fuzzy",)),
        ]
    )
    assert counted == (1, 1, 2)
    assert (counted.sentences, counted.percent) == (4, 25)
