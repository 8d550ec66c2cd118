"""What a missing key may look like, so that nobody writes it down without a value."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["REQUIRED", "sample"]

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


def sample(key: str, scene: str) -> str:
    """A required key with a value as a trainer may write it; a way leads to the scene."""
    return _SAMPLES[key].replace("{scene}", scene)
