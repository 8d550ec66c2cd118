"""Saves are noticed once when they happen and once when they have settled."""

from __future__ import annotations

import os
from pathlib import Path

from game.trainer.preview.watch import SETTLES, Sight, Watch
from tests.trainer.preview.conftest import Clock


def test_a_file_that_stays_the_same_is_no_news(tmp_path: Path) -> None:
    """Nor is one that is not there."""
    watch = Watch([tmp_path / "a.yaml", tmp_path / "none" / "b.yaml"], Clock())
    assert [watch.look(), watch.look()] == [Sight.SAME, Sight.SAME]


def test_a_change_is_seen_at_once_and_when_it_has_settled(tmp_path: Path) -> None:
    """And never a third time."""
    path, clock = tmp_path / "a.yaml", Clock()
    watch = Watch([path], clock)
    path.write_text("one", "utf-8")
    assert watch.look() is Sight.CHANGED
    assert watch.look() is Sight.SAME
    clock.now += SETTLES
    assert [watch.look(), watch.look()] == [Sight.SETTLED, Sight.SAME]


def test_what_goes_on_changing_does_not_settle(tmp_path: Path) -> None:
    """Each change begins the wait anew."""
    path, clock = tmp_path / "a.yaml", Clock()
    watch = Watch([path], clock)
    for number in range(4):
        path.write_text("x" * (number + 1), "utf-8")
        clock.now += 0.9 * SETTLES
        assert watch.look() is Sight.CHANGED


def test_another_file_of_the_same_size_and_time_is_a_change(tmp_path: Path) -> None:
    """Renamed into its place, as editors do."""
    path, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for each in (path, other):
        each.write_text("one", "utf-8")
        os.utime(each, ns=(1, 1))
    watch = Watch([path], Clock())
    other.replace(path)
    assert watch.look() is Sight.CHANGED


def test_a_name_that_no_system_takes_is_no_fault() -> None:
    """A zero byte, or a file where a folder should be."""
    watch = Watch([Path("a\0b.yaml"), Path(__file__) / "b.yaml"], Clock())
    assert watch.look() is Sight.SAME
