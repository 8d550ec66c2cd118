"""A map as SVG: one file, without scripts, that needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.palette import LIGHT
from game.texts import _
from game.trainer.map.cards import draw_card
from game.trainer.map.head import Head, head
from game.trainer.map.made_by import MADE_BY
from game.trainer.map.markup import safe
from game.trainer.map.runs import draw_run
from game.trainer.map.style import colours, letters
from game.trainer.map.wording import facts

if TYPE_CHECKING:
    from game.trainer.map.layout import Plan

__all__ = ["drawing", "svg"]

_MARGIN = 40.0


def svg(plan: Plan) -> str:
    """A map as an SVG file."""
    style = f"<style>\n{letters()}{colours(LIGHT)}</style>\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MADE_BY} -->\n{drawing(plan, style)}'


def drawing(plan: Plan, style: str = "", *, is_zoomed: bool = False) -> str:
    """The svg element: title, what holds of the whole case, and legend above the cards.

    Where the map can be zoomed, all that stands around it, and cards have something to show from afar.
    """
    top = Head("", 0.0, 0.0) if is_zoomed else head(plan.chart, plan.width)
    width = max(plan.width, top.width) + 2 * _MARGIN
    height = plan.height + top.height + 2 * _MARGIN
    chart = plan.chart
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" role="graphics-document document" aria-labelledby="map-title" '
            f'aria-describedby="map-about" xml:lang="{safe(chart.language)}" lang="{safe(chart.language)}">'
        ),
        f'<title id="map-title">{safe(_("Map of {title}", title=chart.title))}</title>',
        f'<desc id="map-about">{safe(" ".join([chart.summary, *facts(chart)]).strip())}</desc>',
        style + f'<rect class="ground" width="{width:g}" height="{height:g}"/>',
        top.markup and f'<g transform="translate({_MARGIN:g} {_MARGIN:g})">\n{top.markup}</g>',
        f'<g transform="translate({_MARGIN:g} {_MARGIN + top.height:g})">',
        '<g class="runs">',
        *(draw_run(run) for run in sorted(plan.runs, key=lambda run: (run.arrow.is_best, run.arrow.is_reachable))),
        "</g>",
        '<g class="cards">',
        *(draw_card(placed, is_zoomed=is_zoomed) for placed in plan.cards),
        "</g>",
        "</g>",
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"
