"""What to practise next."""

from game.learning.next_case import Proposal, Reason, next_case

__all__ = ["Proposal", "Reason", "next_case"]
