"""Ranked sessions a form at a time: what is sent twice, late, early, or by somebody else."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from game.records.database.tables import SESSIONS, STEPS
from game.records.league.attempts import attempts
from game.scenario.sentences import sentences
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.leaderboard.pages.playing import choices, play, send

GREETING, HONEST = "Good evening, Ms", "I will be honest with you"


def step_of(page: str) -> str:
    """The number of the step a page awaits."""
    found = re.search(r'data-step="(\d+)"', page)
    assert found
    return found[1]


def answer(client: httpx.Client, session: str, page: str, words: str) -> httpx.Response:
    """Take a choice on a page."""
    token = next(token for said, token in choices(page).items() if words in said)
    return send(client, f"/play/{session}/steps/{step_of(page)}", page, {"token": token})


def rows_of(house: House, session: str) -> Any:
    """How many steps of a session are kept."""
    return house.ask(lambda c: c.scalar(select(func.count()).select_from(STEPS).where(STEPS.c.session == session)))


def test_a_session_is_begun_once(house: House, visitor: Visitor) -> None:
    """Who begins again goes on with the one that is open; the first page leads there."""
    with house.client(visitor) as client:
        first, again = (play(client, "autumn", CASE, []) for _time in range(2))
        assert first == again
        assert f'href="/play/{first}"' in client.get("/").text
        assert "You are in the middle of it" in client.get(f"/seasons/autumn/cases/{CASE}").text


def test_a_form_sent_twice_counts_once(house: House, visitor: Visitor) -> None:
    """The same answer again leads to the same page; another one changes nothing, and is told about."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, [])
        page = client.get(f"/play/{session}").text
        first = answer(client, session, page, GREETING)
        twice = answer(client, session, page, GREETING)
        assert twice.text.partition("data-left")[0] == first.text.partition("data-left")[0]
        other = answer(client, session, page, "That cannot really be")
        assert "This was answered before, perhaps in another window." in other.text
        assert rows_of(house, session) == 1


def test_an_answer_that_comes_too_late_is_a_silence(house: House, visitor: Visitor) -> None:
    """The page says so, and goes on with what came of it."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, [GREETING])
        page = client.get(f"/play/{session}").text
        house.moved_ms += 600_000
        late = answer(client, session, page, HONEST)
        assert "The time to answer had run out; nothing was said." in late.text
        assert "You said nothing: the time ran out." in late.text
        assert HONEST not in "".join(re.findall(r'<div class="row own.*?</div>', late.text, re.DOTALL))


def test_a_silence_that_comes_too_early_changes_nothing(house: House, visitor: Visitor) -> None:
    """Whoever sends it themselves sees the page as it was."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, [GREETING])
        page = client.get(f"/play/{session}").text
        early = send(client, f"/play/{session}/steps/2", page, {"silence": "yes"})
        assert early.status_code == 200
        assert step_of(early.text) == "2"
        assert rows_of(house, session) == 1


def test_a_session_is_nobody_elses(house: House, visitor: Visitor) -> None:
    """Neither to be seen, nor to be answered, nor to be read about."""
    with house.client(visitor) as mine, house.client(house.visitor()) as other, house.client() as nobody:
        session = play(mine, "autumn", CASE, [])
        page = mine.get(f"/play/{session}").text
        token = next(iter(choices(page).values()))
        for client, status in ((other, 404), (nobody, 401)):
            assert client.get(f"/play/{session}").status_code == status
            assert client.get(f"/play/{session}/debrief").status_code == status
            sent = send(client, f"/play/{session}/steps/1", client.get("/join").text, {"token": token})
            assert sent.status_code == status
        assert rows_of(house, session) == 0


@pytest.mark.parametrize("n", ["0", "-1", "x", "1e3", "99999999999999999999", "٢"])
def test_a_step_that_is_none_is_refused(house: House, visitor: Visitor, n: str) -> None:
    """With a page, and nothing kept."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, [])
        page = client.get(f"/play/{session}").text
        token = next(iter(choices(page).values()))
        assert send(client, f"/play/{session}/steps/{n}", page, {"token": token}).status_code in (404, 409, 422)
        assert send(client, f"/play/{session}/steps/1", page, {"token": "forged"}).status_code in (403, 404, 409, 422)
        assert rows_of(house, session) == 0


@pytest.mark.parametrize("case", [CASE, "broken-line"])
def test_a_page_says_no_more_than_the_session_does(house: House, visitor: Visitor, case: str) -> None:
    """Of the case's sentences those alone that the API tells too, whose every byte is looked at; no name of a part."""
    scenario = house.scenario(case)
    written = {sentence.text for sentence in sentences(scenario)}
    parts = {f"{scene}/{choice.id}" for scene, part in scenario.scenes.items() for choice in part.choices}
    with house.client(visitor) as client, house.client(None, Authorization=f"Bearer {visitor.token}") as program:
        session = play(client, "autumn", case, [])
        for _step in range(4):
            page = client.get(f"/play/{session}").text
            told = html.unescape(page)
            api = program.get(f"/api/v1/sessions/{session}").text
            heard = json.loads(api)
            known = "\n".join(_texts(heard))
            assert [words for words in written if words in told and words not in known] == []
            assert [name for name in parts if name in told] == []
            offered = choices(page)
            if not offered:
                break
            answer(client, session, page, next(iter(offered)))


def _texts(told: Any) -> Iterator[str]:
    """All texts of an answer."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from _texts(each)


def test_the_debrief_waits_for_the_end(house: House, visitor: Visitor) -> None:
    """Before it the page leads back to the conversation; points and reasons stand nowhere in it."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, ["That cannot really be"])
        page = client.get(f"/play/{session}/debrief")
        assert page.url.path == f"/play/{session}"
        for told in ("She has to defend herself", "respect", "Respect", "blunder"):
            assert told not in page.text
        assert client.get(f"/play/{session}/debrief.txt").status_code >= 400


def test_what_was_played_is_listed(house: House, visitor: Visitor) -> None:
    """On the first page and on one's own, with the score; attempts are counted, and the season over stops them."""
    with house.client(visitor) as client:
        session = play(client, "autumn", CASE, [GREETING, HONEST])
        found = house.ask(attempts, visitor.player)
        assert [(each.session, each.state, each.attempt, each.season) for each in found] == [
            (session, "finished", 1, "autumn")
        ]
        assert found[0].result is not None
        assert found[0].result.score == 1000
        assert "Gold, 1000 of 1000" in client.get("/").text or "gold, 1000 of 1000" in client.get("/").text
        assert f'href="/play/{session}/debrief"' in client.get("/me").text
        assert "attempt 2 of 2 that count" in client.get(f"/seasons/autumn/cases/{CASE}").text
        for _time in range(2):
            play(client, "autumn", CASE, [GREETING, HONEST])
        assert "Your 2 attempts that count are played." in client.get(f"/seasons/autumn/cases/{CASE}").text
        ranked = house.ask(
            lambda c: c.execute(select(SESSIONS.c.counts).where(SESSIONS.c.player == visitor.player)).all()
        )
        assert sorted(row.counts for row in ranked) == [False, True, True]


def test_a_case_is_told_in_the_readers_language(house: House, visitor: Visitor) -> None:
    """As far as it is translated; its words say in which language they are."""
    with house.client(visitor, **{"Accept-Language": "de"}) as client:
        session = play(client, "autumn", CASE, [])
        page = client.get(f"/play/{session}").text
        assert 'lang="de"' in page
        assert "Guten Abend" in page
