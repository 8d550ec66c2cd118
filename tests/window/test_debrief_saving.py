"""A debrief kept as a picture and as text."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.window.widgets.widget import Live
from tests.window.debriefed import LOST, press
from tests.window.gallery import debriefing, on_stage, shown


def test_the_picture_holds_the_whole_page_and_never_takes_the_place_of_another(home: Path) -> None:
    """However little of it is in sight; where it was written is told, whole, to readers too."""
    stage = on_stage(debriefing(*LOST), (800, 600), text=200)
    press(stage, "save-picture")
    press(stage, "save-picture")
    saved = sorted((home / "saved").iterdir())
    assert len(saved) == 2
    picture = pygame.image.load(saved[0])
    assert picture.get_width() == 1440
    assert picture.get_height() > 2000
    note = next(widget for widget in stage.tree.walk() if widget.name in {f"Saved as {path}" for path in saved})
    assert note.live is Live.POLITE


def test_the_text_holds_all_decisions_and_their_reasons(home: Path) -> None:
    """In plain words, a paragraph a line."""
    press(on_stage(debriefing(*LOST)), "save-text")
    (saved,) = (home / "saved").iterdir()
    text = saved.read_text(encoding="utf-8")
    assert text.startswith("Debrief: The lost reservation (graded)\n")
    assert "8 - 7 - 1 - 3 = -3" in text
    assert "Half of the truth." in text
    assert "Broken: The deposit" in text
    assert "\n\n\n" not in text


def test_what_cannot_be_saved_is_told_with_its_reason(home: Path) -> None:
    """A file lies where the folder should be."""
    home.mkdir()
    (home / "saved").write_text("in the way")
    for key, what in (("save-picture", "The picture"), ("save-text", "The text")):
        stage = on_stage(debriefing(*LOST))
        press(stage, key)
        assert f"{what} could not be saved: {home / 'saved'} cannot be made" in shown(stage)


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((800, 600), 100), ((800, 600), 200)])
def test_what_was_saved_is_told_in_sight(home: Path, size: tuple[int, int], text: int) -> None:
    """It stands below the button, and a button may well be the last thing in the window."""
    stage = on_stage(debriefing(*LOST), size, text=text)
    press(stage, "save-text")
    (saved,) = (home / "saved").iterdir()
    note = next(widget for widget in stage.tree.walk() if widget.name == f"Saved as {saved}")
    sheet = next(widget for widget in stage.tree.walk() if widget.key == "debrief")
    assert sheet.rect.top <= note.rect.top
    assert note.rect.bottom <= sheet.rect.bottom
