"""What takes longer than a picture: the ways to all scenes, and the checker's findings, found beside the play."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from game.trainer.check import Case
from game.trainer.preview.ways import Ways, ways_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.diagnostics import Diagnostic
    from game.loader.shelf import Resolved
    from game.session.playbook import Playbook

__all__ = ["Examination"]

_Found = TypeVar("_Found")


class Examination:
    """One version of a file, examined on a thread of its own that nobody has to wait for.

    Args:
        resolved: the file, which is a case.
        book: the case as it is played.
        examine: all there is to find in a case.
    """

    def __init__(self, resolved: Resolved, book: Playbook, examine: Callable[[Case], tuple[Diagnostic, ...]]) -> None:
        self.book = book
        self.ways: Future[Ways] = Future()
        self.findings: Future[tuple[Diagnostic, ...]] = Future()
        self._case = Case(resolved.reading, resolved.path)
        self._around = resolved.around
        self._examine = examine
        # A daemon: whoever leaves does not wait for a large case to be solved.
        threading.Thread(target=self._run, name="examination", daemon=True).start()

    def _run(self) -> None:
        _fulfil(self.ways, lambda: ways_of(self.book, self._case.survey))
        _fulfil(self.findings, lambda: (*self._around, *self._examine(self._case)))


def _fulfil(future: Future[_Found], find: Callable[[], _Found]) -> None:
    """Have the future hold what is found, or the error, which is raised where the future is asked."""
    try:
        future.set_result(find())
    except BaseException as error:  # noqa: BLE001  # raised again where it is asked for
        future.set_exception(error)
