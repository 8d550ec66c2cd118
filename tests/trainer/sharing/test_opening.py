"""Nothing is believed of a pack: what was not made by `pack` is refused in a sentence, and nothing is written."""

from __future__ import annotations

import io
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.trainer.sharing import NotThere, Refused, open_pack
from game.trainer.sharing.form import MOST_MEMBERS, is_id, member_of
from game.trainer.sharing.opening import opened
from tests.effort import examples
from tests.trainer.sharing.conftest import FACE
from tests.trainer.sharing.zips import CASE, manifest, zipped

WHOLE = zipped({"pack.json": manifest("mine"), "mine.yaml": CASE, "faces/mine/you.svg": FACE.encode()})


def refusal(data: bytes) -> str:
    """Why a pack is not opened."""
    with pytest.raises(Refused) as refused:
        opened(data)
    return str(refused.value)


def test_a_pack_is_opened() -> None:
    """Also one that somebody else's program has compressed."""
    files = {"mine.yaml": CASE, "faces/mine/customer.svg": FACE.encode()}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        pack = opened(zipped({"pack.json": manifest("mine"), **files}, method))
        assert pack.files == files
        assert [case.id for case in pack.manifest.cases] == ["mine"]


@pytest.mark.parametrize(
    "name",
    [
        "../mine.yaml",
        "..",
        "/etc/passwd",
        "C:\\mine.yaml",
        "C:/mine.yaml",
        "\\\\host\\share\\mine.yaml",
        "locale/../../mine.yaml",
        "locale/de/../mine.po",
        "locale/de/sub/mine.po",
        "locale//mine.po",
        "./mine.yaml",
        "mine.yaml/",
        "locale/",
        "sub/mine.yaml",
        "mine\x1b[2J.yaml",
        "mi\nne.yaml",
        "mine.yaml\x00.po",
        "mine .yaml",
        "mine.yaml ",
        "mine.yaml.",
        "con.yaml",
        "lpt1.yaml",
        "locale/de/nul.po",
        "Mine.yaml",
        "habits/mine.yaml",
        "mine.yaml:stream",
        ".mine.yaml",
        "~/mine.yaml",
        "main.py",
        "pack.JSON",
        "__MACOSX/mine.yaml",
        f"{'x' * 201}.yaml",
        "e\u0301.yaml",
        "\u202elmay.yaml",
        "faces/mine/customer.exe",
        "faces/customer.svg",
        "locale/d/mine.po",
        "",
    ],
)
def test_names_that_belong_into_no_pack_are_refused(name: str) -> None:
    """Absolute ones, ways out, devices, other folders, other files; whatever stands in them is made harmless."""
    assert member_of(name) is None
    told = refusal(zipped({"pack.json": manifest("mine"), "mine.yaml": CASE, name: b""}))
    assert "belongs into no pack" in told
    assert all(letter.isprintable() for letter in told)


@pytest.mark.parametrize("name", ["con", "habits", "My", "a b", "", "1st", "x" * 201, "e\u0301"])
def test_an_id_that_cannot_travel_is_none(name: str) -> None:
    """And the listed one is not believed either."""
    assert not is_id(name)
    assert refusal(zipped({"pack.json": manifest(name), "mine.yaml": CASE}))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "pack.json is not in it"),
        ({"mine.yaml": CASE}, "pack.json is not in it"),
        ({"pack.json": b"", "mine.yaml": CASE}, "does not say what it should"),
        ({"pack.json": b"[]", "mine.yaml": CASE}, "does not say what it should"),
        ({"pack.json": b'{"format": "1"}'}, "does not say what it should"),
        ({"pack.json": b'{"format": 1}'}, "does not say what it should"),
        ({"pack.json": b'{"a":' * 200_000, "mine.yaml": CASE}, "does not say what it should"),
        ({"pack.json": b"\xff\xfe{}", "mine.yaml": CASE}, "does not say what it should"),
        ({"pack.json": manifest()}, "there is no case in it"),
        ({"pack.json": manifest("mine")}, "the case mine is missing in it"),
        ({"pack.json": manifest("mine", "mine"), "mine.yaml": CASE}, "lists a case twice"),
        ({"pack.json": manifest("mine"), "mine.yaml": CASE, "yours.yaml": CASE}, "belongs to no case of the pack"),
        ({"pack.json": manifest("mine"), "mine.yaml": CASE, "locale/de/x.po": b""}, "belongs to no case of the pack"),
        ({"pack.json": manifest("mine"), "mine.yaml": b" " * (1024 * 1024 + 1)}, "larger than such a file may be"),
    ],
)
def test_what_does_not_belong_together_is_refused(files: dict[str, bytes], told: str) -> None:
    """With the reason."""
    assert told in refusal(zipped(files))


