"""Whoever plays: joining, another device, boards joined and left, everything out, everything gone."""

from __future__ import annotations

import pytest

from game.records.league.naming import LONGEST_PSEUDONYM
from tests.leaderboard.served import SEASON, Served


def test_a_code_lets_somebody_into_its_team(served: Served) -> None:
    """They get a token, which is as good as they are; a code that is none is refused."""
    joined = served.ask(
        "POST", "/join", body={"code": served.code.lower(), "pseudonym": "  Lea  ", "look": {"age": 40}}
    )
    assert joined.status_code == 201
    told = joined.json()
    assert (told["pseudonym"], told["team"]) == ("Lea", "Night desk")
    me = served.ask("GET", "/me", told["token"]).json()
    assert me["look"] == {"age": 40}
    assert (me["player"], me["team"], me["is_named"]) == (told["player"], "Night desk", False)
    assert served.ask("POST", "/join", body={"code": "AAAA-AAAA", "pseudonym": "Lea"}).json()["code"] == "unknown-code"


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("<script>alert(1)</script>", 422),
        ("<b>Bo</b>", 201),
        ("'; DROP TABLE x;--", 201),
        ("\u202eevil", 422),
        ("Lea\u200b", 422),
        ("Zoë 🦊", 201),
        ("x" * 10_000, 422),
        ("a\u0301\u0301\u0301\u0301\u0301", 422),
        ("  ", 422),
    ],
)
def test_a_name_is_shown_as_text_or_refused(served: Served, name: str, status: int) -> None:
    """Whatever stands in it, it does no harm, and comes back letter by letter."""
    joined = served.ask("POST", "/join", body={"code": served.code, "pseudonym": name})
    assert joined.status_code == status, joined.text
    if status == 201:
        assert len(name) <= LONGEST_PSEUDONYM
        token = joined.json()["token"]
        served.ask("PUT", f"/seasons/{SEASON}/entry", token, {"pseudonym": name})
        served.play(token)
        (row,) = served.ask("GET", f"/seasons/{SEASON}/boards/people", token).json()["rows"]
        assert row["pseudonym"] == name


def test_somebody_changes_what_they_are_called(served: Served) -> None:
    """What is not said stays as it is."""
    token = served.join("Lea")
    assert served.ask("PATCH", "/me", token, {"is_named": True}).json()["pseudonym"] == "Lea"
    changed = served.ask("PATCH", "/me", token, {"pseudonym": "Mia"}).json()
    assert (changed["pseudonym"], changed["is_named"]) == ("Mia", True)


def test_another_device_is_let_in_once(served: Served) -> None:
    """By a code of one's own, which then counts no more."""
    token = served.join()
    code = served.ask("POST", "/me/codes", token).json()["code"]
    other = served.ask("POST", "/join", body={"code": code}).json()
    assert other["player"] == served.ask("GET", "/me", token).json()["player"]
    assert other["token"] != token
    assert served.ask("POST", "/join", body={"code": code}).status_code == 404


def test_nobody_stands_on_a_board_who_did_not_join_it(served: Served) -> None:
    """What was played before counts when they do; when they leave, they are gone from it."""
    token = served.join()
    score = served.play(token)["result"]["score"]
    board = f"/seasons/{SEASON}/boards/people"
    assert served.ask("GET", board, token).json()["rows"] == []
    assert served.ask("GET", f"{board}/me", token).json()["rank"] is None
    served.ask("PUT", f"/seasons/{SEASON}/entry", token, {"pseudonym": "Leo"})
    assert [row["score"] for row in served.ask("GET", board, token).json()["rows"]] == [score]
    mine = served.ask("GET", f"{board}/me?each_side=1", token).json()
    assert (mine["rank"], mine["of"]) == (1, 1)
    assert served.ask("DELETE", f"/seasons/{SEASON}/entry", token).status_code == 204
    assert served.ask("GET", board, token).json()["rows"] == []


def test_a_season_tells_what_was_played_of_it(served: Served) -> None:
    """How many attempts were begun, the best of them, and the session that is open."""
    token = served.join()
    score = served.play(token)["result"]["score"]
    session = served.begin(token)["session"]
    (season,) = served.ask("GET", "/seasons", token).json()["seasons"]
    (case,) = season["cases"]
    assert (case["begun"], case["best"], case["open_session"], case["is_open_book"]) == (2, score, session, False)
    attempts = served.ask("GET", "/me/attempts", token).json()["attempts"]
    assert [each["state"] for each in attempts] == ["open", "finished"]


def test_everything_goes_out_and_everything_goes(served: Served) -> None:
    """The export holds what was played; after erasing nothing knows them, and the board is empty."""
    token, watcher = served.join("Lea"), served.join("Mia")
    served.ask("PUT", f"/seasons/{SEASON}/entry", token, {"pseudonym": "Leo"})
    session = served.play(token)["session"]
    export = served.ask("GET", "/me/data", token)
    assert "attachment" in export.headers["content-disposition"]
    assert export.json()["player"]["pseudonym"] == "Lea"
    assert [each["id"] for each in export.json()["sessions"]] == [session]
    assert served.ask("DELETE", "/me", token).status_code == 204
    assert served.ask("GET", "/me", token).status_code == 401
    assert served.ask("GET", f"/seasons/{SEASON}/boards/people", watcher).json()["rows"] == []
    kept = served.everything()
    assert not kept["sessions"]
    assert not kept["score_hist"] or all(row[-1] == 0 for row in kept["score_hist"])
    assert "Leo" not in str(kept)


def test_a_player_joins_another_team_and_leaves_it(served: Served) -> None:
    """By the code that its trainer gave."""
    token, trainer = served.join(), served.let_in()
    team = served.ask("POST", "/teams", trainer, {"name": "Day desk"}).json()["team"]
    code = served.ask("POST", f"/teams/{team}/codes", trainer, {}).json()["code"]
    assert served.ask("PUT", "/me/team", token, {"code": code}).json()["team"] == "Day desk"
    assert served.ask("DELETE", "/me/team", token).status_code == 204
    assert served.ask("GET", "/me", token).json()["team"] is None
