"""Who takes part in a case, and how they are drawn."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from game.scenario.values import Label, Mood, Part

__all__ = ["Face", "Person", "Player"]

Age = Annotated[int, Meta(ge=0, le=120)]
Skin = Annotated[int, Meta(ge=1, le=6)]
Hair = Literal[
    "short", "side", "quiff", "bob", "long", "bun", "pony", "curly", "afro", "braids", "cropped", "bald", "pixie",
    "fringe", "waves", "locs", "cornrows", "fade", "undercut", "receding",
]  # fmt: skip


class Face(Part, frozen=True, kw_only=True):
    """How a person is drawn; whatever is left out is derived from the name."""

    age: Annotated[
        Age | None, Meta(description="Age in years; it shows in lines and in grey hair.", examples=["58"])
    ] = None
    skin: Annotated[Skin | None, Meta(description="Skin, from 1 (lightest) to 6 (darkest).", examples=["3"])] = None
    shape: Annotated[
        Literal["oval", "round", "square", "heart"] | None,
        Meta(description="The shape of the head.", examples=["round"]),
    ] = None
    eyes: Annotated[
        Literal["brown", "dark", "hazel", "green", "blue", "grey"] | None,
        Meta(description="The colour of the eyes.", examples=["green"]),
    ] = None
    hair: Annotated[Hair | None, Meta(description="How the hair is worn.", examples=["bun"])] = None
    hair_color: Annotated[
        Literal["black", "dark-brown", "brown", "chestnut", "blond", "red", "grey", "white"] | None,
        Meta(description="The colour of the hair.", examples=["grey"]),
    ] = None
    glasses: Annotated[
        Literal["none", "round", "square", "cat-eye", "rimless", "half-moon", "dark"] | None,
        Meta(description="The kind of the glasses.", examples=["round"]),
    ] = None
    beard: Annotated[
        Literal["none", "stubble", "moustache", "goatee", "beard", "long", "sideburns"] | None,
        Meta(description="The beard, if any; `long` is a beard that reaches the chest.", examples=["moustache"]),
    ] = None
    outfit: Annotated[
        Literal["collar", "crew", "blazer", "hoodie", "jacket", "dress", "suit", "turtleneck", "cardigan", "workwear"]
        | None,
        Meta(description="What the person wears.", examples=["blazer"]),
    ] = None
    outfit_color: Annotated[
        Literal["teal", "red", "navy", "green", "plum", "ochre", "slate", "sand"] | None,
        Meta(description="The colour of what the person wears.", examples=["navy"]),
    ] = None
    headscarf: Annotated[
        Literal["blue", "green", "plum", "sand", "red", "black"] | None,
        Meta(description="A headscarf of this colour; leave it out where there is none.", examples=["plum"]),
    ] = None
    headscarf_worn: Annotated[
        Literal["wrapped", "loose", "knotted"] | None,
        Meta(
            description="How a headscarf is worn: wrapped round face and neck, loosely over the hair, or knotted above "
            "it. Left out, it is wrapped.",
            examples=["loose"],
        ),
    ] = None
    headwear: Annotated[
        Literal["none", "turban", "kippa", "beanie"] | None,
        Meta(description="What is worn on the head; under a headscarf it is not drawn.", examples=["turban"]),
    ] = None
    headwear_color: Annotated[
        Literal["blue", "green", "plum", "sand", "red", "black", "white", "ochre"] | None,
        Meta(description="The colour of turban, kippa or beanie. Left out, it is blue.", examples=["ochre"]),
    ] = None
    earrings: Annotated[
        Literal["none", "studs", "hoops", "drops"] | None, Meta(description="The earrings, if any.", examples=["hoops"])
    ] = None
    mark: Annotated[
        Literal["none", "freckles", "vitiligo", "scar", "mole"] | None,
        Meta(description="What the skin shows of its own, if anything.", examples=["freckles"]),
    ] = None
    hearing_aid: Annotated[
        Literal["none", "left", "right", "both"] | None,
        Meta(
            description="A hearing aid, on the person's own left or right, or on both sides; where a headscarf covers "
            "the ears it is not drawn.",
            examples=["left"],
        ),
    ] = None
    background: Annotated[
        Literal["sky", "peach", "lilac", "sage", "rose", "sand"] | None,
        Meta(description="The colour of the wall behind the person.", examples=["sage"]),
    ] = None
    wheelchair: Annotated[bool, Meta(description="Whether the person sits in a wheelchair.", examples=["true"])] = False


class Player(Part, frozen=True, kw_only=True):
    """Who the trainee is in this case."""

    name: Annotated[Label, Meta(description="The name the trainee has in the case.", examples=["Lea"])]
    role: Annotated[
        Label | None,
        Meta(
            description="What the trainee does, and where. Shown before the case opens.", examples=["Agent at Alpina"]
        ),
    ] = None
    face: Annotated[
        Face | None,
        Meta(
            description="How the trainee's person is drawn. Left out, it is derived from the name.",
            examples=["\n  age: 29\n  hair: bob"],
        ),
    ] = None


class Person(Part, frozen=True, kw_only=True):
    """Somebody the trainee faces."""

    name: Annotated[Label, Meta(description="The person's name, as the trainee sees it.", examples=["Reto Brunner"])]
    mood: Annotated[
        Mood,
        Meta(
            description="The mood when the case opens: -3 furious, 0 neutral, +3 delighted. "
            "What the trainee does moves it up and down.",
            examples=["-1"],
        ),
    ] = 0
    face: Annotated[
        Face | None,
        Meta(
            description="How the person is drawn; no artist needed. Left out, the face is derived from the name.",
            examples=["\n  age: 58\n  hair: bald\n  glasses: round"],
        ),
    ] = None
