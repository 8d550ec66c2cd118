"""The forms a map can take, by the ending of its file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.trainer.map.chart import Chart

__all__ = ["FORMS", "render", "use_words"]

FORMS: Mapping[str, str] = MappingProxyType({".html": "page", ".svg": "picture", ".mmd": "Mermaid", ".dot": "Graphviz"})
"""What a file is, by its ending."""


def render(chart: Chart, ending: str) -> str:
    """The text of a map's file.

    Raises:
        KeyError: no form has this ending.
        ModuleNotFoundError: the package that lays out is missing.
    """
    match FORMS[ending]:
        case "Mermaid":
            from game.trainer.map.mermaid import mermaid

            return mermaid(chart)
        case "Graphviz":
            from game.trainer.map.dot import dot

            return dot(chart)
        case form:
            from game.trainer.map.layout import lay_out
            from game.trainer.map.page import page
            from game.trainer.map.svg import svg

            plan = lay_out(chart)
            return page(plan) if form == "page" else svg(plan)


def use_words(ending: str) -> str:
    """What to do with a file of this ending."""
    return {
        ".html": _("Open it in a browser."),
        ".svg": _("Open it in a browser or a drawing program."),
        ".mmd": _("Paste it into a page that draws Mermaid."),
        ".dot": _("Graphviz draws it: dot -Tsvg FILE."),
    }[ending]
