"""A trainer's own pictures of the people of a case, where there are any and the window can show them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import pygame

from game.looks.portrait import look_from
from game.looks.supplied import LARGEST, file_names, flaw, is_of, size_of
from game.texts import _

if TYPE_CHECKING:
    from pathlib import Path

    from game.looks.portrait import Look
    from game.session.view import Figure

__all__ = ["NO_PICTURES", "Likeness", "Pictured", "Supplied", "SuppliedPictures", "pictures_of"]


class Supplied(NamedTuple):
    """A picture that can be shown."""

    path: str
    stamp: int
    """When it was saved: after a save it is another picture."""
    content: bytes

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other."""
        return self.path, self.stamp

    def picture(self, side: int) -> pygame.Surface:
        """It as a square; of what is wider or higher the middle is shown, of a portrait its upper part."""
        width, height = size_of(self.path, self.content)
        scale = side / min(width, height)
        size = max(side, round(width * scale)), max(side, round(height * scale))
        source = io.BytesIO(self.content)
        if self.path.endswith(".svg"):
            whole = pygame.image.load_sized_svg(source, size)
        else:
            whole = pygame.transform.smoothscale(_with_alpha(pygame.image.load(source, "a.png")), size)
        square = pygame.Surface((side, side), pygame.SRCALPHA)
        square.blit(whole, ((side - whole.get_width()) // 2, 0))
        return square


class Pictured(NamedTuple):
    """Somebody of whom a trainer gave pictures; the look is drawn in the moods that have none."""

    look: Look
    person: str
    """Their key in the case."""
    pictures: SuppliedPictures

    def supplied(self, mood: int) -> Supplied | None:
        """The picture of them in a mood; None where they are to be drawn."""
        return self.pictures.of(self.person, mood)


Likeness: TypeAlias = "Look | Pictured"
"""Whatever can be painted as a portrait, in every mood."""


class SuppliedPictures:
    """The pictures in a case's folder; looked through when the first is asked for.

    Args:
        folder: `faces/<case>` beside the case's file; None where a case has no file.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[str, Path] | None = None
        self._found: dict[str, Supplied | None] = {}
        self.notes: list[str] = []
        """What is to be told of pictures that cannot be shown; in their place the person is drawn."""

    def of(self, person: str, mood: int) -> Supplied | None:
        """The picture of somebody, by key, in a mood; None where they are to be drawn."""
        files = self._listed()
        for name in file_names(person, mood) if files else ():
            if name in files:
                if name not in self._found:
                    self._found[name] = self._read(files[name])
                if self._found[name] is not None:
                    return self._found[name]
        return None

    def likeness(self, person: str, look: Look) -> Likeness:
        """Somebody, by key, as they are to be painted."""
        stems = {name.rpartition(".")[0] for name in self._listed()}
        return Pictured(look, person, self) if any(is_of(stem, person) for stem in stems) else look

    def figure(self, figure: Figure) -> Likeness:
        """Somebody as they are met in a play."""
        return self.likeness(figure.key, look_from(figure.face, figure.namesake or figure.name))

    def _listed(self) -> dict[str, Path]:
        if self._files is None:
            try:
                self._files = {path.name: path for path in self._folder.iterdir()} if self._folder else {}
            except OSError:
                self._files = {}  # no folder, no pictures
        return self._files

    def _read(self, path: Path) -> Supplied | None:
        try:
            stamp = path.stat().st_mtime_ns
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
            wrong = flaw(path.name, content)
            if not wrong:
                supplied = Supplied(str(path), stamp, content)
                supplied.picture(8)
                return supplied
        except OSError as error:
            wrong = error.strerror or str(error)
        except pygame.error as error:
            wrong = str(error)
        told = _("The picture {path} cannot be shown. {reason} The person is drawn instead.", path=path, reason=wrong)
        self.notes.append(told)
        return None


NO_PICTURES = SuppliedPictures(None)
"""Of a case without pictures."""


def pictures_of(case: str, path: Path | None) -> SuppliedPictures:
    """The pictures that lie beside a case's file."""
    return NO_PICTURES if path is None else SuppliedPictures(path.parent / "faces" / case)


def _with_alpha(picture: pygame.Surface) -> pygame.Surface:
    """A picture of four channels, whatever its file had."""
    deep = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    deep.blit(picture, (0, 0))
    return deep
