"""Writing into a field: letters as people see them, the text with its caret, and the clipboard."""

from game.window.writing.clipboard import copied, copy
from game.window.writing.letters import letters
from game.window.writing.text import Text

__all__ = ["Text", "copied", "copy", "letters"]
