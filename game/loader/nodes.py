"""YAML text to nodes, each scalar as the text that stands in the file.

libyaml does it where PyYAML was built with it; PyYAML's own parser does it elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

__all__ = ["Compose", "compose", "compose_with_libyaml", "compose_with_python"]

Compose = Callable[[str], yaml.Node | None]


class _Untyped:
    """Gives no node a type: YAML's guesses at numbers, dates and truth are none of ours."""

    def resolve(self, *_kind: Any) -> str:
        return ""

    def descend_resolver(self, *_place: Any) -> None: ...

    def ascend_resolver(self) -> None: ...


class _PythonLoader(Reader, Scanner, Parser, Composer, _Untyped):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def compose_with_python(text: str) -> yaml.Node | None:
    """The one document of a text; None where it is empty.

    Raises:
        yaml.YAMLError: the text is no YAML, or more than one document.
    """
    return _PythonLoader(text).get_single_node()


def _libyaml() -> Compose | None:
    """The same with libyaml; None where PyYAML was built without it."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return None

    class LibyamlLoader(CParser, _Untyped):
        pass

    def compose_with_libyaml(text: str) -> yaml.Node | None:
        node: yaml.Node | None = LibyamlLoader(text).get_single_node()
        return node

    return compose_with_libyaml


compose_with_libyaml = _libyaml()
compose = compose_with_libyaml or compose_with_python
