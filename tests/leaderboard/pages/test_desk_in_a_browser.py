"""The trainer's desk in Chromium: a whole term without JavaScript, and every page at every width, light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from game.leaderboard.access import DESK_COOKIE
from game.leaderboard.languages import LANGUAGE_COOKIE
from tests.leaderboard.pages.conftest import Visit
from tests.leaderboard.pages.desk import BROKEN, HOSTILE, NAME, PASSPHRASE, SOUND, Desk
from tests.leaderboard.pages.house import House, house_in
from tests.leaderboard.pages.looking import violations, width_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

LAPTOP = 1280
SIZES = ((390, 844), (LAPTOP, 800), (1920, 1080))
OF_THE_LAYOUT = ("color-contrast", "scrollable-region-focusable")
ENOUGH = 6
"""Members, of whom five are counted and one is named."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server for the desk alone: seasons that are made here are not to stand on others' pages."""
    with house_in(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture(scope="module")
def desk(house: House) -> Desk:
    """A trainer with a team that has played."""
    found = Desk(house)
    found.fill(ENOUGH)
    return found


def as_trainer(page: Page, desk: Desk) -> Page:
    """Have a browser know the trainer."""
    page.context.add_cookies([{"name": DESK_COOKIE, "value": desk.token, "url": desk.house.address}])
    return page


def pages_of(desk: Desk, assignment: str) -> tuple[str, ...]:
    """Every page of the desk that an address leads to; of those that ask once more, one."""
    team = f"/desk/teams/{desk.team}"
    return (
        "/desk",
        team,
        f"{team}/code",
        f"{team}/report",
        f"/desk/assignments/{assignment}",
        "/desk/seasons",
        "/desk/new-season",
        "/desk/seasons/autumn",
        "/desk/seasons/autumn/close",
        "/desk/cases",
        "/desk/cases/new",
        "/desk/trail",
    )


def amiss_on(page: Page) -> dict[str, object]:
    """What is amiss with the page that is open: by every rule on a laptop, elsewhere by those about the layout."""
    amiss: dict[str, object] = {}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        amiss[f"{page.url} at {width} in light"] = violations(page, *(() if width == LAPTOP else OF_THE_LAYOUT))
        amiss[f"{page.url} at {width}, pixels too wide"] = width_over(page)
    page.emulate_media(color_scheme="dark")
    amiss[f"{page.url} in dark"] = violations(page, "color-contrast")
    return {place: found for place, found in amiss.items() if found}


def test_axe_finds_nothing_at_the_desk(house: House, desk: Desk, visit: Visit) -> None:
    """On every page, with names that are long and hostile, a code that is shown, and figures of enough people."""
    page = visit("/desk")
    amiss = amiss_on(page)
    as_trainer(page, desk)
    page.goto(f"{house.address}/desk/teams/{desk.team}")
    page.get_by_role("button", name="Make a code").click()
    expect(page.locator(".giant")).to_have_text(re.compile("^[0-9A-Z]{4}-[0-9A-Z]{4}$"))
    for path in pages_of(desk, desk.give()):
        answer = page.goto(house.address + path)
        assert answer is not None
        assert answer.status == 200, path
        amiss |= amiss_on(page)
    assert amiss == {}


def test_axe_finds_nothing_on_what_is_refused(house: House, desk: Desk, visit: Visit) -> None:
    """What the checker found, and forms with faults, are pages too."""
    page = as_trainer(visit("/about"), desk)
    page.goto(f"{house.address}/desk/cases/new")
    page.get_by_label("Id of the case").fill("cold-soup")
    page.locator("#field-text").fill(BROKEN)
    page.get_by_role("button", name="Check and publish").click()
    expect(page.get_by_role("heading", name="What the checker found")).to_be_visible()
    amiss = amiss_on(page)
    page.goto(f"{house.address}/desk/new-season")
    page.get_by_label("What it is called").fill("Autumn")
    page.get_by_label("Its name in addresses").fill("Not An Address!")
    page.get_by_role("button", name="Make the season").click()
    expect(page.locator("#fault-slug")).to_contain_text("Not An Address!")
    expect(page.locator(":focus")).to_contain_text("Not An Address!")
    amiss |= amiss_on(page)
    assert amiss == {}


def test_nothing_sticks_out_in_german_or_large(house: House, desk: Desk, visit: Visit) -> None:
    """With text of twice the size, on a phone and on a laptop: what is too wide is broken."""
    page = as_trainer(visit("/about"), desk)
    page.context.add_cookies([{"name": LANGUAGE_COOKIE, "value": "de", "url": house.address}])
    page.context.add_cookies([{"name": "gastgeber-look", "value": "light.200.auto", "url": house.address}])
    amiss = {}
    for path in pages_of(desk, desk.give()):
        page.goto(house.address + path)
        assert page.locator("html").get_attribute("lang") == "de"
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if over := width_over(page):
                amiss[path, width] = over
    assert amiss == {}


@pytest.mark.usefixtures("desk")
def test_a_whole_term_without_javascript(house: House, visit: Visit) -> None:
    """From signing in to closing the season, by forms alone."""
    page = visit("/desk/seasons", java_script_enabled=False)
    sign_in(page)
    make_team(page)
    code = make_code(page)
    publish(page)
    slug = make_season(page)
    assign(page)
    somebody_joins(visit, code)
    close_season(page, house, slug)
    page.goto(f"{house.address}/desk/trail")
    expect(page.get_by_role("listitem").filter(has_text=re.compile("Closed a season.*winter"))).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{house.address}/desk/trail")
    expect(page.get_by_label("Passphrase")).to_be_visible()


def sign_in(page: Page) -> None:
    """With a wrong passphrase first; the name stays typed, and the way leads back to what was asked for."""
    page.get_by_label("Your name here").fill(NAME)
    page.get_by_label("Passphrase").fill("something else")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_label("Passphrase")).to_have_accessible_description(re.compile("do not belong together"))
    expect(page.get_by_label("Your name here")).to_have_value(NAME)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile("/desk/seasons$"))


