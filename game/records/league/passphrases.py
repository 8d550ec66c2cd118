"""Passphrases of trainers: hashed with argon2id, long rather than odd.

The longer they are the better, so that nobody is told to use figures and signs (NIST SP 800-63B). Hashing takes 64 MiB
and a fifth of a second on purpose (argon2-cffi's defaults): have guesses counted first (`guesses.guess`), and hash
outside a transaction that writes.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from game.records.league.refused import Refused

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["LEAST", "MOST", "hashed", "is_right", "is_worn"]

LEAST, MOST = 12, 256
"""Characters."""


def hashed(passphrase: str) -> str:
    """What is kept of a passphrase.

    Raises:
        Refused: it is too short, or too long.
    """
    plain = _plain(passphrase)
    if len(plain) < LEAST:
        raise Refused(
            "passphrase-too-short",
            "A passphrase needs at least {least} characters. Take several words; figures and signs are not needed.",
            least=LEAST,
        )
    if len(plain) > MOST:
        raise Refused("passphrase-too-long", "A passphrase may have {most} characters at most.", most=MOST)
    return _hasher().hash(_bytes(plain))


def is_right(kept: str | None, passphrase: str) -> bool:
    """Whether a passphrase is the one that was kept; where there is none it takes as long and is wrong."""
    from argon2.exceptions import InvalidHashError, VerificationError  # late: a server's package

    plain = _plain(passphrase[: 2 * MOST])
    nobodys = _nobodys()  # before it is known who it is, for the first time takes longer
    try:
        return _hasher().verify(kept or nobodys, _bytes(plain)) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def is_worn(kept: str) -> bool:
    """Whether it was hashed with less effort than is made now, and is to be hashed anew when it is known."""
    return _hasher().check_needs_rehash(kept)


@lru_cache(1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # late: a server's package

    return PasswordHasher()


@lru_cache(1)
def _nobodys() -> str:
    """The hash of a passphrase that nobody has, for whoever signs in under an unknown name."""
    import secrets

    return _hasher().hash(secrets.token_urlsafe())


def _plain(passphrase: str) -> str:
    """The same characters however a keyboard puts them together."""
    return unicodedata.normalize("NFKC", passphrase)


def _bytes(plain: str) -> bytes:
    return plain.encode(errors="surrogatepass")  # half a letter is no reason to break
