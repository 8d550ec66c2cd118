"""The examples of the pages on files and folders: what lies there, what is typed, what is told."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shlex
from pathlib import Path

import pytest

from game import paths
from game.trainer.check import examining
from game.trainer.check.checking import Request, check
from tests.diagnostics.pages import Example, completed, examples

_LINE = re.compile(r"(.+?): (.+)")


@pytest.mark.parametrize("example", examples("files"), ids=str)
def test_an_example_gives_what_its_page_says(example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wrong example gives the finding of its page on the file it names, the right one gives nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setattr(examining, "RULES", ())  # the files are too short to be cases worth playing
    told: list[tuple[str, str]] = []
    expected = []
    for line in example.text.splitlines():
        if line.startswith("$ check"):
            told = _checked(shlex.split(line.removeprefix("$ check")))
        elif line.startswith("! "):
            expected.append((example.code, line.removeprefix("! ")))
        else:
            _lay_out(line, monkeypatch)
    assert told == expected
    assert bool(expected) == example.is_wrong


def _checked(arguments: list[str]) -> list[tuple[str, str]]:
    """The codes and files of what `check` tells."""
    folders = [arguments[place + 1] for place, word in enumerate(arguments) if word == "--scenarios"]
    names = [word for place, word in enumerate(arguments) if "--scenarios" not in (word, arguments[place - 1])]
    out = io.StringIO()
    check(Request(names, folders, "json"), out, io.StringIO())
    return [(finding["code"], finding["file"]) for finding in json.loads(out.getvalue())]


def _lay_out(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a file or folder as the example says."""
    found = _LINE.fullmatch(line)
    assert found is not None, line
    path = Path(found[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    match found[2]:
        case "a scenario":
            path.write_text(completed(""), encoding="utf-8")
        case "the habit listening":
            path.write_text("listening:\n  name: A\n  kind: virtue\n  text: B.\n", encoding="utf-8")
        case "another habit listening":
            path.write_text("listening:\n  name: C\n  kind: vice\n  text: D.\n", encoding="utf-8")
        case "the habit asking":
            path.write_text("asking:\n  name: C\n  kind: virtue\n  text: D.\n", encoding="utf-8")
        case way if way.startswith("the path "):
            path.write_text(f"start:\n  title: A\n  cases: {way.removeprefix('the path ')}\n", encoding="utf-8")
        case "a folder":
            path.mkdir()
        case "a pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("this system has no pipes among its files")
            os.mkfifo(path)
        case "2 MiB":
            path.write_bytes(b" " * 2 * 1024 * 1024)
        case "a scenario of somebody else's":
            _refuse(path, PermissionError(errno.EACCES, "Permission denied"), monkeypatch)
        case "a scenario on a broken disk":
            _refuse(path, OSError(errno.EIO, "Input/output error"), monkeypatch)
        case other:
            raise AssertionError(other)


def _refuse(refused: Path, fault: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse a file: whoever runs the tests may be allowed to read any."""
    refused.write_text(completed(""), encoding="utf-8")
    really_open = Path.open

    def opened(path: Path, mode: str) -> object:
        if path == refused:
            raise fault
        return really_open(path, mode)

    monkeypatch.setattr(Path, "open", opened)
