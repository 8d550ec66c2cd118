"""What a missing key may look like, so that nobody writes it down without a value."""

from __future__ import annotations

from collections.abc import Mapping

from game.diagnostics import Value
from game.scenario.kinds import Word, fields
from game.scenario.model import Ending

__all__ = ["REQUIRED", "of_missing_silence", "of_short_ending", "sample"]

_SAMPLES: Mapping[str, str] = {
    "title": "title: My first case",
    "language": "language: en",
    "channel": "channel: phone",
    "you": "you:\n  name: Sam",
    "customer": "customer:\n  name: Mrs Weber",
    "scenes": "scenes:\n  hello:\n    says: Good morning.\n    ending:\n      outcome: kept\n      title: The end",
    "name": "name: Mrs Weber",
    "text": "text: You ring Mrs Weber back.",
    "goto": "goto: {scene}",
    "to": "to: {scene}",
    "outcome": "outcome: kept",
    "kind": "kind: virtue",
}
REQUIRED = frozenset(_SAMPLES)
"""The keys that a part cannot do without."""
_OUTCOMES = {word for field in fields(Ending) if isinstance(field.kind, Word) for word in field.kind.options}


def of_short_ending(word: str) -> dict[str, Value]:
    """The values of the finding on an ending that is one text: most often it is the outcome."""
    outcome = word if word in _OUTCOMES else "kept"
    return {"variant": "ending", "example": f"ending:\n  outcome: {outcome}\n  title: The end in a few words"}


def of_missing_silence(scene: str) -> dict[str, Value]:
    """The values of the finding on a time without a silence; a silence leads to the scene."""
    return {
        "variant": "silence",
        "example": f"silence:\n  respect: -1\n  because: Nobody answered.\n  goto: {scene}",
    }


def sample(key: str, scene: str) -> str:
    """A required key with a value as a trainer may write it; a way leads to the scene."""
    return _SAMPLES[key].replace("{scene}", scene)
