"""What is heard can be read, where captions are on, and never in the way of a choice."""

from __future__ import annotations

import pytest

from game.window.input import Zoom
from game.window.screens.screen import Screen
from game.window.settings import Settings
from game.window.sound import Cue, Silence
from game.window.sound.captions import caption
from game.window.stage import Stage
from game.window.theme import Theme
from game.window.widgets.label import Label
from game.window.widgets.scroll import Scroll
from game.window.widgets.toast import Caption, Toast
from game.window.widgets.widget import Live, Widget
from tests.window.gallery import SCREENS, on_stage, shown


class Plain(Screen):
    """A screen that plays nothing by itself."""

    title = "Plain"

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:  # noqa: ARG002  # the same in any
        """One word."""
        return Label("Word")


CROWDED: tuple[str, ...] = ()
"""Screens so full of buttons that a sentence finds no room between them."""


def captioned(stage: Stage) -> Stage:
    """The same with captions."""
    stage.adjust(Settings(has_captions=True, is_still=True))
    return stage


def captions(stage: Stage) -> list[Caption]:
    """The captions in sight."""
    return [widget for widget in stage.tree.walk() if isinstance(widget, Caption)]


class Heard(Silence):
    """Notes what would be heard."""

    def __init__(self) -> None:
        self.cues: list[tuple[Cue, int] | str] = []

    def play(self, cue: Cue, volume: int) -> None:
        """Note it."""
        self.cues.append((cue, volume))

    def hush(self) -> None:
        """Note that."""
        self.cues.append("hush")


def test_a_cue_of_a_screen_is_heard_at_the_player_s_volume_and_read_for_a_moment() -> None:
    """The words stand there for two seconds and a half."""
    stage = captioned(on_stage(Plain()))
    stage.sounds = heard = Heard()
    stage.adjust(Settings(has_captions=True, volume=35))
    stage.tick(10.0)
    stage.screen.play_cue(Cue.PROMISE_KEPT)
    stage.tick(10.1)
    assert heard.cues == [(Cue.PROMISE_KEPT, 35)]
    assert [each.name for each in captions(stage)] == ["Promise kept"]
    stage.tick(12.4)
    assert captions(stage)
    stage.tick(12.6)
    assert not captions(stage)


def test_without_captions_nothing_is_read() -> None:
    """Which is how it is unless somebody asks for them."""
    stage = on_stage(Plain())
    stage.screen.play_cue(Cue.PROMISE_KEPT)
    stage.tick(0.1)
    assert not captions(stage)


def test_a_click_pushes_no_news_away() -> None:
    """What only goes with the player's own doing waits; what happened stays to be read."""
    stage = captioned(on_stage(Plain()))
    stage.screen.play_cue(Cue.RING)
    for slight in (Cue.LINE, Cue.CHAPTER, Cue.LATER, Cue.CHOOSE):
        stage.screen.play_cue(slight)
    stage.tick(0.1)
    assert [each.name for each in captions(stage)] == ["A telephone rings"]
    stage.screen.play_cue(Cue.MOOD_UP)
    stage.tick(0.2)
    assert [each.name for each in captions(stage)] == ["The mood gets better"]


def test_a_screen_reader_says_only_what_it_does_not_say_anyway() -> None:
    """The telephone; promises and moods are told by what shows them."""
    stage = captioned(on_stage(Plain()))
    for cue in Cue:
        stage.screen.play_cue(Cue.ENDING)
        stage.screen.play_cue(cue)
        stage.tick(0.1)
        for each in captions(stage):
            assert (each.live is Live.POLITE) == (each.name == caption(Cue.RING))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(800, 600), (1280, 800)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_caption_covers_nothing_that_can_be_pressed(screen: str, size: tuple[int, int], text: int) -> None:
    """On no screen, with the longest words there are."""
    stage = SCREENS[screen](size, "light", text)
    stage.adjust(Settings(has_captions=True, is_still=True, text_size=text))
    stage.screen.play_cue(max(Cue, key=lambda cue: len(caption(cue))))
    stage.tick(0.0)
    (note,) = captions(stage)
    assert stage.tree.rect.contains(note.rect)
    assert covered_by(note, stage) == []


def covered_by(note: Widget, stage: Stage) -> list[str]:
    """What can be pressed under it."""
    dialog = stage.screen.dialog(stage.theme, stage.size)
    pressable = [each for each in stage.tree.children[0 if dialog is None else 1].walk() if each.is_focusable]
    return [each.name for each in pressable if not isinstance(each, Scroll) and each.rect.colliderect(note.rect)]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", [(800, 600), (1280, 800)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_told_for_a_moment_covers_nothing_that_can_be_pressed_nor_a_caption(
    screen: str, size: tuple[int, int]
) -> None:
    """Where there is room for it: beside a page full of buttons it stands at the bottom, for five seconds."""
    stage = SCREENS[screen](size)
    stage.adjust(Settings(has_captions=True, is_still=True))
    stage.screen.play_cue(Cue.RING)
    stage.tell("This holds for now, but could not be kept. There is no room left on the disk for the records.")
    toast = next(each for each in stage.tree.walk() if isinstance(each, Toast) and each.name.startswith("This holds"))
    (note,) = captions(stage)
    assert not note.rect.colliderect(toast.rect)
    if covered_by(toast, stage):
        assert toast.rect.bottom > 0.9 * size[1]
        assert screen in CROWDED


def test_what_rings_is_hushed_by_the_next_screen() -> None:
    """Nobody answers a telephone on another page."""
    stage = on_stage(Plain())
    stage.sounds = heard = Heard()
    stage.show(Plain())
    assert heard.cues == ["hush"]


def test_a_screen_on_no_stage_is_silent() -> None:
    """It may play what it likes."""
    screen = Screen()
    screen.play_cue(Cue.RING)
    assert not screen.is_moving


def test_captions_grow_with_the_text() -> None:
    """Like everything else."""
    stage = captioned(on_stage(Plain()))
    stage.screen.play_cue(Cue.RING)
    stage.tick(0.1)
    (small,) = captions(stage)
    stage.act(Zoom(1))
    (large,) = captions(stage)
    assert large.rect.height > small.rect.height
    assert "A telephone rings" in shown(stage)
