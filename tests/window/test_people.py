"""Who plays: choosing, making, changing, exporting and erasing people, all of it by keys."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from game.looks.portrait import Look, look_by_chance, look_from, words_of
from game.looks.portrait.look import BEARDS, GLASSES, HAIR, NONE, OUTFITS
from game.scenario.model import Face
from game.window.input import Back, Edit, Press, Write
from game.window.screens.people import People
from game.window.screens.people.maker import maker
from game.window.screens.people.parts import CHAPTERS, choices, chosen, with_choice
from game.window.screens.people.tile import Tile
from game.window.screens.people.wording import chapter_words, trait_words, word_for
from game.window.stage import Stage
from tests.window.gallery import nothing, on_stage, shown
from tests.window.register import SAVED, Kept


class Visit:
    """Somebody at the people's screen."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.left = 0
        self.screen = People(self.kept.register, on_back=self._leave, throw=lambda: "seven")
        self.stage: Stage = on_stage(self.screen)

    def press(self, key: str) -> None:
        """Give the focus to a widget, and press Enter."""
        self.focus(key)
        self.stage.act(Press())

    def focus(self, key: str) -> None:
        """Give the focus to a widget."""
        self.stage.shows_focus = True
        self.screen.wanted_focus = key
        self.screen.has_changed = True
        self.stage.tick(0.0)
        assert self.stage.focus is not None
        assert self.stage.focus.key == key

    def write(self, words: str) -> None:
        """Write a pseudonym in the place of the one there is."""
        self.focus("name")
        for action in (Edit.MARK_ALL, Edit.DELETE, Write(words)):
            self.stage.act(action)

    @property
    def words(self) -> str:
        """All that is there to read."""
        return shown(self.stage)

    def _leave(self) -> None:
        self.left += 1


def test_the_list_shows_everybody_and_who_plays_now() -> None:
    """Names, and a word beside the one; a pseudonym is said to be enough."""
    visit = Visit()
    for words in ("Kim", "Captain Nemo", "Somebody new", "A pseudonym is enough"):
        assert words in visit.words
    playing = next(widget for widget in visit.stage.tree.walk() if widget.key == "choose-a")
    assert playing.description == "plays now"


def test_whoever_is_chosen_plays_and_the_screen_is_left() -> None:
    """One press."""
    visit = Visit()
    visit.press("choose-b")
    assert (visit.kept.chosen, visit.left) == ("b", 1)


def test_somebody_new_gets_the_pseudonym_and_the_face_of_their_name() -> None:
    """Nothing more is asked for; they play at once."""
    visit = Visit()
    visit.press("new")
    visit.write("Grey Owl")
    assert "Play as Grey Owl" in visit.words
    visit.press("done")
    assert visit.kept.looks()["Grey Owl"] is None
    assert (visit.kept.person(visit.kept.chosen).name, visit.left) == ("Grey Owl", 1)


def test_enter_in_the_field_is_enough() -> None:
    """Name, Enter, play."""
    visit = Visit()
    visit.press("new")
    visit.write("Owl")
    visit.stage.act(Press())
    assert (visit.kept.person(visit.kept.chosen).name, visit.left) == ("Owl", 1)


def test_whoever_turns_back_before_that_was_never_there() -> None:
    """Escape makes nobody, and leads to the list; nothing is said of somebody of whom nothing was said."""
    visit = Visit()
    visit.press("new")
    visit.stage.act(Back())
    assert len(visit.kept.people) == 3
    assert "Somebody new" in visit.words
    assert visit.left == 0


def test_a_face_that_was_begun_waits_in_the_list() -> None:
    """Whoever turns back for a moment goes on where they were."""
    visit = Visit()
    visit.press("new")
    visit.write("Owl")
    visit.press("chapter-hair")
    visit.press("hair-locs")
    begun = visit.screen.draft
    visit.stage.act(Back())
    assert "begun, but not kept yet" in [widget.description for widget in visit.stage.tree.walk()]
    visit.press("new")
    assert visit.screen.draft == begun
    visit.press("done")
    assert (visit.kept.looks()["Owl"] or {})["hair"] == "locs"


