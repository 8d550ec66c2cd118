"""`pack` and `install`, as they are typed."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from game import __main__ as program
from game import paths
from tests.trainer.sharing.conftest import CASE, HABITS
from tests.trainer.sharing.zips import manifest, zipped


class Ran(NamedTuple):
    """How a command went."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; with an answer, at a terminal."""
    assert not home.exists()
    monkeypatch.delenv("COLUMNS", raising=False)

    def typed(*words: object, answer: str | None = None) -> Ran:
        with monkeypatch.context() as patch:
            if answer is not None:
                patch.setattr(sys, "stdin", io.StringIO(answer))
                patch.setattr(sys.stdin, "isatty", lambda: True)
                patch.setattr(sys.stdout, "isatty", lambda: True)
                patch.setenv("COLUMNS", "200")
            code = program.main(list(map(str, words)))
        return Ran(code, *capsys.readouterr())

    return typed


def test_a_case_goes_from_one_trainer_to_another(run: Run, cases: Path, home: Path) -> None:
    """Packed, sent, looked at, installed, played; each step says how the next is typed."""
    packed = run("pack", cases / "parcel.yaml", "--author", "Lea", "--license", "CC BY 4.0")
    assert packed.code == 0
    assert "Packed into parcel.gastgeber" in packed.out
    assert "parcel: The parcel (en; translated: de; pictures: 2)" in packed.out
    assert "install parcel.gastgeber" in packed.out
    assert "Read me.txt is left out" in packed.err
    looked = run("install", "parcel.gastgeber", "--dry-run")
    assert (looked.code, home.exists()) == (0, False)
    assert "By: Lea" in looked.out
    assert "What you may do with it: CC BY 4.0" in looked.out
    assert "  new            locale/de/parcel.po\n" in looked.out
    assert "  added          habits.yaml: asking\n" in looked.out
    assert "the checker has warnings, though: " in looked.out
    assert "Nothing was written" in looked.out
    installed = run("install", "parcel.gastgeber")
    assert installed.code == 0
    assert "Installed.\n" in installed.out
    assert installed.out.endswith("play parcel\n")
    assert run("play", "parcel", "--choices", "hello/ask").code == 0
    again = run("install", "parcel.gastgeber")
    assert "All of it was there already." in again.out
    assert "there already  parcel.yaml" in again.out


def test_packing_again_needs_a_word(run: Run, cases: Path) -> None:
    """A file that is there is not replaced unasked; what is packed again is the same."""
    assert run("pack", cases / "parcel.yaml").code == 0
    before = Path("parcel.gastgeber").read_bytes()
    refused = run("pack", cases / "parcel.yaml")
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert run("pack", cases / "parcel.yaml", "--force").code == 0
    assert Path("parcel.gastgeber").read_bytes() == before


@pytest.mark.parametrize(
    ("output", "made"),
    [("cases", "cases/parcel.gastgeber"), ("course", "course.gastgeber"), ("course.zip", "course.zip")],
)
def test_the_file_can_be_named(run: Run, cases: Path, output: str, made: str) -> None:
    """A folder will do, and the ending comes by itself."""
    assert run("pack", "parcel", "--scenarios", cases, "-o", output).code == 0
    assert Path(made).is_file()


def test_a_pack_that_cannot_be_written_is_told(run: Run, cases: Path) -> None:
    """With the reason."""
    refused = run("pack", cases / "parcel.yaml", "-o", "no/such/folder")
    assert refused.code == 2
    assert "is not there" in refused.err


def test_a_faulty_case_is_not_packed(run: Run, cases: Path) -> None:
    """Its findings are printed as `check` prints them."""
    (cases / "parcel.yaml").write_text(CASE.replace("goto: bye", "goto: bey"), encoding="utf-8")
    refused = run("pack", cases / "parcel.yaml")
    assert (refused.code, refused.out) == (1, "")
    assert "There is no scene `bey`" in refused.err
    assert "Nothing was packed." in refused.err


@pytest.mark.parametrize("name", ["no-such-case", "cases", "cases/none.yaml"])
def test_a_case_that_is_not_there_is_told(run: Run, cases: Path, name: str) -> None:
    """Before anything is done."""
    assert cases.is_dir()
    refused = run("pack", "broken-line", name)
    assert (refused.code, refused.out) == (2, "")
    assert "error" in refused.err


def test_a_case_that_cannot_travel_is_told(run: Run, cases: Path) -> None:
    """With the mend."""
    (cases / "My case.yaml").write_text(CASE, encoding="utf-8")
    refused = run("pack", cases / "My case.yaml")
    assert refused.code == 1
    assert "Rename the file" in refused.err


