"""How somebody is known at servers: kept for them alone, told to nobody, gone with them."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from game.records import Trouble, open_records
from game.records.memberships import FILE, Membership, forget_membership, keep_membership, memberships
from game.records.people import folder_of

HOTEL = Membership(url="https://hotel.example", player="p1", token="let-me-in-1", pseudonym="Kim", team="Desk")
SHOP = Membership(url="https://shop.example", player="p2", token="let-me-in-2", pseudonym="Kay")


@pytest.fixture
def lea() -> str:
    """Somebody who plays here."""
    return open_records().current().id


def test_the_server_somebody_was_at_last_stands_first(lea: str) -> None:
    """Each server once, as it is known now."""
    assert memberships(lea) == ()
    keep_membership(lea, HOTEL)
    keep_membership(lea, SHOP)
    assert memberships(lea) == (SHOP, HOTEL)
    renamed = msgspec.structs.replace(HOTEL, pseudonym="Kai", shares_practice=True, unshared=("a.jsonl",))
    keep_membership(lea, renamed)
    assert memberships(lea) == (renamed, SHOP)


def test_a_server_that_is_left_is_forgotten(lea: str) -> None:
    """And with the last one the file."""
    keep_membership(lea, HOTEL)
    keep_membership(lea, SHOP)
    forget_membership(lea, HOTEL.url)
    assert memberships(lea) == (SHOP,)
    forget_membership(lea, SHOP.url)
    assert not (folder_of(lea) / FILE).exists()
    forget_membership(lea, SHOP.url)


def test_nobody_else_may_read_the_token(lea: str) -> None:
    """From its first moment on, whatever the system's habit is; and no log shows it."""
    before = os.umask(0)
    try:
        keep_membership(lea, HOTEL)
    finally:
        os.umask(before)
    assert (folder_of(lea) / FILE).stat().st_mode & 0o777 == 0o600
    assert "let-me-in" not in repr(HOTEL)


def test_no_export_has_the_token(lea: str) -> None:
    """Whoever is given the file could play as them."""
    keep_membership(lea, HOTEL)
    assert b"let-me-in" not in open_records().export(lea)


def test_erasing_somebody_erases_it(lea: str, home: Path) -> None:
    """Nothing that lets anybody in as them is left anywhere."""
    keep_membership(lea, HOTEL)
    records = open_records()
    records.add("Jo")
    records.erase(lea)
    assert not [path for path in home.rglob("*") if path.is_file() and b"let-me-in" in path.read_bytes()]


@pytest.mark.parametrize("text", [b"", b"[", b'{"url": 1}', b"[" * 100_000])
def test_a_damaged_file_lets_nobody_in(lea: str, text: bytes) -> None:
    """They join again, and it is as new."""
    (folder_of(lea) / FILE).write_bytes(text)
    assert memberships(lea) == ()
    keep_membership(lea, HOTEL)
    assert memberships(lea) == (HOTEL,)


def test_where_it_cannot_be_kept_that_is_told(lea: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what was there before still is."""
    keep_membership(lea, HOTEL)

    def fail(_descriptor: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Trouble, match="no room left"):
        keep_membership(lea, SHOP)
    assert memberships(lea) == (HOTEL,)
