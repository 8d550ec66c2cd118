"""The parts of an avatar, and what can be chosen for each, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["chapter_words", "trait_words", "word_for"]


def chapter_words() -> Mapping[str, str]:
    """What belongs together in the maker, in its order."""
    return {
        "face": _("Face"),
        "hair": _("Hair"),
        "head": _("On the head"),
        "glasses": _("Glasses, ears"),
        "clothes": _("Clothes"),
        "around": _("Around you"),
    }


def trait_words() -> Mapping[str, str]:
    """Every trait that can be chosen."""
    return {
        "skin": _("Skin"),
        "face": _("Shape of the head"),
        "eyes": _("Eyes"),
        "age": _("Age"),
        "mark": _("Marks of the skin"),
        "hair": _("Hair"),
        "hair_color": _("Colour of the hair"),
        "beard": _("Beard"),
        "cover": _("Head covering"),
        "cover_color": _("Its colour"),
        "glasses": _("Glasses"),
        "earrings": _("Earrings"),
        "hearing_aid": _("Hearing aid"),
        "outfit": _("Clothes"),
        "clothes": _("Colour of the clothes"),
        "background": _("Wall"),
        "wheelchair": _("Wheelchair"),
    }


def word_for(trait: str, choice: object) -> str:
    """What a choice is called."""
    if trait == "skin":
        return _("{number} of {count}", number=choice, count=6)
    if trait == "age":
        return _("about {years}", years=choice)
    if choice == "none" or choice is False:
        return _("none")
    if trait in ("hair_color", "cover_color", "clothes", "eyes"):
        return _colours()[str(choice)]
    return _kinds()[trait][str(choice)]


def _colours() -> Mapping[str, str]:
    return {
        "black": _("black"),
        "dark-brown": _("dark brown"),
        "brown": _("brown"),
        "chestnut": _("chestnut"),
        "blond": _("blond"),
        "red": _("red"),
        "grey": _("grey"),
        "white": _("white"),
        "dark": _("very dark"),
        "hazel": _("hazel"),
        "green": _("green"),
        "blue": _("blue"),
        "teal": _("teal"),
        "navy": _("navy"),
        "plum": _("plum"),
        "ochre": _("ochre"),
        "slate": _("slate grey"),
        "sand": _("sand"),
    }


def _kinds() -> Mapping[str, Mapping[str, str]]:
    return {
        "face": {"oval": _("oval"), "round": _("round"), "square": _("angular"), "heart": _("heart-shaped")},
        "mark": {
            "freckles": _("freckles"),
            "vitiligo": _("vitiligo"),
            "scar": _("a scar"),
            "mole": _("a mole"),
        },
        "hair": _hair(),
        "beard": {
            "stubble": _("stubble"),
            "moustache": _("moustache"),
            "goatee": _("goatee"),
            "beard": _("full beard"),
            "long": _("long beard"),
            "sideburns": _("sideburns"),
        },
        "cover": {
            "wrapped": _("headscarf, wrapped"),
            "loose": _("headscarf, loose"),
            "knotted": _("headscarf, knotted"),
            "turban": _("turban"),
            "kippa": _("kippa"),
            "beanie": _("beanie"),
        },
        "glasses": {
            "round": _("round glasses"),
            "square": _("square glasses"),
            "cat-eye": _("cat-eye glasses"),
            "rimless": _("rimless glasses"),
            "half-moon": _("reading glasses"),
            "dark": _("dark glasses"),
        },
        "earrings": {"studs": _("studs"), "hoops": _("hoops"), "drops": _("drops")},
        "hearing_aid": {"left": _("on the left"), "right": _("on the right"), "both": _("on both sides")},
        "outfit": {
            "collar": _("shirt"),
            "crew": _("jumper"),
            "blazer": _("blazer"),
            "hoodie": _("hoodie"),
            "jacket": _("jacket"),
            "dress": _("dress"),
            "suit": _("suit and tie"),
            "turtleneck": _("polo neck"),
            "cardigan": _("cardigan"),
            "workwear": _("work jacket"),
        },
        "background": {
            "sky": _("sky blue"),
            "peach": _("peach"),
            "lilac": _("lilac"),
            "sage": _("sage"),
            "rose": _("rose"),
            "sand": _("sand"),
        },
        "wheelchair": {"True": _("in a wheelchair")},
    }


def _hair() -> Mapping[str, str]:
    return {
        "short": _("short"),
        "side": _("parted at the side"),
        "quiff": _("quiff"),
        "cropped": _("cropped"),
        "pixie": _("pixie cut"),
        "fade": _("fade"),
        "undercut": _("undercut"),
        "receding": _("receding"),
        "bald": _("bald"),
        "bob": _("bob"),
        "fringe": _("with a fringe"),
        "long": _("long"),
        "waves": _("long and wavy"),
        "bun": _("bun"),
        "pony": _("ponytail"),
        "braids": _("braids"),
        "curly": _("curls"),
        "afro": _("afro"),
        "locs": _("locs"),
        "cornrows": _("cornrows"),
    }
