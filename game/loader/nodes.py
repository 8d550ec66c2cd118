"""YAML text to nodes, each scalar as the text that stands in the file.

libyaml does it where PyYAML was built with it; PyYAML's own parser does it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from yaml.composer import Composer
from yaml.parser import Parser as PythonParser
from yaml.reader import Reader
from yaml.scanner import Scanner

__all__ = ["LIBYAML", "PARSER", "PYTHON", "Parser"]


class Parser(NamedTuple):
    """One of PyYAML's two parsers; both raise yaml.YAMLError on a text that is no YAML."""

    compose: Callable[[str], yaml.Node | None]
    """The one document of a text; None where it is empty. It recurses: the text must have been looked at before."""
    events: Callable[[str], Iterator[yaml.Event]]
    """What a text is made of, one after the other, without recursion."""


class _Untyped:
    """Gives no node a type: YAML's guesses at numbers, dates and truth are none of ours."""

    def resolve(self, *_kind: Any) -> str:
        return ""

    def descend_resolver(self, *_place: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


_QUESTION_MARK = re.compile(r"([^\s,\[{:?-][ \t]*)\?(?=\S)|(?<=[^\s,\[{])\?")
_STAND_IN = "\U0010fffd"


class _PythonLoader(Reader, Scanner, PythonParser, Composer, _Untyped):
    """Hides question marks from PyYAML's scanner: unlike libyaml's, it lets none stand in a word in brackets."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, _QUESTION_MARK.sub(rf"\g<1>{_STAND_IN}", text))
        Scanner.__init__(self)
        PythonParser.__init__(self)
        Composer.__init__(self)

    def compose_scalar_node(self, anchor: dict[Any, yaml.Node]) -> yaml.ScalarNode:
        node = super().compose_scalar_node(anchor)
        node.value = node.value.replace(_STAND_IN, "?")
        return node


def _parser(loader: Callable[[str], Any]) -> Parser:
    def compose(text: str) -> yaml.Node | None:
        node: yaml.Node | None = loader(text).get_single_node()
        return node

    def events(text: str) -> Iterator[yaml.Event]:
        source = loader(text)
        while source.check_event():
            yield source.get_event()

    return Parser(compose, events)


def _libyaml() -> Parser | None:
    """None where PyYAML was built without libyaml."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return None

    class LibyamlLoader(CParser, _Untyped):
        pass

    return _parser(LibyamlLoader)


PYTHON = _parser(_PythonLoader)
LIBYAML = _libyaml()
PARSER = LIBYAML or PYTHON
