"""The root of a tree: the window itself."""

from __future__ import annotations

from game.window.widgets.widget import Role, Widget

__all__ = ["Root"]


class Root(Widget):
    """The window's content: a screen, and perhaps a dialog over it."""

    role: Role = Role.WINDOW
