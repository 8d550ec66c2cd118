"""What all pages are made in: files under names of their own, nothing inline, the reader's language, no gaps."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from jinja2 import UndefinedError

from game.leaderboard import pages
from game.leaderboard.pages.assets import asset, static
from game.leaderboard.pages.colours import colours
from game.leaderboard.pages.shell import _environment
from game.looks.colour import to_hex
from game.looks.palette import PALETTES
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.leaderboard.pages.playing import play, send

TEMPLATES = Path(pages.__file__).parent / "templates"
STRANGERS = ("/", "/join", "/about", "/looks", "/there-is-nothing")
_INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


def test_files_keep_their_name_as_long_as_they_stay_the_same(house: House) -> None:
    """What is served under the hash may be kept for ever; under another hash it is today's, and may not."""
    with house.client() as client:
        for name in ("style.css", "play.css", "play.js", "debrief.js", "regular.otf", "icon.svg"):
            served = client.get(static(name))
            assert served.status_code == 200
            assert served.content == asset(name).content
            assert "immutable" in served.headers["cache-control"]
        other = client.get("/static/play.0123456789ab.js")
        assert other.content == asset("play.js").content
        assert other.headers["cache-control"] == "no-cache"
        for nothing in ("/static/nothing.0123456789ab.css", "/static/style.css", "/static/..%2Fbase.html", "/static/x"):
            assert client.get(nothing).status_code == 404


def test_the_style_sheet_has_every_colour_of_every_palette() -> None:
    """By the name it has in the window."""
    for palette in PALETTES.values():
        rule = colours().partition(f':root[data-colours="{palette.name}"]')[2].partition("}")[0]
        for name in ("ground", "card", "ink", "accent", "on-accent", "good", "warn", "bad", "focus"):
            assert f"--{name}: {to_hex(getattr(palette, name.replace('-', '_')))};" in rule


def test_every_colour_a_style_sheet_asks_for_is_there() -> None:
    """A property that is misspelt is no colour at all."""
    known = set(re.findall(r"(--[\w-]+):", asset("style.css").content.decode()))
    for name in ("style.css", "play.css", "debrief.css", "home.css"):
        asked = set(re.findall(r"var\((--[\w-]+)", asset(name).content.decode()))
        assert asked <= known, (name, asked - known)


def test_nothing_stands_inline(house: House, visitor: Visitor) -> None:
    """No style, no script, no handler: the security policy would forbid them."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, ["We will have", "I have a room"])
        players = ("/", "/seasons", "/seasons/autumn", f"/seasons/autumn/cases/{CASE}", "/me")
        for path in (*STRANGERS, *players, f"/play/{session}", f"/play/{session}/debrief"):
            page = client.get(path)
            assert "default-src 'none'" in page.headers["content-security-policy"]
            assert "unsafe" not in page.headers["content-security-policy"]
            assert _INLINE.findall(page.text) == [], path
            assert re.findall(r'(?:src|href|action)="(?!/|#)[^"]*"', page.text) == [], path


def test_a_template_that_is_told_too_little_fails() -> None:
    """Nobody is shown a gap."""
    with pytest.raises(UndefinedError):
        _environment().from_string("{{ nothing }}").render()


def test_what_is_told_is_escaped() -> None:
    """Also where a sentence is filled with it."""
    words = _environment().from_string('{{ _("Welcome, {name}.", name=name) }}').render(name="<b>&")
    assert words == "Welcome, &lt;b&gt;&amp;."


@pytest.mark.parametrize("accepts", ["de-CH, en;q=0.5", "de"])
def test_a_page_speaks_the_language_of_its_reader(house: House, accepts: str) -> None:
    """As the browser asks, and as its reader chose; choosing leads back to where one was."""
    with house.client(None, **{"Accept-Language": accepts}) as client:
        page = client.get("/about")
        assert '<html lang="de"' in page.text
        chosen = send(client, "/looks/language", page.text, {"language": "en", "back": "/about"})
        assert chosen.url.path == "/about"
        assert '<html lang="en"' in chosen.text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "", "\n/"]
)
def test_nobody_is_led_elsewhere(house: House, back: str) -> None:
    """Whatever a form says: a page of this server follows."""
    with house.client() as client:
        page = client.get("/looks").text
        client.follow_redirects = False
        answer = send(client, "/looks/language", page, {"language": "de", "back": back})
        assert answer.headers["location"] == "/"


def test_a_form_from_elsewhere_changes_nothing(house: House, visitor: Visitor) -> None:
    """Without its token, or with another's."""
    with house.client(visitor) as client, house.client(house.visitor()) as other:
        foreign = other.get("/me").text
        for data in ({"pseudonym": "Somebody"}, {"pseudonym": "Somebody", "form_token": "0" * 64}):
            assert client.post("/me", data=data).status_code == 403
        assert send(client, "/me", foreign, {"pseudonym": "Somebody"}).status_code == 403
        assert visitor.name in client.get("/me").text


def test_what_is_not_there_is_said_on_a_page(house: House, visitor: Visitor) -> None:
    """With a way back; also for whoever is not signed in."""
    with house.client(visitor) as client:
        for path in ("/nothing", "/seasons/nothing", "/seasons/autumn/cases/nothing", "/cases/nothing"):
            _is_told(client.get(path), 404)
        _is_told(client.get("/play/01890000-0000-7000-8000-000000000000"), 404)
    with house.client() as client:
        for path in ("/me", "/seasons", "/seasons/autumn", "/play/x", "/cases/x"):
            _is_told(client.get(path), 401)


def _is_told(answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status, answer.url
    assert answer.headers["content-type"].startswith("text/html")
    assert ("To the first page" if status == 404 else "Join with a code") in answer.text
