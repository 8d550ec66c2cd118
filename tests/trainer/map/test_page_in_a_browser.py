"""The page of a map, played in a browser."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from game.trainer.map.layout import Plan
from game.trainer.map.page import page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SCRIPT = Path(__file__).with_name("playing.js")


@pytest.fixture
def name() -> str:
    """The case that is played."""
    return "broken-line"


@pytest.fixture
def told(plan: Plan, tmp_path: Path) -> dict[str, Any]:
    """What came of playing; the page's rules forbid any script but its own, so the copy that is played has none."""
    if BROWSER is None:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no Chromium here; .ci/run gets it")
        pytest.skip("there is no Chromium here")
    content, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page(plan))
    assert count == 1
    file = tmp_path / "map.html"
    file.write_text(content.replace("</body>", f"<script>{SCRIPT.read_text('utf-8')}</script></body>"), "utf-8")
    return _play(file, tmp_path / "profile")


def _play(file: Path, profile: Path) -> dict[str, Any]:
    command = [
        str(BROWSER),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={profile}",
        "--window-size=1200,800",
        "--virtual-time-budget=5000",
        "--dump-dom",
        file.as_uri(),
    ]
    dumped = subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode()
    found = re.search(r'<pre id="told">(.*?)</pre>', dumped, re.DOTALL)
    assert found, dumped[-500:]
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


def test_the_page_is_moved_searched_and_read(told: dict[str, Any]) -> None:
    """By mouse, touch and keys; one start of the browser for all of it."""
    assert "trouble" not in told, told["trouble"]
    _moved(told)
    _searched(told)
    _read(told)


def _moved(told: dict[str, Any]) -> None:
    """It begins where one can read, with arrows to the rest; buttons, wheel, keys, fingers do as on other maps."""
    assert told["begins"][2] < told["whole"][2]
    assert "left" not in told["edges"]
    assert told["edges"][0] == "right"
    assert told["onward"][0] > told["begins"][0]
    assert "left" in told["edgesThere"]
    assert told["edgesOfWhole"] == []
    assert told["isFar"]
    assert told["closer"][2] == pytest.approx(told["whole"][2] / 1.25)
    assert told["wholeAgain"] == told["whole"]
    assert told["wheeled"][2] < told["whole"][2] / 2
    assert told["right"][0] > told["wheeled"][0]
    assert told["dragged"][0] < told["right"][0]
    assert told["dragged"][2] == told["right"][2]
    assert told["openedByDragging"] == []
    assert told["pinched"][2] == pytest.approx(told["dragged"][2] / 2)


def _searched(told: dict[str, Any]) -> None:
    """Whatever the capitals and accents; all words have to be there; what was found is told, shown and opened."""
    assert told["searching"] == "search"
    assert told["found"] == "scenes: 2, choices: 0"
    assert told["hits"][0] == "meanwhile"
    assert told["opened"] == [told["hits"][0]]
    assert told["inView"]
    assert told["nothing"] == "Nothing found"
    assert told["cleared"] == ["", False]
    assert told["closed"] == []
    assert told["focus"] == told["hits"][0]


def _read(told: dict[str, Any]) -> None:
    """Every card can be reached by Tab and opened by Enter; links lead on; a row leads to its choice."""
    assert told["focusable"]
    assert told["keyed"] == ["story"]
    assert told["heading"] == "H2"
    assert told["followed"] != told["keyed"]
    assert told["asked"].startswith("sixth-call/")
    assert told["near"] > 0
    assert told["closedAgain"] == []
