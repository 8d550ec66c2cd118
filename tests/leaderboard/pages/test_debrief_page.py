"""The page of a debrief: as complete as what the terminal prints, its curve the same as the table beside it."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from game.debrief import review
from game.debrief.account import account
from game.leaderboard.pages.conversation import rows
from game.leaderboard.pages.curve import curve
from game.leaderboard.pages.debriefing import debrief_values
from game.loader import read_file
from game.paths import shipped_scenarios
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Journal
from game.session.rules import choices, play, start
from game.session.session import LocalSession
from game.session.view import Chosen, Said, Unanswered
from game.solver import solve
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.leaderboard.pages.playing import play as played

if TYPE_CHECKING:
    from game.debrief import Debrief
    from game.scenario.model import Scenario
    from game.session.playbook import Playbook
    from game.solver import Solution

WAYS = (
    ("Good evening, Ms", "I will be honest with you"),
    ("That cannot really be", "I have a room for you"),
    ("We will have the deposit", "I will be honest with you"),
)


@pytest.mark.parametrize("way", WAYS)
def test_the_page_tells_what_the_text_tells(house: House, visitor: Visitor, way: tuple[str, ...]) -> None:
    """Every sentence of the account that is about this play stands on the page, in whichever part."""
    with house.client(visitor) as client:
        session = played(client, "autumn", CASE, way)
        page = _words(client.get(f"/play/{session}/debrief").text)
        text = client.get(f"/play/{session}/debrief.txt").text
    assert "Score:" in text
    for line in text.splitlines():
        if found := re.match(r"(?:Better|Why|You): (.*?)(?: [A-Z][a-z-]+ [+−-]\d.*)?\.?$", line):
            assert found[1].strip("“”.") in page, line


def _words(page: str) -> str:
    """What a reader of a page reads."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("case", ["broken-line", "defective-return", "party-host"])
def test_debriefs_of_all_cases_become_pages(case: str, seed: int) -> None:
    """Each decision with what it cost; the curve goes through every one of them, at the height of its mood."""
    debrief = _debrief(case, seed)
    values = debrief_values(debrief, {}, 500)
    assert [each["number"] for each in values["decisions"]] == list(range(1, len(debrief.decisions) + 1))
    for told, decided in zip(values["decisions"], debrief.decisions, strict=True):
        assert (told["best"] is None) == (decided.best is None or decided.best.name == decided.taken.name)
        if decided.regret:
            assert str(decided.regret) in told["title"]
    drawn = curve(debrief)
    assert drawn is not None
    assert [point.number for point in drawn.points] == [row.number for row in drawn.rows[1:]]
    heights = {
        mood: point.y for point, mood in zip(drawn.points, (each.mood for each in debrief.decisions), strict=True)
    }
    assert [heights[mood] for mood in sorted(heights)] == sorted(heights.values(), reverse=True)
    for point in drawn.points:
        assert 0 < point.x < drawn.width
        assert f"{point.x:g} {point.y:g}" in drawn.line
    lines = list(account(debrief, {}))
    for bar in (values["stairs"] or {"bars": ()})["bars"]:
        assert 0 <= bar["begin"] <= bar["begin"] + bar["share"] <= 1.000001
    assert any(values["ending"]["title"] in line for line in lines) or debrief.ending is None


@pytest.mark.parametrize("seed", range(4))
def test_the_page_of_a_conversation_tells_every_entry(seed: int) -> None:
    """In order, a row for each; a speaker is named where another one spoke before."""
    book = compile_scenario(_scenario("party-host"))
    journal = _journal("party-host", seed)
    session = LocalSession(book, journal.head, lambda _record: None, journal.records)
    view = session.view
    told = list(rows(session.case, view))
    assert len(told) == len(view.said)
    for row, entry in zip(told, view.said, strict=True):
        if isinstance(entry, Said):
            assert row.words == entry.text
        elif isinstance(entry, Chosen):
            assert row.kind == ("own" if entry.is_spoken else "deed")
        elif isinstance(entry, Unanswered):
            assert row.words == "You said nothing: the time ran out."
    named = [entry for row, entry in zip(told, view.said, strict=True) if isinstance(entry, Said) and row.speaker]
    assert {entry.name for entry in named} == {
        entry.name for entry in view.said if isinstance(entry, Said) and entry.name
    }


def _scenario(case: str) -> Scenario:
    scenario = read_file(shipped_scenarios() / f"{case}.yaml").scenario
    assert scenario is not None
    return scenario


def _journal(case: str, seed: int) -> Journal:
    """Some play: at each step the choice that the seed comes to."""
    book = compile_scenario(_scenario(case))
    step = start(book)
    records: list[Decision] = []
    while step.stop is None:
        offered = choices(book, step.after)
        taken = offered[(seed + len(records) * (seed + 1)) % len(offered)]
        records.append(Decision(taken, 1000 * len(records)))
        step = play(book, step.after, taken)
    return Journal(Head(scenario=case, revision="", seed=seed, mode="graded", started=""), tuple(records))


@cache
def _solved(case: str) -> tuple[Playbook, Solution]:
    book = compile_scenario(_scenario(case))
    return book, solve(book)


def _debrief(case: str, seed: int) -> Debrief:
    return review(*_solved(case), _journal(case, seed))
