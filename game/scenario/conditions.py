"""The conditions of `when:`: their values, and the reader of their small language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from game.scenario.names import CONDITION_WORDS, is_name
from game.scenario.times import parse_duration
from game.scenario.values import MOOD_MAX, MOOD_MIN

__all__ = [
    "All",
    "Any",
    "Comparison",
    "Condition",
    "ConditionFault",
    "ElapsedIs",
    "Fact",
    "MoodIs",
    "Not",
    "PromiseIs",
    "Seen",
    "Taken",
    "parse_condition",
    "terms",
]

Comparison = Literal["<", "<=", "=", "!=", ">=", ">"]


class _Term(msgspec.Struct, frozen=True, tag=str.lower, tag_field="is"):
    """A node of a condition."""


class Fact(_Term, frozen=True):
    """The fact is remembered."""

    name: str


class PromiseIs(_Term, frozen=True):
    """The promise stands so."""

    name: str
    state: Literal["open", "kept", "broken"]


class Taken(_Term, frozen=True):
    """The choice, `scene/id`, was taken in this play."""

    choice: str


class Seen(_Term, frozen=True):
    """The scene was entered before the present visit."""

    scene: str


class MoodIs(_Term, frozen=True):
    """The person's mood compares so."""

    person: str
    comparison: Comparison
    value: int


class ElapsedIs(_Term, frozen=True):
    """The case time since the opening, in seconds, compares so."""

    comparison: Comparison
    value: int


class Not(_Term, frozen=True):
    """The inner condition does not hold."""

    inner: Condition


class All(_Term, frozen=True):
    """Each of the parts holds."""

    parts: tuple[Condition, ...]


class Any(_Term, frozen=True):
    """At least one of the parts holds."""

    parts: tuple[Condition, ...]


Condition = Fact | PromiseIs | Taken | Seen | MoodIs | ElapsedIs | Not | All | Any


class ConditionFault(ValueError):
    """A text that is no condition: the reason, and the characters (from 0, end exclusive) it lies in."""

    def __init__(self, reason: str, word: str, start: int, end: int) -> None:
        super().__init__(f"{reason}: {word}")
        self.reason = reason
        """One of `empty`, `word-expected`, `too-much`, `parenthesis`, `comparison`, `number`, `mood`, `duration`,
        `nested`, `character`, `reserved`, `name`, `name-expected`, `choice`, `subject`."""
        self.word = word
        self.start = start
        self.end = end


class _Token(NamedTuple):
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"\s*(?:(<=|>=|!=|==|<>|=>|=<|[<>=()])|([+-]?[0-9]+(?:\s*(?!(?:and|or)\b)[^\W\d_]+)?)|([^\W\d_][\w/-]*))"
)
_DEEPEST = 32
_COMPARISONS: dict[str, Comparison] = {"<": "<", "<=": "<=", "=": "=", "!=": "!=", ">=": ">=", ">": ">"}
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")


def parse_condition(text: str, facing: str) -> Condition:
    """Read a condition; a plain `mood` is that of the person faced.

    Raises:
        ConditionFault: the text is no condition; names the reason and the place.
    """
    return _Reader(text, facing).condition()


def terms(condition: Condition) -> Iterator[Fact | PromiseIs | Taken | Seen | MoodIs | ElapsedIs]:
    """The single questions a condition asks, from left to right."""
    match condition:
        case Not(inner):
            yield from terms(inner)
        case All(parts) | Any(parts):
            for part in parts:
                yield from terms(part)
        case _:
            yield condition


class _Reader:
    """Recursive descent: `or` binds least, then `and`, then `not`."""

    def __init__(self, text: str, facing: str) -> None:
        self._text = text
        self._facing = facing
        self._tokens = list(_tokens(text))
        self._next = 0
        self._depth = 0

    def condition(self) -> Condition:
        if not self._tokens:
            raise ConditionFault("empty", "", 0, len(self._text))
        found = self._any()
        if (rest := self._peek()) is not None:
            reason = "parenthesis" if rest.text == ")" else "too-much"
            raise _fault(reason, rest)
        return found

    def _any(self) -> Condition:
        parts = [self._all()]
        while self._skip("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self) -> Condition:
        parts = [self._not()]
        while self._skip("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _not(self) -> Condition:
        here = self._peek()
        if here is None or here.text not in ("not", "("):
            return self._term()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _fault("nested", here)
        self._next += 1
        if here.text == "not":
            found: Condition = Not(self._not())
        else:
            found = self._any()
            if not self._skip(")"):
                raise _fault("parenthesis", here)
        self._depth -= 1
        return found

    def _term(self) -> Condition:
        token = self._take()
        match token.text:
            case "open" | "kept" | "broken" as state:
                return PromiseIs(self._name().text, state)
            case "taken":
                return Taken(self._choice())
            case "seen":
                return Seen(self._name().text)
            case "mood":
                person = self._name().text if self._skip("of") else self._facing
                comparison = self._comparison()
                number = self._take()
                if _WHOLE_NUMBER.fullmatch(number.text) is None:
                    raise _fault("number", number)
                if not MOOD_MIN <= int(number.text) <= MOOD_MAX:
                    raise _fault("mood", number)
                return MoodIs(person, comparison, int(number.text))
            case "elapsed":
                comparison = self._comparison()
                amount = self._take()
                try:
                    return ElapsedIs(comparison, parse_duration(amount.text))
                except ValueError:
                    raise _fault("duration", amount) from None
            case "and" | "or" | "of" | ")":
                raise _fault("word-expected", token)
            case text if is_name(text):
                return Fact(text)
            case text if text in _COMPARISONS:
                raise _fault("subject", token)
            case _:
                raise _fault("name", token)

    def _choice(self) -> str:
        token = self._take()
        scene, _, choice = token.text.partition("/")
        if not (is_name(scene) and (is_name(choice) or choice.isdecimal())):
            raise _fault("choice", token)
        return token.text

    def _name(self) -> _Token:
        token = self._take("name-expected")
        if token.text in CONDITION_WORDS:
            raise _fault("reserved", token)
        if not is_name(token.text):
            raise _fault("name", token)
        return token

    def _comparison(self) -> Comparison:
        token = self._take("comparison")
        if token.text not in _COMPARISONS:
            raise _fault("comparison", token)
        return _COMPARISONS[token.text]

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, missing: str = "word-expected") -> _Token:
        token = self._peek()
        if token is None:
            raise ConditionFault(missing, "", len(self._text), len(self._text))
        self._next += 1
        return token

    def _skip(self, text: str) -> bool:
        here = self._peek()
        if here is None or here.text != text:
            return False
        self._next += 1
        return True


def _fault(reason: str, token: _Token) -> ConditionFault:
    return ConditionFault(reason, token.text, token.start, token.end)


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    end = len(text.rstrip())
    while position < end:
        found = _TOKEN.match(text, position)
        if found is None:
            start = position + len(text[position:]) - len(text[position:].lstrip())
            raise ConditionFault("character", text[start], start, start + 1)
        group = found.lastindex or 0
        yield _Token(found[group], found.start(group), found.end(group))
        position = found.end()
