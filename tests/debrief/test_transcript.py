from __future__ import annotations

from game.debrief import transcript
from game.session.replay import replay
from tests.debrief.plays import GOOD, callback, journal

_WHOLE = """\
The callback
Tuesday 09:05, on the phone

Chapter: The call
The phone rings.
Reto Brunner: My line is dead again.
You say nothing: the time has run out.

Chapter: The call
The phone rings.
Reto Brunner: My line is dead again.
Lea: Tell me all of it.
Reto Brunner: Well then.
Tuesday 09:15, 10 minutes later.
Network desk: Ours is green.
Lea: I call you, or the desk does.
Promise made: You call Mr Brunner back.
Promise made: The desk looks into it.
Wednesday 05:15, the next morning.

Chapter: The next day
Lea: There is a note on my screen.
You do this: Close the note.
Promise called off in good time: The desk looks into it.
Promise broken: You call Mr Brunner back.
Reto Brunner: Goodbye.

The end: A customer for others
"""


def test_a_transcript_tells_all_that_was_said_and_done() -> None:
    """Chapters, who says what, what is done, time that passes, promises, and the ending."""
    book, _ = callback()
    steps = replay(book, journal("call/silence", "call/listen", "plan/both", "next-day/drop").records).steps
    assert transcript(book, steps) == _WHOLE


def test_a_transcript_of_an_unfinished_play_stops_where_it_stands() -> None:
    """There is no ending to tell."""
    book, _ = callback()
    assert transcript(book, replay(book, journal(*GOOD[:3]).records).steps).splitlines()[-1] == (
        "Lea: There is a note on my screen."
    )


def test_an_ending_with_a_text_is_told_with_it() -> None:
    """What came of it, beyond the case."""
    book, _ = callback()
    told = transcript(book, replay(book, journal(*GOOD).records).steps).splitlines()
    assert told[-4:] == ["Reto Brunner: Good evening, Lea.", "", "The end: He stays", "And tells nobody why."]
