"""In which language the program speaks."""

from __future__ import annotations

import asyncio
import os
import plistlib
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from game.texts import LANGUAGES, _, language, preferred_language, speaking, use_language
from game.texts.language import _wishes_of_a_mac
from game.texts.moods import mood_words


def test_english_is_spoken_until_another_language_is_asked_for() -> None:
    """And again when English is asked for."""
    assert language() == "en"
    assert mood_words(0) == "calm"
    use_language("de")
    assert language() == "de"
    assert mood_words(0) == "ruhig"
    use_language("en")
    assert mood_words(0) == "calm"


def test_a_language_that_is_not_spoken_is_refused_by_name() -> None:
    """And the program goes on in the one it spoke."""
    use_language("de")
    with pytest.raises(ValueError, match="'tlh' is not one of en, de"):
        use_language("tlh")
    assert language() == "de"


def test_a_server_answers_each_in_their_own_language() -> None:
    """Tasks that take turns, and a thread beside them, do not hear of each other; nor does the process."""
    heard: list[tuple[str, str]] = []

    async def answer(tag: str) -> None:
        with speaking(tag):
            await asyncio.sleep(0)
            heard.append((tag, mood_words(0)))
            await asyncio.sleep(0)
            heard.append((tag, mood_words(0)))

    async def both() -> None:
        await asyncio.gather(answer("en"), answer("de"))

    asyncio.run(both())
    assert sorted(heard) == [("de", "ruhig"), ("de", "ruhig"), ("en", "calm"), ("en", "calm")]
    with speaking("de"), speaking("en"):
        assert language() == "en"
    with speaking("de"):
        beside: list[str] = []
        thread = threading.Thread(target=lambda: beside.append(language()))
        thread.start()
        thread.join()
        assert (beside, language()) == (["en"], "de")
    assert language() == "en"


def test_what_is_spoken_for_a_while_ends_with_an_error_too() -> None:
    """And a language that is not spoken is refused before anything changes."""
    with pytest.raises(KeyError), speaking("de"):
        raise KeyError
    with pytest.raises(ValueError, match="'tlh' is not one of en, de"), speaking("tlh"):
        pass
    assert language() == "en"


def test_values_are_filled_into_the_translation() -> None:
    """Wherever it has them."""
    use_language("de")
    assert _("{count} days", count=3) == "3\u00a0Tage"


def test_what_has_no_translation_is_said_in_english() -> None:
    """Rather than not at all."""
    use_language("de")
    assert _("Nobody ever translated {what}.", what="this") == "Nobody ever translated this."


@pytest.mark.parametrize(
    ("variables", "tag"),
    [
        ({}, "en"),
        ({"LANG": "de_CH.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "", "LC_ALL": "de_DE@euro"}, "de"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de_AT:en"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C", "LANGUAGE": "de"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, "de"),
    ],
)
def test_the_environment_says_which_language_is_preferred(
    variables: dict[str, str], tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As gettext reads it; English where the program speaks none of them."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert preferred_language(variables) == tag


def test_a_mac_says_in_its_preferences_which_language_is_preferred(tmp_path: Path) -> None:
    """Programs that are started with a double click have no LANG there."""
    preferences = tmp_path / "preferences.plist"
    assert _wishes_of_a_mac(preferences) == []
    preferences.write_bytes(plistlib.dumps({"AppleLanguages": ["de-DE", "en-DE"]}))
    assert _wishes_of_a_mac(preferences) == ["de-DE", "en-DE"]
    preferences.write_bytes(b"damaged")
    assert _wishes_of_a_mac(preferences) == []


@pytest.mark.parametrize(("tag", "opened"), [("en", ""), ("de", "players.mo")])
def test_a_catalogue_is_read_when_it_is_needed(tag: str, opened: str) -> None:
    """None for English; and the trainers' only when a sentence of theirs is said."""
    program = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "from game.texts import use_language\n"
        "from game.texts.moods import mood_words\n"
        f"use_language({tag!r})\n"
        "mood_words(0)\n"
        "print(*[path for path in opened if path.endswith(('.mo', '.po'))])\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert Path(ran.stdout.strip()).name == opened


def test_trainers_sentences_are_found_too() -> None:
    """In their own catalogue, behind the players'."""
    use_language("de")
    assert _("Keep one of the two.") == "Behalten Sie eins von beiden."


def test_commands_are_explained_in_the_language_of_the_computer() -> None:
    """What argparse says in them, too."""
    program = [sys.executable, "-m", "game", "check"]
    variables = {**os.environ, "LC_ALL": "de_DE.UTF-8", "LANGUAGE": ""}
    ran = subprocess.run([*program, "--help"], env=variables, capture_output=True, encoding="utf-8", timeout=60)
    assert ran.stdout.startswith("Aufruf: ")
    assert "diese Hilfe zeigen" in ran.stdout
    assert "sagen, was an Fällen nicht stimmt" in ran.stdout
    ran = subprocess.run([*program, "--no-such"], env=variables, capture_output=True, encoding="utf-8", timeout=60)
    assert ran.returncode == 2
    assert "Fehler: unbekannte Angaben: --no-such" in ran.stderr


def test_each_language_is_named_in_its_own_words() -> None:
    """Who looks for a language knows what it is called there."""
    assert LANGUAGES == {"en": "English", "de": "Deutsch"}
