"""Everybody who plays here, as the people's screen asks for them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from game.records.memberships import memberships
from game.window.screens.people import Register

if TYPE_CHECKING:
    from pathlib import Path

    from game.records.records import Records

__all__ = ["register_of"]


def register_of(records: Records) -> Register:
    """What can be done for the people of some records."""

    def export(person: str) -> Path:
        from game.records.keepsake import keep_export  # late: few take their things along

        return keep_export(records.export(person), records.person(person).name, datetime.now().astimezone())

    return Register(
        people=records.people,
        current=records.current,
        choose=records.choose,
        add=records.add,
        rename=records.rename,
        set_look=records.set_look,
        plays=lambda person: sum(records.plays(person).values()),
        servers=lambda person: tuple(each.url for each in memberships(person)),
        export=export,
        erase=records.erase,
    )
