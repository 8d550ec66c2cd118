"""Cheating over HTTP: before the end only what was said is told, and only the next step changes anything."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from game.scenario.sentences import sentences
from game.session.compiler import compile_scenario
from game.session.rules import choices, play, silence, start
from tests.callback import CALLBACK
from tests.leaderboard.served import CASE, SEASON, Served
from tests.records.league.test_secrecy import heard, leaks, leaves, names, words_of

if TYPE_CHECKING:
    import httpx

    from game.session.state import Step

BOOK = compile_scenario(CALLBACK)
GIVING_AWAY = {"points", "because", "feels", "mood", "goto", "choice"}
"""Keys that have no place in an answer but a session's own."""
ELSEWHERE = (
    "/me",
    "/me/data",
    "/me/attempts",
    "/scenarios",
    "/seasons",
    f"/seasons/{SEASON}/boards/people",
    f"/seasons/{SEASON}/boards/people/me",
    f"/seasons/{SEASON}/boards/teams",
)


@pytest.mark.parametrize("seed", range(2))
def test_no_answer_tells_more_than_was_said(served: Served, seed: int) -> None:
    """Every byte of what any route says to whoever plays, at each step; errors and headers too."""
    token, dice = served.join(), Random(seed)
    steps, played = [start(BOOK)], served.begin(token)
    while played["state"] == "open":
        here = f"/sessions/{played['session']}"
        assert not list(leaks(BOOK, steps, json.dumps(played).encode()))
        for path in (*ELSEWHERE, here, f"{here}/debrief"):
            _looked_at(steps, served.ask("GET", path, token), is_session=path == here)
        _looked_at(steps, served.ask("POST", f"{here}/steps/{played['next_step']}", token, {"token": "call/listen"}))
        _looked_at(steps, served.ask("POST", f"{here}/steps/99", token, {"token": None}))
        played, step = _taken(served, token, played, steps, dice)
        steps.append(step)
    assert (played["result"]["score"] is not None) == (played["state"] == "finished")
    assert not list(leaks(BOOK, steps, json.dumps(played).encode()))


def test_what_is_no_next_step_is_refused_and_changes_nothing(served: Served) -> None:
    """Forged, of another step or session, ahead, sent again otherwise, of nobody's season or case, or malformed."""
    token, other = served.join("Lea"), served.join("Mia")
    played, others = served.begin(token), served.begin(other)
    first = played["view"]["offers"][0]["token"]
    played = served.say(token, played)
    here = f"/sessions/{played['session']}/steps"
    offered = played["view"]["offers"][0]["token"]
    asked: list[tuple[str, Any, int, str]] = [
        (f"{here}/2", {"token": "A" * 24}, 422, "not-on-offer"),
        (f"{here}/2", {"token": ""}, 422, "not-on-offer"),
        (f"{here}/2", {"token": first}, 422, "not-on-offer"),
        (f"{here}/2", {"token": others["view"]["offers"][0]["token"]}, 422, "not-on-offer"),
        (f"{here}/3", {"token": offered}, 409, "step-ahead"),
        (f"{here}/1", {"token": offered}, 422, "step-differs"),
        (f"{here}/1", {"token": None}, 422, "step-differs"),
        (f"{here}/0", {"token": offered}, 404, "not-found"),
        (f"{here}/-1", {"token": offered}, 404, "not-found"),
        (f"{here}/2", {"token": offered, "ms": 1}, 422, "not-understood"),
        (f"{here}/2", {"token": offered, "score": 1000}, 422, "not-understood"),
        (f"{here}/2", [offered], 422, "not-understood"),
        ("/sessions", {"season": SEASON, "scenario": "nothing"}, 404, "unknown-case"),
        ("/sessions", {"season": "winter", "scenario": CASE}, 404, "unknown-season"),
    ]
    before = served.everything()
    for path, body, status, code in asked:
        answered = served.ask("POST", path, token, body)
        assert (answered.status_code, answered.json()["code"]) == (status, code), (path, body)
        assert served.everything() == before
    assert served.ask("POST", f"{here}/2", token, {"token": offered}).status_code == 200


