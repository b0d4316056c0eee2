"""One typing error is forgiven, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.harvest.spelling import CORRECTIONS_MAX, corrections

KNOWN = sorted(
    ("great", "greeting", "greetings", "grating", "people", "pay", "2026", "übung", "مرحبا", "ход")
)
LETTERS = frozenset("".join(KNOWN))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("greating", ("grating", "greeting", "greetings")),
        ("geeting", ("greeting", "greetings")),
        ("greetting", ("greeting", "greetings")),
        ("greetign", ("greeting", "greetings")),
        ("reeting", ("greeting", "greetings")),
        ("peopel", ("people",)),
        ("grat", ("great",)),
        ("graet", ("great",)),
        ("poy", ()),
        ("2025", ()),
        ("مرحيا", ("مرحبا",)),
        ("grxxting", ()),
    ],
)
def test_words_near_what_was_typed(typed: str, found: tuple[str, ...]):
    assert corrections(typed, KNOWN, LETTERS) == found


@given(st.text("abc", max_size=9), st.lists(st.text("abc", min_size=2, max_size=9), max_size=60))
def test_what_was_typed_is_never_among_what_is_near_it(typed: str, known: list[str]):
    found = corrections(typed, sorted(set(known)), "abc")
    assert len(found) <= CORRECTIONS_MAX
    assert set(found) <= set(known)
