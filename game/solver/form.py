"""A solution as plain values, for JSON, and as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _
from game.texts.figures import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.solver.solution import Solution, Witness

__all__ = ["form", "report"]


def form(scenario: str, solution: Solution) -> dict[str, object]:
    """The solution as dicts, lists, texts and numbers: the names other programs read."""
    return {
        "scenario": scenario,
        "revision": solution.book.revision,
        "states": solution.states,
        "plays": solution.plays,
        "best": None if solution.best is None else solution.best._asdict(),
        "worst": None if solution.worst is None else solution.worst._asdict(),
        "endings": {
            scene: {"outcome": reach.outcome, "reachable": reach.is_reachable, "best": reach.best, "worst": reach.worst}
            for scene, reach in solution.endings.items()
        },
        "unreachable_scenes": list(solution.unreachable_scenes),
        "unreachable_choices": list(solution.unreachable_choices),
        "dead_ends": _stuck(solution.dead_ends),
        "rings": _stuck(solution.rings),
        "traps": _stuck(solution.traps),
    }


def _stuck(witnesses: Iterable[Witness]) -> list[dict[str, object]]:
    return [{"scene": witness.scene, "path": list(witness.path)} for witness in witnesses]


def report(scenario: str, solution: Solution) -> Iterator[str]:
    """The solution in lines."""
    yield _("{scenario}, revision {revision}", scenario=scenario, revision=solution.book.revision[:12])
    plays = _("endless: a choice can be taken again and again") if solution.plays is None else grouped(solution.plays)
    yield _("  complete plays   {plays}", plays=plays)
    yield _("  states           {states}", states=grouped(solution.states))
    if solution.best is None or solution.worst is None:
        yield _("  No play reaches an ending.")
    else:
        yield _("                   respect  proactivity  follow-through   total")
        for name, extreme in ((_("best"), solution.best), (_("worst"), solution.worst)):
            respect, proactivity, follow_through, total = extreme
            yield f"  {name:<16} {respect:>8} {proactivity:>12} {follow_through:>15} {total:>7}"
    yield ""
    for scene, reach in solution.endings.items():
        if reach.is_reachable:
            yield _(
                "  Ending {scene} ({outcome}): {worst} to {best} points.",
                scene=scene,
                outcome=reach.outcome,
                worst=reach.worst,
                best=reach.best,
            )
        else:
            yield _("  Ending {scene} ({outcome}): no play reaches it.", scene=scene, outcome=reach.outcome)
    yield from _unreached(solution)
    yield from _ways(_("Dead end in {scene}: no choice is on offer and nothing leads on."), solution.dead_ends)
    yield from _ways(_("Ring at {scene}: scenes only pass on to each other."), solution.rings)
    yield from _ways(_("Trap in {scene}: from here on no ending can be reached."), solution.traps)


def _unreached(solution: Solution) -> Iterator[str]:
    for name in solution.unreachable_scenes:
        yield _("  No play reaches the scene {name}.", name=name)
    for name in solution.unreachable_choices:
        yield _("  No play can take {name}.", name=name)


def _ways(sentence: str, witnesses: Iterable[Witness]) -> Iterator[str]:
    for witness in witnesses:
        yield "  " + sentence.format(scene=witness.scene)
        yield "    " + (_("The way there: {path}", path=" → ".join(witness.path) or _("the opening")))
