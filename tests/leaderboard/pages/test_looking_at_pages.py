"""Every page of players in Chromium: axe finds nothing, and nothing sticks out, from a phone to a television."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.leaderboard.languages import LANGUAGE_COOKIE
from game.looks.colour import Colour
from game.looks.palette import CONTRAST, DARK, LIGHT
from game.records.league import entries, seasons
from tests.leaderboard.pages.conftest import Visit
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.leaderboard.pages.looking import violations, width_over
from tests.leaderboard.pages.playing import play

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = ((390, 844), (1280, 800), (1920, 1080))
STRANGERS = ("/", "/join?code=ABCD-EFGH", "/about", "/looks", "/there-is-nothing")
LONG = "Mm Wolkenstein-Überschär"


@pytest.fixture(scope="module")
def guest(house: House) -> Visitor:
    """Somebody with a long name who has played, stands on the boards, and is in the middle of a case."""
    found = house.visitor(LONG)
    season = house.ask(seasons.season, "autumn")
    house.ask(entries.enter, found.player, season.id, LONG, house.now)
    return found


@pytest.fixture(scope="module")
def paths(house: House, guest: Visitor) -> tuple[str, ...]:
    """All pages of somebody who plays."""
    with house.client(guest) as client:
        finished = play(client, "autumn", CASE, ["That cannot really be", "I have a room for you"])
        timed = play(client, "autumn", CASE, ["We will have the deposit"])
    return (
        "/",
        "/seasons",
        "/seasons/autumn",
        f"/seasons/autumn/cases/{CASE}",
        "/me",
        f"/play/{timed}",
        f"/play/{finished}",
        f"/play/{finished}/debrief",
    )


def looked_at(page: Page, address: str, paths: tuple[str, ...]) -> dict[str, object]:
    """What is amiss with pages at all widths; in dark it is the colours alone that can be."""
    amiss: dict[str, object] = {}
    for path in paths:
        page.goto(address + path)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme="light")
            amiss[f"{path} at {width} in light"] = violations(page)
            amiss[f"{path} at {width}, pixels too wide"] = width_over(page)
        page.emulate_media(color_scheme="dark")
        amiss[f"{path} in dark"] = violations(page, "color-contrast")
    return {place: found for place, found in amiss.items() if found}


def test_axe_finds_nothing_for_strangers(house: House, visit: Visit) -> None:
    """Who is not signed in: welcome, joining, what is stored, the looks, and what is not there."""
    assert looked_at(visit("/"), house.address, STRANGERS) == {}


def test_axe_finds_nothing_for_players(house: House, visit: Visit, guest: Visitor, paths: tuple[str, ...]) -> None:
    """From the first page to the debrief."""
    assert looked_at(visit("/", guest), house.address, paths) == {}


def test_axe_would_find_something(visit: Visit) -> None:
    """A picture without words, and words that cannot be read: what is not looked at is not found."""
    page = visit("/looks")
    page.evaluate("document.querySelector('.brand img').removeAttribute('alt')")
    page.evaluate("document.querySelector('.help').style.color = 'rgb(240, 240, 240)'")
    found = violations(page)
    assert [each.partition(":")[0] for each in found] == ["color-contrast", "image-alt"]


def test_nothing_sticks_out_in_german_or_large(
    house: House, visit: Visit, guest: Visitor, paths: tuple[str, ...]
) -> None:
    """At the width of a phone with text of twice the size, and on a laptop in German: what is too wide is broken."""
    page = visit("/", guest)
    page.context.add_cookies([{"name": LANGUAGE_COOKIE, "value": "de", "url": house.address}])
    amiss = {}
    for width, text in ((390, "200"), (1280, "150")):
        page.context.add_cookies([{"name": "gastgeber-look", "value": f"dark.{text}.auto", "url": house.address}])
        page.set_viewport_size({"width": width, "height": 800})
        for path in (*paths, "/join"):
            page.goto(house.address + path)
            assert page.locator("html").get_attribute("lang") == "de"
            if over := width_over(page):
                amiss[path, width, text] = over
    assert amiss == {}


def test_a_page_looks_as_it_was_asked_to(visit: Visit) -> None:
    """Colours and size of text are chosen by a form, and the window's palette is what they are made of."""
    page = visit("/looks", java_script_enabled=False)
    for words in ("High contrast", "150 %"):
        page.get_by_label(words, exact=True).check()
    page.get_by_role("button", name="Apply").click()
    assert page.locator("html").get_attribute("data-colours") == "contrast"
    assert ground(page) == CONTRAST.ground
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 24


def test_a_page_looks_as_the_device_asks_it_to(visit: Visit) -> None:
    """Unless it was chosen otherwise: light, dark, or in high contrast."""
    page = visit("/")
    assert ground(page) == LIGHT.ground
    page.emulate_media(color_scheme="dark")
    assert ground(page) == DARK.ground
    page.emulate_media(color_scheme="light", contrast="more")
    assert ground(page) == CONTRAST.ground


def ground(page: Page) -> Colour:
    """The colour behind everything."""
    found = re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))
    return (int(found[0]), int(found[1]), int(found[2]))
