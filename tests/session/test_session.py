"""The Session a face sees."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.model import Scenario
from game.scenario.times import Moment
from game.session.compiler import compile_scenario
from game.session.journal import Decision, Head, Mode, Record, Rewind, Untimed, line, read_journal
from game.session.playbook import Playbook
from game.session.replay import Refused
from game.session.rules import NotAvailable
from game.session.session import LocalSession, NotTakenBack, shown_order
from game.session.state import Stop
from game.session.view import Case, Figure, Offer
from tests.cases import book, choice, ending, promise, scene, silence, steps
from tests.effort import examples
from tests.strategies import scenarios

HUB = book(
    people=("desk",),
    mood=-1,
    hub=scene(choice("a", "hub", mood=1, because="Because a."), choice("b", "hub"), choice("go", "end"), order="fixed"),
    end=ending(),
)


def opened(
    playbook: Playbook, mode: Mode = "practice", seed: int = 1, records: tuple[Record, ...] = ()
) -> tuple[LocalSession, list[Record]]:
    """A session, and what it has recorded since."""
    head = Head(scenario="a-case", revision=playbook.revision, seed=seed, mode=mode, started="")
    kept: list[Record] = []
    return LocalSession(playbook, head, kept.append, records), kept


def test_a_session_opens_with_the_first_words() -> None:
    """What was said, what is on offer, whom one faces: nothing has been decided."""
    session, kept = opened(HUB)
    view = session.view
    assert session.case == Case("a-case", "A case", None, "en", HUB.scenario.you)
    assert [each.token for each in view.offers] == ["hub/a", "hub/b", "hub/go"]
    assert view.offers[0] == Offer("hub/a", "I a.", is_spoken=True)
    assert view.facing == Figure("customer", "Reto", -1, None)
    assert (view.channel, view.now, view.elapsed, view.limit) == ("phone", Moment(0, 540), 0, None)
    assert (view.decisions, view.can_take_back, view.stop, view.ending) == (0, False, None, None)
    assert (view.debts, view.remarks, kept) == ((), (), [])


def test_what_is_decided_is_recorded_with_its_time() -> None:
    """One record a decision; the ending is part of the view, and nothing is on offer after it."""
    session, kept = opened(HUB)
    session.take("hub/b", 1200)
    session.take("hub/go", 3400)
    assert kept == [Decision("hub/b", 1200), Decision("hub/go", 3400)]
    assert session.journal.records == tuple(kept)
    view = session.view
    assert (view.offers, view.decisions, view.stop) == ((), 2, Stop.ENDED)
    assert view.ending is HUB.scenario.scenes["end"].ending


def test_a_token_that_is_not_on_offer_is_refused_and_not_recorded() -> None:
    """A silence's name is no token either: it falls, it is not taken."""
    playbook = book(here=scene(choice("go", "end"), within="30 s", silence=silence("end")), end=ending())
    session, kept = opened(playbook)
    for token in ("here/stay", "here/silence"):
        with pytest.raises(NotAvailable) as refused:
            session.take(token, 1)
        assert (refused.value.choice, refused.value.available) == (token, ("here/go",))
    assert (kept, session.view.decisions) == ([], 0)


def test_in_a_timed_scene_the_silence_falls_once() -> None:
    """The view tells how long one has; afterwards there is no timer, and no second silence."""
    playbook = book(hub=scene(choice("go", "end"), within="30 s", silence=silence("hub")), end=ending())
    session, kept = opened(playbook)
    assert session.view.limit == 30
    session.fall_silent(30_000)
    assert kept == [Decision("hub/silence", 30_000)]
    assert session.view.limit is None
    with pytest.raises(NotAvailable, match="hub/go"):
        session.fall_silent(60_000)
    assert len(kept) == 1


def test_where_keeping_a_record_fails_nothing_was_decided() -> None:
    """A full disk costs no decision that was told to have happened; it can be taken again."""

    def fail(_record: Record) -> None:
        raise OSError("full")

    head = Head(scenario="a-case", revision=HUB.revision, seed=1, mode="practice", started="")
    session = LocalSession(HUB, head, fail, (Decision("hub/b", 1),))
    before = session.view
    with pytest.raises(OSError, match="full"):
        session.take("hub/a", 2)
    with pytest.raises(OSError, match="full"):
        session.take_back(3)
    assert session.view == before
    assert session.journal.records == (Decision("hub/b", 1),)


