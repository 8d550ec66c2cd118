"""The mirror: the same talk, met from the customer's chair."""

from __future__ import annotations

from game.window.screens.mirror.mirroring import Mirroring

__all__ = ["Mirroring"]
