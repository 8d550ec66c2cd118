"""A file is played while it is saved again and again, and the play goes on where it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.diagnostics import Diagnostic, Span
from game.loader import find_scenarios, scenario_folders
from game.session.state import Stop
from game.session.view import Remark
from game.trainer.check import Case
from game.trainer.preview import Preview, difference
from game.trainer.preview.backstage import Deed
from tests.trainer.preview.conftest import Desk

SHIPPED = sorted(find_scenarios(scenario_folders()).paths)


def span(desk: Desk, line: int = 1) -> Span:
    """A line of the file."""
    return Span(str(desk.path), line)


def test_a_play_goes_on_in_the_words_of_the_save(desk: Desk) -> None:
    """A line reworded after two decisions is the line that is told, and both decisions stand."""
    desk.take("call/listen", "plan/promise")
    saved = desk.edit("There is a note on my screen.", "There is a red note on my screen.").saved
    assert saved is not None
    assert (saved.is_playable, saved.has_changed, saved.stands, saved.of) == (True, True, 2, 2)
    assert desk.told == ["call/listen", "plan/promise"]
    assert "red note" in str(desk.preview.kept.session.view.said)  # type: ignore[union-attr]


def test_a_comment_changes_nothing_in_the_play(desk: Desk) -> None:
    """The session is the same one, take-backs included."""
    desk.take("call/listen")
    session = desk.preview.kept.session  # type: ignore[union-attr]
    saved = desk.save(desk.text + "# to be read again tomorrow\n").saved
    assert saved is not None
    assert not saved.has_changed
    assert desk.preview.kept.session is session  # type: ignore[union-attr]


def test_a_save_of_the_same_text_is_no_news(desk: Desk) -> None:
    """Neither at once nor when it has settled."""
    assert desk.save(desk.text).saved is None
    assert desk.settle().saved is None


def test_reordered_choices_stay_the_ones_that_were_taken(desk: Desk) -> None:
    """Choices without an id are named by their place; their words find them in another."""
    text = desk.text.replace("      - id: listen\n        say:", "      - say:").replace(
        "      - id: shrug\n        say:", "      - say:"
    )
    desk.save(text)
    desk.take("call/1", "plan/send-on")
    shrug = "      - say: That happens.\n        respect: -1\n        goto: plan\n"
    listen = text[text.index("      - say: Tell me all") : text.index("      - id: look")]
    saved = desk.save(text.replace(shrug, "").replace(listen, shrug + listen)).saved
    assert saved is not None
    assert (saved.stands, saved.of) == (2, 2)
    assert desk.told == ["call/2", "plan/send-on"]
    assert "Tell me all of it." in str(desk.preview.kept.session.view.said)  # type: ignore[union-attr]


def test_a_renamed_choice_is_found_by_its_words(desk: Desk) -> None:
    """So are those that `check --fix` gives an id."""
    desk.take("call/listen", "plan/promise")
    desk.edit("id: listen", "id: hear-him-out")
    assert desk.told == ["call/hear-him-out", "plan/promise"]


def test_a_renamed_scene_is_found_by_its_choices(desk: Desk) -> None:
    """The scene one came through, and the one one stands in."""
    desk.take("call/listen", "plan/promise")
    desk.save(desk.text.replace("goto: plan", "goto: the-plan").replace("  plan:", "  the-plan:"))
    assert desk.told == ["call/listen", "the-plan/promise"]
    desk.save(desk.text.replace("goto: next-day", "goto: tomorrow").replace("  next-day:", "  tomorrow:"))
    assert desk.scene == "tomorrow"


def test_what_has_no_room_any_more_is_left_out_and_told(desk: Desk) -> None:
    """The valid prefix is played, and the first that is not says why."""
    desk.take("call/listen", "plan/promise", "next-day/wait")
    promise = desk.text[desk.text.index("      - id: promise") : desk.text.index("      - id: send-on")]
    saved = desk.save(desk.text.replace(promise, "")).saved
    assert saved is not None
    assert saved.refused is not None
    assert (saved.stands, saved.of, saved.refused.choice) == (1, 3, "plan/promise")
    assert saved.refused.reason == "unknown choice"
    assert desk.scene == "plan"


def test_what_was_left_out_comes_back_with_what_it_needs(desk: Desk) -> None:
    """An edit that is undone undoes its harm to the play, as long as nothing else was decided."""
    before = desk.text
    desk.take("call/listen", "plan/promise", "next-day/wait")
    desk.edit("      - id: promise\n", "      - id: promise\n        when: seen swamp\n")
    assert desk.told == ["call/listen"]
    saved = desk.save(before).saved
    assert saved is not None
    assert (saved.stands, saved.of, saved.returned) == (3, 3, 2)
    assert desk.told == ["call/listen", "plan/promise", "next-day/wait"]


def test_what_was_left_out_is_forgotten_once_something_else_is_decided(desk: Desk) -> None:
    """The new decision is what the author wants."""
    before = desk.text
    desk.take("call/listen", "plan/promise", "next-day/wait")
    desk.edit("      - id: promise\n", "      - id: promise\n        when: seen swamp\n")
    desk.take("plan/both")
    desk.save(before)
    assert desk.told == ["call/listen", "plan/both"]


def test_the_scene_one_stands_in_can_be_deleted(desk: Desk) -> None:
    """The way into it leads elsewhere now, and so does the play."""
    desk.take("call/swamp", "swamp/hold")
    text = desk.text
    swamp = text[text.index("  swamp:\n") : text.index("  nowhere:\n")]
    desk.save(text.replace(swamp, "").replace("goto: swamp", "goto: nowhere"))
    assert desk.told == ["call/swamp"]
    assert desk.preview.kept.session.view.stop is Stop.DEAD_END  # type: ignore[union-attr]
    desk.save(text)
    assert desk.told == ["call/swamp", "swamp/hold"]
    assert desk.scene == "swamp"


def test_broken_yaml_leaves_the_last_good_version_playing(desk: Desk) -> None:
    """It is told once it has settled, with its findings; mending it ends the fault and loses nothing."""
    before = desk.text
    desk.take("call/listen")
    assert desk.edit("scenes:\n", "scenes: [\n").saved is None
    saved = desk.settle().saved
    assert saved is not None
    assert not saved.is_playable
    assert not desk.preview.is_playable
    assert desk.preview.findings
    desk.take("plan/promise")
    saved = desk.save(before).saved
    assert saved is not None
    assert (saved.is_playable, saved.has_changed) == (True, False)
    assert desk.told == ["call/listen", "plan/promise"]
    assert not desk.preview.findings


def test_a_half_written_file_is_not_a_fault(desk: Desk) -> None:
    """An editor that writes into the file, and is seen on the way, ends with the whole of it."""
    before = desk.text
    desk.take("call/listen", "plan/promise")
    desk.path.write_text(before[:700], "utf-8")
    assert desk.preview.look().saved is None
    desk.path.write_text("", "utf-8")
    assert desk.preview.look().saved is None
    desk.path.write_text(before.replace("The phone rings.", "The phone rings twice."), "utf-8")
    saved = desk.preview.look().saved
    assert saved is not None
    assert saved.stands == 2
    assert desk.settle().saved is None


def test_a_file_that_is_away_for_a_moment_is_not_a_fault(desk: Desk) -> None:
    """Some editors move the old file aside before the new one is there."""
    before = desk.text
    desk.path.unlink()
    assert desk.preview.look().saved is None
    desk.path.write_text(before, "utf-8")
    assert desk.preview.look().saved is None
    assert desk.settle().saved is None
    desk.path.unlink()
    desk.preview.look()
    saved = desk.settle().saved
    assert saved is not None
    assert not saved.is_playable
    assert [finding.code for finding in desk.preview.findings] == ["file-missing"]


def test_a_file_that_is_written_twice_within_a_tick_is_read_once_more(desk: Desk) -> None:
    """Where the system's clock has not moved between, the second look after a change sees it."""
    desk.edit("The phone rings.", "The phone rang.!")
    status = desk.path.stat()
    with desk.path.open("r+b") as file:
        text = file.read().replace(b"The phone rang.!", b"The phone calls.")
        file.seek(0)
        file.write(text)
    os.utime(desk.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert desk.settle().saved is not None
    assert "The phone calls." in str(desk.preview.kept.session.view.said)  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["missing", "folder", "broken", "empty"])
