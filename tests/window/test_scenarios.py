"""The list of cases: everything that was found, narrowed and ordered, and what cannot be played."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from game.loader import find_scenarios
from game.window.cases import Cases
from game.window.input import Back, Click, Typed, Write
from game.window.progress import Progress
from game.window.screens.scenarios import Scenarios, View
from game.window.screens.scenarios.selection import Order, Selection
from game.window.stage import Stage
from tests.window.gallery import SCENARIOS, found_cases, nothing, on_stage, progress, read_cases, scenarios, shown


def keys(stage: Stage) -> list[str]:
    """What can have the focus, in the order of reading."""
    return [widget.key for widget in stage.tree.walk() if widget.is_focusable]


def press(stage: Stage, key: str) -> None:
    """Press the widget of that key."""
    widget = next(widget for widget in stage.tree.walk() if widget.key == key)
    stage.act(Click(widget.rect.center))
    stage.tick(0.0)


def reading(**ways: Any) -> tuple[Stage, Cases]:
    """The list before any file was read; each tick reads one."""
    cases = Cases(found_cases())

    def work() -> bool:
        cases.read_next()
        screen.receive(Progress())
        return not cases.is_read

    known: dict[str, Any] = {"progress": Progress(), "work": work, "on_case": nothing, "on_back": nothing, **ways}
    screen = Scenarios(cases, View(), **known)
    return on_stage(screen), cases


def test_the_first_picture_waits_for_no_file() -> None:
    """The list is there before anything was read, and fills file by file."""
    stage, _cases = reading()
    assert "The lost reservation" not in shown(stage)
    assert "Reading lost-reservation" in shown(stage)
    stage.tick(0.0)
    assert "The lost reservation" in shown(stage)
    assert "Reading colon" in shown(stage)
    stage.tick(0.0)
    assert "Reading" not in shown(stage)
    assert not stage.is_moving


def test_a_case_says_where_it_plays_how_hard_it_is_how_long_and_what_was_reached() -> None:
    """Each fact with its mark; the summary is read with the title."""
    stage = on_stage(scenarios())
    for words in ("at the counter", "medium", "About 6 minutes", "Silver medal. Best score 812 of 1000", "Flawless"):
        assert words in shown(stage)
    card = next(widget for widget in stage.tree.walk() if widget.key == "case-lost-reservation")
    assert card.name == "The lost reservation"
    assert card.description.startswith("Two tired children")
    assert card.language == "en"


@pytest.mark.parametrize(
    ("reached", "words"),
    [(Progress(), "Not tried yet"), (Progress(tried=frozenset({"lost-reservation"})), "Practised")],
)
def test_a_case_without_a_score_says_so(reached: Progress, words: str) -> None:
    """Not tried, or only practised."""
    assert words in shown(on_stage(scenarios(progress=reached)))


def test_a_broken_file_is_shown_with_what_to_mend() -> None:
    """Message, mend and place of its first finding, and how many there are."""
    text = shown(on_stage(scenarios()))
    assert "colon cannot be played yet" in text
    assert "Put quotes round this sentence" in text
    assert "scenarios/colon.yaml, line 10, column 16" in text
    assert "One more finding." in text


def test_a_missing_folder_is_told() -> None:
    """The folder's name stands with it."""
    assert "cases-of-my-team" in shown(on_stage(scenarios()))


def test_the_first_case_has_the_focus_or_the_one_that_was_opened_last() -> None:
    """Enter opens its briefing."""
    opened: list[str] = []
    stage = on_stage(scenarios(on_case=opened.append))
    assert stage.focus is not None
    assert stage.focus.key == "case-lost-reservation"
    press(stage, "case-lost-reservation")
    assert opened == ["lost-reservation"]


def test_escape_leads_back() -> None:
    """So does the button in the bar."""
    left: list[bool] = []
    stage = on_stage(scenarios(on_back=lambda: left.append(True)))
    stage.act(Back())
    press(stage, "back")
    assert left == [True, True]


def test_letters_look_for_a_case() -> None:
    """They open the panel, and the field goes on with them."""
    stage = on_stage(scenarios())
    stage.act(Typed("x"))
    assert stage.focus is not None
    assert stage.focus.key == "search"
    assert "No case is like that." in shown(stage)
    stage.act(Write("y"))
    assert isinstance(stage.screen, Scenarios)
    assert stage.screen.view.selection.words == "xy"
    press(stage, "all")
    assert "case-lost-reservation" in keys(stage)


def test_the_panel_narrows_and_orders() -> None:
    """What is on is marked, for eyes and for screen readers; the count is told."""
    view = View(is_open=True)
    stage = on_stage(scenarios(view))
    press(stage, "no-medal")
    assert "0 of 1 cases" in shown(stage)
    assert "case-lost-reservation" not in keys(stage)
    press(stage, "no-medal")
    press(stage, "order-best")
    chosen = {widget.key: widget.place_in_set for widget in stage.tree.walk() if widget.is_chosen}
    assert chosen == {"order-best": (6, 6)}
    assert "case-lost-reservation" in keys(stage)
    press(stage, "panel")
    assert "order-best" not in keys(stage)


