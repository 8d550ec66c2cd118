"""The address of a server, as it is typed and as it is kept."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from game.online.faults import Fault
from game.texts import _

__all__ = ["is_on_this_machine", "server_address"]


def server_address(typed: str) -> str:
    """The address of a server without anything behind it that does not belong there.

    What is typed without a scheme is asked for by https, and by http where it is this machine itself.

    Raises:
        Fault: it is no address of a server.
    """
    text = typed.strip()
    if "://" not in text:
        text = f"{'http' if is_on_this_machine(f'//{text}') else 'https'}://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _no_address(typed) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or " " in parts.netloc:
        raise _no_address(typed)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{parts.path.rstrip('/')}"


def is_on_this_machine(url: str) -> bool:
    """Whether an address leads no further than to this machine, so that no proxy needs to be asked."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _no_address(typed: str) -> Fault:
    return Fault(_("{text!r} is no address of a server, such as https://games.example.org.", text=typed.strip()[:80]))
