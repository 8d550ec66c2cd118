"""`schema`: print the JSON Schema of scenarios."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

__all__ = ["SUMMARY", "options", "run"]

SUMMARY = "print the JSON Schema of scenarios, for editors"


def options(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be typed after it."""


def run(_args: argparse.Namespace) -> int:
    """Print the schema."""
    from game.scenario.schema import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0
