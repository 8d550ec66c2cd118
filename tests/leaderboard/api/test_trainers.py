"""Trainers: signing in, teams and codes, assignments, seasons, cases published or refused with what was found."""

from __future__ import annotations

import threading

import pytest

from game.paths import assets
from game.records.league import cases, trainers
from game.records.league.refused import Refused
from tests.leaderboard.served import CASE, NOW, SEASON, Served
from tests.records.league.rounds import CALLBACK_TEXT

PASSPHRASE = "correct horse battery staple"
SOUND = (assets() / "starter" / "en.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
def test_a_trainer_signs_in_and_out(served: Served) -> None:
    """With the right passphrase; a wrong one and an unknown name are refused alike, and counted."""
    with served.database.writing() as c:
        trainers.set_passphrase(c, served.trainer, PASSPHRASE, NOW)
    wrong = served.ask("POST", "/sign-in", body={"name": "Kim", "passphrase": "wrong"})
    unknown = served.ask("POST", "/sign-in", body={"name": "Nobody", "passphrase": PASSPHRASE})
    assert (wrong.status_code, wrong.json()) == (401, unknown.json())
    signed_in = served.ask("POST", "/sign-in", body={"name": "kim", "passphrase": PASSPHRASE})
    assert (signed_in.status_code, signed_in.json()["name"]) == (201, "Kim")
    token = signed_in.json()["token"]
    assert served.ask("GET", "/teams", token).status_code == 200
    assert served.ask("POST", "/sign-out", token).status_code == 204
    assert served.ask("GET", "/teams", token).status_code == 401
    for _each in range(8):
        served.ask("POST", "/sign-in", body={"name": "Kim", "passphrase": "wrong"})
    assert served.ask("POST", "/sign-in", body={"name": "Kim", "passphrase": PASSPHRASE}).status_code == 429


@pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
def test_who_signs_in_does_not_wait_for_cases_that_are_looked_through(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case with very many states takes minutes, and two of them together no more threads than one."""
    has_come, waited = threading.Event(), []

    def look_through(*_asked: object, **_more: object) -> None:
        waited.append(has_come.wait(10))
        raise Refused("bad-case-id", "Enough.")

    def check(*_asked: object) -> None:
        has_come.set()
        raise Refused("wrong-passphrase", "Enough.")

    monkeypatch.setattr(cases, "look_through", look_through)
    monkeypatch.setattr(trainers, "check", check)
    headers = {"Authorization": f"Bearer {served.let_in()}"}
    case = {"scenario": "large", "text": SOUND}
    sent = [("/scenarios", case)] * 4 + [("/sign-in", {"name": "Kim", "passphrase": "wrong"})]
    asked = [("POST", f"/api/v1{path}", {"json": body, "headers": headers}) for path, body in sent]
    assert [each.status_code for each in served.send_at_once(asked)] == [422] * 4 + [401]
    assert waited == [True] * 4


def test_a_team_is_made_called_otherwise_and_closed(served: Served) -> None:
    """Its codes lead nowhere then."""
    token = served.let_in()
    team = served.ask("POST", "/teams", token, {"name": "Day desk"}).json()["team"]
    given = served.ask("POST", f"/teams/{team}/codes", token, {"hours": 2, "uses": 1}).json()
    assert (given["expires_ms"], given["uses"]) == (NOW + 2 * 3_600_000, 1)
    assert served.ask("PATCH", f"/teams/{team}", token, {"name": "Late desk"}).json()["name"] == "Late desk"
    assert [each["name"] for each in served.ask("GET", "/teams", token).json()["teams"]] == ["Late desk", "Night desk"]
    assert served.ask("DELETE", f"/teams/{team}", token).status_code == 204
    assert served.ask("POST", "/join", body={"code": given["code"], "pseudonym": "Lea"}).status_code == 404


def test_a_team_is_given_cases_and_its_trainer_sees_how_far_it_is(served: Served) -> None:
    """By name only those who agreed; of the others nothing while they are few. Members see that it was looked at."""
    token, lea, mia = served.let_in(), served.join("Lea"), served.join("Mia")
    asked = {"title": "Week one", "due": "2027-02-01", "season": SEASON, "revisions": [served.revision]}
    assignment = served.ask("POST", f"/teams/{served.team}/assignments", token, asked).json()["assignment"]
    served.ask("PATCH", "/me", lea, {"is_named": True})
    served.play(lea)
    (mine,) = served.ask("GET", "/me", lea).json()["assignments"]
    assert [case["is_done"] for case in mine["cases"]] == [True]
    assert not served.ask("GET", "/me", mia).json()["assignments"][0]["cases"][0]["is_done"]
    told = served.ask("GET", f"/assignments/{assignment}", token).json()
    assert told["named"] == [{"pseudonym": "Lea", "done": 1, "is_done": True}]
    assert (told["unnamed"], told["others"]) == (1, None)
    deeds = [each["deed"] for each in served.ask("GET", "/me/data", mia).json()["trainers_deeds"]]
    assert deeds[0] == "see-progress"
    report = served.ask("GET", f"/teams/{served.team}/report?season={SEASON}", token).json()
    assert [case["mean"] for case in report["cases"]] == [None]
    assert served.ask("DELETE", f"/assignments/{assignment}", token).status_code == 204
    assert served.ask("GET", "/me", mia).json()["assignments"] == []


def test_a_case_is_published_for_a_season_and_never_sent(served: Served) -> None:
    """It is looked through first; its text comes back in no answer."""
    token, lea = served.let_in(), served.join()
    published = served.ask("POST", "/scenarios", token, {"scenario": "late-parcel", "text": SOUND})
    assert published.status_code == 201, published.text
    revision = published.json()["revision"]
    days = {"first_day": "2027-01-14", "last_day": "2027-03-01"}
    plan = {"slug": "summer", "title": "Summer", **days, "zone": "Europe/Berlin", "revisions": [revision]}
    season = served.ask("POST", "/seasons", token, plan)
    assert (season.status_code, season.json()["attempts"]) == (201, 2)
    assert "late-parcel" in [each["scenario"] for each in served.ask("GET", "/scenarios", lea).json()["scenarios"]]
    begun = served.ask("POST", "/sessions", lea, {"season": "summer", "scenario": "late-parcel"})
    assert begun.status_code == 201, begun.text
    assert served.ask("DELETE", f"/scenarios/{revision}", token).status_code == 204
    resumed = served.ask("POST", "/sessions", lea, {"season": "summer", "scenario": "late-parcel"})
    assert resumed.json()["code"] == "case-withdrawn"
    assert served.ask("POST", "/seasons/summer/close", token).json()["state"] == "closed"


def test_a_case_with_faults_is_refused_with_what_was_found(served: Served) -> None:
    """Where in which file, in the language of whoever sent it; nothing is kept."""
    token = served.let_in()
    before = served.everything()
    text = CALLBACK_TEXT.replace("goto: call", "goto: atlantis", 1)
    refused = served.ask("POST", "/scenarios", token, {"scenario": CASE, "text": text}, Accept_Language="de")
    assert (refused.status_code, refused.json()["code"]) == (422, "case-at-fault")
    (found,) = (each for each in refused.json()["findings"] if "atlantis" in each["message"])
    assert found["severity"] == "error"
    assert found["line"] == text[: text.index("goto: atlantis")].count("\n") + 1
    assert served.everything() == before


def test_the_trail_tells_what_was_done(served: Served) -> None:
    """That it was looked at, too."""
    token = served.let_in()
    served.ask("GET", "/audit", token)
    lines = served.ask("GET", "/audit?limit=2", token).json()["lines"]
    assert lines[0]["deed"] == "see-audit"
    older = served.ask("GET", f"/audit?before={lines[-1]['n']}", token).json()["lines"]
    assert all(each["n"] < lines[-1]["n"] for each in older)
