"""Each file of a pack is looked into before anything is installed."""

from __future__ import annotations

import pytest

from game.trainer.sharing import Look, Refused, look_through
from game.trainer.sharing.opening import opened
from tests.trainer.sharing.conftest import CATALOGUE, FACE, HABITS, PNG
from tests.trainer.sharing.zips import CASE, manifest, zipped


def looked(known: tuple[str, ...] = (), /, **files: bytes) -> Look:
    """What is seen in a pack of the case `mine` and other files; `__` stands for a `/`, `_` for the dot."""
    others = {"/".join(name.split("__")).replace("_", "."): content for name, content in files.items()}
    return look_through(opened(zipped({"pack.json": manifest("mine"), "mine.yaml": CASE, **others})), known)


def errors(look: Look) -> list[tuple[str, str]]:
    """The codes of errors, and the files they lie in."""
    return [(finding.code, finding.span.file) for finding in look.findings if finding.is_error]


def test_a_sound_pack_has_no_errors() -> None:
    """Its cases and habits are read; warnings are told."""
    look = looked(
        habits_yaml=HABITS.encode(),
        locale__de__mine_po=CATALOGUE.encode(),
        faces__mine__you_png=PNG,
        faces__mine__customer_svg=FACE.encode(),
    )
    assert (look.is_sound, errors(look), look.changed) == (True, [], ())
    assert list(look.scenarios) == ["mine"]
    assert list(look.habits) == ["asking"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"goto: bye", b"goto: bey", "unknown-scene"),
        (b"says: Goodbye.", b"says: [Goodbye", "leading-character"),
        (b"goto: bye", b"goto: bye\n    choices: [{say: Hi., habit: asking, goto: bye}]", "unknown-habit"),
        (CASE, b"\0\1\2", "not-text"),
        (CASE, b"", "empty-file"),
        (CASE, b"- " * 1000, "too-deep"),
        (CASE, b"a: &a [*a, *a]\nb: *a\n", "not-a-scenario"),
    ],
)
def test_a_case_with_errors_is_told(old: bytes, new: bytes, code: str) -> None:
    """With the lines they stand in; it is known by the name it has in the pack."""
    look = look_through(opened(zipped({"pack.json": manifest("mine"), "mine.yaml": CASE.replace(old, new)})), ())
    assert not look.is_sound
    assert (code, "mine.yaml") in errors(look)
    assert "mine.yaml" in look.sources


def test_the_checkers_rules_are_asked_unless_they_were_before() -> None:
    """Whoever packs has heard of them already."""
    text = CASE.replace(b"goto: bye", b"choices: [{say: Hi., goto: bye}]", 1)
    pack = opened(zipped({"pack.json": manifest("mine"), "mine.yaml": text}))
    assert "choice-without-id" in [finding.code for finding in look_through(pack, ()).findings]
    assert look_through(pack, (), has_rules=False).findings == ()


def test_a_case_that_is_not_the_one_that_was_packed_is_told() -> None:
    """It may have been mended on the way, or worse."""
    text = CASE.replace(b"Goodbye.", b"Good night.")
    look = look_through(opened(zipped({"pack.json": manifest("mine"), "mine.yaml": text})), ())
    assert (look.changed, look.is_sound) == (("mine",), True)


def test_faulty_habits_and_catalogues_are_told() -> None:
    """Like faulty cases."""
    assert errors(looked(habits_yaml=b"asking: yes\n")) == [("wrong-shape", "habits.yaml")]
    assert errors(looked(locale__de__mine_po=b"title: Das Paket\n")) == [("bad-catalogue", "locale/de/mine.po")]


@pytest.mark.parametrize("name", ["faces__mine__you_png", "faces__mine__you_svg"])
def test_a_picture_that_is_none_is_refused(name: str) -> None:
    """There is no line to show."""
    with pytest.raises(Refused, match="is no picture"):
        looked(**{name: b"MZ"})
