"""Cases are told in the window in the language asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.loader import read_file
from game.records import resume
from game.scenario.sentences import Sentence, sentences
from game.window.screens.conversation import Conversation
from game.window.screens.debrief import Debriefing
from game.window.widgets.portrait import Portrait
from tests.window.gallery import SCENARIOS, shown
from tests.window.test_journey import Trip, journals

Lay = Callable[[Callable[[Sentence], bool]], Trip]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """A trip into a folder with the case and a catalogue of some of its sentences."""

    def begun(has: Callable[[Sentence], bool]) -> Trip:
        path = tmp_path / "cases" / "lost-reservation.yaml"
        catalogue = path.parent / "locale" / "de" / "lost-reservation.po"
        catalogue.parent.mkdir(parents=True)
        shutil.copy(SCENARIOS / path.name, path)
        scenario = read_file(path).scenario
        assert scenario is not None
        words = [(each.context, each.text.replace('"', r"\"")) for each in sentences(scenario) if has(each)]
        entries = [f'msgctxt "{context}"\nmsgid "{text}"\nmsgstr "<{text}>"\n' for context, text in words]
        catalogue.write_text("\n".join(entries), encoding="utf-8")
        return Trip(path.parent, "de")

    return begun


def test_list_briefing_conversation_and_debrief_are_told_in_the_language(lay: Lay) -> None:
    """Wherever words of the case are shown."""
    trip = lay(lambda _sentence: True)
    trip.list_cases()
    assert "<The lost reservation>" in shown(trip.stage)
    trip.press("case-lost-reservation")
    assert "<Night desk at the Seeblick>" in shown(trip.stage)
    trip.press("practise")
    assert isinstance(trip.stage.screen, Conversation)
    assert "About the language" not in shown(trip.stage)
    assert all(offer.words.startswith("<") for offer in trip.stage.screen.view.offers)
    trip.take("lobby/listen")
    trip.take("search/honest")
    trip.press("choice-1")
    assert isinstance(trip.stage.screen, Debriefing)
    assert "<The lost reservation>" in shown(trip.stage)
    trip.stage.screen.on_again()
    trip.wait()
    assert isinstance(trip.stage.screen, Conversation)
    assert trip.stage.screen.session.case.title == "<The lost reservation>"
    assert len(journals()) == 2


def test_people_are_drawn_alike_in_every_language(lay: Lay) -> None:
    """What is left out of a face is derived from the original's name."""
    plain, told = Trip(), lay(lambda _sentence: True)
    for trip in (plain, told):
        trip.begin()
    looks = [
        [widget.look for widget in trip.stage.tree.walk() if isinstance(widget, Portrait)] for trip in (plain, told)
    ]
    assert looks[0] == looks[1] != []
    plain.journey.close()
    told.journey.close()
    plain, told = Trip(), Trip(told.folder, "de")
    for trip in (plain, told):
        trip.list_cases()
    cards = [
        [widget.look for widget in trip.stage.tree.walk() if isinstance(widget, Portrait)] for trip in (plain, told)
    ]
    assert cards[0] == cards[1] != []


def test_the_journal_is_of_the_original(lay: Lay) -> None:
    """Taken up without a language, the case is told as its author wrote it."""
    trip = lay(lambda _sentence: True)
    trip.begin()
    trip.take("lobby/deposit")
    trip.journey.close()
    with resume(journals()[0]) as kept:
        assert kept.session.case.title == "The lost reservation"


def test_what_is_missing_is_told_before_the_case_begins(lay: Lay) -> None:
    """In the briefing; over the conversation, to be closed, where there was none."""
    trip = lay(lambda sentence: sentence.context == "title")
    trip.list_cases()
    trip.press("case-lost-reservation")
    remark = "of this case is translated into German; the rest is told in English."
    assert remark in shown(trip.stage)
    trip.press("practise")
    assert remark not in shown(trip.stage)
    told = trip.journey.cases.told("lost-reservation")
    assert told is not None
    trip.stage.show(trip.journey.begin(told, "practice"))
    trip.wait()
    assert remark in shown(trip.stage)
    trip.press("close")
    trip.take("lobby/deposit")


def test_a_session_that_was_left_is_listed_and_taken_up_in_the_language(lay: Lay) -> None:
    """Its title comes from the catalogue, its case from the copy of the revision."""
    trip = lay(lambda _sentence: True)
    trip.begin()
    trip.take("lobby/deposit")
    trip.press("pause", "leave")
    assert "Go on with <The lost reservation> (practice, 1 decision)" in shown(trip.stage)
    trip.press("resume-0")
    assert isinstance(trip.stage.screen, Conversation)
    assert all(offer.words.startswith("<") for offer in trip.stage.screen.view.offers)
