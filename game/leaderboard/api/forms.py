"""What may stand in an address: each form as an expression, the same for the server and its description."""

from __future__ import annotations

import re

__all__ = ["FORMS", "PARAMETER", "is_fit"]

_KEY = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

FORMS = {
    "session": _KEY,
    "team": _KEY,
    "assignment": _KEY,
    "slug": "^[a-z0-9][a-z0-9-]{0,63}$",
    "revision": "^[0-9a-f]{64}$",
    "n": "^[1-9][0-9]{0,5}$",
}
"""By the name it has in the paths of routes."""

PARAMETER = re.compile(r"{(\w+)}")
_COMPILED = {name: re.compile(form.removesuffix("$") + r"\Z") for name, form in FORMS.items()}


def is_fit(name: str, said: str) -> bool:
    """Whether what stands in an address has the form it is to have."""
    return _COMPILED[name].match(said) is not None
