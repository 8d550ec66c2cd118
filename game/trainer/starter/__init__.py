"""`new`: a complete case to begin with, in the trainer's own names."""

from __future__ import annotations

from game.trainer.starter.asking import ask, ask_name
from game.trainer.starter.place import folder_for, refusal
from game.trainer.starter.starting import as_file, write, write_schema
from game.trainer.starter.template import LANGUAGES, filled, proposed
from game.trainer.starter.wishes import CHANNELS, Unusable, Wishes, tidy

__all__ = [
    "CHANNELS",
    "LANGUAGES",
    "Unusable",
    "Wishes",
    "as_file",
    "ask",
    "ask_name",
    "filled",
    "folder_for",
    "proposed",
    "refusal",
    "tidy",
    "write",
    "write_schema",
]
