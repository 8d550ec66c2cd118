"""What is read aloud: new lines in their order, and whatever the player goes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.window import reading as module
from game.window.input import Digit, Move, Point
from game.window.reading import Reading
from game.window.settings import Settings
from game.window.sound.voice import Speaker
from game.window.stage import Stage
from tests.window.gallery import conversation, on_stage, play_on


class Said:
    """A voice that notes what it is to say."""

    all: list[str]

    def __init__(self, _speaker: Speaker) -> None:
        type(self).all = []

    def say(self, words: str, language: str) -> None:
        """Note a sentence."""
        self.all.append(f"{language}: {words}")

    def hush(self) -> None:
        """Note that it was hushed."""
        self.all.append("hush")

    def close(self) -> None:
        """Note that it was closed."""
        self.all.append("close")


@pytest.fixture(autouse=True)
def voice(monkeypatch: pytest.MonkeyPatch) -> type[Said]:
    """Stands in the place of the computer's voice."""
    monkeypatch.setattr(module, "Voice", Said)
    Said.all = []
    return Said


@pytest.fixture
def stage() -> Stage:
    """A conversation at its first decision, read aloud."""
    stage = play_on(on_stage(conversation()))
    stage.adjust(replace(stage.settings, reads_aloud=True))
    return stage


@pytest.fixture
def reading(stage: Stage) -> Reading:
    """Reads it; what stood there already is not said."""
    made = Reading(Speaker(("any",)))
    made.sync(stage)
    return made


def test_what_stands_there_already_is_not_said(reading: Reading, voice: type[Said]) -> None:
    """The player has read it; only what comes from now on is said."""
    assert reading
    assert voice.all == []


def test_new_lines_are_said_after_one_another(reading: Reading, stage: Stage, voice: type[Said]) -> None:
    """What somebody answers, with who says it; in the language of the case."""
    play_on(stage, Digit(2))
    reading.sync(stage)
    lines = [line for line in voice.all if line.startswith("en: ")]
    assert len(lines) >= 2
    assert any("Anna Lindqvist-Überschär" in line for line in lines)
    assert "hush" not in voice.all
    voice.all.clear()
    reading.sync(stage)
    assert voice.all == []


def test_the_choice_the_player_goes_to_is_said_and_ends_what_was_said(
    reading: Reading, stage: Stage, voice: type[Said]
) -> None:
    """By keys; each choice once, and nothing while they stay there."""
    stage.act(Move.NEXT)
    reading.sync(stage)
    stage.act(Move.NEXT)
    reading.sync(stage)
    reading.sync(stage)
    assert [line for line in voice.all if line == "hush"] == ["hush", "hush"]
    assert len(voice.all) == 4
    assert voice.all[1] != voice.all[3]


def test_the_choice_under_the_pointer_is_said(reading: Reading, stage: Stage, voice: type[Said]) -> None:
    """Whoever reads with difficulty points at a choice to hear it."""
    choice = next(widget for widget in stage.tree.walk() if widget.key == "choice-2")
    stage.act(Point(choice.rect.center))
    reading.sync(stage)
    assert voice.all == ["hush", f"en: {choice.name}. {choice.description}"]


def test_nothing_is_said_where_nobody_asked_for_it(voice: type[Said]) -> None:
    """Not even the voice is made."""
    stage = play_on(on_stage(conversation()), Digit(2))
    Reading(Speaker(("any",))).sync(stage)
    assert voice.all == []


def test_switched_off_it_falls_silent(reading: Reading, stage: Stage, voice: type[Said]) -> None:
    """And says nothing more."""
    stage.adjust(Settings())
    reading.sync(stage)
    play_on(stage, Digit(2))
    reading.sync(stage)
    assert voice.all == ["close"]


def test_a_computer_without_a_voice_is_silent(stage: Stage, voice: type[Said], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no trouble."""
    monkeypatch.setattr(module, "find_speaker", lambda: None)
    made = Reading()
    made.sync(stage)
    made.close()
    assert voice.all == []
