"""The conversation: what is said, chosen, promised, taken back, timed, paused and ended."""

from __future__ import annotations

from math import ceil
from typing import Any

import pytest

from game.records import Trouble
from game.session.view import Chosen, Heading, Unanswered
from game.window.input import Back, Click, Digit, Move, Press
from game.window.screens.conversation import Conversation
from game.window.stage import Stage
from game.window.widgets.choice import ChoiceButton
from game.window.widgets.meter import TimeRing
from game.window.widgets.portrait import Portrait
from game.window.widgets.widget import Live
from tests.window.gallery import conversation, nothing, on_stage, play_on, session, shown


def screen_of(stage: Stage) -> Conversation:
    """The conversation on a stage."""
    assert isinstance(stage.screen, Conversation)
    return stage.screen


def press(stage: Stage, key: str) -> None:
    """Press the widget of that key with a pointer."""
    widget = next(widget for widget in stage.tree.walk() if widget.key == key)
    stage.act(Click(widget.rect.center))


def decided(stage: Stage) -> list[str]:
    """The names of what was decided, silences included."""
    return [entry.choice for entry in screen_of(stage).view.said if isinstance(entry, Chosen | Unanswered)]


def test_spoken_choices_stand_in_quotation_marks_and_deeds_do_not() -> None:
    """What would be said is quoted; what would be done is not."""
    stage = play_on(on_stage(conversation()))
    buttons = [widget for widget in stage.tree.walk() if isinstance(widget, ChoiceButton)]
    assert [button.words[0] == "“" and button.words[-1] == "”" for button in buttons] == [True, True, False, True]
    assert [button.description for button in buttons] == ["Say", "Say", "Do", "Say"]


def test_a_soft_hyphen_is_not_read_aloud() -> None:
    """Names of widgets are plain words."""
    assert "Buchungsbestätigungsnummer" in shown(play_on(on_stage(conversation())))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_number_takes_the_choice_that_bears_it(number: int) -> None:
    """Keys 1 to 9 choose; the session gets the token of that choice."""
    stage = play_on(on_stage(conversation()))
    token = screen_of(stage).view.offers[number - 1].token
    stage.act(Digit(number))
    assert decided(stage) == [token]


def test_a_number_without_a_choice_does_nothing() -> None:
    """Five, where there are four."""
    stage = play_on(on_stage(conversation()), Digit(5))
    assert decided(stage) == []


def test_enter_takes_the_choice_that_has_the_focus() -> None:
    """Keys alone play the game: show the focus, move it, press."""
    stage = play_on(on_stage(conversation()), Move.NEXT, Move.NEXT)
    token = screen_of(stage).view.offers[1].token
    stage.act(Press())
    assert decided(stage) == [token]


def test_a_click_takes_a_choice() -> None:
    """The mouse does the same."""
    stage = play_on(on_stage(conversation()))
    token = screen_of(stage).view.offers[2].token
    press(stage, "choice-3")
    assert decided(stage) == [token]


def test_lines_appear_one_by_one_and_choices_after_them() -> None:
    """The first line is there at once, the others come in time, and only then can be chosen."""
    stage = on_stage(conversation(), is_still=False)
    stage.tick(0.0)
    assert "At the desk" in shown(stage)
    assert "Rain on the glass doors" not in shown(stage)
    stage.act(Digit(1))
    assert decided(stage) == []
    stage.tick(1.3)
    assert "Rain on the glass doors" in shown(stage)
    for second in range(2, 8):
        stage.tick(float(second))
    assert "choice-1" in {widget.key for widget in stage.tree.walk()}


@pytest.mark.parametrize("action", [Press(), Click((640, 300))])
def test_waiting_for_lines_can_be_skipped(action: Any) -> None:
    """Space, Enter or a click anywhere shows everything at once, and chooses nothing."""
    stage = on_stage(conversation(), is_still=False)
    stage.tick(0.0)
    stage.act(action)
    assert "choice-4" in {widget.key for widget in stage.tree.walk()}
    assert decided(stage) == []


def test_with_nothing_moving_everything_is_there_at_once() -> None:
    """Reduced motion shows all lines with the first picture of them."""
    stage = on_stage(conversation(), is_still=True)
    stage.tick(0.0)
    assert "choice-1" in {widget.key for widget in stage.tree.walk()}


