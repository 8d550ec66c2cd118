"""Ranked play in the terminal: joining a team, choosing a case of a season, and the conversation over a network."""

from game.terminal.ranked.playing import Wish, play_ranked

__all__ = ["Wish", "play_ranked"]
