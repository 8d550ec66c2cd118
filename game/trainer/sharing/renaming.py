"""Other names for the cases of a pack, before they are installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from game.texts import _
from game.trainer.sharing.form import Pack, Refused, is_id, member_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["new_names", "renamed"]


def new_names(pack: Pack, asked: Sequence[str]) -> dict[str, str]:
    """What was asked for, `NEW` for the only case or `OLD=NEW`, as old names to new ones.

    Raises:
        Refused: it cannot be meant so; says why.
    """
    ids = [case.id for case in pack.manifest.cases]
    names: dict[str, str] = {}
    for words in asked:
        old, is_pair, new = words.partition("=")
        if not is_pair:
            if len(ids) > 1:
                raise Refused(
                    _("The pack holds several cases. Say which one: `--as {id}={new}`.", id=ids[0], new=words or "…")
                )
            old, new = ids[0], words
        if old not in ids:
            raise Refused(_("There is no case `{name}` in this pack; it holds: {ids}.", name=old, ids=", ".join(ids)))
        if not is_id(new):
            raise Refused(
                _(
                    "`{name}` is no name for a case. Names start with a letter and are lower case, their words joined "
                    "by `-` or `_`, such as `my-first-case`.",
                    name=new,
                )
            )
        names[old] = new
    after = [names.get(case, case) for case in ids]
    if len(set(after)) != len(after):
        raise Refused(_("Two cases would have the same name. Give each a name of its own."))
    return names


def renamed(pack: Pack, names: Mapping[str, str]) -> Pack:
    """A pack whose cases have other names: old to new."""
    cases = tuple(msgspec.structs.replace(case, id=names.get(case.id, case.id)) for case in pack.manifest.cases)
    files = {_renamed(name, names): content for name, content in pack.files.items()}
    return Pack(msgspec.structs.replace(pack.manifest, cases=cases), files)


def _renamed(name: str, names: Mapping[str, str]) -> str:
    member = member_of(name)
    if member is None or member.case not in names:
        return name
    new = names[member.case]
    match member.kind:
        case "catalogue":
            return f"locale/{member.rest}/{new}.po"
        case "picture":
            return f"faces/{new}/{name.rpartition('/')[2]}"
        case _:
            return f"{new}.yaml"
