"""Packs as somebody might make them who means no good."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from game.loader import read_text
from game.scenario.revision import revision
from tests.diagnostics.pages import completed

__all__ = ["CASE", "manifest", "zipped"]

CASE = completed("").encode()


def manifest(*ids: str, **rest: Any) -> bytes:
    """A manifest of cases that all are the smallest one."""
    scenario = read_text(CASE, "case.yaml").scenario
    assert scenario is not None
    cases = [{"id": each, "title": "A case", "language": "en", "revision": revision(scenario)} for each in ids]
    return json.dumps({"format": 1, "program": "0.1.0", "cases": cases, **rest}).encode()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """An archive of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo("name")
            entry.filename = name  # as it is: the constructor would make some harmless
            archive.writestr(entry, content, method)
    return buffer.getvalue()
