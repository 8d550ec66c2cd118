"""The preview in the window: saves, findings, jumps, and what stays in sight."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.diagnostics import Diagnostic, Span
from game.loader import scenario_folders
from game.trainer.preview import Preview, Saved
from game.window.input import Back, Click, Digit, Erase, FunctionKey, Move, Press, Typed
from game.window.preview import Rehearsals, preview
from game.window.screens.conversation.person import PersonCard, PersonStrip
from game.window.screens.preview import Rehearsal, Waiting
from game.window.screens.preview.bar import findings_button
from game.window.screens.preview.bench import Notice
from game.window.screens.preview.debriefing import RehearsedDebriefing
from game.window.screens.preview.findings import finding_widgets
from game.window.stage import Stage
from game.window.widgets.choice import ChoiceButton
from game.window.widgets.note import Note
from game.window.widgets.scroll import Scroll
from game.window.widgets.widget import Live, Widget
from tests.window.gallery import SCENARIOS, SCREENS, nothing, on_stage, play_on, rehearsal, shown

SIZES = ((640, 480), (800, 600), (1280, 800), (3840, 2160))
PANELS = ("preview-findings", "preview-scenes", "preview-facts")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The case the window is tested on, in a file of its own."""
    path = tmp_path / "lost-reservation.yaml"
    path.write_bytes((SCENARIOS / "lost-reservation.yaml").read_bytes())
    return path


@pytest.fixture(autouse=True)
def unwritten(home: Path) -> Iterator[None]:
    """Nothing of a preview is kept: the user's folder is not even made."""
    yield
    assert not home.exists()


def screen_of(stage: Stage) -> Rehearsal:
    """The preview on a stage."""
    assert isinstance(stage.screen, Rehearsal)
    return stage.screen


def widget_of(stage: Stage, key: str) -> Widget:
    """The widget of that key."""
    return next(widget for widget in stage.tree.walk() if widget.key == key)


def press(stage: Stage, key: str) -> None:
    """Press the widget of that key with a pointer, scrolled into sight."""
    widget = widget_of(stage, key)
    for scroll in stage.tree.walk():
        if isinstance(scroll, Scroll) and widget in scroll.page.walk():
            scroll.reveal(widget)
    stage.act(Click(widget.rect.center))


