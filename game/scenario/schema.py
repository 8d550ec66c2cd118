"""The JSON Schema of what trainers write, made from the model; editors complete, explain and check by it.

Draft 7, which yaml-language-server knows best, with that server's own words beside it (`markdownDescription`,
`enumDescriptions`, `errorMessage`, `defaultSnippets`), which others pass over. It describes the abbreviations too, and
what keys ask of each other. What it cannot say is left to the loader: whether names are declared, for one.
"""

from __future__ import annotations

from typing import Any

from game.scenario.curriculum import Curriculum
from game.scenario.kinds import (
    ByName,
    ByPerson,
    ConditionText,
    DurationText,
    Field,
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
from game.scenario.model import Exit, Habits, Line, Part, Scenario
from game.scenario.rules import AtLeastOne, AtMostOne, ExactlyOne, Needs, Rule
from game.scenario.snippets import SNIPPETS
from game.scenario.times import WEEKDAYS

__all__ = ["WRITTEN_BY", "curriculum_schema", "habits_schema", "schema"]

Schema = dict[str, Any]

WRITTEN_BY = "Written by Gastgeber, and written again when its format changes. Leave it beside your cases."
"""What a file with the schema says of itself, so that it is known for the program's own."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
_WORDS: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": r"\S",
    "errorMessage": "Write words here. Put quotes round them where they contain a colon, or begin with a mark.",
}
"""Speech is never data, whatever an editor takes `12` or `true` for."""
_LETTER = r"[^\s\d!-/:-`{-~]"
"""No blank, digit, ASCII punctuation mark or capital: as near as patterns come that all editors know."""
_NAME: Schema = {
    "type": "string",
    "pattern": rf"^{_LETTER}[^\s!-/:-`{{-~]*([-_][^\s!-/:-`{{-~]+)*$",
    "errorMessage": "A name is written in lower case and begins with a letter; its words are joined by - or _.",
}
_DURATION: Schema = {
    "type": "string",
    "pattern": r"^\s*[0-9]{1,9}\s*(s|min|h|days?|weeks?)\s*$",
    "errorMessage": "Write a whole number and a unit: 30 s, 2 min, 6 h, 1 day or 3 weeks.",
}
_LANGUAGE: Schema = {
    "type": "string",
    "pattern": r"^\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\s*$",
    "errorMessage": "Write the short name of a language, such as en, de or de-CH.",
}
_NUMBER = r"^\s*[+-]?[0-9]{1,9}\s*$"
"""A number in quotes, whose range no pattern tells."""
_BELOW = "Write what belongs to it in the lines below, each two blanks further in."
_TIME = r"([01]?[0-9]|2[0-3]):[0-5][0-9]"
_SHORT_WEEKDAY = 3


def schema() -> Schema:
    """The schema of a scenario's file."""
    parts: dict[str, Schema] = {}
    case = _part(Scenario, parts)
    return {"$schema": _DIALECT, "$comment": WRITTEN_BY, "type": "object", **case, "definitions": parts}


def habits_schema() -> Schema:
    """The schema of habits.yaml."""
    return _beside(Habits)


def curriculum_schema() -> Schema:
    """The schema of curriculum.yaml."""
    return _beside(Curriculum)


def _beside(part: type[Part]) -> Schema:
    """The schema of a file beside the cases: what stands under the one key of a part."""
    parts: dict[str, Schema] = {}
    inside = _schema(fields(part)[0].kind, parts)
    return {"$schema": _DIALECT, "$comment": WRITTEN_BY, "title": part.__name__, **inside, "definitions": parts}


def _schema(kind: Kind, parts: dict[str, Schema]) -> Schema:
    """The schema of a kind of value; those of parts are put among the definitions and referred to."""
    match kind:
        case Text():
            return _WORDS
        case Number(low, high):
            return {
                "type": ["integer", "string"],
                "minimum": low,
                "maximum": high,
                "pattern": _NUMBER,
                "errorMessage": f"Write a whole number from {low} to {high}.",
            }
        case Word(options, means):
            told = {"enumDescriptions": list(means), "markdownEnumDescriptions": list(means)} if means else {}
            return {"enum": list(options), **told}
        case InventedName(of):
            reserved = {"enum": sorted(reserved_names(of))}
            return {**_NAME, "not": reserved}
        case SeveralTexts(each):
            one = _schema(each, parts)
            return {"anyOf": [one, {"title": "List", **_list_of(one)}]}  # untitled, an editor takes both for one
        case Single(part):
            return _keys_of(part, parts)
        case Parts(part):
            return _list_schema(part, parts)
        case ByName(key, part):
            return _mapping(_name_key(key, parts), _described(part, parts))
        case ByPerson(each):
            value = _schema(each, parts)
            return {"anyOf": [value, {"title": "By person", **_mapping(_schema(KnownName("person"), parts), value)}]}
        case _:
            return _SIMPLE[type(kind)]


def _anycase(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter.lower()}]" for letter in word)


def _weekday(name: str) -> str:
    return f"{_anycase(name[:_SHORT_WEEKDAY])}({_anycase(name[_SHORT_WEEKDAY:])})?"


