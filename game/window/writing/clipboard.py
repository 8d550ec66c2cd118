"""What was copied, here or in another program; where the system has no clipboard there is nothing."""

from __future__ import annotations

import pygame

__all__ = ["copied", "copy"]


def copied() -> str:
    """The text in the clipboard; empty where there is none."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""  # no clipboard here, or a picture in it


def copy(text: str) -> bool:
    """Put a text into the clipboard; whether there is one."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return False
    return True
