"""The part of docs/scenario-format.md that the program writes itself: every key, with what may stand behind it.

`python -m tests.scenario.reference` renews it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.loader.contents import LARGEST
from game.loader.guard import DEEPEST
from game.scenario import kinds
from game.scenario.curriculum import Chapter, Lesson
from game.scenario.kinds import Field, Kind, fields
from game.scenario.model import (
    Choice,
    Effects,
    Ending,
    Exit,
    Face,
    Habit,
    Line,
    Move,
    Part,
    Person,
    Player,
    Promise,
    Scenario,
    Scene,
)
from game.scenario.names import CONDITION_WORDS, RESERVED
from game.scenario.rules import AtLeastOne, AtMostOne, ExactlyOne, Needs, Rule
from game.session.rules import MOST_PASSES

__all__ = ["COMMAND", "PAGE", "reference", "renewed"]

PAGE = Path(__file__).parents[2] / "docs" / "scenario-format.md"
COMMAND = "python -m tests.scenario.reference"
_BEGIN = f"<!-- From here on written by `{COMMAND}`: change game/scenario, not this. -->\n"
_END = "<!-- Up to here. -->\n"

_PARTS: dict[type[Part], str] = {
    Scenario: "A case",
    Player: "`you`",
    Person: "`customer`, and each of `others`",
    Face: "`face`",
    Promise: "Each of `promises`",
    Scene: "Each of `scenes`",
    Line: "A line, of `says` or `answer`",
    Choice: "A choice",
    Move: "A choice and a `silence`",
    Effects: "A choice, a `silence`, `kept` and `broken`",
    Exit: "Each way of `goto`",
    Ending: "`ending`",
    Habit: "Each habit, in habits.yaml",
    Chapter: "Each chapter, in curriculum.yaml",
    Lesson: "Each of its `cases`",
}
"""The parts in the order of the page, and how they are called there."""

_SIMPLE = {
    kinds.Flag: "`true` or `false`",
    kinds.DurationText: "a duration",
    kinds.MomentText: "a moment",
    kinds.ConditionText: "a condition",
    kinds.LanguageText: "a language",
}


def renewed(page: str) -> str:
    """The page with its written part as it is to be."""
    before, _, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not end:
        raise ValueError(f"the page lacks the marks {_BEGIN!r} and {_END!r}")
    return before + _BEGIN + reference() + _END + after


def reference() -> str:
    """Every key of every part, the words that cannot be names, and the limits."""
    return "\n".join([*(line for part in _PARTS for line in _section(part)), *_reserved(), *_limits(), ""])


def _section(part: type[Part]) -> Iterator[str]:
    yield f"### {_PARTS[part]}"
    yield ""
    if part.short:
        yield f"Instead of these keys a text will do; it stands for `{part.short}`."
        yield ""
    yield "| key | what stands there | needed | left out | |"
    yield "|---|---|---|---|---|"
    inherited = {field.key for base in part.__bases__ if issubclass(base, Part) for field in fields(base)}
    for field in fields(part):
        if field.key not in inherited:
            needed = "yes" if field.is_required else ""
            yield f"| `{field.key}` | {_what(field.kind)} | {needed} | {_default(field)} | {_told(field)} |"
    yield ""
    if part.rules:
        yield " ".join(map(_rule, part.rules))
        yield ""


def _told(field: Field) -> str:
    """The description, and an example where it fits into a line."""
    short = [example for example in field.examples if not example.startswith("\n")]
    return f"{field.description} `{field.key}: {short[0]}`" if short else field.description


def _what(kind: Kind) -> str:
    match kind:
        case kinds.Text(is_label):
            return "a few words" if is_label else "sentences"
        case kinds.Number(low, high):
            return f"{low} to {high}"
        case kinds.Word(options, means):
            told = [f" ({meaning.rstrip('.')})" for meaning in means] or [""] * len(options)
            return ", ".join(f"`{option}`{meaning}" for option, meaning in zip(options, told, strict=True))
        case kinds.KnownName(of):
            return f"the name of a {of}"
        case kinds.InventedName(of):
            return f"a name you invent for a {of}"
        case kinds.SeveralTexts(each):
            return f"{_what(each)}, or a list"
        case kinds.ByPerson(each):
            return f"{_what(each)}; or `person:` and that, for each"
        case kinds.ByName(key, _):
            return f"{_what(key)}, and what belongs to it below, for each"
        case kinds.Parts(part) if part.short:
            return f"{_what(_kind_of(part, part.short))}, or a list"
        case kinds.Parts():
            return "a list"
        case kinds.Single():
            return "keys"
        case _:
            return _SIMPLE[type(kind)]


def _kind_of(part: type[Part], key: str) -> Kind:
    return next(field.kind for field in fields(part) if field.key == key)


def _default(field: Field) -> str:
    """What holds without the key, where that is a value and not nothing."""
    match field.default:
        case None | () | "":
            return ""
        case bool(value):
            return f"`{str(value).lower()}`"
        case 0 if isinstance(field.kind, kinds.DurationText):
            return "no time"
        case value:
            return f"`{value}`"


def _rule(rule: Rule) -> str:
    match rule:
        case ExactlyOne(first, second):
            return f"Either `{first}` or `{second}` stands there."
        case AtLeastOne(first, second):
            return f"`{first}` or `{second}` stands there, or both."
        case AtMostOne(first, second):
            return f"`{first}` and `{second}` never stand together."
        case Needs(key, other):
            return f"`{key}` needs `{other}`."
        case _:
            return f"Beside `{rule.key}` there is no {', no '.join(f'`{key}`' for key in rule.without)}."


def _reserved() -> Iterator[str]:
    line = [field.key for field in fields(Line)]
    yield "### Words that cannot be names"
    yield ""
    yield f"- of people that are always there, and of silence: {_listed(RESERVED - CONDITION_WORDS)}"
    yield f"- of conditions: {_listed(CONDITION_WORDS)}"
    yield f"- for people only, the keys of a line: {_listed(line)}"
    yield ""


def _listed(words: Iterator[str] | frozenset[str] | list[str]) -> str:
    return ", ".join(f"`{word}`" for word in sorted(words))


def _limits() -> Iterator[str]:
    yield "### Limits"
    yield ""
    yield f"- a file: {LARGEST >> 20} MiB, nested {DEEPEST} levels deep"
    yield f"- scenes passed within one decision: {MOST_PASSES:,}; more are taken for a ring"
    yield "- a duration: a thousand years"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
