"""A hint that is followed to the letter leads to a file without a fault."""

from __future__ import annotations

import pytest

from game.loader import read_text
from tests.loader.told import read, told

SCENE = "scenes:\n  hello:\n    says: Hi.\n    choices:\n      - id: a\n{lines}        goto: bye\n"


def choice(lines: str) -> str:
    """A part with a choice of these lines."""
    return SCENE.format(lines="".join(f"        {line}\n" for line in lines.split("\n")))


def scene(lines: str) -> str:
    """A part with a scene of these lines."""
    return "scenes:\n  hello:\n" + "".join(f"    {line}\n" for line in lines.split("\n")) + "    goto: bye\n"


FOLLOWED = [
    ("say: One: two.", "deeper than `say`:\n  say: >-\n    The sentence.", "say: >-\n  One: two."),
    ("say: >- One: two.", "deeper than `say`:\n  say: >-\n    The sentence.", "say: >-\n  One: two."),
    ("say: >-\nOne: two.", "Put 10 blanks in front of it, and of each line", "say: >-\n  One: two."),
    ("say: >-\nOne two.", "Put 10 blanks in front of it, and of each line", "say: >-\n  One two."),
    ("say: >-\nOne two.\nThree.", "Put 10 blanks in front of it, and of each line", "say: >-\n  One two.\n  Three."),
    ("say: >-\ntakes: 1 min", "deeper than the line that ends with `>-`", "say: >-\n  One.\ntakes: 1 min"),
    ("say: x\nanswer: you: Hello.", "Write `you:` on a line of its own", "say: x\nanswer:\n  you: Hello."),
    ("say: x\nanswer: Reto: Hello.", "write `customer: …`", "say: x\nanswer:\n  customer: Hello."),
    ("say: x\nanswer:\n  - Network desk: Hello.", "write `desk: …`", "say: x\nanswer:\n  - desk: Hello."),
    ("say: x\nanswer:\n  - Mr Desk: Hello.", "write `desk: …`", "say: x\nanswer:\n  - desk: Hello."),
    ("say: x\nfeels: customer: No.", "Write `customer:` on a line", "say: x\nfeels:\n  customer: No."),
    ("say: \u201cListen: RP\u201d", "printer's quotes", 'say: "Listen: RP"'),
    ("say: x\nanswer:\n  - \u201cListen: RP\u201d", "printer's quotes", 'say: x\nanswer:\n  - "Listen: RP"'),
    ("say: x\nwhen: open callback: true", "`when: open callback`", "say: x\nwhen: open callback"),
    ("say: x\nwhen: !callback", "Write `not callback`", "say: x\nwhen: not open callback"),
    ("say: x\ntakes: about: 3 s", "Write that value alone", "say: x\ntakes: 3 s"),
    ("say: x\ntakes: habit: listening", "in the same column", "say: x\nhabit: listening"),
    ("say: x\nmood: customer: 1", "indented below `mood:`", "say: x\nmood:\n  customer: 1"),
    ("say: x\nanswer:\n  - **Never** again.", "Put quotes", 'say: x\nanswer:\n  - "**Never** again."'),
    ("say: x\nanswer:\n  - One more thing:", "Put quotes", 'say: x\nanswer:\n  - "One more thing:"'),
    ("say: x\nanswer:\n  - ? What.", "Put quotes", 'say: x\nanswer:\n  - "? What."'),
    ('say: x\nanswer:\n  - "A" she says: b.', "quotes of the other kind", "say: x\nanswer:\n  - '\"A\" she says: b.'"),
    ("say: x\nrespect: 2 points", "such as `2`", "say: x\nrespect: 2"),
    ("say: x\nrespect: good", "such as `1`", "say: x\nrespect: 1"),
    ("say: x\nrespect: 10 points", "such as `1`", "say: x\nrespect: 1"),
    ("say: x\nwhen: mood", "such as `mood >= 1`", "say: x\nwhen: mood >= 1"),
    ("say: x\nwhen: mood => 1", "such as `mood >= 1`", "say: x\nwhen: mood >= 1"),
    ("say: x\nwhen: mood > -1 and < 2", "mood > -1 and mood < 2", "say: x\nwhen: mood > -1 and mood < 2"),
    ("say: x\nwhen: open", "such as `open callback`", "say: x\nwhen: open callback"),
    ("say: !No", "Put quotes", 'say: "!No"'),
    ("say: x\nanswer:\n  - you: &Co.", "Put quotes", 'say: x\nanswer:\n  - you: "&Co."'),
    ("say: x\nanswer:\n  - you: *sigh* It was.", "Put quotes", 'say: x\nanswer:\n  - you: "*sigh* It was."'),
]


@pytest.mark.parametrize(("wrong", "hint", "right"), FOLLOWED)
def test_a_hint_leads_to_a_clean_file(wrong: str, hint: str, right: str) -> None:
    """One finding, whose hint says this, and nothing once it is done."""
    (finding,) = read(choice(wrong)).diagnostics
    assert hint in finding.hint
    assert told(choice(right)) == []


@pytest.mark.parametrize("key", ["title", "language", "channel", "you", "customer", "scenes"])
def test_the_example_of_a_missing_key_can_be_copied(key: str) -> None:
    """With its value, so that the next fault is not an empty key."""
    whole = {
        "title": "A case",
        "language": "en",
        "channel": "phone",
        "you": "{name: Lea}",
        "customer": "{name: Reto}",
        "scenes": "{bye: {says: Bye., ending: {outcome: kept, title: The end}}}",
    }
    text = "".join(f"{name}: {value}\n" for name, value in whole.items() if name != key)
    (finding,) = read_text(text, "a.yaml").diagnostics
    assert finding.code == "missing-key"
    assert read_text(f"{text}{finding.values['example']}\n", "a.yaml").diagnostics == ()
    empty = read_text(f"{text}{key}:\n", "a.yaml").diagnostics
    assert [finding.values.get("example") for finding in empty] == [finding.values["example"]]


def test_no_empty_list_of_names_is_offered() -> None:
    """Where there are no scenes at all, the hint does not end in nothing."""
    found = read_text("title: x\nstart: hello\nscenes: []\n", "a.yaml").diagnostics
    assert "Write it under `scenes:`." in [finding.hint for finding in found]


def test_a_misspelt_name_is_told_once_and_never_offered() -> None:
    """Whoever uses the better spelling already is right."""
    part = "others:\n  Depot:\n    name: Depot\n" + scene("says: Hi.\nwith: {}")
    (finding,) = read(part.format("depot")).diagnostics
    assert finding.code == "bad-name"
    found = read(part.format("depo")).diagnostics
    assert [finding.code for finding in found] == ["bad-name", "unknown-person"]
    assert "`depot`" in found[1].hint


def test_a_line_that_stands_wrong_is_told_its_blanks() -> None:
    """Counting is left to the program."""
    (finding,) = read(choice("say: x\n takes: 1 min")).diagnostics
    assert (finding.code, finding.hint) == ("wrong-indentation", "Leave 8 in front of it, 1 fewer than now.")
    assert told(choice("say: x\ntakes: 1 min")) == []
