"""Decisions are found again by their words where their names have changed."""

from __future__ import annotations

import re

from game.loader import read_text
from game.scenario.model import Scenario
from game.trainer.preview.following import followed
from tests.trainer.preview.conftest import CALLBACK

TEXT = CALLBACK.read_text("utf-8")


def case(text: str) -> Scenario:
    """A scenario."""
    reading = read_text(text, "case.yaml")
    assert reading.scenario is not None, reading.diagnostics
    return reading.scenario


BEFORE = case(TEXT)


def test_what_keeps_its_name_keeps_it_whatever_its_words() -> None:
    """An id is the choice's name for good."""
    after = case(TEXT.replace("Tell me all of it.", "Go on, please."))
    assert followed(["call/listen"], BEFORE, after) == ("call/listen",)


def test_a_new_id_is_followed() -> None:
    """In the same scene."""
    after = case(TEXT.replace("id: listen", "id: hear"))
    assert followed(["call/listen", "plan/promise"], BEFORE, after) == ("call/hear", "plan/promise")


def test_ids_that_are_written_for_the_first_time_are_followed() -> None:
    """As `check --fix` does it: from a position to a name."""
    unnamed = case(re.sub(r"- id: listen\n\s+say", "- say", TEXT))
    assert followed(["call/1"], unnamed, BEFORE) == ("call/listen",)


def test_a_silence_is_followed_into_a_renamed_scene_and_never_into_a_choice() -> None:
    """It has no words of its own; its scene's choices tell which it is."""
    renamed = case(TEXT.replace("  call:\n    heading", "  ring:\n    heading").replace("goto: call", "goto: ring"))
    assert followed(["call/silence"], BEFORE, renamed) == ("ring/silence",)
    without = re.sub(r"    within: 30 s\n    silence:\n(?:      .*\n)+", "", TEXT)
    assert followed(["call/silence"], BEFORE, case(without)) == ("call/silence",)


def test_what_cannot_be_told_apart_keeps_its_name() -> None:
    """Two choices with the same words, neither of the old name."""
    twice = TEXT.replace("id: listen", "id: hear").replace("That happens.", "Tell me all of it.")
    assert followed(["call/listen", "no/where"], BEFORE, case(twice)) == ("call/listen", "no/where")
