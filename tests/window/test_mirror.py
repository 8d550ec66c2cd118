from __future__ import annotations

from game.window.input import Back, Digit
from game.window.screens.mirror import Mirroring
from game.window.screens.mirror.faces import FaceButton
from game.window.widgets.bubble import Bubble
from game.window.widgets.portrait import Portrait
from game.window.widgets.widget import Live
from tests.window.gallery import mirroring, on_stage, play_on, shown

PLAYED = ("lobby/listen", "", "search/honest")


def bubbles(screen: Mirroring) -> list[tuple[str, bool]]:
    """What stands in bubbles, and whether it is one's own."""
    stage = on_stage(screen)
    return [(each.words, each.is_own) for each in stage.tree.walk() if isinstance(each, Bubble)]


def test_the_sides_are_changed() -> None:
    """What the customer says is one's own; what the trainee said comes from the other side."""
    said = bubbles(mirroring(*PLAYED))
    assert [is_own for _words, is_own in said] == [True, False]
    assert said[1][0].startswith("Good evening, Ms Lindqvist-Überschär. After such a drive")


def test_what_they_felt_is_not_shown_before_it_was_guessed() -> None:
    """Neither the mood nor the thought; both are, afterwards."""
    stage = play_on(on_stage(mirroring(*PLAYED)))
    assert "Somebody has seen that I am not alone here." not in shown(stage)
    assert "Portrait of Anna Lindqvist-Überschär, worried" in shown(stage)
    play_on(stage, Digit(4))
    assert "Just so: calm." in shown(stage)
    assert "Somebody has seen that I am not alone here." in shown(stage)
    assert "Portrait of Anna Lindqvist-Überschär, calm" in shown(stage)


def test_a_guess_beside_it_is_told_so() -> None:
    """One face off is close; more is not."""
    assert "Close. You said pleased; it was calm." in shown(play_on(on_stage(mirroring(*PLAYED)), Digit(5)))
    far = shown(play_on(on_stage(mirroring(*PLAYED)), Digit(1)))
    assert "You said furious; it was calm." in far
    assert "Close." not in far


def test_a_number_guesses_once() -> None:
    """After the guess only the way on is left; the other numbers do nothing."""
    screen = mirroring(*PLAYED)
    play_on(on_stage(screen), Digit(4), Digit(2))
    assert screen.guesses == [0]
    assert not screen.is_over


def test_the_closeness_is_kept_once_all_was_guessed() -> None:
    """Calm, worried, delighted: all just so."""
    kept: list[int] = []
    screen = mirroring(*PLAYED, on_keep=kept.append)
    stage = play_on(on_stage(screen), *(Digit(each) for each in (4, 1, 3, 1, 6)))
    assert kept == []
    play_on(stage, Digit(1))
    assert kept == [100]
    assert "100 of 100" in shown(stage)


def test_looking_once_more_begins_anew() -> None:
    """And its closeness is kept as well."""
    kept: list[int] = []
    screen = mirroring("lobby/listen", on_keep=kept.append)
    stage = play_on(on_stage(screen), Digit(1), Digit(1))
    again = next(widget for widget in stage.tree.walk() if widget.key == "again")
    again.on_press()  # type: ignore[attr-defined]
    play_on(stage, Digit(4), Digit(1))
    assert kept == [0, 100]


def test_escape_leads_back_at_any_time() -> None:
    """Nothing is kept of a mirror that was left."""
    told: list[object] = []
    screen = mirroring(*PLAYED, on_done=lambda: told.append("done"), on_keep=told.append)
    play_on(on_stage(screen), Digit(4), Back())
    assert told == ["done"]


def test_only_what_is_new_is_read_aloud_unasked() -> None:
    """After a guess the verdict and the thought, not the talk before."""
    stage = play_on(on_stage(mirroring(*PLAYED)), Digit(4))
    spoken = [widget.name for widget in stage.tree.walk() if widget.live is Live.POLITE]
    assert "Just so: calm." in spoken
    assert not any("Rain on the glass doors" in name for name in spoken)


def test_the_faces_to_choose_from_are_theirs() -> None:
    """Six faces of the customer, in the order of the moods, and the trainee's own apart from them."""
    stage = play_on(on_stage(mirroring(*PLAYED)))
    portraits = [widget for widget in stage.tree.walk() if isinstance(widget, Portrait)]
    faces = [widget for widget in stage.tree.walk() if isinstance(widget, FaceButton)]
    assert [each.portrait.mood for each in faces] == [-3, -2, -1, 0, 1, 2]
    assert {each.portrait.look for each in faces} == {portraits[0].look}
    assert portraits[1].look != portraits[0].look
