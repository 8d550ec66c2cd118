"""The wordings of findings on catalogues of translations, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["CATALOGUES"]

_TOOL = "An editor for translations, such as Poedit, writes such files without fault."

CATALOGUES: Mapping[str, Wording] = {
    "bad-catalogue/line": Wording(
        "No line of a catalogue of translations looks like this one.",
        f"Its lines begin with `#`, `msgctxt`, `msgid`, `msgstr` or a quotation mark. {_TOOL}",
    ),
    "bad-catalogue/quotes": Wording(
        "The words in this line do not stand between two straight quotation marks.",
        f'Put one `"` at either end, and write `\\"` for those between them. {_TOOL}',
    ),
    "bad-catalogue/order": Wording(
        "`{keyword}` stands where `{expected}` is expected.",
        f"Each sentence has a `msgctxt`, a `msgid` and a `msgstr`, once each and in this order. {_TOOL}",
    ),
    "bad-catalogue/unfinished": Wording(
        "The file ends before the `msgstr` of this sentence.",
        'Write `msgstr ""` below it, or take the file from a copy that is whole.',
    ),
    "bad-catalogue/plural": Wording(
        "A case has no sentences with plural forms.",
        "Write one `msgid` and one `msgstr`.",
    ),
    "bad-catalogue/twice": Wording(
        "This sentence stands in line {line} already, under the same `msgctxt`.",
        "Delete one of the two, with its translation.",
    ),
    "bad-catalogue/control": Wording(
        "There is an invisible character ({character}) in this translation, that does not belong into a text.",
        "Type the translation anew. A new line is written `\\n`.",
    ),
}
