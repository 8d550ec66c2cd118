"""What is said when a bundle cannot be made."""

from __future__ import annotations

import pytest

from bundle.trouble import explained


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "ERROR: Python was built without a shared library, which is required by PyInstaller.",
            "PYTHON_CONFIGURE_OPTS",
        ),
        ("ERROR: On Linux, objdump is required. It is typically provided by binutils", "sudo apt install binutils"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("PermissionError: [WinError 5] Access is denied: 'Gastgeber.exe'", "Close it"),
        ("Something else altogether", "could not be made"),
    ],
)
def test_a_failure_is_told_in_plain_words(said: str, told: str) -> None:
    """With what to do, and below it what was said."""
    explanation = explained(said)
    assert told in explanation.split("\n\nThis is what PyInstaller said:")[0]
    assert said in explanation
