"""The troubles of a set-up, told from what Python, pip and the system say about them."""

from __future__ import annotations

import os

import pytest

from game.texts.set_up import explained

SAID = {
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device": "The disk is full.",
    "OSError: [WinError 112] There is not enough space on the disk": "The disk is full.",
    "[WinError 206] The filename or extension is too long": "too long for this system",
    "HINT: This error might have occurred since this system does not have Windows Long Path support": "too long for",
    "[Errno 30] Read-only file system: '/opt/gastgeber/.venv'": "The folder /there/.venv cannot be written.",
    "[Errno 13] Permission denied: '/opt/gastgeber/.venv'": "The folder /there/.venv cannot be written.",
    "[WinError 5] Access is denied: 'C:\\\\Program Files'": "The folder /there/.venv cannot be written.",
    "/usr/bin/python3: No module named ensurepip": "lacks the parts that make environments",
    "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed": "PIP_CERT=",
    "after connection broken by 'ProxyError('Cannot connect to proxy.', NewConnectionError(": "The proxy does not let",
    "OSError('Tunnel connection failed: 407 Proxy Authentication Required')": "The proxy does not let",
    "NewConnectionError('[Errno -3] Temporary failure in name resolution')": "It needs the network once",
    "urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool: Read timed out.": "It needs the network once",
    "ERROR: No matching distribution found for pygame-ce==2.5.8": "is not to be had",
    "The user requested (constraint) hatchling==1.33.0": "is not to be had",
    "Segmentation fault": "is not known here",
}


def told(said: str) -> str:
    """The explanation for a start in /there."""
    return explained(said, typed="python3 main.py play", venv="/there/.venv", python="/usr/bin/python3")


@pytest.mark.parametrize("said", SAID)
def test_each_trouble_is_known_by_what_is_said_about_it(said: str) -> None:
    """What was said stands below the explanation, for whoever is asked for help."""
    text = told(f"Collecting pip\n{said}\nERROR: the last word\n")
    assert text.startswith("Gastgeber could not be set up.\n")
    assert SAID[said] in text
    assert f"  | {said}" in text


def test_the_network_is_blamed_before_the_package_that_did_not_come() -> None:
    """Without a network pip says both: that it retried, and that no package was found."""
    text = told("Retrying after NewConnectionError: refused\nERROR: No matching distribution found for msgspec")
    assert "It needs the network once" in text


@pytest.mark.skipif(os.name == "nt", reason="cmd sets variables in its own way, which the next test holds")
def test_the_mend_is_the_very_command_that_was_typed() -> None:
    """With the setting before it, or alone."""
    text = told("timed out").splitlines()
    assert "    HTTPS_PROXY=http://proxy.example:8080 python3 main.py play" in text
    assert "    python3 main.py play" in text


def test_on_windows_a_setting_is_typed_as_any_of_its_shells_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    """PowerShell and cmd set variables differently; both can call cmd."""
    monkeypatch.setattr(os, "name", "nt")
    assert '    cmd /c "set HTTPS_PROXY=http://proxy.example:8080&& python3 main.py play"' in told("timed out")


def test_of_what_is_not_known_the_end_is_shown() -> None:
    """Nine lines at most, each cut where it gets too long."""
    said = "\n".join(f"{number} {'x' * 500}" for number in range(50))
    shown = [line for line in told(said).splitlines() if line.startswith("  | ")]
    assert [line.split()[1] for line in shown] == [str(number) for number in range(41, 50)]
    assert max(map(len, shown)) < 210
