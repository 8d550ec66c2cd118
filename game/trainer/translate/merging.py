"""A catalogue brought up to date with its case: what was translated is never lost.

A sentence keeps its translation under its name; a sentence that was moved or renamed takes it along; a sentence that
was reworded keeps it as fuzzy, with the sentence it was made for; what is no longer in the case becomes obsolete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TypeVar

from game.loader.po import FUZZY, PoEntry

__all__ = ["Merged", "merge"]

_ALIKE = 0.5
"""How alike two sentences of one name must be to be one sentence, reworded, where there are several."""
_VERY_ALIKE = 0.75
"""The same for two sentences of different names."""
_COMPARISONS = 20_000
"""Pairs of sentences that are compared at most: a catalogue of another case must not take minutes."""


_Key = TypeVar("_Key", bound=Hashable)


@dataclass
class Merged:
    """What came of it."""

    entries: tuple[PoEntry, ...] = ()
    new: int = 0
    reworded: int = 0
    moved: int = 0
    removed: int = 0


@dataclass
class _Merging:
    """Sentences that still look for their entry, entries that are still to be had, and what was found."""

    wanted: dict[int, PoEntry]
    """By their place among the sentences."""
    left: dict[int, PoEntry]
    """By their place in the catalogue; those of sentences in the case first, then the obsolete ones."""
    found: dict[int, PoEntry] = field(default_factory=dict)

    def take(self, place: int, number: int) -> None:
        """Give a sentence an entry."""
        self.found[place] = _kept(self.wanted.pop(place), self.left.pop(number))

    def left_by(self, key: Callable[[PoEntry], _Key]) -> Mapping[_Key, list[int]]:
        """The entries still to be had, by something about them."""
        grouped: dict[_Key, list[int]] = {}
        for number, entry in self.left.items():
            grouped.setdefault(key(entry), []).append(number)
        return grouped


def merge(wanted: Sequence[PoEntry], old: Iterable[PoEntry]) -> Merged:
    """Bring the entries of a catalogue up to date.

    Args:
        wanted: the sentences of the case, in its order, untranslated.
        old: the entries of the catalogue.
    """
    before = list(old)
    left = dict(sorted(enumerate(before), key=lambda each: each[1].is_obsolete))
    work = _Merging(dict(enumerate(wanted)), left)
    _by_name(work)
    moved = _by_words(work)
    copied = _by_words_elsewhere(work, before)
    reworded = _by_place(work) + _by_likeness(work)
    new = len(work.wanted) + copied
    entries = {**work.found, **work.wanted}
    rest = [entry for number, entry in enumerate(before) if number in work.left]
    keys = {entry.key for entry in wanted}
    obsolete = [_obsolete(entry) for entry in rest if _is_worth_keeping(entry) and entry.key not in keys]
    removed = sum(not entry.is_obsolete for entry in rest)
    current = (entries[place] for place in range(len(wanted)))
    return Merged((*current, *obsolete), new, reworded, moved, removed)


def _by_name(work: _Merging) -> None:
    """The same sentence under the same name."""
    old = work.left_by(lambda entry: entry.key)
    for place, wanted in list(work.wanted.items()):
        if wanted.key in old:
            work.take(place, old[wanted.key][0])


def _by_words(work: _Merging) -> int:
    """The same sentence under a name there is no more: it was moved, or its scene or choice renamed."""
    count = 0
    old = work.left_by(lambda entry: entry.original)
    for place, wanted in list(work.wanted.items()):
        same = [number for number in old.get(wanted.original, ()) if number in work.left]
        if same:
            work.take(place, max(same, key=lambda number: _nearness(work.left[number], wanted)))
            count += 1
    return count


def _by_words_elsewhere(work: _Merging, before: Sequence[PoEntry]) -> int:
    """The same sentence under another name: said twice, it is translated like the first, if that is certain."""
    translations: dict[str, set[str]] = {}
    for entry in before:
        if entry.is_usable:
            translations.setdefault(entry.original, set()).add(entry.translation)
    count = 0
    for place, wanted in list(work.wanted.items()):
        known = translations.get(wanted.original, set())
        if len(known) == 1:
            work.found[place] = work.wanted.pop(place)._replace(translation=next(iter(known)))
            count += 1
    return count


def _by_place(work: _Merging) -> int:
    """Other words under the same name: the sentence was reworded."""
    pairs = []
    of_name = Counter(wanted.context for wanted in work.wanted.values())
    old = work.left_by(lambda entry: "" if entry.is_obsolete else entry.context)
    for place, wanted in work.wanted.items():
        rivals = old.get(wanted.context, [])
        if len(rivals) == 1 and of_name[wanted.context] == 1:
            pairs.append((1.0, place, rivals[0]))
        else:
            pairs += [(_likeness(wanted, work.left[rival], _ALIKE), place, rival) for rival in rivals]
    return _pair(work, pairs, _ALIKE)


def _by_likeness(work: _Merging) -> int:
    """Nearly the same words under another name: reworded and moved at once."""
    rivals = [number for number, entry in work.left.items() if entry.translation and not entry.is_obsolete]
    if len(work.wanted) * len(rivals) > _COMPARISONS:
        return 0
    pairs = [
        (_likeness(wanted, work.left[rival], _VERY_ALIKE), place, rival)
        for place, wanted in work.wanted.items()
        for rival in rivals
    ]
    return _pair(work, pairs, _VERY_ALIKE)


def _pair(work: _Merging, pairs: Iterable[tuple[float, int, int]], enough: float) -> int:
    """Give sentences their entries, the most alike first."""
    count = 0
    for likeness, place, rival in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if likeness >= enough and place in work.wanted and rival in work.left:
            work.take(place, rival)
            count += 1
    return count


def _likeness(one: PoEntry, other: PoEntry, enough: float) -> float:
    """How alike two sentences are, from 0 to 1; 0 where that is not enough."""
    matcher = SequenceMatcher(None, one.original, other.original, autojunk=False)
    if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
        return 0.0
    return matcher.ratio()


def _nearness(old: PoEntry, wanted: PoEntry) -> tuple[bool, int]:
    """How likely an entry is the sentence's: a renamed choice stays in its scene, and a reason a reason."""
    mine, its = old.context.split("/"), wanted.context.split("/")
    return not old.is_obsolete, (mine[0] == its[0]) + (mine[-1] == its[-1])


def _kept(wanted: PoEntry, old: PoEntry) -> PoEntry:
    """A sentence with what its entry held; fuzzy, where the translation was made for other words."""
    flags = tuple(flag for flag in old.flags if flag != FUZZY)
    entry = wanted._replace(translation=old.translation, comments=old.comments, flags=flags)
    if not old.translation:
        return entry
    made_for = old.previous if old.is_fuzzy and old.previous else old.original
    if old.original == wanted.original:
        return entry._replace(flags=old.flags, previous=old.previous)
    if made_for == wanted.original:  # reworded, and then as before again
        return entry
    return entry._replace(flags=(FUZZY, *flags), previous=made_for)


def _obsolete(entry: PoEntry) -> PoEntry:
    return entry._replace(is_obsolete=True, notes=(), references=())


def _is_worth_keeping(entry: PoEntry) -> bool:
    return bool(entry.translation or entry.comments)
