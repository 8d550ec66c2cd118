"""The conversation: a case as it is played."""

from __future__ import annotations

from game.window.screens.conversation.conversation import Conversation

__all__ = ["Conversation"]
