"""Who may what: nobody without a token, nobody with another's, and no other site on anybody's behalf."""

from __future__ import annotations

import secrets
from typing import Any

import pytest

from game.leaderboard.api import ROUTES
from game.leaderboard.api.route import Raw, Route
from tests.leaderboard.served import CASE, SEASON, Served

pytestmark = pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)

COOKIES = {"player": "gastgeber", "trainer": "gastgeber-desk"}
CLOSED = [route for route in ROUTES if route.who != "anyone"]
KEY = "01a20000-0000-7000-8000-000000000000"
THERE = {"session": KEY, "team": KEY, "assignment": KEY, "slug": SEASON, "revision": "a" * 64, "n": "1"}
BODY = {
    "pseudonym": "Lea",
    "name": "Night desk two",
    "code": "ABCD-EFGH",
    "token": None,
    "season": SEASON,
    "scenario": CASE,
    "slug": "summer",
    "title": "Summer",
    "due": "2027-02-01",
    "first_day": "2027-02-01",
    "last_day": "2027-02-28",
    "zone": "UTC",
    "revisions": ["a" * 64],
    "text": "title: Nothing",
}


def fits(route: Route) -> dict[str, Any]:
    """A request that the route understands, as httpx sends it."""
    told: dict[str, Any] = {"method": route.method, "path": f"/api/v1{route.path.format(**THERE)}"}
    if route.path.endswith("/report"):
        told["params"] = {"season": SEASON}
    if isinstance(route.body, Raw):
        told |= {"content": b"{}", "headers": {"Content-Type": route.body.kind}}
    elif route.body is not None:
        told["json"] = {name: BODY[name] for name in route.body.__struct_fields__ if name in BODY}
    return told


def sent(served: Served, route: Route, **headers: str) -> Any:
    """What comes back of it, with these headers."""
    asked = fits(route)
    asked["headers"] = {**asked.get("headers", {}), **headers}
    return served.send(asked.pop("method"), asked.pop("path"), **asked)


def test_no_route_lets_anybody_in_without_their_own_token(served: Served) -> None:
    """None, a forged one, one that was cut, one of the other kind, in a header or a cookie: 401, nothing changed."""
    tokens = {"player": served.join(), "trainer": served.let_in()}
    forged = secrets.token_urlsafe(32)
    before = served.everything()
    for route in CLOSED:
        kind, other = ("trainer", "player") if route.who == "trainer" else ("player", "trainer")
        bad = [forged, tokens[kind][:-1], f"{tokens[kind]}x", *([tokens[other]] if route.who != "member" else [])]
        cookies = [f"{COOKIES[kind]}={each}" for each in bad]
        ways = [{}, *({"Authorization": f"Bearer {each}"} for each in bad)]
        ways += [{"Cookie": each, "Origin": "http://gastgeber.test"} for each in cookies]
        for headers in ways:
            answered = sent(served, route, **headers)
            assert answered.status_code == 401, (route.name, headers)
            assert answered.json()["code"] == "not-signed-in"
    assert served.everything() == before


def test_no_other_site_s_page_does_anything(served: Served) -> None:
    """Neither by a cookie that the browser adds nor by a token; nor may a browser leave out where a page is from."""
    tokens = {"player": served.join(), "trainer": served.let_in()}
    before = served.everything()
    for route in CLOSED:
        kind = "trainer" if route.who == "trainer" else "player"
        if route.method == "GET":
            continue
        cookie = f"{COOKIES[kind]}={tokens[kind]}"
        for headers in (
            {"Cookie": cookie, "Origin": "https://evil.test"},
            {"Cookie": cookie, "Origin": "null"},
            {"Cookie": cookie, "Origin": "http://gastgeber.test.evil.test"},
            {"Cookie": cookie, "Origin": "https://gastgeber.test"},
            {"Cookie": cookie, "Origin": "http://gastgeber.test", "Sec-Fetch-Site": "cross-site"},
            {"Cookie": cookie, "Sec-Fetch-Site": "same-site"},
            {"Cookie": cookie},
            {"Cookie": cookie, "X-Form-Token": served.form_token("another's")},
            {"Authorization": f"Bearer {tokens[kind]}", "Origin": "https://evil.test"},
        ):
            answered = sent(served, route, **headers)
            assert (answered.status_code, answered.json()["code"]) == (403, "foreign-origin"), (route.name, headers)
    assert served.everything() == before