def test_in_practice_a_decision_can_be_taken_back() -> None:
    """Also the one that ended the case; the record says how many stand."""
    session, kept = opened(HUB)
    first = session.view
    session.take("hub/a", 1)
    second = session.view
    session.take("hub/go", 2)
    session.take_back(3)
    assert session.view == second
    session.take_back(4)
    assert session.view == first
    assert kept[2:] == [Rewind(1, 3), Rewind(0, 4)]
    with pytest.raises(NotTakenBack):
        session.take_back(5)


def test_timers_are_switched_off_once() -> None:
    """The record is kept like any other; where no timer runs there is nothing to note."""
    session, kept = opened(HUB)
    session.take("hub/a", 1)
    before = session.view
    session.switch_timers_off(2)
    session.switch_timers_off(3)
    assert kept[1:] == [Untimed(timers=False, ms=2)]
    assert session.view == before
    assert not session.journal.has_timers


def test_graded_nothing_is_taken_back_and_nothing_explained() -> None:
    """What is decided is decided; reasons come with the debrief."""
    session, kept = opened(HUB, mode="graded")
    session.take("hub/a", 1)
    assert (session.view.can_take_back, session.view.remarks) == (False, ())
    with pytest.raises(NotTakenBack):
        session.take_back(2)
    assert kept == [Decision("hub/a", 1)]


def test_in_practice_the_coach_remarks_on_what_the_last_decision_brought() -> None:
    """The choice's own reason, and those of promises it broke or kept; nothing where nothing was said."""
    playbook = book(
        hub=scene(
            choice("vow", "hub", promise="call mail", because="You said when."),
            choice("wait", "hub", takes="2 h", keep="mail"),
            choice("go", "end"),
            within="30 s",
            silence=silence("hub", because="Nobody answered."),
        ),
        end=ending(),
        call=promise(within="1 h", broken={"because": "You never called."}),
        mail=promise(within="1 day", kept={"because": "You wrote."}),
    )
    session, _ = opened(playbook)
    assert session.view.remarks == ()
    session.take("hub/vow", 1)
    assert _remarked(session) == [("choice", "You said when.", "Pledged")]
    session.take("hub/wait", 2)
    assert _remarked(session) == [("broken", "You never called.", "Pledged"), ("kept", "You wrote.", "Pledged")]
    session.fall_silent(3)
    assert _remarked(session) == [("silence", "Nobody answered.", "Unanswered")]


def _remarked(session: LocalSession) -> list[tuple[str, str, str]]:
    """Each remark, and what it stands behind."""
    said = session.view.said
    return [(remark.cause, remark.because, type(said[remark.place - 1]).__name__) for remark in session.view.remarks]


def test_the_coach_remarks_behind_the_answer() -> None:
    """And what was promised by it: before the time it takes, and all that the next scene brings."""
    playbook = book(
        ask=scene(
            choice(
                "go",
                "next",
                answer="Well.",
                promise="call",
                takes="1 h",
                because="You said when.",
            ),
            says="Now?",
        ),
        next=scene(choice("end", "end"), heading="Later", says="Here."),
        end=ending(),
        call=promise(within="1 day"),
    )
    session, _ = opened(playbook)
    session.take("ask/go", 1)
    kinds = [type(entry).__name__ for entry in session.view.said]
    assert kinds == ["Said", "Chosen", "Said", "Pledged", "Later", "Heading", "Said"]
    assert [remark.place for remark in session.view.remarks] == [kinds.index("Later")]


def test_a_session_is_taken_up_where_its_records_end() -> None:
    """Those already kept are not kept again."""
    before = (Decision("hub/a", 1), Decision("hub/b", 2), Rewind(1, 3))
    session, kept = opened(HUB, records=before)
    assert (session.view.decisions, session.refused, kept) == (1, None, [])
    session.take("hub/go", 4)
    assert session.journal.records == (*before, Decision("hub/go", 4))


def test_a_session_leaves_out_records_that_are_wrong() -> None:
    """It stands where they begin, and says which was the first."""
    session, _ = opened(HUB, records=(Decision("hub/a", 1), Decision("hub/a", 2), Decision("hub/b", 3)))
    assert session.journal.records == (Decision("hub/a", 1),)
    assert session.refused == Refused("hub/a", "not on offer", ("hub/b", "hub/go"))


