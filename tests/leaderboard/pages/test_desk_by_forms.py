"""The trainer's desk, asked in this process: codes over time, files as they are sent, who is let in and led where."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.leaderboard.access import DESK_COOKIE
from game.leaderboard.elsewhere import START
from game.records.league import players, teams, trainers
from tests.leaderboard.pages.playing import form_token

if TYPE_CHECKING:
    import httpx

    from tests.leaderboard.served import Served

SOUND = (Path(__file__).parents[3] / "docs" / "late-bicycle.yaml").read_text("utf-8")
BROKEN = SOUND.replace("goto: ", "goto: nowhere-", 1)
ON_SQLITE = pytest.mark.parametrize("league_url", ["sqlite"], indirect=True)
GERMAN = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n'


class Sitting:
    """A trainer at the desk, whose browser keeps cookies as browsers do."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.cookies = {DESK_COOKIE: served.let_in()}

    def get(self, path: str) -> httpx.Response:
        """Look at a page."""
        return self.served.send("GET", path, headers=self._said())

    def post(self, page: str, path: str, data: dict[str, Any], **sent: Any) -> httpx.Response:
        """Send a form of a page."""
        token = form_token(self.get(page).text)
        answered = self.served.send("POST", path, data={"form_token": token, **data}, headers=self._said(), **sent)
        self.cookies |= dict(answered.cookies)
        return answered

    def publish(self, data: dict[str, Any], **sent: Any) -> httpx.Response:
        """Send the form for cases, as a browser does that sends files."""
        return self.post("/desk/cases/new", "/desk/cases", data, files=sent or {"file": ("", b"")})

    def _said(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}


@pytest.fixture
def desk(served: Served) -> Sitting:
    """A trainer who is signed in."""
    return Sitting(served)


def code_of(page: str) -> str:
    """The code that a page shows."""
    found = re.search(r'class="code giant">([^<]*)<', page)
    return "" if found is None else found[1]


@ON_SQLITE
def test_a_code_is_shown_again_to_the_browser_that_made_it(desk: Sitting, served: Served) -> None:
    """It leads into the team; another browser of the same trainer, and a cookie that was made up, show none."""
    address = f"/desk/teams/{served.team}/code"
    made = desk.post(f"/desk/teams/{served.team}", address, {"hours": "8", "uses": "2"})
    assert (made.status_code, made.headers["location"]) == (303, address)
    cookie = made.headers["set-cookie"]
    for part in (f"Path={address}", "HttpOnly", "SameSite=strict", "Max-Age=28800"):
        assert part in cookie
    code = code_of(desk.get(address).text)
    assert code_of(desk.get(address).text) == code
    assert f"/join?code={code}" in desk.get(address).text
    with served.database.writing() as c:
        team = players.join(c, code, "Lea", None, served.now).team
    assert team is not None
    assert team.name == "Night desk"
    assert "can be used once more" in desk.get(address).text
    assert code_of(Sitting(served).get(address).text) == ""
    desk.cookies["gastgeber-code"] = "AAAA" + desk.cookies["gastgeber-code"][4:]
    assert code_of(desk.get(address).text) == ""


@ON_SQLITE
def test_a_code_that_was_taken_back_or_has_expired_is_shown_no_more(desk: Sitting, served: Served) -> None:
    """Nor the one of another team."""
    team = f"/desk/teams/{served.team}"
    desk.post(team, f"{team}/code", {"hours": "1", "uses": "30"})
    kept = desk.cookies["gastgeber-code"]
    with served.database.writing() as c:
        other = teams.make(c, served.trainer, "Day desk", served.now).id
    assert code_of(desk.get(f"{team}/code").text)
    assert code_of(desk.get(f"/desk/teams/{other}/code").text) == ""
    served.now += 3_600_001
    assert code_of(desk.get(f"{team}/code").text) == ""
    desk.post(team, f"{team}/code", {"hours": "1", "uses": "30"})
    assert desk.post(team, f"{team}/code/drop", {}).headers["location"].startswith(team)
    assert desk.cookies["gastgeber-code"] != kept
    assert code_of(desk.get(f"{team}/code").text) == ""


@ON_SQLITE
def test_a_refused_case_is_kept_with_its_translations(desk: Sitting) -> None:
    """Files that were chosen come back as texts, so that mending the case does not lose them."""
    refused = desk.publish(
        {"deed": "publish"},
        file=("late-bicycle.yaml", BROKEN.encode()),
        translations=("late-bicycle.po", GERMAN.encode()),
    )
    assert refused.status_code == 422
    assert 'value="late-bicycle"' in refused.text
    assert 'class="finding error"' in refused.text
    assert re.search(r'class="excerpt"[^>]*>.*goto: nowhere-.*\^\^', refused.text, re.DOTALL)
    assert re.search(r'<textarea id="field-po-de".*Language: de', refused.text, re.DOTALL)
    again = desk.publish({"deed": "check", "scenario": "late-bicycle", "text": SOUND, "po-de": GERMAN})
    assert again.status_code == 200
    assert "field-po-de" in again.text
    assert "field-po-de" not in desk.publish({"deed": "check", "scenario": "a", "text": SOUND, "po-de": " "}).text


