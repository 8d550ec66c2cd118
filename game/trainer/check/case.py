"""A case as the rules look at it: what was read, how it plays, and the way to tell something of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from game.diagnostics import Diagnostic
from game.loader.catalogues import every_catalogue
from game.session.compiler import compile_scenario
from game.solver import LIMIT, Solution, Survey, TooManyStates, survey

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping

    from game.diagnostics import Severity, Value
    from game.loader import Reading
    from game.loader.catalogues import Kept
    from game.scenario.model import Scenario
    from game.scenario.parts import Path
    from game.session.playbook import Playbook

__all__ = ["Case"]


class Case:
    """A case that could be read; what is costly is found out when a rule first asks.

    Args:
        reading: must hold a scenario.
        path: its file; None for a text that lies in none.
        limit: the states a case may have to be looked through.
        called: what is typed to mean it; its file's name where nothing else was typed.

    Raises:
        ValueError: the reading holds no scenario.
    """

    def __init__(
        self, reading: Reading, path: pathlib.Path | None = None, limit: int = LIMIT, *, called: str = ""
    ) -> None:
        if reading.scenario is None:
            raise ValueError(f"{reading.name} is no scenario")
        self.scenario: Scenario = reading.scenario
        self.reading = reading
        self.path = path
        self.limit = limit
        self.called = called or (str(path) if path else "")

    @cached_property
    def book(self) -> Playbook:
        """The scenario, compiled."""
        return compile_scenario(self.scenario)

    @cached_property
    def survey(self) -> Survey | None:
        """What holds of all plays; None where there are too many states to go through."""
        try:
            return survey(self.book, self.limit)
        except TooManyStates:
            return None

    @property
    def settled(self) -> Survey | None:
        """What holds of all plays of a case whose plays all end; None where one gets stuck, or of too many states.

        Where plays get stuck, what none of them does may be but a consequence: it is told when that is mended.
        """
        if self.survey is None:
            return None
        solution = self.survey.solution
        return None if solution.dead_ends or solution.rings or solution.traps else self.survey

    @property
    def solution(self) -> Solution | None:
        """Best and worst, and what is reached; None where there are too many states to go through."""
        return None if self.survey is None else self.survey.solution

    @cached_property
    def catalogues(self) -> tuple[Kept, ...]:
        """Its translations, read."""
        return () if self.path is None else every_catalogue(self.path)

    def tell(
        self,
        code: str,
        path: Path,
        values: Mapping[str, Value],
        *,
        word: str | None = None,
        severity: Severity = "warning",
        witness: tuple[str, ...] | None = None,
    ) -> Diagnostic:
        """A finding on a part of the scenario.

        Args:
            code: what is found.
            path: where, as game.scenario.parts has it.
            values: what its sentences are filled with.
            word: a name to mark in what stands there.
            severity: a warning, unless no play gets past it.
            witness: a shortest way that leads there.
        """
        return Diagnostic(code, severity, self.reading.places.place(*path, word=word), values, witness)
