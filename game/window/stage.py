"""The stage: the screen in sight, its tree, the focus, and what actions do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.looks.palette import PALETTES
from game.window.attention import Attention
from game.window.canvas import Canvas
from game.window.fade import DIALOGS, SCREENS, Fade
from game.window.hyphens import learned
from game.window.input import Assist, Click, Digit, Drag, Move, Page, Point, Press, Wheel, Wish, Zoom
from game.window.motion import Motion
from game.window.sound import Silence
from game.window.sound.captions import Captions
from game.window.theme import Theme, scale_for
from game.window.widgets.button import Button
from game.window.widgets.root import Root
from game.window.widgets.scroll import Scroll
from game.window.widgets.toast import Caption, Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from game.window.input import Action
    from game.window.screens.screen import Screen
    from game.window.settings import Settings
    from game.window.sound import Cue, Sounds
    from game.window.widgets.widget import Widget

__all__ = ["Stage"]

_TOAST = 5.0
"""Seconds a sentence is shown."""


def _keep_nothing(_settings: Settings) -> None:
    """Nobody keeps settings unless somebody says so."""


def _look_for_nothing() -> None:
    """Nothing becomes known unless somebody looks for it."""


class Stage:
    """Shows one screen at a time; knows pictures and actions, but no window and no clock."""

    def __init__(self, screen: Screen, settings: Settings, size: tuple[int, int], density: float = 1.0) -> None:
        self.settings = settings
        self.size = size
        self.density = density
        self._needs_all = True
        self._stirs = False
        """Whether nothing but what moves has to be painted anew."""
        self._painted: pygame.Surface | None = None
        self._painted_at = float("-inf")
        self._attention = Attention(screen)
        self._pointed: Widget | None = None
        self._now = 0.0
        self._toast = ""
        self._toast_until = 0.0
        self.sounds: Sounds = Silence()
        """Who plays cues; the window puts its own here."""
        self.on_adjust: Callable[[Settings], None] = _keep_nothing
        """Told of new settings, so that they are kept."""
        self.on_tick: Callable[[], None] = _look_for_nothing
        """Called at every turn of the loop, for what becomes known by and by."""
        self._captions = Captions()
        self._fade = Fade()
        self._has_dialog = False
        self._title = screen.title
        self._movers: tuple[Widget, ...] = ()
        self._next_picture = 0.0
        self.settles = 0.0
        """Seconds in which what weighs takes no press after it came up; the window sets it."""
        self._weighty: frozenset[tuple[str, str]] = frozenset()
        self._came_up = float("-inf")
        self._numbers: dict[str, int] = {}
        self.show(screen)

    @property
    def needs_paint(self) -> bool:
        """Whether anything has to be painted anew; set, everything has."""
        return self._needs_all or self._stirs

    @needs_paint.setter
    def needs_paint(self, needs_paint: bool) -> None:
        self._needs_all = needs_paint
        self._stirs = False

    @property
    def theme(self) -> Theme:
        """Colours and sizes for the window as it is."""
        return Theme(
            PALETTES[self.settings.colours],
            scale_for(self.size, self.density),
            self.settings.text_size / 100,
        )

    @property
    def focus(self) -> Widget | None:
        """The widget that has the focus; None on a screen without any that could."""
        return self._attention.focus

    @property
    def shows_focus(self) -> bool:
        """Whether the ring of the focus is painted: as soon as keys are used."""
        return self._attention.is_shown

    @shows_focus.setter
    def shows_focus(self, shows_focus: bool) -> None:
        self._attention.is_shown = shows_focus

    @property
    def attended(self) -> Widget | None:
        """What the player is at: what has the focus while keys are used, else what lies under the pointer."""
        return self.focus if self.shows_focus else self._pointed

    @property
    def is_moving(self) -> bool:
        """Whether something moves."""
        moves = any(not mover.motion.is_over(self._now) for mover in self._movers)
        return self.screen.is_moving or moves or not self._fade.motion.is_over(self._now)

    def show(self, screen: Screen) -> None:
        """Put another screen in the place of this one."""
        self._begin_fade(SCREENS)
        self.screen, self._title = screen, screen.title
        self._attention.turn_to(screen)
        screen.settings, screen.change_settings = self.settings, self.adjust
        self.sounds.hush()
        screen.play_cue = self.play_cue
        screen.wanted_focus = screen.first_focus
        screen.open()
        self._build()

    def resize(self, size: tuple[int, int], density: float) -> None:
        """Take a new size in pixels."""
        self.size, self.density = size, density
        self._fade.forget()
        self._build()

    def adjust(self, settings: Settings) -> None:
        """Take new settings."""
        self.settings = self.screen.settings = settings
        self.on_adjust(settings)
        self._build()

    def tick(self, now: float) -> None:
        """Tell the screen the time."""
        self._now = now
        if self._toast and now >= self._toast_until:
            self._toast = ""
            self.screen.has_changed = True
        if self._captions.tick(now):
            self.screen.has_changed = True
        if self._learned != learned():  # patterns of hyphens came in: lines break better now
            self.screen.has_changed = True
        self.on_tick()
        self.screen.tick(now)
        self._refresh()
        self._move_on(now)

    def tell(self, words: str) -> None:
        """Show a sentence for a few seconds."""
        self._toast, self._toast_until = words, self._now + _TOAST
        self._build()

    def play_cue(self, cue: Cue) -> None:
        """Let a sound be heard; where captions are on, show its words for a moment."""
        self.sounds.play(cue, self.settings.volume)
        if self.settings.has_captions and self._captions.show(cue, self._now):
            self.screen.has_changed = True

    def hide(self) -> None:
        """Nobody looks at the window any more: it is hidden, or another one has the keys."""
        self.screen.is_away = self.screen.has_changed = True
        self.screen.hide()
        self._refresh()

    def come_back(self) -> None:
        """Somebody looks again."""
        self.screen.has_changed = self.screen.has_changed or self.screen.is_away
        self.screen.is_away = False
        self._refresh()

    def act(self, action: Action) -> bool:
        """Take an action; whether anything came of it."""
        self.come_back()
        taken = self._act(action)
        self._refresh()
        self.needs_paint = self.needs_paint or taken
        return taken

    def paint(self, surface: pygame.Surface) -> None:
        """Paint everything; or what moves, where nothing else changed since this surface was painted last."""
        is_part = self._stirs and not self._needs_all and surface is self._painted
        for part in [mover.rect for mover in self._moving()] if is_part else [surface.get_rect()]:
            surface.set_clip(part)
            surface.fill(self.theme.palette.ground)
            focus = self.focus if self.shows_focus else None
            self.tree.paint(Canvas(surface, self.theme, focus, self._pointed, self._now))
        surface.set_clip(None)
        self._fade.paint(surface, self._now)
        self._painted, self._painted_at = surface, self._now
        self.needs_paint = False

    def _begin_fade(self, lasts: float) -> None:
        """Let what is seen now fade into what comes, unless nothing is to move."""
        if not self.settings.is_still:
            self._fade.begin(Motion(self._now, lasts))

    def _move_on(self, now: float) -> None:
        """Have the next picture painted, where something moves and it is time for it; and the last, at rest."""
        motions, fade = [mover.motion for mover in self._moving()], self._fade.motion
        is_fading = not fade.is_over(self._painted_at)
        motions += [fade] * is_fading
        if motions and now >= self._next_picture:
            self._next_picture = now + min(motion.every for motion in motions)
            self._stirs = True
            self._needs_all = self._needs_all or is_fading

    def _moving(self) -> list[Widget]:
        """What moves, or has come to rest since it was painted."""
        return [mover for mover in self._movers if not mover.motion.is_over(self._painted_at)]

    def _act(self, action: Action) -> bool:
        if self.focus is not None and self.focus.takes_text and self.focus.act(action):
            return True
        if self._comes_too_soon(action):
            return True
        match action:
            case Point(place):
                return self._point(place)
            case Click(place):
                return self._click(place)
            case Wheel(place) | Drag(place):
                return self._attention.scroll(action, self._scrolls_at(place))
            case Assist():
                return self._assist(action)
            case Move():
                return self._attention.move(action)
            case Press():
                return self._press(action)
            case Zoom(direction):
                self.adjust(self.settings.with_text(direction))
                return True
            case Page():
                return self._attention.scroll(action)
        return self.screen.act(action)

    def _refresh(self) -> None:
        """Build the tree anew where the screen changed."""
        if self.screen.has_changed:
            self._build()

    def _build(self) -> None:
        screen, theme = self.screen, self.theme
        screen.has_changed = False
        self._learned = learned()
        dialog = screen.dialog(theme, self.size)
        if screen.title != self._title:  # it leads through others, and shows the next
            self._title = screen.title
            self._begin_fade(SCREENS)
        elif (dialog is not None) != self._has_dialog:
            self._begin_fade(DIALOGS)
        if (dialog is not None) != self._has_dialog:
            self._has_dialog = dialog is not None
            self._attention.rise() if self._has_dialog else self._attention.sink()
        page = screen.tree(theme, self.size)
        layers: list[Widget] = [page] if dialog is None else [page, dialog]
        top = layers[-1]
        if self._toast:
            layers.append(Toast(self._toast, (top,)))
        if self._captions.words:
            layers.append(Caption(self._captions.words, (top, layers[-1]), is_spoken=self._captions.is_news))
        tree = Root(screen.title, *layers)
        tree.place(theme, Rect((0, 0), self.size))
        self._count(tree, screen.title, set())
        self._movers = tuple(widget for widget in tree.walk() if not widget.motion.is_over(self._now))
        self.tree = tree  # only now: screen readers ask for it from other threads
        self._scope = page if dialog is None else dialog
        self._attention.look(self._scope)
        self._weigh()
        self._pointed = None
        self.needs_paint = True

    def _count(self, widget: Widget, path: str, taken: set[int]) -> None:
        """Number widgets by their keys, or by where they stand: a screen reader finds them again in the next tree."""
        while (number := self._numbers.setdefault(path, len(self._numbers) + 1)) in taken:
            path += "'"  # a key that two have by mistake: AccessKit takes the program down over a number of two
        taken.add(number)
        widget.reader_id = number
        for place, child in enumerate(widget.children):
            where = f"{self.screen.title}#{child.key}" if child.key else f"{path}/{type(child).__name__}{place}"
            self._count(child, where, taken)

    def _weigh(self) -> None:
        """Take note of when something new came up whose press weighs."""
        weighty = frozenset((widget.key, widget.name) for widget in self._scope.walk() if widget.weighs)
        if weighty - self._weighty:
            self._came_up = self._now
        self._weighty = weighty

    def _comes_too_soon(self, action: Action) -> bool:
        """Whether somebody presses what came up this very moment: they meant what stood there before."""
        if not self._weighty or not 0 <= self._now - self._came_up < self.settles:
            return False
        if isinstance(action, Click):
            widget = self._pressable_at(action.place)
        else:
            widget = self._attention.focus if isinstance(action, Press) else None
        return isinstance(action, Digit) or (widget is not None and widget.weighs)

    def _press(self, press: Press) -> bool:
        """Press what has the focus; the first key only shows where it is, unless the screen has a use for it."""
        if (self.shows_focus or self._is_plain_way_on()) and self._attention.press(press):
            return True
        return self.screen.act(press) or (not self.shows_focus and self._attention.show())

    def _is_plain_way_on(self) -> bool:
        """Whether what has the focus stands out anyway, so that nobody has to be shown where the focus is."""
        focus = self._attention.focus
        return isinstance(focus, Button) and focus.style == "primary"

    def _point(self, place: tuple[int, int]) -> bool:
        pointed = self._pressable_at(place)
        if pointed is self._pointed:
            return False
        self._pointed = pointed
        return True

    def _click(self, place: tuple[int, int]) -> bool:
        self.shows_focus = False
        widget = self._pressable_at(place)
        if widget is not None:
            self._attention.give(widget)
            self.shows_focus = widget.takes_text  # or nobody would see where letters go
            if widget.act(Click(place)) or widget.act(Press()):
                return True
        return self.screen.act(Click(place))

    def _assist(self, asked: Assist) -> bool:
        """Do what a screen reader asks: bring a widget into sight, give it the focus, press it, set it."""
        widget = next((widget for widget in self._scope.walk() if widget.reader_id == asked.widget), None)
        if widget is None:
            return False
        if asked.wish is Wish.REVEAL:
            self._attention.reveal(widget)
            return True
        if isinstance(asked.wish, Page):
            return widget.act(asked.wish)
        if not widget.is_focusable:
            return False
        self.shows_focus = True
        self._attention.give(widget)
        return True if isinstance(asked.wish, Wish) else widget.act(asked.wish)

    def _pressable_at(self, place: tuple[int, int]) -> Widget | None:
        return next((widget for widget in self._scope.at(place) if widget.is_focusable), None)

    def _scrolls_at(self, place: tuple[int, int]) -> list[Widget]:
        return [widget for widget in self._scope.at(place) if isinstance(widget, Scroll)]
