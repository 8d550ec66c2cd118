"""A case told in another language is kept as its original: only what is read differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.records import begin, resume
from game.records.revisions import playbook
from game.scenario.model import Scenario
from game.scenario.revision import canonical, revision
from game.scenario.sentences import translated
from game.session.compiler import compile_scenario
from game.session.playbook import Playbook
from game.session.view import Chosen
from tests.callback import CALLBACK


def told(scenario: Scenario) -> Scenario:
    """The case in words nobody wrote."""
    return translated(scenario, lambda _context, text: f"[{text}]", "de")


@pytest.fixture
def told_book() -> Playbook:
    """The case, compiled to be told in other words."""
    return compile_scenario(CALLBACK, told(CALLBACK))


def left(book: Playbook) -> Path:
    """A session of one decision."""
    with begin(book, "callback", "practice", 7) as kept:
        kept.session.take("call/listen", 10)
        assert kept.path is not None
        return kept.path


def test_journal_and_copy_are_of_the_original(told_book: Playbook, home: Path) -> None:
    """Scores of a case are of one case, whatever language it was played in."""
    left(told_book)
    assert told_book.revision == revision(CALLBACK)
    (copy,) = (home / "records" / "revisions").iterdir()
    assert copy.read_bytes() == canonical(CALLBACK)


def test_what_is_read_is_told(told_book: Playbook) -> None:
    """Title, lines, choices, people: all that a face gets."""
    with begin(told_book, "callback", "practice", 7) as kept:
        assert kept.session.case.title == "[The callback]"
        assert kept.session.case.language == "de"
        assert {offer.words for offer in kept.session.view.offers} >= {"[Tell me all of it.]"}
        assert kept.session.view.facing.name == "[Reto Brunner]"


def test_choices_are_shown_in_the_same_order_in_every_language(told_book: Playbook, book: Playbook) -> None:
    """The order comes of names, not of words."""
    with begin(told_book, "callback", "practice", 7) as kept, begin(book, "callback", "practice", 7) as other:
        one, two = (each.session.view.offers for each in (kept, other))
    assert [offer.token for offer in one] == [offer.token for offer in two]


def test_a_session_is_taken_up_in_the_words_asked_for(told_book: Playbook) -> None:
    """Begun in one language, it goes on in another; without one, as the author wrote it."""
    path = left(told_book)
    with resume(path) as kept:
        assert Chosen("call/listen", "Tell me all of it.", is_spoken=True) in kept.session.view.said
    asked: list[str] = []

    def told_by_id(case: str, scenario: Scenario) -> Scenario:
        asked.append(case)
        return told(scenario)

    with resume(path, told_by_id) as kept:
        assert Chosen("call/listen", "[Tell me all of it.]", is_spoken=True) in kept.session.view.said
        assert kept.book.original == CALLBACK
    assert asked == ["callback"]


def test_a_kept_revision_can_be_told_in_other_words(told_book: Playbook) -> None:
    """As `replay` does it."""
    path = left(told_book)
    assert playbook(told_book.revision, path, told).scenario.title == "[The callback]"
    assert playbook(told_book.revision, path).scenario.title == "The callback"


def test_people_who_are_called_otherwise_are_drawn_by_their_first_name(told_book: Playbook, book: Playbook) -> None:
    """A face that is derived from a name stays the same in every language."""
    with begin(told_book, "callback", "practice", 7) as kept, begin(book, "callback", "practice", 7) as other:
        assert kept.session.view.facing.namesake == "Reto Brunner"
        assert other.session.view.facing.namesake is None
