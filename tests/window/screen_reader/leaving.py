"""The way out, as a screen reader finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.window.screen_reader.reader import ScreenReader

__all__ = ["leave"]

WAY_OUT = "Leave the game"


def leave(reader: ScreenReader) -> None:
    """Leave the game from its first screen, which asks once more."""
    reader.press(reader.wait_for("button", WAY_OUT))
    reader.wait_for("dialog", WAY_OUT)
    (button,) = [
        node for node in reader.inside("dialog", f"{WAY_OUT}?") if node.name == WAY_OUT and node.role == "button"
    ]
    reader.press(button)
