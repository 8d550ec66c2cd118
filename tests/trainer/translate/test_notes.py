"""Who translates is told who says a sentence, how, and on what."""

from __future__ import annotations

import pytest

from game.scenario.model import Ending, Label, Scenario
from game.scenario.sentences import sentences
from game.trainer.translate.notes import note
from tests.callback import CALLBACK
from tests.cases import case, line, scene


def told(scenario: Scenario, context: str) -> list[str]:
    """What is told about the sentences of a name."""
    return [note(scenario, sentence) for sentence in sentences(scenario) if sentence.context == context]


@pytest.mark.parametrize(
    ("context", "notes"),
    [
        ("title", ["The title of the case."]),
        ("you/name", ["The name of the trainee in the case."]),
        ("you/role", ["What Lea, the trainee, does and where."]),
        ("customer/name", ["The name of the customer, who is worried at first."]),
        ("others/desk/name", ["The name of somebody in the case, who is calm at first."]),
        ("promises/callback/text", ["A promise, as the list of promises shows it."]),
        (
            "promises/callback/kept/because",
            ["The coach says why, on the promise that was kept: You call Mr Brunner back."],
        ),
        (
            "promises/callback/broken/feels",
            ["Reto Brunner thinks this and does not say it, on the promise that was broken: You call Mr Brunner back."],
        ),
        ("call/heading", ["The heading of a chapter."]),
        (
            "call/says",
            ["The narrator says this, in the chapter: The call", "Reto Brunner says this, in the chapter: The call"],
        ),
        ("plan/says", ["Network desk says this."]),
        ("next-day/says", ["Lea, the trainee, says this, in the chapter: The next day"]),
        ("call/listen", ["Lea, the trainee, can say this. Quotation marks are added on screen."]),
        ("call/look", ["Lea, the trainee, can do this."]),
        ("call/listen/because", ["The coach says why, on the choice: Tell me all of it."]),
        ("call/listen/answer", ["Reto Brunner says this, in answer to: Tell me all of it."]),
        ("call/silence/because", ["The coach says why, on the silence: nobody answered in time."]),
        ("won/ending/title", ["The title of an ending."]),
        ("won/ending/text", ["The text of an ending."]),
    ],
)
def test_a_sentence_is_explained(context: str, notes: list[str]) -> None:
    """Each kind in its own words."""
    assert told(CALLBACK, context) == notes


def test_a_mood_is_told_with_the_line() -> None:
    """Its words depend on it."""
    angry = case(end=scene(says=[line("Well.", mood=-3)], ending=Ending(outcome="lost", title=Label("End"))))
    assert told(angry, "end/says") == ["Reto, furious, says this."]
