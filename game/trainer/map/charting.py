"""From a scenario, and what the solver knows of it, to a chart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from game.debrief.best_line import shortest_best
from game.debrief.wording import duration_words, moment_words
from game.scenario.model import Choice
from game.scenario.names import NARRATOR, SILENCE, YOU
from game.scenario.spelling import spelt
from game.session.events import SceneOpened
from game.session.points import NO_POINTS, Points
from game.session.rules import start
from game.texts import _
from game.trainer.map.chart import Arrow, Card, Chart, Extremes, Pledged, Spoken, Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.scenario.model import Exit, Line, Move, Scenario, Scene
    from game.session.playbook import Playbook
    from game.session.state import Step
    from game.solver import Solution
    from game.trainer.map.chart import Kind

__all__ = ["draw_up"]


def draw_up(scenario_id: str, book: Playbook, solution: Solution | None) -> Chart:
    """Draw up the chart of a case; without a solution nothing is said of what plays reach."""
    scenario = book.scenario
    steps = None if solution is None else shortest_best(book, solution, start(book))
    surveyor = _Surveyor(scenario, _reach(scenario, solution), _trail(steps or ()))
    extremes = None
    if solution is not None and solution.best is not None and solution.worst is not None:
        extremes = Extremes(solution.best.total, solution.worst.total)
    return Chart(
        id=scenario_id,
        title=scenario.title,
        summary=scenario.summary or "",
        language=scenario.language,
        channel=scenario.channel,
        cards=tuple(surveyor.card(name, scene) for name, scene in scenario.scenes.items()),
        is_solved=solution is not None,
        extremes=extremes,
        best_play=None if steps is None else tuple(step.choice for step in steps[1:]),
    )


class _Reach(NamedTuple):
    """What some play reaches; everything, where it is not known."""

    scenes: frozenset[str]
    ways: frozenset[str]


class _Trail(NamedTuple):
    """Where the best play goes along."""

    scenes: frozenset[str]
    arrows: frozenset[tuple[str, str]]
    """A way, and the scene it leads to there."""


def _reach(scenario: Scenario, solution: Solution | None) -> _Reach:
    scenes = set(scenario.scenes)
    ways = {name for scene, part in scenario.scenes.items() for name, *_rest in _moves(scene, part)}
    if solution is not None:
        scenes -= set(solution.unreachable_scenes)
        ways -= set(solution.unreachable_choices)
    return _Reach(frozenset(scenes), frozenset(ways))


def _trail(steps: Sequence[Step]) -> _Trail:
    scenes: set[str] = set()
    arrows: set[tuple[str, str]] = set()
    for step in steps:
        opened = [event.scene for event in step.events if isinstance(event, SceneOpened)]
        scenes.update(opened)
        arrows.update(pairwise(opened))
        if step.choice:
            arrows.add((step.choice, opened[0]))
    return _Trail(frozenset(scenes), frozenset(arrows))


def _moves(name: str, scene: Scene) -> Iterator[tuple[str, Kind, Move]]:
    """The choices and the silence of a scene, with their full names."""
    for choice in scene.choices:
        yield f"{name}/{choice.id}", "do" if choice.say is None else "say", choice
    if scene.silence is not None:
        yield f"{name}/{SILENCE}", "silence", scene.silence


def _opening(line: Spoken) -> str:
    """The first line; one that is not said in every play says so."""
    return _("[if {condition}] {words}", condition=line.when, words=line.words) if line.when else line.words


class _Surveyor:
    """Draws up the cards of a scenario."""

    def __init__(self, scenario: Scenario, reach: _Reach, trail: _Trail) -> None:
        self._scenario = scenario
        self._reach = reach
        self._trail = trail

    def card(self, name: str, scene: Scene) -> Card:
        ending = scene.ending
        lines = tuple(self._spoken(scene.says, scene.facing))
        if ending is not None and ending.text:
            lines = (*lines, Spoken("", ending.text, ""))
        ways = [self._way(full, kind, move, scene) for full, kind, move in _moves(name, scene)]
        if scene.goto:
            ways.append(self._passing(name, scene))
        return Card(
            name=name,
            heading=ending.title if ending else scene.heading or "",
            facing="" if ending else self._scenario.person(scene.facing).name,
            opening=_opening(lines[0]) if lines else "",
            lines=lines,
            ways=tuple(ways),
            outcome=None if ending is None else ending.outcome,
            channel=scene.channel,
            moment=_moment(scene),
            limit="" if scene.within is None else duration_words(scene.within),
            is_start=name == self._scenario.start,
            is_reachable=name in self._reach.scenes,
            is_best=name in self._trail.scenes,
        )

    def _way(self, name: str, kind: Kind, move: Move, scene: Scene) -> Way:
        choice = move if isinstance(move, Choice) else None
        is_reachable = name in self._reach.ways
        arrows = self._arrows(name, move.goto, scene.facing, is_reachable=is_reachable)
        return Way(
            name=name,
            kind=kind,
            words=_("Nobody answers in time.") if choice is None else choice.say or choice.do or "",
            points=Points(move.respect, move.proactivity, move.follow_through),
            arrows=arrows,
            when="" if choice is None or choice.when is None else spelt(choice.when, scene.facing),
            because=move.because or "",
            feels=tuple((self._scenario.person(person).name, words) for person, words in move.feels.items()),
            answer=tuple(self._spoken(move.answer, scene.facing)),
            notes=tuple(self._notes(move)),
            pledges=tuple(self._pledges(move)),
            is_reachable=is_reachable,
            is_best=any(arrow.is_best for arrow in arrows),
        )

    def _passing(self, name: str, scene: Scene) -> Way:
        """A scene's own `goto`."""
        is_reachable = name in self._reach.scenes
        arrows = self._arrows(name, scene.goto, scene.facing, is_reachable=is_reachable)
        words = _("When nothing is on offer any more") if scene.choices else _("Goes on by itself")
        is_best = any(arrow.is_best for arrow in arrows)
        return Way(name, "pass", words, NO_POINTS, arrows, is_reachable=is_reachable, is_best=is_best)

    def _arrows(self, name: str, goto: Iterable[Exit], facing: str, *, is_reachable: bool) -> tuple[Arrow, ...]:
        exits = tuple(goto)
        return tuple(
            Arrow(
                to=way.to,
                when="" if way.when is None else spelt(way.when, facing),
                is_rest=way.when is None and len(exits) > 1,
                is_reachable=is_reachable and way.to in self._reach.scenes,
                is_best=(name, way.to) in self._trail.arrows,
            )
            for way in exits
        )

    def _spoken(self, lines: Iterable[Line], facing: str) -> Iterator[Spoken]:
        for line in lines:
            when = "" if line.when is None else spelt(line.when, facing)
            yield Spoken(self._name(line.who), line.text, when)

    def _name(self, who: str) -> str:
        if who == NARRATOR:
            return ""
        return self._scenario.you.name if who == YOU else self._scenario.person(who).name

    def _pledges(self, move: Move) -> Iterator[Pledged]:
        promises = self._scenario.promises
        for name in move.promise:
            yield Pledged("open", name, promises[name].text)
        for name in move.keep:
            yield Pledged("kept", name, promises[name].text)
        for name in move.release:
            yield Pledged("released", name, promises[name].text)

    def _notes(self, move: Move) -> Iterator[str]:
        if move.takes:
            yield _("takes {duration}", duration=duration_words(move.takes))
        for person, shift in move.mood.items():
            yield _("mood of {person} {shift}", person=self._scenario.person(person).name, shift=f"{shift:+d}")
        if move.remember:
            yield _("remembers {facts}", facts=", ".join(move.remember))
        if move.forget:
            yield _("forgets {facts}", facts=", ".join(move.forget))
        if move.habit:
            yield _("habit {habits}", habits=", ".join(move.habit))
        if isinstance(move, Choice) and move.again:
            yield _("stays on offer")


def _moment(scene: Scene) -> str:
    if scene.later:
        return _("{duration} later", duration=duration_words(scene.later))
    return "" if scene.at is None else moment_words(scene.at)
