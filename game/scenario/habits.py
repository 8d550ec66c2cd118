"""The habits that scenarios name: what habits.yaml holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from game.scenario.values import HabitKey, Label, Part, Words

__all__ = ["Habit", "Habits"]


class Habit(Part, frozen=True, kw_only=True):
    """A virtue or a vice of hosts; a scenario's `habit:` names it."""

    name: Annotated[Label, Meta(description="A short title, as trainees read it.", examples=["Listening"])]
    kind: Annotated[
        Annotated[Literal["virtue", "vice"], Meta(extra={"means": ("A habit to grow.", "A habit to shed.")})],
        Meta(description="Whether it is a `virtue` or a `vice`.", examples=["virtue"]),
    ]
    text: Annotated[
        Words,
        Meta(
            description="The habit in one sentence.",
            examples=["You let them finish, and what you do next shows that you heard it."],
        ),
    ]
    sources: Annotated[
        tuple[Label, ...], Meta(description="The texts that gave it: one, or a list.", examples=["mirror"])
    ] = msgspec.field(default=(), name="from")


class Habits(Part, frozen=True, kw_only=True):
    """All of habits.yaml: the habits by key."""

    habits: Annotated[
        Mapping[HabitKey, Habit],
        Meta(
            description="The habits, each under a name you invent; `habit` in a case names it.",
            examples=["\n  listening:\n    name: Listening\n    kind: virtue"],
        ),
    ]
