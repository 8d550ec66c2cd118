"""Boards in a browser: who stands where, what changes by itself, and the same on a television."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from game.leaderboard.app import _KEY
from game.leaderboard.pages.boards import news_of
from game.leaderboard.pages.wall import wall_address
from game.online.messages import PersonRow
from game.records.league import entries, seasons
from game.records.league.secrets import secret
from tests.leaderboard.pages.conftest import Visit
from tests.leaderboard.pages.house import CASE, House, Visitor, house_in
from tests.leaderboard.pages.looking import violations, width_over
from tests.leaderboard.pages.playing import play

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

TO_THE_END = ["That cannot really be", "I have a room for you"]
NAMES = ("<b>Kraft</b>", "'; DROP TABLE players;--", "😀 Sonne", "بيت 5", "Wolkenstein-Überschär Mm")
OF_THE_LAYOUT = ("color-contrast", "scrollable-region-focusable")
"""Rules that can find something at one width and nothing at another."""
BOARDS = (
    "/boards",
    "/boards/autumn",
    "/boards/autumn?show=teams",
    "/boards/autumn?mode=practice",
    f"/boards/autumn?case={CASE}",
)


def joined(house: House, name: str, *, plays: bool = True) -> Visitor:
    """Somebody on the boards of the season, with a score."""
    found = house.visitor(name)
    house.ask(entries.enter, found.player, house.ask(seasons.season, "autumn").id, name, house.now)
    if plays:
        with house.client(found) as client:
            play(client, "autumn", CASE, TO_THE_END)
    return found


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server for these tests alone: whoever plays elsewhere would stand on its boards."""
    with house_in(tmp_path_factory.mktemp("boards")) as found:
        yield found


@pytest.fixture(scope="module")
def people(house: House) -> tuple[Visitor, ...]:
    """People with names of all kinds, all with the same score."""
    return tuple(joined(house, name) for name in NAMES)


@pytest.fixture(scope="module")
def hung(house: House) -> str:
    """The link of the wall display."""
    return wall_address(house.ask(secret, _KEY), "autumn")


def test_names_are_shown_as_they_are_written(house: House, people: tuple[Visitor, ...], visit: Visit) -> None:
    """Markup and SQL are text; whoever looks finds themselves, their rank and what is missing to the next medal."""
    page = visit("/boards/autumn", people[0], java_script_enabled=False)
    shown = page.locator("#board bdi").all_inner_texts()
    assert set(NAMES) <= set(shown)
    assert page.locator("#board tr.you bdi").first.inner_text() == NAMES[0]
    assert "points to bronze" in page.locator("#own").inner_text()
    assert house.ask(seasons.season, "autumn").slug == "autumn"


def test_who_did_not_join_is_nowhere_and_is_told_how(house: House, people: tuple[Visitor, ...], visit: Visit) -> None:
    """A play alone puts nobody on a board; leaving takes one off it."""
    assert people
    quiet = house.visitor("Quiet guest")
    with house.client(quiet) as client:
        play(client, "autumn", CASE, TO_THE_END)
        told = client.get("/boards/autumn").text
        assert "Quiet guest</bdi>" not in told.partition('id="board"')[2]
        assert "You are not on these boards." in told
    gone = joined(house, "Gone again")
    page = visit("/boards/autumn", gone, java_script_enabled=False)
    expect(page.locator("#board")).to_contain_text("Gone again")
    page.get_by_role("link", name="Change your name here, or leave the boards").click()
    page.get_by_role("button", name="Leave the boards").click()
    page.goto(f"{house.address}/boards/autumn")
    expect(page.locator("#board")).not_to_contain_text("Gone again")


def test_strangers_see_no_board(house: House, hung: str) -> None:
    """Neither a board, nor the wall without its link, nor with another season's."""
    with house.client() as client:
        assert client.get("/boards/autumn").status_code == 401
        assert client.get("/wall/autumn").status_code == 401
        assert client.get(hung.replace("key=", "key=0")).status_code == 401
        assert client.get(hung.replace("/autumn", "/spring")).status_code == 401
        assert client.get(hung).status_code == 200
        assert client.get(f"{hung}&turn=9999999999").status_code == 200


def test_a_season_that_is_not_there_is_told(house: House, people: tuple[Visitor, ...]) -> None:
    """So is a case it does not have, and a page that nobody was led to."""
    with house.client(people[0]) as client:
        assert client.get("/boards/spring").status_code == 404
        assert client.get("/boards/autumn?case=nothing").status_code == 404
        assert client.get("/boards/autumn?after=nonsense").status_code == 422