@pytest.mark.parametrize(
    ("answer", "replaced"), [(None, False), ("\n", False), ("", False), ("n\n", False), ("y\n", True), ("Yes\n", True)]
)
def test_a_file_that_differs_is_asked_about(
    run: Run, cases: Path, home: Path, answer: str | None, *, replaced: bool
) -> None:
    """At a terminal; elsewhere it is kept, and the way to replace it is told."""
    run("pack", cases / "parcel.yaml")
    mine = home / "scenarios" / "parcel.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(CASE + "# Mine.\n", encoding="utf-8")
    told = run("install", "parcel.gastgeber", answer=answer)
    assert told.code == 0
    assert "  different      parcel.yaml\n" in told.out
    assert "lines that only the pack's has: 0; lines that only yours has: 1." in told.out
    assert mine.read_text(encoding="utf-8").endswith("# Mine.\n") != replaced
    copies = list(mine.parent.glob("parcel.yaml.replaced-*"))
    if replaced:
        assert copies[0].read_text(encoding="utf-8") == CASE + "# Mine.\n"
        assert f"yours is kept as {copies[0].name}" in told.out
    else:
        assert copies == []
        assert "Kept as yours: parcel.yaml." in told.out
        assert "Installed.\n" in told.out
        assert "--replace" in told.out


def test_replacing_can_be_asked_for(run: Run, cases: Path, home: Path) -> None:
    """For scripts; a picture is told as one."""
    run("pack", cases / "parcel.yaml")
    run("install", "parcel.gastgeber")
    mine = home / "scenarios" / "faces" / "parcel" / "you.png"
    mine.write_bytes(b"other")
    kept = run("install", "parcel.gastgeber")
    assert "is another picture" in kept.out
    assert "Nothing was written.\n" in kept.out
    assert "Replaced faces/parcel/you.png" in run("install", "parcel.gastgeber", "--replace").out
    assert mine.read_bytes() != b"other"


def test_a_case_of_the_programs_name_needs_another(run: Run, tmp_path: Path, home: Path) -> None:
    """It would never be played; the program's own, word for word, needs no installing."""
    (tmp_path / "broken-line.yaml").write_text(CASE.replace("[asking, clear-answer]", "clear-answer"), encoding="utf-8")
    run("pack", "broken-line.yaml")
    refused = run("install", "broken-line.gastgeber")
    assert (refused.code, home.exists()) == (1, False)
    assert "--as broken-line-2" in refused.err
    installed = run("install", "broken-line.gastgeber", "--as", "line")
    assert (installed.code, (home / "scenarios" / "line.yaml").is_file()) == (0, True)
    run("pack", paths.shipped_scenarios() / "party-host.yaml")
    same = run("install", "party-host.gastgeber")
    assert same.code == 0
    assert "it comes with the program" in same.out
    assert not (home / "scenarios" / "party-host.yaml").exists()


def test_a_pack_with_errors_is_not_installed(run: Run, home: Path) -> None:
    """They are shown, with their lines, in the name of the pack's file."""
    faulty = CASE.replace("[asking, clear-answer]", "clear-answer").replace("goto: bye", "goto: bey")
    Path("a.gastgeber").write_bytes(zipped({"pack.json": manifest("mine"), "mine.yaml": faulty.encode()}))
    refused = run("install", "a.gastgeber")
    assert (refused.code, home.exists()) == (1, False)
    assert "--> mine.yaml:" in refused.err
    assert "Nothing was installed" in refused.err


def test_habits_that_mean_something_else_are_told(run: Run, cases: Path, home: Path) -> None:
    """The user's own go on meaning what they meant."""
    run("pack", cases / "parcel.yaml")
    (home / "scenarios").mkdir(parents=True)
    own = HABITS.replace("Asking", "Begging")
    (home / "scenarios" / "habits.yaml").write_text(own, encoding="utf-8")
    told = run("install", "parcel.gastgeber")
    assert "kept           habits.yaml: asking (the pack means something else by it)" in told.out
    assert (home / "scenarios" / "habits.yaml").read_text(encoding="utf-8") == own


@pytest.mark.parametrize(("content", "code"), [(None, 2), (b"", 1), (b"PK", 1)])
def test_what_is_no_pack_is_told(run: Run, home: Path, content: bytes | None, code: int) -> None:
    """2 where there is no such file, 1 where it is at fault."""
    if content is not None:
        Path("a.gastgeber").write_bytes(content)
    refused = run("install", "a.gastgeber")
    assert (refused.code, refused.out, home.exists()) == (code, "", False)
    assert refused.err.count("\n") == 1


def test_many_cases_are_not_all_named(run: Run, home: Path) -> None:
    """How one of them is played is enough."""
    ids = [f"case-{letter}" for letter in "abcdefg"]
    plain = CASE.replace("[asking, clear-answer]", "clear-answer").encode()
    Path("a.gastgeber").write_bytes(zipped({"pack.json": manifest(*ids), **{f"{each}.yaml": plain for each in ids}}))
    told = run("install", "a.gastgeber")
    assert len(list((home / "scenarios").glob("*.yaml"))) == 7
    assert told.out.count("To play it:") == 5
    assert "And so on" in told.out
    assert "The case case-a is not, word for word, the one that was packed." in told.out


@pytest.mark.parametrize("ending", ["yaml", "yml", "po"])
def test_a_pack_takes_the_place_of_no_case(run: Run, cases: Path, ending: str) -> None:
    """Not even by force: what a trainer wrote would be lost."""
    file = cases / f"parcel.{ending}"
    before = file.read_bytes() if file.exists() else None
    refused = run("pack", cases / "parcel.yaml", "-o", file, "--force")
    assert refused.code == 2
    assert "would be the name of a case" in refused.err
    assert (file.read_bytes() if file.exists() else None) == before
