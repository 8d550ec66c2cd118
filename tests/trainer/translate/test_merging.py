"""A catalogue is brought up to date without losing what was translated."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from game.loader.po import PoEntry
from game.trainer.translate.merging import Merged, merge

ASK = PoEntry("call/ask", "What did they tell you?", "Was hat man Ihnen gesagt?", comments=(" Sie, nicht du.",))
CAUSE = PoEntry("call/ask/because", "He has told it five times.", "Er hat es fünfmal erzählt.")
LINES = (
    PoEntry("call/says", "The telephone rings.", "Das Telefon klingelt."),
    PoEntry("call/says", "My line is dead again, and so is my patience.", "Meine Leitung ist wieder tot."),
)
ALL = (ASK, CAUSE, *LINES)


def bare(*entries: PoEntry) -> tuple[PoEntry, ...]:
    """The sentences as the case has them, untranslated."""
    return tuple(PoEntry(entry.context, entry.original, "") for entry in entries)


def counts(merged: Merged) -> tuple[int, int, int, int]:
    """What was counted: new, reworded, moved, removed."""
    return merged.new, merged.reworded, merged.moved, merged.removed


def test_what_did_not_change_keeps_its_translation() -> None:
    """Comments and flags too."""
    merged = merge(bare(*ALL), ALL)
    assert merged.entries == ALL
    assert counts(merged) == (0, 0, 0, 0)


def test_a_reordering_changes_nothing_but_the_order() -> None:
    """Lines of a scene share a name and are told apart by their words."""
    merged = merge(bare(*reversed(ALL)), ALL)
    assert merged.entries == tuple(reversed(ALL))
    assert counts(merged) == (0, 0, 0, 0)


def test_a_new_sentence_is_there_untranslated() -> None:
    """In its place among the others."""
    new = PoEntry("call/listen", "Tell me all of it.", "")
    merged = merge(bare(ASK, new, CAUSE), (ASK, CAUSE))
    assert merged.entries == (ASK, new, CAUSE)
    assert counts(merged) == (1, 0, 0, 0)


def test_a_reworded_sentence_keeps_its_translation_as_fuzzy() -> None:
    """With the sentence it was made for, and what the translator noted."""
    now = PoEntry("call/ask", "Would you say that once more?", "")
    merged = merge(bare(now, CAUSE), (ASK, CAUSE))
    assert merged.entries == (
        now._replace(translation=ASK.translation, comments=ASK.comments, flags=("fuzzy",), previous=ASK.original),
        CAUSE,
    )
    assert counts(merged) == (0, 1, 0, 0)


def test_a_sentence_reworded_twice_remembers_what_it_was_translated_from() -> None:
    """The wording between was never translated."""
    first = merge(bare(PoEntry("call/ask", "What did they tell you there?", "")), [ASK]).entries
    (second,) = merge(bare(PoEntry("call/ask", "And what did they tell you?", "")), first).entries
    assert second.previous == ASK.original
    assert second.flags == ("fuzzy",)


def test_a_rewording_that_is_undone_is_certain_again() -> None:
    """Nobody has to look at it."""
    first = merge(bare(PoEntry("call/ask", "What did they tell you there?", "")), [ASK]).entries
    assert merge(bare(ASK), first).entries == (ASK,)


def test_of_several_lines_the_one_most_like_it_was_reworded() -> None:
    """And a line that is like none of them is new."""
    ring, dead = LINES
    reworded = PoEntry("call/says", "My line is dead again, and so is my hope.", "")
    new = PoEntry("call/says", "Hello?", "")
    merged = merge(bare(new, reworded, ring), LINES)
    assert merged.entries == (
        new,
        reworded._replace(translation=dead.translation, flags=("fuzzy",), previous=dead.original),
        ring,
    )
    assert counts(merged) == (1, 1, 0, 0)


def test_a_renamed_scene_keeps_its_translations_as_they_are() -> None:
    """The words are the same, so nobody has to look at them."""
    renamed = tuple(entry._replace(context=entry.context.replace("call", "sixth-call")) for entry in ALL)
    merged = merge(bare(*renamed), ALL)
    assert merged.entries == renamed
    assert counts(merged) == (0, 0, len(ALL), 0)


def test_choices_that_are_numbered_may_change_places() -> None:
    """Without ids, a new first choice renames all others."""
    one, two = PoEntry("call/1", "Yes.", "Ja."), PoEntry("call/2", "No.", "Nein.")
    new = PoEntry("call/1", "Perhaps.", "")
    merged = merge((new, *bare(one._replace(context="call/2"), two._replace(context="call/3"))), (one, two))
    assert [entry.translation for entry in merged.entries] == ["", "Ja.", "Nein."]
    assert not any(entry.is_fuzzy for entry in merged.entries)
    assert counts(merged) == (1, 0, 2, 0)


def test_a_sentence_renamed_and_slightly_reworded_is_fuzzy() -> None:
    """Most of the work is still good."""
    now = PoEntry("sixth-call/ask", "What did they tell you there?", "")
    (entry,) = merge([now], [ASK]).entries
    assert (entry.translation, entry.flags, entry.previous) == (ASK.translation, ("fuzzy",), ASK.original)


def test_a_removed_sentence_becomes_obsolete_and_comes_back() -> None:
    """Without what was told to translators, and with all they wrote."""
    removed = merge(bare(CAUSE), (ASK._replace(notes=("Lea says this.",), references=("a.yaml",)), CAUSE))
    assert removed.entries == (CAUSE, ASK._replace(is_obsolete=True))
    assert counts(removed) == (0, 0, 0, 1)
    again = merge(bare(ASK, CAUSE), removed.entries)
    assert again.entries == (ASK, CAUSE)


def test_a_fuzzy_sentence_stays_fuzzy_while_it_is_gone() -> None:
    """Coming back does not make it certain."""
    fuzzy = ASK._replace(flags=("fuzzy",), previous="What?")
    gone = merge((), [fuzzy]).entries
    assert merge(bare(ASK), gone).entries == (fuzzy,)


def test_an_untranslated_sentence_that_is_removed_leaves_nothing() -> None:
    """Unless somebody wrote a comment."""
    bare_ask = ASK._replace(translation="", comments=())
    assert merge((), [bare_ask]).entries == ()
    noted = bare_ask._replace(comments=(" Ask the author.",))
    assert merge((), [noted]).entries == (noted._replace(is_obsolete=True),)


def test_a_sentence_said_a_second_time_is_translated_like_the_first() -> None:
    """As it is when it is played; unless the first is translated in two ways."""
    again = PoEntry("later/ask", ASK.original, "")
    merged = merge((*bare(ASK), again), [ASK])
    assert merged.entries == (ASK, again._replace(translation=ASK.translation))
    other = PoEntry("hall/ask", ASK.original, "Was haben sie dir gesagt?")
    assert merge((*bare(ASK, other), again), [ASK, other]).entries == (ASK, other, again)


def test_a_catalogue_without_names_gets_them() -> None:
    """Another tool may have written it."""
    assert merge(bare(ASK), [ASK._replace(context="")]).entries == (ASK,)


def test_merging_again_changes_nothing() -> None:
    """Whatever was merged."""
    changed = (PoEntry("call/ask", "What did you hear?", ""), *bare(LINES[1]))
    once = merge(changed, ALL).entries
    assert merge(changed, once).entries == once


_WORDS = st.sampled_from(["Yes.", "No.", "Yes, please.", "Never.", "Never ever."])
_NAMES = st.sampled_from(["a/1", "a/2", "a/says", "b/1"])
_ENTRIES = st.lists(
    st.builds(
        PoEntry,
        _NAMES,
        _WORDS,
        st.sampled_from(["", "Ja.", "Nein.", "Nie."]),
        comments=st.just(()),
        notes=st.just(()),
        references=st.just(()),
        flags=st.sampled_from([(), ("fuzzy",)]),
        previous=st.just(""),
        is_obsolete=st.booleans(),
    ),
    unique_by=lambda entry: entry.key,
)


@given(_ENTRIES, st.lists(st.tuples(_NAMES, _WORDS), unique=True))
def test_no_translation_is_ever_lost(old: list[PoEntry], keys: list[tuple[str, str]]) -> None:
    """Whatever becomes of the case: every translation still stands somewhere, and every sentence stands once."""
    wanted = [PoEntry(context, original, "") for context, original in keys]
    merged = merge(wanted, old)
    current = [entry for entry in merged.entries if not entry.is_obsolete]
    assert [entry.key for entry in current] == keys
    assert _translations(old) <= _translations(merged.entries)
    assert merge(wanted, merged.entries).entries == merged.entries


def _translations(entries: Iterable[PoEntry]) -> set[str]:
    return {entry.translation for entry in entries if entry.translation}
