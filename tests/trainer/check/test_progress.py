"""How far a long check has come."""

from __future__ import annotations

import io

from game.trainer.check.progress import Progress


class Terminal(io.StringIO):
    """A stream somebody looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


class Clock:
    """Seconds, as the test says."""

    now = 0.0

    def __call__(self) -> float:
        """Now."""
        return self.now


def test_a_short_check_says_nothing() -> None:
    """Within a second nobody asks."""
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, 3, clock)
    clock.now = 0.99
    progress.tell(1, "a")
    progress.wipe()
    assert stream.getvalue() == ""


def test_a_long_one_says_where_it_is() -> None:
    """After a second, then ten times a second at most; the line is wiped before anything else is printed."""
    stream, clock = Terminal(), Clock()
    progress = Progress(stream, 3, clock)
    clock.now = 1.5
    progress.tell(1, "a")
    clock.now = 1.55
    progress.tell(2, "b")
    assert stream.getvalue() == "\r\x1b[KChecked 1 of 3 files; now a"
    progress.wipe()
    progress.wipe()
    assert stream.getvalue() == "\r\x1b[KChecked 1 of 3 files; now a\r\x1b[K"


def test_a_stream_nobody_looks_at_stays_clean() -> None:
    """No signs for a terminal get into a log."""
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, 3, clock)
    clock.now = 9
    progress.tell(1, "a")
    progress.wipe()
    assert stream.getvalue() == ""
