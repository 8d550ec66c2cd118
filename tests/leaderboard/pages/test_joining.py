"""Joining on a page: a code, a name, and what is stored, said before it is."""

from __future__ import annotations

import html
import json
import re

import pytest

from game.leaderboard.access import PLAY_COOKIE
from game.records.league import entries, players, seasons
from tests.leaderboard.pages.house import CASE, House, Visitor
from tests.leaderboard.pages.playing import fields, play, send


def test_a_code_is_filled_in_and_does_nothing_by_itself(house: House) -> None:
    """A QR code's address; only the form joins, after it was said what is stored."""
    code = house.code()
    with house.client() as client:
        page = client.get(f"/join?code={code}")
        assert fields(page.text)["code"] == code
        assert "At any time you can look at all of it, take it with you, or have it erased." in page.text
        assert PLAY_COOKIE not in client.cookies
        home = send(client, "/join", page.text, {"code": code.lower(), "pseudonym": " Zoë ", "look": ""})
        assert "Welcome, Zoë." in home.text
        assert "For the first week" in home.text


def test_what_is_amiss_is_said_at_its_field(house: House) -> None:
    """What was typed stays there."""
    with house.client() as client:
        page = client.get("/join").text
        wrong = send(client, "/join", page, {"code": "AAAA-AAAA", "pseudonym": "Kim", "look": ""})
        assert wrong.status_code == 422
        assert 'id="fault-code"' in wrong.text
        assert 'aria-describedby="fault-code help-code"' in wrong.text
        assert fields(wrong.text)["pseudonym"] == "Kim"
        nameless = send(client, "/join", page, {"code": house.code(), "pseudonym": "", "look": ""})
        assert 'id="fault-pseudonym"' in nameless.text
        assert PLAY_COOKIE not in client.cookies


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "'; DROP TABLE players; --",
        "\u202egnp.exe",
        "x" * 10_000,
        "{{ 7 * 7 }}",
        "👩🏽‍🦽 Kim",
        "شيماء",
        "\x00",
    ],
)
def test_names_are_shown_as_text_or_refused(house: House, name: str) -> None:
    """Never harmful, on the page that refuses them, on one's own and on the first."""
    with house.client() as client:
        page = send(client, "/join", client.get("/join").text, {"code": house.code(), "pseudonym": name, "look": ""})
        assert page.status_code in (200, 422)
        for shown in (page, client.get("/me"), client.get("/seasons/autumn")):
            assert "<script>alert" not in shown.text
            assert "<img src=x" not in shown.text
            assert "49" not in html.unescape(shown.text.partition("<h1>")[2].partition("</h1>")[0])
        if page.status_code == 200:
            assert f"<bdi>{html.escape(name)}</bdi>" in client.get("/me").text.replace("&#34;", "&quot;")
        else:
            assert 'id="fault-pseudonym"' in page.text


def test_guessing_is_stopped(house: House) -> None:
    """The sentence says for how long; nobody else is let in meanwhile, and time lets in again."""
    with house.client() as client:
        page = client.get("/join").text
        for _guess in range(200):
            answer = send(client, "/join", page, {"code": "AAAA-AAAA", "pseudonym": "Kim", "look": ""})
            if "Too many codes" in answer.text:
                break
        else:
            raise AssertionError("a code can be guessed two hundred times")
        right = send(client, "/join", page, {"code": house.code(), "pseudonym": "Kim", "look": ""})
        assert "Too many codes" in right.text
        house.moved_ms += 3_600_000
        assert (
            "Welcome, Kim." in send(client, "/join", page, {"code": house.code(), "pseudonym": "Kim", "look": ""}).text
        )


def test_a_look_is_chosen(house: House) -> None:
    """One of the faces on the page; it is the player's from then on."""
    with house.client() as client:
        page = client.get("/join").text
        look = page.partition('name="look" value="" checked')[2].partition('name="look" value="')[2].partition('"')[0]
        refused = send(client, "/join", page, {"code": "AAAA-AAAA", "pseudonym": "Robin", "look": look})
        assert f'value="{look}" checked' in refused.text
        home = send(client, "/join", page, {"code": house.code(), "pseudonym": "Robin", "look": look})
        assert f"/faces/head/{look}/1.svg" in home.text