def make_team(page: Page) -> None:
    """With a name that is taken first; then with one that would be a script."""
    page.get_by_role("link", name="Teams").click()
    page.get_by_label("Name of the team").fill(HOSTILE)
    page.get_by_role("button", name="Make the team").click()
    field = page.get_by_label("Name of the team")
    expect(field).to_have_accessible_description(re.compile("You look after a team called"))
    expect(field).to_have_value(HOSTILE)
    field.fill("<img src=x onerror=alert(1)> & night")
    page.get_by_role("button", name="Make the team").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("<img src=x onerror=alert(1)> & night")


def make_code(page: Page) -> str:
    """It is shown large, says how long it holds and for how many, and is there again when the page is loaded anew."""
    page.get_by_label("How long it holds").select_option(label="3 days")
    page.get_by_label("For how many people").fill("none")
    page.get_by_role("button", name="Make a code").click()
    expect(page.get_by_label("For how many people")).to_have_value("none")
    expect(page.get_by_label("How long it holds")).to_have_value("72")
    page.get_by_label("For how many people").fill("7")
    page.get_by_role("button", name="Make a code").click()
    code = page.locator(".giant").inner_text()
    expect(page.locator("main")).to_contain_text("It holds until")
    expect(page.locator("main")).to_contain_text("7 times")
    page.reload()
    expect(page.locator(".giant")).to_have_text(code)
    picture = page.get_by_role("img", name=re.compile("^QR code"))
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] >= 300
    return code


def publish(page: Page) -> None:
    """A broken case is refused with its line, and nothing typed is lost; mended, it is published."""
    page.get_by_role("link", name="Cases").click()
    page.get_by_role("link", name="Publish a case").click()
    page.get_by_label("Id of the case").fill("cold-soup")
    page.locator("#field-text").fill(BROKEN)
    page.get_by_role("button", name="Check and publish").click()
    finding = page.locator(".finding.error")
    expect(finding).to_contain_text("There is no scene `nowhere-")
    number, line = next((n, line) for n, line in enumerate(BROKEN.split("\n"), 1) if "nowhere-" in line)
    expect(finding.locator("pre")).to_contain_text(f"{number} | {line}")
    assert "^" * len(line.split(": ")[1]) in finding.locator("pre").inner_text()
    expect(page.get_by_label("Id of the case")).to_have_value("cold-soup")
    expect(page.locator("#field-text")).to_have_value(BROKEN)
    page.locator("#field-text").fill(SOUND)
    page.get_by_role("button", name="Check and publish").click()
    expect(page.get_by_role("status")).to_contain_text("The case is published.")
    expect(page.locator(".published", has_text="The cold soup")).to_be_visible()


def make_season(page: Page) -> str:
    """Its dates stand there already; its name in addresses is made of the title."""
    page.get_by_role("link", name="Seasons").click()
    page.get_by_role("link", name="Make a season").click()
    page.get_by_label("What it is called").fill("Winter & <b>snow</b>")
    page.get_by_label(re.compile("The cold soup")).check()
    last_day = page.get_by_label("Last day").input_value()
    page.get_by_label("Last day").fill("2001-01-01")
    page.get_by_role("button", name="Make the season").click()
    expect(page.get_by_label("Last day")).to_have_accessible_description(re.compile("2001-01-01"))
    expect(page.get_by_label("What it is called")).to_have_value("Winter & <b>snow</b>")
    expect(page.get_by_label(re.compile("The cold soup"))).to_be_checked()
    page.get_by_label("Last day").fill(last_day)
    page.get_by_role("button", name="Make the season").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Winter & <b>snow</b>")
    slug = page.url.partition("?")[0].rpartition("/")[2]
    assert slug.startswith("winter")
    expect(page.get_by_role("link", name="See the boards")).to_have_attribute("href", f"/boards/{slug}")
    return slug


def assign(page: Page) -> None:
    """Without a case first; the title stays typed."""
    page.get_by_role("link", name="Teams").click()
    page.get_by_role("link", name=re.compile("<img")).click()
    page.get_by_text("Give the team something to play").click()
    page.get_by_label("What it is called").fill("Before the snow")
    page.get_by_role("button", name="Give it to the team").click()
    expect(page.locator("#fault-cases")).to_contain_text("Choose at least one case.")
    expect(page.get_by_label("What it is called")).to_have_value("Before the snow")
    page.get_by_label(re.compile("The cold soup")).check()
    page.get_by_role("button", name="Give it to the team").click()
    page.get_by_role("link", name=re.compile("Before the snow")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Before the snow")


def somebody_joins(visit: Visit, code: str) -> None:
    """The code that was shown leads into the team, whose first page shows what it is to play."""
    other = visit(f"/join?code={code}", java_script_enabled=False)
    other.get_by_label("What you want to be called").fill("Nils")
    other.get_by_role("button", name="Join").click()
    expect(other.locator("main")).to_contain_text("Before the snow")


def close_season(page: Page, house: House, slug: str) -> None:
    """It is asked once more, and then said."""
    page.goto(f"{house.address}/desk/seasons/{slug}")
    page.get_by_role("link", name=re.compile("Close the season")).click()
    expect(page.locator("main")).to_contain_text("It cannot be opened again.")
    page.get_by_role("button", name="Close the season").click()
    expect(page.get_by_role("status")).to_contain_text("The season is closed.")
