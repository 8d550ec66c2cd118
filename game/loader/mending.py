"""From text to nodes, mended in memory where YAML cannot read it."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from game.diagnostics import Diagnostic
from game.loader.contents import Contents
from game.loader.draft import Draft
from game.loader.nodes import compose

__all__ = ["Mended", "compose_mended"]


class Mended(NamedTuple):
    """The nodes of a text, and what had to be told on the way to them."""

    root: yaml.Node | None
    draft: Draft
    found: tuple[Diagnostic, ...]
    is_partial: bool
    """Whether something was left unread or guessed, so that what is missing may have stood there."""


def compose_mended(contents: Contents) -> Mended:
    """The nodes of a text."""
    draft = Draft(contents.text)
    try:
        root = compose(draft.text)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark.index if fault.problem_mark else 0
        span = contents.source.span(mark, mark)
        return Mended(None, draft, (Diagnostic("unreadable-line", "error", span),), True)
    if root is None:
        return Mended(None, draft, (Diagnostic("empty-file", "error", contents.source.span(0, 0)),), True)
    return Mended(root, draft, (), False)
