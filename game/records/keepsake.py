"""What a player saves to keep: pictures and texts, in a folder of their own, never over an earlier one."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from game import paths
from game.records.trouble import Trouble, cause
from game.texts import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

__all__ = ["keep_export", "keep_picture", "keep_text"]

_UNFIT = re.compile(r"[^\w-]+")
_LONGEST_NAME = 40
_TRIES = 1000
_FOLDER = "saved"
"""Where there is no folder of the user's for such things: beside what the program keeps."""


def keep_picture(picture: bytes, name: str, now: datetime) -> Path:
    """Write a PNG into the user's folder for pictures.

    Args:
        picture: its bytes.
        name: what it shows, in a word or two; the time is added.
        now: the time.

    Raises:
        Trouble: it could not be written, and why.
    """
    from platformdirs import user_pictures_path  # late: few starts end in a picture

    return _keep(picture, _folder(user_pictures_path()), name, now, ".png")


def keep_text(text: str, name: str, now: datetime) -> Path:
    """Write a text, in UTF-8, into the user's folder for documents.

    Raises:
        Trouble: it could not be written, and why.
    """
    from platformdirs import user_documents_path  # late, as above

    return _keep(text.encode("utf-8"), _folder(user_documents_path()), name, now, ".txt")


def keep_export(content: bytes, name: str, now: datetime) -> Path:
    """Write everything that is kept of somebody, as JSON, into the user's folder for documents.

    Raises:
        Trouble: it could not be written, and why.
    """
    from platformdirs import user_documents_path  # late, as above

    return _keep(content, _folder(user_documents_path()), name, now, ".json")


def _folder(usual: Path) -> Path:
    """The usual folder, where the user has one and has not named another for everything."""
    if os.environ.get(paths.HOME_VARIABLE) or not paths.is_folder(usual):
        return paths.records().parent / _FOLDER
    return usual


def _keep(content: bytes, folder: Path, name: str, now: datetime, suffix: str) -> Path:
    stem = f"gastgeber-{_UNFIT.sub('-', name)[:_LONGEST_NAME].strip('-')}-{now:%Y-%m-%d-%H%M%S}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, _TRIES):
            path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
            try:
                with path.open("xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            except OSError:
                path.unlink(missing_ok=True)  # half a picture is none
                raise
            return path
    except OSError as error:
        raise Trouble(cause(error, folder)) from error
    raise Trouble(_("No free name was found in {folder}.", folder=folder))
