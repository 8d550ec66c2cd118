"""Families of refusals that several routes may give."""

from __future__ import annotations

__all__ = ["CASES", "NAMES"]

NAMES = ("name-too-short", "name-too-long", "name-unseen-letter", "name-piled-marks", "name-without-letters")
"""A name does not fit."""
CASES = ("no-cases", "too-many-cases", "unknown-case", "case-twice")
"""Cases that were chosen do not fit."""
