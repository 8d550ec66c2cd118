"""The fingerprint of a scenario: what a journal names, and the copy it can always be replayed from."""

from __future__ import annotations

import hashlib

import msgspec

from game.scenario.model import Scenario

__all__ = ["canonical", "from_canonical", "revision"]

_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODER = msgspec.json.Decoder(Scenario)


def canonical(scenario: Scenario) -> bytes:
    """The scenario as canonical JSON: sorted keys, no whitespace, `start` explicit, defaults left out, UTF-8."""
    return _ENCODER.encode(scenario)


def from_canonical(text: bytes) -> Scenario:
    """The scenario that was written as canonical JSON.

    Raises:
        ValueError: the text is no canonical scenario.
    """
    return _DECODER.decode(text)


def revision(scenario: Scenario) -> str:
    """The SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(scenario)).hexdigest()
