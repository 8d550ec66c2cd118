"""A case with words that every form has to write with care."""

from __future__ import annotations

from typing import Any

import msgspec

from game.scenario.model import Label, Scenario, Words
from game.trainer.map.chart import Chart
from game.trainer.map.making import chart_of
from tests.cases import case, choice, ending, line, promise, scene, silence

__all__ = ["AWKWARD", "awkward_chart", "awkward_words"]

AWKWARD = (
    "<b>bold</b> & \"quoted\" 'single' </script><script>alert(1)</script>",
    "]]> --> <!-- %% %%{init: {}}%% ``` `code` *stars* _lines_ #35; #quot; $x$ | pipe ; end",
    "1. a list\n- and another [link](http://example.org) \\N \\n {brace} @ :::class",
    "\N{RIGHT-TO-LEFT OVERRIDE}turned\N{POP DIRECTIONAL FORMATTING} שלום مرحبا",
    "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL} \N{PILE OF POO} 電話が鳴る e\N{COMBINING ACUTE ACCENT}",
    "end",
)


def awkward_words() -> Scenario:
    """A scene for each of them, in which everything that can be worded is worded so."""
    scenes: dict[str, Any] = {}
    for number, words in enumerate(AWKWARD):
        following = f"scene-{number + 1}" if number + 1 < len(AWKWARD) else "close"
        spoken = choice("on", following, respect=1, because=Words(words), promise="word", answer=[], habit="listening")
        spoken = msgspec.structs.replace(
            spoken, say=Words(words), answer=(line(words),), feels={"customer": Words(words)}
        )
        scenes[f"scene-{number}"] = scene(
            spoken,
            says=[line(words, if_="open word"), line(words, who="narrator")],
            heading=Label(words),
            within="30 s",
            silence=silence(following),
        )
    scenario = case(word=promise(within="1 day"), **scenes, close=ending(says=AWKWARD[0]))
    you, him = scenario.you, scenario.customer
    return msgspec.structs.replace(
        scenario,
        title=Label(AWKWARD[0]),
        summary=Words(AWKWARD[1]),
        you=msgspec.structs.replace(you, name=Label(AWKWARD[2])),
        customer=msgspec.structs.replace(him, name=Label(AWKWARD[0])),
    )


def awkward_chart() -> Chart:
    """Its chart."""
    return chart_of("awkward", awkward_words())
