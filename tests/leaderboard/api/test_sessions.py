"""Ranked sessions over HTTP: played, resumed, debriefed, and not to be cheated."""

from __future__ import annotations

import pytest

from tests.leaderboard.served import Served


def test_a_case_is_played_to_its_end(served: Served) -> None:
    """Begun, answered step by step, scored, debriefed; it stands on the board of who joined it."""
    token = served.join()
    entered = served.ask("PUT", "/seasons/spring/entry", token, {"pseudonym": "Leo"})
    assert entered.json() == {"season": "spring", "pseudonym": "Leo"}
    played = served.play(token)
    assert played["state"] == "finished"
    score = played["result"]["score"]
    debrief = served.ask("GET", f"/sessions/{played['session']}/debrief", token)
    assert debrief.status_code == 200
    assert debrief.json()["debrief"]["scores"][3] == score
    (row,) = served.ask("GET", "/seasons/spring/boards/people", token).json()["rows"]
    assert (row["rank"], row["pseudonym"], row["score"], row["is_you"]) == (1, "Leo", score, True)


def test_a_process_that_takes_a_session_up_has_its_case_solved(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a start anew, or beside another process: or all who write would wait for it when the session ends."""
    token = served.join()
    played = served.begin(token)
    asked: list[str] = []
    monkeypatch.setattr(served.site, "solve_soon", asked.append)
    served.say(token, played)
    served.send("GET", f"/play/{played['session']}", headers={"Cookie": f"gastgeber={token}"})
    assert asked == [served.revision] * 2
