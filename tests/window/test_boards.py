"""The boards: the way there with a code, what is looked at, and what one can do about oneself."""

from __future__ import annotations

from typing import Any

import pytest

from game.online.faults import NoAnswer, Refusal
from game.online.plays import RankedPlay
from game.records import Trouble
from game.window.input import Back
from game.window.screens.boards import Boards
from game.window.stage import Stage
from game.window.widgets.widget import Widget
from tests.window.canned import Canned, boards, briefing, news, settled
from tests.window.gallery import home, on_stage, press, reception, shown


def opened(league: Canned | None = None, **ways: Any) -> tuple[Stage, Canned, Boards]:
    """The boards, all told."""
    found = league or Canned()
    screen = boards(found, **ways)
    return settled(on_stage(screen)), found, screen


def pressed(stage: Stage, *keys: str) -> None:
    """Press, and wait for the answers."""
    for key in keys:
        press(stage, key)
        settled(stage)


def found(stage: Stage, key: str) -> Widget:
    """What has a key."""
    return next(widget for widget in stage.tree.walk() if widget.key == key)


def write(stage: Stage, key: str, text: str) -> None:
    """Write into a field."""
    found(stage, key).on_change(text)  # type: ignore[attr-defined]
    stage.tick(0.0)


@pytest.mark.parametrize(
    ("server", "code", "name", "remark"),
    [
        ("ftp://x", "ABCD-EFGH", "Kim", "is no address of a server"),
        ("", "ABCD-EFGH", "Kim", "is no address of a server"),
        ("games.example", " ", "Kim", "The code is missing."),
        ("games.example", "ABCD-EFGH", " ", "Say what you want to be called"),
    ],
)
def test_a_form_that_is_not_whole_says_what_is_missing(server: str, code: str, name: str, remark: str) -> None:
    """And asks nobody."""
    screen = boards(is_member=False)
    stage = settled(on_stage(screen))
    for key, text in (("server", server), ("code", code), ("name", name)):
        write(stage, key, text)
    press(stage, "join")
    assert remark in shown(stage)
    assert not screen.is_asking


def test_a_connection_that_others_can_read_is_told() -> None:
    """Before anything is sent over it."""
    stage = settled(on_stage(boards(is_member=False)))
    write(stage, "server", "http://games.example")
    assert "is not encrypted" in shown(stage)
    write(stage, "server", "https://games.example")
    assert "is not encrypted" not in shown(stage)


def test_the_player_stands_between_their_neighbours() -> None:
    """Below the first places, with what the next medal needs."""
    stage, _league, _screen = opened()
    told = shown(stage)
    assert "You are number 11 of 1,234." in told
    assert "2 points more earn silver." in told
    assert "Number 11: Kim, 748 of 1000, Night desk. That is you." in told
    assert told.index("Number 5: ") < told.index("You and your neighbours") < told.index("Number 10: ")
    assert "Number 6: " not in told


def test_other_boards_are_asked_for_when_they_are_chosen() -> None:
    """Of a case, of teams, of practice."""
    stage, league, _screen = opened()
    pressed(stage, "scope-lost-reservation")
    assert ("people", "spring", "lost-reservation", "ranked", None) in league.asked
    assert "Open book: this case lies on every player's disk" in shown(stage)
    pressed(stage, "kind-teams")
    assert ("teams", "spring", "lost-reservation", "ranked") in league.asked
    assert "Number 1: Night desk, 771 of 1000, 7 members. This is your team." in shown(stage)
    pressed(stage, "kind-practice", "scope-")
    assert ("people", "spring", None, "practice", None) in league.asked


def test_nobody_stands_on_a_board_who_did_not_say_so() -> None:
    """By a pseudonym of their choice, until they leave it."""
    league = Canned()
    league.is_entered = False
    stage, league, _screen = opened(league)
    assert "nobody sees your score" in shown(stage)
    write(stage, "entry-name", "Kay")
    pressed(stage, "enter")
    assert ("enter", "spring", "Kay") in league.asked
    assert "Stand on the boards?" not in shown(stage)
    pressed(stage, "withdraw")
    assert ("withdraw", "spring") in league.asked
    assert "Stand on the boards?" in shown(stage)


def test_a_name_that_is_taken_is_told_at_its_field() -> None:
    """And what was written stays."""
    league = Canned()
    league.is_entered = False
    stage, league, _screen = opened(league)
    league.fault = Refusal("name-taken", "Somebody on these boards is called “Kim” or much alike.")
    pressed(stage, "enter")
    assert "Somebody on these boards is called “Kim” or much alike." in shown(stage)


