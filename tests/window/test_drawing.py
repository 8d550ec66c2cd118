"""Portraits are drawn once, and do not fill the memory."""

from __future__ import annotations

import pygame
import pytest

from game.looks.portrait import Frame, Look, portrait
from game.window.pictures import Album, paint_portrait


def test_a_portrait_is_drawn_once_for_each_look_mood_and_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Painting it again takes the picture that is there; the two best moods are one picture."""
    drawn: list[tuple[Look, int]] = []

    def counted(look: Look, mood: int, frame: Frame) -> str:
        drawn.append((look, mood))
        return portrait(look, mood, frame)

    monkeypatch.setattr("game.window.pictures.portrait", counted)
    surface, one, other = pygame.Surface((61, 61)), Look(age=77), Look(age=78)
    for _again in range(3):
        for look, mood, side in ((one, 0, 61), (one, 1, 61), (one, 2, 61), (one, 3, 61), (other, 0, 61), (one, 0, 33)):
            paint_portrait(surface, pygame.Rect(0, 0, side, side), look, mood, 5)
    assert drawn == [(one, 0), (one, 1), (one, 2), (other, 0), (one, 0)]


def test_an_album_keeps_what_was_looked_at_last_and_no_more_than_has_room() -> None:
    """Four pictures of 400 bytes fit into 1700; the fifth drives out the one not looked at for longest."""
    album, made = Album(1700), []

    def make(key: str) -> pygame.Surface:
        def making() -> pygame.Surface:
            made.append(key)
            return pygame.Surface((10, 10), pygame.SRCALPHA)

        return album.picture(key, making)

    for key in ("a", "b", "c", "d", "a", "e", "a", "b"):
        make(key)
    assert made == ["a", "b", "c", "d", "e", "b"]
    assert album.taken == 1600
    assert len(album) == 4


def test_the_last_picture_is_kept_even_where_it_alone_has_no_room() -> None:
    """Else it would be drawn anew at every painting."""
    album = Album(100)
    picture = album.picture("a", lambda: pygame.Surface((10, 10), pygame.SRCALPHA))
    assert album.picture("a", lambda: pygame.Surface((1, 1))) is picture