def test_the_same_step_again_gives_the_same_answer_and_counts_once(served: Served) -> None:
    """However often a lost connection has it sent again."""
    token = served.join()
    begun = served.begin(token)
    assert served.begin(token) == begun
    body = {"token": begun["view"]["offers"][0]["token"]}
    path = f"/sessions/{begun['session']}/steps/1"
    answers = [served.ask("POST", path, token, body).json() for _each in range(3)]
    assert answers[0] == answers[1] == answers[2]
    assert len(served.everything()["steps"]) == 1


def test_of_steps_sent_at_once_one_counts(served: Served) -> None:
    """Two choices in the same moment: one is taken, the other is refused, never both."""
    token = served.join()
    played = served.begin(token)
    path = f"/api/v1/sessions/{played['session']}/steps/1"
    bodies = [{"token": offer["token"]} for offer in played["view"]["offers"]] * 3
    headers = {"Authorization": f"Bearer {token}"}
    answers = served.send_at_once([("POST", path, {"json": body, "headers": headers}) for body in bodies])
    codes = [(each.status_code, each.json().get("code")) for each in answers]
    assert set(codes) <= {(200, None), (409, "step-in-flight"), (422, "step-differs")}
    said = [each.json()["view"]["said"] for each in answers if each.status_code == 200]
    taken = {entry["words"] for entries in said for entry in entries if entry["type"] == "chosen"}
    assert len(taken) == len(served.everything()["steps"]) == 1


def test_an_answer_that_comes_too_late_is_none(served: Served) -> None:
    """The server's clock decides; nothing is said, and the time may be let run out instead."""
    token = served.join()
    played = served.begin(token)
    path = f"/sessions/{played['session']}/steps/1"
    early = served.ask("POST", path, token, {"token": None})
    assert (early.status_code, early.json()["code"]) == (409, "too-early")
    served.now += 10 * 60 * 1000
    before = served.everything()
    late = served.ask("POST", path, token, {"token": played["view"]["offers"][0]["token"]})
    assert (late.status_code, late.json()["code"]) == (409, "time-ran-out")
    assert served.everything() == before
    assert served.ask("POST", path, token, {"token": None}).status_code == 200


def test_a_session_that_has_come_to_its_end_takes_no_more(served: Served) -> None:
    """Nor does one of a season that is over."""
    token = served.join()
    played = served.play(token)
    again = served.begin(token)
    before = served.everything()
    path = f"/sessions/{played['session']}/steps/{played['next_step']}"
    over = served.ask("POST", path, token, {"token": "A" * 24})
    assert (over.status_code, over.json()["code"]) == (409, "finished")
    assert served.everything() == before
    trainer = served.let_in()
    assert served.ask("POST", f"/seasons/{SEASON}/close", trainer).status_code == 200
    body = {"token": again["view"]["offers"][0]["token"]}
    closed = served.ask("POST", f"/sessions/{again['session']}/steps/1", token, body)
    assert (closed.status_code, closed.json()["code"]) == (409, "season-closed")


def _taken(
    served: Served, token: str, played: dict[str, Any], steps: list[Step], dice: Random
) -> tuple[dict[str, Any], Step]:
    """A step by chance: over HTTP, and by the rules."""
    offered = choices(BOOK, steps[-1].after)
    name = dice.choice([*offered, *filter(None, [silence(BOOK, steps[-1].after)])])
    words = words_of(BOOK, name)
    taken = next((offer["token"] for offer in played["view"]["offers"] if offer["words"] == words), None)
    served.now += 9_000 if name in offered else 1_000 * (played["view"]["limit"] or 0)
    body = {"token": taken if name in offered else None}
    answered = served.ask("POST", f"/sessions/{played['session']}/steps/{played['next_step']}", token, body)
    assert answered.status_code == 200, answered.text
    return answered.json(), play(BOOK, steps[-1].after, name)


def _looked_at(steps: list[Step], answered: httpx.Response, *, is_session: bool = False) -> None:
    """Look at every byte of an answer."""
    assert answered.status_code < 500, answered.text
    if is_session:
        assert not list(leaks(BOOK, steps, answered.content))
        return
    told = answered.text + "".join(f"{name}: {value}\n" for name, value in answered.headers.items())
    said = heard(BOOK, steps)
    for sentence in sentences(CALLBACK):
        assert sentence.text in said or json.dumps(sentence.text, ensure_ascii=False)[1:-1] not in told
    for key, value in leaves(answered.json()):
        assert key not in GIVING_AWAY
        assert key == "scenario" or value not in names(CALLBACK), (key, value)
