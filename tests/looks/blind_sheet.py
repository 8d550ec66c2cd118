"""The blind test of the six moods: twelve faces in each of them, in random order, numbered and without a word.

    python -m tests.looks.blind_sheet OUT_FOLDER SEED          draws the sheets, and their key beside them
    python -m tests.looks.blind_sheet OUT_FOLDER SEED bare     likewise, without the marks beside the heads
    python -m tests.looks.blind_sheet --score KEY ANSWERS      counts what a reader of the pictures answered

A fresh reader of pictures gets OUT_FOLDER/sheets and the six words, nothing else, and writes one line for each picture,
its number and a word: `17 worried`. A word that stands beside the right one in the order of the moods counts half.
"""

from __future__ import annotations

import io
import os
import random
import sys
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.looks.portrait import Look, expression_of, portrait
from game.looks.portrait.aura import aura
from game.looks.portrait.sitter import seated

__all__ = ["FACES", "WORDS", "draw", "read", "score"]

WORDS = ("furious", "annoyed", "worried", "calm", "pleased", "delighted")
"""What a reader chooses from, in the order of the moods."""
_FIRST = -3
_ON_A_SHEET, _COLUMNS = 12, 4
_SIDE, _RIM, _CAPTION = 200, 16, 30
_PAPER, _INK = (250, 249, 246), (28, 34, 46)

FACES = (
    Look(
        skin=2, hair="bob", glasses="round", eyes="green", outfit="blazer", clothes="red", age=41,
        earrings="studs",
    ),
    Look(
        skin=6, face="round", hair="afro", hair_color="black", eyes="dark", outfit="hoodie", background="peach",
        age=24,
    ),
    Look(
        skin=4, face="square", hair="side", hair_color="black", eyes="dark", beard="beard", outfit="collar",
        clothes="ochre", background="rose", age=38,
    ),
    Look(skin=3, headscarf="green", outfit="dress", background="sage", age=33),
    Look(
        skin=1, face="square", hair="bald", hair_color="grey", eyes="blue", glasses="square", beard="moustache",
        outfit="cardigan", clothes="slate", background="sand", age=64,
    ),
    Look(
        skin=5, face="heart", hair="locs", hair_color="black", eyes="dark", clothes="ochre", background="lilac",
        earrings="hoops", age=29,
    ),
    Look(
        skin=1, face="round", hair="waves", hair_color="red", eyes="green", outfit="dress", clothes="green",
        mark="freckles", age=20,
    ),
    Look(
        skin=2, face="heart", hair="bun", hair_color="white", eyes="blue", glasses="half-moon", outfit="cardigan",
        clothes="plum", background="rose", earrings="drops", age=83,
    ),
    Look(
        skin=4, face="square", headwear="turban", headwear_color="ochre", hair_color="black", eyes="dark",
        beard="long", outfit="suit", clothes="navy", background="sage", age=52,
    ),
    Look(
        skin=3, hair="fringe", hair_color="black", eyes="dark", outfit="turtleneck", clothes="slate",
        background="peach", wheelchair=True, age=27,
    ),
    Look(
        skin=5, face="round", hair="fade", hair_color="black", eyes="dark", outfit="workwear", clothes="ochre",
        hearing_aid="left", age=35,
    ),
    Look(
        skin=2, face="square", hair="undercut", hair_color="blond", eyes="grey", outfit="jacket",
        background="lilac", age=31,
    ),
)  # fmt: skip
"""Twelve people, as unlike as the words of `face:` allow."""


def draw(folder: Path, seed: int, *, is_bare: bool = False) -> dict[int, str]:
    """Draw the sheets into `folder`/sheets and write the key into `folder`/key; returns the key."""
    shown = [(look, mood) for look in FACES for mood in range(len(WORDS))]
    random.Random(seed).shuffle(shown)
    sheets, keys = folder / "sheets", folder / "key"
    for place in (sheets, keys):
        place.mkdir(parents=True, exist_ok=True)
    pygame.font.init()
    letters = pygame.font.Font(None, 30)
    for first in range(0, len(shown), _ON_A_SHEET):
        picture = _sheet(shown[first : first + _ON_A_SHEET], first + 1, letters, is_bare=is_bare)
        pygame.image.save(picture, sheets / f"sheet-{first // _ON_A_SHEET + 1}.png")
    key = {number: WORDS[mood] for number, (_, mood) in enumerate(shown, 1)}
    (keys / "key.txt").write_text("".join(f"{number} {word}\n" for number, word in key.items()), encoding="utf-8")
    return key


def read(text: str) -> dict[int, str]:
    """Read a key or a reader's answers: a number and a word on each line.

    Raises:
        ValueError: a line says something else; it is quoted.
    """
    answers = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        number, _, word = line.replace(":", " ").replace(",", " ").partition(" ")
        if not number.isdigit() or word.strip().lower() not in WORDS:
            raise ValueError(f"{line!r} is not a number and one of {', '.join(WORDS)}")
        answers[int(number)] = word.strip().lower()
    return answers


def score(key: Mapping[int, str], answers: Mapping[int, str]) -> float:
    """The share that was named right, 0..1; a neighbour counts half, no answer nothing."""
    worth = {0: 1.0, 1: 0.5}
    apart = (
        abs(WORDS.index(word) - WORDS.index(answers[number])) if number in answers else len(WORDS)
        for number, word in key.items()
    )
    return sum(worth.get(each, 0.0) for each in apart) / len(key)


def _sheet(shown: list[tuple[Look, int]], first: int, letters: pygame.font.Font, *, is_bare: bool) -> pygame.Surface:
    """Some portraits, each with its number under it."""
    step, rows = _SIDE + _RIM, -(-len(shown) // _COLUMNS)
    sheet = pygame.Surface((_COLUMNS * step + _RIM, rows * (step + _CAPTION) + _RIM))
    sheet.fill(_PAPER)
    for place, (look, mood) in enumerate(shown):
        x = _RIM + place % _COLUMNS * step
        y = _RIM + place // _COLUMNS * (step + _CAPTION)
        svg = portrait(look, mood + _FIRST)
        if is_bare:
            svg = svg.replace(aura(seated(look, expression_of(mood + _FIRST))), "")
        sheet.blit(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (_SIDE, _SIDE)), (x, y))
        number = letters.render(str(first + place), True, _INK)
        sheet.blit(number, (x + (_SIDE - number.get_width()) // 2, y + _SIDE + 5))
    return sheet


def _told(key: Mapping[int, str], answers: Mapping[int, str]) -> str:
    """The score, and what was taken for something else."""
    wrong = [
        f"{number}: {word}, taken for {answers.get(number, 'nothing')}"
        for number, word in key.items()
        if answers.get(number) != word
    ]
    return "\n".join([f"{score(key, answers):.1%} of {len(key)}", *wrong])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--score"]:
        print(_told(*(read(Path(path).read_text(encoding="utf-8")) for path in sys.argv[2:4])))
    else:
        draw(Path(sys.argv[1]), int(sys.argv[2]), is_bare="bare" in sys.argv[3:])
