"""The map as a page."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from game.scenario.model import Scenario
from game.trainer.map.layout import Plan, lay_out
from game.trainer.map.page import page
from tests.trainer.map.awkward import AWKWARD, awkward_chart


class Read(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its text outside of style and script."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.own: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Forget what stands within a tag."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note text."""
        if self._open and self._open[-1] in ("style", "script"):
            self.own[self._open[-1]] = data
        else:
            self.text.append(data)

    def ids(self) -> list[str]:
        """Every id."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def test_every_word_of_the_case_stands_in_the_page(scenario: Scenario, plan: Plan) -> None:
    """All that is said, every choice, its reason, what is answered and felt, and how it ends."""
    told = " ".join("".join(Read(page(plan)).text).split())
    for scene in scenario.scenes.values():
        ending = [scene.ending.title, scene.ending.text or ""] if scene.ending else []
        for words in [*(said.text for said in scene.says), *ending]:
            assert " ".join(words.split()) in told
        for choice in scene.choices:
            spoken = [choice.say or choice.do or "", choice.because or "", *choice.feels.values()]
            for words in [*spoken, *(said.text for said in choice.answer)]:
                assert " ".join(words.split()) in told


def test_nothing_is_asked_of_the_network(plan: Plan) -> None:
    """No tag that loads something; and the page's own rules allow but its own style and script, by their hashes."""
    content = page(plan)
    read = Read(content)
    assert not {"link", "img", "iframe", "object", "embed", "source", "use", "image"} & {tag for tag, _ in read.tags}
    assert not any("src" in attributes or "style" in attributes for _, attributes in read.tags)
    assert all(key[:2] != "on" for _, attributes in read.tags for key in attributes)
    assert content.replace("http://www.w3.org/2000/svg", "").count("://") == 0
    policy = next(attributes["content"] for tag, attributes in read.tags if "http-equiv" in attributes)
    hashes = {kind: base64.b64encode(hashlib.sha256(own.encode()).digest()).decode() for kind, own in read.own.items()}
    assert policy == f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'"


def test_every_link_leads_to_a_scene_of_the_page(scenario: Scenario, plan: Plan) -> None:
    """No id twice, and a place for each name."""
    read = Read(page(plan))
    ids = read.ids()
    assert len(set(ids)) == len(ids)
    assert {f"words-{name}" for name in scenario.scenes} <= set(ids)
    assert {f"scene-{name}" for name in scenario.scenes} <= set(ids)
    links = [attributes["href"] for tag, attributes in read.tags if tag == "a"]
    assert links
    assert all(link.removeprefix("#") in ids for link in links)


def test_light_and_dark_have_the_same_rules() -> None:
    """What is coloured in the one is coloured in the other."""
    style = Read(page(lay_out(awkward_chart()))).own["style"]
    dark = style.split("@media (prefers-color-scheme: dark) {")[1].split("@media (prefers-contrast: more)")[0]
    light = style.split("@media (prefers-color-scheme: dark) {")[0]
    names = re.compile(r"^([^{}\n]+)\{", re.MULTILINE)
    assert names.findall(light) == names.findall(dark)
    assert light.strip() != dark.strip()


def test_whatever_is_written_is_text() -> None:
    """A script or a tag that a trainer writes is read, not run."""
    read = Read(page(lay_out(awkward_chart())))
    assert [tag for tag, _ in read.tags].count("script") == 1
    assert "b" in {tag for tag, _ in read.tags}
    told = "".join(read.text)
    for words in AWKWARD:
        assert words in told
