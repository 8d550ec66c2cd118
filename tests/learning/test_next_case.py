"""What is proposed to be played next."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from game.learning import Proposal, next_case
from game.records import Best, medal_for
from game.scenario.curriculum import Lesson
from game.scenario.model import Name, Scenario
from tests.callback import CALLBACK


def case(level: int = 1, minutes: int | None = None) -> Scenario:
    """A case so hard and so long."""
    return msgspec.structs.replace(CALLBACK, level=level, minutes=minutes)


def best(score: int, last_ms: int = 0) -> Best:
    """A best score, and when the case was played last."""
    return Best(score, medal_for(score), is_flawless=False, plays=1, last_ms=last_ms, has_timers=True)


def lesson(case: str, *after: str) -> Lesson:
    """A place on the path."""
    return Lesson(case=Name(case), after=tuple(map(Name, after)))


CASES = {"hard": case(3), "easy": case(1, 9), "short": case(1, 5), "middling": case(2)}


def test_what_was_never_played_comes_first_the_easiest_and_shortest_of_it() -> None:
    """However much there is to gain elsewhere."""
    assert next_case(CASES, {}) == Proposal("short", "new", 1000)
    bests = {"short": best(10)}
    assert next_case(CASES, bests) == Proposal("easy", "new", 1000)
    assert next_case(CASES, {**bests, "easy": best(0)}) == Proposal("middling", "new", 1000)


def test_the_path_goes_before_what_is_easy() -> None:
    """New cases in its order, those that build on a new one after it; what is not on it comes last."""
    path = {
        "hard": lesson("hard"),
        "easy": lesson("easy", "middling", "gone"),
        "middling": lesson("middling"),
    }
    played: dict[str, Best] = {}
    order = []
    while (proposal := next_case(CASES, played, path=path)) is not None and proposal.reason == "new":
        order.append(proposal.case)
        played[proposal.case] = best(500)
    assert order == ["hard", "middling", "easy", "short"]
    assert next_case(CASES, {}, path=path, practised=set(CASES)) == Proposal("hard", "practised", 1000)


def test_what_was_only_practised_comes_next() -> None:
    """It has no score yet; a case that nobody opened is newer still."""
    assert next_case(CASES, {}, practised={"short", "easy"}) == Proposal("middling", "new", 1000)
    assert next_case(CASES, {"middling": best(1)}, practised=set(CASES)) == Proposal("short", "practised", 1000)


def test_else_the_case_with_the_most_to_gain() -> None:
    """Of equals the one that was not played for longest."""
    bests = {"short": best(900), "easy": best(700, last_ms=5), "middling": best(700, last_ms=4), "hard": best(1000)}
    assert next_case(CASES, bests) == Proposal("middling", "gain", 300)
    assert next_case(CASES, bests, just_played="middling") == Proposal("easy", "gain", 300)


def test_what_was_just_played_is_proposed_only_where_there_is_nothing_else() -> None:
    """Even where all else is perfect."""
    one = {"hard": CASES["hard"]}
    assert next_case(one, {"hard": best(1000)}, just_played="hard") == Proposal("hard", "gain", 0)
    assert next_case(one, {}, just_played="hard") == Proposal("hard", "new", 1000)
    assert next_case({}, {}) is None


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(1, 3), st.none() | st.integers(1, 30))),
    st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 1000)),
    st.none() | st.sampled_from("abcdef"),
)
def test_whatever_there_is_the_proposal_is_a_case_nothing_else_gains_more_than(
    cases: dict[str, tuple[int, int | None]], scores: dict[str, int], just_played: str | None
) -> None:
    """Bests of cases that are gone are passed over."""
    proposal = next_case(
        {name: case(*each) for name, each in cases.items()},
        {name: best(score) for name, score in scores.items()},
        just_played=just_played,
    )
    if proposal is None:
        assert not cases
        return
    others = [name for name in cases if name != just_played] or list(cases)
    assert proposal.case in others
    assert proposal.points == max(1000 - scores.get(name, 0) for name in others)
