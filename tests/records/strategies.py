"""Random plays of the small case."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from game.session.journal import Decision, Head, Journal, Record, Rewind
from game.session.replay import replay
from game.session.rules import choices
from game.session.state import Stop
from tests.records.plays import book

__all__ = ["journals"]

LONGEST = 14


@st.composite
def journals(draw: DrawFn) -> Journal:
    """A legal play of the small case, to its end, in any mode, with decisions taken back and timers off or on."""
    records: list[Record] = []
    mode = draw(st.sampled_from(("graded", "practice")))
    while True:
        found = replay(book(), records)
        last = found.steps[-1]
        if last.stop is Stop.ENDED:
            break
        offered = choices(book(), last.after) if last.stop is None and len(found.steps) < LONGEST else ()
        offered = tuple(each for each in offered if each != "call/swamp")  # a trap
        if mode == "practice" and len(found.steps) > 1 and draw(st.integers(0, 5)) == 0:
            records.append(Rewind(draw(st.integers(0, len(found.steps) - 2)), len(records)))
        elif offered:
            records.append(Decision(draw(st.sampled_from(offered)), len(records)))
        else:
            records.append(Rewind(0, len(records)))
    head = Head(
        scenario=draw(st.sampled_from("abc")),
        revision=book().revision,
        seed=1,
        mode="graded" if mode == "graded" else "practice",
        started="",
        timers=draw(st.booleans()),
    )
    return Journal(head, tuple(records))
