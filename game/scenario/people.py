"""Who takes part in a case, and how they are drawn."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from game.scenario.values import Label, Mood, Part

__all__ = ["Face", "Person", "Player"]

Age = Annotated[int, Meta(ge=0, le=120)]
Skin = Annotated[int, Meta(ge=1, le=6)]


class Face(Part, frozen=True, kw_only=True):
    """How a person is drawn; whatever is left out is derived from the name."""

    age: Annotated[
        Age | None, Meta(description="Age in years; it shows in lines and in grey hair.", examples=["58"])
    ] = None
    skin: Annotated[Skin | None, Meta(description="Skin, from 1 (lightest) to 6 (darkest).", examples=["3"])] = None
    hair: Annotated[
        Literal["short", "side", "quiff", "bob", "long", "bun", "pony", "curly", "afro", "braids", "cropped", "bald"]
        | None,
        Meta(description="How the hair is worn.", examples=["bun"]),
    ] = None
    hair_color: Annotated[
        Literal["black", "dark-brown", "brown", "chestnut", "blond", "red", "grey", "white"] | None,
        Meta(description="The colour of the hair.", examples=["grey"]),
    ] = None
    glasses: Annotated[
        Literal["none", "round", "square"] | None, Meta(description="The shape of the glasses.", examples=["round"])
    ] = None
    beard: Annotated[
        Literal["none", "stubble", "moustache", "goatee", "beard"] | None,
        Meta(description="The beard, if any.", examples=["moustache"]),
    ] = None
    outfit: Annotated[
        Literal["collar", "crew", "blazer", "hoodie", "jacket", "dress"] | None,
        Meta(description="What the person wears.", examples=["blazer"]),
    ] = None
    headscarf: Annotated[
        Literal["blue", "green", "plum", "sand", "red", "black"] | None,
        Meta(description="A headscarf of this colour; leave it out where there is none.", examples=["plum"]),
    ] = None


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
