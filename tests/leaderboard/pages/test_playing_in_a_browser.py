"""Ranked sessions, played in Chromium: with JavaScript and without, by keys alone, and while the connection is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select, update

from game.records.database.tables import SCENARIOS, SESSIONS, STEPS
from game.records.league.cases import withdraw
from tests.leaderboard.pages.conftest import Visit
from tests.leaderboard.pages.house import CASE, House, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

BRIEFING = f"/seasons/autumn/cases/{CASE}"
HONEST = "I will be honest with you"
GREETING = "Good evening, Ms"
SOUND = {"reduced_motion": "no-preference"}
_SETTLES_MS = 450


def begin(page: Page) -> None:
    """Begin the case that a briefing tells of."""
    page.get_by_role("button", name=re.compile("^Meet ")).click()
    expect(page.locator("#log")).to_be_attached()


def choose(page: Page, words: str) -> None:
    """Press a choice, when it takes presses."""
    button = page.locator(".choice", has_text=words)
    expect(button).to_be_visible()
    page.wait_for_timeout(_SETTLES_MS)
    button.click()


def score_of(house: House, visitor: Visitor) -> int | None:
    """What the database has of their only session."""
    found: int | None = house.ask(
        lambda c: c.scalar(select(SESSIONS.c.score).where(SESSIONS.c.player == visitor.player))
    )
    return found


def steps_of(house: House, visitor: Visitor) -> int:
    """How many steps of their open session the database has."""
    steps: int = house.ask(
        lambda c: c.scalar(
            select(func.count())
            .select_from(STEPS)
            .join(SESSIONS, SESSIONS.c.id == STEPS.c.session)
            .where(SESSIONS.c.player == visitor.player)
        )
    )
    return steps


def test_a_whole_session_with_javascript(house: House, visit: Visit, visitor: Visitor) -> None:
    """Lines appear one by one and can be skipped; numbers choose; the debrief tells the score that is kept."""
    page = visit(BRIEFING, visitor, **SOUND)
    begin(page)
    expect(page.locator("#skip")).to_be_focused()
    assert page.locator("#log > .row").count() < 4
    assert page.locator(".choice").count() == 0
    page.keyboard.press("Space")
    expect(page.locator(".choice")).to_have_count(4)
    assert page.locator("#log > .row").count() == 3
    place = page.locator(".choice", has_text=GREETING).get_attribute("data-key")
    page.keyboard.press(str(place))  # too soon: it was meant for what stood there before
    page.wait_for_timeout(_SETTLES_MS)
    page.keyboard.press(str(place))
    expect(page.locator("#mood")).to_contain_text("calm")
    expect(page.locator("#log")).to_contain_text("Thank you. I have the confirmation here.")
    page.locator("#log").click()
    expect(page.locator("#clock")).to_contain_text("Friday 19:10")
    expect(page.locator("#ledger")).to_contain_text("20 minutes left, until Friday 19:30")
    expect(page.locator("#timed")).to_contain_text("Then you have 20 seconds.")
    choose(page, HONEST)
    page.locator("#skip").click()
    expect(page.locator("#log")).to_contain_text("The end: The house across the street")
    assert page.url.endswith(page.locator("#session").get_attribute("data-session") or "?")
    page.get_by_role("link", name="See the debrief").click()
    expect(page.locator(".figure")).to_contain_text("1000")
    expect(page.locator("#decision-1")).to_contain_text("Best")
    assert score_of(house, visitor) == 1000


def test_a_whole_session_without_javascript(house: House, visit: Visit, visitor: Visitor) -> None:
    """Everything stands there at once; each answer is a form."""
    page = visit(BRIEFING, visitor, java_script_enabled=False)
    begin(page)
    assert page.locator("#log > .row").count() == 3
    page.locator(".choice", has_text="That cannot really be").click()
    expect(page.locator("#now")).to_contain_text("That cannot really be")
    expect(page.locator("#mood")).to_contain_text("annoyed")
    expect(page.locator("#timed")).to_contain_text(re.compile(r"answer within \d\d seconds"))
    page.locator(".choice", has_text=HONEST).click()
    page.get_by_role("link", name="See the debrief").click()
    expect(page.locator(".figure")).to_contain_text(str(score_of(house, visitor)))
    expect(page.locator("#decision-1")).to_contain_text("A blunder, 7 points lost")
    expect(page.locator("#decision-1")).to_contain_text("She has to defend herself before you have looked.")
    expect(page.locator("#decision-1 .better")).to_contain_text(GREETING)
    page.locator("details", has_text="The same as a table").locator("summary").click()
    expect(page.get_by_role("row", name=re.compile("^1 annoyed a blunder 7 points lost"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as text").click()
    assert "Score:" in download.value.path().read_text("utf-8")


def test_a_session_is_played_by_keys_alone(visit: Visit, visitor: Visitor) -> None:
    """Tab and Enter from the first page to the debrief; the focus is always somewhere to be seen."""
    page = visit("/", visitor)

    def press_on(name: str) -> None:
        for _press in range(60):
            page.keyboard.press("Tab")
            focused = page.locator(":focus")
            assert focused.count() == 1
            if name in (focused.inner_text() or ""):
                page.wait_for_timeout(_SETTLES_MS)
                page.keyboard.press("Enter")
                return
        raise AssertionError(f"no way to {name} by Tab")

    press_on("The lost reservation")
    page.wait_for_url(f"**{BRIEFING}")
    press_on("Meet Anna")
    page.wait_for_url("**/play/*")
    press_on(GREETING)
    expect(page.locator("#session[data-step='2']")).to_be_attached()
    expect(page.locator("#answers")).to_be_focused()
    press_on(HONEST)
    expect(page.get_by_role("link", name="See the debrief")).to_be_visible()
    press_on("See the debrief")
    page.wait_for_url("**/debrief")
    expect(page.locator(".figure")).to_contain_text("1000")


def test_a_lost_connection_loses_nothing(house: House, visit: Visit, visitor: Visitor) -> None:
    """It is told and tried again; an answer that arrived before its page was lost counts once."""
    page = visit(BRIEFING, visitor)
    begin(page)
    page.context.set_offline(True)
    choose(page, GREETING)
    expect(page.locator("#lost")).to_contain_text("The connection is lost.")
    assert steps_of(house, visitor) == 0
    page.context.set_offline(False)
    expect(page.locator("#session[data-step='2']")).to_be_attached()
    assert steps_of(house, visitor) == 1
    lost: list[int] = []

    def lose_the_answer(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch(max_redirects=0).status)
            route.abort()

    page.route("**/steps/2", lose_the_answer)
    choose(page, "I have a room for you")
    expect(page.locator("#lost")).to_be_visible()
    page.get_by_role("button", name="Try now").click()
    expect(page.get_by_role("link", name="See the debrief")).to_be_visible()
    assert lost == [303]
    assert score_of(house, visitor) is not None


@pytest.mark.parametrize("asked", ["auto.100.still", "auto.100.auto.at-once"])
def test_lines_stand_there_at_once_where_it_was_asked(house: House, visit: Visit, visitor: Visitor, asked: str) -> None:
    """By choice: every line stands there at once, and nothing is left to skip."""
    page = visit(BRIEFING, visitor, **SOUND)
    page.context.add_cookies([{"name": "gastgeber-look", "value": asked, "url": house.address}])
    page.reload()
    begin(page)
    expect(page.locator(".choice")).to_have_count(4)
    choose(page, GREETING)
    expect(page.locator("#timed")).to_be_visible()
    assert page.locator("#skip").count() == 0
    assert asked.endswith("at-once") or page.evaluate("document.getAnimations().length") == 0


def test_time_runs_out(house: House, visit: Visit, visitor: Visitor) -> None:
    """The ring empties, the silence is sent by itself, and what follows is told."""
    page = visit(BRIEFING, visitor)
    page.clock.install()
    begin(page)
    page.clock.run_for(_SETTLES_MS)
    page.locator(".choice", has_text=GREETING).click()
    expect(page.locator("#timed")).to_contain_text("Take your time to read.")
    left = int(page.locator("#timed").get_attribute("data-left") or 0)
    page.clock.run_for(left - 10_000)
    expect(page.locator("#timed")).to_contain_text("Somebody is waiting for your answer.")
    expect(page.locator("#timed text")).to_have_text("10")
    house.moved_ms += left + 1_000
    page.clock.run_for(11_000)
    expect(page.locator("#log")).to_contain_text("You said nothing: the time ran out.")


def test_a_refusal_takes_the_place_of_the_conversation(house: House, visit: Visit, visitor: Visitor) -> None:
    """Where a session cannot be gone on with, the page says why; a script hides nothing of it."""
    page = visit(BRIEFING, visitor)
    begin(page)
    house.ask(withdraw, house.revision, actor="operator", now_ms=house.now)
    try:
        choose(page, GREETING)
        expect(page.get_by_role("heading", name="That did not work")).to_be_visible()
        expect(page.locator(".lead")).to_contain_text("withdrawn by whoever published it")
    finally:
        house.ask(lambda c: c.execute(update(SCENARIOS).values(withdrawn_ms=None)))


def test_time_limits_are_taken_away(visit: Visit, visitor: Visitor) -> None:
    """In a timed scene, by a button; the debrief says so."""
    page = visit(BRIEFING, visitor)
    begin(page)
    choose(page, GREETING)
    expect(page.locator("#timed")).to_be_visible()
    page.wait_for_timeout(_SETTLES_MS)
    page.get_by_role("button", name="Take the time limits away").click()
    expect(page.locator("#answers")).to_contain_text("No time limit for you.")
    choose(page, HONEST)
    page.get_by_role("link", name="See the debrief").click()
    expect(page.locator("#result")).to_contain_text("Played without time limits.")