def test_new_lines_are_read_aloud_and_old_ones_are_not() -> None:
    """What came since the last decision is live; what stood there before is not read again."""
    stage = play_on(on_stage(conversation()), Digit(2))
    live = {widget.name for widget in stage.tree.walk() if widget.live is Live.POLITE}
    assert any("Well? My daughter" in name for name in live)
    assert not any("Good evening. I am standing" in name for name in live)


def test_the_portrait_shows_the_mood_of_the_line_and_then_of_the_person() -> None:
    """A line's own mood holds while it is the last that was said; then the person's."""
    stage = play_on(on_stage(conversation(), is_still=False), Press())
    screen = screen_of(stage)
    best = next(number for number, offer in enumerate(screen.view.offers, 1) if offer.token == "lobby/listen")
    stage.act(Digit(best))
    moods = []
    for tenth in range(40, 200):
        stage.tick(tenth / 10)
        portrait = next(widget for widget in stage.tree.walk() if isinstance(widget, Portrait))
        moods.append(portrait.mood)
    assert moods[0] == -1
    assert set(moods) == {-1, 0}
    assert moods[-1] == screen.view.facing.mood == 0


def test_the_coach_speaks_in_practice_only() -> None:
    """The reason stands below what it is about; a graded play says nothing until the debrief."""
    assert "The coach: She has to defend herself before you have looked." in shown(
        play_on(on_stage(conversation()), Digit(1))
    )
    assert "coach" not in shown(play_on(on_stage(conversation("graded")), Digit(1)))


def test_the_coachs_word_stays_where_it_was_said() -> None:
    """Behind the answer and before the next scene; after the next decision, too."""
    stage = play_on(on_stage(conversation()), Digit(1), Digit(1))
    text = shown(stage)
    told = ("where I booked?", "She has to defend herself", "5 minutes later", "double booking", "Half of the truth")
    places = [text.index(words) for words in told]
    assert places == sorted(places)


def test_a_decision_can_be_taken_back_in_practice_only() -> None:
    """Taking back brings the choices back and takes the coach's word away."""
    stage = play_on(on_stage(conversation()), Digit(1))
    press(stage, "take-back")
    stage.tick(9.0)
    assert decided(stage) == []
    assert "She has to defend herself" not in shown(stage)
    assert "choice-4" in {widget.key for widget in stage.tree.walk()}
    graded = play_on(on_stage(conversation("graded")), Digit(1))
    assert "take-back" not in {widget.key for widget in graded.tree.walk()}


def test_promises_stand_in_the_ledger_with_the_time_left() -> None:
    """Beside the conversation where there is room, behind one line where there is not."""
    wide = play_on(on_stage(conversation()), Digit(2))
    assert "The deposit of € 412.50 is checked with accounts. – 30 minutes left, until Friday 19:40" in shown(wide)
    narrow = play_on(on_stage(conversation(), (800, 600)), Digit(2))
    assert "2 promises: 30 minutes left" in shown(narrow)
    assert "until Friday 19:40" not in shown(narrow)
    press(narrow, "ledger")
    assert "until Friday 19:40" in shown(narrow)
    narrow.act(Back())
    assert "until Friday 19:40" not in shown(narrow)


def test_in_a_tight_window_a_button_opens_clock_and_promises() -> None:
    """At 640 by 480 with large text nothing is lost, it is behind a button."""
    stage = play_on(on_stage(conversation(), (640, 480), "light", 200), Digit(2))
    press(stage, "ledger")
    assert "Clock of the case: Friday 19:10" in shown(stage)
    assert "until Friday 19:40" in shown(stage)


def read(stage: Stage, from_: float) -> float:
    """Let the time to read pass; the second at which the time to answer begins to run."""
    countdown = screen_of(stage).countdown
    assert countdown is not None
    begins = from_ + countdown.reading
    stage.tick(begins)
    return begins


def test_an_unanswered_question_is_silence() -> None:
    """When the time of a timed scene runs out, the session is told, and the ring is gone."""
    stage = play_on(on_stage(conversation()), Digit(2))
    begins = read(stage, 1.0)
    assert "Time to answer: 20 seconds left" in shown(stage)
    stage.tick(begins + 10.0)
    assert "Time to answer: 10 seconds left" in shown(stage)
    stage.tick(begins + 20.5)
    stage.tick(begins + 20.6)
    assert decided(stage)[-1] == "search/silence"
    assert "Time to answer" not in shown(stage)


