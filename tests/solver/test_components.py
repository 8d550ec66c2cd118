"""Strongly connected components."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.solver.components import components
from tests.effort import examples


@examples(150)
@given(
    st.integers(1, 8).flatmap(lambda size: st.lists(st.lists(st.integers(0, size - 1)), min_size=size, max_size=size))
)
def test_nodes_that_reach_each_other_are_together_and_after_what_they_lead_to(follows: list[list[int]]) -> None:
    """Held against reachability, worked out the slow way."""
    size = len(follows)
    reach = [{node, *follows[node]} for node in range(size)]
    for _ in range(size):
        reach = [set().union(*(reach[target] for target in found)) for found in reach]
    found = list(components(follows))
    assert sorted(node for group in found for node in group) == list(range(size))
    for place, group in enumerate(found):
        for node in group:
            assert {other for other in reach[node] if node in reach[other]} == set(group)
            assert {other for later in found[place + 1 :] for other in later}.isdisjoint(reach[node])


def test_a_long_way_is_no_deep_one() -> None:
    """Python's own stack would end at a thousand."""
    chain = [[node + 1] for node in range(50_000)] + [[]]
    assert next(components(chain)) == [50_000]
    circle = [[(node + 1) % 50_000] for node in range(50_000)]
    assert [len(group) for group in components(circle)] == [50_000]