def edit(path: Path, old: str, new: str) -> None:
    """Save the file with something written otherwise."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_save_is_shown_with_the_next_look(case: Path) -> None:
    """The decision stands, the line is new, a screen reader hears it, and what the save did is told for a while."""
    stage = play_on(on_stage(rehearsal(case)), Digit(1))
    edit(case, "Good evening.", "A very good evening.")
    stage.tick(5.0)
    assert "A very good evening." in shown(stage)
    live = [widget.name for widget in stage.tree.walk() if widget.live is Live.POLITE]
    assert any("A very good evening." in name for name in live)
    assert "The file was read again; your decision stands." in live
    assert screen_of(stage).view.decisions == 1
    stage.tick(20.0)
    assert "The file was read again" not in shown(stage)


def test_points_and_facts_stand_below_what_the_coach_says(case: Path) -> None:
    """At every decision, also after a save."""
    stage = play_on(on_stage(rehearsal(case)), Digit(1), Digit(1))
    edit(case, "Good evening.", "A very good evening.")
    stage.tick(5.0)
    text = shown(stage)
    first, second = (deed.name for deed in screen_of(stage).preview.backstage.deeds)
    assert text.index("She has to defend herself") < text.index(f"{first}: respect")
    assert text.index(f"{first}: respect") < text.index("Half of the truth") < text.index(f"{second}: ")


def test_findings_open_and_close_by_key_and_pointer() -> None:
    """With kind, code, place, the line itself, hint and way; a screen reader hears how many there are."""
    stage = play_on(on_stage(rehearsal()), FunctionKey(2))
    text = shown(stage)
    for words in (
        "Findings: 1 error, 1 warning",
        "Error: There is no such file. [file-missing]",
        "Line 4, column 3:\nlanguage: en\n",
        "Warning: There is no such folder. [folder-missing]",
        "A shortest way there: lobby/deposit",
    ):
        assert words in text
    assert widget_of(stage, "findings").live is Live.POLITE
    stage.act(FunctionKey(2))
    assert "Line 4, column 3" not in shown(stage)
    press(stage, "findings")
    assert "Line 4, column 3" in shown(stage)
    press(stage, "close-panel")
    assert "Line 4, column 3" not in shown(stage)
    stage.act(FunctionKey(2))
    stage.act(Back())
    assert "Line 4, column 3" not in shown(stage)
    assert screen_of(stage).open_dialog == ""


def test_the_way_to_a_finding_can_be_played() -> None:
    """The play then stands where the finding shows."""
    stage = play_on(on_stage(rehearsal()), FunctionKey(2))
    press(stage, "way-1")
    assert screen_of(stage).preview.decisions == ("lobby/deposit", "search/silence")


def test_errors_warnings_and_none_are_marked_differently(case: Path) -> None:
    """By the mark and by its colour, on the findings and on the bar."""
    error, warning = (Diagnostic("file-missing", kind, Span(str(case), 4)) for kind in ("error", "warning"))
    marks = set()
    for found in ((error, warning), (warning,), ()):
        behind = Preview(str(case), scenario_folders(), examine=lambda _case, found=found: found)  # type: ignore[misc]
        behind.finish_examination()
        button = findings_button(behind, nothing)
        marks.add((button.mark, button.mark_colour))
        notes = [each for widget in finding_widgets(behind, None) for each in widget.walk() if isinstance(each, Note)]
        assert (button.mark, button.mark_colour) in [(note.mark, note.colour) for note in notes] or not found
    assert len({mark for mark, _ in marks}) == len({colour for _, colour in marks}) == len(marks) == 3


def test_a_scene_no_play_reaches_stands_in_its_row_and_says_so(case: Path) -> None:
    """It is pressed like the others, and nothing is played."""
    edit(case, "scenes:\n", "scenes:\n  island:\n    says: Nobody comes here.\n    goto: lobby\n")
    text = case.read_text("utf-8")
    case.write_text(text.replace("scenes:\n", "start: lobby\nscenes:\n"), "utf-8")
    stage = play_on(on_stage(rehearsal(case)), FunctionKey(3))
    widget = widget_of(stage, "scene-island")
    assert "no play reaches it" in widget.description
    assert widget.rect.height == widget_of(stage, "scene-lobby").rect.height
    press(stage, "scene-island")
    assert "No play reaches the scene island." in shown(stage)
    assert screen_of(stage).preview.decisions == ()


@pytest.mark.parametrize("size", [(800, 600), (1280, 800)])
@pytest.mark.parametrize("panel", [(), (FunctionKey(2),)])
def test_what_a_save_did_never_covers_whom_one_faces(size: tuple[int, int], panel: tuple[FunctionKey, ...]) -> None:
    """Nor the promises, nor the answers."""
    stage = play_on(on_stage(rehearsal(), size), Digit(2), *panel)
    screen_of(stage).take_up(Saved(is_playable=False))
    play_on(stage)
    told = next(widget for widget in stage.tree.walk() if isinstance(widget, Notice))
    for widget in stage.tree.walk():
        if isinstance(widget, ChoiceButton | PersonCard | PersonStrip) or widget.name == "Promises":
            assert not told.rect.colliderect(widget.rect), widget.name


def test_a_panel_with_the_focus_stays_the_card_it_is() -> None:
    """The ring goes round it; nothing on it changes its ground."""
    stage = play_on(on_stage(rehearsal()), FunctionKey(4))
    pictures = []
    for _ in range(2):
        picture = pygame.Surface(stage.size)
        stage.paint(picture)
        pictures.append(picture)
        stage.act(Move.NEXT)
        while stage.focus is not widget_of(stage, "panel"):
            stage.act(Move.NEXT)
    page = widget_of(stage, "panel").rect
    before, after = (pygame.image.tobytes(picture.subsurface(page), "RGB") for picture in pictures)
    assert before == after
    assert pygame.image.tobytes(pictures[0], "RGB") != pygame.image.tobytes(pictures[1], "RGB")


def test_letters_narrow_the_scenes_and_enter_jumps() -> None:
    """By keys alone: F3, letters, Tab, Enter."""
    stage = play_on(on_stage(rehearsal()), FunctionKey(3))
    every = [widget.key for widget in stage.tree.walk() if widget.key.startswith("scene-")]
    for letter in "SEAX":
        stage.act(Typed(letter))
    assert not [widget for widget in stage.tree.walk() if widget.key.startswith("scene-")]
    stage.act(Erase())
    assert "Scenes with “sea”: 1" in shown(stage)
    assert [widget.key for widget in stage.tree.walk() if widget.key.startswith("scene-")] == ["scene-search"]
    stage.act(Move.NEXT)
    while stage.focus is not widget_of(stage, "scene-search"):
        stage.act(Move.NEXT)
    stage.act(Press())
    assert screen_of(stage).preview.backstage.scene == "search"
    assert len(every) > 1


def test_every_scene_can_be_jumped_to_with_a_pointer() -> None:
    """And F6 goes back to the opening."""
    stage = play_on(on_stage(rehearsal()), FunctionKey(3))
    behind = screen_of(stage).preview
    for place in behind.places():
        press(stage, f"scene-{place.scene}")
        assert behind.backstage.scene == place.scene or behind.passes(place.scene)
    stage.act(FunctionKey(6))
    assert behind.decisions == ()


def test_a_number_still_chooses_while_a_panel_is_open() -> None:
    """The panel takes nothing from the play."""
    stage = play_on(on_stage(rehearsal(), (800, 600)), FunctionKey(2), Digit(2))
    assert len(screen_of(stage).preview.decisions) == 1


@pytest.mark.parametrize("panel", ["preview", "preview-saved", *PANELS])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", [100, 200])
def test_the_overlay_never_lies_over_the_choices(panel: str, size: tuple[int, int], text: int) -> None:
    """At 800x600 and 100 % all of them are in sight; in any window the first one begins within it."""
    stage = SCREENS[panel](size, "light", text)
    choices = [widget for widget in stage.tree.walk() if isinstance(widget, ChoiceButton)]
    scroll = next(each for each in stage.tree.walk() if isinstance(each, Scroll) and choices[0] in each.page.walk())
    for widget in stage.tree.walk():
        if widget.key in ("panel", "findings", "scenes", "facts") or type(widget).__name__ in ("Panel", "Notice"):
            assert not widget.rect.colliderect(scroll.rect), widget.name
    assert scroll.rect.collidepoint(choices[0].rect.topleft)
    if size >= (800, 600) and text == 100:
        assert all(scroll.rect.contains(choice.rect) for choice in choices)


def test_silence_is_a_button_where_time_would_run(case: Path) -> None:
    """So that an author can edit in peace, and see the silence all the same."""
    stage = play_on(on_stage(rehearsal(case)), Digit(2))
    assert "Let the 20 seconds run out" in shown(stage)
    stage.tick(500.0)
    assert screen_of(stage).preview.decisions[-1] != "search/silence"
    press(stage, "silence")
    assert screen_of(stage).preview.decisions[-1] == "search/silence"


def test_a_broken_save_leaves_the_play_and_tells_the_findings(case: Path) -> None:
    """After the moment in which it may have been half written; mending it clears them."""
    whole = case.read_text("utf-8")
    now = [0.0]
    behind = Preview(str(case), scenario_folders(), clock=lambda: now[0], examine=lambda _case: ())
    behind.finish_examination()
    assert behind.kept is not None
    stage = play_on(on_stage(Rehearsal(behind, behind.kept, on_end=nothing, on_leave=nothing)), Digit(1))
    assert "No findings (F2)" in shown(stage)
    case.write_text(whole.replace("scenes:", "scenes: ["), "utf-8")
    stage.tick(now[0])
    assert "No findings (F2)" in shown(stage)
    now[0] = 1.0
    stage.tick(now[0])
    assert "You play on in the version before." in shown(stage)
    assert "No findings (F2)" not in shown(stage)
    stage.act(Digit(1))
    assert len(behind.decisions) == 2
    case.write_text(whole, "utf-8")
    stage.tick(now[0])
    behind.finish_examination()
    stage.tick(now[0])
    assert "No findings (F2)" in shown(stage)
    assert len(behind.decisions) == 2


def test_a_dead_end_leaves_its_author_a_way_out(case: Path) -> None:
    """It is told by the scene's name, and the opening is one key away."""
    edit(case, "scenes:\n", "scenes:\n  stuck:\n    says: Nothing.\n")
    text = case.read_text("utf-8")
    case.write_text(re.sub(r"goto: \S+", "goto: stuck", text, count=1), "utf-8")
    stage = on_stage(rehearsal(case))
    screen_of(stage).preview.jump("stuck")
    screen_of(stage).stand_anew()
    stage.tick(1.0)
    assert "The case cannot go on: in stuck nothing can be chosen, and no goto leads on." in shown(stage)
    press(stage, "start-anew")
    assert screen_of(stage).preview.decisions == ()


