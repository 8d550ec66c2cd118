"""The rules a second time, read off the format's page alone, to hold the real ones against.

Plain sets, lists and dicts, the whole history, nothing reduced, nothing shared with `game.session`.
The comments quote the sentence of the page, section "Playing", that the line beneath obeys.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from game.scenario import conditions
from game.scenario.conditions import Condition
from game.scenario.model import Choice, Effects, Exit, Line, Move, Scenario, Scene

__all__ = [
    "DEAD_END",
    "ENDED",
    "MOST_PASSES",
    "RING",
    "Happening",
    "Play",
    "Vow",
    "identity",
    "offers",
    "open_play",
    "questions",
    "silence_on",
    "take",
]

ENDED, DEAD_END, RING = "ended", "dead end", "ring"
MOST_PASSES = 10_000
DAY = 24 * 60 * 60
WEEK = 7 * DAY

Happening = tuple[object, ...]
"""What happened, in plain words: a verb, then names and numbers."""

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}


@dataclass
class Vow:
    """A promise that was made."""

    name: str
    deadline: int
    standing: str = "open"


@dataclass
class Play:
    """A play and its whole history."""

    scenario: Scenario
    clock: tuple[int, bool]
    """The longest time any `elapsed` is compared with, and whether anything asks for a moment of the week."""
    moods: dict[str, int]
    elapsed: int = 0
    facts: set[str] = field(default_factory=set)
    vows: list[Vow] = field(default_factory=list)
    """In order of making."""
    entered: list[str] = field(default_factory=list)
    """Every scene that was entered; the last is the present visit."""
    taken: list[str] = field(default_factory=list)
    """Every choice and silence, by full name."""
    points: list[int] = field(default_factory=lambda: [0, 0, 0])
    happened: list[Happening] = field(default_factory=list)
    """In the last step."""
    asked: list[tuple[Condition, bool]] = field(default_factory=list)
    """The conditions that were asked in the last step, and what they answered."""
    waited: list[tuple[str, int]] = field(default_factory=list)
    """The scenes `at` a moment that were entered in the last step, and the seconds until it came."""
    vowed: list[tuple[str, int]] = field(default_factory=list)
    """The promises that were made in the last step, and the seconds until they are due."""
    stop: str | None = None
    ring: list[str] = field(default_factory=list)
    """The scenes that pass on to each other, where the play ran into such a ring."""

    @property
    def scene(self) -> str:
        """The scene of the present visit."""
        return self.entered[-1]

    @property
    def total(self) -> int:
        """All points so far."""
        return sum(self.points)

    def standing(self, promise: str) -> str:
        """How a promise stands."""
        return next((vow.standing for vow in self.vows if vow.name == promise), "never made")


def open_play(scenario: Scenario) -> Play:
    """Open a play: no facts, no promises, the people's moods, elapsed 0; the first scene is entered."""
    moods = {"customer": scenario.customer.mood}
    for key, person in scenario.others.items():
        moods[key] = person.mood
    longest = max((asked.value for asked in questions(scenario) if isinstance(asked, conditions.ElapsedIs)), default=-1)
    moments = [made.by for made in scenario.promises.values()] + [scene.at for scene in scenario.scenes.values()]
    play = Play(scenario, (longest, any(moment is not None for moment in moments)), moods)
    _enter(play, scenario.start)
    return play


def offers(play: Play) -> list[str]:
    """The full names of the choices on offer, in the file's order."""
    if play.stop == ENDED:
        return []
    return [f"{play.scene}/{choice.id}" for choice in _available(play)]


def silence_on(play: Play) -> str | None:
    """The full name of the silence that falls when the time runs out; None where no time runs."""
    name = f"{play.scene}/silence"
    scene = _scene(play)
    if scene.silence is None or not offers(play):
        return None
    # "at most once a play; after that the scene has no timer"
    return None if name in play.taken else name


