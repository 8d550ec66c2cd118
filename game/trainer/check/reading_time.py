"""How long a slow reader takes for some words.

Letters a minute by language: S. Trauzettel-Klosinski, K. Dietz, "Standardized assessment of reading performance: the
new International Reading Speed Texts IReST", Invest. Ophthalmol. Vis. Sci. 53 (2012) 5452, table of the 17 languages;
spaces do not count (their 987 letters a minute in English are 228 words). The speed here is the mean less one standard
deviation. They had 436 people between 18 and 35 read aloud, which is slower than reading silently: 183 against 238
words a minute in English, where most adults read silently between 175 and 300 (M. Brysbaert, "How many words do we
read per minute?", J. Mem. Lang. 109, 2019). English less a deviation is 200 words a minute: a slow silent reader, who
is not the slowest.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["seconds_to_read"]

_LETTERS_A_MINUTE = {
    "ar": 612 - 88,
    "de": 920 - 86,
    "en": 987 - 118,
    "es": 1025 - 127,
    "fi": 1078 - 121,
    "fr": 998 - 126,
    "he": 833 - 130,
    "it": 950 - 140,
    "ja": 357 - 56,
    "nl": 978 - 143,
    "pl": 916 - 126,
    "pt": 913 - 145,
    "ru": 986 - 175,
    "sl": 885 - 145,
    "sv": 917 - 156,
    "tr": 1054 - 156,
    "zh": 255 - 29,
}
_OF_OTHERS = _LETTERS_A_MINUTE["sl"]
"""The slowest of the languages whose letters are consonants and vowels."""


def seconds_to_read(texts: Iterable[str], language: str) -> int:
    """Whole seconds, rounded up; the language as a scenario names it."""
    letters = sum(len("".join(text.split())) for text in texts)
    speed = _LETTERS_A_MINUTE.get(language.lower().partition("-")[0], _OF_OTHERS)
    return -(-letters * 60 // speed)
