"""Pictures and texts that somebody saves to keep."""

from __future__ import annotations

import errno
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from game.paths import HOME_VARIABLE
from game.records import Trouble
from game.records.keepsake import keep_picture, keep_text

NOW = datetime(2026, 3, 2, 9, 30, 5, tzinfo=UTC)


def test_a_name_is_never_taken_twice(home: Path) -> None:
    """However many are saved in one second; what was there stays."""
    paths = [keep_text(f"text {number}", "lost-reservation", NOW) for number in range(3)]
    assert [path.name for path in paths] == [
        "gastgeber-lost-reservation-2026-03-02-093005.txt",
        "gastgeber-lost-reservation-2026-03-02-093005-2.txt",
        "gastgeber-lost-reservation-2026-03-02-093005-3.txt",
    ]
    assert [path.read_text(encoding="utf-8") for path in paths] == ["text 0", "text 1", "text 2"]
    assert {path.parent for path in paths} == {home / "saved"}


def test_a_picture_is_written_as_it_is(home: Path) -> None:
    """Byte for byte."""
    path = keep_picture(b"\x89PNG\r\n", "case", NOW)
    assert path == home / "saved" / "gastgeber-case-2026-03-02-093005.png"
    assert path.read_bytes() == b"\x89PNG\r\n"


def test_what_no_file_can_be_called_is_left_out_of_the_name() -> None:
    """Letters of any alphabet stay; nothing leads out of the folder, and no name grows too long."""
    path = keep_text("", "../Übergabe: Zürich?/" + "x" * 200, NOW)
    assert path.name.startswith("gastgeber-Übergabe-Zürich-xxx")
    assert len(path.name) < 120
    assert path.parent.name == "saved"


def test_it_lies_where_the_user_looks_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pictures among pictures, texts among documents; where there is no such folder, beside the records."""
    monkeypatch.delenv(HOME_VARIABLE)
    places = {name: tmp_path / name for name in ("pictures", "documents", "data")}
    monkeypatch.setattr(platformdirs, "user_pictures_path", lambda: places["pictures"])
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: places["documents"])
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_names, **_options: places["data"])
    assert keep_picture(b"", "case", NOW).parent == places["data"] / "saved"
    for name in ("pictures", "documents"):
        places[name].mkdir()
    assert keep_picture(b"", "case", NOW).parent == places["pictures"]
    assert keep_text("", "case", NOW).parent == places["documents"]


def test_a_full_disk_leaves_no_half_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is told as what it is."""

    class Full(io.BytesIO):
        def write(self, _content: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    usual = Path.open

    def opened(path: Path, mode: str = "r", **options: Any) -> Any:
        if mode != "xb":
            return usual(path, mode, **options)
        path.touch()
        return Full()

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(Trouble, match="There is no room left on the disk"):
        keep_text("text", "case", NOW)
    assert list((home / "saved").iterdir()) == []
