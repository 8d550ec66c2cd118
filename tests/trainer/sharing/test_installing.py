"""What a pack holds comes into the user's folder, and nothing of the user's is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import paths
from game.loader import find_scenarios
from game.records import Trouble
from game.scenario.model import Scenario
from game.trainer.sharing import Pack, Plan, Refused, carry_out, look_through, new_names, plan, renamed
from game.trainer.sharing.opening import opened
from tests.effort import examples
from tests.trainer.sharing.conftest import CATALOGUE, FACE, HABITS
from tests.trainer.sharing.zips import CASE, manifest, zipped

TODAY = date(2026, 11, 22)
FILES = {
    "mine.yaml": CASE,
    "yours.yaml": CASE,
    "locale/de/mine.po": CATALOGUE.encode(),
    "faces/mine/customer.svg": FACE.encode(),
    "habits.yaml": HABITS.encode(),
}
SHIPPED = find_scenarios([paths.shipped_scenarios()]).habits


def pack(**changed: bytes) -> Pack:
    """A pack of two cases."""
    return opened(zipped({"pack.json": manifest("mine", "yours"), **FILES, **changed}))


def planned(own: Path, arriving: Pack | None = None, shipped: dict[str, Scenario] | None = None) -> Plan:
    """What would become of a pack."""
    arriving = arriving or pack()
    return plan(arriving, look_through(arriving, SHIPPED), own, shipped or {}, SHIPPED)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_of_a_pack_is_new_where_nothing_was(own: Path) -> None:
    """Looking writes nothing; then all files lie where cases are looked for, and can be played."""
    intended = planned(own)
    assert {change.name: change.state for change in intended.changes} == {
        name: "new" for name in FILES if name != "habits.yaml"
    }
    assert not own.exists()
    assert carry_out(intended, (), TODAY) == {}
    assert tree(own) == FILES | {"habits.yaml": tree(own)["habits.yaml"]}
    found = find_scenarios([own])
    assert set(found.paths) == {"mine", "yours"}
    assert found.reading("mine").scenario is not None
    assert set(found.habits) == {"asking"}


def test_what_is_there_already_is_left_as_it_is(own: Path) -> None:
    """A second time there is nothing to do."""
    carry_out(planned(own), (), TODAY)
    before = {path: path.stat().st_mtime_ns for path in own.rglob("*")}
    again = planned(own)
    assert again.is_nothing
    carry_out(again, (), TODAY)
    assert {path: path.stat().st_mtime_ns for path in own.rglob("*")} == before


def test_a_file_that_differs_is_kept_unless_it_may_be_replaced(own: Path) -> None:
    """And then it is kept aside, under a name that says why and is no case's."""
    carry_out(planned(own), (), TODAY)
    newer = planned(own, pack(**{"mine.yaml": CASE.replace(b"Goodbye.", b"So long.\n    # new")}))
    assert [change.name for change in newer.different] == ["mine.yaml"]
    assert newer.different[0].lines == (2, 1)
    carry_out(newer, (), TODAY)
    assert tree(own)["mine.yaml"] == CASE
    for number in ("", "-2"):
        (own / "mine.yaml").write_bytes(CASE)
        aside = carry_out(newer, ("mine.yaml",), TODAY)
        assert aside == {"mine.yaml": own / f"mine.yaml.replaced-2026-11-22{number}"}
        assert aside["mine.yaml"].read_bytes() == CASE
        assert b"So long." in tree(own)["mine.yaml"]
    assert set(find_scenarios([own]).paths) == {"mine", "yours"}


def test_copies_kept_aside_do_not_pile_up_unseen(own: Path) -> None:
    """After some on one day, the user is asked to tidy up."""
    carry_out(planned(own), (), TODAY)
    newer = planned(own, pack(**{"mine.yaml": CASE.replace(b"Goodbye.", b"So long.")}))
    for number in range(2, 10):
        (own / f"mine.yaml.replaced-2026-11-22-{number}").touch()
    (own / "mine.yaml.replaced-2026-11-22").touch()
    with pytest.raises(Refused, match="replaced often today"):
        carry_out(newer, ("mine.yaml",), TODAY)


