"""What is said of a pack and of what installing it would do, in lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.diagnostics.excerpt import visible
from game.texts import _
from game.trainer.sharing.form import HABITS, Pack, member_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.trainer.sharing.installing import Change, Plan

__all__ = ["difference", "of_contents", "of_pack", "of_plan"]

_SHOWN = 200


def of_contents(pack: Pack) -> Iterator[str]:
    """The cases of a pack, each with what belongs to it."""
    for case in pack.manifest.cases:
        languages, pictures = [], 0
        for name in pack.files:
            member = member_of(name)
            if member is not None and member.case == case.id:
                languages += [member.rest] if member.kind == "catalogue" else []
                pictures += member.kind == "picture"
        line = _("  {id}: {title} ({language}", id=case.id, title=_one_line(case.title), language=case.language)
        if languages:
            line += _("; translated: {languages}", languages=", ".join(languages))
        if pictures:
            line += _("; pictures: {count}", count=pictures)
        yield f"{line})"


def of_pack(pack: Pack, changed: Collection[str]) -> Iterator[str]:
    """A pack that was opened: who made it of what, and which cases were changed since."""
    yield _("The pack holds:")
    yield from of_contents(pack)
    if pack.manifest.author:
        yield _("By: {author}", author=_one_line(pack.manifest.author))
    if pack.manifest.license:
        yield _("What you may do with it: {terms}", terms=_one_line(pack.manifest.license))
    for case in changed:
        yield _("The case {id} is not, word for word, the one that was packed.", id=case)


def of_plan(plan: Plan) -> Iterator[str]:
    """What installing would do, file by file."""
    yield _("Your folder: {folder}", folder=plan.folder)
    for case in plan.shipped:
        yield _("  there already  {id} (it comes with the program, word for word)", id=case)
    states = {"new": _("new          "), "same": _("there already"), "different": _("different    ")}
    for change in plan.changes:
        yield f"  {states[change.state]}  {change.name}"
    if plan.habits.new:
        yield _("  added          {file}: {keys}", file=HABITS, keys=", ".join(plan.habits.new))
    for key in plan.habits.clashing:
        yield _("  kept           {file}: {key} (the pack means something else by it)", file=HABITS, key=key)


def difference(change: Change) -> str:
    """How a file in the user's folder and the pack's differ, in a sentence."""
    if change.name.endswith(".png"):
        return _("{name} is in your folder already, and is another picture.", name=change.name)
    more, fewer = change.lines
    return _(
        "{name} is in your folder already, and differs: lines that only the pack's has: {more}; lines that only yours "
        "has: {fewer}.",
        name=change.name,
        more=more,
        fewer=fewer,
    )


def _one_line(words: str) -> str:
    """Words from somebody else, fit to be printed."""
    plain = visible(" ".join(words.split()))
    return f"{plain[:_SHOWN]}…" if len(plain) > _SHOWN else plain
