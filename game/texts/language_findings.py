"""The wordings of findings on the words of a case and its translations, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["LANGUAGE"]

LANGUAGE: Mapping[str, Wording] = {
    "too-long-to-read": Wording(
        "Reading all this and choosing takes {needed} seconds, and the scene gives {within}.",
        "Give more time, such as `within: {enough} s`, or shorten what is said and the choices.",
        why="The seconds are a slow reader's, who would fall silent without having had a choice.",
    ),
    "long-time-limit": Wording(
        "The scene `{scene}` gives {within} to choose, by the trainee's own clock.",
        "Give as much time as it takes to read and to decide, such as `within: 30 s`. What passes in the case is "
        "`takes:` on a choice, `later:` or `at:` on a scene.",
        why="So long the trainee would sit before the choices until the silence falls.",
    ),
    "same-words": Wording(
        "`{name}` has the same words as `{other}`.",
        "Reword one of them, or delete it.",
        why="The trainee sees the same sentence twice, and cannot choose between them.",
    ),
    "translation-missing": Wording(
        "Not translated into {language}: {count} sentences, the first of them `{name}`: {text}",
        "Write their translations in this file; how many there are in all, `translate {tag} {case}` says.",
        why="Whoever plays in {language} reads them in the words of the case.",
        one="One sentence is not translated into {language}, `{name}`: {text}",
    ),
    "translation-missing/unlisted": Wording(
        "Not in this file of translations into {language}: {count} sentences of the case, the first of them `{name}`: "
        "{text}",
        "Type `translate {tag} {case}`: it adds them and keeps every translation. Then translate them.",
        why="Whoever plays in {language} reads them in the words of the case.",
        one="One sentence of the case is not in this file of translations into {language}, `{name}`: {text}",
    ),
    "translation-fuzzy": Wording(
        "Translations into {language} that were made for other words (fuzzy): {count}, the first of them `{name}`: "
        "{text}",
        "Compare each with what the sentence says now, mend it, and take the mark `fuzzy` away.",
        why="Until somebody has looked at them they are not shown.",
        one="One translation into {language} was made for other words (fuzzy), `{name}`: {text}",
    ),
    "translation-stale": Wording(
        "Sentences in this file that are no longer in the case: {count}, the first of them `{name}`: {text}",
        "Type `translate {tag} {case}`: it brings the file up to date and keeps every translation.",
        why="The case was changed after the file was brought up to date; what was reworded is not translated any more.",
        one="One sentence in this file is no longer in the case, `{name}`: {text}",
    ),
}
