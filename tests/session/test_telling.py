"""What is told to people: the conversation, the promise ledger, the channel, the clock."""

from __future__ import annotations

from game.scenario.model import Choice, Exit, Name, Words
from game.scenario.times import Moment
from game.session.events import Effect
from game.session.points import NO_POINTS
from game.session.rules import start
from game.session.telling import channel, debts, effects_of, moment, tell
from game.session.view import Chosen, Debt, Heading, Later, Pledged, Said, Unanswered
from tests.cases import book, choice, ending, line, promise, scene, silence, steps


def test_a_conversation_is_told_in_the_order_in_which_it_happened() -> None:
    """Headings, words of everybody, what the trainee said, and the answer before the next scene opens."""
    playbook = book(
        people=("desk",),
        here=scene(
            choice("go", "there", answer="Good."),
            heading="One",
            says=[line("It rings.", who="narrator"), line("Lea speaking.", who="you"), line("Well?")],
        ),
        there=scene(choice("end", "end"), heading="Two", facing="desk", says=[line("Ours is green.", who="desk")]),
        end=ending(says="Bye."),
    )
    assert list(tell(playbook, steps(playbook, "here/go", "there/end"))) == [
        Heading("One"),
        Said("narrator", "", "It rings.", None),
        Said("you", "Lea", "Lea speaking.", None),
        Said("customer", "Reto", "Well?", 0),
        Chosen("here/go", "I go.", is_spoken=True),
        Said("customer", "Reto", "Good.", 0),
        Heading("Two"),
        Said("desk", "Desk", "Ours is green.", 0),
        Chosen("there/end", "I end.", is_spoken=True),
        Said("customer", "Reto", "Bye.", 0),
    ]


def test_what_is_done_is_not_said() -> None:
    """`do` is told without quotation marks."""
    done = Choice(id="hang-up", do=Words("Hang up."), goto=(Exit(to=Name("end")),))
    playbook = book(here=scene(done), end=ending())
    assert Chosen("here/hang-up", "Hang up.", is_spoken=False) in list(tell(playbook, steps(playbook, "here/hang-up")))


def test_a_line_shows_the_speakers_mood_of_that_moment_or_its_own() -> None:
    """A line's `mood` sets the face while it is said, and nothing else."""
    playbook = book(
        here=scene(
            choice("go", "there", mood=2, answer=(line("Oh!", mood=-3), line("Thanks."))), says=[line("No.", mood=-1)]
        ),
        there=scene(choice("end", "end"), says="Go on."),
        end=ending(),
    )
    taken = steps(playbook, "here/go")
    moods = [each.mood for each in tell(playbook, taken) if isinstance(each, Said)]
    assert moods == [-1, -3, 2, 2]
    assert taken[-1].after.moods == (2,)


def test_what_breaks_on_the_way_shows_on_the_face_that_meets_it() -> None:
    """The week passes, the promise breaks, and then the customer speaks: angry."""
    playbook = book(
        here=scene(choice("vow", "there", promise="call", answer="Fine.")),
        there=scene(choice("end", "end"), later="1 week", says="You."),
        end=ending(),
        call=promise(within="1 h", broken={"mood": {"customer": -2}}),
    )
    told = list(tell(playbook, steps(playbook, "here/vow")))
    assert told[1:] == [
        Chosen("here/vow", "I vow.", is_spoken=True),
        Said("customer", "Reto", "Fine.", 0),
        Pledged("call", "I will.", "open"),
        Later(7 * 86_400, Moment(0, 540)),
        Pledged("call", "I will.", "broken"),
        Said("customer", "Reto", "You.", -2),
    ]


def test_time_is_told_from_five_minutes_on() -> None:
    """Less than that nobody notices; it adds up, so that the times told never disagree with the clock."""
    playbook = book(
        here=scene(choice("a", "there", takes="4 min"), choice("b", "there", takes="5 min")),
        there=scene(choice("c", "end", takes="4 min")),
        end=ending(),
    )
    short = [each for each in tell(playbook, steps(playbook, "here/a", "there/c")) if isinstance(each, Later)]
    long = [each for each in tell(playbook, steps(playbook, "here/b", "there/c")) if isinstance(each, Later)]
    assert (short, long) == ([Later(480, Moment(0, 548))], [Later(300, Moment(0, 545))])


