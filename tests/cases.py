"""Small cases, written down in a few words for a test of one rule.

Conditions, durations and moments are written as a trainer writes them; a `goto` is a scene, or a list of
`(condition, scene)` with a scene at its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.scenario.conditions import Condition, parse_condition
from game.scenario.model import (
    Broken,
    Choice,
    Ending,
    Exit,
    Kept,
    Label,
    Line,
    Name,
    Outcome,
    Person,
    Player,
    Promise,
    Scenario,
    Scene,
    Silence,
    Words,
)
from game.scenario.times import parse_duration, parse_moment
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.rules import play, start
from game.session.state import Step

__all__ = ["Goto", "book", "case", "choice", "ending", "line", "promise", "scene", "silence", "steps", "when"]

Goto = str | Sequence[str | tuple[str, str]]

_LISTS = ("release", "keep", "promise", "remember", "forget", "habit")


def case(*, people: tuple[str, ...] = (), **parts: Any) -> Scenario:
    """A scenario of the scenes (and promises) given by name; `mood` is the customer's."""
    scenes = {key: part for key, part in parts.items() if isinstance(part, Scene)}
    promises = {key: part for key, part in parts.items() if isinstance(part, Promise)}
    return Scenario(
        title=Label("A case"),
        language="en",
        channel=parts.get("channel", "phone"),
        clock=parse_moment(parts.get("clock", "Monday 09:00")),
        you=Player(name=Label("Lea")),
        customer=Person(name=Label("Reto"), mood=parts.get("mood", 0)),
        others={key: Person(name=Label(key.title())) for key in people},
        promises=promises,
        start=Name(parts.get("start", next(iter(scenes)))),
        scenes=scenes,
    )


def book(**parts: Any) -> Playbook:
    """A case, ready to be played."""
    return compile_scenario(case(**parts))


def steps(playbook: Playbook, *names: str) -> list[Step]:
    """The opening, and what each of the choices named brings."""
    taken = [start(playbook)]
    for name in names:
        taken.append(play(playbook, taken[-1].after, name))
    return taken


def scene(*choices: Choice, says: str | list[Line] = "Hello.", goto: Goto | None = None, **rest: Any) -> Scene:
    """A scene; `later`, `within` and `at` as a trainer writes them."""
    for key in ("later", "within"):
        if key in rest:
            rest[key] = parse_duration(rest[key])
    if "at" in rest:
        rest["at"] = parse_moment(rest["at"])
    lines = [line(says)] if isinstance(says, str) else says
    return Scene(says=tuple(lines), choices=choices, goto=() if goto is None else _exits(goto), **rest)


def ending(outcome: Outcome = "kept", **rest: Any) -> Scene:
    """A scene that ends the play."""
    return scene(ending=Ending(outcome=outcome, title=Label("The end")), **rest)


def choice(key: str, goto: Goto, **rest: Any) -> Choice:
    """Something to say."""
    return Choice(id=key, say=Words(f"I {key}."), **_move(goto, rest))


def silence(goto: Goto, **rest: Any) -> Silence:
    """What happens when nobody answers."""
    return Silence(**_move(goto, rest))


def promise(*, kept: Any = None, broken: Any = None, **rest: str) -> Promise:
    """A promise, due `within` or `by`; `kept` and `broken` are effects by name."""
    return Promise(
        text=Words("I will."),
        within=parse_duration(rest["within"]) if "within" in rest else None,
        by=parse_moment(rest["by"]) if "by" in rest else None,
        kept=None if kept is None else Kept(**kept),
        broken=None if broken is None else Broken(**broken),
    )


def line(text: str, if_: str | None = None, who: str = "customer", **rest: Any) -> Line:
    """Something said, where a condition holds."""
    return Line(who=who, text=Words(text), when=None if if_ is None else when(if_), **rest)


def when(text: str) -> Condition:
    """A condition; a plain `mood` is the customer's."""
    return parse_condition(text, "customer")


def _exits(goto: Goto) -> tuple[Exit, ...]:
    ways = [goto] if isinstance(goto, str) else goto
    return tuple(
        Exit(to=Name(way)) if isinstance(way, str) else Exit(to=Name(way[1]), when=when(way[0])) for way in ways
    )


def _move(goto: Goto, rest: dict[str, Any]) -> dict[str, Any]:
    named: dict[str, Any] = {key: tuple(rest[key].split()) for key in _LISTS if key in rest}
    if isinstance(rest.get("mood"), int):
        named["mood"] = {"customer": rest["mood"]}
    if "takes" in rest:
        named["takes"] = parse_duration(rest["takes"])
    if "when" in rest:
        named["when"] = when(rest["when"])
    if isinstance(rest.get("answer"), str):
        named["answer"] = (line(rest["answer"]),)
    return {**rest, **named, "goto": _exits(goto)}
