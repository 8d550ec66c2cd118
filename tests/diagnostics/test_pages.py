"""Each finding has a page, and the examples of the pages give what the pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.loader.nodes import LIBYAML, PYTHON, Parser
from game.texts.diagnostics import checker_codes, codes
from game.trainer.check import examine
from tests.diagnostics.pages import HABITS, Example, Place, examples, pages

PARSERS = [pytest.param(parser, id=name) for parser, name in ((LIBYAML, "libyaml"), (PYTHON, "python")) if parser]
BESIDE = {"left-unread": {"unreadable-line"}}
"""Findings that come with a page's own, as the page says."""


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    """A trainer who looks a code up finds it."""
    assert {path.stem for path in pages()} == codes()


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_page_has_wrong_and_right_examples(path: Path) -> None:
    """Both sides of a rule are shown."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {path.stem}\n\n")
    assert text.index("## Wrong") < text.rindex("## Right")


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("example", examples("yaml", "bytes"), ids=str)
def test_an_example_gives_what_its_page_says(example: Example, parser: Parser) -> None:
    """The wrong example gives the finding of its page at the marked place, the right one gives nothing.

    An example is too short to be a case worth playing, so of the checker's rules only the page's own is asked.
    """
    text = example.text.encode("latin-1") if example.kind == "bytes" else example.text
    reading = read_text(text, "page.yaml", HABITS, parser=parser)
    found = reading.diagnostics
    if example.code in checker_codes():
        assert found == ()
        found = tuple(finding for finding in examine(reading) if finding.code == example.code)
    others = BESIDE.get(example.code, set())
    told = [(finding.code, _place(finding)) for finding in found if finding.code not in others]
    assert told == ([(example.code, example.place or Place(1, 1, 1))] if example.is_wrong else [])


def _place(finding: Diagnostic) -> Place:
    span = finding.span
    assert span.end_line == span.line
    return Place(span.line, span.column, span.end_column)
