"""What somebody or something may be called: words that everybody can read and nobody can mistake for others'.

Names are shown to others, so nothing unseen may stand in them: no control characters, no marks that turn the direction
of writing, nothing of no width. Markup and commands are letters like any others; whoever shows them quotes them.
"""

from __future__ import annotations

import unicodedata

from game.records.league.refused import Refused, shortened

__all__ = ["LONGEST_PSEUDONYM", "LONGEST_TITLE", "SHORTEST_PSEUDONYM", "fit_name", "fit_pseudonym", "likeness"]

SHORTEST_PSEUDONYM, LONGEST_PSEUDONYM = 2, 24
"""In graphemes: what readers take for one letter."""
LONGEST_TITLE = 80
"""Of a team, a season, an assignment; likewise."""

_MOST_CHARACTERS = 4
"""For each grapheme on average: enough for every script, too few to pile marks up."""
_MOST_MARKS = 3
"""On one letter."""
_UNSEEN_KINDS = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Control and formatting characters, halves of letters, letters of nobody's alphabet, ends of lines."""
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
"""Letters and marks that show nothing, though Unicode does not call them formatting."""
_SHOWN_AS = frozenset("\ufe0e\ufe0f")
"""Says of the sign before it whether it is a letter or a picture."""
_TINTS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Says in which colour of skin the sign before it is drawn."""
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Two of them make a flag."""

# As they look in most typefaces; not all there are (UTS 39 has thousands), but those with which one poses as somebody.
_ALIKE = str.maketrans(
    "АВЕЗІЈКМНОРСТУХЅаеіјорсухѕһԁԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυ" + "‐‑‒–—−’‘`´",
    "ABE3IJKMHOPCTYXSaeijopcyxshdqw" + "ABEZHIKMNOPTYXaikvopu" + "------''''",
)
_HARD_TO_TELL = str.maketrans("0i1|", "olll")


def fit_pseudonym(text: str) -> str:
    """A pseudonym as it is kept: composed (NFC), single blanks between its words and none around it.

    Raises:
        Refused: it is too short or too long, or something unseen stands in it.
    """
    return fit_name(text, SHORTEST_PSEUDONYM, LONGEST_PSEUDONYM)


def fit_name(text: str, least: int = 1, most: int = LONGEST_TITLE) -> str:
    """A name of something, likewise.

    Raises:
        Refused: likewise.
    """
    if len(text) > most * _MOST_CHARACTERS:
        raise _too_long(text, most)
    unseen = next((each for each in text if each in _UNSEEN or unicodedata.category(each) in _UNSEEN_KINDS), None)
    if unseen is not None:
        raise Refused(
            "name-unseen-letter",
            "In “{name}” stands a character that cannot be seen ({character}). Write it without.",
            name=shortened(text),
            character=f"U+{ord(unseen):04X}",
        )
    fit = " ".join(unicodedata.normalize("NFC", text).split())
    length = _length(fit)
    if length > most:
        raise _too_long(fit, most)
    if length < least:
        raise Refused(
            "name-too-short", "“{name}” is too short; at least {least} letters are needed.", name=fit, least=least
        )
    if not any(unicodedata.category(each)[0] in "LNS" for each in fit):
        raise Refused("name-without-letters", "“{name}” has no letter that could be read out.", name=shortened(fit))
    return fit


def likeness(name: str) -> str:
    """A name as names are compared: two of the same likeness could be mistaken for each other."""
    plain = "".join(each for each in unicodedata.normalize("NFKC", name) if each not in _SHOWN_AS)
    folded = unicodedata.normalize("NFKC", plain.translate(_ALIKE).casefold())
    return " ".join(folded.translate(_HARD_TO_TELL).split())


def _length(text: str) -> int:
    """How many graphemes a text has.

    Raises:
        Refused: marks are piled up on a letter, or stand on none.
    """
    length = marks = 0
    is_half_flag = False
    for each in text:
        if unicodedata.category(each)[0] == "M" or each in _TINTS:
            marks += each not in _SHOWN_AS
            if marks > _MOST_MARKS or not length:
                raise Refused(
                    "name-piled-marks",
                    "In “{name}” marks are piled up on a letter, or stand on none.",
                    name=shortened(text),
                )
            continue
        marks = 0
        is_half_flag = each in _FLAG_LETTERS and not is_half_flag
        length += is_half_flag or each not in _FLAG_LETTERS
    return length


def _too_long(text: str, most: int) -> Refused:
    return Refused("name-too-long", "“{name}” is too long; {most} letters fit.", name=shortened(text), most=most)
