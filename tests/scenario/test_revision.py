"""The fingerprint of a scenario."""

from __future__ import annotations

import hashlib
import json

import pytest

from game.scenario.revision import canonical, from_canonical, revision
from tests.loader.told import scenario_of

PART = """
customer:
  name: Zoë
scenes:
  hello:
    says: Good morning.
    choices:
      - say: Hello.
        mood: +1
        goto: bye
"""


def test_a_revision_is_the_hash_of_the_canonical_json() -> None:
    """Sorted keys, no whitespace, UTF-8, `start` explicit, defaults left out."""
    scenario = scenario_of(PART)
    text = canonical(scenario)
    assert revision(scenario) == hashlib.sha256(text).hexdigest()
    plain = json.loads(text)
    assert text == json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert plain["start"] == "hello"
    assert "level" not in plain
    assert plain["scenes"]["hello"]["choices"] == [
        {"goto": [{"to": "bye"}], "id": "1", "mood": {"customer": 1}, "say": "Hello."}
    ]


def test_the_copy_of_a_revision_reads_back() -> None:
    """Every play can be replayed from it."""
    scenario = scenario_of(PART)
    assert from_canonical(canonical(scenario)) == scenario


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"title": 1}', b"\xff"])
def test_a_copy_that_is_none_is_refused(text: bytes) -> None:
    """A forged or damaged one is no scenario."""
    with pytest.raises(ValueError):
        from_canonical(text)


def test_an_abbreviation_is_the_same_scenario() -> None:
    """What may be left out may be written out."""
    long = PART.replace(
        "says: Good morning.", "with: customer\n    says:\n      - who: customer\n        text: Good morning."
    )
    long = long.replace("mood: +1", "mood:\n          customer: 1\n          desk: 0").replace(
        "goto: bye", "goto:\n          - to: bye"
    )
    assert revision(scenario_of(long)) == revision(scenario_of(PART))