@pytest.mark.parametrize("is_still", [False, True], ids=["moving", "still"])
def test_a_board_changes_where_somebody_looks_at_it(
    house: House, people: tuple[Visitor, ...], visit: Visit, is_still: bool
) -> None:
    """Soon after somebody else has played, without a press; a screen reader is told how it stands now."""
    name = f"Late {'still' if is_still else 'moving'}"
    late = joined(house, name, plays=False)
    page = visit("/boards/autumn", people[0], reduced_motion="reduce" if is_still else "no-preference")
    expect(page.locator("#live")).to_have_text("live")
    expect(page.locator("#board")).not_to_contain_text(name)
    with house.client(late) as client:
        play(client, "autumn", CASE, TO_THE_END)
    expect(page.locator("#board")).to_contain_text(name, timeout=1000)


def test_a_board_catches_up_when_the_server_is_back(house: House, people: tuple[Visitor, ...], visit: Visit) -> None:
    """A stream that was refused, which browsers do not ask for again, is; what changed meanwhile is shown then."""
    late = joined(house, "Meanwhile", plays=False)
    page = visit("/", people[0])
    page.route("**/boards/live*", lambda route: route.fulfill(status=503))
    page.clock.install()
    page.goto(f"{house.address}/boards/autumn")
    expect(page.locator("#live")).to_have_text("The connection is gone; it is tried again.")
    with house.client(late) as client:
        play(client, "autumn", CASE, TO_THE_END)
    page.unroute("**/boards/live*")
    page.clock.run_for(11_000)
    expect(page.locator("#live")).to_have_text("live")
    page.clock.run_for(2_000)
    expect(page.locator("#board")).to_contain_text("Meanwhile")


def test_a_wall_shows_a_board_and_goes_on_to_the_next(people: tuple[Visitor, ...], hung: str, visit: Visit) -> None:
    """Whole on a television, with the code to take part; without JavaScript it turns all the same."""
    assert people
    page = visit(hung, viewport={"width": 1920, "height": 1080}, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("The whole season")
    assert "turn=1" in page.content()
    box = page.locator("main").bounding_box()
    assert box is not None
    assert 1040 < box["height"] <= 1080
    names, others = (
        page.locator(f"main {which}").evaluate_all(
            "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
        )
        for which in (".who span > bdi", ":is(p, th, td, small, strong)")
    )
    # From five metres, with 0.6 m of screen: names of 14 minutes of arc, nothing of fewer than 9.
    assert min(names) >= 0.045 * 1080
    assert min(others) >= 0.03 * 1080
    moving = visit(hung, viewport={"width": 1920, "height": 1080})
    moving.clock.install()
    moving.reload()
    moving.clock.run_for(21_000)
    expect(moving.get_by_role("heading", level=1)).to_have_text("Teams")


def test_axe_finds_nothing_on_boards(house: House, people: tuple[Visitor, ...], hung: str, visit: Visit) -> None:
    """On a phone, a laptop and a television, light and dark; nothing is wider than its window."""
    page = visit("/boards", people[0])
    amiss: dict[str, object] = {}
    for path, sizes in [*((path, (390, 1280, 1920)) for path in BOARDS), (hung, (1920, 3840))]:
        page.goto(house.address + path)
        for width in sizes:
            page.set_viewport_size({"width": width, "height": width * 9 // 16 if width > 1280 else 844})
            found = violations(page, *(() if width == sizes[0] else OF_THE_LAYOUT))
            amiss |= {f"{path} {width}": found, f"{path} {width} wide": width_over(page)}
            amiss[f"{path} {width} dark"] = _in_dark(page)
    assert {place: found for place, found in amiss.items() if found} == {}


def _in_dark(page: Page) -> list[str]:
    page.emulate_media(color_scheme="dark")
    found = violations(page, "color-contrast")
    page.emulate_media(color_scheme="light")
    return found


def test_news_are_whole_sentences() -> None:
    """Who is in front, and where one stands oneself; nothing of an empty board."""
    row = PersonRow(rank=4, pseudonym="Ida", look=None, score=700, reached_ms=0, team=None, is_you=True)
    assert news_of((), ()) == ""
    assert news_of((row,), (), row) == "In front: Ida with 700. You stand at rank 4 with 700."


def test_a_link_to_the_wall_outlives_its_season_by_some_weeks(house: House, hung: str) -> None:
    """Then it is let go of; whoever is signed in may still look, and is not given the link."""
    visitor = house.visitor()
    with house.client() as client, house.client(visitor) as member:
        assert hung.partition("key=")[2] not in member.get("/wall/autumn").text
        house.moved_ms += 100 * 86_400_000
        try:
            assert client.get(hung).status_code == 401
            assert member.get("/wall/autumn").status_code == 200
        finally:
            house.moved_ms -= 100 * 86_400_000