@examples(60)
@given(scenarios(), st.lists(st.integers(-2, 11), max_size=12), st.integers(0, 3))
def test_a_journal_cut_anywhere_resumes_what_it_holds(scenario: Scenario, picks: list[int], seed: int) -> None:
    """Silences and takings-back included; the view is the one there was when the last whole line was kept."""
    playbook = compile_scenario(scenario)
    session, kept = opened(playbook, seed=seed)
    views = [session.view]
    for pick in picks:
        view = session.view
        if pick == -1 and view.can_take_back:
            session.take_back(len(kept))
        elif pick == -2 and view.limit is not None:
            session.fall_silent(len(kept))
        elif pick >= 0 and view.offers:
            session.take(view.offers[pick % len(view.offers)].token, len(kept))
        else:
            continue
        views.append(session.view)
    text = b"".join(line(part) for part in (session.journal.head, *kept))
    starts = [place for place in range(len(text) + 1) if text[:place].endswith(b"\n")]
    for cut in (*starts, *(start + 9 for start in starts)):
        journal = read_journal(text[:cut]).journal
        assert journal is not None
        again, _ = opened(playbook, seed=seed, records=journal.records)
        assert again.view == views[len(journal.records)]
        assert again.refused is None


def test_the_order_shown_is_the_files_own_where_the_scene_says_so() -> None:
    """`order: fixed` is not shuffled by any seed."""
    for seed in range(20):
        session, _ = opened(HUB, seed=seed)
        assert [each.token for each in session.view.offers] == ["hub/a", "hub/b", "hub/go"]


def test_a_choice_that_leaves_does_not_move_the_others() -> None:
    """Nothing jumps under the trainee's finger."""
    names = tuple(f"hub/{letter}" for letter in "abcdefg")
    for seed in range(50):
        order = shown_order(names, seed)
        assert sorted(order) == sorted(names)
        for gone in names:
            left = tuple(name for name in names if name != gone)
            assert shown_order(left, seed) == tuple(name for name in order if name != gone)


def test_every_order_is_as_likely_as_any_other() -> None:
    """Over many seeds no choice favours a place: chi-squared over the 24 orders of four, limit at p = 10^-6."""
    names = ("hub/a", "hub/b", "hub/c", "hub/go")
    seeds = 24_000
    counts = Counter(shown_order(names, seed) for seed in range(seeds))
    expected = seeds / 24
    assert len(counts) == 24
    assert sum((count - expected) ** 2 / expected for count in counts.values()) < 70.5


def test_the_order_shown_differs_from_scene_to_scene() -> None:
    """The same ids in another scene are shuffled anew, so that no position can be learnt."""
    here = [shown_order(("a/1", "a/2", "a/3"), seed)[0][-1] for seed in range(200)]
    there = [shown_order(("b/1", "b/2", "b/3"), seed)[0][-1] for seed in range(200)]
    assert 40 < sum(one == other for one, other in zip(here, there, strict=True)) < 95


def test_a_session_shows_the_shuffled_order_and_takes_any_of_it() -> None:
    """The same session shows the same order each time it is looked at."""
    playbook = book(hub=scene(*(choice(letter, "end") for letter in "abcdef")), end=ending())
    names = tuple(f"hub/{letter}" for letter in "abcdef")
    for seed in range(10):
        session, _ = opened(playbook, seed=seed)
        shown = tuple(each.token for each in session.view.offers)
        assert shown == shown_order(names, seed) == tuple(each.token for each in session.view.offers)
        session.take(shown[-1], 1)
        assert session.view.stop is Stop.ENDED


def test_a_dead_end_and_a_ring_end_a_session_without_an_ending() -> None:
    """The face sees why; the last decision can be taken back."""
    playbook = book(
        here=scene(choice("dead", "nowhere"), choice("ring", "a")),
        nowhere=scene(says="Hm."),
        a=scene(goto="b"),
        b=scene(goto="a"),
    )
    for token, expected in (("here/dead", Stop.DEAD_END), ("here/ring", Stop.RING)):
        session, _ = opened(playbook)
        session.take(token, 1)
        view = session.view
        assert (view.stop, view.ending, view.offers, view.can_take_back) == (expected, None, (), True)
        with pytest.raises(NotAvailable, match="on offer: nothing"):
            session.take(token, 2)


def test_the_mood_shown_is_that_of_whom_one_faces() -> None:
    """A scene `with:` somebody else shows that person, and their own mood."""
    playbook = book(
        people=("desk",),
        here=scene(choice("go", "there", mood={"desk": -2, "customer": 1})),
        there=scene(choice("end", "end"), facing="desk", channel="email"),
        end=ending(),
    )
    session, _ = opened(playbook)
    session.take("here/go", 1)
    assert session.view.facing == Figure("desk", "Desk", -2, None)
    assert session.view.channel == "email"
    assert steps(playbook, "here/go")[-1].after.moods == (1, -2)
