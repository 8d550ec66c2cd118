"""What is asked about a new case, in the language the case will have: whoever writes in it reads it, too."""

from __future__ import annotations

from typing import NamedTuple

from game.texts import _

__all__ = ["Questions", "questions"]


class Questions(NamedTuple):
    """One question for each thing that can be wished for, once the language is known."""

    title: str
    you: str
    role: str
    customer: str
    channel: str
    mood: str


_GERMAN = Questions(
    title="Titel, wie er in der Liste der Fälle steht",
    you="Name, den die Lernenden im Fall haben",
    role="Was sie dort sind",
    customer="Name der Kundin oder des Kunden",
    channel="Kanal: phone (Telefon), chat, email, counter (Schalter) oder visit (Besuch)",
    mood="Stimmung zu Beginn, von -3 (wütend) bis 3 (begeistert)",
)


def questions(language: str) -> Questions:
    """Those of a case's language, which need not be the one the program speaks."""
    if language == "de":
        return _GERMAN
    return Questions(
        title=_("Title, as it stands in the list of cases"),
        you=_("Name that the trainee has in the case"),
        role=_("What the trainee is there"),
        customer=_("Name of the customer"),
        channel=_("Channel: phone, chat, email, counter or visit"),
        mood=_("Mood of the customer at first, from -3 (furious) to 3"),
    )
