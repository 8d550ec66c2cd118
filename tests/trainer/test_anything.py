"""Whatever a trainer writes, the workbench has an answer: findings, a map, ids, a catalogue; never an exception.

`GASTGEBER_EXAMPLES=5000 python3 main.py test tests/trainer/test_anything.py` tries five thousand.
"""

from __future__ import annotations

import io
import re
import tempfile
from functools import partial
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.loader import Reading, read_text, scenario_folders
from game.loader.po import PoFile, read_po_text
from game.scenario.model import Scenario
from game.trainer.check import Case, examine_case
from game.trainer.check.fixing import with_ids
from game.trainer.check.report import FORMS as REPORTS
from game.trainer.check.report import Report
from game.trainer.map.forms import FORMS, render
from game.trainer.map.making import chart_of
from game.trainer.map.wording import facts
from game.trainer.preview import Preview
from game.trainer.translate import translate
from tests.effort import examples
from tests.handwriting import write_down
from tests.strategies import scenarios

NAME = "anything.yaml"
HABITS = ("listening", "blame")
STATES = 5_000
"""More are not looked through here: a loop that waits by seconds for weeks has hundreds of thousands."""
VALUES = (
    *(
        "",
        "-3",
        "3",
        "9",
        "x",
        "customer",
        "narrator",
        "silence",
        "30 s",
        "0 s",
        "52 weeks",
        "999999 weeks",
        "Mon 00:00",
    ),
    *("true", "s0", "s1", "s9", "p1", "f1", "[s0, s1]", "{}", "[]", "{when: f1, to: s1}", "lost", "email", "de", "1"),
    *("f1 and not f1", "mood > 3", "elapsed > 2 weeks", "seen s0", "taken s0/1", "not not f1", "((f1))", "and"),
    *("'", '"', ">-", "|", "*a", "&a", "\\", "{x}", "%s", "<b>&]]></script>", "ok # check: ignore ring – so", "\u202e"),
    *("word " * 900, "W" * 3000, "\N{GRINNING FACE}" * 300),
)
KEYS = (
    *("within", "silence", "later", "at", "again", "when", "goto", "promise", "keep", "release", "remember", "forget"),
    *("takes", "mood", "feels", "because", "habit", "answer", "says", "choices", "ending", "with", "channel", "order"),
    *("heading", "id", "say", "do", "respect", "start", "others", "promises", "clock", "language", "title", "by", "to"),
)
LEGAL = (
    (re.compile(r"((?:goto|to): ?)[a-z]\w*$"), ("s0", "s1", "s2")),
    (re.compile(r"((?:respect|proactivity|follow_through|mood): ?)\S+$"), ("-3", "0", "3")),
    (re.compile(r"((?:takes|later|within): ?)\S.*$"), ("0 s", "30 min", "1 h", "1 week")),
    (re.compile(r"((?:at|by|clock): ?)\S.*$"), ("Sun 23:59", "Mon 00:00", "Mon 09:00")),
    (
        re.compile(r"(when: ?)\S.*$"),
        ("mood > 3", "mood < 0 and mood > 0", "seen s0", "not seen s1", "elapsed > 2 weeks"),
    ),
    (
        re.compile(r"((?:title|text|heading): ?)\S.*$"),
        ("'<b>&]]>'", "W" * 3000, "word " * 900, "'\\{x}%s'", "\u202eabc"),
    ),
)
"""What stands behind a key, and what else may: most of these changes leave a file a case."""


def _changed(text: str, hand: Random) -> str:
    """The same file with values that fit replaced by others that fit."""
    lines = text.split("\n")
    for _ in range(hand.randint(1, 12)):
        pattern, values = hand.choice(LEGAL)
        fitting = [number for number, line in enumerate(lines) if pattern.search(line)]
        if fitting:
            number = hand.choice(fitting)
            value = hand.choice(values)
            lines[number] = pattern.sub(partial(_with_value, value), lines[number])
    return "\n".join(lines)


def _with_value(value: str, found: re.Match[str]) -> str:
    return f"{found[1]}{value}"


