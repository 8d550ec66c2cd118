"""Playing for a team: what the server tells, the boards, and ranked plays from their briefing to their debrief.

Nothing is asked before everything else has been looked at, and nobody waits for an answer.
"""

from __future__ import annotations

import time
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from game.managed import managed
from game.online.plays import play_of
from game.records import Trouble
from game.records.folders import journal_folder
from game.records.memberships import memberships
from game.texts import _, language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.debrief import Debrief
    from game.online.club import Club
    from game.online.errand import Errand
    from game.online.messages import Played
    from game.online.plays import News, RankedPlay
    from game.records import Kept
    from game.window.cases import Cases
    from game.window.journey.trainee import Trainee
    from game.window.screens.screen import Screen

__all__ = ["TeamPlay", "Wish"]

_FRESH = 300.0
"""Seconds for which news are new enough for Home."""


class Wish(NamedTuple):
    """What was asked for when the program was started."""

    server: str = ""
    """An address; empty for the server somebody was at last."""
    code: str = ""
    """To join a team with."""
    case: str = ""
    """To be played, by its id."""


class TeamPlay:
    """The server somebody joined, and what can be done with it.

    Args:
        cases: for the words of habits, and pictures.
        trainee: who plays.
        go: shows a screen that can be made anew.
        stay: shows a screen that is not.
        tell: says a sentence for a moment.
        on_home: leads home.
        on_news: something has become known.
    """

    def __init__(
        self,
        cases: Callable[[], Cases],
        trainee: Trainee,
        *,
        go: Callable[[Callable[[], Screen]], None],
        stay: Callable[[Screen], None],
        tell: Callable[[str], None],
        on_home: Callable[[], None],
        on_news: Callable[[], None],
    ) -> None:
        self._cases = cases
        self._trainee = trainee
        self._go = go
        self._stay = stay
        self._tell = tell
        self._on_home = on_home
        self._on_news = on_news
        self._club: Club | None = None
        self._asking: Errand[News] | None = None
        self._news: News | None = None
        self._told = ""
        """Whose news they are."""
        self._sending: Errand[tuple[str, ...]] | None = None
        self._asked_at = float("-inf")
        self._member = ("", False)
        """Whose membership was looked for, and whether there is one."""
        self.wish: Wish | None = None
        """What was typed with the command, as long as it is not fulfilled."""

    @property
    def club(self) -> Club | None:
        """The server, and who they are there; None until it is known who plays.

        Raises:
            Trouble: what is kept of that cannot be read.
        """
        person = self._trainee.id
        if person is None:
            return None
        if self._club is None or self._club.person != person:
            from game.online.club import Club  # late: only who joined a server needs it
            from game.online.joining import known_at

            self.close()
            server = self.wish.server if self.wish is not None else ""
            self._club = Club(person, known_at(person, server), server=server or managed().server)
            self._asking, self._asked_at = None, float("-inf")
        return self._club

    @property
    def news(self) -> News | None:
        """What their server told last; None until it has."""
        return self._news if self._told == self._trainee.id else None

    @property
    def is_member(self) -> bool:
        """Whether they joined a server; nobody is asked before everything else was looked at."""
        person = self._trainee.id
        if person is None or not self._trainee.is_known:
            return False
        if self._member != (person, self._member[1]):
            try:
                self._member = person, bool(memberships(person))
            except Trouble:
                self._member = person, False
        return self._member[1]

    def close(self) -> None:
        """Let go of the connection."""
        if self._club is not None:
            self._club.close()
            self._club = None

    def play_of(self, scenario: str, title: str = "") -> RankedPlay | None:
        """What a case can be played ranked for; None where no season that runs has it."""
        if self.news is None:
            return None
        play = play_of(self.news, scenario, title, _now_ms())
        return play if play.season is not None else None

    # --- what becomes known -------------------------------------------------------------------------------------------

    def refresh(self, *, is_urgent: bool = False) -> None:
        """Ask what is new, where that was not done just now."""
        if self._asking is None and self.is_member and (is_urgent or time.monotonic() - self._asked_at > _FRESH):
            club = self.club
            assert club is not None
            self._asked_at = time.monotonic()
            self._asking = club.news(_now_ms())

    def look(self) -> None:
        """See what was answered; called at every turn of the loop."""
        if self._told_of_another():
            self._asking = None
        if self._asking is not None and self._asking.is_done:
            asking, self._asking = self._asking, None
            try:
                self._take_news(asking.answer())
            except Trouble:
                return  # Home says no more than it knows; the boards tell what is wrong
        if self._sending is not None and self._sending.is_done:
            self._take_sent()

    def _told_of_another(self) -> bool:
        """Whether somebody else plays now than the server was asked for."""
        return self._asking is not None and (self._club is None or self._club.person != self._trainee.id)

    def _take_news(self, news: News) -> None:
        self._news, self._told = news, self._trainee.id or ""
        self._on_news()
        if self.wish is not None and self.wish.case:
            case, self.wish = self.wish.case, self.wish._replace(case="")
            play = self.play_of(case)
            if play is None:
                self._tell(_("{case} is in no season that is open.", case=case))
            else:
                self.brief(play, back=self.to_boards)

    def begin_with_wish(self) -> None:
        """To where the command asked to begin."""
        if self.wish is not None:
            self.to_boards()

    # --- the boards ---------------------------------------------------------------------------------------------------

    def to_boards(self) -> None:
        """To the boards, or to the way there."""
        try:
            club = self.club
        except Trouble as trouble:
            self._tell(str(trouble))
            return
        if club is None:
            self._tell(self._trainee.trouble or _("One moment: what is kept is just being opened."))
        else:
            self._go(partial(self._boards, club))

    def _boards(self, club: Club) -> Screen:
        from game.window.screens.boards import Boards, BoardWays  # late, as all rooms that few starts lead to

        person = self._trainee.person
        ways = BoardWays(
            on_back=partial(self._leave_boards, club),
            on_play=partial(self.brief, back=self.to_boards),
            on_news=self._take_news,
            on_change=self._forget_news,
            save=self._save,
        )
        look = None if person is None or person.look is None else dict(person.look)
        code = self.wish.code if self.wish is not None else ""
        return Boards(club, ways, news=self.news, name=self._trainee.name, look=look, code=code)

    def _leave_boards(self, club: Club) -> None:
        club.listen_no_more()
        self._on_home()

    def _forget_news(self) -> None:
        self._news, self._asking, self._member = None, None, ("", False)
        self._on_news()

    def _save(self, document: bytes) -> str:
        from game.records.keepsake import keep_export  # late: few take their things along

        return str(keep_export(document, "server", datetime.now().astimezone()))

    # --- ranked plays -------------------------------------------------------------------------------------------------

    def brief(self, play: RankedPlay, *, back: Callable[[], None]) -> None:
        """To the briefing of a ranked play."""
        club = self.club
        if club is None:
            return
        club.listen_no_more()

        def made() -> Screen:
            from game.window.screens.boards import RankedBriefing

            return RankedBriefing(
                play,
                _now_ms(),
                begin=lambda has_timers: club.begin(play, language=language(), has_timers=has_timers),
                on_begun=partial(self._begun, club, play),
                on_back=back,
            )

        self._go(made)

    def _begun(self, club: Club, play: RankedPlay, played: Played) -> None:
        from game.online.session import OnlineSession
        from game.window.screens.conversation.ranked import RankedConversation

        screen = RankedConversation(
            OnlineSession(club.league, played),
            on_debrief=partial(self._debriefed, play),
            on_leave=self._leave,
        )
        screen.pictures = self._cases().pictures(played.case.scenario)
        self._stay(screen)

    def _debriefed(self, play: RankedPlay, debrief: Debrief) -> None:
        """Show what the server explains; it keeps the result, and this machine keeps none."""
        from game.window.screens.debrief import Debriefing

        self.refresh(is_urgent=True)
        screen = Debriefing(
            debrief,
            self._cases().habits,
            on_again=lambda: self.brief(self._newest(play), back=self._on_home),
            on_done=self._leave,
        )
        screen.pictures = self._cases().pictures(debrief.head.scenario)
        self._stay(screen)

    def _newest(self, play: RankedPlay) -> RankedPlay:
        """A play as far as is known now."""
        return self.play_of(play.scenario, play.title) or play._replace(case=None, season=None)

    def _leave(self) -> None:
        self.refresh(is_urgent=True)
        self._on_home()

    # --- sharing ------------------------------------------------------------------------------------------------------

    def share(self, kept: Kept) -> None:
        """Send a play that came to its end, and what waits to be sent, where the player wants that."""
        if kept.path is not None and kept.is_kept and self.is_member:
            self._send((kept.path.name,))

    def share_waiting(self) -> None:
        """Send what waits to be sent."""
        if self.is_member:
            self._send(())

    def _send(self, names: tuple[str, ...]) -> None:
        from game.online.joining import used
        from game.online.sharing import sent

        club = self.club
        if club is None or club.membership is None or not club.membership.shares_practice or self._sending is not None:
            return
        waiting = tuple(dict.fromkeys((*club.membership.unshared, *names)))
        if not waiting:
            return
        try:
            club.membership = used(club.person, club.membership, unshared=waiting)
        except Trouble:
            return  # they are sent now or never; the play itself is kept
        league, journals = club.league, _journals(club.person, waiting)

        def send() -> tuple[str, ...]:
            return sent(league, journals, _now_ms())

        from game.online.errand import Errand

        self._sending = Errand(send)

    def _take_sent(self) -> None:
        from game.online.joining import used

        sending, self._sending = self._sending, None
        club = self._club
        if sending is None or club is None or club.membership is None:
            return
        try:
            settled = sending.answer()
            rest = tuple(name for name in club.membership.unshared if name not in settled)
            club.membership = used(club.person, club.membership, unshared=rest)
        except Trouble:
            return  # they wait for the next time


def _journals(person: str, names: tuple[str, ...]) -> list[Path]:
    folder = journal_folder(person)
    return [folder / name for name in names]


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
