"""The cases to begin with, filled in."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.loader import find_scenarios
from game.loader.reading import read_text
from game.paths import shipped_scenarios
from game.scenario.kinds import fields
from game.scenario.model import Choice, Ending, Line, Move, Promise, Scenario, Scene
from game.trainer.starter.template import LANGUAGES, defaults, filled, proposed, template
from game.trainer.starter.wishes import CHANNELS, Unusable, Wishes, tidy
from tests.effort import examples

HABITS = find_scenarios([shipped_scenarios()]).habits


def _read(text: str) -> Scenario:
    reading = read_text(text, "case.yaml", HABITS)
    assert reading.diagnostics == ()
    assert reading.scenario is not None
    return reading.scenario


def _typed() -> st.SearchStrategy[str]:
    """Whatever comes out of a keyboard, and above all what means something to YAML."""
    marks = st.text(st.sampled_from("aZé:#'\"-*&!%@`[]{},>|?\\~= 0😀\t\u00a0\u200d"), min_size=1, max_size=12)
    return (
        st.text(min_size=1, max_size=30)
        | marks
        | st.sampled_from(("null", "true", "- -", "a: b", "a #b", "<<", "=", "..."))
    )


@examples(150)
@given(st.data())
def test_whatever_is_typed_reads_back_word_for_word(data: st.DataObject) -> None:
    """In every place it goes to, and nothing else of the case changes by it."""
    words = []
    for _ in range(4):
        try:
            words.append(tidy(data.draw(_typed())))
        except Unusable:
            assume(False)
    title, you, role, customer = words
    language = data.draw(st.sampled_from(LANGUAGES))
    channel, mood = data.draw(st.sampled_from(CHANNELS)), data.draw(st.integers(-3, 3))
    found = _read(filled(Wishes("a", language, title, you, role, customer, channel, mood)))
    told = (found.title, found.you.name, found.you.role, found.customer.name, found.channel, found.customer.mood)
    assert told == (title, you, role, customer, channel, mood)
    proposal = defaults(language)
    former = proposal.customer.name
    assert found.promises["news"].text == proposal.promises["news"].text.replace(former, customer)
    assert customer in found.scenes["hello"].says[0].text
    assert list(found.scenes) == list(proposal.scenes)
    assert found.scenes["depot"] == proposal.scenes["depot"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_of_the_proposal(language: str) -> None:
    """The customer is called by the new name wherever they are mentioned."""
    wishes = proposed("a", language)._replace(title="T", you="U", role="R", customer="Kim")
    text = filled(wishes)
    proposal = proposed("a", language)
    assert [name for name in (proposal.customer, proposal.you, defaults(language).title) if name in text] == []
    assert text.count("Kim") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_choices_name_nobody(language: str) -> None:
    """Or a long name would make one of them the longest."""
    choices = [choice for scene in defaults(language).scenes.values() for choice in scene.choices]
    names = {defaults(language).customer.name, defaults(language).you.name}
    assert [choice.id for choice in choices if any(name in f"{choice.say}{choice.do}" for name in names)] == []


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_opening_is_that_of_the_channel(language: str, channel: str) -> None:
    """One sentence for each, and no mark is left."""
    openings = {
        filled(proposed("a", language)._replace(channel=other)).split("narrator: ")[1].split("\n")[0]
        for other in CHANNELS
    }
    assert len(openings) == len(CHANNELS)
    text = filled(proposed("a", language)._replace(channel=next(each for each in CHANNELS if each == channel)))
    assert "#:" not in text
    assert len(_read(text).scenes["hello"].says) == 2


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_time_runs_out_in_an_e_mail(language: str, channel: str) -> None:
    """Nobody waits at the other end; everywhere else a scene shows how it is done."""
    text = filled(proposed("a", language)._replace(channel=next(each for each in CHANNELS if each == channel)))
    timed = [name for name, scene in _read(text).scenes.items() if scene.within is not None]
    assert timed == ([] if channel == "email" else ["where-is-it"])
    assert ("silence" in text) == ("within: 60 s" in text) == bool(timed)


def test_the_languages_tell_the_same_case() -> None:
    """The same names, points and ways; only the words differ."""
    one, *others = [_shape(defaults(language)) for language in LANGUAGES]
    assert others == [one]


def _shape(scenario: Scenario) -> object:
    """The case without words."""
    return [
        (
            name,
            scene.goto,
            [(each.id, each.goto, each.respect, each.proactivity, each.follow_through) for each in scene.choices],
            scene.ending and scene.ending.outcome,
        )
        for name, scene in scenario.scenes.items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_shows_most_of_what_the_format_has(language: str) -> None:
    """Somebody who reads it has seen what cases are made of."""
    text = template(language)
    seldom = {
        "others",
        "start",
        "order",
        "again",
        "forget",
        "release",
        "channel",
        "within",
        "by",
        "later",
        "who",
        "text",
        "id",
    }
    for part in (Scenario, Scene, Choice, Move, Ending, Promise, Line):
        shown = {field.key for field in fields(part) if f"{field.key}:" in text}
        assert {field.key for field in fields(part)} - shown <= seldom, part


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_keep_their_column(language: str) -> None:
    """A shorter word leaves more room before it."""
    columns = {
        line.index("#")
        for channel in CHANNELS
        for line in filled(proposed("a", language)._replace(channel=channel)).splitlines()
        if line.startswith("channel:")
    }
    assert len(columns) == 1
