"""What an editor offers to write whole: a scene, a choice, a promise, a person.

In the form of yaml-language-server: `${2:words}` is a place to fill in, Tab goes from one to the next, and a text
behind `^` is written without quotes.
"""

from __future__ import annotations

from typing import Any

__all__ = ["SNIPPETS"]

Snippet = dict[str, Any]


def _snippet(label: str, description: str, body: str | dict[str, str]) -> Snippet:
    """In a list the server has to set the dash, so there it is given keys; elsewhere the text as it is written."""
    written = {"bodyText": body.rstrip()} if isinstance(body, str) else {"body": body}
    return {"label": label, "description": description, **written}


_SPOKEN = {
    "id": "${1:a-name}",
    "say": "${2:What the trainee says.}",
    "respect": "^${3:+1}",
    "because": "${4:Why these points.}",
    "goto": "${5:next-scene}",
}
_DONE = {"do" if key == "say" else key: text.replace("says", "does") for key, text in _SPOKEN.items()}
_SCENE = """\
${1:new-scene}:
  says: ${2:What the customer says.}
  choices:
    - say: ${3:What the trainee says.}
      goto: ${4:next-scene}
    - say: ${5:What else the trainee may say.}
      goto: ${6:other-scene}
"""
_PASSING = """\
${1:new-scene}:
  later: ${2:1 day}
  says: ${3:What is said then.}
  goto: ${4:next-scene}
"""
_TIMED = """\
${1:new-scene}:
  says: ${2:What the customer says.}
  within: ${3:30 s}
  silence:
    because: ${4:Nobody answered.}
    goto: ${5:next-scene}
  choices:
    - say: ${6:What the trainee says.}
      goto: ${7:next-scene}
"""
_ENDING = """\
${1:new-ending}:
  says: ${2:The last words.}
  ending:
    outcome: ${3|kept,delighted,lost|}
    title: ${4:The ending in a few words}
"""
_PROMISE = """\
${1:new-promise}:
  text: ${2:The promise in words.}
  within: ${3:2 h}
  kept:
    follow_through: ${4:+2}
    because: ${5:Why keeping it matters.}
  broken:
    follow_through: ${6:-2}
    because: ${7:What breaking it does.}
"""
_PERSON = """\
${1:new-person}:
  name: ${2:The name}
"""

SNIPPETS: dict[str, list[Snippet]] = {
    "scenes": [
        _snippet("scene with choices", "What is said, and two choices.", _SCENE),
        _snippet("scene that passes on", "Time goes by, something is said, and the case goes on.", _PASSING),
        _snippet("timed scene", "A choice has to be made in time; silence is an answer too.", _TIMED),
        _snippet("ending", "The case ends: kept, delighted or lost.", _ENDING),
    ],
    "choices": [
        _snippet("choice: say", "Something the trainee may say, with points and the reason.", _SPOKEN),
        _snippet("choice: do", "Something the trainee may do, with points and the reason.", _DONE),
    ],
    "promises": [_snippet("promise", "What is promised, until when, and what comes of it.", _PROMISE)],
    "others": [_snippet("person", "Somebody else in the case.", _PERSON)],
}
"""By key, what can be written behind it."""
