"""Words at the door: what is removed, what must stay."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.kernel.words import clean, cleaned
from fishbowl.domain.session import commands as c


@pytest.mark.parametrize(
    "words",
    [
        "Amira",
        "Nguyễn Thị Bích",
        "Zoë O’Connor-Łukasiewicz",
        "שָׁלוֹם",
        "می‌خواهم",  # Persian needs the zero-width non-joiner
        "क्‍ष",  # Devanagari needs the joiner
        "山田 太郎",
        "👩‍👩‍👧‍👦 family",
        "👩🏽‍🚀",
        "❤️‍🔥",
        "1️⃣",
        "a < b & c > d",
    ],
)
def test_honest_words_stay_as_they_are(words: str):
    assert clean(words) == words


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("\u202eariMA", "ariMA"),
        ("Amira\u2066\u2069\u200e\u200f\u061c", "Amira"),
        ("A\u0000m\u0007ira\u001b[31m", "Amira[31m"),
        ("Amira\nKofi\tJonas\u2028Noor", "Amira Kofi Jonas Noor"),
        ("  Amira \u3000 Kofi\u00a0 ", "Amira Kofi"),
        ("Ami\u00adra\u200b\ufeff", "Amira"),
        ("e\u0301", "é"),
        ("\ue000Amira\ud800", "Amira"),
    ],
)
def test_what_can_break_a_line_or_turn_a_name_around_is_removed(written: str, kept: str):
    assert clean(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "\u200d",
        "\u200c \u200d",
        "\u2800",
        "\u3164\u3164",
        "\u115f\uffa0",
        "\u0301",
        "\ufe0f",
    ],
)
def test_words_that_print_nothing_are_no_words(written: str):
    assert clean(written) == ""


def test_a_flood_of_marks_is_cut():
    flood = "Z" + "\u0335\u0322\u0321" * 40 + "algo" + "\u0336" * 40
    assert len(clean(flood)) == len("Zalgo") + 4 + 4


@pytest.mark.parametrize("between", ["\u200d", "\u200b", "\u202e", "\u0007"])
def test_a_flood_does_not_get_through_between_characters_that_print_nothing(between: str):
    flood = "Z" + ("\u0335" * 4 + between) * 40
    assert sum(char == "\u0335" for char in clean(flood)) == 4


def test_ten_kilobytes_are_cleaned_at_once():
    before = time.process_time()
    clean("\u202eA\u0301 " * 2_500)
    assert time.process_time() - before < 0.5


def test_every_word_of_a_command_is_cleaned():
    command = c.AskForChair(words=" pay\u202e ")
    assert cleaned(command).words == "pay"
    assert cleaned(c.BeginTopic(title="a\nb")).title == "a b"
    assert cleaned(c.ChangeSettings(event="x\u0000")).event == "x"


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(words: str):
    assert clean(clean(words)) == clean(words)
