"""What English words apologise, promise or are polite, for the players that go by nothing else.

Patterns for words in lower case, with straight apostrophes. Forms of words are written out where a longer word would
mean something else; whoever adds some thinks of what people say at a counter, not of a dictionary.
"""

from __future__ import annotations

import re

__all__ = ["APOLOGIES", "POLITENESS", "PROMISES"]

APOLOGIES = re.compile(
    r"\b(?:sorry|apolog(?:y|ies|i[sz]e[sd]?|i[sz]ing|etic)|forgive(?:ness)?|pardon"
    r"|excuse (?:me|us|my|our|the)|regret(?:s|ted|ting|tabl[ey]|fully)?)\b"
)
PROMISES = re.compile(
    r"\b(?:(?:i|we)'ll|(?:i|we)(?: \w+ly)? (?:will(?! not)|shall|promise|guarantee)|(?:i|we) (?:can|do) promise"
    r"|i'm going to|we're going to|(?:i am|we are) going to|you have (?:my|our) word|(?:you|that)'s a promise)\b"
)
POLITENESS = re.compile(
    r"\b(?:please|thanks?|thank(?:ed|ful|fully|ing)|grateful|kind(?:ly|est)|appreciate[sd]?|welcome|pleasure|pleased"
    r"|gladly|(?:glad|happy) to|may i|might i|(?:could|would) you|sir|ma'am|madam|dear)\b"
)
