"""Which cases are shown, and in which order."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from game.records import Best
from game.window.cases import Told
from game.window.progress import Progress
from game.window.screens.scenarios.selection import Order, Selection, folded
from tests.window.gallery import lost_reservation

_CASES = (
    ("a", "Zorn am Schalter", "counter", 3, 4, "Anna Weiß"),
    ("b", "Die Überweisung", "phone", 1, 9, "Émile Roux"),
    ("c", "The parcel", "chat", 1, None, "Kim"),
    ("d", "A table for two", "phone", 2, 2, "Bo"),
)
REACHED = Progress(
    {"a": Best(950, "gold", False, 1, 0, True), "d": Best(400, None, False, 3, 0, True)}, frozenset({"a", "b", "d"})
)


def told() -> list[Told]:
    """Four cases that differ in everything."""
    cases = []
    for case, title, channel, level, minutes, name in _CASES:
        scenario = msgspec.structs.replace(
            lost_reservation(),
            title=title,
            summary=None,
            channel=channel,
            level=level,
            minutes=minutes,
            customer=msgspec.structs.replace(lost_reservation().customer, name=name),
        )
        cases.append(Told(case, scenario, scenario, ""))
    return cases


def shown(selection: Selection) -> str:
    """The ids that are shown, in their order."""
    return "".join(each.id for each in selection.arranged(told(), REACHED))


def test_unless_said_it_is_the_order_of_the_path() -> None:
    """What is not on it comes behind, the easiest first."""
    every = told()
    assert "".join(each.id for each in Selection().arranged(every, REACHED, ("d", "gone", "a"))) == "dabc"
    assert "".join(each.id for each in Selection().arranged(every, REACHED)) == "bcda"


@pytest.mark.parametrize(
    ("order", "cases"),
    [
        (Order.EASIEST, "bcda"),
        (Order.PROPOSED, "cbda"),
        (Order.TITLE, "dbca"),
        (Order.SHORTEST, "dabc"),
        (Order.BEST, "adbc"),
    ],
)
def test_every_order(order: Order, cases: str) -> None:
    """What says nothing of its minutes stands last; what is alike goes by title."""
    assert shown(Selection(order=order)) == cases


@pytest.mark.parametrize(
    ("selection", "cases"),
    [
        (Selection(channels=frozenset({"phone"})), "bd"),
        (Selection(channels=frozenset({"phone", "chat"})), "bcd"),
        (Selection(levels=frozenset({1, 3})), "bca"),
        (Selection(is_untried=True), "c"),
        (Selection(lacks_medal=True), "bcd"),
        (Selection(words="UBERWEI"), "b"),
        (Selection(words="emile"), "b"),
        (Selection(words="weiss zorn"), "a"),
        (Selection(words="nothing like it"), ""),
        (Selection(words="a", levels=frozenset({2}), lacks_medal=True), "d"),
    ],
)
def test_what_is_left_out(selection: Selection, cases: str) -> None:
    """Several wishes hold together; words are found in any order, in any case, with or without accents."""
    assert shown(selection) == cases
    assert selection.is_narrow


def test_nothing_chosen_leaves_nothing_out() -> None:
    """The order alone does not narrow."""
    assert not Selection().is_narrow
    assert not replace(Selection(), order=Order.BEST).is_narrow


def test_a_wish_that_is_taken_back_is_as_if_it_never_was() -> None:
    """Each press of a switch turns it round."""
    assert Selection().with_level(2).with_level(2) == Selection()
    assert Selection().with_channel("chat").with_channel("chat") == Selection()


def test_letters_are_compared_without_their_accents() -> None:
    """An ß is two s."""
    assert folded("Straße Ünal É") == "strasse unal e"