def test_reading_again_is_a_key(case: Path) -> None:
    """F5; it says so where nothing changed."""
    stage = play_on(on_stage(rehearsal(case)), FunctionKey(5))
    assert "The file is the same as before." in shown(stage)


def test_the_pause_names_the_keys_and_leads_out() -> None:
    """Escape opens it; nothing of a preview waits for anybody."""
    left: list[bool] = []
    stage = play_on(on_stage(rehearsal(on_leave=lambda: left.append(True))), Back())
    assert "F3 the scenes" in shown(stage)
    press(stage, "leave")
    assert left == [True]


def journey(path: Path) -> tuple[Rehearsals, Stage, list[str]]:
    """A preview's way through its screens, on a stage."""
    left: list[str] = []
    rehearsals = Rehearsals(Preview(str(path), scenario_folders()))
    stage = on_stage(rehearsals.first())
    rehearsals.attach(stage.show, lambda: left.append("left"))
    return rehearsals, stage, left


def test_a_file_that_is_no_case_yet_is_waited_for(case: Path) -> None:
    """Its findings are shown; the save that mends it opens the play."""
    whole = case.read_text("utf-8")
    case.unlink()
    _, stage, left = journey(case)
    assert isinstance(stage.screen, Waiting)
    assert "There is no such file." in shown(stage)
    stage.act(Back())
    assert left == ["left"]
    case.write_text(whole, "utf-8")
    stage.tick(1.0)
    assert isinstance(stage.screen, Rehearsal)


