"""What a line of a scenario begins with: a dash, a key with its colon, and what is taken for one by mistake."""

from __future__ import annotations

import re

from game.loader.keys import is_known_key

__all__ = [
    "BARE_KEY",
    "BLANKS",
    "DASH",
    "GLUED_DASH",
    "GLUED_KEY",
    "KEY",
    "LINE",
    "MARKER",
    "SPEAKER",
    "WRONG_COLON",
    "bare",
    "known",
    "match_end",
    "matches",
]

LINE = re.compile(r"[^\r\n]*")
BLANKS = re.compile(r"[ \t]*")
DASH = re.compile(r"-(?:[ \t]+|\Z)")
KEY = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'&*!|>%@`\[\]{},#?:-][^#]*?|[?:-][^\s#][^#]*?)[ \t]*:(?=[ \t]|\Z)"""
)
GLUED_KEY = re.compile(r"([a-z_]+):(?=\S)")
BARE_KEY = re.compile(r"([a-z_]+)(?=[ \t]|\Z)")
GLUED_DASH = re.compile(r"-([a-z_]+):(?=[ \t]|\Z)")
WRONG_COLON = re.compile(r"([a-z_]+)[ \t]*([;\uff1a\ufe55\ua789])")
"""Marks that are taken for a colon."""
SPEAKER = re.compile(r"(?:-[ \t]+)*([^\s:]+)[ \t]*:(?=[ \t]|\Z)")
MARKER = re.compile(r"(?:---|\.\.\.)(?=[ \t]|\Z)")


def bare(key: str) -> str:
    """A key without its colon and quotes."""
    return key[:-1].strip().strip("\"'")


def known(text: str, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
    """The match of a pattern whose first group is a key of the format."""
    found = pattern.match(text, start, end)
    return found if found and is_known_key(found[1]) else None


def matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a pattern stands at a place."""
    return pattern.match(text, start, end) is not None


def match_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where what a pattern matches ends; `start` where it matches nothing."""
    found = pattern.match(text, start, end)
    return found.end() if found else start
