"""The conversation as its author plays it: read again on every save, with what the trainee's play hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.debrief.wording import duration_words
from game.session.state import Stop
from game.session.view import Remark
from game.texts import _
from game.texts.moods import mood_words
from game.trainer.preview.wording import deed_words, saved_words, stuck_words
from game.window.input import Back, Erase, FunctionKey, Typed
from game.window.screens.conversation import Conversation
from game.window.screens.conversation.desk import Desk
from game.window.screens.conversation.entries import remark_note
from game.window.screens.pause import pause_dialog, setting_rows
from game.window.screens.preview.bar import PreviewBar
from game.window.screens.preview.bench import Bench, Notice, has_room_beside, panel_width
from game.window.screens.preview.findings import finding_widgets, findings_title
from game.window.screens.preview.panel import Panel
from game.window.screens.preview.scenes import fact_widgets, scene_widgets
from game.window.screens.preview.waiting import LOOKS_APART
from game.window.widgets.boxes import Column
from game.window.widgets.button import Button
from game.window.widgets.label import Label
from game.window.widgets.note import Note
from game.window.widgets.scroll import ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.records import Kept
    from game.trainer.preview import Aside, Preview, Saved
    from game.window.input import Action
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["Rehearsal"]

_TOLD = 7.0
"""Seconds a notice is shown."""
_FINDINGS, _SCENES, _FACTS, _RELOAD, _START = map(FunctionKey, range(2, 7))


class Rehearsal(Conversation):
    """Plays the session a preview has open.

    Args:
        preview: plays the file.
        kept: its session.
        on_end: the author wants to see the debrief.
        on_leave: the author leaves.
    """

    def __init__(
        self, preview: Preview, kept: Kept, *, on_end: Callable[[], None], on_leave: Callable[[], None]
    ) -> None:
        self.preview = preview
        self.panel = ""
        """Which panel is open: findings, scenes, facts; empty for none."""
        self._typed = ""
        self._notice = ""
        self._notice_until: float | None = None
        self._was_examining = preview.is_examining
        self._looked = float("-inf")
        self._panel = ScrollState()
        self._told_asides: Mapping[int, Sequence[Aside]] = {}
        has_timers = kept.session.journal.has_timers
        super().__init__(
            kept.session,
            has_timers=has_timers,
            on_end=on_end,
            on_leave=on_leave,
            on_unkept=kept.stop_keeping,
            on_anew=kept.keep_anew,
        )

    # --- what is seen -------------------------------------------------------------------------------------------------

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The conversation, the bar, and the panel that is open."""
        bar = PreviewBar(
            self.preview,
            on_findings=self._toggle_findings,
            on_scenes=self._toggle_scenes,
            on_facts=self._toggle_facts,
        )
        is_beside = has_room_beside(theme, size)
        panel = self._open_panel()
        width = size[0] - (panel_width(theme, size) if panel is not None and is_beside else 0)
        desk = self._desk(theme, (width, size[1] - bar.measure(theme, size[0])))
        notice = Notice(self._notice) if self._notice else None
        return Bench(self.title, desk, bar, panel, notice, is_beside=is_beside)

    def _desk(self, theme: Theme, size: tuple[int, int]) -> Desk:
        """The conversation's; in a window so low that the bar takes the person's room, they are told in a line."""
        desk = super()._desk(theme, size)
        if not theme.is_tight(size):
            return desk
        who = self.view.facing
        person = Label(_("{name} is {mood}.", name=who.name, mood=mood_words(who.mood)), size=15, one_line=True)
        return Desk(self.title, desk.header, person, desk.log, desk.answers, None)

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:
        """The pause of a preview; else what the conversation has."""
        if self.open_dialog != "pause":
            return super().dialog(theme, size)
        ways = [
            Button(_("Go on"), self._close_dialog, key="close", mark="play", style="primary"),
            Button(_("Leave the preview; nothing of it is kept"), self.on_leave, key="leave", mark="lost"),
        ]
        keys = _(
            "Keys: 1 to 9 choose, F2 shows the findings, F3 the scenes, F4 the facts, F5 reads the file again, F6 "
            "begins anew, Tab and arrows move, Enter presses, F11 fills the screen."
        )
        settings = setting_rows(self.settings, self.change_settings, self.play_cue)
        return pause_dialog(ways, settings, self._dialog, title=_("Pause"), keys=keys)

    def _open_panel(self) -> Panel | None:
        if self.panel == "findings":
            widgets = finding_widgets(self.preview, self._play_way)
            return Panel(findings_title(self.preview), *widgets, state=self._panel, on_close=self._close_panel)
        if self.panel == "scenes":
            widgets = scene_widgets(
                self.preview, self._typed, on_jump=self._jump, on_start=self._start, on_reload=self._reload
            )
            return Panel(_("Scenes"), *widgets, state=self._panel, on_close=self._close_panel)
        if self.panel == "facts":
            title = _("Where the play stands")
            return Panel(title, *fact_widgets(self.preview), state=self._panel, on_close=self._close_panel)
        return None

    def _asides(self) -> Mapping[int, Sequence[Widget]]:
        """The coach's remarks, and what each decision brought."""
        return {
            place: [_aside_note(aside, is_new=place >= self._new_from) for aside in asides]
            for place, asides in self._told_asides.items()
        }

    def _above_answers(self) -> Widget | None:
        """Where no time runs, a way to let it run out."""
        if self.view.limit is None or self.has_timers:
            return super()._above_answers()
        words = _("Let the {time} run out", time=duration_words(self.view.limit))
        return Button(words, self._fall_silent, key="silence", mark="timer", is_slim=True)

    def _bottom(self) -> Widget:
        """The answers; where nothing leads on, what its author can do."""
        if self.view.stop is None or self.is_telling:
            return super()._bottom()
        start = Button(_("From the opening (F6)"), self._start, key="start-anew", mark="undo")
        if self.view.stop is Stop.ENDED:
            see = Button(_("See the debrief"), self.on_end, key="choice-1", mark="next", style="primary")
            return Column(_("Your answer"), see, start)
        words = stuck_words(self.view.stop, self.preview.backstage.scene)
        return Column(_("Your answer"), Note("alert", words, colour="warn", is_boxed=True, is_new=True), start)

    # --- what happens -------------------------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        """See whether the file was saved, and what was found since."""
        if not 0 < now - self._looked < LOOKS_APART:
            self._looked = now
            self._look()
        if self._notice:
            self._notice_until = now + _TOLD if self._notice_until is None else self._notice_until
            if now >= self._notice_until:
                self._notice, self.has_changed = "", True
        super().tick(now)

    def _look(self) -> None:
        news = self.preview.look()
        if news.saved is not None:
            self.take_up(news.saved)
        if news.has_findings or self._was_examining != self.preview.is_examining:
            self._was_examining = self.preview.is_examining
            self.has_changed = True

    def take_up(self, saved: Saved) -> None:
        """Go on in the version that was saved, and say what it did."""
        self.notify(saved_words(saved))
        if saved.is_playable and saved.has_changed:
            self.stand_anew()

    def notify(self, words: str) -> None:
        """Show a sentence for a while."""
        self._notice, self._notice_until = words, None
        self.has_changed = True

    def act(self, action: Action) -> bool:
        """Keys open and close the panels; letters narrow the list of scenes."""
        if self.open_dialog:
            return super().act(action)
        keys = {
            _FINDINGS: self._toggle_findings,
            _SCENES: self._toggle_scenes,
            _FACTS: self._toggle_facts,
            _RELOAD: self._reload,
            _START: self._start,
        }
        if isinstance(action, FunctionKey) and action in keys:
            keys[action]()
            return True
        if self.panel and isinstance(action, Back):
            self._close_panel()
            return True
        if self.panel == "scenes" and isinstance(action, Typed | Erase):
            self._typed = self._typed + action.letter.casefold() if isinstance(action, Typed) else self._typed[:-1]
            self._panel.offset = 0
            self.has_changed = True
            return True
        return super().act(action)

    def stand_anew(self) -> None:
        """Show the session a preview has open now: at once, for most of it was read before."""
        kept = self.preview.kept
        if kept is None:
            return
        before = self.view.said
        self.session = kept.session
        self.title = self.session.case.title
        self.view = self.session.view
        same = zip(before, self.view.said, strict=False)
        self._new_from = next((place for place, (one, other) in enumerate(same) if one != other), len(before))
        self.countdown = None
        self.pacing.skip(self.view.said)
        self._log.offset = self._log.furthest
        self._note_remarks()
        self.has_changed = True

    def _note_remarks(self) -> None:
        """Keep what belongs to each decision in its place."""
        self._told_asides = self.preview.asides()

    def _play_way(self, way: Sequence[str]) -> None:
        is_whole = self.preview.go(way)
        if not is_whole:
            self.notify(_("The way no longer leads there."))
        self.stand_anew()

    def _jump(self, scene: str) -> None:
        if not self.preview.jump(scene):
            self.notify(_("No play reaches the scene {scene}.", scene=scene))
            return
        self.stand_anew()
        if self.preview.passes(scene):
            here = self.preview.backstage.scene
            self.notify(_("{scene} passes on to {here}.", scene=scene, here=here))
        self.wanted_focus = "choice-1"

    def _start(self) -> None:
        self.preview.go(())
        self.stand_anew()
        self.wanted_focus = "choice-1"

    def _reload(self) -> None:
        news = self.preview.reload()
        if news.saved is None:
            self.notify(_("The file is the same as before."))
        else:
            self.take_up(news.saved)

    def _toggle_findings(self) -> None:
        self._toggle("findings")

    def _toggle_scenes(self) -> None:
        self._toggle("scenes")

    def _toggle_facts(self) -> None:
        self._toggle("facts")

    def _toggle(self, panel: str) -> None:
        self.panel = "" if self.panel == panel else panel
        self._typed = ""
        self._panel.offset = 0
        self.wanted_focus = "panel" if self.panel else "choice-1"
        self.has_changed = True

    def _close_panel(self) -> None:
        self._toggle(self.panel)


def _aside_note(aside: Aside, *, is_new: bool) -> Note:
    if isinstance(aside, Remark):
        return remark_note(aside, is_new=is_new)
    return Note("hard", deed_words(aside), is_new=is_new)
