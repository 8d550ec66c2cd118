"""A small case that has a bit of everything: a promise, a timer, a trap, a dead end, a loop, time that passes."""

from __future__ import annotations

from game.scenario.conditions import PromiseIs
from game.scenario.model import (
    Broken,
    Choice,
    Ending,
    Exit,
    Kept,
    Label,
    Line,
    Name,
    Person,
    Player,
    Promise,
    Scenario,
    Scene,
    Silence,
    Words,
)
from game.scenario.times import DAY, HOUR, Duration, Moment

__all__ = ["CALLBACK"]


def _to(scene: str) -> tuple[Exit, ...]:
    return (Exit(to=Name(scene)),)


def _line(who: str, text: str) -> Line:
    return Line(who=who, text=Words(text))


_CALL = Scene(
    heading=Label("The call"),
    says=(_line("narrator", "The phone rings."), _line("customer", "My line is dead again.")),
    within=Duration(30),
    silence=Silence(
        respect=-2,
        mood={"customer": -1},
        because=Words("Nobody answered."),
        feels={"customer": Words("Is anybody there?")},
        habit=(Name("not-listening"),),
        goto=_to("call"),
    ),
    order="fixed",
    choices=(
        Choice(
            id="listen",
            say=Words("Tell me all of it."),
            respect=2,
            mood={"customer": 1, "desk": -1},
            because=Words("He has waited long enough to be heard."),
            feels={"customer": Words("At last."), "desk": Words("More work.")},
            habit=(Name("listening"), Name("give-respect")),
            takes=Duration(10 * 60),
            answer=(_line("customer", "Well then."),),
            goto=_to("plan"),
        ),
        Choice(id="look", do=Words("Look into the notes."), again=True, proactivity=1, goto=_to("call")),
        Choice(id="shrug", say=Words("That happens."), respect=-1, goto=_to("plan")),
        Choice(id="swamp", do=Words("Put him through to the switchboard."), goto=_to("swamp")),
    ),
)
_PLAN = Scene(
    order="fixed",
    says=(_line("desk", "Ours is green."),),
    choices=(
        Choice(
            id="promise",
            say=Words("I call you back by tomorrow."),
            follow_through=1,
            promise=(Name("callback"),),
            goto=_to("next-day"),
        ),
        Choice(id="send-on", do=Words("Send him to the shop."), follow_through=-3, goto=_to("lost")),
        Choice(
            id="both",
            say=Words("I call you, or the desk does."),
            promise=(Name("callback"), Name("desk")),
            goto=_to("next-day"),
        ),
    ),
)
_NEXT_DAY = Scene(
    heading=Label("The next day"),
    later=Duration(20 * HOUR),
    order="fixed",
    says=(_line("you", "There is a note on my screen."),),
    choices=(
        Choice(
            id="call",
            do=Words("Call him."),
            when=PromiseIs("callback", "open"),
            keep=(Name("callback"), Name("desk")),
            goto=_to("won"),
        ),
        Choice(id="drop", do=Words("Close the note."), release=(Name("desk"),), goto=_to("lost")),
        Choice(id="wait", do=Words("Wait a day."), takes=Duration(DAY), goto=_to("won")),
    ),
)

CALLBACK = Scenario(
    title=Label("The callback"),
    summary=Words("His line is dead, and he was promised a call."),
    language="en",
    channel="phone",
    clock=Moment(1, 9 * 60 + 5),
    you=Player(name=Label("Lea"), role=Label("Agent at a telephone company")),
    customer=Person(name=Label("Reto Brunner"), mood=-1),
    others={"desk": Person(name=Label("Network desk"))},
    promises={
        "callback": Promise(
            text=Words("You call Mr Brunner back."),
            within=Duration(DAY),
            kept=Kept(follow_through=2, mood={"customer": 2}, because=Words("You called.")),
            broken=Broken(
                follow_through=-3,
                mood={"customer": -2},
                because=Words("The call never came."),
                feels={"customer": Words("As always.")},
                habit=(Name("lip-service"),),
            ),
        ),
        "desk": Promise(text=Words("The desk looks into it."), by=Moment(4, 17 * 60)),
        "never": Promise(text=Words("Nobody ever makes this one."), within=Duration(DAY)),
    },
    start=Name("call"),
    scenes={
        "call": _CALL,
        "plan": _PLAN,
        "next-day": _NEXT_DAY,
        "swamp": Scene(
            order="fixed",
            says=(_line("narrator", "Please hold the line."),),
            choices=(
                Choice(id="hold", do=Words("Hold."), again=True, goto=_to("swamp")),
                Choice(id="hang-up", do=Words("Hang up."), goto=_to("nowhere")),
            ),
        ),
        "nowhere": Scene(says=(_line("narrator", "A busy tone."),)),
        "won": Scene(
            says=(_line("customer", "Good evening, Lea."),),
            ending=Ending(outcome="kept", title=Label("He stays"), text=Words("And tells nobody why.")),
        ),
        "lost": Scene(
            says=(_line("customer", "Goodbye."),), ending=Ending(outcome="lost", title=Label("A customer for others"))
        ),
    },
)
"""A best play is listen, look before it, promise, call."""
