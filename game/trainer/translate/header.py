"""The header of a catalogue: in which language it is, and how it is written. No dates: they would change every time."""

from __future__ import annotations

from game.loader.languages import language_name, plural_forms
from game.loader.po import PoEntry
from game.texts import _

__all__ = ["header"]


def header(name: str, title: str, own: str, language: str, old: PoEntry | None) -> PoEntry:
    """The header of a catalogue; whatever stands in the old one stays, for tools keep their own things there.

    Args:
        name: of what is translated, without an ending.
        title: under which people know it.
        own: the tag of the language it is written in; empty where nothing says it.
        language: the tag of the language it is translated into.
        old: the header so far.
    """
    fields = _fields("" if old is None else old.translation)
    for key, value in {
        "Project-Id-Version": name,
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
        **({"X-Source-Language": own.replace("-", "_")} if own else {}),
    }.items():
        fields.setdefault(key, value)
    if "utf-8" not in fields["Content-Type"].lower():  # it is read and written as UTF-8, whatever it says
        fields["Content-Type"] = "text/plain; charset=UTF-8"
    text = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in fields.items())
    if old is not None:
        return old._replace(translation=text)
    told = _('"{title}", translated into {language}.', title=title, language=language_name(language))
    return PoEntry("", "", text, comments=(f" {told}",))


def _fields(text: str) -> dict[str, str]:
    """The fields of a header, by name, in its order; a line without a colon goes on with the field above."""
    found: dict[str, str] = {}
    last = ""
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip():
            last = name.strip()
            found[last] = value.strip()
        elif last and line.strip():
            found[last] += f" {line.strip()}"
    return found