def test_nobody_has_to_answer_before_they_could_have_read() -> None:
    """At three words a second: the choices, and the lines too where they appeared all at once."""
    stage = play_on(on_stage(conversation()), Digit(2))
    whole = screen_of(stage)
    one_by_one = screen_of(play_on(on_stage(conversation(), is_still=False), Press(), Digit(2), Press()))
    assert whole.countdown is not None
    assert one_by_one.countdown is not None
    choices = sum(len(offer.words.split()) for offer in whole.view.offers)
    lines = "The system shows a double booking. The last free room is the one above the kitchen, and it is loud."
    asked = "Well? My daughter is falling asleep standing up."
    assert one_by_one.countdown.reading == ceil(choices / 3)
    assert whole.countdown.reading == ceil((choices + len(f"{lines} {asked}".split())) / 3)
    ring = next(widget for widget in stage.tree.walk() if isinstance(widget, TimeRing))
    assert ring.words == "Take your time to read. Then you have 20 seconds."
    read(stage, 1.0)
    ring = next(widget for widget in stage.tree.walk() if isinstance(widget, TimeRing))
    assert ring.words == "Somebody is waiting for your answer."


def test_the_time_to_answer_begins_with_the_choices() -> None:
    """Reading is not timed: the clock starts when all lines are there."""
    stage = play_on(on_stage(conversation(), is_still=False), Press(), Digit(2))
    stage.tick(2.1)
    assert "Time to answer" not in shown(stage)
    stage.act(Press())
    stage.tick(30.0)
    assert "Time to answer: 20 seconds left" in shown(stage)
    begins = read(stage, 30.0)
    stage.tick(begins + 5.0)
    assert "Time to answer: 15 seconds left" in shown(stage)


def test_without_time_limits_no_time_runs() -> None:
    """Timers can be off from the start."""
    screen = Conversation(
        session(), has_timers=False, on_end=nothing, on_leave=nothing, on_unkept=nothing, on_anew=nothing
    )
    stage = play_on(on_stage(screen), Digit(2))
    stage.tick(999.0)
    assert "Time to answer" not in shown(stage)
    assert "search/silence" not in decided(stage)
    assert "No time limit for you." in shown(stage)


def test_a_pause_stops_the_clock() -> None:
    """Escape opens the pause; however long it lasts, no second of the answer's time is lost."""
    stage = play_on(on_stage(conversation()), Digit(2))
    begins = read(stage, 1.0)
    stage.act(Back())
    stage.tick(begins + 500.0)
    stage.act(Back())
    stage.tick(begins + 501.0)
    assert "Time to answer: 19 seconds left" in shown(stage)


def test_a_window_nobody_sees_pauses_a_timed_scene() -> None:
    """Minimised while time runs: the pause opens by itself; without a timer nothing happens."""
    timed, untimed = play_on(on_stage(conversation()), Digit(2)), play_on(on_stage(conversation()))
    timed.hide()
    untimed.hide()
    assert screen_of(timed).open_dialog == "pause"
    assert screen_of(untimed).open_dialog == ""


def test_numbers_choose_nothing_behind_a_dialog() -> None:
    """What lies under the pause cannot be pressed."""
    stage = play_on(on_stage(conversation()), Back(), Digit(1))
    assert decided(stage) == []


def test_the_pause_sets_text_colours_and_motion() -> None:
    """Each button changes what it names, and the pause stays open."""
    stage = play_on(on_stage(conversation()), Back())
    for key in ("text-125", "colours-dark", "still-False", "pace-fast", "captions-True"):
        press(stage, key)
    assert stage.settings.text_size == 125
    assert stage.settings.colours == "dark"
    assert not stage.settings.is_still
    assert stage.settings.pace == "fast"
    assert stage.settings.has_captions
    press(stage, "text-100")
    assert stage.settings.text_size == 100
    assert screen_of(stage).open_dialog == "pause"


def test_the_pause_leads_out() -> None:
    """Leaving is told to whoever opened the case."""
    left = []
    screen = conversation(on_leave=lambda: left.append(True))
    press(play_on(on_stage(screen), Back()), "leave")
    assert left == [True]


