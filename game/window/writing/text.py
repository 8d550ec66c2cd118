"""A line of text that is being written: its caret, and what is marked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.window.writing.letters import letters, on_one_line

__all__ = ["Text"]


@dataclass(frozen=True, slots=True)
class Text:
    """Letters, a caret between them, and the end of what is marked; every change is a new text.

    Places are counted in letters, from 0 before the first.
    """

    letters: tuple[str, ...] = ()
    caret: int = 0
    anchor: int = 0
    """Where the marking began; nothing is marked where the caret stands there."""

    @classmethod
    def of(cls, written: str) -> Text:
        """What is written, the caret behind it."""
        found = letters(written)
        return cls(found, len(found), len(found))

    def __str__(self) -> str:
        return "".join(self.letters)

    @property
    def marked(self) -> tuple[int, int]:
        """From where to where it is marked."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def marked_text(self) -> str:
        """What is marked."""
        start, end = self.marked
        return "".join(self.letters[start:end])

    def words(self) -> tuple[tuple[str, ...], ...]:
        """The letters word by word, each with the blanks behind it."""
        starts = [
            place
            for place, letter in enumerate(self.letters)
            if place == 0 or (self.letters[place - 1].isspace() and not letter.isspace())
        ]
        return tuple(self.letters[start:end] for start, end in zip(starts, [*starts[1:], None], strict=False))

    def before(self, place: int) -> str:
        """What stands before a place."""
        return "".join(self.letters[:place])

    def write(self, new: str, longest: int) -> Text:
        """Put letters at the caret, or in the place of what is marked; as many as keep it within `longest`."""
        start, end = self.marked
        before, after = self.before(start), "".join(self.letters[end:])
        kept = ""
        for letter in letters(on_one_line(new)):
            if len(before) + len(kept) + len(letter) + len(after) > longest:
                break
            kept += letter
        # An accent may join the letter before it, so letters are told apart once more.
        caret = len(letters(before + kept))
        return Text(letters(before + kept + after), caret, caret)

    def erase(self, direction: int) -> Text:
        """Take away what is marked, or the letter before (-1) or behind (1) the caret."""
        start, end = self.marked
        if start == end:
            start, end = (max(0, start - 1), end) if direction < 0 else (start, min(len(self.letters), end + 1))
        return Text(self.letters[:start] + self.letters[end:], start, start)

    def step(self, direction: int, *, to_end: bool = False, marks: bool = False) -> Text:
        """Move the caret by a letter, or to the very end; mark what it passes, or let go of what was marked."""
        if to_end:
            caret = 0 if direction < 0 else len(self.letters)
        elif self.caret != self.anchor and not marks:
            caret = self.marked[0 if direction < 0 else 1]
        else:
            caret = self.caret + direction
        return self.select(self.anchor, caret) if marks else self.select(caret, caret)

    def select(self, anchor: int, caret: int) -> Text:
        """Mark from one place to another; the same place twice only moves the caret."""
        last = len(self.letters)
        return replace(self, anchor=max(0, min(anchor, last)), caret=max(0, min(caret, last)))

    def select_all(self) -> Text:
        """Mark everything."""
        return self.select(0, len(self.letters))
