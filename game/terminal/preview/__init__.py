"""A case previewed in plain lines: played while it is written, read again on every save."""

from game.terminal.preview.command import preview

__all__ = ["preview"]
