"""An example of a way leads where a trainer may well want to go."""

from __future__ import annotations

import pytest

from game.loader.nodes import LIBYAML, PYTHON, Parser
from tests.loader.told import read, told

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]
SCENES = """scenes:
  hello:
    says: Hi.
    choices:
      - {{id: a, say: A.{0}}}
      - {{id: b, say: B.}}
  gone:
    says: Gone.
    ending: {{outcome: lost, title: Gone}}
  next:
    says: So.
    goto: bye
  far:
    says: Far.
    goto: bye
"""


@pytest.mark.parametrize(
    ("goto", "way"),
    [(", goto: far", "far"), (", goto: [{when: seen far, to: bye}, far]", "far"), (", goto: gone", "next")],
)
def test_the_example_is_the_way_of_the_other_choices(goto: str, way: str) -> None:
    """But it never leads to an ending in which they leave; then it is the next scene."""
    (finding,) = read(SCENES.format(goto)).diagnostics
    assert (finding.code, finding.hint.splitlines()[-1]) == ("missing-key", f"goto: {way}")


def test_without_other_ways_the_example_is_the_next_scene() -> None:
    """The order of the file is the order in which one thinks."""
    found = read(SCENES.format("")).diagnostics
    assert {finding.hint.splitlines()[-1] for finding in found} == {"goto: next"}


@pytest.mark.parametrize("parser", PARSERS)
def test_a_time_without_a_silence_is_told_with_one(parser: Parser) -> None:
    """Its example can be copied as it is."""
    part = (
        "scenes:\n  hello:\n    says: Hi.\n    within: 30 s\n{0}    choices:\n      - {{id: a, say: A., goto: bye}}\n"
    )
    (finding,) = read(part.format(""), parser=parser).diagnostics
    assert finding.code == "missing-partner"
    example = finding.hint.partition(":\n")[2]
    assert example.endswith("\n  goto: bye")
    assert told(part.format("".join(f"    {line}\n" for line in example.splitlines())), parser=parser) == []


ENDINGS = [("ending: lost", "lost"), ("ending: lost\n      title: Gone", "lost"), ("ending: The sad end", "kept")]


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("ending", "outcome"), ENDINGS)
def test_an_ending_of_one_word_is_told_with_its_keys(ending: str, outcome: str, parser: Parser) -> None:
    """One finding, and its lines can be copied."""
    part = "scenes:\n  hello:\n    says: Hi.\n    goto: bye\n  bye:\n    says: Bye.\n    {0}\n"
    (finding,) = read(part.format(ending), parser=parser).diagnostics
    assert finding.code == "wrong-shape"
    lines = finding.hint.splitlines()[1:]
    assert lines[:2] == ["ending:", f"  outcome: {outcome}"]
    assert told(part.format("\n    ".join(lines)), parser=parser) == []


@pytest.mark.parametrize("parser", PARSERS)
def test_a_text_beside_keys_is_left_out(parser: Parser) -> None:
    """What stands below it is read; that is where the case goes on."""
    part = "customer: Reto\n  name: Reto Brunner\n  mood: -9\n"
    assert told(part, parser=parser) == [("wrong-shape", "Reto"), ("out-of-range", "-9")]
