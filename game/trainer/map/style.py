"""The colours and letters of a map, as a style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.looks.colour import mix, to_hex

if TYPE_CHECKING:
    from game.looks.palette import Palette

__all__ = ["FONTS", "colours", "letters", "variables"]

FONTS = (
    '"Source Sans 3", "Source Sans Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", '
    '"Noto Sans", "DejaVu Sans Condensed", sans-serif'
)
_CODE_FONTS = '"Source Code Pro", Consolas, Menlo, "Liberation Mono", "DejaVu Sans Mono", monospace'


def letters() -> str:
    """Sizes, weights and line widths: what is the same in every light."""
    return f"""\
.map text {{ font-family: {FONTS}; font-size: 12.5px; }}
.map .case {{ font-size: 26px; font-weight: 700; }}
.map .summary {{ font-size: 15px; }}
.map .fact, .map .key {{ font-size: 13px; }}
.map .title {{ font-size: 15px; font-weight: 700; }}
.map .name, .map .when, .map .branch {{ font-size: 11px; }}
.map .name {{ font-family: {_CODE_FONTS}; font-size: 10px; }}
.map .meta {{ font-size: 12px; }}
.map .when, .map .branch {{ font-style: italic; }}
.map .points {{ font-weight: 700; font-size: 12px; text-anchor: middle; }}
.map .icon {{ fill: none; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }}
.map .line, .map .halo {{ fill: none; stroke-linejoin: round; }}
.map .line {{ stroke-width: 1.8; }}
.map .pass .line {{ stroke-width: 1; }}
.map .best .line {{ stroke-width: 5; }}
.map .silence .line {{ stroke-dasharray: 7 5; }}
.map .halo {{ stroke-width: 5; }}
.map .best .halo {{ stroke-width: 9; }}
.map .shape {{ stroke-width: 1.2; }}
.map .card.best > .shape {{ stroke-width: 3; }}
.map .ending > .shape {{ stroke-width: 2.5; }}
.map .lost > .inner, .map .delighted > .inner {{ fill: none; stroke-width: 1; }}
.map .card.grey > .shape {{ stroke-dasharray: 5 4; }}
"""


def variables(palette: Palette) -> str:
    """The colours by name, for a page around the map."""
    names = ("ground", "card", "line", "ink", "mute", "accent", "good", "bad", "focus")
    return f":root {{ {' '.join(f'--{name}: {to_hex(getattr(palette, name))};' for name in names)} }}\n"


def colours(palette: Palette) -> str:
    """Every colour, of one palette."""
    ground, card, ink, mute = map(to_hex, (palette.ground, palette.card, palette.ink, palette.mute))
    good, bad, star, edge = map(
        to_hex, (palette.good, palette.bad, palette.accent, mix(palette.line, palette.mute, 0.35))
    )
    grey, pale = to_hex(mix(palette.mute, palette.ground, 0.45)), to_hex(mix(palette.card, palette.ground, 0.6))
    on_tone, rule = to_hex(palette.card), to_hex(palette.line)
    return f"""\
.map .ground {{ fill: {ground}; }}
.map text {{ fill: {ink}; }}
.map .summary, .map .name, .map .meta, .map .when, .map .branch, .map .says, .map .fact {{ fill: {mute}; }}
.map .icon {{ stroke: {mute}; }}
.map .icon.star {{ stroke: {star}; fill: {star}; }}
.map .icon.pledge {{ stroke: {star}; }}
.map .halo {{ stroke: {ground}; }}
.map .shape {{ fill: {card}; stroke: {edge}; }}
.map .rule {{ stroke: {rule}; }}
.map .card.best > .shape {{ stroke: {star}; }}
{_toned("good", good, on_tone)}
{_toned("bad", bad, on_tone)}
{_toned("neutral", mute, on_tone)}
{_toned("pass", mute, on_tone)}
.map .badge.neutral {{ fill: {card}; stroke: {mute}; }}
.map .points.neutral {{ fill: {ink}; }}
.map .card.lost > .shape, .map .lost > .inner {{ stroke: {bad}; }}
.map .card.kept > .shape {{ stroke: {mute}; }}
.map .card.delighted > .shape, .map .delighted > .inner {{ stroke: {good}; }}
.map .grey .line {{ stroke: {grey}; }}
.map .grey .tip, .map .grey .badge {{ fill: {grey}; stroke: none; }}
.map .card.grey > .shape {{ fill: {pale}; stroke: {grey}; }}
.map .card.grey text, .map .way.grey text {{ fill: {mute}; }}
.map .grey .points {{ fill: {on_tone} !important; }}
"""


def _toned(tone: str, colour: str, on_tone: str) -> str:
    return (
        f".map .{tone} > .line {{ stroke: {colour}; }} .map .{tone} > .tip {{ fill: {colour}; }} "
        f".map .badge.{tone} {{ fill: {colour}; }} .map .points.{tone} {{ fill: {on_tone}; }}"
    )