def take(play: Play, name: str) -> Play:
    """Take a choice on offer, or let a silence fall; the given play stays as it is."""
    if name not in offers(play) and name != silence_on(play):
        raise LookupError(name)
    after = _copy(play)
    scene, key = name.split("/")
    move = _move(after.scenario.scenes[scene], key)
    is_first = name not in after.taken
    after.taken.append(name)
    # 1. "its points – the first time in this play only – and its mood"
    _count(after, "silence" if key == "silence" else "choice", name, move, counts=is_first)
    _shift_moods(after, move)
    # 2. "the clock advances by `takes`"
    _let_pass(after, move.takes)
    # 3. "each `release` ends an open promise without effect; each `keep` keeps one that is open"
    for promise in move.release:
        for vow in _open_vows(after, promise):
            vow.standing = "released"
            after.happened.append(("released", promise))
    for promise in move.keep:
        for vow in _open_vows(after, promise):
            _settle(after, vow, "kept")
    # 4. "each `promise` not made before in this play is made: open; else nothing"
    for promise in move.promise:
        if after.standing(promise) == "never made":
            vow = Vow(promise, _deadline(after, promise))
            after.vows.append(vow)
            after.vowed.append((promise, vow.deadline - after.elapsed))
            after.happened.append(("made", promise, vow.deadline))
    # 5. "`remember`, then `forget`"
    after.facts = (after.facts | set(move.remember)) - set(move.forget)
    # "`when` in it sees the state after the step": its own effects, before the next scene is entered
    _say(after, move.answer)
    # 6. "`goto` is decided, and that scene entered"
    _enter(after, _way(after, move.goto))
    return after


def identity(play: Play) -> tuple[Any, ...]:
    """What tells two plays apart for all that may still happen.

    Everything but the points and the order of what was done. Of time, only what can be asked: whether `elapsed`
    has gone beyond every figure it is compared with, the time of the week (for `at` and `by`), and how long each
    open promise has left.
    """
    longest, asks_for_moments = play.clock
    return (
        play.scene,
        play.stop,
        min(play.elapsed, longest + 1),
        play.elapsed % WEEK if asks_for_moments else 0,
        frozenset(play.facts),
        tuple(sorted(play.moods.items())),
        tuple((vow.name, vow.deadline - play.elapsed) for vow in play.vows if vow.standing == "open"),
        frozenset((vow.name, vow.standing) for vow in play.vows),
        frozenset(play.taken),
        frozenset(play.entered[:-1]),
    )


def _enter(play: Play, name: str) -> None:
    """Enter a scene, and every scene it passes on to."""
    passed: dict[Hashable, int] = {}
    while True:
        play.entered.append(name)
        scene = _scene(play)
        # "first `later` advances the clock, or `at` moves it to the next such moment not before now"
        if scene.later is not None:
            _let_pass(play, scene.later)
        if scene.at is not None:
            now = play.scenario.clock.second + play.elapsed
            play.waited.append((name, _wait(now, scene.at.second)))
            _let_pass(play, _wait(now, scene.at.second))
        if scene.ending is not None:
            # "an `ending` breaks every promise still open (same order and effects) and ends the play"
            _break(play, [vow for vow in play.vows if vow.standing == "open"])
            play.stop = ENDED
        play.happened.append(("opened", name))
        # "Its lines, and those of every scene, choose by `when` after that."
        _say(play, scene.says)
        if scene.ending is not None or _available(play):
            return
        # "A scene without an available choice passes on to its own `goto`"
        if not scene.goto:
            play.stop = DEAD_END
            return
        here = identity(play)
        if here in passed or len(passed) == MOST_PASSES:
            play.stop = RING
            play.ring = play.entered[passed.get(here, 0) : -1]
            return
        passed[here] = len(play.entered) - 1
        name = _way(play, scene.goto)


def _wait(now: int, moment: int) -> int:
    """Seconds until the clock of the week next shows a moment; none where it shows it now."""
    since_monday = now % WEEK
    return moment - since_monday if moment >= since_monday else moment + WEEK - since_monday


def _deadline(play: Play, promise: str) -> int:
    made = play.scenario.promises[promise]
    if made.within is not None:
        return play.elapsed + made.within
    assert made.by is not None
    return play.elapsed + _wait(play.scenario.clock.second + play.elapsed, made.by.second)


def _let_pass(play: Play, seconds: int) -> None:
    play.elapsed += seconds
    if seconds:
        play.happened.append(("time", play.elapsed))
    # "every open promise whose deadline now lies in the past (deadline < now) breaks"
    _break(play, [vow for vow in play.vows if vow.standing == "open" and vow.deadline < play.elapsed])


def _break(play: Play, vows: list[Vow]) -> None:
    # "earliest deadline first (ties: order of making)"; sorting is stable, and the list is in order of making
    for vow in sorted(vows, key=lambda vow: vow.deadline):
        _settle(play, vow, "broken")


