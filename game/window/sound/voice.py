"""The computer's own voice: the program that each system has for it, one sentence after the other."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Speaker", "Voice", "find_speaker"]

_PATIENCE = 2.0
"""Seconds a program is given to end once it was told to."""
_GLANCE = 0.05
"""Seconds between two looks whether a sentence was said, or a more urgent one came."""
_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, '{language}') } catch { }; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
"""What PowerShell is to do with the words it is given; where no voice speaks the language, the usual one does."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that speaks what it reads from its standard input, or gets as its last word."""

    command: tuple[str, ...]
    """`{language}` stands for the tag of the words' language."""
    takes_stdin: bool = True
    hush: tuple[str, ...] = ()
    """What makes it silent, where ending the program does not."""


_SPEAKERS: dict[str, tuple[Speaker, ...]] = {
    "darwin": (Speaker(("say", "-f", "-")),),
    "win32": (Speaker(("powershell", "-NoProfile", "-NonInteractive", "-Command", _WINDOWS)),),
    "linux": (
        Speaker(("spd-say", "--wait", "--language", "{language}", "--"), takes_stdin=False, hush=("spd-say", "--stop")),
        Speaker(("espeak-ng", "-v", "{language}", "--stdin")),
        Speaker(("espeak", "-v", "{language}", "--stdin")),
    ),
}
"""By system, the best first."""


def find_speaker(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> Speaker | None:
    """The program this computer speaks with; None where it has none."""
    return next((each for each in _SPEAKERS.get(platform, ()) if which(each.command[0])), None)


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: str
    language: str
    turn: int
    """How often the voice had been hushed when this was to be said; hushed once more, it is not."""


class Voice:
    """Says sentences in their order, on a thread of its own; where the program fails, it is silent."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._orders: SimpleQueue[_Sentence | None] = SimpleQueue()
        self._hushed = 0
        self._is_closed = False
        self._thread: Thread | None = None

    def say(self, words: str, language: str) -> None:
        """Say a sentence, after those that are still to be said."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()
        self._orders.put(_Sentence(words, language, self._hushed))

    def hush(self) -> None:
        """Be silent at once, and forget what was still to be said."""
        while True:
            try:
                self._orders.get_nowait()
            except Empty:
                break
        self._hushed += 1

    def close(self) -> None:
        """Be silent for good."""
        self._is_closed = True
        self.hush()
        if self._thread is not None:
            self._orders.put(None)
            self._thread.join(2 * _PATIENCE)
            self._thread = None

    def _work(self) -> None:
        while (order := self._orders.get()) is not None and not self._is_closed:
            try:
                self._speak(order)
            except (OSError, ValueError, subprocess.SubprocessError):
                continue  # it speaks no more: whatever is said stands on the screen

    def _speak(self, sentence: _Sentence) -> None:
        speaker = self._speaker
        if self._hushed != sentence.turn:
            return
        command = [part.replace("{language}", sentence.language) for part in speaker.command]
        command += [] if speaker.takes_stdin else [sentence.words]
        process = _started(command, is_fed=speaker.takes_stdin)
        try:
            if process.stdin is not None:
                with process.stdin as ear:
                    ear.write(sentence.words.encode())
            while self._hushed == sentence.turn:
                try:
                    process.wait(_GLANCE)
                except subprocess.TimeoutExpired:
                    continue
                return
            if speaker.hush:
                _started(speaker.hush).wait(_PATIENCE)
        finally:
            _ended(process)


def _started(command: Sequence[str], *, is_fed: bool = False) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE if is_fed else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows alone, where a console would flash up
    )


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Have a program ended that speaks no more, or has to stop."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
