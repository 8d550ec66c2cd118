"""What Home says of whoever plays: put together from what is kept and from the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.learning import next_case
from game.window.screens.home import Reception

if TYPE_CHECKING:
    from game.learning import Proposal
    from game.records import Unfinished
    from game.window.cases import Cases
    from game.window.journey.team_play import TeamPlay
    from game.window.journey.trainee import Trainee

__all__ = ["reception_of", "unfinished_of"]


def reception_of(trainee: Trainee, cases: Cases, team: TeamPlay, *, knows_the_way: bool) -> Reception:
    """All that is known by now; `knows_the_way`: somebody said that they need no welcome."""
    has_played = bool(trainee.history or trainee.shelf.unfinished or trainee.shelf.damaged)
    is_new = not has_played and not trainee.trouble if trainee.is_known else trainee.is_new
    return Reception(
        is_ready=trainee.is_known,
        name=trainee.name,
        look=trainee.look,
        unfinished=unfinished_of(trainee, cases),
        damaged=trainee.shelf.damaged,
        history=trainee.history,
        progress=trainee.progress,
        proposal=_proposal(trainee, cases),
        is_first=is_new and not knows_the_way and not team.is_member,
        is_member=team.is_member,
        news=team.news,
        trouble=trainee.trouble,
    )


def unfinished_of(trainee: Trainee, cases: Cases) -> tuple[Unfinished, ...]:
    """The plays that can be gone on with, their titles as the cases are told."""
    offered = (each for each in trainee.shelf.unfinished if not each.is_stuck or each.mode == "practice")
    return tuple(each._replace(title=cases.words.title(each.scenario, each.title)) for each in offered)


def _proposal(trainee: Trainee, cases: Cases) -> Proposal | None:
    """What to practise next; None until all is known. What is only to be gone on with waits already."""
    if not (cases.is_read and trainee.is_known):
        return None
    every = {each.id: each.original for each in cases.playable()}
    begun = {each.scenario for each in trainee.shelf.unfinished}
    offered = {case: scenario for case, scenario in every.items() if case not in begun} or every
    played = [each.scenario for each in trainee.history if each.mode != "mirror"]
    progress = trainee.progress
    just_played = played[0] if played else None
    return next_case(offered, progress.bests, path=cases.lessons, practised=progress.tried, just_played=just_played)
