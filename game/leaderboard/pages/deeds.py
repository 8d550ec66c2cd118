"""What trainers did and looked at, in words."""

from __future__ import annotations

from game.texts import _

__all__ = ["deed_words"]


def deed_words(deed: str) -> str:
    """A deed of the audit trail, as the beginning of a line; its own name where it is not known here."""
    return {
        "add-trainer": _("A trainer was added"),
        "remove-trainer": _("A trainer was removed"),
        "change-passphrase": _("A passphrase was changed"),
        "bind-identity": _("A sign-in from elsewhere was added"),
        "sign-in": _("Signed in"),
        "make-team": _("Made the team"),
        "rename-team": _("Gave the team another name"),
        "close-team": _("Closed the team"),
        "give-code": _("Made a code to join with"),
        "drop-codes": _("Took back the codes to join with"),
        "make-season": _("Made a season"),
        "close-season": _("Closed a season"),
        "publish-case": _("Published a case"),
        "withdraw-case": _("Withdrew a case"),
        "give-assignment": _("Gave the team something to play"),
        "withdraw-assignment": _("Took back something the team was to play"),
        "see-progress": _("Looked at how many are through with an assignment"),
        "see-report": _("Looked at a report on the team"),
        "see-audit": _("Looked at this trail"),
    }.get(deed, deed)
