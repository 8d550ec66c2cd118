"""`play --ranked`: the way to a ranked session in plain lines, and what it brought.

Exit codes are those of `play`; 2 also where no server is known, or it cannot be asked.
"""

from __future__ import annotations

import json as json_format
import time
from typing import TYPE_CHECKING, NamedTuple

from game.debrief import form
from game.managed import managed
from game.online.address import server_address
from game.online.faults import Fault, Refusal
from game.online.joining import is_encrypted, join, known_at, league_of, used
from game.online.plays import News
from game.online.session import OnlineSession
from game.online.wording import played_words, standing_words, unencrypted_words
from game.records import Trouble, current_person
from game.session.state import Stop
from game.terminal.conversation import QUIT, opening_lines
from game.terminal.debriefing import tell_debrief
from game.terminal.invocation import invocation
from game.terminal.keyboard import InputEnded
from game.terminal.ranked.choosing import choose, offered, picked_by_name
from game.terminal.ranked.conversation import RankedConversation, asked_until_answered
from game.terminal.sitting import INTERRUPTED, Desk
from game.terminal.stopwatch import Stopwatch
from game.terminal.typed import meant
from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.debrief import Debrief
    from game.online.league import League
    from game.online.messages import SeasonRow
    from game.online.plays import RankedPlay
    from game.records.memberships import Membership
    from game.records.people import Person
    from game.scenario.model import Habit
    from game.terminal.conversation import Left
    from game.terminal.keyboard import Keyboard
    from game.terminal.page import Page

__all__ = ["Wish", "play_ranked"]

_NOT_THERE = 2
_CODES: dict[Left, int] = {"ended": 0, "quit": 0, "stuck": 1, "input ended": 3}


class Wish(NamedTuple):
    """What was asked for."""

    case: str | None
    """Its id or title; None: the player chooses."""
    server: str
    """Its address; empty for the one somebody was at last."""
    code: str | None
    """To join a team with; empty: it is asked for; None: nobody wants to join."""
    language: str
    timers: bool
    json: bool


