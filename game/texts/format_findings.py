"""The wordings of findings on keys, values and names, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["FORMAT", "NAMES"]

FORMAT: Mapping[str, Wording] = {
    "duplicate-key": Wording(
        "`{key}` stands here for the second time; the first is in line {line}.",
        "Delete one of the two, or give it another name.",
    ),
    "unknown-key": Wording(
        "There is no key `{key}` here.",
        "These keys can stand here: {known}.",
    ),
    "missing-key": Wording(
        "`{key}:` is missing here.",
        "Add it with its value, on a line of its own, such as:\n{example}",
    ),
    "missing-one-of/says": Wording(
        "`{first}:` or `{second}:` is missing here.",
        "Write what is said in this scene under `says:`; a scene that only passes on needs a line, too.",
    ),
    "missing-one-of/say": Wording(
        "`{first}:` or `{second}:` is missing here.",
        "Write what the trainee says behind `say:`, or what the trainee does behind `do:`.",
    ),
    "missing-one-of/within": Wording(
        "`{first}:` or `{second}:` is missing here.",
        "Add when it is due: how long after it was made, such as `within: 6 h`, or a moment, `by: Tuesday 17:00`.",
    ),
    "missing-partner": Wording(
        "`{key}:` needs `{other}:` beside it.",
        "Add `{other}:`, or delete `{key}:`.",
    ),
    "missing-partner/silence": Wording(
        "`{key}:` needs `{other}:` beside it: what happens when the time runs out.",
        "Delete `{key}:`, or add `{other}:` with as many blanks in front, such as:\n{example}",
    ),
    "keys-exclude": Wording(
        "`{first}:` and `{second}:` exclude each other.",
        "Keep one of the two.",
    ),
    "missing-value": Wording(
        "Nothing stands behind `{key}:`.",
        "Write something behind it, or delete the key.",
    ),
    "missing-value/required": Wording(
        "Nothing stands behind `{key}:`.",
        "Write its value, such as:\n{example}",
    ),
    "missing-value/item": Wording(
        "Nothing stands behind this dash.",
        "Write something behind it, or delete the dash.",
    ),
    "empty-text": Wording(
        "These quotes are empty.",
        "Write something between them, or delete the key.",
    ),
    "empty-text/folded": Wording(
        "No sentence stands below `{header}`.",
        "Write it on the next line, indented deeper than the line that ends with `{header}`.",
    ),
    "empty-brackets": Wording(
        "Nothing stands between these brackets.",
        "Write something between the brackets, or delete the key.",
    ),
    "wrong-shape/text-not-list": Wording(
        "A list stands here, where one text or number belongs.",
        "Write it behind the colon, without dash or brackets.",
    ),
    "wrong-shape/text-not-keys": Wording(
        "Keys stand here, where one text or number belongs.",
        "Write it behind the colon. If this is a sentence with a colon, put quotes round it.",
    ),
    "wrong-shape/list-not-text": Wording(
        "A text stands here, where a list belongs.",
        "Write each item on a line of its own below the key, after a dash and a space.",
    ),
    "wrong-shape/list-not-keys": Wording(
        "Keys stand here, where a list belongs.",
        "Each item begins with a dash and a space before its first key, such as `- id: …`.",
    ),
    "wrong-shape/keys-not-text": Wording(
        "A text stands here, where keys belong.",
        "Write keys below, each on a line of its own and indented, such as `name: …`.",
    ),
    "wrong-shape/keys-not-list": Wording(
        "A list stands here, where keys belong.",
        "Write the keys without dashes, each on a line of its own.",
    ),
    "wrong-shape/key-not-list": Wording(
        "A list cannot be a key.",
        "If this is a sentence, put quotes round it.",
    ),
    "wrong-shape/key-not-keys": Wording(
        "Keys cannot be a key.",
        "If this is a sentence, put quotes round it.",
    ),
    "wrong-shape/names-not-list": Wording(
        "A list stands here, where names belong.",
        "Delete the dashes: a name stands alone on its line, such as `{name}:`, and what belongs to it below, deeper.",
    ),
    "wrong-shape/ending": Wording(
        "A text stands behind `ending:`, where keys belong below it.",
        "Write it so:\n{example}",
    ),
    "wrong-shape/keys-beside-text": Wording(
        "`{word}` stands behind `{key}:`, where nothing belongs: its keys stand below it.",
        "Delete `{word}`, or give it a key of its own below `{key}:`.",
    ),
    "mixed-line/below": Wording(
        "`{person}:` begins a line of its own, but words stand behind `{key}:` already.",
        "Write both below `{key}:`, each on a line of its own after a dash and a space.",
    ),
    "mixed-line/item": Wording(
        "`{person}:` begins a line of its own, but stands below the words of another.",
        "Put a dash and a space before it, with {blanks} blanks in front of the dash.",
    ),
    "mixed-line/two": Wording(
        "A line has one speaker, and `{person}` is a second.",
        "Put a dash and a space before each speaker.",
    ),
    "mixed-line/keys": Wording(
        "`{person}: …` cannot stand beside other keys of a line.",
        "Write `who: {person}` and, below it, `text:` with what is said.",
    ),
    "goto-without-when": Wording(
        "This way is always taken, so those below it never are.",
        "Give it a `when:`, or move it to the end of the list.",
    ),
    "goto-last-has-when": Wording(
        "The last way has a `when:`, so there may be none to take.",
        "Add a last item that is only the name of a scene.",
    ),
    "not-a-number": Wording(
        "`{word}` is not a whole number.",
        "Write a whole number from {low} to {high} in figures and nothing else, such as `{example}`.",
    ),
    "out-of-range": Wording(
        "`{word}` is too large or too small.",
        "Write a whole number from {low} to {high}.",
    ),
    "zero-duration/within": Wording(
        "`{word}` is no time at all.",
        "Write how much time there is, such as `within: 30 s` for an answer, or `within: 6 h` for a promise.",
    ),
    "zero-duration/later": Wording(
        "`{word}` is no time at all, so nothing is later.",
        "Leave `later:` out, or write how much time passes, such as `later: 2 days`.",
    ),
    "unknown-word": Wording(
        "`{word}` is not one of the words that can stand here.",
        "Write one of: {options}.",
        "Did you mean `{suggestion}`? These words can stand here: {options}.",
    ),
    "not-true-or-false": Wording(
        "`{word}` is neither `true` nor `false`.",
        "Write `true` for yes, `false` for no.",
    ),
    "not-a-duration": Wording(
        "`{word}` is not a duration.",
        "Write a whole number and one of s, min, h, days, weeks, such as `30 s`, `2 min`, `6 h`, `1 day`, `3 weeks`.",
    ),
    "not-a-moment": Wording(
        "`{word}` is not a moment of the week.",
        "Write an English weekday and a time from 00:00 to 23:59, such as `Tuesday 17:00` or `Tue 9:05`.",
    ),
    "not-a-language": Wording(
        "`{word}` is not a language tag.",
        "Write the language's two letters, and a region's if it matters, such as `en`, `de` or `de-CH`.",
    ),
    "bad-condition/empty": Wording(
        "This condition is empty.",
        "Write a condition, such as `notes-read and not broken callback`, or delete the key.",
    ),
    "bad-condition/word-expected": Wording(
        "This condition lacks a word here.",
        "`and`, `or` and `not` join facts and questions, such as `notes-read and not broken callback`.",
    ),
    "bad-condition/too-much": Wording(
        "The condition was complete before `{word}`.",
        "Join two conditions with `and` or `or`; a fact is one word, its parts joined by `-`.",
    ),
    "bad-condition/parenthesis": Wording(
        "This parenthesis has no partner.",
        "Close each parenthesis you open.",
    ),
    "bad-condition/comparison": Wording(
        "A comparison belongs here, to say what is asked.",
        "Write one of `<`, `<=`, `=`, `!=`, `>=`, `>` and then a value, such as `mood >= 1` or `elapsed > 2 days`.",
    ),
    "bad-condition/number": Wording(
        "A mood is compared with a whole number.",
        "Write a number from -3 to 3 without a unit, such as `mood >= 1`.",
    ),
    "bad-condition/mood": Wording(
        "Moods go from -3 to 3, so a comparison with `{word}` asks nothing.",
        "Write a number from -3 to 3, such as `mood >= 1`.",
    ),
    "bad-condition/duration": Wording(
        "`elapsed` is compared with a duration.",
        "Write a whole number and one of s, min, h, days, weeks, such as `elapsed > 2 days`.",
    ),
    "bad-condition/nested": Wording(
        "This condition is nested too deeply.",
        "Leave out parentheses and `not`s, or note a fact with `remember:` on the way and ask for that.",
    ),
    "bad-condition/character": Wording(
        "`{word}` does not belong in a condition.",
        "Conditions are facts, questions such as `seen notes`, comparisons, `and`, `or`, `not` and parentheses.",
    ),
    "bad-condition/reserved": Wording(
        "A name belongs here, and `{word}` is a word of the conditions.",
        "Write the name of a promise, a scene or a person.",
    ),
    "bad-condition/name": Wording(
        "`{word}` is not spelt as a name.",
        "Names start with a letter and are lower case, their words joined by `-` or `_`, such as `notes-read`.",
        "Write `{suggestion}`: names start with a letter and are lower case, their words joined by `-` or `_`.",
    ),
    "bad-condition/colon": Wording(
        "A condition has no colon.",
        "Write only what is to hold, such as `when: {word}`; or, if it must not hold, `when: not {word}`.",
    ),
    "bad-condition/exclamation": Wording(
        "A `!` does not mean `not` here.",
        "Write `not {word}`.",
    ),
    "bad-condition/name-expected": Wording(
        "A name is missing at the end of this condition.",
        "Write it: of a scene, such as `seen notes`, of a promise, such as `open callback`, or of a person.",
    ),
    "bad-condition/subject": Wording(
        "It is not said what `{word}` compares.",
        "Say it again before each comparison, such as `mood > -1 and mood < 2`.",
    ),
    "bad-condition/choice": Wording(
        "`{word}` is not the full name of a choice.",
        "Write the scene, a slash and the choice, such as `taken {example}`.",
    ),
    "bad-condition/choice-short": Wording(
        "`{word}` is not the full name of a choice.",
        "Write the scene, a slash and the choice: `taken {full}`.",
    ),
    "bad-condition/choices-short": Wording(
        "`{word}` is not the full name of a choice.",
        "Several scenes have a choice of that id. Write one of: {full}.",
    ),
    "bad-condition/taken": Wording(
        "`{word}` is the name of a choice, and it is not said what is asked about it.",
        "Write `taken {word}`.",
    ),
    "bad-condition/person": Wording(
        "`{word}` is no name of this file: {shown} is called `{person}` here.",
        "Write `{person}`, such as `mood of {person} >= 1`.",
    ),
    "bad-condition/sign": Wording(
        "`{word}` compares nothing here.",
        "Write `{sign}` instead, such as `mood {sign} 1`.",
    ),
}

_KNOWN_AS = {
    "fact": ("it is a fact", "A fact stands alone: write `{name}` without a word before it."),
    "promise": ("it is a promise", "Write `kept {name}`, `broken {name}` or `open {name}`."),
    "scene": ("it is a scene", "Write `seen {name}`, which holds once that scene was entered before."),
    "choice": ("it is a choice", "Write `taken {full}`."),
    "choices": ("choices of several scenes are called so", "Write one of: {full}."),
    "person": ("it is a person", "Write what is asked about them, such as `mood of {name} >= 1`."),
}
"""What a name in a condition may be instead, and how that is asked for."""

_OWN_HABIT = (
    "A habit of your own is written into a file `habits.yaml` beside the case, as in this example:\n"
    "asking-back:\n  name: Asking back\n  kind: virtue\n  text: You ask before you answer."
)

NAMES: Mapping[str, Wording] = {
    "bad-name": Wording(
        "`{name}` is not spelt as a name.",
        "Names start with a letter and are lower case, their words joined by `-` or `_`, such as `notes-read`.",
        "Write `{suggestion}`: names start with a letter and are lower case, their words joined by `-` or `_`.",
    ),
    "commas-without-brackets": Wording(
        "Several names stand behind `{key}:`, and nothing says that they are a list.",
        "Put brackets round them: `{key}: [{names}]`.",
    ),
    "reserved-name": Wording(
        "`{name}` has a meaning of its own and cannot be a name.",
        "Choose another name, such as `{name}-2`.",
    ),
    "duplicate-id": Wording(
        "A choice of this scene is called `{name}` already.",
        "Give one of the two another id.",
    ),
    "unknown-scene": Wording("There is no scene `{name}`.", "Write it under `scenes:`, or name one of: {known}."),
    "unknown-scene/none": Wording("There is no scene `{name}`.", "Write it under `scenes:`."),
    "unknown-promise": Wording(
        "There is no promise `{name}`.", "Declare it under `promises:`, or name one of: {known}."
    ),
    "unknown-promise/none": Wording(
        "There is no promise `{name}`.", "Declare it under `promises:`, with a text and a deadline."
    ),
    "unknown-person": Wording(
        "There is no person `{name}`.",
        "Declare them under `others:`, or name one of: {known}.",
        "Did you mean `{suggestion}`? Whoever else speaks is declared under `others:`.",
    ),
    "unknown-person/called": Wording(
        "There is no person `{name}`: {shown} is called `{person}` in this file.",
        "Write `{written}`.",
    ),
    "unknown-habit": Wording(
        "There is no habit `{name}`.",
        f"Name one of: {{known}}. {_OWN_HABIT}",
        "Did you mean `{suggestion}`? A habit of your own is written into a file `habits.yaml` beside the case.",
    ),
    "unknown-habit/none": Wording("There is no habit `{name}`.", _OWN_HABIT),
    "unknown-choice": Wording(
        "There is no choice `{name}`.",
        "Write the scene, a slash and the choice's id, or its number in the scene if it has none.",
    ),
    "unknown-fact": Wording(
        "No choice and no silence ever remembers or forgets `{name}`.",
        "Add `remember: {name}` where it comes to hold, or name one of: {known}.",
        "Did you mean `{suggestion}`? Else add `remember: {name}` where it comes to hold.",
    ),
    "unknown-fact/none": Wording(
        "No choice and no silence ever remembers or forgets `{name}`.",
        "Add `remember: {name}` to the choice behind which it holds.",
    ),
    "unknown-fact/set": Wording(
        "Nothing asks for `{fact}`; `{name}` is asked for in line {last_line}, and nothing sets it.",
        "If the two are one, write `{name}` here as well.",
    ),
    "unknown-fact/set-lines": Wording(
        "Nothing asks for `{fact}`; `{name}` is asked for in lines {other_lines} and {last_line}, and nothing sets it.",
        "If the two are one, write `{name}` here as well.",
    ),
    **{
        f"unknown-{of}/{other}": Wording(f"There is no {of} `{{name}}`; {it_is}.", hint)
        for of in ("fact", "promise", "scene", "person", "choice")
        for other, (it_is, hint) in _KNOWN_AS.items()
        if of != other
    },
}
