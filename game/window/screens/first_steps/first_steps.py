"""The first steps as a screen: one screen after the other, with hints beside what they explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.texts import _
from game.window.input import Back
from game.window.screens.conversation import Conversation
from game.window.screens.first_steps import course, hints
from game.window.screens.first_steps.card import (
    Beside,
    HintCard,
    Over,
    Ways,
    choices_in,
    free_spot,
    in_sight,
    scrolls_over,
    target_of,
)
from game.window.screens.screen import Screen
from game.window.widgets.scroll import ScrollState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.looks.portrait import Look
    from game.session.view import View
    from game.window.input import Action
    from game.window.screens.first_steps.hints import Hint
    from game.window.theme import Theme
    from game.window.widgets.widget import Widget

__all__ = ["FirstSteps"]


class FirstSteps(Screen):
    """A short case with hints, then its debrief and its mirror; nothing of it is kept.

    Args:
        on_done: all was seen.
        on_skip: the trainee leaves before.
        avatar: how the trainee is drawn in the mirror; None for the person of the case.
    """

    def __init__(self, *, on_done: Callable[[], None], on_skip: Callable[[], None], avatar: Look | None = None) -> None:
        self._kept = course.begin()
        self._inner: Screen = self._talk()
        super().__init__()
        self.title = _titled(self._inner)
        self.on_done = on_done
        self.on_skip = on_skip
        self.avatar = avatar
        self._seen: set[str] = set()
        self._hint: Hint | None = None
        self.aimed = Rect(0, 0, 0, 0)
        """What can be seen of what the last hint explains."""
        self._over: Over | None = None
        self._scroll = ScrollState()
        self._scrolled: dict[int, tuple[ScrollState, int]] = {}
        """Where pages stood before a target was brought into sight, by the state's identity."""
        self._told = self.session_view.said
        """What had been said then."""
        self._debriefing: Screen | None = None
        self._has_been_mirrored = False

    # --- what the stage asks of the screen that is shown inside ------------------------------------------------------

    @property
    def has_changed(self) -> bool:
        """Whether the screen inside has to be built anew."""
        return self._inner.has_changed

    @has_changed.setter
    def has_changed(self, has_changed: bool) -> None:
        self._inner.has_changed = has_changed

    @property
    def wanted_focus(self) -> str:
        """What is to have the focus: what the screen inside wants, unless a hint has just come."""
        return self._inner.wanted_focus

    @wanted_focus.setter
    def wanted_focus(self, key: str) -> None:
        self._inner.wanted_focus = key

    @property
    def is_moving(self) -> bool:
        """Whether something inside moves."""
        return self._inner.is_moving

    @is_moving.setter
    def is_moving(self, is_moving: bool) -> None:
        self._inner.is_moving = is_moving

    @property
    def session_view(self) -> View:
        """The case as it stands."""
        return self._kept.session.view

    def tree(self, theme: Theme, size: tuple[int, int]) -> Widget:
        """The screen inside, with the hint beside its target where that covers nothing."""
        page = self._page(theme, size)
        if self._hint is None or self._over is not None:
            return page
        card = self._card(self._hint)
        target = self._aim(page, self._hint)
        spot = None if target is None else free_spot(theme, page, target, card)
        return page if target is None or spot is None else Beside(page, card, spot, target)

    def dialog(self, theme: Theme, size: tuple[int, int]) -> Widget | None:
        """The dialog of the screen inside; else the hint, where it finds no free spot."""
        self._hand_on()
        self._over = None
        inside = self._inner.dialog(theme, size)
        before, self._hint = self._hint, None if inside is not None else self._due()
        if self._hint is None:
            return inside
        if before is None or before.key != self._hint.key:
            self.wanted_focus = "hint-next"
        page, card = self._page(theme, size), self._card(self._hint)
        target = self._aim(page, self._hint)
        if target is not None and free_spot(theme, page, target, card) is None:
            self._over = Over(card, target, choices_in(page), self._scroll)
        return self._over

    def act(self, action: Action) -> bool:
        """The screen inside takes it; nothing is taken behind a hint that everything waits for.

        Escape puts a hint away; but in the talk it is for the pause.
        """
        if isinstance(action, Back) and self._hint is not None and not isinstance(self._inner, Conversation):
            self._next()
            return True
        if self._over is not None and not isinstance(action, Back):
            return False
        return self._inner.act(action)

    def open(self) -> None:
        """The first screen comes into sight."""
        self._show(self._inner)

    def tick(self, now: float) -> None:
        """Hand the time on."""
        self._hand_on()
        self._inner.tick(now)

    def hide(self) -> None:
        """Nobody sees the window any more."""
        self._inner.hide()

    # --- the way ------------------------------------------------------------------------------------------------------

    def _talk(self) -> Screen:
        return course.GuidedConversation(
            self._kept.session,
            has_timers=False,
            on_end=self._to_debrief,
            on_leave=lambda: self.on_skip(),
            on_unkept=self._kept.stop_keeping,
            on_anew=self._kept.keep_anew,
        )

    def _again(self) -> None:
        """The case once more."""
        self._kept = course.begin()
        self._show(self._talk())

    def _again_from(self, number: int) -> None:
        """On before a decision of the case, another way."""
        self._kept = course.try_again(self._kept, number)
        self._show(self._talk())

    def _to_debrief(self) -> None:
        self._debriefing = course.debriefing(
            self._kept,
            on_again=self._again,
            on_again_from=self._again_from,
            on_done=self.on_done,
            on_mirror=self._to_mirror,
        )
        self._show(self._debriefing)

    def _to_mirror(self) -> None:
        self._show(course.mirroring(self._kept, self.avatar, on_done=self._back_to_debrief))

    def _back_to_debrief(self) -> None:
        self._has_been_mirrored = True
        if self._debriefing is not None:
            self._show(self._debriefing)

    def _show(self, screen: Screen) -> None:
        """Show another screen inside; the hint on the one before was read."""
        self._put_away()
        self._inner, self.title = screen, _titled(screen)
        self._hand_on()
        screen.wanted_focus = screen.first_focus
        screen.open()
        screen.has_changed = True

    def _hand_on(self) -> None:
        """Let the screen inside have what the stage gave."""
        inner = self._inner
        inner.settings, inner.change_settings, inner.play_cue = self.settings, self.change_settings, self.play_cue
        inner.is_away, self.usual_focus = self.is_away, inner.usual_focus

    # --- hints --------------------------------------------------------------------------------------------------------

    def _due(self) -> Hint | None:
        """The hint to be shown now."""
        return hints.next_hint(self._hints(), self._seen)

    def _hints(self) -> Sequence[Hint]:
        inner = self._inner
        if isinstance(inner, Conversation):
            return [] if inner.is_telling else hints.in_talk(inner.view)
        if inner is self._debriefing:
            return hints.after_mirror() if self._has_been_mirrored else hints.in_debrief()
        return hints.in_mirror(self.session_view.facing.name)

    def _card(self, hint: Hint) -> HintCard:
        return HintCard(hint, Ways(self._next, self.on_skip, self._to_mirror, self.on_done))

    def _aim(self, page: Widget, hint: Hint) -> Rect | None:
        """What can be seen of what a hint explains; it is scrolled into sight, until the hint was read."""
        target = target_of(page, hint)
        if target is None:
            return None
        self._forget_old_places()
        for scroll in scrolls_over(page, target):
            self._scrolled.setdefault(id(scroll.state), (scroll.state, scroll.state.offset))
            scroll.reveal(target)
        self.aimed = in_sight(page, target)
        return self.aimed

    def _put_away(self) -> None:
        """The hint was read: what was scrolled for it goes back."""
        if self._hint is not None:
            self._seen.add(self._hint.key)
        self._forget_old_places()
        for state, offset in self._scrolled.values():
            state.offset = offset
        self._scrolled.clear()

    def _forget_old_places(self) -> None:
        """What has been said since is where to be now, not what was in sight before it."""
        if self.session_view.said != self._told:
            self._told = self.session_view.said
            self._scrolled.clear()

    def _next(self) -> None:
        self._put_away()
        self.wanted_focus = self._inner.first_focus
        self.has_changed = True

    def _page(self, theme: Theme, size: tuple[int, int]) -> Widget:
        page = self._inner.tree(theme, size)
        page.place(theme, Rect((0, 0), size))
        return page


def _titled(screen: Screen) -> str:
    """What the first steps are called while a screen is shown inside; the stage fades where that changes."""
    return _("First steps – {title}", title=screen.title)