class _Nothing(Exception):
    """There is nothing to play: the exit code, after all was told."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def play_ranked(wish: Wish, page: Page, keyboard: Keyboard, habits: Mapping[str, Habit]) -> int:
    """Play a ranked session, from joining a team to the debrief; the answer is the exit code."""
    try:
        person = current_person()
        membership = _membership(person, wish, page, keyboard)
        return _play(person, membership, wish, page, keyboard, habits)
    except _Nothing as nothing:
        return nothing.code
    except InputEnded:
        return _CODES["input ended"]
    except KeyboardInterrupt:
        page.end_line()
        return INTERRUPTED
    except Trouble as trouble:
        page.say(str(trouble))
        return _NOT_THERE


# --- the way there ----------------------------------------------------------------------------------------------------


def _membership(person: Person, wish: Wish, page: Page, keyboard: Keyboard) -> Membership:
    """How somebody is known at the server; who is not yet joins a team first."""
    url = server_address(wish.server) if wish.server else ""
    known = known_at(person.id, url)
    if known is not None and wish.code is None:
        return known
    url = url or (known.url if known is not None else managed().server)
    if not url:
        page.say(_("Which server? Name it: {command}", command=invocation("--ranked", "--server", "https://…")))
        raise _Nothing(_NOT_THERE)
    if not is_encrypted(url):
        page.say(unencrypted_words())
    if wish.code is None:
        page.say(_("You have not joined a team at {url} yet. Your trainer gives you a code for that.", url=url))
    code = wish.code or keyboard.ask(_("The code of your team, or quit:"))
    if meant(code) in (*QUIT, ""):
        raise _Nothing(0)
    look = None if person.look is None else dict(person.look)
    membership: Membership | None = None
    while membership is None:
        name = person.name if known is not None else _pseudonym(person, keyboard)
        try:
            membership = join(person.id, url, code, name, look)
        except Refusal as refusal:
            if known is not None or not _is_of_a_name(refusal):
                raise
            page.say(str(refusal))
    if membership.team:
        page.say(_("You play as {name}, in the team {team}.", name=membership.pseudonym, team=membership.team))
    else:
        page.say(_("You play as {name}.", name=membership.pseudonym))
    return membership


def _is_of_a_name(refusal: Refusal) -> bool:
    return refusal.code.startswith("name-")


def _pseudonym(person: Person, keyboard: Keyboard) -> str:
    asked = _("What do you want to be called there? Press Enter for {name}; it need not be your own.", name=person.name)
    return keyboard.ask(asked) or person.name


def _play(
    person: Person,
    membership: Membership,
    wish: Wish,
    page: Page,
    keyboard: Keyboard,
    habits: Mapping[str, Habit],
) -> int:
    league = league_of(membership)
    try:
        used(person.id, membership)
        while True:
            play = _pick(_news(league), wish, page, keyboard)
            if not wish.json and play.season is not None and play.case is not None and play.case.begun == 0:
                _offer_board(league, play.season, membership, page, keyboard)  # once a case: nobody is pestered
            code = _hold(league, play, wish, Desk(page, keyboard, Stopwatch(time.monotonic, 0)), habits)
            if code or wish.case is not None or wish.json:
                return code
    except Refusal as refusal:
        if refusal.is_unknown:
            command = invocation("--ranked", "--server", membership.url, "--join")
            page.say(str(refusal))
            page.say(_("To join with a new code: {command}", command=command))
            return _NOT_THERE
        raise
    finally:
        league.server.close()


def _news(league: League) -> News:
    return News(league.me(), league.seasons(), {})


def _pick(news: News, wish: Wish, page: Page, keyboard: Keyboard) -> RankedPlay:
    if wish.case is None:
        play = choose(page, keyboard, news)
        if play is None:
            raise _Nothing(0)
        return play
    plays = offered(news, time.time_ns() // 1_000_000)
    found = picked_by_name(plays, wish.case)
    if found is None:
        page.say(_("{case} is in no season that is open.", case=wish.case))
        if plays:
            page.say(_("There are: {cases}.", cases=", ".join(dict.fromkeys(each.scenario for each in plays))))
        raise _Nothing(_NOT_THERE)
    return found


def _offer_board(league: League, season: SeasonRow, membership: Membership, page: Page, keyboard: Keyboard) -> None:
    """Ask whether somebody wants to stand on the boards of a season, where they do not; nobody has to."""
    if season.pseudonym is not None:
        return
    page.gap()
    page.say(_("You are not on the boards of {season}; without that nobody sees what you reach.", season=season.title))
    asked = _("To stand there as {name} type yes, or another name; or just press Enter:", name=membership.pseudonym)
    while True:
        answer = keyboard.ask(asked)
        if not answer or meant(answer) in ("no", "n", *QUIT):
            return
        name = membership.pseudonym if meant(answer) in ("yes", "y") else answer
        try:
            entered = league.enter(season.slug, name)
        except Refusal as refusal:
            page.say(str(refusal))
            if not _is_of_a_name(refusal):
                return
        else:
            page.say(_("You stand on its boards as {name}.", name=entered.pseudonym))
            return


# --- the play ---------------------------------------------------------------------------------------------------------


def _hold(league: League, play: RankedPlay, wish: Wish, desk: Desk, habits: Mapping[str, Habit]) -> int:
    season = None if play.season is None else play.season.slug
    played = league.begin(season, play.scenario, language=wish.language or None, has_timers=wish.timers)
    session, page = OnlineSession(league, played), desk.page
    page.gap()
    for line in opening_lines(session):
        page.say(line)
    page.say(played_words(played))
    if not played.has_timers:
        page.say(_("The timers are off; the debrief will say so."))
    page.gap()
    try:
        left = RankedConversation(session, page, desk.keyboard, desk.watch).hold()
    except KeyboardInterrupt:
        page.end_line()
        _tell_left(page, play)
        return INTERRUPTED
    if left != "ended":
        _tell_left(page, play)
    if session.view.stop is Stop.ENDED:
        _tell_debrief(session, league, play, wish, desk, habits)
    return _CODES[left]


def _tell_left(page: Page, play: RankedPlay) -> None:
    page.gap()
    command = invocation("--terminal", "--ranked", play.scenario)
    page.say(_("The server keeps what you decided. To go on: {command}", command=command))
    page.flush()


def _tell_debrief(
    session: OnlineSession, league: League, play: RankedPlay, wish: Wish, desk: Desk, habits: Mapping[str, Habit]
) -> None:
    debrief = _debriefed(session, desk)
    if wish.json:
        print(json_format.dumps(form(debrief), indent=2), flush=True)
        return
    tell_debrief(desk.page, debrief, habits, is_ending_told=True)
    if play.season is None:
        desk.page.flush()
        return
    try:
        around = league.around_me(play.season.slug)
    except Fault:
        return  # the play is told; the boards can be looked at any time
    if around.rank is not None:
        desk.page.gap()
        desk.page.say(_("Season {title}. {standing}", title=play.season.title, standing=standing_words(around)))
    desk.page.flush()


def _debriefed(session: OnlineSession, desk: Desk) -> Debrief:
    """The debrief, waited for where the connection is gone."""
    found: list[Debrief] = []

    def ask() -> None:
        found.append(session.debrief())

    try:
        ask()
    except Refusal:
        raise
    except Fault as fault:
        asked_until_answered(ask, fault, desk.page, desk.keyboard)
    return found[0]