def test_what_is_no_case_at_the_start_is_waited_for(desk: Desk, kind: str) -> None:
    """Findings are there, nothing is played, and a save that mends it begins the play."""
    whole = desk.text
    desk.path.unlink()
    if kind == "folder":
        desk.path.mkdir()
    elif kind != "missing":
        desk.path.write_text("title: [" if kind == "broken" else "", "utf-8")
    desk.preview = desk.open()
    assert desk.preview.kept is None
    assert desk.preview.findings
    if kind == "folder":
        desk.path.rmdir()
    saved = desk.save(whole).saved
    assert saved is not None
    assert (saved.is_playable, saved.of) == (True, 0)
    assert desk.scene == "call"


def test_a_name_that_is_nothing_has_no_file_to_wait_for(desk: Desk) -> None:
    """What is neither an id nor a file's name is told."""
    preview = desk.open("no-such-case")
    assert preview.path is None
    assert [finding.code for finding in preview.findings] == ["unknown-scenario"]


def test_habits_beside_the_file_are_watched_too(desk: Desk) -> None:
    """A habit that is written into habits.yaml is known at once."""
    words = "beaming:\n  name: Beaming\n  kind: virtue\n  text: You beam.\n"
    assert "beaming" not in desk.preview.habits
    desk.path.with_name("habits.yaml").write_text(words, "utf-8")
    desk.preview.look()
    assert "beaming" in desk.preview.habits


def test_reading_again_can_be_asked_for(desk: Desk) -> None:
    """A broken file is believed at once then."""
    desk.path.write_text("title: [", "utf-8")
    saved = desk.preview.reload().saved
    assert saved is not None
    assert not saved.is_playable


