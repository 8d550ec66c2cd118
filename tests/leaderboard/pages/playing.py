"""Playing pages without a browser: forms are read from them and sent."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

__all__ = ["choices", "fields", "form_token", "play", "send"]


def form_token(page: str) -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', page)
    assert found, page[:2000]
    return found[1]


def fields(page: str) -> dict[str, str]:
    """The fields of a page that are filled in already, by name."""
    found = re.findall(r'<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found}


def choices(page: str) -> dict[str, str]:
    """The choices on a page: their words, and their tokens."""
    buttons = re.findall(
        r'<button class="choice" name="token" value="([^"]+)".*?<span lang="[^"]*">(.*?)</span>', page, re.DOTALL
    )
    return {html.unescape(words): html.unescape(token) for token, words in buttons}


def send(client: httpx.Client, path: str, page: str, data: Mapping[str, str]) -> httpx.Response:
    """Send a form of a page."""
    return client.post(path, data={"form_token": form_token(page), **data})


def play(client: httpx.Client, season: str, scenario: str, words: Iterable[str]) -> str:
    """Begin a case and take the choices that begin with these words; the session's key."""
    briefing = client.get(f"/seasons/{season}/cases/{scenario}").text
    page = send(client, "/play", briefing, {"season": season, "scenario": scenario})
    session = page.url.path.rpartition("/")[2]
    for each in words:
        token = next(token for said, token in choices(page.text).items() if each in said)
        step = re.search(r'data-step="(\d+)"', page.text)
        assert step
        page = send(client, f"/play/{session}/steps/{step[1]}", page.text, {"token": token})
        assert page.status_code == 200, page.text
    return session
