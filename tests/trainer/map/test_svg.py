"""The map as SVG."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from game.scenario.model import Scenario
from game.trainer.map.layout import Plan, lay_out
from game.trainer.map.lettering import wrapped
from game.trainer.map.svg import svg
from tests.trainer.map.awkward import AWKWARD, awkward_chart

SVG = "{http://www.w3.org/2000/svg}"


def drawn(plan: Plan) -> ElementTree.Element:
    """The map, read back by an XML parser."""
    return ElementTree.fromstring(svg(plan))


def styled(root: ElementTree.Element, style: str) -> list[ElementTree.Element]:
    """The elements of a class."""
    return [each for each in root.iter() if style in each.get("class", "").split()]


def test_every_scene_has_a_card_with_its_words(scenario: Scenario, plan: Plan) -> None:
    """Heading, whom one faces, and the first words, each in its own text; and a title to be read aloud."""
    cards = {each.get("data-scene"): each for each in styled(drawn(plan), "card") if each.get("data-scene")}
    assert list(cards) == list(scenario.scenes)
    for name, scene in scenario.scenes.items():
        told = " ".join(text.text or "" for text in cards[name].iter(f"{SVG}text"))
        title = cards[name].find(f"{SVG}title")
        heading = scene.ending.title if scene.ending else scene.heading or name
        assert wrapped(heading, 15, 250, 1, is_bold=True)[0].rstrip("…").split()[0] in told
        assert title is not None
        assert heading in (title.text or "")
        if scene.says:
            assert " ".join(scene.says[0].text.split()[:3]) in told
        for choice in scene.choices:
            assert " ".join((choice.say or choice.do or "").split()[:2]) in told


def test_the_best_play_is_thick_and_its_points_are_the_solvers(plan: Plan) -> None:
    """Every decision of it has a thick arrow, and no other choice has."""
    assert plan.chart.best_play is not None
    best = {each.get("data-way") for each in styled(drawn(plan), "best") if each.get("data-way")}
    passing = {card.name for card in plan.chart.cards}
    assert best - passing == set(plan.chart.best_play)


def test_colour_is_never_the_only_sign(plan: Plan) -> None:
    """Each way's points stand on the card with their sign; a silence is dashed; an ending has its outcome in words."""
    root = drawn(plan)
    badges = ["".join(each.itertext()) for each in styled(root, "points") if _is_on_a_card(root, each)]
    totals = [way.points.total for card in plan.chart.cards for way in card.ways if way.kind != "pass"]
    assert [int(badge.replace("−", "-")) for badge in badges] == totals
    dashed = {each.get("data-way") for each in styled(root, "silence") if each.get("data-way")}
    assert dashed == {way.name for card in plan.chart.cards for way in card.ways if way.kind == "silence"}
    for card, group in zip(plan.chart.cards, [each for each in styled(root, "card") if each.get("id")], strict=True):
        words = [text.text for text in group.iter(f"{SVG}text")]
        assert card.outcome is None or card.outcome.title() in words


def _is_on_a_card(root: ElementTree.Element, badge: ElementTree.Element) -> bool:
    return any(badge in list(way.iter()) for way in styled(root, "way"))


def test_nothing_is_loaded_and_nothing_runs(plan: Plan) -> None:
    """One file, without scripts, links or pictures from elsewhere."""
    root = drawn(plan)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "g", "path", "text",
    }  # fmt: skip
    assert svg(plan).replace("http://www.w3.org/2000/svg", "").count("://") == 0
    assert "url(" not in svg(plan)
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None


def test_whatever_is_written_is_text() -> None:
    """Markup, quotation marks, other alphabets and pictures come back from the parser as they were."""
    root = drawn(lay_out(awkward_chart()))
    titles = [each.text or "" for each in root.iter(f"{SVG}title")]
    for words in AWKWARD:
        assert any(words in title for title in titles), words


def test_the_same_case_is_the_same_file(tmp_path: Path) -> None:
    """Byte for byte, in every form, in whatever order a run of Python keeps its sets."""
    script = (
        "import sys; from game.trainer.map.forms import FORMS, render; "
        "from tests.trainer.map.awkward import awkward_chart; "
        "sys.stdout.buffer.write('\\0'.join(render(awkward_chart(), form) for form in FORMS).encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0].count(b"\0") == 3
    assert list(tmp_path.iterdir()) == []
