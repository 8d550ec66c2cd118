"""What a player may set, as values."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

from game.looks.palette import PALETTES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PACES", "TEXT_SIZES", "VOLUMES", "Settings"]

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes on offer, in per cent."""
PACES = ("slow", "normal", "fast", "at once")
"""How quickly the lines of a conversation appear."""
VOLUMES = range(101)
"""How loud sounds are, in per cent; 0 is off."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the game is shown to this player.

    Raises:
        ValueError: a value is none that can be set; quotes it.
    """

    language: str = ""
    """The tag of the language the program speaks; empty for the system's."""
    text_size: int = 100
    """Per cent, one of TEXT_SIZES."""
    colours: str = "light"
    """The name of a palette."""
    is_still: bool = False
    """Nothing moves."""
    has_timers: bool = True
    """Timed scenes run out; off, they wait."""
    pace: str = "normal"
    """One of PACES."""
    volume: int = 60
    """One of VOLUMES."""
    has_captions: bool = False
    """What is heard is written, too."""
    reads_aloud: bool = False
    """The computer speaks what is said and what has the focus."""
    fills_screen: bool = False
    """The window takes the whole screen."""
    knows_the_way: bool = False
    """No welcome any more: the first steps were seen, or passed over."""

    def __post_init__(self) -> None:
        for name, kind in _KINDS.items():
            if type(getattr(self, name)) is not kind:  # True is no size
                raise ValueError(f"{name} {getattr(self, name)!r} is no {kind.__name__}")
        if self.text_size not in TEXT_SIZES:
            raise ValueError(f"text size {self.text_size!r} is not one of {', '.join(map(str, TEXT_SIZES))}")
        if self.colours not in PALETTES:
            raise ValueError(f"colours {self.colours!r} are not one of {', '.join(PALETTES)}")
        if self.pace not in PACES:
            raise ValueError(f"pace {self.pace!r} is not one of {', '.join(PACES)}")
        if self.volume not in VOLUMES:
            raise ValueError(f"volume {self.volume!r} is not from {VOLUMES[0]} to {VOLUMES[-1]}")

    def as_values(self) -> dict[str, str | int | bool]:
        """All settings by name, as they are kept."""
        return asdict(self)

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
        """Settings as they were kept, and what was wrong with them: there the usual ones hold."""
        settings, wrong = cls(), []
        for name, value in values.items():
            if name not in _KINDS:
                wrong.append(f"{name!r} is no setting")
                continue
            try:
                settings = replace(settings, **{name: value})  # type: ignore[arg-type]  # asked while it is made
            except ValueError as error:
                wrong.append(str(error))
        return settings, tuple(wrong)

    def with_next_colours(self) -> Settings:
        """The same in the next palette."""
        names = list(PALETTES)
        return replace(self, colours=names[(names.index(self.colours) + 1) % len(names)])

    def with_text(self, steps: int) -> Settings:
        """The same with larger (or, below 0, smaller) text, as far as sizes go."""
        place = TEXT_SIZES.index(self.text_size) + steps
        return replace(self, text_size=TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))])


_KINDS = {each.name: type(each.default) for each in fields(Settings)}
"""What each setting's value is."""
