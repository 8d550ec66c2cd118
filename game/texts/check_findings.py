"""The wordings of what the checker's rules find, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["COMMENTS", "REFERENCES"]

COMMENTS: Mapping[str, Wording] = {
    "ignore-without-reason": Wording(
        "This comment silences `{code}` without saying why, so it silences nothing.",
        "Write the reason behind a dash: `# check: ignore {code} – reason`.",
        why="Whoever reads the case next cannot tell a decision from an oversight.",
    ),
    "ignore-unused": Wording(
        "This comment silences `{code}`, and there is no such finding here.",
        "Delete the comment, or put it on the line of the finding.",
        why="A comment that outlives its finding hides the next one.",
    ),
    "ignore-unknown": Wording(
        "This comment silences `{code}`, and no finding has that name.",
        "Write the name that stands in brackets behind the finding, such as `choice-without-id`.",
        "Did you mean `{suggestion}`?",
    ),
    "ignore-unknown/none": Wording(
        "This comment does not say what it silences.",
        "Write the name that stands in brackets behind the finding: `# check: ignore choice-without-id – reason`.",
    ),
}

REFERENCES: Mapping[str, Wording] = {
    "choice-without-id": Wording(
        "This choice has no `id`; it is called `{name}` by its place.",
        "Type `check --fix`, which writes ids from the words; or give it one of your own, such as `id: {suggestion}`.",
        "Type `check --fix`, which writes ids from the words; or give it one of your own, such as `id: {suggestion}`.",
        why="When choices are put in another order, translations and statistics would go to the wrong one.",
    ),
    "fact-never-asked": Wording(
        "The fact `{name}` is remembered, and nothing ever asks for it.",
        "Ask for it in a `when:`, or delete `remember: {name}`.",
        "Ask for it in a `when:`, or delete it; `{suggestion}` is asked for: did you mean that?",
        why="It changes nothing in the case.",
    ),
    "fact-never-set": Wording(
        "The fact `{name}` is named here, and no choice remembers it.",
        "Let a choice `remember: {name}`, or take it out here.",
        "No choice remembers it; did you mean `{suggestion}`?",
        why="It never holds, so a question for it always has the same answer, and there is nothing to forget.",
    ),
    "promise-never-made": Wording(
        "The promise `{name}` stands in the case, and no choice makes it.",
        "Let a choice make it with `promise: {name}`, or delete it.",
        why="It is never seen, kept or broken.",
    ),
    "promise-never-kept": Wording(
        "The promise `{name}` can be made, and no choice keeps it or calls it off: it always breaks.",
        "Let a choice `keep: {name}` where the trainee does what was promised, or `release: {name}`.",
        why="Follow-through cannot be shown where every way breaks the promise.",
    ),
    "person-never-met": Wording(
        "`{name}` is declared under `others:`, and the trainee never meets them.",
        "Let them speak (`- {name}: Good morning.`) or be faced (`with: {name}`), or delete them.",
        why="A name that is never used is often another one, misspelt.",
    ),
    "names-alike": Wording(
        "`{name}` and `{other}` (line {line}) differ in spelling only.",
        "If they mean the same, spell them alike; if not, choose names that nobody confuses.",
        why="Two spellings of one name are two things to the game.",
    ),
}
