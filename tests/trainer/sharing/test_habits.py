"""Habits that travel: written for a pack, added to the user's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.loader import read_habits_text
from game.scenario.model import Habit, Label, Words
from game.trainer.sharing import Refused
from game.trainer.sharing.habits import added, written
from tests.effort import examples
from tests.trainer.sharing.conftest import HABITS

SENTENCES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn", "Cf")), min_size=1
).filter(lambda text: bool(text.strip()))


def habit(name: str = "A", text: str = "B.", *sources: str) -> Habit:
    """A virtue."""
    return Habit(name=Label(name), kind="virtue", text=Words(text), sources=tuple(map(Label, sources)))


@examples(100)
@given(SENTENCES, SENTENCES, st.lists(SENTENCES, max_size=3))
def test_what_is_written_is_read_again(name: str, text: str, sources: list[str]) -> None:
    """Whatever punctuation stands in it."""
    told = habit(name, text, *sources)
    read = read_habits_text(written({"asking": told}), "habits.yaml")
    assert (read.diagnostics, dict(read.habits)) == ((), {"asking": told})


@pytest.mark.parametrize(
    ("own", "before"),
    [
        (None, b""),
        (b"", b""),
        (b"# Mine.\n", b"# Mine.\n\n"),
        (b"mine: {name: A, kind: vice, text: B.}  # short", b"mine: {name: A, kind: vice, text: B.}  # short\n\n"),
        (b"\xef\xbb\xbfmine:\r\n  name: A\r\n  kind: vice\r\n  text: B.\r\n", None),
    ],
)
def test_new_habits_stand_below_the_users_own(own: bytes | None, before: bytes | None) -> None:
    """What stood there stays as it was to the byte, comments and line ends included."""
    addition = added(own, {"asking": habit()}, {}, "habits.yaml")
    assert addition.text is not None
    if before is None:
        assert own is not None
        assert addition.text.startswith(own + b"\r\nasking:\r\n")
        assert addition.text.count(b"\n") == addition.text.count(b"\r\n")
    else:
        assert addition.text == before + written({"asking": habit()}).encode()
    assert (addition.new, addition.clashing) == (("asking",), ())


def test_what_is_known_is_not_added() -> None:
    """Neither the user's own nor those of the program; where they mean something else, that is told."""
    own = HABITS.encode()
    same = read_habits_text(own, "habits.yaml").habits["asking"]
    assert added(own, {"asking": same}, {}, "habits.yaml") == (None, (), ())
    assert added(own, {"asking": habit()}, {}, "habits.yaml") == (None, (), ("asking",))
    assert added(None, {"asking": habit()}, {"asking": same}, "habits.yaml") == (None, (), ("asking",))
    addition = added(own, {"asking": habit(), "other": habit()}, {}, "habits.yaml")
    assert (addition.new, addition.clashing) == (("other",), ("asking",))


@pytest.mark.parametrize("own", [b"asking: yes\n", b"a: [\n", b"\xff\xfe", b"[]\n"])
def test_nothing_is_added_to_a_faulty_file(own: bytes) -> None:
    """It is the user's to mend."""
    with pytest.raises(Refused, match="Mine has a fault"):
        added(own, {"asking": habit()}, {}, "Mine")


@pytest.mark.parametrize(
    "own",
    [
        b"{mine: {name: A, kind: vice, text: B.}}\n",
        b"  mine:\n    name: A\n    kind: vice\n    text: B.\n",
        b"mine:\n  name: A\n  kind: vice\n  text: |\n    B.\n...\n",
    ],
)
def test_a_file_to_which_nothing_can_be_added_is_left_alone(own: bytes) -> None:
    """The habits are shown, to be added by hand."""
    with pytest.raises(Refused, match="nothing can be added to") as refused:
        added(own, {"asking": habit()}, {}, "Mine")
    assert written({"asking": habit()}) in str(refused.value)
