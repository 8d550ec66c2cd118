"""Which board is looked at: of which season, of all its cases or one, of people or teams."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.texts import _
from game.window.widgets.choice_row import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.online.messages import Mode, SeasonRow
    from game.window.widgets.widget import Widget

__all__ = ["Chosen", "choosers"]

_WHOLE = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A board."""

    season: str = ""
    """Its slug; empty for the one that runs."""
    scenario: str | None = None
    """None for all the cases of the season."""
    is_teams: bool = False
    mode: Mode = "ranked"

    def fitting(self, season: SeasonRow) -> Chosen:
        """The same in a season, as far as that has it."""
        known = any(case.scenario == self.scenario for case in season.cases)
        return replace(self, season=season.slug, scenario=self.scenario if known else None)


def choosers(
    chosen: Chosen, season: SeasonRow, seasons: Sequence[SeasonRow], on_choose: Callable[[Chosen], None]
) -> list[Widget]:
    """A row for each thing that can be chosen."""
    chosen = chosen.fitting(season)
    rows: list[Widget] = []
    if len(seasons) > 1:
        titles = {each.slug: each.title for each in seasons}
        rows.append(
            Options(
                _("Season"), "flag", titles, chosen.season,
                lambda slug: on_choose(replace(chosen, season=slug)), key="season",
            )
        )  # fmt: skip
    if len(season.cases) > 1:
        cases = {_WHOLE: _("all cases"), **{case.scenario: case.title for case in season.cases}}
        rows.append(
            Options(
                _("Cases"), "shelf", cases, chosen.scenario or _WHOLE,
                lambda case: on_choose(replace(chosen, scenario=case or None)), key="scope",
            )
        )  # fmt: skip
    kinds = {"people": _("people"), "teams": _("teams"), "practice": _("practice")}
    kind = "practice" if chosen.mode == "practice" else "teams" if chosen.is_teams else "people"

    def choose(kind: str) -> None:
        mode: Mode = "practice" if kind == "practice" else "ranked"
        on_choose(replace(chosen, is_teams=kind == "teams", mode=mode))

    rows.append(Options(_("Who"), "person", kinds, kind, choose, key="kind"))
    return rows
