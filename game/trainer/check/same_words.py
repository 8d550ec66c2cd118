"""Two choices of one scene that can be on offer together and have the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.diagnostics import Diagnostic
    from game.scenario.model import Choice
    from game.scenario.parts import Path
    from game.trainer.check.case import Case

__all__ = ["check"]


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell the second of two; blanks and capitals make no difference, and something said is nothing done.

    Choices that are never on offer together may have the same words: what comes of them differs by what came before.
    """
    for scene, content in case.scenario.scenes.items():
        first: dict[tuple[str, str], list[Choice]] = {}
        for position, choice in enumerate(content.choices):
            key = "do" if choice.say is None else "say"
            alike = first.setdefault((key, _plain(choice.say or choice.do or "")), [])
            other = next((each for each in alike if _are_offered_together(case, scene, each, choice)), None)
            alike.append(choice)
            if other is not None:
                path: Path = ("scenes", scene, "choices", position)
                values = {"name": f"{scene}/{choice.id}", "other": f"{scene}/{other.id}"}
                yield case.tell("same-words", (*path, key), values)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _are_offered_together(case: Case, scene: str, one: Choice, other: Choice) -> bool:
    """Whether some play meets both at once; where that is not known, whether nothing is asked for either."""
    if case.survey is None:
        return one.when is None and other.when is None
    names = {f"{scene}/{one.id}", f"{scene}/{other.id}"}
    found = case.survey.exploration
    return any(
        names <= {lead.outcome.move.name for lead in offers}
        for number, offers in enumerate(found.offered)
        if found.book.positions[found.scenes[number]].name == scene
    )
