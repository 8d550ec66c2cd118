"""The first page: whom to meet next, and what else there is to do."""

from __future__ import annotations

import html
import re

from game.leaderboard.pages.next_guest import Guest, next_guest
from game.leaderboard.pages.progress import season_states
from game.records.league.casebook import CaseBook
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.leaderboard.pages.playing import play

WORSE = ("That cannot really be", "I will be honest with you")


def next_of(page: str) -> tuple[str, str]:
    """Why somebody is to be met next, and where."""
    guest = page.partition('class="card guest"')[2].partition("</section>")[0]
    why = re.search(r"</h2>\s*<p>(.*?)</p>", guest)
    way = re.search(r'class="button primary" href="([^"]+)"', guest)
    assert why, guest
    assert way, guest
    return html.unescape(why[1]), way[1]


def test_whom_to_meet_next(house: House, visitor: Visitor) -> None:
    """Who was left waiting, then what the team was given, then what is untried, then what can be bettered."""
    with house.client(visitor) as client:
        why, way = next_of(client.get("/").text)
        assert why.startswith("Your team is to have met them by ")
        assert way == "/seasons/autumn/cases/broken-line"
        left = play(client, "autumn", CASE, WORSE[:1])
        assert next_of(client.get("/").text) == ("Somebody is still waiting for your answer.", f"/play/{left}")
    with house.client(house.visitor(team=False)) as client:
        why, way = next_of(client.get("/").text)
        assert (why, way) == ("You have not met them yet in Autumn at the desk.", f"/seasons/autumn/cases/{CASE}")
        play(client, "autumn", CASE, WORSE)
        assert next_of(client.get("/").text)[1] == "/seasons/autumn/cases/broken-line"


def test_the_lowest_score_is_bettered_while_an_attempt_is_left(house: House, visitor: Visitor) -> None:
    """Where nothing is untried; when no attempt that counts is left, nobody waits."""
    (state,) = house.ask(season_states, visitor.player, (), house.now)

    def guest(*played: tuple[int, int]) -> Guest | None:
        cases = [each._replace(begun=begun, best=best) for each, (begun, best) in zip(state.cases, played, strict=True)]
        seasons = [state._replace(cases=cases)]
        found: Guest | None = house.ask(next_guest, CaseBook(), left=(), assigned=(), seasons=seasons, zone="UTC")
        return found

    found = guest((1, 700), (1, 300))
    assert found is not None
    assert found.address == "/seasons/autumn/cases/broken-line"
    assert found.why == "Your best score is 300 of 1000, and an attempt that counts is left."
    found = guest((1, 700), (2, 300))
    assert found is not None
    assert found.address == f"/seasons/autumn/cases/{CASE}"
    assert guest((2, 700), (2, 300)) is None


def test_what_the_team_was_given_is_ticked_off(house: House, visitor: Visitor) -> None:
    """Where it was played to its end; the others lead to what is known before the first word."""
    with house.client(visitor) as client:
        page = client.get("/").text
        assert 'href="/seasons/autumn/cases/broken-line"' in page
        assert 'href="/cases/defective-return"' in page
        briefing = client.get("/cases/defective-return").text
        assert "Your team was given this case." in briefing


def test_who_is_in_no_team_is_told_so(house: House) -> None:
    """And can play what the seasons have all the same."""
    with house.client(house.visitor(team=False)) as client:
        page = client.get("/").text
        assert "You are in no team." in page
        assert "For the first week" not in page
        assert "Autumn at the desk" in page
