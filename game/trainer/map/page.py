"""A map as one page that needs nothing else: to search, to zoom, and to read every word."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from game.looks.palette import CONTRAST, DARK, LIGHT
from game.texts import _
from game.trainer.map.head import legend
from game.trainer.map.made_by import MADE_BY
from game.trainer.map.markup import safe
from game.trainer.map.reading import readings
from game.trainer.map.style import colours, letters, variables
from game.trainer.map.svg import drawing
from game.trainer.map.wording import facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.looks.palette import Palette
    from game.trainer.map.chart import Chart
    from game.trainer.map.layout import Plan

__all__ = ["page"]

_LEGEND_ROOM = 900.0


def page(plan: Plan) -> str:
    """A map as an HTML file.

    Its rules for what it may load allow its own style and script, by their hashes, and nothing else.
    """
    style, script = _style(), _own("page.js")
    title = safe(_("Map of {title}", title=plan.chart.title))
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}"
    return "\n".join(
        (
            "<!doctype html>",
            f"<!-- {MADE_BY} -->",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{title}</title>",
            f"<style>{style}</style>",
            "</head>",
            _body(plan),
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _body(plan: Plan) -> str:
    chart = plan.chart
    how = _(
        "Drag to move, or press the arrows at the rim; turn the wheel or pinch to zoom; click a scene to read it. "
        "Keys: arrows move, + and − zoom, 0 shows the whole map, Tab goes from scene to scene, Enter opens one, / "
        "searches, Escape closes."
    )
    start = next(card.name for card in chart.cards if card.is_start)
    counts = _("scenes: {scenes}, choices: {choices}")
    return "\n".join(
        (
            f'<body data-start="{safe(start)}" data-counts="{safe(counts)}" data-none="{safe(_("Nothing found"))}">',
            "<header>",
            _about(chart),
            f'<div class="tools">{_controls()}</div>',
            f'<details class="key"><summary>{safe(_("Legend"))}</summary>{_legend()}<p>{safe(how)}</p></details>',
            "</header>",
            "<main>",
            f'<div id="stage" tabindex="0" role="region" aria-label="{safe(_("The map"))}">',
            drawing(plan, is_zoomed=True),
            *_edges(),
            "</div>",
            f'<aside id="words" aria-label="{safe(_("The words of the case"))}" lang="{safe(chart.language)}">',
            f'<button type="button" id="close" lang="en" hidden>{safe(_("Close"))}</button>',
            '<ol id="results" lang="en" hidden></ol>',
            '<div id="scenes">',
            *readings(chart),
            "</div>",
            "</aside>",
            "</main>",
        )
    )


def _about(chart: Chart) -> str:
    language = safe(chart.language)
    summary = f'<p lang="{language}">{safe(chart.summary)}</p>' if chart.summary else ""
    return (
        f'<div class="about"><h1 lang="{language}">{safe(chart.title)}</h1>{summary}'
        f'<p class="facts">{safe(" ".join(facts(chart)))}</p></div>'
    )


def _controls() -> str:
    buttons = "".join(
        f'<button type="button" id="{key}" aria-label="{safe(words)}" title="{safe(words)}">{safe(sign)}</button>'
        for key, sign, words in (
            ("closer", "+", _("Closer")),
            ("farther", "−", _("Farther")),
            ("whole", _("Whole map"), _("Whole map")),
            ("first", _("Start"), _("Go to the first scene")),
        )
    )
    return (
        f'<form role="search" id="find"><label>{safe(_("Search"))} <input type="search" id="search" '
        f'autocomplete="off" spellcheck="false"></label></form>'
        f'<div role="group" class="zoom" aria-label="{safe(_("Zoom"))}">{buttons}</div>'
        f'<output id="found" for="search"></output>'
    )


def _edges() -> Iterator[str]:
    """At each side of the map a button that shows what lies beyond; hidden where nothing does."""
    for side, sign, words in (
        ("left", "←", _("More to the left")),
        ("right", "→", _("More to the right")),
        ("up", "↑", _("More above")),
        ("down", "↓", _("More below")),
    ):
        told = safe(words)
        yield (
            f'<div class="edge {side}" hidden><button type="button" data-move="{side}" aria-label="{told}" '
            f'title="{told}">{sign}</button></div>'
        )


def _legend() -> str:
    key = legend(_LEGEND_ROOM)
    return (
        f'<svg class="map" role="img" aria-label="{safe(_("Legend"))}" viewBox="0 0 {key.width + 12:g} {key.height:g}" '
        f'width="{key.width + 12:g}" height="{key.height:g}">{key.markup}</svg>'
    )


def _style() -> str:
    dark, contrast = _coloured(DARK), _coloured(CONTRAST)
    return (
        f"{_coloured(LIGHT)}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"
        f"@media (prefers-contrast: more) {{\n{contrast}}}\n{letters()}{_own('page.css')}"
    )


def _coloured(palette: Palette) -> str:
    return variables(palette) + colours(palette)


def _own(name: str) -> str:
    """A file that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _hash(content: str) -> str:
    """How a page's rules name a style or a script that stands in it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
