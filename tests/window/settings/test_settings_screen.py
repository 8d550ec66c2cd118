"""Everything can be set, by keys, pointer and screen reader, and what it changes is seen at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.window.input import Assist, Back, Click, Move, Press, Put
from game.window.screens.settings import SettingsScreen
from game.window.settings import Settings
from game.window.sound import Cue, Silence
from game.window.stage import Stage
from game.window.widgets.bubble import Bubble
from game.window.widgets.choice_row import Option, Slider
from game.window.widgets.widget import Role, Widget
from tests.window.gallery import nothing, shown

SIZES = ((1280, 800), (800, 600))
at_both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


class Heard(Silence):
    """Notes what would be heard."""

    def __init__(self) -> None:
        self.cues: list[tuple[Cue, int]] = []

    def play(self, cue: Cue, volume: int) -> None:
        """Note it."""
        self.cues.append((cue, volume))


def opened(size: tuple[int, int] = SIZES[0], settings: Settings | None = None, **ways: Any) -> Stage:
    """The settings on a stage."""
    screen = SettingsScreen(**{"on_done": nothing, "can_speak": True, **ways})
    stage = Stage(screen, settings or Settings(is_still=True), size)
    stage.sounds = Heard()
    return stage


def heard(stage: Stage) -> list[tuple[Cue, int]]:
    """What was heard so far."""
    assert isinstance(stage.sounds, Heard)
    return stage.sounds.cues


def widget(stage: Stage, key: str) -> Widget:
    """A widget by its key."""
    return next(each for each in stage.tree.walk() if each.key == key)


def press(stage: Stage, *keys: str) -> None:
    """Press widgets through their keys, as a screen reader does."""
    for key in keys:
        assert stage.act(Assist(widget(stage, key).reader_id, Press())), key
        stage.tick(0.0)


CHANGES = [
    ("language-de", {"language": "de"}),
    ("language-en", {"language": "en"}),
    ("text-175", {"text_size": 175}),
    ("colours-dark", {"colours": "dark"}),
    ("colours-contrast", {"colours": "contrast"}),
    ("full-True", {"fills_screen": True}),
    ("pace-slow", {"pace": "slow"}),
    ("pace-at once", {"pace": "at once"}),
    ("still-False", {"is_still": False}),
    ("captions-True", {"has_captions": True}),
    ("aloud-True", {"reads_aloud": True}),
    ("timers-False", {"has_timers": False}),
]


@at_both_sizes
@pytest.mark.parametrize(("key", "change"), CHANGES, ids=[key for key, _change in CHANGES])
def test_each_option_sets_what_it_names_and_nothing_else(
    key: str, change: dict[str, Any], size: tuple[int, int]
) -> None:
    """The stage takes it, its row shows it as chosen, and the focus stays where it was pressed."""
    stage = opened(size)
    press(stage, key)
    assert stage.settings == replace(Settings(is_still=True), **change)
    assert widget(stage, key).is_chosen
    assert stage.focus is not None
    assert stage.focus.key == key


def test_of_each_row_exactly_one_option_is_chosen() -> None:
    """A screen reader hears it as one of so many, each row under its name."""
    stage = opened(settings=Settings(volume=0, pace="fast", text_size=150))
    rows = [each for each in stage.tree.walk() if each.role is Role.OPTIONS]
    assert [row.name for row in rows] == [
        "Language",
        "Text size",
        "Colours",
        "Full screen",
        "Lines appear",
        "Things move",
        "Captions",
        "Read aloud",
        "Time limits",
    ]
    for row in rows:
        options = [each for each in row.walk() if isinstance(each, Option)]
        assert len(options) > 1
        assert sum(bool(each.is_chosen) for each in options) == 1


def test_pressing_what_is_chosen_changes_nothing() -> None:
    """Nobody is told of a change that is none."""
    stage = opened()
    told: list[Settings] = []
    stage.on_adjust = told.append
    press(stage, "text-100", "colours-light")
    assert told == []


def test_a_language_is_written_in_its_own_words() -> None:
    """And read aloud in them."""
    stage = opened()
    assert [(each.name, each.language) for each in stage.tree.walk() if each.key.startswith("language-")] == [
        ("As the computer", ""),
        ("English", "en"),
        ("Deutsch", "de"),
    ]


def slider_of(stage: Stage) -> Slider:
    """The volume."""
    found = widget(stage, "volume")
    assert isinstance(found, Slider)
    return found


def test_arrows_turn_the_volume_and_each_step_is_heard() -> None:
    """Ten at a time; at an end nothing happens, and the focus does not run away."""
    stage = opened()
    stage.act(Assist(slider_of(stage).reader_id, Put(80.0)))
    for _step in range(4):
        stage.act(Move.RIGHT)
    assert stage.settings.volume == 100
    assert heard(stage) == [(Cue.CHOOSE, 80), (Cue.CHOOSE, 90), (Cue.CHOOSE, 100)]
    for _step in range(12):
        stage.act(Move.LEFT)
    assert stage.settings.volume == 0
    assert slider_of(stage).value_text == "off"
    assert slider_of(stage).value == (0, 100)
    assert stage.focus is slider_of(stage)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_press_on_the_track_sets_the_volume_there(share: float) -> None:
    """To the nearest ten; outside the track, to its end."""
    stage = opened((1280, 1600))
    rect = slider_of(stage).rect
    track = slider_of(stage)._track
    places = {0.0: rect.left, 1.0: track.right + 5}
    stage.act(Click((places.get(share, track.x + round(share * track.width)), rect.centery)))
    assert stage.settings.volume == round(share * 100)


def test_a_screen_reader_sets_a_volume_between_the_steps_and_never_beyond_the_ends() -> None:
    """What it asks for is what is set; letters are no volume."""
    stage = opened()
    for asked, taken in ((33.0, 33), (250.0, 100), (-3.0, 0)):
        stage.act(Assist(slider_of(stage).reader_id, Put(asked)))
        assert stage.settings.volume == taken
    assert not slider_of(stage).act(Put("loud"))


def test_a_button_lets_the_volume_be_heard() -> None:
    """Without changing it."""
    stage = opened(settings=Settings(volume=20, is_still=True))
    press(stage, "listen")
    assert heard(stage) == [(Cue.PROMISE_KEPT, 20)]
    assert stage.settings.volume == 20


def test_captions_show_one_as_soon_as_they_are_on() -> None:
    """So that it is plain what they are."""
    stage = opened()
    press(stage, "captions-True")
    assert [each.name for each in stage.tree.walk() if type(each).__name__ == "Caption"] == ["Promise kept"]


def bubbles(stage: Stage) -> int:
    """How many lines of the preview are there."""
    return sum(isinstance(each, Bubble) for each in stage.tree.walk())


def test_the_preview_shows_the_pace() -> None:
    """A new pace lets the lines appear again: the faster, the sooner; and nothing on the page moves for it."""
    ended: dict[str, float] = {}
    for pace in ("slow", "fast"):
        stage = opened(settings=Settings())
        assert bubbles(stage) == 3
        stage.tick(100.0)
        press_at = widget(stage, f"pace-{pace}")
        before = [each.rect for each in stage.tree.walk() if each.is_focusable]
        stage.act(Assist(press_at.reader_id, Press()))
        assert bubbles(stage) == 1
        assert stage.is_moving
        assert [each.rect for each in stage.tree.walk() if each.is_focusable][: len(before) - 1] == before[:-1]
        now = 100.0
        while stage.is_moving:
            now += 0.05
            stage.tick(now)
        ended[pace] = now - 100.0
        assert bubbles(stage) == 3
        assert [cue for cue, _volume in heard(stage)].count(Cue.LINE) == 2
    assert ended["fast"] < ended["slow"] / 2


def test_nothing_moves_where_nothing_may() -> None:
    """All lines stand there at once, whatever the pace."""
    stage = opened(settings=Settings(is_still=True))
    press(stage, "pace-slow", "again")
    assert bubbles(stage) == 3
    assert not stage.is_moving


def test_everything_goes_back_to_how_it_was_at_first_and_that_can_be_undone() -> None:
    """But for the language the player reads."""
    mine = Settings(language="de", text_size=200, colours="contrast", volume=10, pace="fast", reads_aloud=True)
    stage = opened(settings=mine)
    press(stage, "reset")
    assert stage.settings == Settings(language="de")
    press(stage, "reset")
    assert stage.settings == mine


def test_after_another_change_a_reset_is_not_undone_but_done_again() -> None:
    """The button says which of both it does."""
    stage = opened(settings=Settings(volume=10))
    press(stage, "reset", "colours-dark")
    assert widget(stage, "reset").name == "Everything as it was at first"
    press(stage, "reset")
    assert stage.settings == Settings()


def test_without_a_voice_that_is_said() -> None:
    """The player need not wonder why nothing speaks."""
    assert "This computer has no voice that the game could use." in shown(opened(can_speak=False))
    assert "Lines are spoken" in shown(opened(can_speak=True))


def test_time_limits_are_marked_as_a_help() -> None:
    """It is said that the debrief tells."""
    assert "the debrief says so" in shown(opened())


def test_escape_and_the_arrow_lead_back() -> None:
    """To wherever the player came from."""
    done: list[bool] = []
    stage = opened(on_done=lambda: done.append(True))
    stage.act(Back())
    press(stage, "back")
    assert done == [True, True]


@at_both_sizes
def test_tab_comes_to_every_setting(size: tuple[int, int]) -> None:
    """In the order in which they stand there, and round again."""
    stage = opened(size)
    stage.act(Move.NEXT)
    first, seen = stage.focus, []
    assert first is not None
    while True:
        assert stage.focus is not None
        seen.append(stage.focus.key)
        stage.act(Move.NEXT)
        if stage.focus is first:
            break
    assert seen[0] == "language-"
    assert {"text-200", "colours-contrast", "volume", "listen", "captions-False", "timers-True", "reset"} <= set(seen)
    assert len(seen) == len(set(seen))


def test_down_goes_from_row_to_row() -> None:
    """With a gamepad the rows are left one below the other."""
    stage = opened()
    stage.act(Move.NEXT)
    rows = []
    for _row in range(5):
        assert stage.focus is not None
        rows.append(stage.focus.key.partition("-")[0])
        stage.act(Move.DOWN)
    assert rows == ["language", "text", "colours", "full", "pace"]
