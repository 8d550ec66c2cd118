"""The boards of the server somebody joined: seasons, places, teams, cases, and the way there with a code."""

from game.window.screens.boards.boards import Boards
from game.window.screens.boards.ranked_briefing import RankedBriefing
from game.window.screens.boards.ways import BoardWays

__all__ = ["BoardWays", "Boards", "RankedBriefing"]
