"""What each player takes, by its words."""

from __future__ import annotations

import pytest

from game.trainer.check.players import players


def taken(player: str, *words: str, language: str = "en") -> list[int]:
    """The positions of what a player takes."""
    return list(next(each for each in players(language) if each.name == player).pick(words))


def test_lengths_are_compared() -> None:
    """The longest, the one next to it, and the shortest."""
    words = ("As long as it gets.", "Short.", "Not so short.")
    assert taken("longest", *words) == [0]
    assert taken("second-longest", *words) == [2]
    assert taken("shortest", *words) == [1]


def test_equals_are_taken_equally_often() -> None:
    """Of two longest either is the second longest; where all are alike all are taken."""
    assert taken("second-longest", "Four", "Five", "No") == [0, 1]
    assert taken("second-longest", "Longest", "Four", "Five") == [1, 2]
    assert taken("apologetic", "Yes.", "No.") == [0, 1]
    assert taken("random", "Yes.", "No.", "Well.") == [0, 1, 2]


def test_a_single_choice_is_taken_by_everybody() -> None:
    """Even by whoever likes the second longest."""
    assert all(list(player.pick(["Go on."])) == [0] for player in players("en"))


def test_a_letter_of_two_characters_is_one() -> None:
    """However an umlaut is written, it is as long."""
    assert taken("longest", "fu\u0308r", "fur") == [0, 1]


@pytest.mark.parametrize(
    "asks",
    ["Since when?", "Since when? I am listening.", "“Since when?”, he asks.", "Really?!", "Seit wann?", "いつから？"],
)
def test_a_question_is_asked_with_its_mark(asks: str) -> None:
    """At the end of a sentence, wherever that stands."""
    assert taken("asking", "I am listening.", asks) == [1]


def test_a_question_mark_inside_a_word_asks_nothing() -> None:
    """An address is no question."""
    assert taken("asking", "Look at example.org/?case=3 please.", "Go on.") == [0, 1]


@pytest.mark.parametrize(
    ("player", "language", "words"),
    [
        ("apologetic", "en", "I am Sorry."),
        ("apologetic", "en", "My apologies."),
        ("apologetic", "en", "I apologise."),
        ("apologetic", "en", "We apologize for that."),
        ("apologetic", "en", "Excuse me."),
        ("apologetic", "de", "Das tut mir leid."),
        ("apologetic", "de", "Ich möchte mich entschuldigen."),
        ("apologetic", "de-CH", "Verzeihung."),
        ("apologetic", "de", "Wir bedauern das."),
        ("apologetic", "de", "Ich bitte um Versta\u0308ndnis."),
        ("promising", "en", "I'll call you."),
        ("promising", "en", "We’ll see to it."),
        ("promising", "en", "I will certainly call."),
        ("promising", "en", "I personally will call."),
        ("promising", "en", "You have my word."),
        ("promising", "de", "Ich werde Sie anrufen."),
        ("promising", "de", "Morgen werden wir liefern."),
        ("promising", "de", "Das verspreche ich Ihnen."),
        ("promising", "de", "Ich sorge dafür."),
        ("polite", "en", "Thank you."),
        ("polite", "en", "One moment, please."),
        ("polite", "en", "Would you sit down?"),
        ("polite", "de", "Bitte."),
        ("polite", "de", "Vielen Dank."),
        ("polite", "de", "Gerne."),
        ("polite", "de", "Könnten Sie kurz warten?"),
    ],
)
def test_words_are_recognised(player: str, language: str, words: str) -> None:
    """In any case, with any apostrophe, however their umlauts are written."""
    assert taken(player, "Nothing of it here: nichts.", words, language=language) == [1]


@pytest.mark.parametrize(
    ("player", "language", "words"),
    [
        ("apologetic", "en", "That is a poor excuse."),
        ("apologetic", "de", "Das Kleid ist da."),
        ("apologetic", "de", "Er leidet."),
        ("promising", "en", "Ill will helps nobody."),
        ("promising", "en", "I won't."),
        ("promising", "en", "I will not."),
        ("promising", "de", "Sie werden sehen."),
        ("polite", "en", "A kind of blender."),
        ("polite", "en", "Displeased."),
        ("polite", "de", "Das Gebiet."),
        ("polite", "de", "Sie warten."),
    ],
)
def test_words_within_others_are_not(player: str, language: str, words: str) -> None:
    """Only whole words count, and only in their sense."""
    assert taken(player, "Nothing of it here: nichts.", words, language=language) == [0, 1]


def test_who_says_more_of_it_is_taken() -> None:
    """Sorry twice is more than once."""
    assert taken("apologetic", "Sorry.", "Sorry, sorry.") == [1]


def test_players_who_need_words_play_where_there_are_lists() -> None:
    """In other languages the rest play on."""
    assert {player.name for player in players("de-AT")} - {player.name for player in players("fr")} == {
        "apologetic",
        "promising",
        "polite",
    }