_SIMPLE: dict[type, Schema] = {
    Flag: {"enum": [True, False, "true", "false"]},
    DurationText: _DURATION,
    MomentText: {
        "type": "string",
        "pattern": rf"^\s*({'|'.join(map(_weekday, WEEKDAYS))})\s+{_TIME}\s*$",
        "errorMessage": "Write an English weekday and a time: Tuesday 17:00, or Tue 17:00.",
    },
    ConditionText: {"type": "string", "pattern": r"\S", "errorMessage": "Write a condition: mood >= 1, for example."},
    LanguageText: _LANGUAGE,
    KnownName: _NAME,
}
_DATA = (DurationText, MomentText, ConditionText, LanguageText)
"""Kinds whose examples are of use as they stand; those of speech would stay behind in a case."""


def _reference(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """A reference to the part's schema, which is made when it is first asked for."""
    name = part.__name__.lower()
    if name not in parts:
        parts[name] = {}  # taken, should the part hold itself
        parts[name] = _part(part, parts)
    return {"$ref": f"#/definitions/{name}"}


def _described(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """The part as an entry of a list or a mapping, where no key tells what it is."""
    return {"description": _first_line(part), **_keys_of(part, parts)}


def _keys_of(part: type[Part], parts: dict[str, Schema]) -> Schema:
    # What stands beside a reference does not count in this draft, so the reference stands in a list of its own.
    return {"type": "object", "errorMessage": _BELOW, "allOf": [_reference(part, parts)]}


def _first_line(part: type[Part]) -> str:
    return (part.__doc__ or "").splitlines()[0].replace("`", "")


def _part(part: type[Part], parts: dict[str, Schema]) -> Schema:
    found: Schema = {
        "title": part.__name__,
        "properties": {field.key: _property(field, parts) for field in fields(part)},
        "additionalProperties": False,
    }
    if required := [field.key for field in fields(part) if field.is_required]:
        found["required"] = required
    if part.rules:
        found["allOf"] = [_rule(rule) for rule in part.rules]
    return found


def _property(field: Field, parts: dict[str, Schema]) -> Schema:
    """What may stand behind a key, with all that an editor tells of it."""
    inner = _schema(field.kind, parts)
    told = [f"```yaml\n{field.key}:{'' if one[0] == chr(10) else ' '}{one}\n```" for one in field.examples]
    found: Schema = {"description": field.description.replace("`", ""), **inner}
    if isinstance(field.kind, _DATA):
        found["examples"] = list(field.examples)
        told = []
    found["markdownDescription"] = "\n\n".join([field.description, *told])
    if snippets := SNIPPETS.get(field.key):  # apart, or the key itself would be completed otherwise
        found["allOf"] = [{"type": inner["type"], "defaultSnippets": snippets}]
    return found


def _rule(rule: Rule) -> Schema:
    match rule:
        case ExactlyOne(first, second):
            return {"allOf": [_one_of(first, second), _not_beside(first, second)]}
        case AtLeastOne(first, second):
            return _one_of(first, second)
        case AtMostOne(first, second):
            return _not_beside(first, second)
        case Needs(key, other):
            told = f"`{key}` needs `{other}` too."
            return {"if": {"required": [other]}, "else": {"properties": {key: False}, "errorMessage": told}}
        case _:
            return _not_beside(rule.key, *rule.without)


def _one_of(first: str, second: str) -> Schema:
    told = f"`{first}` or `{second}` is missing here."
    return {"anyOf": [{"required": [key], "errorMessage": told} for key in (first, second)]}


def _not_beside(key: str, *others: str) -> Schema:
    """Written so that an editor marks the other key, not the whole part."""
    told = f"This cannot stand beside `{key}`."
    return {"dependencies": {key: {"properties": dict.fromkeys(others, False), "errorMessage": told}}}


def _list_schema(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """A list of parts; of parts that can be written short, a single one too."""
    if part.short is None:
        return _list_of(_described(part, parts))
    forms = [next(_schema(field.kind, parts) for field in fields(part) if field.key == part.short)]
    forms.append(_described(part, parts))
    if part is Line:
        forms.append(_spoken())
    several = _list_of({"anyOf": forms})
    if part is Exit:
        several["contains"] = {"not": {"type": "object", "required": ["when"]}}  # the last of them
    return {"anyOf": [*forms, several]}


def _spoken() -> Schema:
    """A line as `person: words`."""
    keys = [field.key for field in fields(Line)]
    speaker = {**_NAME, "title": "person", "not": {"enum": keys}}
    return {"description": "Who says it: what is said.", **_mapping(speaker, _WORDS), "maxProperties": 1}


def _list_of(each: Schema) -> Schema:
    return {"type": "array", "items": each, "minItems": 1}


def _name_key(key: InventedName, parts: dict[str, Schema]) -> Schema:
    """A name as a key, with what an editor proposes for it."""
    told = f"A name you invent for this {key.of}: lower case, words joined by -."
    return {"title": f"new-{key.of}", "description": told, "allOf": [_schema(key, parts)]}


def _mapping(key: Schema, value: Schema) -> Schema:
    found: Schema = {"type": "object", "propertyNames": key, "additionalProperties": value, "minProperties": 1}
    return {**found, "errorMessage": _BELOW}
