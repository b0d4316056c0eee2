"""A difference, put into effect by the page's own code, gives what sending the whole would give."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fishbowl.views import sequences
from fishbowl.views.differences import WORTH_IT, difference
from fishbowl.views.sequences import edits
from tests.support.kept import Kept

encoded = msgspec.json.encode
VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "differences.json").read_text(encoding="utf-8")
)

words = st.one_of(
    st.text(max_size=40),
    st.lists(st.integers(1, 60), max_size=40).map(lambda ids: " ".join(map(str, ids))),
    st.text("nrqa", max_size=60),
    st.text(' "\\\n.', max_size=40),
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-99, 9_999), words),
    lambda inner: st.one_of(
        st.lists(inner, max_size=8),
        st.dictionaries(st.sampled_from(["id", "name", "kind", "words", "pace"]), inner),
    ),
    max_leaves=25,
)
slices = st.dictionaries(st.sampled_from(["requests", "kinds", "items", "next", "pace"]), values)


@pytest.fixture(scope="module")
def page() -> Iterator[Kept]:
    """What a page keeps."""
    with Kept() as kept:
        yield kept


def sent(page: Kept, before: Any, after: Any) -> Any:
    """What a page makes of the difference; of the whole where there is none."""
    found = difference(encoded(before), encoded(after))
    if found is None:
        return after
    assert len(found) <= WORTH_IT * len(encoded(after))
    view = {"version": 1, "now_ms": 0, "rate": 1, "whole": True, "number": 1}
    page.take({**view, "slices": {"it": before}})
    change = {"it": json.loads(found)}
    view["whole"], view["number"] = False, 2
    assert page.take({**view, "slices": {}, "differences": change})
    return page.slices["it"]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["what"])
def test_the_difference_is_the_one_that_pages_are_tested_with(case: dict[str, Any]):
    found = difference(encoded(case["before"]), encoded(case["after"]))
    assert found is not None
    assert json.loads(found) == case["difference"]


@given(before=slices, after=slices)
@settings(max_examples=150)
def test_any_two_states_are_a_difference_apart(page: Kept, before: Any, after: Any):
    assert sent(page, before, after) == after


@given(start=slices, seed=st.integers(0, 2**32))
@settings(max_examples=60)
def test_a_sequence_of_small_changes_ends_where_it_would_whole(page: Kept, start: Any, seed: int):
    draw, shown, now = random.Random(seed), start, start
    for _ in range(6):
        now = stirred(now, draw)
        shown = sent(page, shown, now)
        assert shown == now


def stirred(value: Any, draw: random.Random) -> Any:
    """The same value with a few small changes somewhere within it."""
    if isinstance(value, dict):
        return {k: stirred(v, draw) for k, v in value.items() if draw.random() > 0.05}
    if isinstance(value, list):
        kept = [stirred(item, draw) for item in value if draw.random() > 0.1]
        kept.insert(draw.randint(0, len(kept)), draw.choice([7, "n", {"id": 3, "name": "Zoë"}]))
        return kept
    if isinstance(value, str):
        at = draw.randint(0, len(value))
        return (
            value[:at] + draw.choice(["", " 77", "n", "é", '"']) + value[at + draw.randint(0, 2) :]
        )
    return value if draw.random() < 0.7 else draw.randint(0, 9)


@given(
    before=st.lists(st.sampled_from([b"a", b"b", b"c"])),
    after=st.lists(st.sampled_from([b"a", b"b", b"c"])),
)
def test_edits_are_the_way_from_one_sequence_to_the_other(before: list[bytes], after: list[bytes]):
    made, at = [], 0
    for edit in edits(before, after):
        assert before[at : at + len(edit.keep)] == edit.keep
        at += len(edit.keep)
        assert before[at : at + len(edit.drop)] == edit.drop
        at += len(edit.drop)
        made += [*edit.keep, *edit.insert]
    assert made + before[at:] == after


def test_hands_that_go_up_and_down_all_over_a_long_queue_cost_a_few_letters_each():
    line = list(range(1_000, 1_500))
    after = [one for one in line if one % 25] + [2_000, 2_001]
    kinds = "nnrnqnnann" * 50
    queue = {"requests": " ".join(map(str, line)), "kinds": kinds}
    then = {
        "requests": " ".join(map(str, after)),
        "kinds": "".join(k for k, one in zip(kinds, line, strict=True) if one % 25) + "nr",
    }
    found = difference(encoded(queue), encoded(then))
    assert found is not None
    assert len(found) < 22 * 25


def test_too_many_changes_are_not_looked_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sequences, "CHANGES_MAX", 3)
    before, after = [b"0", b"1", b"2", b"3", b"9"], [b"0", b"5", b"2", b"6", b"9"]
    assert [edit.insert for edit in edits(before, after)] == [[b"5", b"2", b"6"]]
