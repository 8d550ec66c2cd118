"""Which screen comes next, and what happens on the way."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from game.learning import next_case
from game.records import Trouble
from game.texts import _, preferred_language, use_language
from game.window.cases import Cases
from game.window.journey.afterwards import Afterwards
from game.window.journey.plays import Plays
from game.window.journey.trainee import Trainee
from game.window.screens.home import Home, Reception
from game.window.screens.home.doors import Doors
from game.window.screens.scenarios import Briefing, Scenarios, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.learning import Proposal
    from game.loader import Found
    from game.records import Unfinished
    from game.scenario.model import Scenario
    from game.session.journal import Mode
    from game.window.cases import Told
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
        self._runs_timers = timers
        self._own_timers = settings.has_timers
        self._settings = replace(settings, has_timers=settings.has_timers and timers)
        self._has_changed = False
        self.trainee.greet()
        self._view = View()
        self._plays = Plays(on_end=self._debrief, on_leave=self._go_home)
        self._knows_the_way = False
        self._last_played: str | None = None
        self._place: Callable[[], Screen] = self.home
        self._steps = self._all_steps()

    @property
    def settings(self) -> Settings:
        """How the game is shown."""
        return self._settings

    def attach(self, stage: Stage, quit_game: Callable[[], None]) -> None:
        """Say where screens are shown, and what ends the game."""
        self._stage = stage
        self._quit = quit_game
        stage.on_adjust = self._take_settings

    # --- places -------------------------------------------------------------------------------------------------------

    def home(self) -> Home:
        """Home, as things stand."""
        doors = Doors(
            on_case=self._brief,
            on_resume=self._resume,
            on_cases=partial(self._go, self._scenarios),
            on_quit=self._leave_game,
            on_language=self._speak,
            on_skip=self._skip,
        )
        return Home(self.cases, self._reception(), doors, work=self._work)

    def _scenarios(self) -> Scenarios:
        return Scenarios(
            self.cases,
            self._view,
            progress=self.trainee.progress,
            work=self._work,
            on_case=self._brief,
            on_back=self._go_home,
        )

    def _briefing(self, case: str, back: Callable[[], None]) -> Screen:
        told = self.cases.told(case)
        if told is None:  # its file was sound a moment ago; the list says what is wrong with it
            return self._scenarios()
        begin = partial(self._begin, told)
        return Briefing(told, progress=self.trainee.progress, on_begin=begin, on_back=back)

    # --- ways ---------------------------------------------------------------------------------------------------------

    def begin(self, told: Told, mode: Mode) -> Screen:
        """Begin a case at once, without its briefing; what that would have said of its language is told."""
        conversation = self._plays.begin(told, mode, person=self.trainee.id, timers=self._settings.has_timers)
        if told.remark and self._plays.is_kept:
            conversation.tell(_("About the language"), told.remark)
        return conversation

    def close(self) -> None:
        """Let go of the open session; everything else was kept when it happened."""
        self._plays.close()

    def _go(self, place: Callable[[], Screen]) -> None:
        """Show a screen; `place` makes it, and makes it anew where the language changes."""
        self._place = place
        self._stage.show(place())

    def _go_home(self) -> None:
        """Home, where what was played meanwhile is found."""
        if self._plays.kept is not None:
            self._plays.close()
            self._steps = self._refreshing(self._steps)
        self._go(self.home)

    def _stay(self, screen: Screen) -> None:
        """Show a screen that is not made anew."""
        self._go(lambda: screen)

    def _brief(self, case: str) -> None:
        """To the briefing of a case, and from there back to where one came from."""
        back = self._place
        self._go(partial(self._briefing, case, partial(self._go, back)))

    def _begin(self, told: Told, mode: Mode) -> None:
        screen = self._plays.begin(told, mode, person=self.trainee.id, timers=self._settings.has_timers)
        self._stay(screen)

    def _resume(self, number: int) -> None:
        play = self._unfinished()[number]
        try:
            screen = self._plays.resume(play.path, self.cases.words.told, timers=self._settings.has_timers)
        except Trouble as trouble:
            if isinstance(self._stage.screen, Home):
                self._stage.screen.tell(str(trouble))
            return
        self._stay(screen)

    def _debrief(self) -> None:
        kept = self._plays.kept
        if kept is not None:
            after = Afterwards(
                self.cases,
                self.trainee,
                show=self._stay,
                tell=self._stage.tell,
                begin=self._again,
                on_done=self._go_home,
            )
            after.debrief(kept)

    def _again(self, case: str, scenario: Scenario, mode: Mode) -> None:
        self._begin(self.cases.tell(case, scenario), mode)

    def _skip(self) -> None:
        self._knows_the_way = True
        self._go(self._scenarios)

    def _leave_game(self) -> None:
        self.close()
        self._quit()

    # --- what becomes known -------------------------------------------------------------------------------------------

    def _reception(self) -> Reception:
        """What is known of whoever plays."""
        trainee = self.trainee
        has_played = bool(trainee.history or trainee.shelf.unfinished or trainee.shelf.damaged)
        is_new = not has_played and not trainee.trouble if trainee.is_known else trainee.is_new
        return Reception(
            is_ready=trainee.is_known,
            name=trainee.name,
            look=trainee.look,
            unfinished=self._unfinished(),
            damaged=trainee.shelf.damaged,
            history=trainee.history,
            progress=trainee.progress,
            proposal=self._proposal(),
            is_first=is_new and not self._knows_the_way,
            trouble=trainee.trouble,
        )

    def _proposal(self) -> Proposal | None:
        if not (self.cases.is_read and self.trainee.is_known):
            return None
        cases = {each.id: each.scenario for each in self.cases.playable()}
        history = [each for each in self.trainee.history if each.mode != "mirror"]
        last = history[0].scenario if history else None
        progress = self.trainee.progress
        return next_case(cases, progress.bests, practised=progress.tried, just_played=last)

    def _unfinished(self) -> tuple[Unfinished, ...]:
        """The plays that can be gone on with, their titles as the cases are told."""
        offered = (each for each in self.trainee.shelf.unfinished if not each.is_stuck or each.mode == "practice")
        return tuple(each._replace(title=self.cases.words.title(each.scenario, each.title)) for each in offered)

    def _work(self) -> bool:
        """Do the next piece of what is still to be done; whether there is more."""
        return next(self._steps, None) is not None

    def _all_steps(self) -> Iterator[bool]:
        """Open what was kept, then read the cases."""
        for _step in self.trainee.opening():
            yield True
        self._take_theirs()
        self._push()
        while not self.cases.is_read:
            yield True
            self.cases.read_next()
            self._push()

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

    # --- settings -----------------------------------------------------------------------------------------------------

    def _take_theirs(self) -> None:
        """Show the game as whoever plays wants it; what they changed before that was known holds."""
        theirs = self.trainee.settings()
        if theirs is None or self._has_changed:
            return
        self._own_timers = theirs.has_timers
        shown = replace(theirs, has_timers=theirs.has_timers and self._runs_timers)
        if shown != self._settings:
            self._stage.adjust(shown)

    def _take_settings(self, settings: Settings) -> None:
        """Keep settings that were changed, and speak the language they name."""
        before, self._settings = self._settings, settings
        self._has_changed = True
        try:
            self.trainee.keep_settings(self._kept_form(settings))
        except Trouble as trouble:
            self._stage.tell(str(trouble))
        if settings.language != before.language:
            use_language(settings.language or preferred_language())
            self.cases.speak(self._asked)
            self._show_anew()

    def _kept_form(self, settings: Settings) -> Settings:
        """Settings as they are kept: time limits that are off for this start alone are on again at the next."""
        if self._runs_timers or settings.has_timers:
            return settings
        return replace(settings, has_timers=self._own_timers)

    def _speak(self, tag: str) -> None:
        self._stage.adjust(replace(self._settings, language=tag))

    def _show_anew(self) -> None:
        """Make the screen in sight anew, with the focus where it was."""
        focus = self._stage.focus
        screen = self._place()
        screen.first_focus = "" if focus is None else focus.key
        self._stage.show(screen)
