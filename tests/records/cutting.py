"""A process that is cut off at any of its steps: files opened, renamed, removed, the database connected to."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable

__all__ = ["cut_off_everywhere", "forked"]

_CUT, _DONE, _BROKEN = 9, 0, 70
_STEPS = {
    "open",
    "os.chmod",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.scandir",
    "os.truncate",
    "shutil.rmtree",
    "sqlite3.connect",
}


def cut_off_everywhere(prepare: Callable[[], object], doing: Callable[[], object], check: Callable[[], object]) -> int:
    """Cut something off at its first step, its second and so on, each time prepared anew and checked.

    The answer is how many steps it has.
    """
    step, was_cut = 0, True
    while was_cut:
        step += 1
        prepare()
        was_cut = _cut_off(step, doing)
        check()
    return step - 1


def _cut_off(step: int, doing: Callable[[], object]) -> bool:
    """Do it in a process that ends unannounced at a step, counted from 1; False where it came to its end."""

    def counted() -> None:
        _count_down(step)
        doing()

    code = os.waitstatus_to_exitcode(os.waitpid(forked(counted), 0)[1])
    assert code in (_CUT, _DONE), f"it broke off by itself: {code}"
    return code == _CUT


def forked(doing: Callable[[], object]) -> int:
    """Do something in a process that is a copy of this one; the answer is its number, to wait for."""
    with warnings.catch_warnings():
        # Python warns of threads, whose locks the copy would find held; those of the test runner hold none it needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            doing()
        except BaseException:  # noqa: BLE001 – the parent is told by the exit code
            sys.excepthook(*sys.exc_info())
            os._exit(_BROKEN)
        os._exit(_DONE)
    return child


def _count_down(left: int) -> None:
    def count(event: str, _arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _STEPS:
            left -= 1
            if left == 0:
                os._exit(_CUT)

    sys.addaudithook(count)
