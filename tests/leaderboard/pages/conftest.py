"""A house for all tests of a process, and a browser to visit it with, one for each file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from game.leaderboard.access import PLAY_COOKIE
from tests.leaderboard.pages.house import House, Visitor, house_in
from tests.leaderboard.pages.looking import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

Visit = Callable[..., "Page"]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server of its own, on SQLite; what it stores is tested elsewhere, on PostgreSQL too."""
    with house_in(tmp_path_factory.mktemp("house")) as found:
        yield found


@pytest.fixture
def visitor(house: House) -> Visitor:
    """Somebody new."""
    return house.visitor()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; while Playwright runs, nothing else in this thread can, so it ends with each file."""
    if BROWSER is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium here; .ci/run gets it")
        pytest.skip("there is no Chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def visit(house: House, browser: Browser) -> Iterator[Visit]:
    """Opens pages as somebody; at the end nothing may have come from elsewhere, and nothing may have been forbidden."""
    with ExitStack() as stack:

        def go(path: str, visitor: Visitor | None = None, **options: Any) -> Page:
            context = browser.new_context(
                **{"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "reduced_motion": "reduce", **options}
            )
            stack.callback(context.close)
            context.set_default_timeout(10_000)
            if visitor is not None:
                context.add_cookies([{"name": PLAY_COOKIE, "value": visitor.token, "url": house.address}])
            page = context.new_page()
            stack.enter_context(watched(page, house.address))
            page.goto(house.address + path)
            return page

        yield go
