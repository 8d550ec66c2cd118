"""The wordings of findings on what keeps a case from training anybody, by code, or by code and variant."""

from __future__ import annotations

from collections.abc import Mapping

from game.texts.wording import Wording

__all__ = ["TRAINING"]

_REASON = "Reasons are what people learn from; being told right or wrong alone changes hardly anything."
_OUTCOMES = "A case in which nobody can come to every outcome leaves trainees guessing what is at stake."
_GUESSED = "Who can guess the best answer from how it looks learns to guess, not to serve."
_LONGER = "Let the tempting answers be as long as the best one, first at: {choices}."

TRAINING: Mapping[str, Wording] = {
    "scored-without-because/choice": Wording(
        "This choice brings points and does not say why.",
        "Write the coach's sentence: `because:` and the reason for the points.",
        why=_REASON,
    ),
    "scored-without-because/silence": Wording(
        "This silence brings points and does not say why.",
        "Write the coach's sentence: `because:` and the reason for the points.",
        why=_REASON,
    ),
    "scored-without-because/kept": Wording(
        "Keeping this promise brings points and does not say why.",
        "Write the coach's sentence below `kept:`, as `because:` and the reason for the points.",
        why=_REASON,
    ),
    "scored-without-because/broken": Wording(
        "Breaking this promise brings points and does not say why.",
        "Write the coach's sentence below `broken:`, as `because:` and the reason for the points.",
        why=_REASON,
    ),
    "false-choice": Wording(
        "It makes no difference what is chosen here: the points are the same, and so is all that follows.",
        "Give the choices different points, lead them to different scenes, or let one be remembered and asked for.",
        why="Whoever notices that a decision decides nothing stops thinking about the next one.",
    ),
    "dimension-one-sided/flat": Wording(
        "Every play ends with the same points in {dimension}: {best}.",
        "Let some choices bring points in {dimension}, and others cost some.",
        why="The debrief shows a score for it all the same, and it would say nothing.",
    ),
    "dimension-one-sided/no-win": Wording(
        "Nobody can win anything in {dimension}: the best play has {best}.",
        "Let a good choice bring points in {dimension}, or a promise that is kept.",
        why="Trainees learn from it what to leave, and never what to do.",
    ),
    "dimension-one-sided/no-loss": Wording(
        "Nobody can lose anything in {dimension}: the worst play has {worst}.",
        "Let a tempting choice cost points in {dimension}, or a promise that is broken.",
        why="Where no mistake is possible, none can be recognised.",
    ),
    "outcome-missing/lost": Wording(
        "No play ends with the outcome `lost`: the customer never leaves.",
        "Add an ending with `outcome: lost`, and let the worst ways lead to it.",
        why=_OUTCOMES,
    ),
    "outcome-missing/kept": Wording(
        "No play ends with the outcome `kept`: the customer never simply stays.",
        "Add an ending with `outcome: kept`, and let the middling ways lead to it.",
        why=_OUTCOMES,
    ),
    "outcome-missing/delighted": Wording(
        "No play ends with the outcome `delighted`: the customer never brings others.",
        "Add an ending with `outcome: delighted`, and let the best ways lead to it.",
        why=_OUTCOMES,
    ),
    **{
        f"outcome-missing/{outcome}-unreached": Wording(
            f"No play ends with the outcome `{outcome}`: this ending has it, and no play reaches it.",
            "Let a way lead to `{scene}`; look at what is asked for on the way.",
            why=_OUTCOMES,
        )
        for outcome in ("lost", "kept", "delighted")
    },
    "guessable/longest": Wording(
        "Whoever always takes the longest answer scores {score} of {of}.",
        _LONGER,
        why=_GUESSED,
    ),
    "guessable/second-longest": Wording(
        "Whoever always takes the second longest answer scores {score} of {of}.",
        "Write the answers in another order of length where it matters most: {choices}.",
        why=_GUESSED,
    ),
    "guessable/shortest": Wording(
        "Whoever always takes the shortest answer scores {score} of {of}.",
        "Let the tempting answers be as short as the best one, first at: {choices}.",
        why=_GUESSED,
    ),
    "guessable/asking": Wording(
        "Whoever always takes an answer that asks a question scores {score} of {of}.",
        "Let a tempting answer ask as well, or let the best one say it without asking, first at: {choices}.",
        why=_GUESSED,
    ),
    "guessable/apologetic": Wording(
        "Whoever always takes the answer that apologises most scores {score} of {of}.",
        "Let a tempting answer apologise, or let the best one act instead, first at: {choices}.",
        why=_GUESSED,
    ),
    "guessable/promising": Wording(
        "Whoever always takes the answer that promises most ('I will …') scores {score} of {of}.",
        "Let a tempting answer promise too much, first at: {choices}.",
        why=_GUESSED,
    ),
    "guessable/polite": Wording(
        "Whoever always takes the answer with the most polite words scores {score} of {of}.",
        "Let a tempting answer be just as polite, first at: {choices}.",
        why=_GUESSED,
    ),
    "guessable/random": Wording(
        "Whoever picks answers blindly scores {score} of {of} on average.",
        "Let wrong answers cost more, or add tempting ones; they cost least in: {scenes}.",
        why=_GUESSED,
    ),
    "guessable/evenly": Wording(
        "Whoever goes by the look of the answers alone scores {score} of {of}.",
        "Let wrong answers cost more, or add tempting ones; they cost least in: {scenes}.",
        why=_GUESSED,
    ),
}