def test_habits_are_added_and_never_replaced(own: Path) -> None:
    """The user's own habits.yaml stays as it was, byte for byte, above what is added."""
    own.mkdir(parents=True)
    mine = b"# Mine.\nlistening:   {name: A, kind: virtue, text: B.}\r\n"
    (own / "habits.yaml").write_bytes(mine)
    intended = planned(own)
    assert (intended.habits.new, intended.habits.clashing) == (("asking",), ())
    carry_out(intended, (), TODAY)
    assert tree(own)["habits.yaml"].startswith(mine)
    other = HABITS.replace("Asking", "Begging").encode()
    clash = planned(own, pack(**{"habits.yaml": other}))
    assert (clash.habits.text, clash.habits.clashing) == (None, ("asking",))


def test_a_case_of_the_program_is_never_shadowed(own: Path) -> None:
    """The program's would be played instead: one that differs is refused, the same one is left out."""
    look = look_through(pack(), SHIPPED)
    intended = planned(own, shipped={"mine": look.scenarios["mine"]})
    assert (intended.cases, intended.shipped) == (("yours",), ("mine",))
    assert [change.name for change in intended.changes] == ["yours.yaml"]
    other = look_through(pack(**{"mine.yaml": CASE.replace(b"Goodbye.", b"So long.")}), SHIPPED)
    with pytest.raises(Refused, match="`--as mine-2`"):
        planned(own, shipped={"mine": other.scenarios["mine"]})
    assert not own.exists()


def test_a_case_can_have_another_name(own: Path) -> None:
    """With all that belongs to it."""
    arriving = renamed(pack(), new_names(pack(), ["mine=ours"]))
    carry_out(planned(own, arriving), (), TODAY)
    assert set(tree(own)) == {
        "ours.yaml",
        "yours.yaml",
        "locale/de/ours.po",
        "faces/ours/customer.svg",
        "habits.yaml",
    }
    one = opened(zipped({"pack.json": manifest("mine"), "mine.yaml": CASE}))
    assert new_names(one, ["ours"]) == {"mine": "ours"}
    assert [case.id for case in renamed(one, {"mine": "ours"}).manifest.cases] == ["ours"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["ours"], "Say which one: `--as mine=ours`"),
        (["theirs=ours"], "There is no case `theirs` in this pack; it holds: mine, yours."),
        (["mine=../ours"], "`../ours` is no name for a case"),
        (["mine=nul"], "`nul` is no name for a case"),
        (["mine="], "`` is no name for a case"),
        (["mine=yours"], "Two cases would have the same name"),
    ],
)
def test_a_name_that_cannot_be_meant_is_refused(asked: list[str], told: str) -> None:
    """With what can be typed instead."""
    with pytest.raises(Refused) as refused:
        new_names(pack(), asked)
    assert told in str(refused.value)


def test_something_in_the_way_is_told(own: Path) -> None:
    """A folder where a file should be, and a file where a folder should be."""
    (own / "mine.yaml").mkdir(parents=True)
    with pytest.raises(Refused, match="no ordinary file"):
        planned(own)
    (own / "mine.yaml").rmdir()
    (own / "locale").write_bytes(b"")
    with pytest.raises((Refused, Trouble)):
        carry_out(planned(own), (), TODAY)
    assert tree(own) == {"locale": b""}


def test_a_full_disk_changes_nothing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the half of it."""
    intended = planned(own)
    count = 0

    def full(*_arguments: object) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Trouble, match="Nothing was changed"):
        carry_out(intended, (), TODAY)
    assert not own.exists()


@examples(40)
@given(st.data())
def test_nothing_lands_outside_the_folder(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever somebody changes in a pack, and whatever they call its files."""
    place = tmp_path_factory.mktemp("place")
    whole = zipped({"pack.json": manifest("mine", "yours"), **FILES})
    changed = bytearray(whole)
    name = data.draw(st.sampled_from([name.encode() for name in FILES]))
    other = data.draw(st.binary(min_size=len(name), max_size=len(name)) | st.just(b"../" + name[3:]))
    changed = bytearray(bytes(changed).replace(name, other))
    try:
        arriving = opened(bytes(changed))
        carry_out(planned(place / "own", arriving), (), TODAY)
    except (Refused, Trouble):
        assert tree(place) == {}
    assert all(path.startswith("own/") for path in tree(place))
