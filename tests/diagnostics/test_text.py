"""Findings for people."""

from __future__ import annotations

import io

import pytest

from game.diagnostics import Diagnostic, Span
from game.diagnostics.text import COLOURED, PLAIN, Style, render, style_for

SOURCE = "title: A case\nchannel: fon\n"
FINDING = Diagnostic("unknown-word", "error", Span("a.yaml", 2, 10, 2, 13), {"word": "fon", "options": "phone, chat"})


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_a_finding_shows_place_excerpt_fault_and_mend() -> None:
    """In that order, as compilers do."""
    assert render([FINDING], {"a.yaml": SOURCE}) == (
        "error: `fon` is not one of the words that can stand here. [unknown-word]\n"
        " --> a.yaml:2:10\n"
        "  |\n"
        "2 | channel: fon\n"
        "  |          ^^^\n"
        "  = Write one of: phone, chat.\n"
    )


def test_a_finding_on_a_whole_file_shows_no_excerpt() -> None:
    """There is nothing to show of a file that is not there."""
    finding = Diagnostic("file-missing", "error", Span("a.yaml"))
    shown = render([finding], {}).splitlines()
    assert shown[:2] == ["error: There is no such file. [file-missing]", " --> a.yaml"]
    assert len(shown) == 3


def test_findings_are_told_apart_by_an_empty_line() -> None:
    """And their numbers stand in one column."""
    warning = Diagnostic("comma-in-list", "warning", Span("a.yaml", 1, 1, 1, 2))
    assert "\n\nwarning: " in render([FINDING, warning], {"a.yaml": SOURCE})


def test_colours_change_nothing_but_colours() -> None:
    """Without the escapes the text is the same."""
    shown = render([FINDING], {"a.yaml": SOURCE}, COLOURED)
    assert "\x1b[1;31merror\x1b[0m" in shown
    for escape in COLOURED:
        shown = shown.replace(escape, "")
    assert shown == render([FINDING], {"a.yaml": SOURCE})


def test_a_name_cannot_steer_the_terminal() -> None:
    """Neither a file's nor one that stands in the file."""
    finding = Diagnostic(
        "unknown-scene", "error", Span("\x1b[2J.yaml", 1, 1, 1, 2), {"name": "\x1b[31m", "known": "\n"}
    )
    assert "\x1b" not in render([finding], {"\x1b[2J.yaml": "\x1b[0m"})


@pytest.mark.parametrize(
    ("stream", "environ", "style"),
    [
        (Terminal(), {}, COLOURED),
        (Terminal(), {"NO_COLOR": ""}, COLOURED),
        (Terminal(), {"NO_COLOR": "1"}, PLAIN),
        (Terminal(), {"TERM": "dumb"}, PLAIN),
        (io.StringIO(), {}, PLAIN),
    ],
)
def test_colours_only_on_a_terminal_that_wants_them(stream: io.StringIO, environ: dict[str, str], style: Style) -> None:
    """A pipe gets none, and NO_COLOR, where it is not empty, is obeyed."""
    assert style_for(stream, environ) == style
