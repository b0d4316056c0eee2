"""Join codes: said and typed with ease, and many where strangers can try them."""

import json
import random
from pathlib import Path

import pytest

from fishbowl.access.codes import (
    DIGITS,
    LONG_WORDS,
    WORDS,
    new_code,
    normalised,
    spoken,
)

SPOKEN = json.loads((Path(__file__).parents[1] / "vectors" / "spoken.json").read_text())


@pytest.mark.parametrize(("code", "written"), SPOKEN.items())
def test_a_code_is_written_as_one_says_it(code: str, written: str) -> None:
    assert spoken(code) == written
    assert normalised(written) == normalised(written.lower().replace(" ", "-")) == code


def test_long_words_are_plain_and_none_is_there_twice() -> None:
    assert len(set(LONG_WORDS)) == len(LONG_WORDS) == 400
    assert all(len(word) == 5 and word.isascii() and word.isupper() for word in LONG_WORDS)


def test_a_long_code_is_two_words_and_four_digits() -> None:
    draw = random.Random(7).randrange
    for _ in range(100):
        first, second, digits = spoken(new_code(draw, lambda code: False, long=True)).split()
        assert {first, second} <= set(LONG_WORDS)
        assert len(digits) == 4
        assert set(digits) <= set(DIGITS)


def test_a_short_code_is_a_word_and_two_digits() -> None:
    word, digits = spoken(new_code(random.Random(7).randrange, lambda code: False)).split()
    assert word in WORDS
    assert len(digits) == 2


@pytest.mark.parametrize("long", [False, True])
def test_a_code_that_is_taken_is_not_given_again(long: bool) -> None:
    draw, taken = random.Random(7).randrange, set[str]()
    for _ in range(500):
        code = new_code(draw, taken.__contains__, long=long)
        assert code not in taken
        taken.add(code)
