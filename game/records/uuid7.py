"""Keys that sort by time: UUIDs of version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import hashlib
import secrets
import uuid

__all__ = ["is_uuid7", "ms_of", "uuid7", "uuid7_of"]

_TIME_BITS = 48
_RANDOM_BYTES = 10


def uuid7(ms: int) -> str:
    """A new key for a moment, in milliseconds since 1970."""
    return _shaped(ms, secrets.token_bytes(_RANDOM_BYTES))


def uuid7_of(ms: int, name: str) -> str:
    """The key of something with a name of its own: the same moment and name always give the same."""
    return _shaped(ms, hashlib.sha256(name.encode()).digest()[:_RANDOM_BYTES])


def is_uuid7(text: str) -> bool:
    """Whether a text is such a key, as it is written here."""
    try:
        return str(uuid.UUID(text)) == text and uuid.UUID(text).version == 7
    except ValueError:
        return False


def ms_of(key: str) -> int:
    """The moment in a key."""
    return uuid.UUID(key).int >> (128 - _TIME_BITS)


def _shaped(ms: int, rest: bytes) -> str:
    number = (max(0, ms) % (1 << _TIME_BITS)) << (128 - _TIME_BITS) | int.from_bytes(rest)
    number = number & ~(0xF << 76) | 0x7 << 76  # the version
    return str(uuid.UUID(int=number & ~(0x3 << 62) | 0x2 << 62))  # the variant