def test_another_device_is_let_in_by_a_code(house: House, visitor: Visitor) -> None:
    """It is the same person there; the code is shown with a QR code, once, and works once."""
    with house.client(visitor) as client, house.client() as other, house.client() as third:
        page = send(client, "/me/codes", client.get("/me").text, {})
        code = page.text.partition('class="big code">')[2].partition("<")[0]
        assert len(code) == 9
        assert f"QR code: {house.address}/join?code={code}" in page.text
        assert code not in client.get("/me").text
        join = other.get(f"/join?code={code}").text
        assert (
            f"Welcome, {visitor.name}." in send(other, "/join", join, {"code": code, "pseudonym": "", "look": ""}).text
        )
        again = send(third, "/join", third.get("/join").text, {"code": code, "pseudonym": "", "look": ""})
        assert 'id="fault-code"' in again.text


def test_a_team_is_changed_and_left(house: House, visitor: Visitor) -> None:
    """By another code; whoever is known stays who they are."""
    with house.client(visitor) as client:
        send(client, "/me/team", client.get("/me").text, {})
        assert "You are in no team." in client.get("/me").text
        home = send(client, "/join", client.get("/join").text, {"code": house.code()})
        assert "Night desk" in home.text
        assert house.ask(players.player_of, visitor.token, house.now).id == visitor.player


def test_boards_are_joined_and_left(house: House, visitor: Visitor) -> None:
    """Under a name of one's own; one that is taken is refused at its field."""
    season = house.ask(seasons.season, "autumn")
    taken = house.visitor("Taken Name")
    house.ask(entries.enter, taken.player, season.id, "Taken Name", house.now)
    with house.client(visitor) as client:
        page = client.get("/seasons/autumn").text
        refused = send(client, "/seasons/autumn/entry", page, {"pseudonym": "taken name", "deed": "enter"})
        assert refused.status_code == 422
        assert 'id="fault-pseudonym"' in refused.text
        assert house.ask(entries.entry_of, season.id, visitor.player) is None
        send(client, "/seasons/autumn/entry", page, {"pseudonym": "Free Name", "deed": "enter"})
        assert house.ask(entries.entry_of, season.id, visitor.player).pseudonym == "Free Name"
        assert "You stand on them as Free Name." in client.get("/seasons/autumn").text
        session = play(client, "autumn", CASE, ["Good evening, Ms", "I will be honest with you"])
        assert re.search(r"Rank \d+ of \d+", client.get("/seasons/autumn").text)
        assert re.search(r"On its boards you are Free Name, at rank \d+ of \d+.", client.get("/").text)
        debrief = client.get(f"/play/{session}/debrief").text
        assert re.search(r"On the board of this case you stand at rank \d+ of \d+.", debrief)
        send(client, "/seasons/autumn/entry", client.get("/seasons/autumn").text, {"deed": "leave"})
        assert house.ask(entries.entry_of, season.id, visitor.player) is None


def test_everything_is_taken_along_and_erased(house: House, visitor: Visitor) -> None:
    """As a file; erased only where the name was typed, and then the browser is nobody's."""
    with house.client(visitor) as client:
        saved = client.get("/me/data")
        assert "attachment" in saved.headers["content-disposition"]
        assert json.loads(saved.text)["player"]["pseudonym"] == visitor.name
        page = client.get("/me").text
        for typed in ("", "yes", visitor.name.lower() + "x"):
            refused = send(client, "/me/erase", page, {"typed": typed})
            assert refused.status_code == 422
            assert 'id="fault-typed"' in refused.text
            assert "<details open>" in refused.text
        gone = send(client, "/me/erase", page, {"typed": f" {visitor.name} "})
        assert "Everything about you was erased." in gone.text
        assert house.ask(players.player_of, visitor.token, house.now) is None
        assert "Join with a code" in client.get("/").text


def test_a_browser_is_signed_out(house: House, visitor: Visitor) -> None:
    """Its token counts no more, wherever it may have been copied to."""
    with house.client(visitor) as client:
        send(client, "/me/sign-out", client.get("/me").text, {})
        assert "Join with a code" in client.get("/").text
    with house.client(visitor) as client:
        assert "Join with a code" in client.get("/").text


def test_name_and_consent_are_changed(house: House, visitor: Visitor) -> None:
    """Each by its form, and shown as it is now."""
    with house.client(visitor) as client:
        page = send(client, "/me", client.get("/me").text, {"pseudonym": "Sam", "look": ""})
        assert "<bdi>Sam</bdi>" in page.text
        named = send(client, "/me/named", page.text, {"named": "yes"})
        assert "Your trainer sees by your name" in named.text
        assert house.ask(players.membership, visitor.player).is_named
        unnamed = send(client, "/me/named", named.text, {"named": "no"})
        assert "and not who" in unnamed.text


def test_what_trainers_did_is_seen(house: House, visitor: Visitor) -> None:
    """By the members of the team it was about."""
    house.code()
    with house.client(visitor) as client:
        assert "Made a code to join with" in client.get("/me").text