def test_a_pack_of_a_newer_program_is_refused_with_the_mend() -> None:
    """Whatever else stands in it; and the version is made harmless."""
    newer = json.dumps({"format": 2, "program": "9.0\x1b[2J", "more": {}}).encode()
    told = refusal(zipped({"pack.json": newer}))
    assert "made by a newer version of the program" in told
    assert "Update yours" in told
    assert "\x1b" not in told


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "twins", [("mine.yaml", "mine.yaml"), ("pack.json", "pack.json"), ("locale/de/mine.po", "locale/DE/mine.po")]
)
def test_a_name_that_is_there_twice_is_refused(twins: tuple[str, str]) -> None:
    """Also one that is the same only where capitals do not count."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ("pack.json", "mine.yaml", *twins):
            archive.writestr(name, manifest("mine"))
    assert "is in it twice" in refusal(buffer.getvalue())


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_links_and_devices_are_refused(kind: int) -> None:
    """A link could lead anywhere."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("mine.yaml")
        entry.create_system = 3
        entry.external_attr = (kind | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    assert "no ordinary file" in refusal(buffer.getvalue())


def test_a_pack_with_a_password_is_refused() -> None:
    """Nobody is asked for one."""
    data = bytearray(WHOLE)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert "locked with a password" in refusal(bytes(data))


def test_a_bomb_is_refused() -> None:
    """By what it claims to be, and by what it is: too large, too many, or swelling."""
    files = {"pack.json": manifest("mine"), "mine.yaml": CASE}
    assert "would swell to 1,000,000 bytes" in refusal(
        zipped({**files, "faces/mine/you.png": b"\0" * 1_000_000}, zipfile.ZIP_DEFLATED)
    )
    many = {f"faces/mine/p{number}.png": b"" for number in range(MOST_MEMBERS)}
    assert f"more than {MOST_MEMBERS} files" in refusal(zipped({**files, **many}))
    large = {f"locale/{chr(97 + number)}a/mine.po": os.urandom(4) * 2_000_000 for number in range(5)}
    assert "larger than a pack may be" in refusal(zipped({**files, **large}))
    lying = bytearray(zipped({**files, "faces/mine/you.png": b"\0" * 100_000}, zipfile.ZIP_DEFLATED))
    size = (100_000).to_bytes(4, "little")
    for _ in range(2):
        lying[lying.index(size) : lying.index(size) + 4] = (500).to_bytes(4, "little")
    assert "damaged on its way" in refusal(bytes(lying))


def test_a_file_that_is_shorter_than_it_says_is_refused() -> None:
    """Its sum may be right all the same."""
    content = FACE.encode() * 9
    lying = bytearray(
        zipped({"pack.json": manifest("mine"), "mine.yaml": CASE, "faces/mine/a.svg": content}, zipfile.ZIP_DEFLATED)
    )
    size = len(content).to_bytes(4, "little")
    for _ in range(2):
        lying[lying.index(size) : lying.index(size) + 4] = (len(content) + 9).to_bytes(4, "little")
    assert "damaged on its way" in refusal(bytes(lying))


def test_other_ways_to_compress_are_refused() -> None:
    """They are read by other code, which need not be trusted."""
    assert "compressed in a way" in refusal(zipped({"pack.json": manifest("mine")}, zipfile.ZIP_LZMA))


def test_every_pack_cut_short_is_refused() -> None:
    """At whichever byte the download stopped."""
    for end in range(0, len(WHOLE) - 1, 7):
        refusal(WHOLE[:end])


@examples(150)
@given(st.data())
def test_changed_bytes_raise_nothing_but_refusals(data: st.DataObject) -> None:
    """A pack with some bytes changed is opened or refused."""
    changed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(changed) - 1))
        changed[start : start + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        pack = opened(bytes(changed))
    except Refused:
        return
    assert all(member_of(name) for name in pack.files)


@examples(150)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
@example("locale/de/..\\..\\mine.po")
@example("LOCALE/de/mine.po")
def test_any_name_is_safe_or_refused(name: str) -> None:
    """A name that may be in a pack leads to one place below a folder, and is one on every system."""
    member = member_of(name)
    if member is None:
        with pytest.raises(Refused):
            opened(zipped({"pack.json": manifest("mine"), "mine.yaml": CASE, name: b""}))
    else:
        parts = name.split("/")
        assert len(parts) <= 3
        assert all(part.strip(". ") == part and part.isprintable() for part in parts)


@examples(50)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    """What is no archive at all is told as such."""
    assert "This is no pack" in refusal(data)


def test_a_disk_that_fails_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's own words."""
    (tmp_path / "a.gastgeber").write_bytes(WHOLE)

    def failing(*_arguments: object, **_options: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fdopen", failing)
    with pytest.raises(NotThere, match="Input/output error"):
        open_pack(tmp_path / "a.gastgeber")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Missing, a folder, a pipe, too large, with a zero byte in its name."""
    pipe = tmp_path / "pipe"
    for path, words in (
        (tmp_path / "none.gastgeber", "is not there"),
        (tmp_path, "no ordinary file"),
        (Path("zero\0byte"), "no file of that name"),
    ):
        with pytest.raises(NotThere, match=words):
            open_pack(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
        with pytest.raises(NotThere, match="no ordinary file"):
            open_pack(pipe)
    large = tmp_path / "large.gastgeber"
    with large.open("wb") as file:
        file.truncate(33 * 1024 * 1024)
    with pytest.raises(Refused, match="larger than 32 MiB"):
        open_pack(large)
