"""What a face sees, sent elsewhere."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.session.compiler import compile_scenario
from game.session.journal import Head, Mode
from game.session.session import LocalSession
from game.session.view import Case, View
from tests.effort import examples
from tests.strategies import scenarios


@examples(60)
@given(scenarios(), st.lists(st.integers(0, 11), max_size=12), st.sampled_from(["practice", "graded"]))
def test_a_view_is_the_same_after_a_journey(scenario: Scenario, picks: list[int], mode: Mode) -> None:
    """As JSON and back, at every step; and it can still be told apart by its hash."""
    book = compile_scenario(scenario)
    head = Head(scenario="random", revision=book.revision, seed=1, mode=mode, started="")
    session = LocalSession(book, head, keep=lambda _record: None)
    assert _sent(session.case, Case) == session.case
    for pick in (*picks, None):
        view = session.view
        assert _sent(view, View) == view
        assert hash(_sent(view, View)) == hash(view)
        if pick is None or view.stop is not None:
            return
        session.take(view.offers[pick % len(view.offers)].token, 0)


def _sent(value: object, kind: type) -> object:
    return msgspec.json.decode(msgspec.json.encode(value), type=kind)
