"""What is wrong with a file, and how to mend it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.texts import _
from game.texts.catalogue_findings import CATALOGUES
from game.texts.check_findings import COMMENTS, REFERENCES
from game.texts.format_findings import FORMAT, NAMES
from game.texts.language_findings import LANGUAGE
from game.texts.play_findings import PLAY
from game.texts.reasons import REASONS
from game.texts.text_findings import FILES, PUNCTUATION
from game.texts.training_findings import TRAINING
from game.texts.wording import Wording

__all__ = ["Worded", "checker_codes", "codes", "worded"]

_OF_THE_LOADER: Mapping[str, Wording] = {**FILES, **PUNCTUATION, **FORMAT, **NAMES, **CATALOGUES}
_OF_THE_CHECKER: Mapping[str, Wording] = {**COMMENTS, **REFERENCES, **PLAY, **TRAINING, **LANGUAGE}
_WORDINGS: Mapping[str, Wording] = {**_OF_THE_LOADER, **_OF_THE_CHECKER}
_NEAREST = "Did you mean `{suggestion}`?"
_LINE = "The same stands in line {last_line}, too."
_LINES = "The same stands in lines {other_lines} and {last_line}, too."


class Worded(NamedTuple):
    """The sentences of a finding."""

    message: str
    """What is wrong."""
    hint: str
    """How to mend it."""
    why: str
    """Why it matters; empty where the message has said it."""
    way: str
    """A play that shows it, by its choices as `{way}`."""
    at_once: str
    """The same where it shows before the first choice."""


def codes() -> frozenset[str]:
    """Every code there are words for."""
    return frozenset(key.partition("/")[0] for key in _WORDINGS)


def checker_codes() -> frozenset[str]:
    """The codes of what the checker's rules find in a case that can be read."""
    return frozenset(key.partition("/")[0] for key in _OF_THE_CHECKER)


def worded(code: str, values: Mapping[str, object]) -> Worded:
    """The sentences of a finding.

    A value `variant` chooses among the wordings of a code, a value `because` among the reasons why it matters; a value
    `suggestion` is offered in the hint. Values
    `last_line` and `other_lines` are further lines that the same finding is true of, unless the wording has them.

    Raises:
        KeyError: there are no words for the code and its variant.
    """
    wording = _WORDINGS[f"{code}/{values['variant']}" if "variant" in values else code]
    hint = wording.hint
    if "suggestion" in values:
        hint = wording.nearest or _NEAREST
    reason = REASONS[str(values["because"])] if "because" in values else wording.why
    why = _(reason, **values) if reason else ""
    message = _(wording.one if wording.one and values["count"] == 1 else wording.message, **values)
    if "last_line" in values and "{last_line}" not in wording.message:
        message = f"{message} {_(_LINES if 'other_lines' in values else _LINE, **values)}"
    return Worded(message, _(hint, **values), why, wording.way, wording.at_once)
