"""Cases, with all that belongs to them, become one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import paths
from game.loader import find_scenarios, resolve
from game.trainer.sharing import NotThere, Packed, Refused, gather, to_bytes
from game.trainer.sharing.opening import opened
from tests.trainer.sharing.conftest import CASE, CATALOGUE, FACE, HABITS, PNG

pytestmark = pytest.mark.usefixtures("home")

FOLDERS = (paths.shipped_scenarios(),)
SHIPPED = find_scenarios(FOLDERS).habits


def gathered(*files: Path) -> Packed:
    """What comes of packing files."""
    return gather([resolve(str(file), FOLDERS) for file in files], SHIPPED, "1.2.3", author="Lea", terms="CC BY 4.0")


def codes(packed: Packed) -> list[str]:
    """What was found, without the warnings of small cases."""
    return [finding.code for finding in packed.findings if finding.is_error]


def test_a_case_travels_with_its_translations_pictures_and_habits(cases: Path) -> None:
    """Of the habits only those it shows and no program has; of other files none, and those are told."""
    packed = gathered(cases / "parcel.yaml")
    assert packed.pack is not None
    assert {name: content for name, content in packed.pack.files.items() if name != "habits.yaml"} == {
        "faces/parcel/customer.svg": FACE.encode(),
        "faces/parcel/you.png": PNG,
        "locale/de/parcel.po": CATALOGUE.encode(),
        "parcel.yaml": CASE.encode(),
    }
    assert packed.pack.files["habits.yaml"].decode().splitlines() == [
        "asking:",
        '  name: "Asking back"',
        "  kind: virtue",
        '  text: "You ask before you answer."',
    ]
    assert packed.left_out == (cases / "faces" / "parcel" / "Read me.txt",)
    assert codes(packed) == []


def test_the_manifest_says_what_is_in_it(cases: Path) -> None:
    """And who made it, with which program."""
    packed = gathered(cases / "parcel.yaml")
    assert packed.pack is not None
    manifest = packed.pack.manifest
    assert (manifest.format, manifest.program, manifest.author, manifest.license) == (1, "1.2.3", "Lea", "CC BY 4.0")
    (case,) = manifest.cases
    assert (case.id, case.title, case.language, len(case.revision)) == ("parcel", "The parcel", "en", 64)


def test_the_same_cases_make_the_same_bytes(cases: Path) -> None:
    """Whenever, and in whichever order they are named; what is opened again is what was packed."""
    (cases / "letter.yaml").write_text(CASE, encoding="utf-8")
    one = gathered(cases / "parcel.yaml", cases / "letter.yaml").pack
    other = gathered(cases / "letter.yaml", cases / "parcel.yaml").pack
    assert one is not None
    assert other is not None
    assert to_bytes(one) == to_bytes(other)
    assert opened(to_bytes(one)) == one


def test_no_day_and_no_user_is_told(cases: Path) -> None:
    """Nothing but what was packed stands in the file."""
    packed = gathered(cases / "parcel.yaml").pack
    assert packed is not None
    data = to_bytes(packed)
    assert str(cases).encode() not in data
    assert json.loads(data[data.index(b"{") : data.index(b"\n}") + 2])["program"] == "1.2.3"


def test_a_case_with_errors_is_not_packed(cases: Path) -> None:
    """What is wrong is told, with the lines it stands in."""
    (cases / "parcel.yaml").write_text(CASE.replace("goto: bye", "goto: bey"), encoding="utf-8")
    packed = gathered(cases / "parcel.yaml")
    assert packed.pack is None
    assert set(codes(packed)) == {"unknown-scene"}
    assert "goto: bey" in packed.sources[str(cases / "parcel.yaml")]


def test_faults_of_habits_and_translations_keep_a_case_from_being_packed(cases: Path) -> None:
    """Whoever gets the pack could not install it."""
    (cases / "locale" / "de" / "parcel.po").write_text('msgid "The parcel"\nDas Paket\n', encoding="utf-8")
    packed = gathered(cases / "parcel.yaml")
    assert packed.pack is None
    assert set(codes(packed)) == {"bad-catalogue"}
    (cases / "habits.yaml").write_text(HABITS.replace("virtue", "vertue"), encoding="utf-8")
    packed = gathered(cases / "parcel.yaml")
    assert (packed.pack, "unknown-word" in codes(packed)) == (None, True)


def test_a_picture_that_does_more_than_show_something_is_refused(cases: Path) -> None:
    """It is named."""
    face = cases / "faces" / "parcel" / "customer.svg"
    face.write_text(FACE.replace("<circle", "<script>go()</script><circle"), encoding="utf-8")
    with pytest.raises(Refused, match=r"faces/parcel/customer\.svg is no picture"):
        gathered(cases / "parcel.yaml")


@pytest.mark.parametrize("name", ["My case.yaml", "nul.yaml", "com1.yaml", "a.b.yaml", f"{'x' * 201}.yaml"])
def test_a_name_that_is_no_file_everywhere_is_refused(cases: Path, name: str) -> None:
    """With the mend."""
    (cases / name).write_text(CASE, encoding="utf-8")
    with pytest.raises(Refused, match="Rename the file"):
        gathered(cases / name)


def test_two_cases_of_one_name_are_refused(cases: Path, tmp_path: Path) -> None:
    """One would take the other's place."""
    (tmp_path / "parcel.yaml").write_text(CASE.replace("asking, ", ""), encoding="utf-8")
    with pytest.raises(Refused, match="Two cases are called parcel"):
        gathered(cases / "parcel.yaml", tmp_path / "parcel.yaml")


def test_a_habit_that_means_two_things_is_refused(cases: Path, tmp_path: Path) -> None:
    """Only one could travel."""
    (tmp_path / "letter.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "habits.yaml").write_text(HABITS.replace("Asking", "Begging"), encoding="utf-8")
    with pytest.raises(Refused, match="The habit asking means two things"):
        gathered(cases / "parcel.yaml", tmp_path / "letter.yaml")


def test_what_the_system_refuses_is_told(cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a case is not packed."""
    case = resolve(str(cases / "parcel.yaml"), FOLDERS)
    really = Path.iterdir

    def refused(folder: Path) -> object:
        if folder.name == "locale":
            raise PermissionError(13, "Permission denied")
        return really(folder)

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(Refused, match="not allowed"):
        gather([case], SHIPPED, "1")
    monkeypatch.undo()
    (cases / "parcel.yaml").unlink()
    with pytest.raises(NotThere, match="is not there"):
        gather([case], SHIPPED, "1")
    with pytest.raises(ValueError, match="nobody"):
        gather([resolve("nobody", [])], SHIPPED, "1")
