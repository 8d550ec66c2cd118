"""The README: what a newcomer sees first has to be so."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from game import __main__ as program
from game.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_screen_shows_the_two_commands_and_a_picture() -> None:
    """Before anything has to be scrolled."""
    first = "\n".join(README.splitlines()[:15])
    assert "python3 main.py  " in first
    assert "python3 main.py test" in first
    assert re.search(r"!\[.+\]\(assets/.+\.png\)", first)


def test_every_link_into_the_program_leads_somewhere() -> None:
    """Pictures included."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert len(links) > 3
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_that_is_shown_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """`test` and `bundle` are the door's own; the rest is read by the commands."""
    read: list[argparse.Namespace] = []

    def understand(args: argparse.Namespace) -> int:
        read.append(args)
        return 0

    for command in COMMANDS.values():
        monkeypatch.setattr(command, "run", understand)
    shown = [shlex.split(words) for words in re.findall(r"`python3 main\.py([^`]*)`", README)]
    for words in shown:
        if words[:1] not in (["test"], ["bundle"]):
            assert program.main(words) == 0
    assert {args.command for args in read} == set(COMMANDS)
