"""A process that is cut off at any of its steps: files opened, renamed, removed, the database connected to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

__all__ = ["cut_off_everywhere"]

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
    child = os.fork()
    if child == 0:
        try:
            _count_down(step)
            doing()
        except BaseException:  # noqa: BLE001 – the parent is told by the exit code
            sys.excepthook(*sys.exc_info())
            os._exit(_BROKEN)
        os._exit(_DONE)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (_CUT, _DONE), f"it broke off by itself: {code}"
    return code == _CUT


def _count_down(left: int) -> None:
    def count(event: str, _arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _STEPS:
            left -= 1
            if left == 0:
                os._exit(_CUT)

    sys.addaudithook(count)