@ON_SQLITE
@pytest.mark.parametrize(
    ("data", "files", "field"),
    [
        ({}, {}, "text"),
        ({"scenario": "Not An Id", "text": SOUND}, {}, "scenario"),
        ({"scenario": "bicycle", "text": SOUND}, {"translations": ("words.po", b'msgid ""\n')}, "translations"),
        ({"scenario": "bicycle", "text": SOUND}, {"translations": ("de.po", b"\xff\xfe")}, "translations"),
    ],
    ids=["nothing", "no id", "no language", "no text"],
)
def test_what_is_no_case_is_refused_at_its_field(
    desk: Sitting, data: dict[str, str], files: dict[str, Any], field: str
) -> None:
    """And nothing is published."""
    refused = desk.publish({"deed": "publish", **data}, **files)
    assert refused.status_code == 422
    assert f'id="fault-{field}"' in refused.text
    assert "late-bicycle" not in desk.get("/desk/cases").text


@pytest.mark.parametrize("field", ["text", "habits", "po-de", "scenario"])
def test_a_character_of_no_text_is_refused(desk: Sitting, field: str) -> None:
    """PostgreSQL's texts hold no NUL, and no case has one."""
    said = {"deed": "publish", "scenario": "bicycle", "text": SOUND, "habits": "", "po-de": ""}
    assert desk.publish(said | {field: f"{said[field]}# \0\n"}).status_code == 422


@ON_SQLITE
def test_signing_in_elsewhere_is_offered_where_it_is_possible(served: Served, desk: Sitting) -> None:
    """And connecting one's account to it, for who is signed in."""
    assert START not in served.send("GET", "/desk").text
    assert START not in desk.get("/desk").text
    served.site.has_elsewhere = True
    assert f'href="{START}"' in served.send("GET", "/desk").text
    assert f'action="{START}"' in desk.get("/desk").text


@ON_SQLITE
def test_a_code_for_too_many_is_refused_at_its_field(desk: Sitting, served: Served) -> None:
    """What was typed stays; nothing was made."""
    team = f"/desk/teams/{served.team}"
    for field, typed in (("uses", "501"), ("uses", "many"), ("hours", "999")):
        refused = desk.post(team, f"{team}/code", {"hours": "8", "uses": "30", field: typed})
        assert refused.status_code == 422
        assert f'id="fault-{field}"' in refused.text
    assert 'value="many"' in desk.post(team, f"{team}/code", {"hours": "8", "uses": "many"}).text


@ON_SQLITE
def test_nobody_else_is_let_in(served: Served) -> None:
    """A page asks to sign in; a form is not carried out; a player's token opens nothing."""
    token = served.join()
    for cookie in ("", f"gastgeber={token}", f"{DESK_COOKIE}={token}"):
        looked = served.send("GET", "/desk/trail", headers={"Cookie": cookie})
        assert looked.status_code == 401
        assert 'name="back" value="/desk/trail"' in looked.text
        sent = served.send("POST", "/desk/teams", data={"name": "Ours"}, headers={"Cookie": cookie})
        assert sent.status_code in (401, 403)
    with served.database.reading() as c:
        assert len(teams.teams_of(c, served.trainer)) == 1


@ON_SQLITE
@pytest.mark.parametrize("back", ["//elsewhere.test", "/desk/../me"])
def test_signing_in_leads_nowhere_else(served: Served, back: str) -> None:
    """Whatever the form was made to say; the sign-in ends with the browser."""
    with served.database.writing() as c:
        trainers.set_passphrase(c, served.trainer, "seven towels on the third floor", served.now)
    page = served.send("GET", "/desk")
    cookies = "; ".join(f"{name}={value}" for name, value in page.cookies.items())
    said = {"form_token": form_token(page.text), "name": "Kim", "passphrase": "seven towels on the third floor"}
    signed_in = served.send("POST", "/desk/sign-in", data={**said, "back": back}, headers={"Cookie": cookies})
    assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/desk")
    assert "Max-Age" not in signed_in.headers["set-cookie"]


@ON_SQLITE
def test_a_form_without_its_token_does_nothing(served: Served, desk: Sitting) -> None:
    """Even with the trainer's cookie."""
    cookie = {"Cookie": f"{DESK_COOKIE}={desk.cookies[DESK_COOKIE]}"}
    assert served.send("POST", f"/desk/teams/{served.team}/close", data={}, headers=cookie).status_code == 403
    with served.database.reading() as c:
        assert teams.team_of(c, served.trainer, served.team).closed_ms is None


@ON_SQLITE
def test_a_sound_case_is_published_and_withdrawn(desk: Sitting) -> None:
    """Asked first; a revision that is none, or is withdrawn already, is not there."""
    published = desk.publish({"deed": "publish", "scenario": "late-bicycle", "text": SOUND})
    assert published.headers["location"] == "/desk/cases?told=published#late-bicycle"
    found = re.findall(r"/desk/cases/([0-9a-f]{64})/withdraw", desk.get("/desk/cases").text)
    asked = [f"/desk/cases/{revision}/withdraw" for revision in found]
    path = next(path for path in asked if "bicycle" in desk.get(path).text)
    assert desk.post(path, path, {}).status_code == 303
    assert desk.get(path).status_code == 404
    assert desk.get("/desk/cases/nothing/withdraw").status_code == 404
