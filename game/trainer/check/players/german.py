"""What German words apologise, promise or are polite, for the players that go by nothing else.

Patterns for words in lower case, `ß` as `ss`. The formal `Sie` is no politeness here: it stands in every sentence to a
customer, and written small it means her or them.
"""

from __future__ import annotations

import re

__all__ = ["APOLOGIES", "POLITENESS", "PROMISES"]

APOLOGIES = re.compile(
    r"\b(?:sorry|leid|pardon|entschuldig\w*|verzeih\w*|bedauer\w*|bedaur\w*|nachsicht|um verständnis)\b"
)
PROMISES = re.compile(
    r"\b(?:ich werde|werde ich|wir werden|werden wir"
    r"|(?:ich|wir) (?:versprechen?|garantieren?|verspreche|garantiere)|(?:verspreche|garantiere) ich"
    r"|(?:versprechen|garantieren) wir|(?:ich sorge|wir sorgen) dafür|dafür sorgen? (?:ich|wir)|sie haben mein wort)\b"
)
POLITENESS = re.compile(
    r"\b(?:bitte|bitten|danke|dank|bedank\w*|gerne?|freundlich\w*|herzlich\w*|höflich\w*|liebenswürdig\w*|willkommen"
    r"|(?:sehr )?geehrte[rn]?|selbstverständlich|(?:darf|dürfte) ich|(?:dürfen|dürften) wir"
    r"|(?:könnten|würden|möchten) sie)\b"
)
