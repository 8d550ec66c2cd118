"""The path through the cases: what curriculum.yaml holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from game.scenario.values import CaseName, CaseNames, ChapterKey, HabitNames, Label, Part, Words

__all__ = ["Chapter", "Curriculum", "Lesson"]


class Lesson(Part, frozen=True, kw_only=True):
    """A case on the path: what goes before it, and what it is there to train."""

    short = "case"

    case: Annotated[CaseName, Meta(description="The case: its file's name without `.yaml`.", examples=["broken-line"])]
    after: Annotated[
        CaseNames,
        Meta(
            description="A case that is best played before this one, or a list of them. Nothing is locked.",
            examples=["defective-return"],
        ),
    ] = ()
    trains: Annotated[
        HabitNames,
        Meta(description="The habits it trains: a key of habits.yaml, or a list.", examples=["[listening]"]),
    ] = ()


class Chapter(Part, frozen=True, kw_only=True):
    """A stretch of the path, under a title of its own."""

    title: Annotated[Label, Meta(description="The title over its cases.", examples=["At the counter"])]
    text: Annotated[
        Words | None,
        Meta(description="One sentence on what one learns in it.", examples=["Whoever comes in is welcome first."]),
    ] = None
    cases: Annotated[
        tuple[Lesson, ...],
        Meta(
            description="The cases in their order: each its name, or its name with what belongs to it.",
            examples=["\n  - defective-return\n  - case: broken-line\n    after: defective-return"],
        ),
    ]


class Curriculum(Part, frozen=True, kw_only=True):
    """All of curriculum.yaml: the chapters by key, in their order."""

    chapters: Annotated[
        Mapping[ChapterKey, Chapter],
        Meta(
            description="The chapters, each under a name you invent.",
            examples=["\n  counter:\n    title: At the counter\n    cases:\n      - defective-return"],
        ),
    ] = msgspec.field(default_factory=dict)

    def divided(self, cases: Iterable[str]) -> tuple[list[tuple[Chapter, list[str]]], list[str]]:
        """Cases by their chapters, in the order of the path, chapters without one left out; and those that are on none.

        Of a case that stands in two places the first one counts.
        """
        left = dict.fromkeys(cases)
        found: list[tuple[Chapter, list[str]]] = []
        for chapter in self.chapters.values():
            here = [str(lesson.case) for lesson in chapter.cases if lesson.case in left]
            for case in here:
                left.pop(case, None)
            if here:
                found.append((chapter, here))
        return found, list(left)
