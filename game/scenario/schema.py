"""The JSON Schema of what trainers write, made from the model; editors complete and check by it.

Draft 7, which yaml-language-server knows best. It describes the abbreviations too, and what keys ask of each other.
What it cannot say is left to the loader: whether names are declared, and where a `goto` list must have no `when`.
"""

from __future__ import annotations

from typing import Any

from game.scenario.kinds import (
    ByName,
    ByPerson,
    ConditionText,
    DurationText,
    Flag,
    InventedName,
    Kind,
    KnownName,
    LanguageText,
    MomentText,
    Number,
    Parts,
    SeveralTexts,
    Single,
    Text,
    Word,
    fields,
    reserved_names,
)
from game.scenario.model import Habits, Line, Part, Scenario
from game.scenario.rules import AtLeastOne, AtMostOne, ExactlyOne, Needs, Rule
from game.scenario.times import WEEKDAYS

__all__ = ["habits_schema", "schema"]

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_WORDS: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""Speech is never data, whatever an editor takes `12` or `true` for."""
_LETTER = r"[^\s\d!-/:-`{-~]"
"""No blank, digit, ASCII punctuation mark or capital: as near as patterns come that all editors know."""
_NAME = rf"^{_LETTER}[^\s!-/:-`{{-~]*([-_][^\s!-/:-`{{-~]+)*$"
_DURATION = r"^\s*[0-9]{1,9}\s*(s|min|h|days?|weeks?)\s*$"
_NUMBER = r"^\s*[+-]?[0-9]{1,9}\s*$"
"""A number in quotes, whose range no pattern tells."""
_LANGUAGE = r"^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\s*$"
_TIME = r"([01]?[0-9]|2[0-3]):[0-5][0-9]"
_SHORT_WEEKDAY = 3


def schema() -> Schema:
    """The schema of a scenario's file."""
    parts: dict[str, Schema] = {}
    return {"$schema": _DIALECT, "title": "Scenario", **_part(Scenario, parts), "definitions": parts}


def habits_schema() -> Schema:
    """The schema of habits.yaml."""
    parts: dict[str, Schema] = {}
    return {"$schema": _DIALECT, "title": "Habits", **_schema(fields(Habits)[0].kind, parts), "definitions": parts}


def _schema(kind: Kind, parts: dict[str, Schema]) -> Schema:
    """The schema of a kind of value; those of parts are put among the definitions and referred to."""
    match kind:
        case Text():
            return _WORDS
        case Number(low, high):
            return {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": _NUMBER}
        case Word(options):
            return {"enum": list(options)}
        case InventedName(of):
            return {"type": "string", "pattern": _NAME, "not": {"enum": sorted(reserved_names(of))}}
        case SeveralTexts(each):
            one = _schema(each, parts)
            return {"anyOf": [one, _list_of(one)]}
        case Single(part):
            return _reference(part, parts)
        case Parts(part):
            return _list_schema(part, parts)
        case ByName(key, part):
            return _mapping(_schema(key, parts), _reference(part, parts))
        case ByPerson(each):
            value = _schema(each, parts)
            return {"anyOf": [value, _mapping(_schema(KnownName("person"), parts), value)]}
        case _:
            return _SIMPLE[type(kind)]


def _anycase(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter.lower()}]" for letter in word)


def _weekday(name: str) -> str:
    return f"{_anycase(name[:_SHORT_WEEKDAY])}({_anycase(name[_SHORT_WEEKDAY:])})?"


_SIMPLE: dict[type, Schema] = {
    Flag: {"enum": [True, False, "true", "false"]},
    DurationText: {"type": "string", "pattern": _DURATION},
    MomentText: {"type": "string", "pattern": rf"^\s*({'|'.join(map(_weekday, WEEKDAYS))})\s+{_TIME}\s*$"},
    ConditionText: {"type": "string", "pattern": r"\S"},
    LanguageText: {"type": "string", "pattern": _LANGUAGE},
    KnownName: {"type": "string", "pattern": _NAME},
}


def _reference(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """A reference to the part's schema, which is made when it is first asked for."""
    name = part.__name__.lower()
    if name not in parts:
        parts[name] = {}  # taken, should the part hold itself
        parts[name] = _part(part, parts)
    return {"$ref": f"#/definitions/{name}"}


def _part(part: type[Part], parts: dict[str, Schema]) -> Schema:
    properties = {
        # what stands beside a reference does not count in this draft, so the reference stands in a list of its own
        field.key: {"description": field.description, "allOf": [_schema(field.kind, parts)]}
        for field in fields(part)
    }
    found: Schema = {
        "type": "object",
        "description": (part.__doc__ or "").splitlines()[0],
        "properties": properties,
        "additionalProperties": False,
    }
    if required := [field.key for field in fields(part) if field.is_required]:
        found["required"] = required
    if part.rules:
        found["allOf"] = [_rule(rule) for rule in part.rules]
    return found


def _rule(rule: Rule) -> Schema:
    match rule:
        case ExactlyOne(first, second):
            return {"oneOf": [{"required": [first]}, {"required": [second]}]}
        case AtLeastOne(first, second):
            return {"anyOf": [{"required": [first]}, {"required": [second]}]}
        case AtMostOne(first, second):
            return {"not": {"required": [first, second]}}
        case Needs(key, other):
            return {"dependencies": {key: [other]}}
        case _:
            others = [{"required": [other]} for other in rule.without]
            return {"dependencies": {rule.key: {"not": {"anyOf": others}}}}


def _list_schema(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """A list of parts; of parts that can be written short, a single one too."""
    forms = [_reference(part, parts)]
    if part.short is None:
        return _list_of(forms[0])
    if part is Line:
        forms.append(_spoken())
    forms.append(next(_schema(field.kind, parts) for field in fields(part) if field.key == part.short))
    return {"anyOf": [*forms, _list_of({"anyOf": forms})]}


def _spoken() -> Schema:
    """A line as `person: words`."""
    keys = [field.key for field in fields(Line)]
    speaker = {**_SIMPLE[KnownName], "not": {"enum": keys}}
    return {"description": "Who says it: what is said.", **_mapping(speaker, _WORDS), "maxProperties": 1}


def _list_of(each: Schema) -> Schema:
    return {"type": "array", "items": each, "minItems": 1}


def _mapping(key: Schema, value: Schema) -> Schema:
    return {"type": "object", "propertyNames": key, "additionalProperties": value, "minProperties": 1}
