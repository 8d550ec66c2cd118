"""Every text people read is enumerated by name, and can be told in other words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given

from game.loader import find_scenarios
from game.paths import shipped_scenarios
from game.scenario.kinds import ByName, ByPerson, Kind, Parts, SeveralTexts, Single, Text, fields
from game.scenario.model import Ending, Label, Part, Scenario
from game.scenario.sentences import Sentence, sentences, translated
from game.session.compiler import compile_scenario
from game.solver import solve
from tests.callback import CALLBACK
from tests.cases import case, choice, ending, line, scene
from tests.strategies import scenarios


def texts(part: Part) -> Iterator[str]:
    """Every text for people in a part, found by the model's own fields."""
    for field in fields(type(part)):
        value = getattr(part, field.attribute)
        if value is not None:
            yield from _texts(field.kind, value)


def _texts(kind: Kind, value: Any) -> Iterator[str]:
    match kind:
        case Text():
            yield value
        case SeveralTexts(each):
            for item in value:
                yield from _texts(each, item)
        case Single():
            yield from texts(value)
        case Parts():
            for item in value:
                yield from texts(item)
        case ByName():
            for item in value.values():
                yield from texts(item)
        case ByPerson(each):
            for item in value.values():
                yield from _texts(each, item)
        case _:
            pass


def keys_of_texts(part: type[Part], seen: set[type[Part]]) -> Iterator[tuple[type[Part], str]]:
    """Every field of the model that holds texts for people, by the part it is in."""
    if part in seen:
        return
    seen.add(part)
    for field in fields(part):
        match field.kind:
            case Text() | SeveralTexts(Text()) | ByPerson(Text()):
                yield part, field.attribute
            case Single(inner) | Parts(inner) | ByName(_, inner):
                yield from keys_of_texts(inner, seen)


def in_brackets(_context: str, text: str) -> str:
    """Words nobody wrote."""
    return f"[{text}]"


def shipped() -> Mapping[str, Scenario]:
    """The curriculum."""
    found = find_scenarios([shipped_scenarios()])
    read = {name: found.reading(name).scenario for name in found.paths}
    return {name: scenario for name, scenario in read.items() if scenario is not None}


@given(scenarios())
def test_every_text_for_people_is_enumerated(scenario: Scenario) -> None:
    """No field that holds words or a label is forgotten, whichever keys a scenario uses."""
    assert {sentence.text for sentence in sentences(scenario)} == set(texts(scenario))


@given(scenarios())
def test_every_text_for_people_is_translated(scenario: Scenario) -> None:
    """Where each sentence has a translation, nothing of the original is left."""
    told = translated(scenario, in_brackets, "de")
    assert list(texts(told)) == [f"[{text}]" for text in texts(scenario)]
    assert told.language == "de"


def test_the_examples_of_these_tests_fill_every_key_with_texts() -> None:
    """A key that is added to the format, and forgotten here, is noticed."""
    held: set[tuple[type[Part], str]] = set()

    def look(part: Part) -> None:
        for field in fields(type(part)):
            value = getattr(part, field.attribute)
            if value:
                held.add((type(part), field.attribute))
            inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)
            for each in inner:
                if isinstance(each, Part):
                    look(each)

    for scenario in (CALLBACK, *shipped().values()):
        look(scenario)
    assert set(keys_of_texts(Scenario, set())) <= held


def test_the_curriculum_is_enumerated_in_full() -> None:
    """What holds of random scenarios holds of those that are shipped."""
    for scenario in shipped().values():
        assert {sentence.text for sentence in sentences(scenario)} == set(texts(scenario))


@given(scenarios())
def test_a_scenario_told_in_its_own_words_is_the_same(scenario: Scenario) -> None:
    """Translating is nothing but putting words in the places of words."""
    assert translated(scenario, lambda _context, text: text, scenario.language) == scenario
    assert translated(scenario, lambda _context, _text: None, "de") is scenario


def test_a_translated_case_plays_like_the_original() -> None:
    """Choices, points and ways are the same."""
    told = translated(CALLBACK, in_brackets, "de")
    one, other = compile_scenario(CALLBACK), compile_scenario(told)
    assert tuple(one.moves) == tuple(other.moves)
    assert solve(one).best == solve(other).best


def test_sentences_are_named_after_what_they_belong_to() -> None:
    """A choice's words have its full name, everything else the name of its place."""
    named = {(sentence.context, sentence.text) for sentence in sentences(CALLBACK)}
    assert named >= {
        ("title", "The callback"),
        ("summary", "His line is dead, and he was promised a call."),
        ("you/name", "Lea"),
        ("you/role", "Agent at a telephone company"),
        ("customer/name", "Reto Brunner"),
        ("others/desk/name", "Network desk"),
        ("promises/callback/text", "You call Mr Brunner back."),
        ("promises/callback/kept/because", "You called."),
        ("promises/callback/broken/feels", "As always."),
        ("call/heading", "The call"),
        ("call/says", "My line is dead again."),
        ("call/silence/because", "Nobody answered."),
        ("call/listen", "Tell me all of it."),
        ("call/listen/feels", "More work."),
        ("call/listen/answer", "Well then."),
        ("call/look", "Look into the notes."),
        ("won/ending/title", "He stays"),
        ("won/ending/text", "And tells nobody why."),
    }


def test_a_sentence_says_who_speaks_how_and_on_what() -> None:
    """That is what a translator has to know."""
    listed = {sentence.context: sentence for sentence in sentences(CALLBACK)}
    asked = "Tell me all of it."
    assert listed["call/listen"] == Sentence("call/listen", asked, "say", "you")
    assert listed["call/listen/answer"] == Sentence(
        "call/listen/answer", "Well then.", "answer", "customer", None, asked
    )
    assert listed["customer/name"].mood == -1
    assert listed["call/says"].on == "The call"
    assert listed["call/silence/feels"].on == ""


def test_a_mood_set_on_a_line_is_told() -> None:
    """A face tells a translator how the line is said."""
    told = sentences(case(end=scene(says=[line("Well.", mood=-3)], ending=Ending(outcome="lost", title=Label("End")))))
    assert [sentence.mood for sentence in told if sentence.context == "end/says"] == [-3]


def test_what_is_said_twice_in_one_place_is_listed_once() -> None:
    """A catalogue holds each sentence of a name once, and every place gets its translation."""
    twice = case(
        talk=scene(choice("a", "end"), says=[line("Yes."), line("No."), line("Yes.")]),
        end=ending(),
    )
    assert [each.text for each in sentences(twice) if each.context == "talk/says"] == ["Yes.", "No."]
    told = translated(twice, lambda _context, text: {"Yes.": "Ja."}.get(text), "de")
    assert [each.text for each in told.scenes["talk"].says] == ["Ja.", "No.", "Ja."]


def test_lines_in_another_order_keep_their_names() -> None:
    """A reordering changes nothing."""
    lines = [line("One."), line("Two.", who="narrator")]
    forth = case(end=scene(says=lines, ending=Ending(outcome="lost", title=Label("End"))))
    back = case(end=scene(says=lines[::-1], ending=Ending(outcome="lost", title=Label("End"))))
    assert set(sentences(forth)) == set(sentences(back))
