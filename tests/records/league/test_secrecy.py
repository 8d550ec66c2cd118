"""Before its end nobody learns anything of a ranked session but what was said: every byte of every answer is looked at.

What may stand in an answer is worked out from the steps alone, by another way than the one that made it. All else is
forbidden: a text that stands nowhere in what was said, a name, a number under a key that is not known to be harmless.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.loader import find_scenarios
from game.paths import shipped_scenarios
from game.records.database.connection import Database
from game.records.league.masks import NONCE_BYTES, Mask
from game.records.league.played import Played, StepBody
from game.scenario.model import Scenario
from game.scenario.sentences import sentences
from game.session.compiler import compile_scenario
from game.session.events import LineSaid, PromiseMade, SceneOpened
from game.session.playbook import Playbook
from game.session.rules import choices, play, silence, start
from game.session.state import Step
from game.session.telling import choice_of
from tests.callback import CALLBACK
from tests.effort import examples
from tests.leagues import emptied
from tests.records.league.rounds import SHIPPED, Round
from tests.strategies import scenarios

TOKEN = re.compile(r"[A-Za-z0-9_-]{24}")
OPEN_KEYS = {"customer", "you", "narrator"}
"""Of people, the same in every case."""
MASKED = {"token", "choice", "promise", "who", "key"}
"""Fields under which a token stands, or whom everybody knows."""
WORDS = {
    "type": {"heading", "said", "chosen", "unanswered", "later", "pledged"},
    "standing": {"open", "kept", "broken", "released"},
    "channel": {"phone", "chat", "email", "counter", "visit"},
    "state": {"open"},
    "outcome": set(),
    "stop": set(),
    "language": {"en", "de", "de-CH"},
}
"""Fields that hold one of a few words, the same in every case."""
OWN = {"session", "season", "scenario", "revision"}
"""Fields that say what is played."""
TEXTS = {"title", "summary", "role", "name", "namesake", "text", "words"}
NUMBERS = {
    "attempt", "next_step", "time_left_ms", "limit", "mood", "elapsed", "decisions", "seconds", "weekday", "minute",
    "left", "whole", "age", "skin",
}  # fmt: skip
FLAGS = {"counts", "has_timers", "is_spoken", "can_take_back", "wheelchair"}
FACE = {
    "shape", "eyes", "hair", "hair_color", "glasses", "beard", "outfit", "outfit_color", "headscarf",
    "headscarf_worn", "headwear", "headwear_color", "earrings", "mark", "hearing_aid", "background",
}  # fmt: skip
"""How somebody is drawn; they are seen."""
AT_THE_END: dict[str, set[str]] = {
    "state": {"finished", "abandoned"},
    "outcome": {"lost", "kept", "delighted"},
    "stop": {"ended", "dead end", "ring"},
    "flags": {"faster-than-reading", "even-steps"},
}
RESULTS = {"score", "respect", "proactivity", "follow_through", "lost", "best"}
_MOST_STEPS = 40


@pytest.mark.parametrize("case", SHIPPED)
def test_a_shipped_case_gives_nothing_away(league_database: Database, case: str) -> None:
    """Three plays of each, taken at random, every answer from the first to the last."""
    text = (shipped_scenarios() / f"{case}.yaml").read_text(encoding="utf-8")
    scenario = find_scenarios((shipped_scenarios(),)).reading(case).scenario
    assert scenario is not None
    round_ = Round(league_database, case, text, attempts=9)
    for seed in range(3):
        watch(round_, scenario, Random(seed))


@settings(examples(10), suppress_health_check=list(HealthCheck))  # the database is emptied for each
@given(scenario=scenarios(), seed=st.integers(0, 2**32))
def test_no_case_gives_anything_away(league_database: Database, scenario: Scenario, seed: int) -> None:
    """Whatever keys of the format it uses."""
    watch(Round(emptied(league_database), "case", scenario), scenario, Random(seed), most=8)


def watch(round_: Round, scenario: Scenario, dice: Random, most: int = _MOST_STEPS) -> None:
    """Play a case at random, and look at every answer."""
    book = compile_scenario(scenario)
    steps = [start(book)]
    played = round_.begin()
    while True:
        looked_at(book, steps, played)
        looked_at(book, steps, round_.resume(played.session))
        if played.view.stop is not None or played.next_step > most:
            return
        offered = choices(book, steps[-1].after)
        names = [*offered, *filter(None, [silence(book, steps[-1].after)])]
        name = dice.choice(names)
        words = words_of(book, name)
        round_.now += 9_000 if name in offered else 1_000 * (played.view.limit or 0)
        body = (
            StepBody(token=None)
            if name not in offered
            else StepBody(token=next(offer.token for offer in played.view.offers if offer.words == words))
        )
        played = round_.send(played.session, played.next_step, body)
        steps.append(play(book, steps[-1].after, name))


def looked_at(book: Playbook, steps: list[Step], played: Played) -> None:
    """Look at one answer."""
    answer = msgspec.json.encode(played)
    is_over = steps[-1].stop is not None
    assert (played.state != "open", played.result is not None) == (is_over, is_over)
    assert list(leaks(book, steps, answer)) == []


def leaks(book: Playbook, steps: list[Step], answer: bytes) -> Iterator[str]:
    """What an answer says that it may not."""
    is_over = steps[-1].stop is not None
    said = heard(book, steps)
    hidden = names(book.scenario)
    for key, value in leaves(json.loads(answer)):
        if isinstance(value, bool):
            fits = key in FLAGS
        elif isinstance(value, int):
            fits = key in NUMBERS or (is_over and key in RESULTS)
        elif key in OWN or key in FACE:
            fits = True
        elif key in MASKED:
            fits = value in OPEN_KEYS or (TOKEN.fullmatch(value) is not None and value not in hidden)
        elif key in TEXTS:
            fits = value in said
        else:
            fits = value in WORDS.get(key, ()) or (is_over and value in AT_THE_END.get(key, ()))
        if not fits:
            yield f"{key}: {value!r}"
    text = answer.decode()
    for sentence in sentences(book.scenario):
        if (
            not any(sentence.text in each for each in said)
            and json.dumps(sentence.text, ensure_ascii=False)[1:-1] in text
        ):
            yield sentence.text


def heard(book: Playbook, steps: list[Step]) -> set[str]:
    """Every text that was shown, from the events of the steps."""
    case = book.scenario
    shown = {case.title, case.summary, case.you.name, case.you.role, ""}
    for step in steps:
        for event in step.events:
            match event:
                case LineSaid(line):
                    shown.add(line.text)
                    if line.who not in ("you", "narrator"):
                        shown.add(case.person(line.who).name)
                case SceneOpened(scene):
                    shown.add(case.scenes[scene].heading)
                case PromiseMade(promise):
                    shown.add(case.promises[promise].text)
        shown |= {words_of(book, name) for name in (step.choice, *choices(book, step.after)) if name}
    here = case.scenes[book.positions[steps[-1].after.scene].name]
    shown.add(case.person(here.facing).name)
    if steps[-1].stop is not None and here.ending is not None:
        shown |= {here.ending.title, here.ending.text}
    return {text for text in shown if text is not None}


def words_of(book: Playbook, name: str) -> str:
    """What stands on a choice; nothing on a silence."""
    choice = choice_of(book, name)
    return "" if choice is None else choice.say or choice.do or ""


def names(scenario: Scenario) -> set[str]:
    """What the author calls the parts of the case."""
    found = {*scenario.scenes, *scenario.promises, *scenario.others}
    for key, scene in scenario.scenes.items():
        for move in (*scene.choices, *filter(None, [scene.silence])):
            found |= {*move.remember, *move.forget, *move.habit}
        found |= {choice.id for choice in scene.choices} | {f"{key}/{choice.id}" for choice in scene.choices}
    return found


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Everything in an answer that is neither a list nor keys, with the key it stands under."""
    match value:
        case dict():
            for name, inner in value.items():
                yield from leaves(inner, name)
        case list():
            for inner in value:
                yield from leaves(inner, key)
        case None:
            return
        case _:
            yield key, value


