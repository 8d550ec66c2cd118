"""What is typed as a command: in the language of the program, or in English, whichever comes to mind."""

from __future__ import annotations

from game.texts import _

__all__ = ["meant"]


def meant(typed: str) -> str:
    """A line with its first word as the program knows it, all in small letters; what follows it stays."""
    word, blank, rest = typed.casefold().partition(" ")
    return f"{_known().get(word, word)}{blank}{rest}"


def _known() -> dict[str, str]:
    """The words of commands, by what they are called in the language of the program."""
    words = {
        "again": _("again"),
        "all": _("all"),
        "back": _("back"),
        "debrief": _("debrief"),
        "facts": _("facts"),
        "findings": _("findings"),
        "first": _("first"),
        "help": _("help"),
        "jump": _("jump"),
        "no": _("no"),
        "pause": _("pause"),
        "promises": _("promises"),
        "quit": _("quit"),
        "reload": _("reload"),
        "scenes": _("scenes"),
        "silence": _("silence"),
        "start": _("start"),
        "yes": _("yes"),
    }
    return {own.casefold(): word for word, own in words.items()}
