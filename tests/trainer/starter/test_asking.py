"""Asking step by step."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from game.texts import use_language
from game.trainer.starter.asking import ask, ask_name, one_of
from game.trainer.starter.template import proposed
from game.trainer.starter.wishes import CHANNELS, Unusable, Wishes


class Talk:
    """Somebody who answers in turn, and all that was asked and said."""

    def __init__(self, answers: Iterable[str] = ()) -> None:
        self._answers = iter(answers)
        self.asked: list[str] = []
        self.said: list[str] = []

    def answer(self, question: str) -> str:
        """The next answer, or Enter."""
        self.asked.append(question)
        return next(self._answers, "")

    def say(self, words: str) -> None:
        """Listen."""
        self.said.append(words)


def test_enter_takes_what_is_proposed() -> None:
    """Seven times; each question shows its proposal."""
    talk = Talk()
    assert ask("late-parcel", {}, talk.answer, talk.say) == proposed("late-parcel", "en")
    assert len(talk.asked) == 7
    assert talk.asked[1] == "Title, as it stands in the list of cases [Late parcel]: "
    assert all(question.endswith("]: ") for question in talk.asked)


def test_the_language_of_the_program_is_proposed_for_the_case() -> None:
    """Whoever reads German writes German, unless told otherwise."""
    use_language("de")
    talk = Talk()
    assert ask("x", {}, talk.answer, talk.say).language == "de"
    assert talk.asked[0].endswith(" [de]: ")


def test_what_is_answered_is_taken() -> None:
    """The language first, for the proposals after it are in that language."""
    talk = Talk(["de", "Zu spät", "Lea", "Agentin", "Reto", "chat", "2"])
    assert ask("x", {}, talk.answer, talk.say) == Wishes("x", "de", "Zu spät", "Lea", "Agentin", "Reto", "chat", 2)
    assert "[Kundendienst]" in talk.asked[3]


def test_the_questions_are_in_the_language_of_the_case() -> None:
    """As soon as it is known: whoever writes in it reads it, too."""
    german, english = Talk(["de"]), Talk(["en"])
    for talk in (german, english):
        ask("x", {}, talk.answer, talk.say)
    assert german.asked[0] == english.asked[0]
    assert german.asked[1].startswith("Titel, wie er in der Liste der Fälle steht [")
    assert not set(german.asked[1:]) & set(english.asked[1:])
    assert all(all(channel in talk.asked[5] for channel in CHANNELS) for talk in (german, english))


def test_what_is_given_is_not_asked_for() -> None:
    """Whoever says all of it is asked nothing."""
    given = {
        "language": "de",
        "title": "T",
        "you": "U",
        "role": "R",
        "customer": "C",
        "channel": "visit",
        "mood": "0",
    }
    talk = Talk()
    assert ask("x", given, talk.answer, talk.say) == Wishes("x", "de", "T", "U", "R", "C", "visit", 0)
    assert talk.asked == []


def test_a_wrong_answer_is_told_and_asked_again() -> None:
    """As often as it takes."""
    talk = Talk(["french", "en", "", "", "", "", "fax", "email", "9", "3"])
    wishes = ask("x", {}, talk.answer, talk.say)
    assert (wishes.channel, wishes.mood) == ("email", 3)
    assert [words for words in talk.said if "french" in words or "fax" in words or "'9'" in words] == talk.said[1:]


@pytest.mark.parametrize(("key", "value"), [("channel", "fax"), ("mood", "9"), ("title", " "), ("language", "fr")])
def test_a_wrong_option_is_told_before_anything_is_asked(key: str, value: str) -> None:
    """By the option's name."""
    talk = Talk()
    with pytest.raises(Unusable, match=f"^--{key}: "):
        ask("x", {key: value}, talk.answer, talk.say)
    assert talk.asked == []


def test_the_beginning_of_a_word_will_do() -> None:
    """Where it is the beginning of one only."""
    read = one_of(("chat", "counter", "visit"))
    assert [read(" Visit "), read("v"), read("co")] == ["visit", "visit", "counter"]
    with pytest.raises(Unusable, match="chat or counter or visit"):
        read("c")
    with pytest.raises(Unusable):
        read("")


def test_a_name_is_asked_for_until_it_is_one() -> None:
    """With or without the file's ending."""
    talk = Talk(["", "My Case", "my-case.yaml"])
    assert ask_name(talk.answer, talk.say) == "my-case"
    assert "How about: my-case" in talk.said[1]