@pytest.mark.parametrize("said", ["because", "feels", "points", "name", "habit", "later"])
def test_the_watch_sees_what_would_leak(said: str) -> None:
    """Each of what must not stand in an answer, put into one, is found."""
    book = compile_scenario(CALLBACK)
    steps = [start(book)]
    planted = {
        "because": {"said": [{"type": "said", "text": "He has waited long enough to be heard."}]},
        "feels": {"words": "At last."},
        "points": {"respect": 2},
        "name": {"who": "desk"},
        "habit": {"habit": "listening"},
        "later": {"offers": [{"words": "I call you back by tomorrow."}]},
    }[said]
    assert list(leaks(book, steps, msgspec.json.encode(planted)))
    assert not list(leaks(book, steps, msgspec.json.encode({"said": [{"type": "said", "text": "The phone rings."}]})))


def test_tokens_of_a_choice_have_nothing_in_common() -> None:
    """Of another step, another session, another choice; within a session people and promises keep theirs."""
    mask, other = Mask(b"a" * NONCE_BYTES), Mask(b"b" * NONCE_BYTES)
    made = [mask.token(1, "call/look"), mask.token(2, "call/look"), mask.token(1, "call/listen")]
    made += [other.token(1, "call/look"), mask.person("desk"), mask.promise("desk"), other.person("desk")]
    assert len(set(made)) == len(made)
    assert all(TOKEN.fullmatch(each) for each in made)
    assert Mask(b"a" * NONCE_BYTES).person("desk") == mask.person("desk")
    assert [mask.person(each) for each in ("you", "customer", "narrator")] == ["you", "customer", "narrator"]