def test_points_facts_and_moods_are_seen_behind_the_play(desk: Desk) -> None:
    """What the trainee's play hides, after the decision that brought it."""
    desk.edit("        habit: [listening, give-respect]\n", "        remember: heard\n")
    desk.take("call/listen", "plan/promise")
    behind = desk.preview.backstage
    assert behind.scene == "next-day"
    assert behind.points == (2, 0, 1)
    assert behind.elapsed == 20 * 3600 + 600
    assert behind.moods == (("Reto Brunner", 0), ("Network desk", -1))
    assert behind.facts == ("heard",)
    listen = behind.deeds[0]
    assert (listen.name, listen.points, listen.remembered) == ("call/listen", (2, 0, 0), ("heard",))
    assert listen.shifts[0] == ("Reto Brunner", -1, 0)


def test_the_coach_stands_at_every_decision_after_a_save(desk: Desk) -> None:
    """Not only at the last one, as the session tells it."""
    desk.take("call/listen", "plan/send-on")
    desk.edit("He has waited long enough to be heard.", "He waited long.")
    asides = [aside for told in desk.preview.asides().values() for aside in told]
    assert [aside.because for aside in asides if isinstance(aside, Remark)] == ["He waited long."]
    assert [aside.name for aside in asides if isinstance(aside, Deed)] == ["call/listen", "plan/send-on"]


def test_ways_lead_to_every_scene_a_play_reaches(desk: Desk) -> None:
    """Scenes that only pass on included; what no play reaches has no way."""
    text = desk.text.replace("  won:\n", "  island:\n    says: Nobody comes here.\n    goto: won\n  won:\n").replace(
        "goto: nowhere\n  nowhere:\n    says:\n      - narrator: A busy tone.\n",
        "goto: nowhere\n  nowhere:\n    says:\n      - narrator: A busy tone.\n    goto: lost\n",
    )
    desk.save(text)
    found = desk.preview.find_ways()
    assert found.is_complete
    assert found.to["nowhere"] == ("call/swamp", "swamp/hang-up")
    assert found.to["call"] == ()
    assert "island" not in found.to
    places = {place.scene: place for place in desk.preview.places()}
    assert places["island"].way is None
    assert places["call"].is_here
    assert places["won"].is_ending
    assert desk.preview.go(found.to["nowhere"])
    assert desk.scene == "lost"
    assert desk.preview.passes("nowhere")


@pytest.mark.parametrize("case", SHIPPED)
def test_every_scene_of_the_shipped_cases_can_be_jumped_to(case: str) -> None:
    """The play stands in it, or has just passed through it."""
    preview = Preview(case, scenario_folders())
    ways = preview.find_ways().to
    for place in preview.places():
        assert preview.go(ways[place.scene]), place.scene
        assert preview.backstage.scene == place.scene or preview.passes(place.scene)


def test_findings_are_looked_for_after_the_play_has_gone_on(desk: Desk) -> None:
    """The look that reads does not examine; what was known stands until all is known anew."""
    seen: list[str] = []

    def examine(case: Case) -> tuple[Diagnostic, ...]:
        seen.append(case.reading.source)
        return (Diagnostic("file-name", "warning", span(desk)),)

    preview = desk.preview = Preview(str(desk.path), scenario_folders(), clock=desk.clock, examine=examine)
    assert seen == []
    assert preview.is_examining
    preview.finish_examination()
    assert len(preview.findings) == 1
    news = desk.edit("The phone rings.", "The phone rang.")
    assert news.saved is not None
    assert len(seen) == 1
    preview.finish_examination()
    assert len(seen) == 2
    assert "rang" in seen[1]


def test_a_fault_of_a_rule_is_raised_where_the_findings_are_asked_for(desk: Desk) -> None:
    """It is not swallowed on its thread."""

    def examine(_case: Case) -> tuple[Diagnostic, ...]:
        raise LookupError("a rule is at fault")

    preview = Preview(str(desk.path), scenario_folders(), clock=desk.clock, examine=examine)
    with pytest.raises(LookupError, match="a rule is at fault"):
        preview.finish_examination()


def test_findings_that_only_moved_are_neither_new_nor_gone(desk: Desk) -> None:
    """What counts is what they say."""
    one = Diagnostic("unknown-key", "error", span(desk), {"key": "mod"})
    same = Diagnostic("unknown-key", "error", span(desk, 9), {"key": "mod"})
    other = Diagnostic("unknown-key", "error", span(desk), {"key": "sasy"})
    assert difference([one], [same]) == ((), ())
    assert difference([one], [same, same]) == ((same,), ())
    assert difference([one, other], [same]) == ((), (other,))


def test_what_cannot_be_played_yet_says_so(desk: Desk) -> None:
    """Asking what is behind a play that has not begun is a fault of the caller's."""
    preview = desk.open(str(Path(desk.path.parent) / "later.yaml"))
    assert preview.places() == ()
    assert preview.asides() == {}
    with pytest.raises(ValueError, match=r"later\.yaml is not played yet"):
        _ = preview.backstage
