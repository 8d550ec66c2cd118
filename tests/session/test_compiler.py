"""From a Scenario to its Playbook."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from game.scenario.model import Scenario
from game.scenario.revision import revision
from game.session.compiler import compile_scenario
from tests.cases import book, case, choice, ending, promise, scene, silence
from tests.effort import examples
from tests.strategies import scenarios


@examples(60)
@given(scenarios())
def test_every_name_has_a_bit_of_its_own(scenario: Scenario) -> None:
    """Facts, promises' standings, scenes seen and choices taken never stand for each other."""
    bits = compile_scenario(scenario).bits
    each = [bit for names in bits[:-1] for bit in names.values()]
    assert all(bit.bit_count() == 1 for bit in each)
    assert not any(one & other for one, other in combinations(each, 2))
    assert bits.all_marks == sum(each)
    assert set(bits.seen) == set(scenario.scenes)


def test_a_playbook_knows_its_scenario_and_revision() -> None:
    """Moves by full name, silences among them; people with the customer first."""
    scenario = case(
        people=("desk", "boss"),
        here=scene(choice("1", "end"), within="30 s", silence=silence("end")),
        end=ending(),
        call=promise(within="1 h"),
    )
    playbook = compile_scenario(scenario)
    assert (playbook.scenario, playbook.revision) == (scenario, revision(scenario))
    assert playbook.people == ("customer", "boss", "desk")
    assert list(playbook.moves) == ["here/1", "here/silence"]
    assert [each.name for each in playbook.pledges] == ["call"]


@pytest.mark.parametrize("part", [{"keep": "call"}, {"mood": {"desk": 1}}, {"when": "known"}])
def test_a_scenario_that_names_what_it_does_not_declare_is_refused(part: dict[str, object]) -> None:
    """The loader lets none such pass; a forged copy of a revision might be one."""
    with pytest.raises(KeyError):
        book(here=scene(choice("go", "end", **part)), end=ending())
    with pytest.raises(KeyError):
        book(here=scene(choice("go", "nowhere")))