def test_a_silence_is_told_as_one() -> None:
    """Nobody answered."""
    playbook = book(here=scene(choice("go", "end"), within="30 s", silence=silence("end")), end=ending())
    assert Unanswered("here/silence") in list(tell(playbook, steps(playbook, "here/silence")))


def test_the_ledger_lists_promises_in_the_order_of_making() -> None:
    """How each stands, how long an open one has, and when it is or was due."""
    playbook = book(
        clock="Sunday 23:00",
        here=scene(choice("vow", "there", promise="open kept released broken")),
        there=scene(choice("go", "then", keep="kept", release="released")),
        then=scene(choice("end", "end"), later="2 h"),
        end=ending(),
        broken=promise(within="1 h"),
        kept=promise(within="3 h"),
        open=promise(by="Monday 17:00"),
        released=promise(within="4 h"),
    )
    assert debts(playbook, steps(playbook, "here/vow", "there/go")) == (
        Debt("open", "I will.", "open", 16 * 3600, Moment(0, 17 * 60), 18 * 3600),
        Debt("kept", "I will.", "kept", None, Moment(0, 2 * 60), 3 * 3600),
        Debt("released", "I will.", "released", None, Moment(0, 3 * 60), 4 * 3600),
        Debt("broken", "I will.", "broken", None, Moment(0, 0), 3600),
    )
    assert debts(playbook, [start(playbook)]) == ()


def test_every_turn_of_a_promise_is_told() -> None:
    """Made, kept and called off as they happen."""
    playbook = book(
        here=scene(choice("vow", "there", promise="a b")),
        there=scene(choice("go", "end", keep="a", release="b")),
        end=ending(),
        a=promise(within="1 h"),
        b=promise(within="1 h"),
    )
    told = [each for each in tell(playbook, steps(playbook, "here/vow", "there/go")) if isinstance(each, Pledged)]
    assert [(each.promise, each.standing) for each in told] == [
        ("a", "open"),
        ("b", "open"),
        ("b", "released"),
        ("a", "kept"),
    ]


def test_the_channel_stays_until_a_scene_changes_it() -> None:
    """`channel:` holds from there on, also in scenes one only passes through."""
    playbook = book(
        channel="phone",
        here=scene(choice("go", "passing")),
        passing=scene(goto="there", channel="email"),
        there=scene(choice("end", "end")),
        end=ending(channel="visit"),
    )
    taken = steps(playbook, "here/go", "there/end")
    assert [channel(playbook, taken[:count]) for count in (1, 2, 3)] == ["phone", "email", "visit"]


def test_the_clock_of_the_case_goes_round_with_the_week() -> None:
    """Sunday night is followed by Monday; seconds are left out."""
    playbook = book(clock="Sunday 23:59", here=scene(choice("go", "end")), end=ending())
    assert moment(playbook, 0) == Moment(6, 23 * 60 + 59)
    assert moment(playbook, 59) == Moment(6, 23 * 60 + 59)
    assert moment(playbook, 60) == Moment(0, 0)
    assert moment(playbook, 3 * 7 * 86_400) == Moment(6, 23 * 60 + 59)


def test_what_the_author_wrote_about_an_effect_is_found_by_its_cause() -> None:
    """A choice's, a silence's, and a promise's own words; nothing where there are none."""
    playbook = book(
        here=scene(
            choice("go", "end", because="Choice."),
            within="30 s",
            silence=silence("end", because="Silence."),
        ),
        end=ending(),
        call=promise(within="1 h", kept={"because": "Kept."}),
    )
    asked = (
        Effect("choice", "here/go", NO_POINTS),
        Effect("silence", "here/silence", NO_POINTS),
        Effect("kept", "call", NO_POINTS),
        Effect("broken", "call", NO_POINTS),
    )
    found = [effects_of(playbook, each) for each in asked]
    assert [each and each.because for each in found] == ["Choice.", "Silence.", "Kept.", None]
