"""The trainer's desk, asked without a browser: who is let in, whose teams are whose, what is kept, told and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from game.leaderboard.access import DESK_COOKIE, PLAY_COOKIE
from game.records.league import assignments, audit, cases, codes, devices, teams
from tests.leaderboard.pages.desk import HOSTILE, NAME, PASSPHRASE, SOUND, Desk
from tests.leaderboard.pages.house import CASE, House, house_in
from tests.leaderboard.pages.playing import fields, send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

GERMAN = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server for these tests alone."""
    with house_in(tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture(scope="module")
def desk(house: House) -> Desk:
    """A trainer with a team in which nobody is yet."""
    return Desk(house)


@pytest.fixture
def client(desk: Desk) -> Iterator[httpx.Client]:
    """The trainer's browser."""
    with desk.client() as found:
        yield found


def stranger(house: House) -> httpx.Client:
    """A browser that nobody is signed in at."""
    return httpx.Client(base_url=house.address, follow_redirects=True)


# --- who is let in ----------------------------------------------------------------------------------------------------


def test_whoever_is_not_signed_in_is_asked_to_and_led_back(house: House, desk: Desk) -> None:
    """To the very page that was asked for; a player's sign-in opens nothing."""
    with stranger(house) as client:
        client.cookies.set(PLAY_COOKIE, house.visitor().token)
        asked = client.get(f"/desk/teams/{desk.team}")
        assert asked.status_code == 401
        assert HOSTILE.split()[-1] not in asked.text
        said = {"name": NAME, "passphrase": PASSPHRASE, "back": fields(asked.text)["back"]}
        came = send(client, "/desk/sign-in", asked.text, said)
    assert came.url.path == f"/desk/teams/{desk.team}"
    assert came.status_code == 200


def test_signing_out_ends_the_token(house: House, desk: Desk) -> None:
    """Whoever has copied it finds the sign-in."""
    token = house.ask(devices.let_in_trainer, desk.trainer, house.now)
    with desk.client(token) as client:
        told = send(client, "/desk/sign-out", client.get("/desk").text, {})
    assert f"{DESK_COOKIE}=" in told.history[0].headers["set-cookie"]
    with desk.client(token) as client:
        assert "field-passphrase" in client.get("/desk").text


# --- whose is whose ---------------------------------------------------------------------------------------------------


def test_another_trainers_team_is_not_reachable(house: House, desk: Desk, client: httpx.Client) -> None:
    """Neither to be seen nor to be changed, by no address; it is as if it were not there."""
    theirs, assignment = f"/desk/teams/{desk.foreign_team}", f"/desk/assignments/{desk.foreign_assignment}"
    before = house.ask(seen, house.trainer, desk.foreign_team, house.now)
    for path in (theirs, f"{theirs}/code", f"{theirs}/close", f"{theirs}/report", assignment):
        told = client.get(path)
        assert told.status_code == 404, path
        assert "Night desk" not in told.text
    page = client.get("/desk").text
    case = {"title": "x", "due": "2099-01-01", "cases": house.revision}
    for path, data in {
        theirs: {"name": "Mine"},
        f"{theirs}/code": {"hours": "1", "uses": "1"},
        f"{theirs}/code/drop": {},
        f"{theirs}/close": {},
        f"{theirs}/assignments": case,
        f"{assignment}/withdraw": {"team": desk.foreign_team},
    }.items():
        assert send(client, path, page, data).status_code == 404, path
    assert house.ask(seen, house.trainer, desk.foreign_team, house.now) == before


def seen(c: Connection, trainer: str, team: str, now_ms: int) -> list[object]:
    """All that its trainer sees of a team."""
    return [
        teams.team_of(c, trainer, team),
        codes.codes_of(c, team, now_ms),
        assignments.assignments_of(c, trainer, team),
        audit.last_hash(c),
    ]


@pytest.mark.parametrize("key", ["x", "0" * 36, "..%2f..", "%00", "' OR 1=1 --", "9" * 500])
def test_keys_that_are_none_lead_nowhere(client: httpx.Client, key: str) -> None:
    """To a page that says so."""
    for path in (
        f"/desk/teams/{key}",
        f"/desk/assignments/{key}",
        f"/desk/seasons/{key}",
        f"/desk/cases/{key}/withdraw",
    ):
        assert client.get(path).status_code == 404, path


# --- names ------------------------------------------------------------------------------------------------------------


def test_hostile_names_are_shown_as_text(desk: Desk, client: httpx.Client) -> None:
    """Of teams and of what they are to play, wherever they stand."""
    assignment = desk.give()
    team = f"/desk/teams/{desk.team}"
    for path in ("/desk", team, f"{team}/close", f"{team}/report", f"/desk/assignments/{assignment}", "/desk/trail"):
        page = client.get(path).text
        assert "<script>alert" not in page, path
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &#39; OR 1=1" in page, path


@pytest.mark.parametrize("name", ["a\u202eb", "x" * 10_000, "\u200b\u200b", "", "   ", "a\x00b"])
def test_names_that_fool_are_refused_and_stay_typed(client: httpx.Client, name: str) -> None:
    """With a sentence at the field, which the field names as its description."""
    refused = send(client, "/desk/teams", client.get("/desk").text, {"name": name})
    assert refused.status_code == 422
    assert 'aria-describedby="fault-name' in refused.text
    assert 'id="fault-name"' in refused.text


# --- what is told of people -------------------------------------------------------------------------------------------


def test_of_too_few_people_nothing_is_told(house: House, desk: Desk, client: httpx.Client) -> None:
    """Neither in a report nor of an assignment, and it is said why."""
    team = house.ask(teams.make, desk.trainer, "Early desk", house.now).id
    few = Desk.__new__(Desk)
    few.__dict__ = {**desk.__dict__, "team": team}
    few.fill(2)
    report = client.get(f"/desk/teams/{team}/report?season=autumn").text
    assert report.count("Too few people to tell.") == 2
    assert "of 1000" not in report
    progress = client.get(f"/desk/assignments/{few.give()}").text
    assert "Too few people to tell" in progress
    assert "Guest 0 of Ida" in progress, "who agreed to be named"
    assert "Guest 1 of Ida" not in progress


# --- cases ------------------------------------------------------------------------------------------------------------


def test_a_case_comes_as_files(house: House, client: httpx.Client) -> None:
    """Its id is the file's name where none was typed; a translation's language stands in its name."""
    page = client.get("/desk/cases/new").text
    files = [
        ("file", ("warm-soup.yaml", SOUND.replace("cold soup", "warm soup").encode(), "application/yaml")),
        ("translations", ("de.po", GERMAN.encode(), "text/x-gettext")),
    ]
    data = {"form_token": fields(page)["form_token"], "scenario": "", "text": "", "habits": "", "deed": "publish"}
    told = client.post("/desk/cases", data=data, files=files)
    assert told.status_code == 200
    assert told.url.path == "/desk/cases"
    revision = next(each.revision for each in house.ask(cases.cases) if each.scenario == "warm-soup")
    assert house.ask(house.site.cases.case, revision).languages == ("en", "de")


def test_checking_alone_publishes_nothing(house: House, client: httpx.Client) -> None:
    """What was found is shown, and the case is nowhere."""
    page = client.get("/desk/cases/new").text
    data = {"scenario": "only-checked", "text": SOUND.replace("cold", "lukewarm"), "habits": "", "deed": "check"}
    told = send(client, "/desk/cases", page, data)
    assert told.status_code == 200
    assert "What the checker found" in told.text
    assert "only-checked" not in [each.scenario for each in house.ask(cases.cases)]


@pytest.mark.parametrize(
    "text", ["", "\x00", "a: &a [*a]", "{" * 5000, "\ufeff- 1", "title: <script>alert(1)</script>"]
)
def test_whatever_is_pasted_is_told_and_never_run(client: httpx.Client, text: str) -> None:
    """Nothing, nonsense, knots, markup."""
    page = client.get("/desk/cases/new").text
    told = send(client, "/desk/cases", page, {"scenario": "soup", "text": text, "habits": "", "deed": "publish"})
    assert told.status_code == 422
    assert "<script>alert" not in told.text


def test_a_withdrawn_case_cannot_be_chosen_any_more(house: House, client: httpx.Client) -> None:
    """It is asked once more; then it stands in the list as withdrawn."""
    page = client.get("/desk/cases/new").text
    text = SOUND.replace("cold", "burnt")
    send(client, "/desk/cases", page, {"scenario": "burnt-soup", "text": text, "habits": "", "deed": "publish"})
    revision = next(each.revision for each in house.ask(cases.cases) if each.scenario == "burnt-soup")
    assert revision in client.get("/desk/new-season").text
    asked = client.get(f"/desk/cases/{revision}/withdraw")
    assert "The burnt soup" in asked.text
    told = send(client, f"/desk/cases/{revision}/withdraw", asked.text, {})
    assert "The case is withdrawn." in told.text
    assert revision not in client.get("/desk/new-season").text
    assert CASE in {each.scenario for each in house.ask(cases.cases)}