def test_the_ending_is_told_and_leads_to_the_debrief() -> None:
    """Title, text and outcome; then Enter opens the debrief."""
    ended = []
    screen = conversation(on_end=lambda: ended.append(True))
    stage = play_on(on_stage(screen), Digit(1), Digit(2))
    for words in ("The end: The house across the street", "They stay three nights", "brings others"):
        assert words in shown(stage)
    stage.act(Press())
    assert ended == [True]


def test_a_decision_that_cannot_be_kept_does_not_count() -> None:
    """The trouble is told; after play goes on unkept, the same choice counts."""
    keeping = [True]

    def keep(_record: Any) -> None:
        if keeping[0]:
            raise Trouble("There is no room left on the disk.")

    def anew() -> None:
        raise Trouble("There is no room for a new file either.")

    def unkept() -> None:
        keeping[0] = False

    screen = Conversation(session(keep=keep), on_end=nothing, on_leave=nothing, on_unkept=unkept, on_anew=anew)
    stage = play_on(on_stage(screen), Digit(2))
    assert decided(stage) == []
    assert "There is no room left on the disk." in shown(stage)
    press(stage, "anew")
    assert "There is no room for a new file either." in shown(stage)
    press(stage, "unkept")
    play_on(stage, Digit(2))
    assert len(decided(stage)) == 1


def test_a_session_taken_up_again_shows_everything_at_once() -> None:
    """What was read before is not told again line by line, and its times go on from where they were."""
    noted: list[Any] = []
    played = session(keep=noted.append)
    played.take("lobby/deposit", 4000)
    screen = Conversation(played, started_ms=4000, on_end=nothing, on_leave=nothing, on_unkept=nothing, on_anew=nothing)
    stage = on_stage(screen, is_still=False)
    assert not screen.is_telling
    stage.tick(100.0)
    stage.tick(101.0)
    stage.act(Digit(1))
    assert noted[-1].ms == 5000


def test_something_about_the_session_is_told_first() -> None:
    """A note on the record lies over the screen until it was read."""
    screen = conversation()
    screen.tell("About the record of this play", "Line 4 of the journal is damaged.")
    stage = play_on(on_stage(screen))
    assert "Line 4 of the journal is damaged." in shown(stage)
    press(stage, "close")
    assert "Line 4" not in shown(stage)


def test_after_a_play_was_taken_up_again_decisions_are_taken_back_one_by_one() -> None:
    """What the coach said of the one before stands there again, though this screen has not seen it decided."""
    played = session("practice")
    for token in ("lobby/listen", "search/kitchen-room"):
        played.take(token, 0)
    stage = play_on(
        on_stage(Conversation(played, on_end=nothing, on_leave=nothing, on_unkept=nothing, on_anew=nothing))
    )
    for decisions in (1, 0):
        undo = next(widget for widget in stage.tree.walk() if widget.key == "take-back")
        stage.act(Click(undo.rect.center))
        play_on(stage)
        assert played.view.decisions == decisions
        assert all(remark.because in shown(stage) for remark in played.view.remarks)
        assert bool(played.view.remarks) is bool(decisions)


def test_fresh_choices_take_no_press_that_was_meant_for_what_stood_there_before() -> None:
    """The second half of a double click, a late space bar, a digit: for a moment they answer nothing."""
    stage = on_stage(conversation("graded"), is_still=False)
    stage.settles = 0.4
    stage.tick(0.0)
    stage.tick(0.1)
    press(stage, "skip")
    third = next(widget for widget in stage.tree.walk() if widget.key == "choice-3")
    stage.tick(0.25)
    for action in (Click(third.rect.center), Digit(3), Press(), Press()):
        stage.act(action)
    assert decided(stage) == []
    stage.tick(0.55)
    stage.act(Digit(3))
    assert len(decided(stage)) == 1


def test_nobody_answers_while_a_card_lies_over_what_was_said() -> None:
    """Time that goes by is seen first; any press takes the card away."""
    stage = on_stage(conversation(), is_still=False)
    stage.tick(0.0)
    stage.act(Press())
    screen = screen_of(stage)
    screen.reactions.see([Heading("Later")], (0, 0), 0.0)
    screen.has_changed = True
    stage.tick(0.1)
    stage.act(Digit(1))
    assert decided(stage) == []
    stage.act(Press())
    stage.act(Digit(1))
    assert len(decided(stage)) == 1
