"""Strongly connected components of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["components"]


def components(follows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The strongly connected components, each after those it leads to.

    Tarjan's algorithm (R. Tarjan, SIAM J. Comput. 1, 1972), with its stack in a list: cases may be deeper than
    Python's own stack.

    Args:
        follows: for each node, a number from 0, the nodes it leads to.
    """
    count = len(follows)
    order = [-1] * count
    low = [0] * count
    is_waiting = [False] * count
    waiting: list[int] = []
    visited = 0
    for root in range(count):
        if order[root] >= 0:
            continue
        path = [(root, iter(follows[root]))]
        while path:
            node, ways = path[-1]
            if order[node] < 0:
                order[node] = low[node] = visited
                visited += 1
                waiting.append(node)
                is_waiting[node] = True
            for target in ways:
                if order[target] < 0:
                    path.append((target, iter(follows[target])))
                    break
                if is_waiting[target]:
                    low[node] = min(low[node], order[target])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == order[node]:
                    found: list[int] = []
                    while not found or found[-1] != node:
                        found.append(waiting.pop())
                        is_waiting[found[-1]] = False
                    yield found
