"""What `check` does: look at scenarios and print what is wrong with them; once, or after every save."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from game.solver.allocation import uncollected
from game.texts import _
from game.trainer.check.fixing import fix
from game.trainer.check.progress import Progress
from game.trainer.check.report import Report
from game.trainer.check.targets import Targets, find_targets
from game.trainer.check.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["GLANCE", "Request", "check", "watch"]

GLANCE = 0.05
"""Seconds between two looks at the files that are watched."""
_BATCH = 5
"""Cases after which the memory of those that were looked at is given back; looking for it all the time takes longer."""


class Request(NamedTuple):
    """What is asked for."""

    paths: Sequence[str] = ()
    """Files, ids and folders; none means all that are found."""
    folders: Sequence[Path | str] = ()
    """Where scenarios are looked for."""
    form: str = "text"
    """One of report.FORMS."""
    is_strict: bool = False
    """Whether a warning counts as an error."""
    fixes: bool = False
    """Whether what is certain is mended in the files."""


def check(request: Request, stream: TextIO, waiting: TextIO) -> int:
    """Print the findings to `stream`, and how far it has come to `waiting`; the answer is the exit code.

    0: clean, or warnings only; 1: errors; 2: something could not be looked at.

    Raises:
        ValueError: there is no such form.
    """
    targets = _mended(request, waiting) if request.fixes else find_targets(request.paths, request.folders)
    progress = Progress(waiting, len(targets.names), time.monotonic)
    return _report(request, targets, targets.names, stream, progress)


def watch(request: Request, stream: TextIO, waiting: TextIO, wait: Callable[[float], None] = time.sleep) -> int:
    """Check once, then after every save the files that changed, until `wait` raises KeyboardInterrupt.

    Raises:
        ValueError: there is no such form.
    """
    watched = Watch(find_targets(request.paths, request.folders), map(Path, (*request.folders, *request.paths)))
    check(request, stream, waiting)
    waiting.write(_("Watching. Save a file to check it again; Ctrl-C ends.") + "\n")
    waiting.flush()
    while True:
        wait(GLANCE)
        if not watched.is_stirred():
            continue
        targets = find_targets(request.paths, request.folders)
        changed = watched.changed(targets)
        if not changed:
            continue
        waiting.write(f"\n{time.strftime('%H:%M:%S')}  {', '.join(changed)}\n")
        waiting.flush()
        if request.fixes:
            targets = _mended(request, waiting)
            watched.changed(targets)  # what was mended just now need not be looked at twice
        _report(request, targets, changed, stream, Progress(waiting, len(changed), time.monotonic))


def _report(request: Request, targets: Targets, names: Sequence[str], stream: TextIO, progress: Progress) -> int:
    report = Report(request.form, stream, is_strict=request.is_strict)
    report.add(targets.findings, targets.sources)
    for done, name in enumerate(names):
        progress.tell(done, name)
        if done and done % _BATCH == 0:
            gc.collect()
        with uncollected():
            looked = targets.look(name)
        if looked.findings:
            progress.wipe()
        report.add(looked.findings, looked.sources)
    progress.wipe()
    return report.finish(len(names))


def _mended(request: Request, waiting: TextIO) -> Targets:
    """Mend what is certain, say what was, and find everything as it then stands."""
    targets = find_targets(request.paths, request.folders)
    told = {name: fix(targets.path(name), targets.shelf.resolve(name).reading) for name in targets.names}
    for name, done in told.items():
        if done is not None:
            waiting.write(f"{targets.path(name)}: {done}\n")
    if not any(told.values()):
        waiting.write(_("No ids are missing; nothing was written.") + "\n")
    waiting.flush()
    return find_targets(request.paths, request.folders)
