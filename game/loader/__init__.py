"""YAML text to scenario, every fault with its place; where scenarios are found."""

from game.loader.reading import HabitsReading, Reading, read_file, read_habits, read_habits_text, read_text
from game.loader.shelf import Found, find_scenarios, resolve, scenario_folders

__all__ = [
    "Found",
    "HabitsReading",
    "Reading",
    "find_scenarios",
    "read_file",
    "read_habits",
    "read_habits_text",
    "read_text",
    "resolve",
    "scenario_folders",
]
