"""The program's window: opens it, and runs the loop until the player leaves."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
import time
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

# Before pygame is imported: no greeting on stdout, sharp pixels on Windows, the screen may go to sleep.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
# As docks and task bars call it.
os.environ.setdefault("SDL_APP_NAME", "Gastgeber")
os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "Gastgeber")
os.environ.setdefault("SDL_VIDEO_WAYLAND_WMCLASS", "Gastgeber")

import pygame

from game.looks.icon import icon
from game.texts import _
from game.window.accessibility import NullBridge, bridge_for
from game.window.extent import fitting
from game.window.input import FullScreen, Photo, Reader
from game.window.keyboard import Keyboard
from game.window.memory import let_go
from game.window.photo import keep_photo, photo_folder
from game.window.pictures import take_shortage
from game.window.pulse import Pulse
from game.window.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.accessibility import Bridge
    from game.window.reading import Reading
    from game.window.screens.screen import Screen
    from game.window.settings import Settings

__all__ = ["App", "NoDisplay", "WrongPygame", "check_pygame", "check_screen"]

SIZE = (1280, 800)
SMALLEST = (640, 480)
SETTLES = 0.4
"""Seconds: the second half of a double click, or a key pressed a moment too late, answers nothing."""
UNSEEN = ("dummy", "offscreen")
"""Video drivers that show nothing to anybody."""
_ICON = 128
_LOGGER = logging.getLogger(__name__)
_PATIENCE = 10.0
"""Seconds a window that cannot be painted is tried again, before the game ends; what was played is kept already."""


class NoDisplay(Exception):
    """No window can be opened here; the message says why. The game can be played in the terminal."""


class WrongPygame(NoDisplay):
    """Another pygame is installed than the one the window needs; the message says how to mend it."""


def check_pygame() -> None:
    """Make sure that pygame-ce is what `import pygame` found.

    Raises:
        WrongPygame: pygame stands in its place; both cannot be installed together.
    """
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygame(
            _(
                "The package pygame stands where the game needs pygame-ce. Type:\n"
                "    {python} -m pip uninstall --yes pygame pygame-ce\n"
                "    {python} -m pip install pygame-ce\n",
                python=sys.executable,
            )
        )


def check_screen(driver: str) -> None:
    """Make sure that somebody sees what is drawn.

    Where SDL finds no screen, it draws off screen and calls it a success.

    Raises:
        NoDisplay: nobody does, and nobody asked for it through SDL_VIDEODRIVER either.
    """
    if driver in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise NoDisplay(_("No window can be opened: there is no screen."))


class App:
    """One window, its stage, and the loop.

    Args:
        size: of the window; larger than the display has room for, unless `fits` makes it smaller.

    Raises:
        NoDisplay: no window can be opened, or another pygame is installed.
    """

    def __init__(
        self,
        screen: Screen,
        settings: Settings,
        *,
        size: tuple[int, int] = SIZE,
        listens: bool = True,
        fits: bool = False,
    ) -> None:
        check_pygame()
        try:
            pygame.display.init()
            check_screen(pygame.display.get_driver())
            size = fitting(size, SMALLEST) if fits else size
            self.window = pygame.Window(_("Gastgeber"), size, resizable=True, hidden=True, allow_high_dpi=True)
            self.window.minimum_size = SMALLEST
            self.surface = self.window.get_surface()
        except pygame.error as error:
            raise NoDisplay(_("No window can be opened: {reason}.", reason=error)) from error
        pygame.font.init()
        self.stage = Stage(screen, settings, self.surface.get_size(), self._density())
        self.bridge: Bridge = bridge_for(self.window, self.stage) if listens else NullBridge()
        self.stage.settles = SETTLES
        self.reader = Reader(self.surface.get_size, self._density)
        self.keyboard = Keyboard()
        self.pulse = Pulse()
        self.is_running = True
        self._is_full = False
        self.plain_size: tuple[int, int] = size
        """Of the window where it does not fill the screen."""
        self._is_shown = False
        self._unpainted_since: float | None = None
        self._is_short = False
        """Whether it was told already that memory is short."""
        self._reading: Reading | None = None
        self._pads: dict[int, pygame.joystick.JoystickType] = {}

    def run(self, until: Callable[[], bool] = lambda: False) -> None:
        """Run until the player leaves, or `until` says so."""
        while self.is_running and not until():
            now = time.monotonic()
            for event in pygame.event.get():
                self.handle(event, now)
            self.stage.tick(now)
            self.keyboard.follow(self.stage.focus, self._density())
            self.reader.is_writing = self.keyboard.is_writing
            self.paint()
            if self.is_running:
                time.sleep(self.pulse.pause(now, is_moving=self.stage.is_moving))

    def stop(self) -> None:
        """End the loop."""
        self.is_running = False

    def tell_the_end(self, words: str) -> None:
        """Say in a box of the system's why the game closes, where nobody reads what is printed: started by a click."""
        if not self._is_shown or sys.stderr.isatty() or pygame.display.get_driver() in UNSEEN:
            return
        with contextlib.suppress(pygame.error):  # no box can be shown here; it is printed and noted all the same
            pygame.display.message_box(_("Gastgeber"), words, message_type="error", parent_window=self.window)

    def close(self) -> None:
        """Close the window."""
        self.stage.sounds.close()
        if self._reading is not None:
            self._reading.close()
        self.window.destroy()
        pygame.display.quit()

    def paint(self) -> None:
        """Paint the stage and show it, where anything changed."""
        if self._is_shown and self.stage.settings.fills_screen != self._is_full:
            self._toggle_full()
        if not self.stage.needs_paint:
            return
        try:
            if self._unpainted_since is not None:
                self._resize()
            self.stage.paint(self.surface)
            self.window.flip()
        except (MemoryError, pygame.error) as error:
            self._wait_for_better_times(error)
            return
        self._tell_of_trouble()
        self.bridge.sync(self.stage)
        self._read_aloud()
        if not self._is_shown:
            self._show()

    def handle(self, event: pygame.Event, now: float) -> None:
        """Take an event."""
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.stop()
            case pygame.WINDOWSIZECHANGED | pygame.WINDOWRESIZED | pygame.WINDOWDISPLAYCHANGED:
                self._resize()
            case pygame.WINDOWEXPOSED:
                self.stage.needs_paint = True
            case pygame.WINDOWHIDDEN | pygame.WINDOWMINIMIZED:
                self.pulse.is_hidden = True
                self.stage.hide()
            case pygame.WINDOWSHOWN | pygame.WINDOWRESTORED | pygame.WINDOWMAXIMIZED:
                self.pulse.is_hidden = False
                self.stage.come_back()
                self.stage.needs_paint = True
            case pygame.WINDOWFOCUSGAINED:
                self.bridge.focus_window(True)
                self.stage.come_back()
            case pygame.WINDOWFOCUSLOST:
                self.bridge.focus_window(False)
                self.stage.hide()
            case pygame.WINDOWMOVED:
                self._tell_place()
            case pygame.JOYDEVICEADDED:
                pad = pygame.joystick.Joystick(event.device_index)
                self._pads[pad.get_instance_id()] = pad  # a gamepad tells of itself only while it is held
            case pygame.JOYDEVICEREMOVED:
                self._pads.pop(event.instance_id, None)
            case pygame.AUDIODEVICEREMOVED if not event.iscapture:
                self.stage.sounds.renew()
            case _:
                self._act(event, now)

    def _act(self, event: pygame.Event, now: float) -> None:
        action = self.bridge.read(event) or self.reader.read(event)
        if action is None:
            return
        self.pulse.touch(now)
        self.stage.sounds.wake(self.stage.settings.volume)
        if isinstance(action, FullScreen):
            settings = self.stage.settings
            self.stage.adjust(replace(settings, fills_screen=not settings.fills_screen))
        elif isinstance(action, Photo):
            self._keep_photo()
        else:
            self.stage.act(action)

    def _show(self) -> None:
        """Show the window with its first picture in it; then see what else there is to play with."""
        self._is_shown = True
        self.window.set_icon(pygame.image.load_sized_svg(io.BytesIO(icon().encode()), (_ICON, _ICON)))
        self.window.show()
        self.stage.needs_paint = True
        self._tell_place()
        from game.window.sound.player import Player  # only now: nothing is heard before there is something to see

        self.stage.sounds = Player()
        try:
            pygame.joystick.init()
        except pygame.error:
            self._pads = {}  # no gamepads here; everything works without

    def _wait_for_better_times(self, error: Exception) -> None:
        """The window has no surface, or could not be painted: it went with its display, or there is no memory.

        The next turn asks for a surface once more.

        Raises:
            MemoryError, pygame.error: that went on for too long.
        """
        now = time.monotonic()
        self._unpainted_since = now if self._unpainted_since is None else self._unpainted_since
        if now - self._unpainted_since > _PATIENCE:
            raise error
        let_go()
        self.stage.needs_paint = True

    def _tell_of_trouble(self) -> None:
        """Say what became of a window that could not be painted for a while, or not in whole; once."""
        if self._unpainted_since is not None:
            self._unpainted_since = None
            self.stage.tell(_("The picture was gone for a moment. Nothing is lost."))
        elif (shortage := take_shortage()) is not None and not self._is_short:
            self._is_short = True
            let_go()
            _LOGGER.warning("Pictures were left out", exc_info=shortage)
            self.stage.tell(_("There is too little memory for all pictures. Close another program, if you miss them."))

    def _read_aloud(self) -> None:
        """Say what changed, where the player asked for it, and no more where they do not ask any longer."""
        if self._reading is None and self.stage.settings.reads_aloud:
            from game.window.reading import Reading  # late: few ask for it

            self._reading = Reading()
        if self._reading is not None:
            self._reading.sync(self.stage)

    def _resize(self) -> None:
        try:
            self.surface = self.window.get_surface()
        except (MemoryError, pygame.error) as error:
            self._wait_for_better_times(error)
        if (self.surface.get_size(), self._density()) != (self.stage.size, self.stage.density):
            self.stage.resize(self.surface.get_size(), self._density())
        if self._is_shown and not self._is_full:
            self.plain_size = self.window.size
        self.stage.needs_paint = True
        self._tell_place()

    def _density(self) -> float:
        """Pixels per point of the window: 2 on most HiDPI displays."""
        return self.surface.get_width() / max(1, self.window.size[0])

    def _tell_place(self) -> None:
        x, y = self.window.position
        self.bridge.place_window(x, y, *self.window.size)

    def _toggle_full(self) -> None:
        self._is_full = not self._is_full
        if self._is_full:
            self.window.set_fullscreen(desktop=True)
        else:
            self.window.set_windowed()
        self._resize()

    def _keep_photo(self) -> None:
        try:
            path = keep_photo(self.surface, photo_folder(), datetime.now().astimezone())
        except OSError as error:
            self.stage.tell(_("The picture could not be kept: {reason}", reason=error.strerror or str(error)))
        else:
            self.stage.tell(_("Picture kept: {path}", path=path))
