"""Cases for others: several in one file with all that belongs to them, and out of it again into the user's folder."""

from game.trainer.sharing.files import NotThere
from game.trainer.sharing.form import ENDING, Pack, Refused
from game.trainer.sharing.installing import Change, Plan, carry_out, plan
from game.trainer.sharing.opening import open_pack
from game.trainer.sharing.packing import Packed, gather, to_bytes
from game.trainer.sharing.renaming import new_names, renamed
from game.trainer.sharing.soundness import Look, look_through

__all__ = [
    "ENDING",
    "Change",
    "Look",
    "NotThere",
    "Pack",
    "Packed",
    "Plan",
    "Refused",
    "carry_out",
    "gather",
    "look_through",
    "new_names",
    "open_pack",
    "plan",
    "renamed",
    "to_bytes",
]
