"""The rules on what a case trains: what they tell, where, and what they leave alone."""

from __future__ import annotations

from game.diagnostics import Diagnostic
from game.loader import read_text
from game.texts.training_findings import TRAINING
from game.trainer.check import (
    Case,
    dimension_one_sided,
    false_choice,
    guessable,
    outcome_missing,
    scored_without_because,
)
from game.trainer.check.players import players
from game.trainer.check.rules import Rule

HEAD = """\
title: A case
language: en
channel: phone
you: {name: Lea}
customer: {name: Reto}
"""
TAIL = """\
  end:
    says: Goodbye.
    ending: {outcome: kept, title: The end}
"""


def told(rule: Rule, scenes: str, head: str = HEAD) -> list[Diagnostic]:
    """What a rule tells of a case with these scenes before its ending."""
    reading = read_text(f"{head}scenes:\n{scenes}{TAIL}", "a.yaml", frozenset())
    assert reading.diagnostics == ()
    return list(rule(Case(reading)))


def variants(found: list[Diagnostic]) -> list[object]:
    """Which words each finding has."""
    return [finding.values.get("variant") for finding in found]


def test_whatever_scores_needs_a_reason() -> None:
    """A choice, a silence, a promise kept and one broken; each is told once, at its first points."""
    head = HEAD + "promises: {call: {text: A call., within: 1 h, kept: {respect: 1}, broken: {respect: -1}}}\n"
    scenes = """\
  here:
    says: Hello.
    within: 90 s
    silence: {respect: -1, goto: end}
    choices:
      - {id: a, say: A., respect: 0, proactivity: +1, follow_through: +1, promise: call, goto: end}
      - {id: b, say: B., respect: 0, keep: call, goto: end}
      - {id: c, say: C., respect: 1, because: Well., goto: end}
"""
    found = told(scored_without_because.check, scenes, head)
    assert variants(found) == ["kept", "broken", "choice", "silence"]
    assert found[2].span.line == 13
    assert all(finding.severity == "warning" for finding in found)


FALSE = """\
  here:
    says: Hello.
    choices:
      - {id: a, say: A., {A} goto: end}
      - {id: b, say: B., {B} goto: end}
"""


def false(a: str, b: str = "") -> list[Diagnostic]:
    """A decision between two choices with these effects."""
    return told(false_choice.check, FALSE.replace("{A}", a).replace("{B}", b))


def test_choices_that_come_to_the_same_are_told_at_the_decision() -> None:
    """Whatever is answered, and whatever nobody asks for."""
    assert [finding.span.line for finding in false("")] == [9]
    assert false("answer: Oh.,")
    assert false("mood: 1,")


def test_points_make_a_difference() -> None:
    """In whichever dimension, though the totals are the same."""
    assert not false("respect: 1,")
    assert not false("respect: 1,", "proactivity: 1,")


def test_a_line_later_on_makes_a_difference() -> None:
    """What somebody remembers, and what is said of it when the next scene opens."""
    scenes = """\
  here:
    says: Hello.
    choices:
      - {id: a, say: A., remember: x, goto: then}
      - {id: b, say: B., goto: then}
  then:
    says:
      - {who: customer, when: x, text: You asked.}
      - Thanks.
    goto: end
"""
    assert not told(false_choice.check, scenes)


def test_one_real_decision_in_a_scene_is_enough() -> None:
    """Of two visits only the second decides anything."""
    scenes = """\
  here:
    says: Hello.
    choices:
      - {id: a, say: A., when: not seen here, goto: here}
      - {id: b, say: B., when: not seen here, goto: here}
      - {id: c, say: C., when: seen here, respect: 1, because: Well., goto: end}
      - {id: d, say: D., when: seen here, goto: end}
"""
    assert not told(false_choice.check, scenes)


def test_a_single_choice_is_no_decision() -> None:
    """Nor is one beside a silence."""
    scenes = """\
  here:
    says: Hello.
    within: 90 s
    silence: {goto: end}
    choices:
      - {id: a, say: A., goto: end}
"""
    assert not told(false_choice.check, scenes)


def dimensions(*effects: str) -> list[tuple[object, object]]:
    """What is told of a decision between choices with these effects."""
    scenes = "  here:\n    says: Hello.\n    choices:\n"
    scenes += "".join(f"      - {{id: c{n}, say: A., {each}, goto: end}}\n" for n, each in enumerate(effects))
    found = told(dimension_one_sided.check, scenes)
    return [(finding.values["dimension"], finding.values["variant"]) for finding in found]