@pytest.mark.parametrize(
    ("name", "told"),
    [("  ", "A name needs at least one letter or figure."), ("kim ", "Somebody called kim plays here already.")],
)
def test_what_is_amiss_with_a_name_is_said_at_its_field(name: str, told: str) -> None:
    """No dialog; the field has the focus again, and the next letter takes the words away."""
    visit = Visit()
    visit.press("new")
    visit.write(name)
    visit.press("done")
    assert told in visit.words
    assert visit.stage.focus is not None
    assert visit.stage.focus.key == "name"
    assert len(visit.kept.people) == 3
    visit.stage.act(Write("o"))
    assert told not in visit.words


def test_letters_that_are_left_out_are_told() -> None:
    """What the fonts do not have, and what is too long; all other alphabets' letters are taken."""
    visit = Visit()
    visit.press("new")
    visit.write("Zoë Łukasz😀 Ж")
    assert visit.screen.draft is not None
    assert visit.screen.draft.name == "Zoë Łukasz Ж"
    assert "letters that the game cannot draw, were left out" in visit.words
    visit.write("o" * 41)
    assert "40 letters fit. What did not fit was left out." in visit.words
    visit.write("o" * 40)
    assert "letters fit" not in visit.words


def test_blanks_within_a_name_are_one() -> None:
    """Two are a slip of the finger."""
    visit = Visit()
    visit.press("new")
    visit.write(" Zo   Li ")
    visit.press("done")
    assert visit.kept.person(visit.kept.chosen).name == "Zo Li"


def test_it_is_said_that_the_name_draws_the_face() -> None:
    """As long as it does."""
    visit = Visit()
    visit.press("new")
    assert "your name draws your face" in visit.words
    visit.press("surprise")
    assert "your name draws your face" not in visit.words


@pytest.mark.parametrize("way", ["done", "back", "escape"])
def test_what_was_changed_is_kept_whether_one_is_done_or_turns_back(way: str) -> None:
    """Pseudonym and avatar both."""
    visit = Visit()
    visit.press("change-b")
    visit.write("Ned Land")
    visit.press("chapter-hair")
    visit.press("hair-locs")
    if way == "escape":
        visit.stage.act(Back())
    else:
        visit.press(way)
    words = visit.kept.looks()["Ned Land"]
    assert words is not None
    assert words["hair"] == "locs"
    assert "Who plays" in visit.words


def test_a_tile_changes_one_part_and_leaves_the_rest() -> None:
    """What the name gave stays, but for the glasses."""
    visit = Visit()
    visit.press("change-b")
    visit.press("chapter-glasses")
    visit.press("glasses-cat-eye")
    visit.press("done")
    before, words = look_from(None, "Captain Nemo"), visit.kept.looks()["Captain Nemo"]
    assert words is not None
    after = look_from(msgspec.convert(dict(words), Face), "Captain Nemo")
    assert after == with_choice("glasses", "cat-eye", before)


def test_nothing_is_kept_where_nothing_was_changed() -> None:
    """The name still decides the face, and a name given later will."""
    visit = Visit()
    visit.press("change-b")
    visit.press("done")
    assert visit.kept.looks()["Captain Nemo"] is None


def test_a_surprise_is_another_avatar_and_the_name_can_have_its_own_back() -> None:
    """The die throws; the way back appears."""
    visit = Visit()
    visit.press("change-b")
    visit.press("surprise")
    assert visit.screen.draft is not None
    assert visit.screen.draft.look == look_by_chance("seven")
    visit.press("as-named")
    assert visit.screen.draft.words is None
    assert visit.stage.focus is not None
    assert visit.stage.focus.key == "surprise"


def test_the_moods_can_be_looked_at() -> None:
    """Pressing a small face shows it large."""
    visit = Visit()
    visit.press("change-a")
    assert "Portrait of Kim, pleased" in visit.words
    visit.press("mood--3")
    assert "Portrait of Kim, furious" in visit.words


def test_an_export_says_where_it_was_saved() -> None:
    """The whole path can be read."""
    visit = Visit()
    visit.press("change-a")
    visit.press("export")
    assert visit.kept.exported == ["a"]
    assert str(SAVED) in visit.words
    visit.press("close")
    assert str(SAVED) not in visit.words


