"""Conditions, compiled."""

from __future__ import annotations

import pytest

from game.scenario.conditions import Any as AnyOf
from game.scenario.conditions import Fact
from game.session.predicate import compile_condition
from game.session.rules import choices
from tests.cases import book, choice, ending, promise, scene, silence, steps, when

DONE = {
    "learnt": True,
    "unlearnt": False,
    "open late": True,
    "open call": False,
    "kept call": True,
    "kept late": False,
    "broken mail": True,
    "broken call": False,
    "broken never": False,
    "taken here/go": True,
    "taken here/silence": False,
    "taken there/done": False,
    "seen here": True,
    "seen there": False,
    "mood = 1": True,
    "mood != 1": False,
    "mood < 1": False,
    "mood <= 1": True,
    "mood > 0": True,
    "mood >= 2": False,
    "mood >= -3": True,
    "mood of desk = -2": True,
    "mood of customer >= 1": True,
    "elapsed = 2 h": True,
    "elapsed > 2 h": False,
    "elapsed >= 7200 s": True,
    "elapsed < 1 day": True,
    "elapsed <= 119 min": False,
    "elapsed != 0 s": True,
    "not learnt": False,
    "not not learnt": True,
    "learnt and mood = 1": True,
    "learnt and mood = 2": False,
    "unlearnt or seen here": True,
    "unlearnt or seen there": False,
    "unlearnt and learnt or seen here": True,
    "unlearnt and (learnt or seen here)": False,
    "not unlearnt and learnt": True,
    "not (learnt or unlearnt)": False,
}


@pytest.mark.parametrize(("condition", "holds"), DONE.items())
def test_a_condition_asks_what_it_says(condition: str, holds: bool) -> None:
    """Each kind of question, each comparison, and what joins them: `or` binds least, then `and`, then `not`."""
    playbook = book(
        people=("desk",),
        here=scene(
            choice("go", "between", promise="call mail late", remember="learnt unlearnt", forget="unlearnt"),
            within="30 s",
            silence=silence("between"),
        ),
        between=scene(
            choice("on", "there", mood={"customer": 1, "desk": -2}, takes="2 h", keep="call"),
        ),
        there=scene(choice("done", "end", when=condition), choice("else", "end")),
        end=ending(),
        call=promise(within="1 day"),
        mail=promise(within="1 h"),
        late=promise(within="1 day"),
        never=promise(within="1 day"),
    )
    on_offer = choices(playbook, steps(playbook, "here/go", "between/on")[-1].after)
    assert ("there/done" in on_offer) is holds


def test_a_condition_says_what_it_reads() -> None:
    """The solver keeps no more of a state than that."""
    playbook = book(
        people=("desk",),
        here=scene(choice("go", "end", promise="call", remember="learnt")),
        end=ending(),
        call=promise(within="1 h"),
    )
    bits = playbook.bits
    asked = compile_condition(when("learnt and not kept call or mood of desk > 1 and elapsed < 2 h"), bits)
    assert asked.marks == bits.facts["learnt"] | bits.kept["call"]
    assert (asked.people, asked.latest) == (frozenset((bits.people["desk"],)), 7200)
    plain = compile_condition(when("seen here"), bits)
    assert (plain.marks, plain.people, plain.latest) == (bits.seen["here"], frozenset(), -1)


def test_what_is_not_declared_is_refused() -> None:
    """The loader lets none such pass; a forged revision might hold one."""
    bits = book(here=scene(choice("go", "end")), end=ending()).bits
    with pytest.raises(KeyError):
        compile_condition(Fact("unknown"), bits)


def test_long_and_deep_conditions_can_be_compiled() -> None:
    """As deep as the reader allows, and as long as a file can hold."""
    playbook = book(here=scene(choice("go", "end", remember="learnt")), end=ending())
    fact = playbook.bits.facts["learnt"]
    deep = when("(learnt or (learnt and not not " * 8 + "learnt" + "))" * 8)
    negated = when("not (" * 16 + "learnt" + ")" * 16)
    long = AnyOf((Fact("learnt"),) * 20_000)
    for condition in (deep, negated, long):
        holds = compile_condition(condition, playbook.bits).holds
        assert not holds(0, 0, (0,))
        assert holds(0, fact, (0,))