def test_the_debrief_is_seen_and_a_save_leads_back(case: Path) -> None:
    """From the ending to the debrief, from the debrief to the play, and by a save as well."""
    _, stage, _ = journey(case)
    stage = play_on(stage, Digit(4), Digit(2))
    press(stage, "choice-1")
    assert isinstance(stage.screen, RehearsedDebriefing)
    assert "Back to the play" in shown(stage)
    stage.act(Back())
    assert isinstance(stage.screen, Rehearsal)
    press(stage, "choice-1")
    edit(case, "Good evening.", "A very good evening.")
    stage.tick(9.0)
    assert isinstance(stage.screen, Rehearsal)
    assert "A very good evening." in shown(stage)


def test_a_name_of_nothing_opens_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    """It is told, with exit code 2."""
    assert preview("no-such-case") == 2
    assert "no-such-case" in capsys.readouterr().err


def test_the_window_opens_on_a_file_and_closes(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole command, once round."""
    from game.window.app import App

    seen: list[Any] = []

    def once(app: App, _until: Callable[[], bool] = bool) -> None:
        app.stage.tick(0.0)
        app.paint()
        seen.append(app.stage.screen)

    monkeypatch.setattr(App, "run", once)
    assert preview(str(case)) == 0
    assert isinstance(seen[0], Rehearsal)