def test_erasing_asks_first_and_says_what_will_be_gone() -> None:
    """The first answer, and Escape, keep everything."""
    visit = Visit()
    visit.press("change-a")
    for close in (lambda: visit.press("close"), lambda: visit.stage.act(Back())):
        visit.press("erase")
        assert "12 plays" in visit.words
        assert visit.stage.focus is not None
        assert visit.stage.focus.key == "close"
        close()
        assert len(visit.kept.people) == 3
    visit.press("erase")
    visit.press("erase-now")
    assert [each.name for each in visit.kept.people] == ["Captain Nemo", "Alexandra Wintergarten-Oberhuber"]
    assert "Kim" not in visit.words


def test_erasing_says_which_servers_keep_something_all_the_same() -> None:
    """Nothing of that is said to whoever joined none."""
    visit = Visit()
    visit.press("change-a")
    visit.press("erase")
    assert "stays there" not in visit.words
    visit.press("close")
    visit.kept.servers = ("https://games.hotel.example",)
    visit.press("erase")
    assert "What https://games.hotel.example keeps stays there. Leave it on the boards first." in visit.words


def test_a_trouble_is_told_and_nothing_that_was_said_is_lost() -> None:
    """The page stays as it is, to be tried again."""
    visit = Visit()
    visit.press("new")
    visit.write("Owl")
    visit.kept.trouble = "Somebody called Owl plays here already."
    visit.press("done")
    assert "Somebody called Owl plays here already." in visit.words
    visit.kept.trouble = ""
    visit.press("close")
    visit.press("done")
    assert visit.kept.person(visit.kept.chosen).name == "Owl"


def test_an_avatar_that_cannot_be_read_is_that_of_the_name() -> None:
    """A later version may have known other words."""
    visit = Visit()
    visit.kept.people[1] = type(visit.kept.people[1])("b", "Captain Nemo", {"hair": "tentacles"})
    visit.press("change-b")
    assert visit.screen.draft is not None
    assert visit.screen.draft.look == look_from(None, "Captain Nemo")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_part_has_its_words_and_exactly_one_choice_holds(chapter: str) -> None:
    """In every chapter, for a look with everything on; what is chosen is read, and so is its place."""
    look = Look(beard="goatee", glasses="round", headwear="kippa", earrings="hoops", wheelchair=True, age=50)
    assert chapter in chapter_words()
    for trait in CHAPTERS[chapter]:
        words = [word_for(trait, choice) for choice in choices(trait, look)]
        assert trait_words()[trait]
        assert len(set(words)) == len(words) > 1
        assert [choice for choice in choices(trait, look) if choice == chosen(trait, look)] == [chosen(trait, look)]
    groups = maker(look, chapter, nothing, nothing)
    tiles: list[Any] = [widget for group in groups for widget in group.walk() if isinstance(widget, Tile)]
    assert len({tile.key for tile in tiles}) == len(tiles)
    assert all(tile.place_in_set for tile in tiles)


def test_all_that_can_be_drawn_can_be_chosen() -> None:
    """No hair, beard, glasses or clothes are kept from those who play."""
    look = Look()
    for trait, words in (("hair", HAIR), ("beard", BEARDS), ("glasses", GLASSES), ("outfit", OUTFITS)):
        assert set(choices(trait, look)) == set(words)


def test_a_scarf_and_a_hat_take_each_others_place_and_keep_the_colour() -> None:
    """Nobody wears both, and a colour the other does not come in gives way."""
    scarf = with_choice("cover", "loose", with_choice("cover", "turban", Look(headwear_color="plum")))
    assert (scarf.headscarf, scarf.headscarf_worn, scarf.headwear) == ("plum", "loose", NONE)
    beanie = with_choice("cover_color", "ochre", with_choice("cover", "beanie", scarf))
    assert (beanie.headscarf, beanie.headwear, beanie.headwear_color) == (None, "beanie", "ochre")
    assert with_choice("cover", "wrapped", beanie).headscarf == "blue"
    assert choices("cover_color", with_choice("cover", NONE, beanie)) == ()


def test_a_look_is_kept_whole() -> None:
    """So that a new name does not change an avatar that was made."""
    visit = Visit()
    visit.press("change-a")
    visit.write("Robin")
    visit.press("done")
    assert visit.kept.looks()["Robin"] == words_of(
        Look(skin=3, hair="fringe", hair_color="black", glasses="round", clothes="plum", background="sage", age=26)
    )