def _damaged(text: str, hand: Random) -> str:
    """The same file with lines and blocks taken out, doubled, moved, indented otherwise, keys and values swapped."""
    lines = text.split("\n")
    for _ in range(hand.choice((1, 1, 2, 4, 8))):
        start = hand.randrange(len(lines))
        end = start + 1
        while end < len(lines) and _indent(lines[end]) > _indent(lines[start]):
            end += 1
        key = re.match(r"( *(?:- )?)([\w-]+)(:.*)", lines[start])
        match hand.randrange(7):
            case 0:
                lines[start:end] = [] if end - start < len(lines) else lines[start:end]
            case 1:
                place = hand.randrange(len(lines) + 1)
                lines[place:place] = lines[start:end]
            case 2:
                lines[start] = " " * hand.randrange(9) + lines[start].lstrip()
            case 3 if key:
                lines[start] = f"{key[1]}{hand.choice(KEYS)}{key[3]}"
            case 4:
                lines.insert(end, f"{' ' * _indent(lines[start])}{hand.choice(KEYS)}: {hand.choice(VALUES)}")
            case _ if key:
                lines[start] = f"{key[1]}{key[2]}: {hand.choice(VALUES)}"
            case _:
                lines[start] += hand.choice(VALUES)
    return "\n".join(lines)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


@st.composite
def files(draw: st.DrawFn) -> str:
    """A random case as a trainer may have written it: as it is, changed, or damaged."""
    scenario: Scenario = draw(scenarios())
    hand = Random(draw(st.integers(0, 2**32)))
    text = write_down(scenario, hand)
    match draw(st.integers(0, 3)):
        case 0:
            return text
        case 1:
            return _damaged(text, hand)
        case _:
            return _changed(text, hand)


def _read(text: str) -> Reading:
    return read_text(text, NAME, HABITS)


@examples(60)
@given(files())
def test_everything_can_be_checked(text: str) -> None:
    """By all rules, told in every form."""
    reading = _read(text)
    found = reading.diagnostics if reading.scenario is None else examine_case(Case(reading, limit=STATES))
    for form in REPORTS:
        told = io.StringIO()
        report = Report(form, told)
        report.add(found, {NAME: reading.source})
        assert report.finish(1) == any(finding.is_error for finding in found)
        assert told.getvalue()


@examples(40)
@given(files())
def test_every_case_can_be_drawn(text: str) -> None:
    """In every form, whether its plays end or not, and whether they can be counted or not."""
    scenario = _read(text).scenario
    if scenario is None:
        return
    chart = chart_of("anything", scenario, STATES)
    assert list(facts(chart))
    for ending in FORMS:
        assert render(chart, ending).encode()


@examples(60)
@given(files())
def test_ids_are_written_certainly_or_not_at_all(text: str) -> None:
    """A file that has got its ids is a case, and lacks none."""
    reading = _read(text)
    if reading.scenario is None:
        return
    mended = with_ids(reading)
    if mended is not None:
        again = _read(mended)
        assert again.scenario is not None
        assert with_ids(again) == mended


@examples(25)
@given(files(), st.integers(0, 2**32))
def test_an_edit_loses_no_translation(text: str, seed: int) -> None:
    """A catalogue that was filled in keeps every translation, whatever was made of the case meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder, NAME)
        case.write_text(text, "utf-8")
        translate("fr", [str(case)], [], io.StringIO())
        catalogue = Path(folder, "locale", "fr", "anything.po")
        if not catalogue.exists():
            return
        given_to = catalogue.read_text("utf-8").split("\n\n")
        filled = "\n\n".join(
            [given_to[0], *(re.sub(r'msgstr ""\s*\Z', f'msgstr "[{n}]"', each) for n, each in enumerate(given_to[1:]))]
        )
        catalogue.write_text(filled + "\n", "utf-8")
        case.write_text(_damaged(_changed(text, Random(seed)), Random(seed)), "utf-8")
        translate("fr", [str(case)], [], io.StringIO())
        before, after = (
            _translations(read_po_text(each, "x.po").file) for each in (filled + "\n", catalogue.read_text("utf-8"))
        )
        assert before <= after


def _translations(file: PoFile | None) -> set[str]:
    assert file is not None
    return {entry.translation for entry in file.entries}


@examples(15)
@given(st.lists(files(), min_size=2, max_size=4), st.integers(0, 2**32))
def test_a_preview_outlives_every_save(texts: list[str], seed: int) -> None:
    """It plays what can be played, and keeps the rest for later."""
    hand = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        file, now = Path(folder, NAME), [0.0]
        preview = Preview(str(file), scenario_folders(), clock=lambda: now[0])
        for text in texts:
            file.write_text(text, "utf-8")
            for _ in range(4):
                now[0] += 1
                preview.look()
            assert preview.is_playable == (_read(text).scenario is not None)
            if preview.kept is not None:
                if preview.kept.session.view.offers:
                    preview.kept.session.take(hand.choice(preview.kept.session.view.offers).token, 0)
                preview.jump(hand.choice(preview.places()).scene)
                assert preview.backstage.scene in [place.scene for place in preview.places()]
                preview.asides()
