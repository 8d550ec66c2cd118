"""What may stand under each key is read off the model."""

from __future__ import annotations

from typing import Annotated

import msgspec
import pytest

from game.scenario import kinds
from game.scenario.kinds import fields
from game.scenario.model import Choice, Face, Habit, Line, Part, Person, Scenario, Scene


def _kind(part: type[Part], key: str) -> kinds.Kind:
    return next(field.kind for field in fields(part) if field.key == key)


@pytest.mark.parametrize(
    ("part", "key", "kind"),
    [
        (Scenario, "title", kinds.Text(is_label=True)),
        (Scenario, "summary", kinds.Text(is_label=False)),
        (Scenario, "language", kinds.LanguageText()),
        (Scenario, "level", kinds.Number(1, 3)),
        (Scenario, "clock", kinds.MomentText()),
        (Scenario, "start", kinds.KnownName("scene")),
        (Scenario, "others", kinds.ByName(kinds.InventedName("person"), Person)),
        (Scene, "with", kinds.KnownName("person")),
        (Face, "earrings", kinds.Word(("none", "studs", "hoops", "drops"))),
        (Scene, "within", kinds.DurationText()),
        (Scene, "choices", kinds.Parts(Choice)),
        (Scene, "says", kinds.Parts(Line)),
        (Choice, "id", kinds.InventedName("choice")),
        (Choice, "again", kinds.Flag()),
        (Choice, "when", kinds.ConditionText()),
        (Choice, "mood", kinds.ByPerson(kinds.Number(-3, 3))),
        (Choice, "feels", kinds.ByPerson(kinds.Text(is_label=False))),
        (Choice, "habit", kinds.SeveralTexts(kinds.KnownName("habit"))),
        (Choice, "remember", kinds.SeveralTexts(kinds.InventedName("fact"))),
        (Line, "who", kinds.KnownName("speaker")),
        (Line, "mood", kinds.Number(-3, 3)),
        (Habit, "from", kinds.SeveralTexts(kinds.Text(is_label=True))),
    ],
)
def test_the_kind_of_a_key_is_its_fields_type(part: type[Part], key: str, kind: kinds.Kind) -> None:
    """Optional or not, and however it is annotated."""
    assert _kind(part, key) == kind


def test_a_key_is_needed_where_the_model_has_no_default_and_nothing_fills_it() -> None:
    """A choice's id, a line's speaker and the first scene may be left out, though the model has them always."""
    needed = {part: [field.key for field in fields(part) if field.is_required] for part in (Scenario, Choice, Line)}
    assert needed == {
        Scenario: ["title", "language", "channel", "you", "customer", "scenes"],
        Choice: ["goto"],
        Line: ["text"],
    }


def test_a_field_keeps_its_own_name_where_the_key_is_a_word_of_python() -> None:
    """`with` and `from` cannot be attributes."""
    renamed = {
        field.key: field.attribute for part in (Scene, Habit) for field in fields(part) if field.key != field.attribute
    }
    assert renamed == {"with": "facing", "from": "sources"}


def test_every_key_is_described() -> None:
    """An editor shows the description."""
    assert all(
        field.description.endswith((".", ")")) for part in (Scenario, Scene, Choice, Line) for field in fields(part)
    )


def test_a_type_the_format_does_not_know_is_a_mistake_of_the_program() -> None:
    """It is found as soon as the part is looked at."""

    class Odd(Part, frozen=True, kw_only=True):
        """A part with a number that has fractions."""

        share: Annotated[float, msgspec.Meta(description="A share.")]

    with pytest.raises(TypeError, match="float"):
        fields(Odd)
