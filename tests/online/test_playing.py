"""Ranked play in the terminal, against a real server: joining, choosing, losing the connection, the debrief."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.__main__ import main
from game.records import current_person
from game.records.league import teams
from game.records.league.devices import forget_all
from game.records.memberships import memberships
from game.terminal.keyboard import Keyboard
from game.terminal.page import Page
from game.terminal.ranked import Wish, play_ranked
from tests.leaderboard.pages.house import CASE, House
from tests.online.relay import Relay

SEASON = "Autumn at the desk"


class Typist(io.StringIO):
    """Types lines; before one of them something may happen."""

    def __init__(self, *lines: str, before: dict[str, Callable[[], None]] | None = None) -> None:
        super().__init__("".join(f"{line.partition('#')[0]}\n" for line in lines))
        self._events = iter([(before or {}).get(line) for line in lines])

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # as StringIO's own
        """The next line, after what was to happen before it."""
        event = next(self._events, None)
        if event is not None:
            event()
        return super().readline(-1 if size is None else size)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits before a request is sent again, and no line is wrapped."""
    monkeypatch.setattr("game.online.server.PAUSES", (0.0,))
    monkeypatch.delenv("COLUMNS", raising=False)


def played(
    url: str,
    *lines: str,
    case: str | None = CASE,
    code: str | None = None,
    timers: bool = True,
    before: dict[str, Callable[[], None]] | None = None,
) -> tuple[int, str]:
    """What is told to somebody who types these lines, and the exit code."""
    out = io.StringIO()
    page = Page(out)
    wish = Wish(case, url, code, "en", timers, json=False)
    exit_code = play_ranked(wish, page, Keyboard(Typist(*lines, before=before), page), {})
    return exit_code, out.getvalue()


def test_somebody_joins_a_team_and_plays_to_the_debrief(house: House, lea: str) -> None:
    """The code is asked for, the pseudonym proposed, the boards are offered, the score and the place are told."""
    code, told = played(house.address, house.code(), "Zoe", "3", "yes", *["1"] * 6, case=None)
    assert code == 3  # the list came again, and nothing more was typed
    assert "You have not joined a team at" in told
    assert "is not encrypted" not in told  # nobody stands between a machine and itself
    assert "You play as Zoe, in the team Night desk." in told
    assert f"Season {SEASON}. It goes on until" in told
    assert "For your team: For the first week. 0 of 2 cases done; due on " in told
    assert "2. The defective return. Your team was given this case." in told
    assert "3. The lost reservation. Attempt 1 of 2 that count; the best one stands." in told
    assert "You are not on the boards of Autumn at the desk" in told
    assert "You stand on its boards as Zoe." in told
    assert "This play is ranked, attempt 1: the server keeps the time, and nothing can be taken back." in told
    assert "The end: " in told
    assert "of 1000" in told
    assert "You are number " in told
    assert told.rindex("Attempt 2 of 2 that count") > told.index("The end: ")
    (membership,) = memberships(lea)
    assert (membership.url, membership.pseudonym, membership.team) == (house.address, "Zoe", "Night desk")


@pytest.mark.usefixtures("lea")
def test_a_case_of_no_season_is_played_for_the_team(house: House) -> None:
    """By its number or its name, without a word of boards."""
    code, told = played(house.address, "", "1", "quit", case="The defective return", code=house.code())
    assert code == 0
    assert "Your team was given this case. It is led by the server, and stands on no board." in told
    assert "boards" not in told
    assert "attempts that count are used" not in told
    assert told.rstrip().endswith("--ranked defective-return")


@pytest.mark.usefixtures("lea")
def test_a_name_that_does_not_fit_is_asked_for_again(house: House) -> None:
    """At the server as on the boards; the code is not used up by it."""
    code, told = played(house.address, "1", "Zoe", "2", "Zoe Two", "quit", code=house.code())
    assert code == 0
    assert told.count("is too short; at least 2 letters are needed.") == 2
    assert "You play as Zoe, in the team Night desk." in told
    assert "You stand on its boards as Zoe Two." in told


@pytest.mark.usefixtures("lea")
def test_whoever_is_known_joins_no_more(house: House) -> None:
    """Neither the address nor a code is asked for again; a play that was left goes on."""
    code, told = played(house.address, "", "", "1", "quit", code=house.code())
    assert code == 0
    assert "The server keeps what you decided. To go on: " in told
    code, told = played("", "quit")
    assert code == 0
    assert "code" not in told
    assert "You go on from your last decision." in told


