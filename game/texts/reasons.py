"""Why things are as a finding says, where it could be found out; said instead of why it matters in general."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["REASONS"]

REASONS: Mapping[str, str] = {
    "fact-itself": "Only `{name}` itself remembers `{fact}`, and it is asked before it can be taken.",
    "fact": "`{fact}` is remembered by {choices}, and no play comes here after that.",
    "fact-forgotten": "`{fact}` is remembered by {choices}, and no play comes here after that without having "
    "forgotten it.",
    "kept": "The promise `{promise}` is kept by {choices}, and no play comes here after that.",
    "broken": "The promise `{promise}` is never broken yet when a play comes here.",
    "open": "The promise `{promise}` is never open when a play comes here.",
    "taken": "No play comes here after `{choice}`.",
    "seen": "No play comes here after the scene `{scene}`.",
    "mood": "`{whose}` lies between {least} and {most} here, whatever was chosen.",
    "mood-is": "`{whose}` is always {least} here, whatever was chosen.",
    "elapsed": "`{part}` never holds here: no play comes here at such a time.",
    "not": "`{part}` always holds here.",
    "part": "`{part}` never holds here.",
    "late": "At `{choice}` it is {now} already, and the promise was due {due}: {late} too late.",
    "late-takes": "At `{choice}` it is {now}; that takes {takes} before it keeps, so it is {then} when the promise "
    "would be kept, and it is due {due}.",
    "never-both": "In some plays `{part}` holds here, in others `{other}`, and never both in one.",
}
