"""The words by which a file is known as a map of this program."""

from __future__ import annotations

__all__ = ["MADE_BY"]

MADE_BY = "drawn by Gastgeber, command map"
"""Stands near the beginning of every map, so that a map is known as one before it is replaced."""
