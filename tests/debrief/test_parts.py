"""Two plays side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.debrief.parts import Part, pairs
from game.session.points import NO_POINTS
from game.session.view import Chosen, Heading, Pledged, Said, Unanswered
from tests.debrief.plays import GOOD, LATE, debriefed

_NAMES = st.lists(st.sampled_from(["a/1", "a/2", "b/1", "b/2", "c/1"]), max_size=8)


def _part(number: int, choice: str) -> Part:
    return Part(number, choice, (Chosen(choice, choice, is_spoken=True),), NO_POINTS, 0)


def _play(*choices: str) -> list[Part]:
    return [Part(0, "", (), NO_POINTS, 0), *(_part(number, choice) for number, choice in enumerate(choices, 1))]


def _shown(yours: list[str], best: list[str]) -> list[tuple[str, str]]:
    found = pairs(_play(*yours), _play(*best))
    return [(pair.yours.choice if pair.yours else "", pair.best.choice if pair.best else "") for pair in found]


def test_every_part_begins_with_its_decision() -> None:
    """The opening has none; what was said, promised and broken belongs to the decision before it."""
    parts = debriefed(*LATE).parts
    assert [part.number for part in parts] == [0, 1, 2, 3, 4]
    assert isinstance(parts[0].entries[0], Heading)
    assert isinstance(parts[0].entries[-1], Said)
    assert isinstance(parts[1].entries[0], Unanswered)
    assert all(isinstance(part.entries[0], Chosen) for part in parts[2:])
    assert [part.scene for part in parts] == ["", "call", "call", "plan", "next-day"]
    assert [entry.standing for entry in parts[4].entries if isinstance(entry, Pledged)] == ["broken"]


def test_the_same_decisions_stand_beside_each_other() -> None:
    """And so do different ones of the same scene; what only one play has stands alone."""
    assert _shown(["a/1", "b/1", "c/1"], ["a/1", "c/1"]) == [("a/1", "a/1"), ("b/1", ""), ("c/1", "c/1")]
    assert _shown(["a/1", "b/1"], ["a/2", "b/1"]) == [("a/1", "a/2"), ("b/1", "b/1")]
    assert _shown(["a/1"], ["b/1"]) == [("a/1", ""), ("", "b/1")]
    assert _shown([], ["b/1"]) == [("", "b/1")]


def test_the_same_choice_is_liked_better_than_the_same_scene() -> None:
    """Of two visits to a scene the one where the same was done."""
    assert _shown(["a/1"], ["a/2", "a/1"]) == [("", "a/2"), ("a/1", "a/1")]


def test_a_pair_is_the_same_only_where_the_same_was_seen() -> None:
    """The same words can bring another answer, or be said at another time."""
    late, good = debriefed(*LATE).parts, debriefed(*GOOD).parts
    assert [pair.yours and pair.yours.choice == (pair.best and pair.best.choice) for pair in pairs(late, good)] == [
        False,
        False,
        True,
        False,
    ]
    assert not any(pair.is_same for pair in pairs(late, good))
    assert all(pair.is_same for pair in pairs(good, good))
    assert not pairs(good, good)[0]._replace(best=None).is_same


@given(_NAMES, _NAMES)
def test_both_plays_are_told_whole_and_in_order(yours: list[str], best: list[str]) -> None:
    """Nothing is lost between two columns, and only decisions of the same scene share a line."""
    found = _shown(yours, best)
    assert [one for one, _ in found if one] == yours
    assert [other for _, other in found if other] == best
    assert all(one[0] == other[0] for one, other in found if one and other)