def _settle(play: Play, vow: Vow, standing: str) -> None:
    vow.standing = standing
    play.happened.append((standing, vow.name))
    promise = play.scenario.promises[vow.name]
    effects = promise.kept if standing == "kept" else promise.broken
    if effects is not None:
        _count(play, standing, vow.name, effects, counts=True)
        _shift_moods(play, effects)


def _count(play: Play, cause: str, name: str, effects: Effects, *, counts: bool) -> None:
    points = [effects.respect, effects.proactivity, effects.follow_through] if counts else [0, 0, 0]
    play.points = [sum(pair) for pair in zip(play.points, points, strict=True)]
    play.happened.append(("effect", cause, name, *points))


def _shift_moods(play: Play, effects: Effects) -> None:
    # The page is silent on whose mood moves first: the customer's, then the others' by their keys.
    for person, change in sorted(effects.mood.items(), key=lambda shift: (shift[0] != "customer", shift[0])):
        before = play.moods[person]
        # "moods always stay within -3..3"
        after = min(3, max(-3, before + change))
        if after != before:
            play.moods[person] = after
            play.happened.append(("mood", person, before, after))


def _say(play: Play, lines: Iterable[Line]) -> None:
    for line in lines:
        if line.when is None or _ask(play, line.when):
            play.happened.append(("said", line.who, line.text, line.mood))


def _way(play: Play, goto: Iterable[Exit]) -> str:
    return next(way.to for way in goto if way.when is None or _ask(play, way.when))


def _available(play: Play) -> list[Choice]:
    return [
        choice
        for choice in _scene(play).choices
        if (choice.again or f"{play.scene}/{choice.id}" not in play.taken)
        and (choice.when is None or _ask(play, choice.when))
    ]


def _ask(play: Play, condition: Condition) -> bool:
    answer = _holds(play, condition)
    play.asked.append((condition, answer))
    return answer


def _holds(play: Play, condition: Condition) -> bool:
    match condition:
        case conditions.Fact(name):
            return name in play.facts
        case conditions.PromiseIs(name, standing):
            return play.standing(name) == standing
        case conditions.Taken(choice):
            return choice in play.taken
        case conditions.Seen(scene):
            # "entered before the present visit"
            return scene in play.entered[:-1]
        case conditions.MoodIs(person, comparison, value):
            return _COMPARE[comparison](play.moods[person], value)
        case conditions.ElapsedIs(comparison, value):
            return _COMPARE[comparison](play.elapsed, value)
        case conditions.Not(inner):
            return not _holds(play, inner)
        case conditions.All(parts):
            return all(_holds(play, part) for part in parts)
        case conditions.Any(parts):
            return any(_holds(play, part) for part in parts)


def _open_vows(play: Play, promise: str) -> list[Vow]:
    return [vow for vow in play.vows if vow.name == promise and vow.standing == "open"]


def _scene(play: Play) -> Scene:
    return play.scenario.scenes[play.scene]


def _move(scene: Scene, key: str) -> Move:
    if key == "silence":
        assert scene.silence is not None
        return scene.silence
    return next(choice for choice in scene.choices if choice.id == key)


def _copy(play: Play) -> Play:
    return Play(
        play.scenario,
        play.clock,
        dict(play.moods),
        play.elapsed,
        set(play.facts),
        [Vow(vow.name, vow.deadline, vow.standing) for vow in play.vows],
        list(play.entered),
        list(play.taken),
        list(play.points),
    )


def questions(scenario: Scenario) -> Iterable[Condition]:
    """Every single question the conditions of a scenario ask."""
    for scene in scenario.scenes.values():
        moves: list[Move] = [*scene.choices, *([scene.silence] if scene.silence else [])]
        whens = [line.when for line in scene.says] + [way.when for way in scene.goto]
        whens += [choice.when for choice in scene.choices]
        for move in moves:
            whens += [line.when for line in move.answer] + [way.when for way in move.goto]
        for when in whens:
            if when is not None:
                yield from _single(when)


def _single(condition: Condition) -> Iterable[Condition]:
    match condition:
        case conditions.Not(inner):
            yield from _single(inner)
        case conditions.All(parts) | conditions.Any(parts):
            for part in parts:
                yield from _single(part)
        case _:
            yield condition
