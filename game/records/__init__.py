"""What is kept: journals, and a copy of every revision that was played."""

from game.records.sessions import Kept, begin, resume, unkept
from game.records.shelf import Damaged, Shelf, Unfinished, shelf
from game.records.trouble import Trouble

__all__ = ["Damaged", "Kept", "Shelf", "Trouble", "Unfinished", "begin", "resume", "shelf", "unkept"]
