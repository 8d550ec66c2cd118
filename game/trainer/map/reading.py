"""Every word of a case, scene by scene, as HTML to read beside the map."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from game.texts import _
from game.trainer.map.markup import safe
from game.trainer.map.wording import (
    channel_word,
    condition_words,
    outcome_word,
    pledge_words,
    points_words,
    signed,
    way_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.trainer.map.chart import Card, Chart, Spoken, Way

__all__ = ["readings"]


def readings(chart: Chart) -> list[str]:
    """An article for each scene, in the file's order."""
    titles = {card.name: card.heading or card.name for card in chart.cards}
    sources: dict[str, dict[str, None]] = defaultdict(dict)
    for card in chart.cards:
        for way in card.ways:
            for arrow in way.arrows:
                sources[arrow.to][card.name] = None
    return [_article(card, titles, sources[card.name]) for card in chart.cards]


def _article(card: Card, titles: Mapping[str, str], sources: Iterable[str]) -> str:
    scene = safe(card.name)
    origin = ", ".join(_link(name, titles) for name in sources)
    came = f'<p class="came">{safe(_("Comes from:"))} {origin}</p>' if origin else ""
    said = "".join(map(_line, card.lines))
    ways = "".join(_way(way, titles) for way in card.ways)
    return (
        f'<article id="words-{scene}" data-scene="{scene}"><div class="scene"><h2 tabindex="-1" dir="auto">'
        f'{safe(titles[card.name])}</h2><p class="meta">{safe(" · ".join(_meta(card)))}</p>{came}{said}</div>'
        f"{f'<ol>{ways}</ol>' if ways else ''}</article>"
    )


def _meta(card: Card) -> Iterator[str]:
    if card.heading:
        yield card.name
    if card.is_start:
        yield _("Start")
    if card.outcome:
        yield _("ending: {outcome}", outcome=outcome_word(card.outcome).lower())
    if card.facing:
        yield _("you face {person}", person=card.facing)
    if card.channel:
        yield channel_word(card.channel)
    if card.moment:
        yield card.moment
    if card.limit:
        yield _("{time} to choose", time=card.limit)
    if card.is_best:
        yield _("on the best play's way")
    if not card.is_reachable:
        yield _("no play comes here")


def _line(line: Spoken) -> str:
    who = f"<b>{safe(line.who)}</b> " if line.who else ""
    style = "said" if line.who else "told"
    when = f" <i>{safe(_('if {condition}', condition=line.when))}</i>" if line.when else ""
    return f'<p class="{style}" dir="auto">{who}<bdi>{safe(line.words)}</bdi>{when}</p>'


def _way(way: Way, titles: Mapping[str, str]) -> str:
    style = " ".join(("best",) * way.is_best + ("grey",) * (not way.is_reachable))
    points = "" if way.kind == "pass" else f'<span class="chip {way.tone}">{safe(signed(way.points.total))}</span> '
    leads = "".join(_lead(condition_words(arrow), arrow.to, titles) for arrow in way.arrows)
    return (
        f'<li class="{style}" data-way="{safe(way.name)}"><p class="way" dir="auto">{points}'
        f"<bdi>{safe(way_words(way))}</bdi></p>{''.join(_details(way))}{''.join(map(_line, way.answer))}{leads}</li>"
    )


def _details(way: Way) -> Iterator[str]:
    told = [] if way.kind == "pass" else [points_words(way.points)]
    if way.when:
        told.insert(0, _("only if {condition}", condition=way.when))
    if way.is_best:
        told.append(_("the best play goes this way"))
    if not way.is_reachable:
        told.append(_("no play can take this"))
    for words in (" · ".join([*told, *way.notes]), *map(pledge_words, way.pledges)):
        if words:
            yield f'<p class="meta">{safe(words)}</p>'
    if way.because:
        yield f'<p class="because" dir="auto"><b>{safe(_("Because"))}</b> <bdi>{safe(way.because)}</bdi></p>'
    for person, words in way.feels:
        feels = safe(_("{person} feels", person=person))
        yield f'<p class="feels" dir="auto"><b>{feels}</b> <bdi>{safe(words)}</bdi></p>'


def _lead(condition: str, scene: str, titles: Mapping[str, str]) -> str:
    when = f" <i>{safe(condition)}</i>" if condition else ""
    return f'<p class="leads">→ {_link(scene, titles)}{when}</p>'


def _link(scene: str, titles: Mapping[str, str]) -> str:
    return f'<a href="#words-{safe(scene)}" data-go="{safe(scene)}">{safe(titles[scene])}</a>'
