"""Which screen comes next, and what happens on the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.records import Trouble
from game.texts import _
from game.window.cases import Cases
from game.window.journey.afterwards import Afterwards
from game.window.journey.knowledge import reception_of, unfinished_of
from game.window.journey.plays import Plays
from game.window.journey.preferences import Preferences
from game.window.journey.team_play import TeamPlay
from game.window.journey.trainee import Trainee
from game.window.screens.home import Home
from game.window.screens.home.doors import Doors
from game.window.screens.scenarios import Briefing, Scenarios, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.loader import Found
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.cases import Told
    from game.window.screens.home import Reception
    from game.window.screens.screen import Screen
    from game.window.settings import Settings
    from game.window.stage import Stage

__all__ = ["Journey"]


class Journey:
    """Leads from Home into a case, to its debrief, and back; `attach` it to a stage before it moves on.

    The first screen waits for nothing: what is kept is looked for, and cases are read, while it is in sight.

    Args:
        found: the cases.
        settings: how the game is shown at first.
        timers: whether timed scenes may run out at all.
        language: the tag of the language to tell cases in; empty for the one the program speaks.
    """

    def __init__(self, found: Found, settings: Settings, *, timers: bool = True, language: str = "") -> None:
        self.cases = Cases(found, language)
        self.trainee = Trainee()
        self._asked = language
        self._preferences = Preferences(settings, self.trainee, timers=timers, on_language=self._show_anew)
        self.trainee.greet()
        self._view = View()
        self._plays = Plays(
            on_end=self._debrief, on_leave=self._go_home, pictures=lambda case: self.cases.pictures(case)
        )
        self.team = TeamPlay(
            lambda: self.cases,
            self.trainee,
            go=self._go,
            stay=self._stay,
            tell=lambda words: self._stage.tell(words),
            on_home=self._go_home,
            on_news=self._push,
        )
        self._last_played: str | None = None
        self._place: Callable[[], Screen] = self.home
        self._left_by = ""
        """The key of what was pressed at home, which has the focus again after the way back; empty after a play."""
        self._steps = self._all_steps()

    @property
    def settings(self) -> Settings:
        """How the game is shown."""
        return self._preferences.settings

    def attach(self, stage: Stage, quit_game: Callable[[], None]) -> None:
        """Say where screens are shown, and what ends the game."""
        self._stage = stage
        self._quit = quit_game
        self._preferences.attach(stage)
        stage.on_tick = self.team.look

    # --- places -------------------------------------------------------------------------------------------------------

    def home(self) -> Home:
        """Home, as things stand."""
        doors = Doors(
            on_case=self._brief,
            on_resume=self._resume,
            on_cases=partial(self._go, self._scenarios),
            on_quit=self._leave_game,
            on_debrief=self._look_back,
            on_people=self._to_people,
            on_settings=partial(self._go, self._settings_screen),
            on_first_steps=self._to_first_steps,
            on_language=self._preferences.speak,
            on_boards=self.team.to_boards,
            on_ranked=partial(self.team.brief, back=self._go_home),
            on_skip=self._skip,
        )
        screen = Home(self.cases, self._reception(), doors, work=self._work)
        screen.first_focus = self._left_by
        return screen

    def _scenarios(self) -> Scenarios:
        return Scenarios(
            self.cases,
            self._view,
            progress=self.trainee.progress,
            work=self._work,
            on_case=self._brief,
            on_back=self._go_home,
        )

    def _settings_screen(self) -> Screen:
        from game.window.screens.settings import SettingsScreen  # late, as all rooms that few starts lead to

        return SettingsScreen(on_done=self._go_home)

    def _briefing(self, case: str, back: Callable[[], None]) -> Screen:
        told = self.cases.told(case)
        if told is None:  # its file was sound a moment ago; the list says what is wrong with it
            return self._scenarios()
        begin = partial(self._begin, told)
        return Briefing(
            told,
            progress=self.trainee.progress,
            trains=self.cases.trained(case),
            on_begin=begin,
            on_back=back,
            find_play=partial(self.trainee.telling_play, case),
            on_debrief=self._look_back,
            find_ranked=partial(self.team.play_of, case),
            on_ranked=partial(self.team.brief, back=partial(self._brief, case)),
        )

    # --- ways ---------------------------------------------------------------------------------------------------------

    def begin(self, told: Told, mode: Mode) -> Screen:
        """Begin a case at once, without its briefing; what that would have said of its language is told."""
        conversation = self._plays.begin(told, mode, person=self.trainee.id, timers=self.settings.has_timers)
        if told.remark and self._plays.is_kept:
            conversation.tell(_("About the language"), told.remark)
        return conversation

    def close(self) -> None:
        """Let go of the open session, and of a server; everything else was kept when it happened."""
        self._plays.close()
        self.team.close()

    def _go(self, place: Callable[[], Screen]) -> None:
        """Show a screen; `place` makes it, and makes it anew where the language changes."""
        if isinstance(self._stage.screen, Home) and self._stage.focus is not None:
            self._left_by = self._stage.focus.key
        self._place = place
        self._stage.show(place())

    def _go_home(self) -> None:
        """Home, where what was played meanwhile is found."""
        if self._plays.kept is not None:
            self._plays.close()
            self._steps = self._refreshing(self._steps)
        self._go(self.home)
        if self.trainee.is_known:
            self.team.refresh()

    def _stay(self, screen: Screen) -> None:
        """Show a screen that is not made anew."""
        self._go(lambda: screen)
        self._left_by = ""

    def _brief(self, case: str) -> None:
        """To the briefing of a case, and from there back to where one came from."""
        back = self._place
        self._go(partial(self._briefing, case, partial(self._go, back)))

    def _begin(self, told: Told, mode: Mode) -> None:
        screen = self._plays.begin(told, mode, person=self.trainee.id, timers=self.settings.has_timers)
        self._stay(screen)

    def _resume(self, number: int) -> None:
        play = unfinished_of(self.trainee, self.cases)[number]
        try:
            screen = self._plays.resume(play.path, self.cases.words.told, timers=self.settings.has_timers)
        except Trouble as trouble:
            if isinstance(self._stage.screen, Home):
                self._stage.screen.tell(str(trouble))
            return
        self._stay(screen)

    def _debrief(self) -> None:
        kept = self._plays.kept
        if kept is not None:
            self._afterwards(self._stay, self._go_home).debrief(kept)
            self.team.share(kept)

    def _look_back(self, session: str) -> None:
        """To the debrief of a play that came to its end, by its session, and back to where one came from."""
        result = self.trainee.result(session)
        if result is None or result.journal is None:
            return
        try:
            kept = self._plays.revisit(result.journal, self.cases.words.told)
        except Trouble as trouble:
            if isinstance(self._stage.screen, Home):
                self._stage.screen.tell(str(trouble))
            else:
                self._stage.tell(str(trouble))
            return
        is_at_home = isinstance(self._stage.screen, Home)
        place = self._place
        on_done = self._go_home if is_at_home else partial(self._leave_debrief, place)
        after = self._afterwards(lambda screen: self._go(lambda: screen), on_done)
        after.look_back(kept, result, done_words="" if is_at_home else _("Back"))

    def _leave_debrief(self, place: Callable[[], Screen]) -> None:
        """From a debrief that was opened again to where one came from."""
        self._plays.close()
        self._go(place)

    def _afterwards(self, show: Callable[[Screen], None], on_done: Callable[[], None]) -> Afterwards:
        return Afterwards(
            self.cases,
            self.trainee,
            show=show,
            tell=self._stage.tell,
            begin=self._again,
            try_again=self._try_again,
            on_done=on_done,
        )

    def _again(self, case: str, scenario: Scenario, mode: Mode) -> None:
        self._begin(self.cases.tell(case, scenario), mode)

    def _try_again(self, number: int) -> None:
        self._stay(self._plays.try_again(number, person=self.trainee.id, timers=self.settings.has_timers))

    def _to_people(self) -> None:
        """To who plays, where that can be known."""
        from game.window.journey.register import register_of  # late
        from game.window.screens.people import People

        records = self.trainee.records
        if records is not None:
            self._go(lambda: People(register_of(records), on_back=self._come_back))
        elif isinstance(self._stage.screen, Home):
            self._stage.screen.tell(self.trainee.trouble or _("One moment: what is kept is just being opened."))

    def _to_first_steps(self) -> None:
        """To the guided first case; whoever has been there needs no welcome, however they left it."""
        from game.window.screens.first_steps import FirstSteps  # late

        def leave() -> None:
            self._preferences.know_the_way()
            self._go_home()

        self._stay(FirstSteps(on_done=leave, on_skip=leave, avatar=self.trainee.look))

    def _come_back(self) -> None:
        """Home as whoever plays now, shown as they want it."""
        before = self.trainee.id
        self.trainee.look_again()
        self._place = self.home
        self._preferences.change_hands(is_other=self.trainee.id != before)
        self._go_home()

    def _skip(self) -> None:
        self._preferences.know_the_way()
        self._go(self._scenarios)

    def _leave_game(self) -> None:
        self.close()
        self._quit()

    # --- what becomes known -------------------------------------------------------------------------------------------

    def _reception(self) -> Reception:
        return reception_of(self.trainee, self.cases, self.team, knows_the_way=self.settings.knows_the_way)

    def _work(self) -> bool:
        """Do the next piece of what is still to be done; whether there is more."""
        return next(self._steps, None) is not None

    def _all_steps(self) -> Iterator[bool]:
        """Open what was kept, then read the cases."""
        for _step in self.trainee.opening():
            yield True
        self._preferences.take_theirs()
        self._push()
        self.team.begin_with_wish()
        while not self.cases.is_read:
            yield True
            self.cases.read_next()
            self._push()
        self.team.refresh()
        self.team.share_waiting()

    def _refreshing(self, rest: Iterator[bool]) -> Iterator[bool]:
        """Look at what was kept once more; what else was to be done goes on after it."""
        yield True
        self.trainee.look_again()
        self._push()
        yield from rest

    def _push(self) -> None:
        """Let the screen in sight know what has become known."""
        screen = self._stage.screen
        if isinstance(screen, Home):
            screen.receive(self._reception())
        elif isinstance(screen, Scenarios | Briefing):
            screen.receive(self.trainee.progress)

    def _show_anew(self) -> None:
        """Make the screen in sight anew, with the focus where it was: the program speaks another language."""
        self.cases.speak(self._asked)
        focus = self._stage.focus
        screen = self._place()
        screen.first_focus = "" if focus is None else focus.key
        self._stage.show(screen)
