"""The wordings of findings on files and on their punctuation, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["FILES", "PUNCTUATION"]


FILES: Mapping[str, Wording] = {
    "file-missing": Wording(
        "There is no such file.",
        "Check the name and the folder; `check` without a name looks at all scenarios that are found.",
    ),
    "file-is-folder": Wording(
        "This is a folder, and a file is needed.",
        "Name one of the files in it, or give the folder with `--scenarios`.",
    ),
    "file-is-special": Wording(
        "This is no ordinary file, but a device or a pipe.",
        "Save the scenario as a file, and name that.",
    ),
    "file-not-allowed": Wording(
        "You are not allowed to read this file.",
        "Ask whoever owns it for the right to read it, or copy it to a folder of your own.",
    ),
    "file-unreadable": Wording(
        "This file cannot be read: {reason}.",
        "Copy it to another place and try that.",
    ),
    "file-too-large": Wording(
        "This file has {size} MiB; a scenario has at most 1 MiB, which is several hundred pages.",
        "Check that this is the right file; a scenario that long is better told as several.",
    ),
    "file-too-large/catalogue": Wording(
        "This file has {size} MiB; a catalogue of translations has at most 8 MiB.",
        "Check that this is the right file.",
    ),
    "file-name": Wording(
        "The file's name is the scenario's id, and `{id}` is not spelt as one.",
        "Rename the file: lower case letters, words joined by `-`, such as `my-first-case.yaml`.",
        "Rename the file to `{suggestion}.yaml`: lower case letters, words joined by `-`.",
    ),
    "file-name/unreadable": Wording(
        "The name of this file has letters that cannot be read.",
        "Rename the file: lower case letters, words joined by `-`, such as `my-first-case.yaml`.",
    ),
    "folder-missing": Wording(
        "There is no such folder.",
        "Check the name after `--scenarios`; the other folders were looked through.",
    ),
    "folder-unreadable": Wording(
        "This folder cannot be looked through: {reason}.",
        "Ask whoever owns it for the right to read it; the other folders were looked through.",
    ),
    "same-id": Wording(
        "There is a scenario `{id}` already: {first}. That one is played, this one is not.",
        "Give this file another name.",
    ),
    "same-habit": Wording(
        "There is a habit `{name}` already, in line {line} of {first}. That one counts, this one does not.",
        "Give this one a name of its own, and write that in your cases; or delete it.",
    ),
    "unknown-case": Wording(
        "No case is called `{name}`.",
        "Name one of those that were found, by its file's name without `.yaml`: {known}.",
        "Did you mean `{suggestion}`?",
    ),
    "unknown-case/none": Wording(
        "No case is called `{name}`; none at all were found.",
        "Lay the case into the folder of this file, and name it by its file's name without `.yaml`.",
    ),
    "case-twice": Wording(
        "The case `{case}` has its place already, in line {line} of {first}. That one counts, this one does not.",
        "Take it out here.",
    ),
    "case-after-itself": Wording(
        "By `after`, the case `{case}` comes after itself: {ring}.",
        "Take out one of these, so that there is a case to begin with.",
    ),
    "unknown-scenario": Wording(
        "No scenario is called `{id}`.",
        "These were found: {known}. A file is named with its ending, such as `cases/mine.yaml`.",
    ),
    "unknown-scenario/none": Wording(
        "No scenario is called `{id}`; none at all were found.",
        "Give a file's name with the ending, such as `cases/mine.yaml`, or a folder with `--scenarios`.",
    ),
    "not-text": Wording(
        "This is not a text file.",
        "Check that this is the right file: a scenario is plain text, written in any editor.",
    ),
    "not-utf8": Wording(
        "This file is not saved as UTF-8, so this letter cannot be read.",
        "Save the file again and choose the encoding UTF-8.",
    ),
    "not-utf8/utf-16": Wording(
        "This file is saved as UTF-16 or UTF-32, not as UTF-8.",
        "Save the file again and choose the encoding UTF-8.",
    ),
    "control-character": Wording(
        "Here stands an invisible character ({character}) that does not belong in a text.",
        "Delete it: it stands just before the marked place's next visible letter. Typing the line anew removes it too.",
    ),
    "invisible-character/zero-width": Wording(
        "Here stands a character that nobody sees ({character}).",
        "Delete it, or type the words round it anew: such characters come with text copied from web pages and chats.",
    ),
    "invisible-character/direction": Wording(
        "Here stands a character that nobody sees ({character}), and it turns the direction of reading.",
        "Delete it, or type the sentence anew: what follows may be shown backwards.",
    ),
    "empty-file": Wording(
        "There is nothing in this file.",
        "Begin with `title:`; the handbook shows the smallest scenario.",
    ),
    "not-a-scenario": Wording(
        "Nothing in this file belongs to a scenario.",
        "Check that this is the right file. A scenario begins with `title:`, `language:` and `channel:`.",
    ),
    "too-deep": Wording(
        "Here things stand in each other more than {deepest} levels deep; nothing below is read.",
        "A scenario needs about ten levels. If this is a sentence with many brackets or dashes, put quotes round it.",
    ),
    "several-documents": Wording(
        "This line ends the scenario; nothing below is read.",
        "Delete the line, or move what follows to a file of its own.",
    ),
    "unreadable-line": Wording(
        "This line cannot be understood; it was left out.",
        "Look for a quotation mark, bracket or colon that is out of place here or in the line above.",
    ),
    "left-unread": Wording(
        "From here on, nothing was read.",
        "Mend what is told above, and check again.",
    ),
}

_COLON = "After a colon and a space, a value is expected, so the words before it are taken for a key."
_BELOW_KEY = "on the next line, indented deeper than `{key}`:\n  {key}: >-\n    The sentence."
_BELOW_DASH = "on the next line, indented deeper than the dash:\n  - >-\n    The sentence."
"""How a sentence is written in which punctuation means nothing."""

PUNCTUATION: Mapping[str, Wording] = {
    "colon-in-speech": Wording(
        _COLON,
        f"Put quotes round this sentence, or write it {_BELOW_KEY}",
    ),
    "colon-in-speech/item": Wording(
        _COLON,
        f"Put quotes round this sentence, or write it {_BELOW_DASH}",
    ),
    "colon-in-speech/printed": Wording(
        _COLON,
        'These are printer\'s quotes, which do not help; put straight ones round the sentence: "…".',
    ),
    "colon-in-speech/speaker": Wording(
        _COLON,
        "If {name} is speaking, write `{person}: …` instead, on a line of its own; if not, put quotes round this.",
    ),
    "colon-in-speech/value": Wording(
        "A second colon stands behind `{key}:`, which takes one value.",
        "Write that value alone, without a colon.",
    ),
    "keys-in-a-row": Wording(
        "`{inner}:` stands on the same line as `{key}:`.",
        "Write `{inner}:` on a line of its own, indented below `{key}:`.",
    ),
    "keys-in-a-row/beside": Wording(
        "`{inner}:` stands on the same line as `{key}:`.",
        "Write `{inner}:` on a line of its own, in the same column as `{key}:`.",
    ),
    "comma-in-speech": Wording(
        "Between braces, a comma ends the sentence; what follows it was cut off.",
        "Put quotes round this sentence, or write the keys below each other, without braces.",
    ),
    "comma-in-list": Wording(
        "Between brackets, a comma ends the sentence; what follows it became a line of its own.",
        "Put quotes round the sentence if it is one; or write each line below the other, after a dash.",
    ),
    "comment-in-speech": Wording(
        "A `#` after a space begins a comment, so this part of the sentence is lost: {lost}",
        "Put quotes round the sentence; or, if it is a comment, give it a line of its own.",
    ),
    "comment-in-speech/below": Wording(
        "This line begins with a `#`, so it is a comment and no part of the sentence above: {lost}",
        "Put quotes round the whole sentence; or, if it is a comment, leave {blanks} blanks in front of it.",
    ),
    "leading-character": Wording(
        "A sentence without quotes may not begin with `{character}`.",
        f"Put quotes round this sentence, or write it {_BELOW_KEY}",
    ),
    "leading-character/item": Wording(
        "A sentence without quotes may not begin with `{character}`.",
        f"Put quotes round this sentence, or write it {_BELOW_DASH}",
    ),
    "leading-character/folded": Wording(
        "Behind `{character}`, nothing can stand on the same line.",
        f"Write the sentence {_BELOW_KEY}",
    ),
    "leading-character/folded-item": Wording(
        "Behind `{character}`, nothing can stand on the same line.",
        f"Write the sentence {_BELOW_DASH}",
    ),
    "leading-character/bullet": Wording(
        "A sentence without quotes may not begin with `{character}`.",
        "If this is the item of a list, write a dash and a space instead; if not, put quotes round the sentence.",
    ),
    "dash-in-speech": Wording(
        "A dash and a space begin the item of a list, and none belongs here.",
        "If the dash is part of a sentence, put quotes round it; if not, delete it.",
    ),
    "dash-in-speech/deep": Wording(
        "This dash does not stand below the others, so it became part of the sentence above.",
        "Put {blanks} blanks in front of it, as the others have; if it is part of the sentence, put quotes round that.",
    ),
    "dash-in-speech/below": Wording(
        "This dash begins no item of a list: it became part of the sentence above, behind `{key}:`.",
        "Write each sentence on a line of its own below `{key}:`, after a dash; or put quotes round it all.",
    ),
    "dash-in-speech/words": Wording(
        "This dash begins no item of a list: it became part of the sentence above.",
        "Put quotes round the whole sentence, or delete the dash.",
    ),
    "dash-in-speech/glued": Wording(
        "This line begins with a dash that is glued to its word, so it is no item of a list.",
        "Put a space after the dash; if it is part of the sentence, put quotes round that.",
    ),
    "unclosed-quote": Wording(
        "This quotation mark is never closed.",
        'Close it at the end of the sentence. If it is an apostrophe, put double quotes round the sentence: "…".',
    ),
    "text-after-quote": Wording(
        "The quotes are closed already, and the sentence goes on.",
        f"Put quotes of the other kind round the whole sentence, or write it without quotes {_BELOW_KEY}",
    ),
    "text-after-quote/item": Wording(
        "The quotes are closed already, and the sentence goes on.",
        f"Put quotes of the other kind round the whole sentence, or write it without quotes {_BELOW_DASH}",
    ),
    "bad-escape": Wording(
        "Between double quotes, a backslash changes what stands behind it, so `{word}` is lost.",
        'Write the backslash twice: between double quotes, only `\\"` and `\\\\` can stand.',
    ),
    "unclosed-bracket": Wording(
        "This bracket is never closed, or words follow it.",
        "Close it, and write nothing behind; or write a list below the key, each item after a dash.",
    ),
    "anchor": Wording(
        "`{word}` is an anchor of YAML's, which scenarios do without.",
        "Delete it. If it is part of a sentence, put quotes round that.",
    ),
    "alias": Wording(
        "`{word}` is an alias of YAML's, which scenarios do without.",
        "Write out what it stands for. If it is part of a sentence, put quotes round that.",
    ),
    "tag": Wording(
        "`{word}` is a tag of YAML's, which scenarios do without.",
        "Delete it. If it is part of a sentence, put quotes round that.",
    ),
    "odd-space": Wording(
        "Here stands a space of another kind ({character}), as word processors write it, which does not count as one.",
        "Delete it and type an ordinary space; the lines below may have more of them.",
    ),
    "missing-dash": Wording(
        "`{key}:` is there already, so a new item of the list begins here.",
        "Put a dash and a space before `{key}:`, with {blanks} blanks in front of the dash.",
    ),
    "missing-dash/line": Wording(
        "No dash stands before this line, as before the others below `{key}:`.",
        "Put a dash and a space before it.",
    ),
    "tab-indentation": Wording(
        "This line is indented with a tab.",
        "Indent it, and all that are like it, with spaces; most editors can be told to do so when you press Tab.",
    ),
    "wrong-indentation/fewer": Wording(
        "Too many blanks stand in front of this line: {now}; the keys, or the dashes, it belongs to have {blanks}.",
        "Leave {blanks} in front of it, {by} fewer than now.",
    ),
    "wrong-indentation/more": Wording(
        "Too few blanks stand in front of this line: {now}; the keys, or the dashes, it belongs to have {blanks}.",
        "Put {blanks} in front of it, {by} more than now.",
    ),
    "wrong-indentation/name-fewer": Wording(
        "Too many blanks stand in front of `{name}`: {now}; the others below `{key}:` have {blanks}.",
        "Leave {blanks} in front of it, {by} fewer than now; so with all others like it.",
    ),
    "wrong-indentation/name-more": Wording(
        "Too few blanks stand in front of `{name}`: {now}; the others below `{key}:` have {blanks}.",
        "Put {blanks} in front of it, {by} more than now, and what belongs to it deeper; so with all others like it.",
    ),
    "loose-text": Wording(
        "This line belongs to no key.",
        "If it goes on with the sentence above, indent it deeper than that one's key; if not, put `#` before it or "
        "delete it.",
    ),
    "loose-text/folded": Wording(
        "This line belongs to `{header}` above it, but does not stand deeper.",
        "Put {blanks} blanks in front of it, and of each line of the sentence below it as well.",
    ),
    "missing-colon": Wording(
        "There is no colon after `{key}`.",
        "Put the colon behind it: `{key}:`.",
    ),
    "missing-colon/wrong": Wording(
        "Behind `{key}` stands `{mark}` instead of a colon.",
        "Write `{key}:` and a space.",
    ),
    "colon-without-space": Wording(
        "There is no space after `{key}:`.",
        "Put a space after the colon.",
    ),
}
