"""A trainer's desk for tests: a house with a trainer who can sign in, a team of six that has played, another's team."""

from __future__ import annotations

import httpx

from game.leaderboard.access import DESK_COOKIE
from game.records.league import assignments, devices, players, teams, trainers
from tests.leaderboard.pages.house import CASE, SCENARIOS, House
from tests.leaderboard.pages.playing import play

__all__ = ["BROKEN", "HOSTILE", "NAME", "PASSPHRASE", "SOUND", "Desk"]

NAME = "Ida Bergström"
PASSPHRASE = "seven towels on the third floor"
HOSTILE = "<script>alert(1)</script> ' OR 1=1 -- 夜班🌙 שלום"
SOUND = (
    (SCENARIOS / f"{CASE}.yaml").read_text("utf-8").replace("title: The lost reservation", "title: The cold soup", 1)
)
BROKEN = SOUND.replace("goto: ", "goto: nowhere-", 1)
"""It leads to a scene that is not there."""


class Desk:
    """A trainer at a house, and what is there to be looked at."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.trainer = house.ask(trainers.add, NAME, PASSPHRASE, house.now).id
        self.token = house.ask(devices.let_in_trainer, self.trainer, house.now)
        self.team = house.ask(teams.make, self.trainer, HOSTILE, house.now).id
        self.foreign_team = house.team
        """Somebody else's."""
        self.foreign_assignment = house.ask(assignments.assignments_of, house.trainer, house.team)[0].id

    def client(self, token: str | None = None) -> httpx.Client:
        """Something that asks for pages as the trainer."""
        cookies = {DESK_COOKIE: token or self.token}
        return httpx.Client(base_url=self.house.address, cookies=cookies, follow_redirects=True)

    def give(self) -> str:
        """Give the team something to play; its key."""
        house, due = self.house, self.house.now + 5 * 86_400_000
        given = house.ask(
            assignments.give, self.trainer, self.team, HOSTILE, [house.revision, *house.shipped[:1]], due, house.now
        )
        return str(given.id)

    def fill(self, members: int) -> None:
        """Let people join the team and play a case; the first agrees to be named."""
        code = self.house.ask(teams.give_code, self.trainer, self.team, self.house.now)
        for place in range(members):
            joined = self.house.ask(players.join, code, f"Guest {place} of Ida", None, self.house.now)
            if place == 0:
                self.house.ask(players.agree_to_be_named, joined.player.id, is_named=True)
            with httpx.Client(
                base_url=self.house.address, cookies={"gastgeber": joined.token}, follow_redirects=True
            ) as client:
                play(client, "autumn", CASE, ["That cannot really be", "I have a room for you"])
