"""Before a case: who one is, what it is about, what counts in it, and how it is to be played."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.loader.languages import fallbacks, language_name
from game.online.wording import attempts_words
from game.texts import _, language
from game.window.input import Back
from game.window.progress import Progress, progress_marks
from game.window.screens.pause import timers_button
from game.window.screens.scenarios.case_card import case_portrait, facts
from game.window.screens.scenarios.counting import counting_card
from game.window.screens.screen import Screen
from game.window.widgets.bar import TitleBar
from game.window.widgets.boxes import Column, Flow, Grid
from game.window.widgets.button import Button, MarkButton
from game.window.widgets.card import Card
from game.window.widgets.chip import Marked
from game.window.widgets.footed import Footed
from game.window.widgets.label import Heading, Label
from game.window.widgets.page import Page
from game.window.widgets.portrayed import Portrayed
from game.window.widgets.scroll import Scroll, ScrollState
from game.window.widgets.way import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.online.plays import RankedPlay
    from game.records import Result
    from game.scenario.model import Habit, Scenario
    from game.session.journal import Mode
    from game.window.cases import Told
    from game.window.input import Action
    from game.window.lettering import Align
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Briefing"]

_TWO_COLUMNS = 860
"""Room from which what counts stands beside whom one meets."""
_LARGE, _SIDE = 236, 168


class Briefing(Screen):
    """What is known before the first word; from here a case begins.

    Args:
        told: the case.
        trains: the habits it is there to train.
        progress: what was reached so far.
        on_begin: begins it, for practice or for a grade.
        on_back: leads back.
        find_play: finds the play of this case that has most to tell; None before the first.
        on_debrief: shows the debrief of a play, by its session.
        find_ranked: finds what it can be played ranked for; None for nothing.
        on_ranked: leads to the briefing of a ranked play.
    """

    first_focus = "practise"

    def __init__(
        self,
        told: Told,
        *,
        progress: Progress,
        trains: Sequence[Habit] = (),
        on_begin: Callable[[Mode], None],
        on_back: Callable[[], None],
        find_play: Callable[[], Result | None] = lambda: None,
        on_debrief: Callable[[str], None] = lambda _session: None,
        find_ranked: Callable[[], RankedPlay | None] = lambda: None,
        on_ranked: Callable[[RankedPlay], None] = lambda _play: None,
    ) -> None:
        super().__init__()
        self.told = told
        self._trains = trains
        self.title = told.scenario.title
        self.on_begin = on_begin
        self.on_back = on_back
        self._find_play = find_play
        self._on_debrief = on_debrief
        self._find_ranked = find_ranked
        self._on_ranked = on_ranked
        self._progress = progress
        self._scroll = ScrollState()

    def receive(self, progress: Progress) -> None:
        """Learn what was reached."""
        self._progress = progress
        self.has_changed = True

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """Whom one meets, and what counts; the ways to begin below it, always in sight where there is room for that."""
        back = MarkButton(_("Back"), "back", self.on_back, key="back")
        bar = TitleBar(self.title, _("Before you begin"), self.told.scenario.channel, back)
        is_wide = theme.room(size[0]) >= _TWO_COLUMNS
        if not is_wide or theme.is_tight(size):
            page = Column(self.title, self._case(is_wide=False), self._begin(1), self._rules(), gap=16, padding=20)
            return Page(self.title, bar, Scroll(self.title, page, self._scroll))
        about = Grid(self.title, self._case(is_wide=True), self._rules(), columns=2, gap=18)
        page = Column(self.title, about, padding=20)
        foot = Column(_("Begin"), self._begin(2), padding=20)
        return Page(self.title, bar, Footed(self.title, Scroll(self.title, page, self._scroll), foot))

    def act(self, action: Action) -> bool:
        """Escape leads back."""
        if isinstance(action, Back):
            self.on_back()
            return True
        return False

    def _case(self, *, is_wide: bool) -> Card:
        """Whom one meets, who one is, what it is about, and what was reached so far."""
        scenario = self.told.scenario
        align: Align = "centre" if is_wide else "left"
        words: list[Widget] = [Heading(scenario.title, size=26, align=align)]
        if scenario.summary:
            words.append(Label(scenario.summary, size=17, align=align))
        words.append(Label(_role(scenario), size=17, weight="semi", align=align))
        where, reached = facts(scenario, size=15), self._reached()
        below = [
            Flow(_("Where, how hard, how long"), *where, gap=18, is_centred=is_wide),
            Flow(_("What you reached"), *reached, gap=18, is_centred=is_wide),
            *(Marked("globe", words, colour="mute", size=15) for words in self._language()),
        ]
        title = _("Whom you meet")
        if is_wide:
            return Card(title, case_portrait(self.told, side=_LARGE, radius=32), *words, *below, padding=24, gap=14)
        meeting = Portrayed(case_portrait(self.told, side=_SIDE, radius=26), Column(scenario.title, *words, gap=10))
        return Card(title, meeting, *below, padding=24, gap=14)

    def _reached(self) -> list[Widget]:
        """Medal and best score, and the way to the debrief of the play that has most to tell."""
        reached: list[Widget] = [*progress_marks(self._progress, self.told.id, size=15)]
        play = self._find_play()
        if play is not None:
            words = _("See your best play") if play.counts else _("See your last play")
            told, show = _("Show the debrief of this play"), partial(self._on_debrief, play.session)
            reached.append(Button(words, show, key="debrief", mark="best", is_slim=True, description=told))
        return reached

    def _rules(self) -> Widget:
        """What counts, what is practised, and where time runs."""
        return Column(_("How it is played"), counting_card(), *self._practised(), *self._limits(), gap=16)

    def _practised(self) -> list[Widget]:
        """The habits the case is there for, by name; what each asks is said where it counts, in the debrief."""
        if not self._trains:
            return []
        title = _("What you practise here")
        names = [
            Marked("sparkle", each.name, colour="accent", words_colour="ink", size=16, name=f"{each.name}: {each.text}")
            for each in self._trains
        ]
        return [Card(title, Heading(title, size=19), Flow(title, *names, gap=16), padding=22, gap=12)]

    def _begin(self, columns: int) -> Widget:
        """The ways to play; the first two begin."""
        practise = Way(
            _("Practise"),
            _("The coach speaks after each decision, and you can take decisions back."),
            "coach",
            lambda: self.on_begin("practice"),
            key="practise",
            is_primary=True,
        )
        graded = Way(
            _("Play for a grade"),
            _("The coach speaks at the end; nothing can be taken back. Medals are won here."),
            "medal",
            lambda: self.on_begin("graded"),
            key="graded",
        )
        ranked = self._ranked()
        if columns > 1:
            columns += len(ranked)
        return Grid(_("Begin"), practise, graded, *ranked, columns=columns, gap=18)

    def _ranked(self) -> list[Widget]:
        """The way to a ranked play, where a season has this case."""
        play = self._find_ranked()
        if play is None or play.season is None or play.case is None:
            return []
        words = _("{season}: {attempts}", season=play.season.title, attempts=attempts_words(play.case, play.season))
        return [Way(_("Play ranked"), words, "podium", partial(self._on_ranked, play), key="ranked")]

    def _limits(self) -> list[Widget]:
        """Where time can run out: that it does, and the switch."""
        if not any(scene.within is not None for scene in self.told.scenario.scenes.values()):
            return []
        if self.settings.has_timers:
            words = _("Now and then somebody waits for your answer: you see the time you have. Silence answers, too.")
        else:
            words = _("Nothing runs out: you take the time you want, and the debrief says that you played so.")
        switch = timers_button(self.settings, self.change_settings)
        return [Card(_("Time limits"), Label(words, size=16), Flow(_("Time limits"), switch), padding=22, gap=12)]

    def _language(self) -> list[str]:
        """What is to be said about the language it is told in."""
        if self.told.remark:
            return [self.told.remark]
        own = self.told.scenario.language
        if set(fallbacks(own)) & set(fallbacks(language())):
            return []
        return [_("This case is told in {language}.", language=language_name(own))]


def _role(scenario: Scenario) -> str:
    """Who one is, and whom one serves."""
    you, customer = scenario.you, scenario.customer.name
    if you.role:
        return _("You are {name}, {role}. You serve {customer}.", name=you.name, role=you.role, customer=customer)
    return _("You are {name}. You serve {customer}.", name=you.name, customer=customer)
