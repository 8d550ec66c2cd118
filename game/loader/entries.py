"""A line that stands where it may, in a text that YAML cannot read: its dashes, its key, its value."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from game.loader.draft import Edit, mask
from game.loader.keys import is_known_key, is_speech_key, takes_people
from game.loader.marks import BARE_KEY, BLANKS, DASH, GLUED_KEY, KEY, WRONG_COLON, bare, known, match_end, matches
from game.loader.outline import Outline, is_closed
from game.loader.people import of_speaker, person_called
from game.loader.punctuation import read_value
from game.loader.repairs import Repair
from game.loader.samples import of_short_ending
from game.scenario.names import CUSTOMER, NARRATOR, YOU, is_name

__all__ = ["Taken", "loose", "read_entry"]

_STANDS_FOR = {"ending": "outcome", "you": "name", "customer": "name"}
"""What a text behind these keys most often is, if that does not stand below them."""

Taken = Generator[Repair, None, int]
"""Gives the repairs, and in the end the offset at which the last line it took ends."""


def read_entry(outline: Outline, first: int, end: int, column: int, *, is_item: bool = False) -> Taken:
    """Read a line that stands where it may: dashes, a key, a value."""
    is_new = not outline.levels or column > outline.levels[-1].column
    is_dash = matches(DASH, outline.text, first, end)
    while outline.levels and is_closed(outline.levels[-1], column, is_dash=is_dash or is_item):
        outline.levels.pop()
    if is_item:
        outline.key = "" if is_speech_key(outline.levels[-1].key) else outline.levels[-1].key
        outline.column = column
        column += len("- ")
        is_new = True
    while dash := DASH.match(outline.text, first, end):
        outline.open(column, is_list=True)
        outline.key = "" if is_speech_key(outline.levels[-1].key) else outline.levels[-1].key
        column += dash.end() - first
        first = dash.end()
        is_new = True
    if first == end or outline.text[first] == "#":
        outline.follows = "block"
        return end
    return (yield from _content(outline, first, end, column, is_new=is_new))


def _content(outline: Outline, first: int, end: int, column: int, *, is_new: bool) -> Taken:
    """Read what stands behind the dashes of a line: a key with its value, or a value alone."""
    if (
        outline.text[first] in "\"'"
        and not matches(KEY, outline.text, first, end)
        and matches(KEY, outline.text, first + 1, end)
        and outline.text.find(outline.text[first], first + 1, end) < 0
    ):
        yield Repair("unclosed-quote", first, first + 1, (Edit(first, first + 1, ""),))
        first += 1
    if glued := known(outline.text, GLUED_KEY, first, end):
        space = Edit(glued.end(), glued.end(), " ")
        yield Repair("colon-without-space", first, glued.end(), (space,), {"key": glued[1]})
        return (yield from _keyed(outline, glued.end(), end, glued[1], column))
    key = KEY.match(outline.text, first, end)
    if key and not (is_new and _is_sentence(outline, key[0])):
        return (yield from _keyed(outline, key.end(), end, bare(key[0]), column))
    wrong = known(outline.text, WRONG_COLON, first, end)
    if wrong and (not is_new or outline.has_sibling(end, column)):
        values: dict[str, str | int] = {"variant": "wrong", "key": wrong[1], "mark": wrong[2]}
        yield Repair("missing-colon", *wrong.span(2), (Edit(wrong.end(1), wrong.end(), ": "),), values)
        return (yield from _keyed(outline, wrong.end(), end, wrong[1], column))
    lone = known(outline.text, BARE_KEY, first, end)
    if lone and (not is_new or outline.has_sibling(end, column)):
        yield Repair("missing-colon", first, lone.end(), (Edit(lone.end(), lone.end(), ":"),), {"key": lone[1]})
        return (yield from _keyed(outline, lone.end(), end, lone[1], column))
    last = first + len(outline.text[first:end].rstrip())
    wants_words = is_new and is_known_key(outline.key) and is_speech_key(outline.key)
    if is_name(outline.text[first:last]) and outline.has_keys_below(end, column) and not wants_words:
        yield Repair("missing-colon", first, last, (Edit(last, last, ":"),), {"key": outline.text[first:last]})
        return (yield from _keyed(outline, last, end, outline.text[first:last], column))
    if is_new:
        return (yield from _value(outline, first, end, outline.key))
    yield from loose(outline, outline.text.rfind("\n", 0, first) + 1, first, end)
    return end


def _is_sentence(outline: Outline, key: str) -> bool:
    """Whether a key is the beginning of a sentence: several words, where words are wanted."""
    is_words = is_speech_key(outline.key) and len(key.split()) > 1 and not key.startswith(("'", '"'))
    return is_words and person_called(key[:-1], outline.people) is None


def _keyed(outline: Outline, start: int, end: int, key: str, column: int) -> Taken:
    """Read what stands behind a key."""
    outline.open(column, is_list=False)
    outline.levels[-1].keys.add(key)
    return (yield from _value(outline, start, end, key))


def _value(outline: Outline, start: int, end: int, key: str) -> Taken:
    """Read what stands behind a key or a dash."""
    outline.key = key
    outline.has_speaker = False
    start = match_end(BLANKS, outline.text, start, end)
    if start == end or (outline.text[start] == "#" and outline.text[start - 1] in " \t"):
        outline.follows = "block"
        return end
    if outline.has_part_below(end, key) and outline.text[start] not in "\"'[{|>&*!":
        yield _beside(outline, start, end, key)
        outline.follows = "block"
        return end
    value = read_value(outline.text, start, end, key, outline.column)
    for repair in value.repairs:
        yield _of_speaker(outline, repair, start, key) if repair.code == "colon-in-speech" else repair
    outline.follows = value.follows
    if value.follows == "text":
        outline.fold, outline.is_fold_new = outline.text[start:end].split()[0], True
    return value.end


def _beside(outline: Outline, start: int, end: int, key: str) -> Repair:
    """Report a text behind a key below which its keys stand, and leave it out."""
    word = outline.text[start:end].split(" #")[0].rstrip()
    values = of_short_ending(word) if key == "ending" else {"variant": "keys-beside-text", "key": key, "word": word}
    stop = start + len(word)
    needed = _STANDS_FOR.get(key, "")
    stands = f"\n{' ' * outline.indent_below(end)}{needed}: {mask(word)}" if needed else ""
    return Repair(
        "wrong-shape", start, stop, (Edit(start, stop, "" if outline.has_below(end, needed) else stands),), values
    )


def _of_speaker(outline: Outline, repair: Repair, start: int, key: str) -> Repair:
    """A colon in a sentence, told as what stands behind a speaker where one stands before it."""
    words = outline.text[start : repair.start].strip()
    if takes_people(key) and words in {CUSTOMER, YOU, NARRATOR, *outline.people.values()}:
        return repair._replace(code="keys-in-a-row", start=start, values={"key": key, "inner": words})
    called = person_called(words, outline.people) if takes_people(key) or not key else None
    return repair if called is None else repair._replace(values=of_speaker(called))


def loose(outline: Outline, start: int, first: int, end: int) -> Iterator[Repair]:
    """Report a line that belongs to nothing, and leave it out."""
    last = first + len(outline.text[first:end].rstrip())
    yield Repair("loose-text", first, last, (Edit(start, last, ""),))
