"""Small line drawings: what stands beside a word so that colour never tells anything alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.looks.colour import to_hex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.looks.colour import Colour

__all__ = ["MARKS", "mark"]


def _ring(x: float, y: float, radius: float) -> str:
    """A circle as a path."""
    arc = f"a{radius:g} {radius:g} 0 1 1"
    return f"M{x - radius:g} {y:g} {arc} {2 * radius:g} 0 {arc} {-2 * radius:g} 0Z"


_DISC = _ring(12, 12, 8.5)
_FACE = _ring(12, 12, 9)
_EYES = "M9 9.8 V10.2 M15 9.8 V10.2"

MARKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # Where a conversation takes place
        "phone": (
            "M6 4 H9.5 L11.2 8.4 L8.9 10.2 C10 12.4 11.6 14 13.8 15.1 L15.6 12.8 L20 14.5 V18",
            "C20 19.2 19.2 20 18 20 C10.5 19.5 4.5 13.5 4 6 C4 4.8 4.8 4 6 4Z",
        ),
        "chat": (
            "M5 5 H19 C20 5 21 6 21 7 V14 C21 15 20 16 19 16 H12 L7.5 20 V16 H5 C4 16 3 15 3 14 V7 C3 6 4 5 5 5Z",
            "M8 10.5 H8.2 M12 10.5 H12.2 M16 10.5 H16.2",
        ),
        "email": (
            "M4 6 H20 C20.6 6 21 6.4 21 7 V17 C21 17.6 20.6 18 20 18 H4 C3.4 18 3 17.6 3 17 V7 C3 6.4 3.4 6 4 6Z",
            "M3.5 7 L12 13 L20.5 7",
        ),
        "counter": ("M4 17 H20 M5.5 17 C5.5 9 18.5 9 18.5 17 M12 11 V8 M10 8 H14 M3 20 H21",),
        "visit": ("M4 11.5 L12 4.5 L20 11.5 M6 10 V20 H18 V10 M10 20 V14 H14 V20",),
        # What the window itself needs
        "clock": (_DISC, "M12 7 V12 L15.5 14"),
        "timer": (_ring(12, 13.5, 7.5), "M12 9.5 V13.5 M9.5 3 H14.5 M18 6.5 L19.5 5"),
        "pause": ("M9 6 V18 M15 6 V18",),
        "play": ("M8 5.5 L18.5 12 L8 18.5Z",),
        "back": ("M10 6 L4 12 L10 18 M4 12 H20",),
        "undo": ("M8 5 L4 9 L8 13 M4 9 H14 C17.5 9 20 11.2 20 14.5 C20 17.8 17.5 20 14 20 H9",),
        "next": ("M14 6 L20 12 L14 18 M20 12 H4",),
        "down": ("M6 9.5 L12 15.5 L18 9.5",),
        "up": ("M6 15 L12 9 L18 15",),
        "picture": ("M4.5 5 H19.5 V19 H4.5Z M4.5 16 L9.5 11 L13 14.5 L15.5 12 L19.5 16", _ring(14.8, 8.8, 1.1)),
        "page": ("M6.5 3.5 H14 L18 7.5 V20.5 H6.5Z M13.5 3.5 V8 H18", "M9.3 12 H15 M9.3 15.8 H15"),
        "close": ("M6 6 L18 18 M18 6 L6 18",),
        "sound": (
            "M4 9.5 H7.5 L12 5.5 V18.5 L7.5 14.5 H4Z",
            "M15 9 C16.6 10.6 16.6 13.4 15 15 M17.8 6.5 C21 9.5 21 14.5 17.8 17.5",
        ),
        "captions": (
            "M5 5 H19 C20 5 21 6 21 7 V17 C21 18 20 19 19 19 H5 C4 19 3 18 3 17 V7 C3 6 4 5 5 5Z",
            "M6.5 12 H10 M13 12 H17.5 M6.5 15.5 H13.5 M16.5 15.5 H17.5",
        ),
        "voice": (
            "M9 21 V17.5 C5.5 16.5 4 13.5 4 10.5 C4 6.5 7 3.5 10.5 3.5 C13.5 3.5 15 5.5 15 8 L16.5 11 H15 V14 H12.5",
            "M18.5 8.5 C19.3 10.2 19.3 12 18.5 13.7 M21 6.5 C22.6 9.3 22.6 12.9 21 15.7",
        ),
        "silent": ("M4 9.5 H7.5 L12 5.5 V18.5 L7.5 14.5 H4Z", "M15.5 9.5 L20.5 14.5 M20.5 9.5 L15.5 14.5"),
        "text": ("M3.5 18 L8.5 6 L13.5 18 M5.2 14 H11.8", "M15.5 18 L18.2 11 L21 18 M16.4 15.8 H20"),
        "colours": (_DISC, "M12 3.5 V20.5 M12 7 L18.5 7.2 M12 11 H20 M12 15 H20"),
        "motion": ("M3 8 C6 5 9 11 12 8 C15 5 18 11 21 8", "M3 16 C6 13 9 19 12 16 C15 13 18 19 21 16"),
        "easy": ("M5 19 V14 M12 19 V18.8 M19 19 V18.8",),
        "medium": ("M5 19 V14 M12 19 V10 M19 19 V18.8",),
        "hard": ("M5 19 V14 M12 19 V10 M19 19 V5",),
        "alert": ("M12 4.5 L21 19.5 H3Z", "M12 10 V14.5 M12 17 V17.2"),
        "coach": (
            "M9.5 17 C9.5 14.5 6.5 13.5 6.5 9.5 C6.5 6.4 9 4 12 4 C15 4 17.5 6.4 17.5 9.5",
            "C17.5 13.5 14.5 14.5 14.5 17Z",
            "M10 20 H14",
        ),
        "thought": (
            "M8 15.5 C4.5 15.5 3 13.5 3 11.3 C3 9 4.8 7.5 6.8 7.5 C7.5 5.3 9.5 4 12 4 C14.6 4 16.6 5.4 17.2 7.5",
            "C19.4 7.5 21 9 21 11.3 C21 13.7 19.3 15.5 16.5 15.5Z",
            _ring(7.5, 19, 1.2),
        ),
        # The ways through the game
        "search": (_ring(10.5, 10.5, 6), "M15 15 L20.5 20.5"),
        "sliders": ("M4 7 H12 M18 7 H20 M4 17 H6 M12 17 H20", _ring(15, 7, 3), _ring(9, 17, 3)),
        "medal": (_ring(12, 14.8, 5.7), "M9.2 9.6 L6 3.5 M14.8 9.6 L18 3.5 M12 9 L9.2 3.5 M12 9 L14.8 3.5"),
        "sparkle": (
            "M12 3.5 C12.6 9 15 11.4 20.5 12 C15 12.6 12.6 15 12 20.5 C11.4 15 9 12.6 3.5 12 C9 11.4 11.4 9 12 3.5Z",
        ),
        "shelf": ("M4 4.5 H10 V11 H4Z M14 4.5 H20 V11 H14Z M4 14 H10 V20 H4Z M14 14 H20 V20 H14Z",),
        "person": (_ring(12, 8, 4), "M4.5 20 C4.5 12 19.5 12 19.5 20"),
        "gear": (
            _ring(12, 12, 3.2),
            _ring(12, 12, 6.6),
            "M12 5.4 V2.8 M12 21.2 V18.6 M5.4 12 H2.8 M21.2 12 H18.6",
            "M7.3 7.3 L5.5 5.5 M18.5 18.5 L16.7 16.7 M7.3 16.7 L5.5 18.5 M18.5 5.5 L16.7 7.3",
        ),
        "plus": ("M12 5 V19 M5 12 H19",),
        "die": (
            "M6 4 H18 C19.2 4 20 4.8 20 6 V18 C20 19.2 19.2 20 18 20 H6 C4.8 20 4 19.2 4 18 V6 C4 4.8 4.8 4 6 4Z",
            "M8.5 8.5 V8.6 M15.5 8.5 V8.6 M12 12 V12.1 M8.5 15.5 V15.6 M15.5 15.5 V15.6",
        ),
        "flag": ("M6 21 V4 C10 2 13 6.5 18.5 4.5 V13 C13 15 10 10.5 6 12.5",),
        "podium": ("M4 20 V14 H9 V7 H15 V11 H20 V20Z M9 14 V20 M15 11 V20",),
        "globe": (_DISC, "M3.5 12 H20.5 M12 3.5 C7 8.5 7 15.5 12 20.5 C17 15.5 17 8.5 12 3.5Z"),
        "door": ("M14 4 H6 V20 H14 M11 12 H21 M17.5 8.5 L21 12 L17.5 15.5",),
        "mirror": (
            "M12 3.5 C16.5 3.5 19 7 19 10.8 C19 14.6 16.5 18 12 18 C7.5 18 5 14.6 5 10.8 C5 7 7.5 3.5 12 3.5Z",
            "M9 10.5 L12.5 7 M10.5 13.5 L15 9 M12 18 V21 M8.5 21 H15.5",
        ),
        # Promises
        "open": (_DISC, "M12 7 V12 L15.5 14"),
        "kept": (_DISC, "M8 12.3 L11 15.3 L16.2 9.3"),
        "broken": (_DISC, "M9 9 L15 15 M15 9 L9 15"),
        "released": (_DISC, "M8.5 12 H15.5"),
        # Grades
        "best": (
            "M12 3.5 L14.6 9 L20.6 9.7 L16.2 13.8 L17.4 19.8",
            "L12 16.8 L6.6 19.8 L7.8 13.8 L3.4 9.7 L9.4 9Z",
        ),
        "good": ("M5 12.5 L10 17.5 L19 7",),
        "slip": ("M4 13.5 C7 8.5 10 9.5 12 12 C14 14.5 17 15.5 20 10.5",),
        "mistake": ("M12 5 V14 M12 18.5 V18.7",),
        "blunder": ("M8 5 V14 M8 18.5 V18.7 M16 5 V14 M16 18.5 V18.7",),
        # Endings
        "lost": ("M14 4 H6 V20 H14 M11 12 H21 M17.5 8.5 L21 12 L17.5 15.5",),
        "charmed": ("M12 20 C4 14 3 9.5 5.5 7 C8 4.8 11 6 12 8.6 C13 6 16 4.8 18.5 7 C21 9.5 20 14 12 20Z",),
        # Moods
        "furious": (_FACE, "M7.5 8 L10.3 9.6 M16.5 8 L13.7 9.6 M8 16.5 C9 13.8 15 13.8 16 16.5Z"),
        "annoyed": (_FACE, "M6.9 8.9 L10.4 9.9 M17.1 8.9 L13.6 9.9 M8.4 17 L15.6 14.8"),
        "worried": (
            _FACE,
            "M6.8 9.9 L9.8 8 M17.2 9.9 L14.2 8 M9.2 12 V12.2 M14.8 12 V12.2",
            "M8.6 17.2 C10 14.8 14 14.8 15.4 17.2",
        ),
        "neutral": (_FACE, _EYES, "M8.5 15.5 H15.5"),
        "pleased": (_FACE, _EYES, "M8 14.5 C9.8 17 14.2 17 16 14.5"),
        "delighted": (
            _FACE,
            "M7.5 10.3 C8 9 9.6 9 10.1 10.3 M13.9 10.3 C14.4 9 16 9 16.5 10.3",
            "M7.5 13.5 H16.5 C16 18.5 8 18.5 7.5 13.5Z",
        ),
    }
)
"""Every mark by name: the pieces of one path, drawn in lines within 24 by 24 units."""


def mark(name: str, colour: Colour, width: float = 2.0, *, is_filled: bool = False) -> str:
    """A mark as SVG, its lines `width` units thick; filled where its shape is a closed one.

    Raises:
        KeyError: there is no mark of that name.
    """
    tone = to_hex(colour)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">'
        f'<path d="{" ".join(MARKS[name])}" fill="{tone if is_filled else "none"}" stroke="{tone}"'
        f' stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
