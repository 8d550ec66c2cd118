"""From the parts of a scenario back to where they stand in its file."""

from __future__ import annotations

from functools import cached_property

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from game.diagnostics import Span
from game.loader.contents import contents_of_text
from game.loader.mending import Mended, compose_mended
from game.loader.names import normal
from game.loader.nodes import PARSER
from game.loader.references import extent_of_name

__all__ = ["SourceMap"]


class SourceMap:
    """The places of a file that was read without errors; it is looked through when a place is first asked for.

    A path goes down by the keys as they stand in the file and by positions in lists, from 0: `("scenes", "hello",
    "choices", 1, "goto", 0, "when")`. What a trainer may abbreviate need not be known: where one value stands for a
    list it is its first, and where a plain text stands for keys it is each of them.
    """

    def __init__(self, source: str, name: str) -> None:
        self._source = source
        self._name = name

    def place(self, *path: str | int, word: str | None = None) -> Span:
        """Where a value stands, or the key of one that has several lines; `word` marks a name in it.

        What is not written in the file is told with what it would stand in.
        """
        if self._mended.root is None:
            return Span(self._name)
        key, value = self._find(path)
        node = value if isinstance(value, ScalarNode) and value.value else key or value
        walk = self._mended.walk
        extent = extent_of_name(walk, node, word) if word and isinstance(node, ScalarNode) else walk.extent(node)
        return walk.source.span(*map(walk.draft.origin, extent))

    def extent(self, *path: str | int) -> tuple[int, int]:
        """The characters of the text, from 0, end exclusive, that a value takes, however many lines these are."""
        _, value = self._find(path)
        origin = self._mended.walk.draft.origin
        return origin(value.start_mark.index), origin(value.end_mark.index)

    def lines_of_texts(self) -> frozenset[int]:
        """The lines, from 1, that are words of a text begun on a line before, so that `#` begins no comment there."""
        found: set[int] = set()
        waiting = [self._mended.root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, ScalarNode):
                last = node.end_mark.line + (1 if node.end_mark.column else 0)
                found.update(range(node.start_mark.line + 2, last + 1))
            elif isinstance(node, SequenceNode):
                waiting.extend(node.value)
            elif isinstance(node, MappingNode):
                waiting.extend(part for pair in node.value for part in pair)
        return frozenset(found)

    @cached_property
    def _mended(self) -> Mended:
        return compose_mended(contents_of_text(self._source, self._name), PARSER)

    def _find(self, path: tuple[str | int, ...]) -> tuple[yaml.Node | None, yaml.Node]:
        """The node of a path with its key, as far as the path is written."""
        key, node = None, self._mended.root
        assert node is not None
        for step in path:
            if isinstance(step, int):
                if isinstance(node, SequenceNode):
                    key, node = None, node.value[step]
            elif isinstance(node, MappingNode):
                pairs = (pair for pair in node.value if isinstance(pair[0], ScalarNode))
                found = next((pair for pair in pairs if normal(pair[0].value) == step), None)
                if found is not None:
                    key, node = found
        return key, node
