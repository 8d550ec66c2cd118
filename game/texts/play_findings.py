"""The wordings of findings on what the solver proves of a case, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["PLAY"]

_ALWAYS = "Often a word too much stands in it, a sign is the wrong way round, or it asks for what happens elsewhere."
_ASKED = "A shortest way to where it is asked: {way}"
_ASKED_AT_ONCE = "It is asked at once, before the first choice."

PLAY: Mapping[str, Wording] = {
    "dead-end": Wording(
        "A play stops dead in `{scene}`: the scene has no choices, leads nowhere and is no ending.",
        "Give it `choices:`, a `goto:`, or an `ending:`.",
        why="The trainee sits before a case that neither goes on nor ends, and gets no score.",
    ),
    "dead-end/closed": Wording(
        "A play stops dead in `{scene}`: none of its choices is on offer, and the scene leads nowhere.",
        "Give it a choice that is on offer whatever came before, or a `goto:` for when no choice is left.",
        why="The trainee sits before a case that neither goes on nor ends, and gets no score.",
    ),
    "ring": Wording(
        "A play goes round in a ring of scenes that only pass on: {ring}.",
        "Let one of them lead out of the ring, or give it a choice that is on offer.",
        why="The trainee is never asked again, and the case never ends.",
    ),
    "trap": Wording(
        "From `{scene}` no ending can be reached any more: whatever is chosen, a play goes round in {scenes}.",
        "Let a choice lead out, to an ending or to a scene from which one can be reached.",
        why="The trainee goes round for ever, and gets no score.",
    ),
    "scene-never-reached": Wording(
        "No play reaches the scene `{scene}`: nothing leads there.",
        "Let a `goto:` lead there, or delete the scene.",
        why="Nobody will ever read it.",
    ),
    "scene-never-reached/closed": Wording(
        "No play reaches the scene `{scene}`: it is named in `goto:`, and no play goes that way.",
        "Look at what leads there: a scene's own `goto:` is used only where none of its choices is on offer, "
        "and of several ways the first that fits is taken.",
        why="Nobody will ever read it.",
    ),
    "scene-never-reached/ending": Wording(
        "No play reaches the ending `{scene}`: nothing leads there.",
        "Let a `goto:` lead there, or delete the ending.",
        why="Whatever the trainee does, the case never ends like this.",
    ),
    "scene-never-reached/closed-ending": Wording(
        "No play reaches the ending `{scene}`: it is named in `goto:`, and no play goes that way.",
        "Look at what leads there: a scene's own `goto:` is used only where none of its choices is on offer, "
        "and of several ways the first that fits is taken.",
        why="Whatever the trainee does, the case never ends like this.",
    ),
    "scene-never-reached/condition": Wording(
        "No play reaches the scene `{scene}`: the way there asks for `{part}`, and that never holds.",
        "Let `{part}` come true in some play, or let another way lead there.",
        why="Nobody will ever read it.",
    ),
    "scene-never-reached/condition-ending": Wording(
        "No play reaches the ending `{scene}`: the way there asks for `{part}`, and that never holds.",
        "Let `{part}` come true in some play, or let another way lead there.",
        why="Whatever the trainee does, the case never ends like this.",
    ),
    "condition-never-holds/choice": Wording(
        "No play can take `{name}`: this condition never holds when its scene is entered.",
        "Correct the condition, or delete the choice.",
        why=_ALWAYS,
        way=_ASKED,
        at_once=_ASKED_AT_ONCE,
    ),
    "condition-never-holds/way": Wording(
        "No play goes this way to `{name}`: the condition never holds when it is asked.",
        "Correct the condition, or delete the way.",
        why=_ALWAYS,
        way=_ASKED,
        at_once=_ASKED_AT_ONCE,
    ),
    "condition-never-holds/line": Wording(
        "No play ever says this line: its condition never holds when it is asked.",
        "Correct the condition, or delete the line.",
        why=_ALWAYS,
        way=_ASKED,
        at_once=_ASKED_AT_ONCE,
    ),
    "condition-always-holds/choice": Wording(
        "This condition of `{name}` closes nothing: it holds whenever it is asked.",
        "Correct the condition, or delete `when:`, and the choice is on offer always.",
        why=_ALWAYS,
        way=_ASKED,
        at_once=_ASKED_AT_ONCE,
    ),
    "condition-always-holds/way": Wording(
        "This condition holds whenever it is asked: all that come here go to `{name}`, and no way below is taken.",
        "Correct the condition, or keep this way alone, without `when:`.",
        why=_ALWAYS,
        way=_ASKED,
        at_once=_ASKED_AT_ONCE,
    ),
    "condition-always-holds/line": Wording(
        "This line is said in every play that comes here: its condition holds whenever it is asked.",
        "Correct the condition, or delete `when:`.",
        why=_ALWAYS,
        way=_ASKED,
        at_once=_ASKED_AT_ONCE,
    ),
    "promise-cannot-be-kept": Wording(
        "The promise `{name}` can be made, and no play keeps it.",
        "Look at when it is due, and at what the case takes until a choice keeps it; or let one keep it earlier.",
        why="Follow-through cannot be shown where every way breaks the promise.",
        way="A shortest way to where it is made: {way}",
    ),
    "promise-cannot-be-kept/late": Wording(
        "The promise `{name}` can be made, and no play keeps it.",
        "Let it be due later, let what comes before take less, or let a choice keep it earlier.",
        way="The way that misses it by least: {way}",
    ),
    "promise-cannot-break": Wording(
        "The promise `{name}` can be made, and no play breaks it.",
        "Give the trainee a choice that lets its time pass or forgets it, or make it a plain line.",
        why="Where a promise keeps itself, keeping it shows nothing.",
    ),
    "best-play-breaks-promise": Wording(
        "The best score can be had with the promise `{name}` broken.",
        "Let breaking it cost more, under `broken:`, or keeping it bring more; or let what tempts away bring less.",
        why="The case would teach that a promise may be broken where something else pays.",
    ),
    "best-play-needs-silence": Wording(
        "The best score cannot be had without letting the time of `{scene}` run out.",
        "Let one of the choices there bring as much as the silence, with all that follows.",
        why="The case would teach that saying nothing is best.",
    ),
    "fault-pays": Wording(
        "`{name}` costs {cost} in points, and is a best choice all the same: what follows makes up for it. "
        "`{other}`, on offer beside it, costs nothing.",
        "Let less be won after `{name}`, or more after `{other}`.",
        why="A recovery must never earn more than not making the fault, or the case teaches the fault.",
    ),
    "fault-pays/more": Wording(
        "`{name}` costs {cost} in points, and what follows more than makes up for it: "
        "`{other}`, on offer beside it, costs nothing and ends {gain} lower.",
        "Let less be won after `{name}`, or more after `{other}`.",
        why="A recovery must never earn more than not making the fault, or the case teaches the fault.",
    ),
    "long-wait": Wording(
        "A play can come to `{scene}` just after this moment, and then waits nearly a week for the next.",
        "Choose a later moment, let the way there `takes:` less, or write `later:` with a duration instead of `at:`.",
        why="Promises made before break on the way, and nobody would see why.",
    ),
    "long-deadline": Wording(
        "A play can make the promise `{name}` just after this moment, and then it is due nearly a week later.",
        "Choose a moment that is still to come when it is made, or write `within:` with a duration instead of `by:`.",
        why="Whoever reads the moment means the one that has just passed, and the promise has a week to be kept.",
        way="A shortest way to where it is made: {way}",
    ),
    "too-many-states": Wording(
        "This case has more than {limit} states to look through, so nothing of all its plays could be proven: no dead "
        "end, no ring, no scene out of reach, no condition, no promise, no best play, no score.",
        "Let fewer things be remembered for long: fewer facts asked for late, fewer choices with `again:` and "
        "`takes:`, fewer topics in any order.",
        why="What is not proven may be wrong; and plays of this case get points, but no scores.",
    ),
}
