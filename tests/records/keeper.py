"""A process of its own that plays and keeps, again and again, until somebody stops it: python keeper.py PERSON.

It says the key of each play once its result is kept, and each name or setting once it is.
"""

from __future__ import annotations

import sys

from game.records import open_records
from tests.records.plays import BAD, BEST, GOOD, kept_play


def main(person: str) -> None:
    """Play, keep, rename, set; say so."""
    records = open_records()
    print("open", flush=True)
    number = 0
    while True:
        number += 1
        result = kept_play(records, person, (GOOD, BEST, BAD)[number % 3])
        print("play", result.session, result.score, flush=True)
        records.set_settings(person, {"number": number})
        print("settings", number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
