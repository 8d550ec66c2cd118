"""The handbook: whoever does what it says gets what it shows."""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import paths
from game.__main__ import main
from game.commands import COMMANDS
from game.loader import read_text
from game.terminal.invocation import invocation
from tests.handbook import CASE, MAP, PAGE, TEXT, Block, Typist, blocks, grown, is_what_is_shown

WHOLE = CASE.read_text(encoding="utf-8")
NAME = CASE.name
EXAMPLES = [block for block in blocks("yaml") if not block.grows and "." not in block.word]
HABITS = frozenset(
    name
    for text in (
        (paths.shipped_scenarios() / "habits.yaml").read_text(encoding="utf-8"),
        *(block.text for block in blocks("yaml") if block.word == "habits.yaml"),
    )
    for name in re.findall(r"^([\w-]+):", text, re.MULTILINE)
)
NOT_DONE = 2
"""The exit code of what could not be done at all."""


@pytest.fixture(autouse=True)
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """An empty folder to stand in, a home and a log of the test's own."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    logger = logging.getLogger("game")
    before = logger.handlers[:], logger.propagate
    logger.handlers.clear()
    yield tmp_path
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:], logger.propagate = before


def test_whoever_follows_the_page_sees_what_it_shows(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it in its order: what is written stands in the file when the next command is typed."""
    file = desk / "home" / "scenarios" / NAME
    case, chapter = "", ""
    for block in blocks("yaml", "console"):
        if not block.grows and block.chapter != chapter:
            _write(file, case)
        chapter = block.chapter
        if block.kind == "console":
            monkeypatch.delenv("COLUMNS", raising=False)  # pytest-xdist sets it, and the page wraps nothing
            monkeypatch.setenv(paths.HOME_VARIABLE, str(desk / (block.word or "home")))
            _type(block, monkeypatch)
        elif "." in block.word:
            file.with_name(block.word).write_text(block.text, encoding="utf-8")
        elif block.grows:
            case = grown(case, block.text)
            _write(file, case)
        elif not block.word:
            _write(file, grown(case, block.text))


def _write(file: Path, case: str) -> None:
    """Write the case into the file that `new` has made, and keep its first line, as the page says."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server")
    file.write_text(f"{first}\n\n{case}", encoding="utf-8")


def _type(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type what a console shows, and compare."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        screen = io.StringIO()
        with monkeypatch.context() as patch, contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            patch.setattr(sys, "stdin", Typist(shown, screen))
            code = main(_words(command))
        printed = screen.getvalue().replace(invocation(), "python3 main.py")
        assert is_what_is_shown(shown, printed), f"{PAGE.name}, {block}: {command}\n{printed}"
        assert code != NOT_DONE


def _words(command: str) -> list[str]:
    """What is typed behind the program's name."""
    words = shlex.split(command)
    assert words[:2] == ["python3", "main.py"]
    return words[2:]


def test_the_blocks_make_the_case_that_can_be_copied() -> None:
    """Word for word."""
    case = ""
    for block in blocks("yaml"):
        if block.grows:
            case = grown(case, block.text)
    assert case == WHOLE


def test_the_case_passes_the_strictest_check(capsys: pytest.CaptureFixture[str]) -> None:
    """A reader who copies it starts clean."""
    assert main(["check", "--strict", str(CASE)]) == 0, capsys.readouterr().out


def test_after_every_step_the_case_can_be_played() -> None:
    """A step is done when its last scene ends the case; between them something may be missing."""
    case, steps = "", 0
    for block in blocks("yaml"):
        if block.grows:
            case = grown(case, block.text)
            if "    ending:\n" in block.text:
                steps += 1
                assert _findings(case) == [], block
    assert steps > 5


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_an_example_can_be_read(block: Block) -> None:
    """In the finished case, with the habits the page shows; or as it is, where it is a whole one."""
    case = block.text if block.word == "whole" else grown(WHOLE, block.text)
    assert block.text in case
    assert _findings(case) == []


def _findings(case: str) -> list[str]:
    return [finding.code for finding in read_text(case, NAME, HABITS).diagnostics]


def _column(chapter: str) -> list[str]:
    """The first column of a chapter's table."""
    text = TEXT.partition(f"\n## {chapter}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(.+?)` \|", text, re.MULTILINE)


@pytest.mark.parametrize("condition", _column("Conditions"))
def test_a_condition_of_the_table_can_be_asked(condition: str) -> None:
    """On Monday, where everything has happened that it names."""
    case = WHOLE.replace("when: delivered and looked-over", f"when: {condition}")
    assert case != WHOLE or condition == "delivered and looked-over"
    assert _findings(case) == []


@pytest.mark.parametrize("written", _column("Time"))
def test_a_time_of_the_table_can_be_written(written: str) -> None:
    """In place of a time that stands in the case."""
    key = written.partition(":")[0]
    wanted = "by" if written == "within: 3 h" else key
    case, places = re.subn(rf"^( *){wanted}: .+", rf"\g<1>{written}", WHOLE, flags=re.MULTILINE)
    assert places
    assert _findings(case) == []


def test_the_picture_is_the_map_of_the_case(desk: Path) -> None:
    """To draw it anew: python3 main.py map docs/late-bicycle.yaml -o assets/pictures/late-bicycle.svg"""
    drawn = desk / MAP.name
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(["map", str(CASE), "-o", str(drawn)]) == 0
    assert drawn.read_bytes() == MAP.read_bytes(), "the picture is stale"


def test_every_link_leads_somewhere() -> None:
    """To a file, or to a heading of the page."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    titles = re.findall("^#+ (.+)", TEXT, re.MULTILINE)
    headings = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    assert len(links) > 20
    for link in links:
        assert link[1:] in headings if link.startswith("#") else (PAGE.parent / link).exists(), link


def test_every_command_of_the_text_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that open a window or wait are not run, but they can be typed."""
    read: list[argparse.Namespace] = []

    def understand(args: argparse.Namespace) -> int:
        read.append(args)
        return 0

    for command in COMMANDS.values():
        monkeypatch.setattr(command, "run", understand)
    prose = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    typed = re.findall(r"`(python3 main\.py[^`]+)`|^    (python3 main\.py.+)$", prose, re.MULTILINE)
    assert [main(_words(one or other)) for one, other in typed] == [0] * len(typed)
    assert {"preview", "play", "check", "pack"} <= {args.command for args in read}


def test_the_twenty_minutes_are_twenty() -> None:
    """Each step begins after the one before it, and the last one ends in time."""
    minutes = [int(minute) for minute in re.findall(r"^### Minute (\d+)", TEXT, re.MULTILINE)]
    assert minutes == sorted(set(minutes))
    assert (minutes[0], minutes[-1]) == (0, 19)
