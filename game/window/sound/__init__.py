"""What is heard: a short cue for what happens, a telephone that rings, and words for each.

Screens name a `Cue`; the stage passes it on and shows its caption. Nothing ever depends on a sound being heard.
"""

from game.window.sound.cue import Cue
from game.window.sound.silence import Silence, Sounds

__all__ = ["Cue", "Silence", "Sounds"]
