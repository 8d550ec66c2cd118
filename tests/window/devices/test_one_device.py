"""The whole game is played with any one device, from Home through a case, its debrief and mirror, and home again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.window.screens.mirror import Mirroring
from tests.window.devices.hands import HANDS, Hands
from tests.window.devices.table import Table
from tests.window.gallery import shown


@pytest.fixture(params=HANDS)
def hands(request: pytest.FixtureRequest) -> Hands:
    """One device."""
    found: Hands = HANDS[request.param]
    return found


@pytest.fixture
def table() -> Iterator[Table]:
    """At home, for the first time, in a window so small that most pages scroll."""
    opened = Table()
    yield opened
    opened.close()


def go_everywhere(table: Table, hands: Hands) -> None:
    """To all that can be reached on a screen; what arrows lead to is tested for every screen by itself."""
    if hands in (HANDS["tab"], HANDS["finger"], HANDS["mouse"]):
        for key in sorted(table.keys - {"debrief"}):
            hands.go_to(table, key)


def test_a_case_is_played_home_to_home(table: Table, hands: Hands) -> None:
    """Through the list and the briefing, with a decision taken back, to the debrief, the mirror, and home."""
    for key in ("skip", "case-lost-reservation", "practise"):
        hands.press(table, key)
    hands.press(table, table.choice("lobby/deposit"))
    hands.press(table, "take-back")
    hands.press(table, table.choice("lobby/listen"))
    hands.press(table, table.choice("search/honest"))
    hands.press(table, "choice-1")
    assert table.screen == "Debriefing"
    hands.press(table, "mirror")
    mirroring = table.stage.screen
    assert isinstance(mirroring, Mirroring)
    for turn in range(len(mirroring.mirror.turns)):
        hands.press(table, f"choice-{turn % 6 + 1}")
        hands.press(table, "choice-1")
    assert mirroring.is_over
    hands.press(table, "done")
    assert table.screen == "Debriefing"
    assert table.focus == "mirror"
    hands.press(table, "done")
    assert table.screen == "Home"
    assert "practice" in shown(table.stage)


def test_everything_in_a_debrief_is_reached(table: Table, hands: Hands) -> None:
    """Its parts, its decisions, the curve, and what is below."""
    for key in ("skip", "case-lost-reservation", "practise"):
        hands.press(table, key)
    hands.press(table, table.choice("lobby/deposit"))
    hands.press(table, table.choice("search/kitchen-room"))
    hands.press(table, "choice-1")
    go_everywhere(table, hands)


def test_the_game_is_set_and_the_way_back_leads_where_one_was(table: Table, hands: Hands) -> None:
    """An option, a switch, and back to the button that led there."""
    hands.press(table, "settings")
    hands.press(table, "text-125")
    hands.press(table, "colours-dark")
    hands.press(table, "captions-True")
    assert (table.stage.settings.text_size, table.stage.settings.colours) == (125, "dark")
    assert table.stage.settings.has_captions
    go_everywhere(table, hands)
    hands.back(table)
    assert table.screen == "Home"
    assert table.focus == "settings"


def test_somebody_new_comes_and_others_are_changed(table: Table, hands: Hands) -> None:
    """With a face of their own; then back to the button that led there."""
    hands.press(table, "people")
    hands.press(table, "new")
    hands.press(table, "surprise")
    hands.press(table, "chapter-hair")
    go_everywhere(table, hands)
    hands.back(table)
    assert table.focus == "new"
    hands.back(table)
    assert table.screen == "Home"
    assert table.focus == "people"


def test_the_first_steps_are_taken(table: Table, hands: Hands) -> None:
    """Hint by hint, to the end of the case and through its debrief."""
    hands.press(table, "first-steps")
    for _step in range(60):
        if table.screen == "Home":
            break
        hands.press(table, next(key for key in ("hint-next", "skip", "choice-1", "done") if key in table.keys))
    assert table.screen == "Home"
    assert "Welcome" not in shown(table.stage)


def test_a_pause_is_opened_and_left(table: Table, hands: Hands) -> None:
    """And gives the focus back to the choice that had it."""
    for key in ("skip", "case-lost-reservation", "practise"):
        hands.press(table, key)
    hands.go_to(table, "choice-2")
    before = table.focus
    hands.back(table)
    assert "Leave the case; it waits for you" in shown(table.stage)
    go_everywhere(table, hands)
    hands.press(table, "close")
    assert "Leave the case; it waits for you" not in shown(table.stage)
    assert table.focus in {before, "pause"}