def test_a_page_of_this_server_s_is_let_do_things(served: Served) -> None:
    """By its origin, or where a browser does not tell it, by the form token."""
    token = served.join()
    body = {"is_named": True}
    for headers in ({"Origin": "http://gastgeber.test"}, {"X-Form-Token": served.form_token(token)}):
        asked = {"Cookie": f"gastgeber={token}", **headers}
        answered = served.send("PATCH", "/api/v1/me", json=body, headers=asked)
        assert (answered.status_code, answered.json()["is_named"]) == (200, True)


def test_nobody_touches_another_s_session(served: Served) -> None:
    """Not to read it, not to go on with it, not to have it explained; as if it were not there."""
    mine, other = served.join("Lea"), served.join("Mia")
    played = served.begin(mine)
    step = {"token": played["view"]["offers"][0]["token"]}
    before = served.everything()
    here = f"/sessions/{played['session']}"
    for method, path, body in (
        ("GET", here, None),
        ("POST", f"{here}/steps/1", step),
        ("GET", f"{here}/debrief", None),
    ):
        answered = served.ask(method, path, other, body)
        assert (answered.status_code, answered.json()["code"]) == (404, "unknown-session")
    assert served.everything() == before


def test_a_trainer_touches_their_own_teams_alone(served: Served) -> None:
    """Another's team, its codes, assignments and figures are as if they were not there."""
    owner, other = served.let_in(), served.let_in(served.another_trainer())
    given = {"title": "Week one", "due": "2027-02-01", "revisions": [served.revision]}
    assignment = served.ask("POST", f"/teams/{served.team}/assignments", owner, given).json()["assignment"]
    before = served.everything()
    team = f"/teams/{served.team}"
    for method, path, body, code in (
        ("PATCH", team, {"name": "Mine"}, "unknown-team"),
        ("DELETE", team, None, "unknown-team"),
        ("POST", f"{team}/codes", {}, "unknown-team"),
        ("DELETE", f"{team}/codes", None, "unknown-team"),
        ("GET", f"{team}/assignments", None, "unknown-team"),
        ("POST", f"{team}/assignments", given, "unknown-team"),
        ("GET", f"{team}/report?season={SEASON}", None, "unknown-team"),
        ("GET", f"/assignments/{assignment}", None, "unknown-assignment"),
        ("DELETE", f"/assignments/{assignment}", None, "unknown-assignment"),
    ):
        answered = served.ask(method, path, other, body)
        assert (answered.status_code, answered.json()["code"]) == (404, code), path
    assert served.everything() == before
    assert served.ask("GET", "/teams", other).json() == {"teams": []}


def test_codes_cannot_be_guessed_on_and_on(served: Served) -> None:
    """After ten wrong ones nobody is listened to any more, be the next one right; later they are."""
    wrong = {"code": "0000-0000", "pseudonym": "Eve"}
    answers = [served.ask("POST", "/join", body=wrong) for _each in range(11)]
    assert [each.status_code for each in answers] == [404] * 10 + [429]
    right = {"code": served.code, "pseudonym": "Lea"}
    refused = served.ask("POST", "/join", body=right)
    assert refused.status_code == 429
    served.now += 1000 * int(refused.headers["Retry-After"]) + 20 * 60 * 1000
    assert served.ask("POST", "/join", body=right).status_code == 201


def test_a_room_full_of_people_joins_through_one_address(served: Served) -> None:
    """Right codes are no guesses, and neither are names that do not fit."""
    for number in range(15):
        assert served.ask("POST", "/join", body={"code": served.code, "pseudonym": "x"}).status_code == 422
        joined = served.ask("POST", "/join", body={"code": served.code, "pseudonym": f"Guest {number}"})
        assert joined.status_code == 201