def test_a_card_stays_the_same_from_tree_to_tree_until_something_is_reached() -> None:
    """So hundreds of them are quickly there again."""
    screen = scenarios(progress=Progress())
    stage = on_stage(screen)

    def card() -> Any:
        return next(widget for widget in stage.tree.walk() if widget.key == "case-lost-reservation")

    first = card()
    screen.has_changed = True
    stage.tick(0.0)
    assert card() is first
    screen.receive(progress())
    stage.tick(0.0)
    assert card() is not first
    assert "Silver" in shown(stage)


def test_a_card_that_moves_takes_everything_on_it_along() -> None:
    """Scrolling places nothing anew, and leaves nothing behind."""
    stage = on_stage(scenarios(View(is_open=True)), (640, 480))
    card = next(widget for widget in stage.tree.walk() if widget.key == "case-lost-reservation")
    before = [(widget.rect.x, widget.rect.y) for widget in card.walk()]
    card.place(stage.theme, card.rect.move(3, -40))
    assert [(widget.rect.x, widget.rect.y) for widget in card.walk()] == [(x + 3, y - 40) for x, y in before]


def test_without_any_case_that_is_said() -> None:
    """An empty list is no riddle."""
    empty = Cases(found_cases().__class__({}, {}, (), {}))
    known: dict[str, Any] = {"progress": Progress(), "work": lambda: False, "on_case": nothing, "on_back": nothing}
    assert "No case was found that can be played." in shown(on_stage(Scenarios(empty, View(), **known)))


def test_cases_are_read_one_at_a_time_and_told() -> None:
    """Those that are sound can be played; of the others it is known why not."""
    cases = Cases(found_cases())
    assert cases.playable() == ()
    assert cases.next_file == "lost-reservation"
    assert [each.id for each in read_cases().playable()] == ["lost-reservation"]
    assert [case for case, _findings in read_cases().broken()] == ["colon"]
    assert cases.told("colon") is None
    assert cases.told("no-such-case") is None


def laid_out(folder: Path, path: str = "[first, {case: second, after: first}]") -> Path:
    """Three cases, and a path through some of them."""
    sound = (SCENARIOS / "lost-reservation.yaml").read_text("utf-8")
    for case in ("first", "second", "other"):
        text = re.sub(r"(?m)^title: .*", f"title: The {case}", sound, count=1)
        (folder / f"{case}.yaml").write_text(text, encoding="utf-8")
    text = f"door:\n  title: At the door\n  text: Whoever comes in.\n  cases: {path}\n"
    (folder / "curriculum.yaml").write_text(text, encoding="utf-8")
    return folder


def over(folder: Path, view: View | None = None) -> Scenarios:
    """The list over a folder, to somebody new."""
    known: dict[str, Any] = {"progress": Progress(), "work": lambda: False, "on_case": nothing, "on_back": nothing}
    return Scenarios(read_cases(find_scenarios([folder])), view or View(), **known)


def cards(stage: Stage) -> list[str]:
    """The cases that are shown, in their order."""
    return [key.removeprefix("case-") for key in keys(stage) if key.startswith("case-")]


def test_cases_stand_under_the_titles_of_their_chapters(tmp_path: Path) -> None:
    """In the path's order, with how far one is and what is best played before; the others come last."""
    screen = over(laid_out(tmp_path))
    stage = on_stage(screen)
    words = shown(stage)
    places = [words.index(each) for each in ("At the door", "0 of 2 played", "Whoever comes in.", "Further cases")]
    assert places == sorted(places)
    assert cards(stage) == ["first", "second", "other"]
    assert "best after: The first" in words
    screen.receive(Progress(tried=frozenset({"first"})))
    stage.tick(0.0)
    assert "1 of 2 played" in shown(stage)
    assert "best after" not in shown(stage)


def test_in_another_order_there_are_no_chapters(tmp_path: Path) -> None:
    """Whoever looks for a case sees the chapter it is in."""
    stage = on_stage(over(laid_out(tmp_path), View(Selection(order=Order.TITLE))))
    assert "At the door" not in shown(stage)
    assert cards(stage) == ["first", "other", "second"]
    stage = on_stage(over(tmp_path, View(Selection(words="second"))))
    assert "At the door" in shown(stage)
    assert cards(stage) == ["second"]


def test_what_is_wrong_with_the_path_is_told(tmp_path: Path) -> None:
    """Its cases can be played all the same."""
    stage = on_stage(over(laid_out(tmp_path, "[gone]")))
    assert "No case is called" in shown(stage)
    assert cards(stage) == ["first", "other", "second"]


def test_a_chapter_waits_for_no_file(tmp_path: Path) -> None:
    """It counts what was read of it by now; the rest follows file by file."""
    cases = Cases(find_scenarios([laid_out(tmp_path)]))
    cases.read_next()
    known: dict[str, Any] = {"progress": Progress(), "work": lambda: False, "on_case": nothing, "on_back": nothing}
    stage = on_stage(Scenarios(cases, View(), **known))
    assert cards(stage) == ["first"]
    assert "0 of 1 played" in shown(stage)
    assert "Reading other …" in shown(stage)