def test_a_dimension_needs_something_to_win_and_something_to_lose() -> None:
    """One that has both is left alone, one without either, or with the same for all, is flat."""
    both = "respect: 1, proactivity: 1, follow_through: 1"
    assert dimensions(both, "respect: -1, proactivity: -1, follow_through: -1") == []
    assert dimensions(both, "respect: -1, proactivity: 0, follow_through: 1") == [
        ("proactivity", "no-loss"),
        ("follow_through", "flat"),
    ]
    assert dimensions("respect: -1", "respect: -2")[0] == ("respect", "no-win")


def test_each_outcome_is_looked_for() -> None:
    """Told at the title where no ending has it."""
    found = told(outcome_missing.check, "  here: {says: Hello., goto: end}\n")
    assert variants(found) == ["lost", "delighted"]
    assert {finding.span.line for finding in found} == {1}


def test_an_ending_out_of_reach_has_no_outcome() -> None:
    """Told at that ending."""
    scenes = """\
  here: {says: Hello., goto: end}
  gone:
    says: Pah.
    ending: {outcome: lost, title: Gone}
"""
    found = told(outcome_missing.check, scenes)
    assert variants(found) == ["lost-unreached", "delighted"]
    assert found[0].span.line == 10


def test_a_case_without_any_end_is_told_otherwise() -> None:
    """Where a play gets stuck, outcomes are the least of it."""
    assert not told(outcome_missing.check, "  here: {says: Hello.}\n")
    one_stuck = "  here: {says: Hello., choices: [{id: a, say: A., goto: end}, {id: b, say: B., goto: stuck}]}\n"
    assert not told(outcome_missing.check, one_stuck + "  stuck: {says: Hm.}\n")


GUESSED = """\
  here:
    says: Hello.
    choices:
      - {id: good, do: The longest of all the choices., respect: +2, goto: one}
      - {id: bad, say: Short., respect: -2, goto: one}
      - {id: worse, say: Middling., respect: -3, goto: one}
"""


def rest(*names: str) -> str:
    """Scenes in which nothing is to be gained."""
    return "".join(
        f"  {name}:\n    says: And?\n    choices:\n      - {{id: a, say: Here., goto: {to}}}\n"
        f"      - {{id: b, say: Over., goto: {to}}}\n"
        for name, to in zip(names, (*names[1:], "end"), strict=True)
    )


def test_who_comes_through_is_told_where_he_gains_most() -> None:
    """With his score, and what to change first."""
    (found,) = told(guessable.check, GUESSED + rest("one", "two", "three"))
    assert found.values == {"variant": "longest", "score": 1000, "of": 1000, "choices": "`here/good`"}
    assert (found.span.line, found.span.column) == (10, 24)
    assert found.message == "Whoever always takes the longest answer scores 1000 of 1000."
    assert found.hint == "Let the tempting answers be as long as the best one, first at: `here/good`."


def test_nobody_guesses_in_a_case_of_a_few_decisions() -> None:
    """While a case is being written, its first choice has some mark or other; where one can go round it is long."""
    assert told(guessable.check, GUESSED + rest("one", "two")) == []
    single = rest("one", "two", "three").replace("      - {id: b, say: Over., goto: end}\n", "")
    assert told(guessable.check, GUESSED + single) == []
    again = rest("one", "two").replace("id: b, say: Over., goto: two", "id: b, again: true, say: Over., goto: one")
    assert variants(told(guessable.check, GUESSED + again)) == ["longest"]


def test_chance_is_told_at_the_title() -> None:
    """Alone, though nobody else does worse; with the scenes where wrong answers cost least."""
    scenes = """\
  here:
    says: Hello.
    choices:
      - {id: a, say: Here., goto: then}
      - {id: b, say: Over., goto: then}
      - {id: c, say: Late., respect: -1, goto: then}
  then:
    says: And?
    choices:
      - {id: a, say: Here., goto: more}
      - {id: b, say: Over., goto: more}
      - {id: c, say: Late., goto: more}
      - {id: d, say: Soon., respect: -2, goto: more}
  more:
    says: And?
    choices:
      - {id: a, say: Here., goto: last}
      - {id: b, say: Over., goto: last}
      - {id: c, say: Late., goto: last}
      - {id: d, say: Soon., respect: -3, goto: last}
  last:
    says: And?
    choices:
      - {id: a, say: Here., goto: end}
      - {id: b, say: Over., goto: end}
      - {id: c, say: Late., goto: end}
      - {id: d, say: Soon., respect: -3, goto: end}
"""
    (chance,) = told(guessable.check, scenes)
    assert chance.values["variant"] == "random"
    assert chance.values["score"] == 741
    assert chance.values["scenes"] == "`here`, `then`, `last`"
    assert chance.span.line == 1


def test_there_are_words_for_every_player() -> None:
    """And for whoever comes through without any gift."""
    told_of = {key.partition("/")[2] for key in TRAINING if key.startswith("guessable/")}
    assert told_of == {player.name for player in players("en")} | {"evenly"}