@pytest.mark.usefixtures("lea")
def test_a_lost_connection_is_told_and_waited_for(house: House, relay: Relay) -> None:
    """What was decided is kept and sent again; nothing counts twice."""
    lines = ("", "", "1#lost", "#still gone", "#back", "quit")
    before = {"1#lost": relay.cut, "#back": relay.mend}
    code, told = played(relay.url, *lines, code=house.code(), before=before)
    assert code == 0
    assert told.count("The connection is gone. Your decisions so far are kept.") == 1
    assert told.count("cannot be reached") == 2
    assert told.count("The connection is back.") == 1
    _code, told = played(relay.url, "quit")
    assert told.count("You go on from your last decision.") == 1


@pytest.mark.usefixtures("lea")
def test_whoever_leaves_while_it_is_gone_goes_on_later(house: House, relay: Relay) -> None:
    """A decision that had not arrived was none."""
    code, told = played(
        relay.url, "", "", "1#lost", "quit", code=house.code(), before={"1#lost": relay.cut, "quit": relay.mend}
    )
    assert code == 0
    assert told.rstrip().endswith(CASE)
    _code, told = played(relay.url, "quit")
    assert "You go on from your last decision." not in told


@pytest.mark.usefixtures("lea")
def test_an_answer_after_the_servers_time_is_a_silence(house: House) -> None:
    """Even where the clock here says otherwise; the pause does not stop it, and limits can be switched off."""

    def wait() -> None:
        house.moved_ms += 3_600_000

    lines = ("", "", "1", "pause", "1#late", "quit")
    code, told = played(house.address, *lines, code=house.code(), before={"1#late": wait})
    assert code == 0
    assert "The server's clock counts in a ranked play, and cannot be stopped." in told
    assert "The time to answer had run out; nothing was said." in told
    assert "You say nothing: the time has run out." in told


@pytest.mark.usefixtures("lea")
def test_time_limits_can_be_switched_off(house: House) -> None:
    """From the beginning, or on the way; then no clock runs."""
    _code, told = played(house.address, "", "", *["1"] * 4, code=house.code(), timers=False)
    assert "The timers are off; the debrief will say so." in told
    assert "Take " not in told
    _code, told = played("", "1", "?", "timers off", "pause", "quit")
    assert "timers off: play on without time limits" in told
    assert told.index("The timers are off; the debrief will say so.") > told.index("Take ")
    assert "No clock runs here. Take all the time you want." in told


@pytest.mark.usefixtures("lea")
def test_what_does_not_lead_anywhere_is_told(house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wrong code, no server, a case no season has, an address that is none, a name that does not fit."""
    code, told = played(house.address, "Zoe", code="AAAA-AAAA")
    assert (code, "leads nowhere: it is mistyped, has expired or is used up" in told) == (2, True)
    code, told = played(house.address, "quit")
    assert code == 0
    monkeypatch.setattr("game.paths.managed_file", lambda: tmp_path / "none.toml")
    code, told = played("")
    assert (code, "Which server? Name it:" in told) == (2, True)
    code, told = played("ftp://x")
    assert (code, "is no address of a server" in told) == (2, True)
    code, told = played(house.address, "", case="nowhere", code=house.code())
    assert (code, "nowhere is in no season that is open." in told) == (2, True)
    assert "There are: broken-line, defective-return, lost-reservation" in told


@pytest.mark.usefixtures("lea")
def test_whom_the_server_forgot_is_told_how_to_join_again(house: House) -> None:
    """Their token counts no more."""
    played(house.address, "", "", "quit", code=house.code())
    person = memberships_of_current()
    with house.database.writing() as c:
        forget_all(c, player=person)
    code, told = played("")
    assert code == 2
    assert "To join with a new code: " in told


@pytest.mark.usefixtures("lea")
def test_another_code_leads_into_another_team(house: House) -> None:
    """As who they are already, with all they have played."""
    played(house.address, "", "", "quit", code=house.code())
    player = memberships_of_current()
    other = house.ask(teams.make, house.trainer, "Day desk", house.now)
    code = house.ask(teams.give_code, house.trainer, other.id, house.now)
    _code, told = played(house.address, "quit", code=code)
    assert "in the team Day desk." in told
    assert memberships_of_current() == player


def memberships_of_current() -> str:
    """Who plays here, as the server knows them."""
    return memberships(current_person().id)[0].player


@pytest.mark.usefixtures("lea")
def test_the_command_prints_one_object_where_it_is_asked_for(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The debrief, as for any play; and it takes no choices beforehand."""
    played(house.address, "", "", "quit", code=house.code())
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n" * 12))
    assert main(["play", CASE, "--ranked", "--json", "--server", house.address]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["mode"], told["complete"]) == ("ranked", True)
    assert main(["play", CASE, "--ranked", "--choices", "a/b"]) == 2
    assert "choices cannot be given beforehand" in capsys.readouterr().err