def test_the_trainer_sees_names_only_where_somebody_agreed() -> None:
    """No unless they said yes."""
    stage, league, _screen = opened()
    assert not league.is_named
    pressed(stage, "named-True")
    assert league.is_named
    pressed(stage, "named-False")
    assert not league.is_named


def test_what_the_server_keeps_is_saved() -> None:
    """Where it was saved is told, or what kept it from that."""
    stage, _league, _screen = opened(save=lambda document: f"{len(document)} bytes.json")
    pressed(stage, "save")
    assert "All that the server keeps of you stands in 2 bytes.json." in shown(stage)
    press(stage, "close")

    def fail(_document: bytes) -> str:
        raise Trouble("There is no room left.")

    stage, _league, _screen = opened(save=fail)
    pressed(stage, "save")
    assert "There is no room left." in shown(stage)


def test_leaving_the_server_is_asked_for_twice() -> None:
    """And can be thought over."""
    stage, _league, screen = opened()
    press(stage, "leave")
    assert "erases all that it keeps of you" in shown(stage)
    stage.act(Back())
    assert "erases all" not in shown(stage)
    assert screen.club.membership is not None


def test_a_server_that_is_gone_is_told_over_the_page() -> None:
    """What was known of it stays in sight; it is asked again by a press."""
    stage, league, _screen = opened()
    league.fault = NoAnswer("The server cannot be reached.")
    pressed(stage, "kind-teams")
    assert "The server cannot be reached." in shown(stage)
    assert "Spring at the desk" in shown(stage)
    league.fault = None
    pressed(stage, "again")
    assert "The server cannot be reached." not in shown(stage)


def test_whom_the_server_does_not_know_is_told_the_way_back() -> None:
    """They leave it here, and join with a new code."""
    league = Canned()
    league.fault = Refusal("not-signed-in", "You are not signed in here.")
    stage, _league, _screen = opened(league)
    assert "You are not signed in here. Leave this server here, then join it with a new code." in shown(stage)


def test_the_cases_of_the_season_lead_to_their_briefing() -> None:
    """With what it is played for."""
    plays: list[RankedPlay] = []
    stage, _league, _screen = opened(on_play=plays.append)
    press(stage, "case-1")
    (play,) = plays
    assert (play.scenario, play.season and play.season.slug) == ("night-train", "spring")


def test_a_ranked_briefing_says_what_counts_and_begins() -> None:
    """With time limits or without; what keeps it from beginning is told."""
    begun: list[bool] = []
    from game.online.errand import Errand

    def begin(has_timers: bool) -> Errand[Any]:
        begun.append(has_timers)

        def refuse() -> Any:
            raise Refusal("season-closed", "The season is over.")

        return Errand(refuse)

    screen = briefing(begin=begin)
    stage = on_stage(screen)
    told = shown(stage)
    for words in ("Attempt 2 of 2 that count; the best one stands.", "Your best: 748 of 1000", "Open book: "):
        assert words in told
    press(stage, "timers")
    press(stage, "begin")
    settled(stage, lambda: not screen.trouble)
    assert begun == [False]
    assert "The season is over." in shown(stage)


def test_home_shows_the_boards_only_to_whom_they_concern() -> None:
    """Everybody finds the way; assignments, open plays and the own place need a server that told of them."""
    alone = on_stage(home(reception()))
    assert found(alone, "boards").description == "Join with a code, and compete as a team"
    assert "For your team" not in shown(alone)
    unheard = on_stage(home(reception(is_member=True)))
    assert found(unheard, "boards").description == "Seasons, people and teams"
    member = on_stage(home(reception(is_member=True, news=news())))
    assert found(member, "boards").description == "Spring at the desk: You are number 11 of 1,234."
    assert "1 of 2 cases done; due on 2026-03-13." in shown(member)
    assert "Ranked, and not finished yet" in shown(member)


def test_what_is_assigned_leads_to_its_ranked_play() -> None:
    """Of the season that has it; what was done is not offered again."""
    plays: list[RankedPlay] = []
    stage = on_stage(home(reception(is_member=True, news=news()), on_ranked=plays.append))
    press(stage, "assigned-0-0")
    assert (plays[0].scenario, plays[0].season is not None) == ("night-train", True)
    assert not any(widget.key == "assigned-0-1" for widget in stage.tree.walk())
