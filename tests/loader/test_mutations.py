"""Damaged files give findings, never an exception.

`GASTGEBER_EXAMPLES=10000 python3 main.py test tests/loader/test_mutations.py` tries ten thousand.
"""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.diagnostics import as_json, github, text
from game.loader import read_text
from game.loader.nodes import PARSER, PYTHON, Parser
from tests.diagnostics.pages import examples as page_examples
from tests.effort import examples
from tests.loader.told import marked

SHIPPED = Path(__file__).parents[2] / "scenarios"
GOOD = [
    *(path.read_text(encoding="utf-8")[:4000] for path in sorted(SHIPPED.glob("*.yaml"))),
    *(example.text for example in page_examples("yaml")),
]
MARKS = st.sampled_from(
    [
        *":#-?*&!|>%@`[]{},'\"\\ \t\n\r~=",
        ": ",
        " #",
        "- ",
        "\n- ",
        "---\n",
        "...\n",
        "[[",
        "{{",
        "? ",
        "&a ",
        "*a",
        "!!x ",
        "\r\n",
        "\n  ",
        "\n    ",
        "\n\t",
        ">-\n",
        "|\n",
        "<<: *a\n",
        "%YAML 1.2\n---\n",
        "\x00",
        "\x85",
        "\u2028",
        "\ufeff",
        "\ud800",
        "🙂",
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A good file with some characters put in, taken out, doubled or moved."""
    found = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(found)))
        end = min(len(found), start + draw(st.sampled_from([0, 1, 2, 5, 20, 100])))
        match draw(st.integers(0, 4)):
            case 0 | 1:
                found = found[:start] + draw(MARKS) + found[start:]
            case 2:
                found = found[:start] + found[end:]
            case 3:
                place = draw(st.integers(0, len(found)))
                found = found[:place] + found[start:end] + found[place:]
            case _:
                found = found[:start] + draw(st.characters()) + found[end:]
    return found


def _check(damage: str | bytes, parser: Parser) -> None:
    """A file is a scenario, or it is told what is wrong, at places that are in it, in words."""
    reading = read_text(damage, "damaged.yaml", ("listening",), parser=parser)
    assert (reading.scenario is None) == any(finding.is_error for finding in reading.diagnostics)
    for finding in reading.diagnostics:
        span = finding.span
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= max(1, len(reading.source.splitlines(keepends=True)) + 1)
    sources = {"damaged.yaml": reading.source}
    assert text.render(reading.diagnostics, sources).count("\n\n") == max(0, len(reading.diagnostics) - 1)
    assert as_json.render(reading.diagnostics)
    assert github.render(reading.diagnostics).count("\n") == len(reading.diagnostics)


@examples(300)
@given(damaged())
def test_damaged_files_give_findings(damage: str) -> None:
    """With the parser that is used here."""
    _check(damage, PARSER)


@examples(60)
@given(damaged())
def test_damaged_files_give_findings_without_libyaml(damage: str) -> None:
    """With the one that is used where libyaml is missing."""
    _check(damage, PYTHON)


@examples(200)
@given(st.binary(max_size=400) | st.binary(max_size=400).map(b"title: x\n".__add__))
def test_any_bytes_give_findings(data: bytes) -> None:
    """A file need not be text at all."""
    _check(data, PARSER)


@examples(200)
@given(st.text(max_size=200))
def test_any_text_gives_findings(damage: str) -> None:
    """Halves of characters and all."""
    _check("title: x\n" + damage, PARSER)


def test_marked_words_are_words_of_the_file() -> None:
    """The places of these tests are read as they are meant."""
    reading = read_text("title: x\nlevel: 9\n", "a.yaml")
    assert [marked(reading.source, finding.span) for finding in reading.diagnostics][-1] == "9"
