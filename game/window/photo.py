"""Keeping a picture of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game import paths

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

__all__ = ["keep_photo", "photo_folder"]


def photo_folder() -> Path:
    """The user's folder for pictures; the one for records where they have none."""
    from platformdirs import user_pictures_path  # late: few starts end in a photo

    pictures = user_pictures_path()
    return pictures if pictures.is_dir() else paths.records()


def keep_photo(surface: pygame.Surface, folder: Path, now: datetime) -> Path:
    """Write a picture into a folder, named by the time; an earlier one is never overwritten.

    Raises:
        OSError: it could not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = f"gastgeber-{now:%Y-%m-%d-%H%M%S}"
    path = folder / f"{name}.png"
    number = 2
    while path.exists():
        path = folder / f"{name}-{number}.png"
        number += 1
    try:
        pygame.image.save(surface, path)
    except pygame.error as error:
        raise OSError(str(error)) from error
    return path
