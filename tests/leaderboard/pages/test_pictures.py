"""Portraits at addresses that say what they show."""

from __future__ import annotations

import pytest

from game.leaderboard.pages.pictures import address_of, customer_look, look_of_traits, player_look, traits_of
from game.looks.portrait import Look, look_by_chance, portrait, words_of
from game.session.view import Figure
from tests.leaderboard.pages.house import House


@pytest.mark.parametrize("token", [f"guest {number}" for number in range(20)])
def test_an_address_holds_the_whole_look(token: str) -> None:
    """Every trait; so does what is kept of a player."""
    look = look_by_chance(token)
    assert look_of_traits(traits_of(look)) == look
    assert player_look(words_of(look), "Kim") == look


def test_a_portrait_is_served_as_it_is_drawn(house: House) -> None:
    """To be kept by the browser; without styles, which the security policy would forbid."""
    look = Look(hair="bun", glasses="round", wheelchair=True, headscarf="plum")
    with house.client() as client:
        for mood in range(-3, 4):
            served = client.get(address_of(look, mood))
            assert served.text == portrait(look, mood)
            assert "style" not in served.text
            assert served.headers["content-type"] == "image/svg+xml"
            assert served.headers["cache-control"] == "public, max-age=604800"
        assert client.get(address_of(look, 0, "head")).text == portrait(look, 0, "head")


@pytest.mark.parametrize(
    "path",
    [
        "/faces/whole/1/0.svg",
        "/faces/whole/{traits}/4.svg",
        "/faces/whole/{traits}/x.svg",
        "/faces/feet/{traits}/0.svg",
        "/faces/whole/{traits}0/0.svg",
        "/faces/whole/{traits}-1/0.svg",
        "/faces/whole/zzzzzzzzzzzzzzzzzz-30/0.svg",
        "/faces/whole/%E0%A5%A7/0.svg",
    ],
)
def test_an_address_of_nobody_is_not_found(house: House, path: str) -> None:
    """Whatever stands in it."""
    with house.client() as client:
        assert client.get(path.format(traits=traits_of(Look()))).status_code == 404


def test_who_is_called_otherwise_looks_the_same() -> None:
    """A case told in other words has the same people."""
    told = Figure("p1", "Frau Lindqvist", 0, None, "Ms Lindqvist")
    assert customer_look(told) == customer_look(Figure("p1", "Ms Lindqvist", 0, None))


def test_a_look_that_cannot_be_read_is_the_name_s() -> None:
    """Whatever a database has: somebody is seen."""
    assert player_look({"hair": "on fire"}, "Kim") == player_look(None, "Kim")
