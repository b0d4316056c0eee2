"""Words are compared without accents and capitals, whatever somebody types."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fishbowl.harvest.query import TYPED_MAX, WORDS_MAX, holds, marks, read_query
from fishbowl.harvest.tokens import stream, tokens


def marked(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in marks(text, read_query(typed))]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("A Café in Łódź", "cafe lodz", ["Café", "Łódź"]),
        ("cafe", "CAFÉ", ["cafe"]),
        ("Cafe\u0301", "café", ["Cafe\u0301"]),
        ("Straßenfest", "STRASSE", ["Straßenfest"]),
        ("They leave; leaving", "leav", ["leave", "leaving"]),
        ("maintenance", "tenanc", ["maintenance"]),
        ("私の友達と話す", "友達", ["友達"]),
        ("私の友達と話す", "達", ["達"]),
        ("中文会议记录", "会议", ["会议"]),
        ("ボランティア", "ランティ", ["ランティ"]),
        ("أَهْلًا بكم", "اهلا", ["أَهْلًا"]),
        ("stay🐟here", "🐟", ["🐟"]),
        ("㈀ and (b)", "㈀", ["㈀"]),
        ("the free room", '"free room"', ["free room"]),
        ("the free rooms", '"free room"', []),
        ("a bar", "a", ["a"]),
        ("One volunteer, two volunteers", "volunteers", ["volunteer", "volunteers"]),
        ("One class", "class", ["class"]),
        ("C++ and c", "c++", ["C", "c"]),
    ],
)
def test_words_are_found(text: str, typed: str, found: list[str]):
    assert marked(text, typed) == found


@pytest.mark.parametrize("typed", ["", "   ", '"', "()", "***", "\u202e", "''"])
def test_signs_alone_are_no_words(typed: str):
    assert read_query(typed) == ()


def test_of_a_pasted_page_the_beginning_is_read():
    assert len(read_query("word " * 10_000)) == 1
    many = read_query(" ".join(f"word{n}" for n in range(5000)))
    assert len(many) == WORDS_MAX
    assert len(read_query("x" * 10_000)[0].text) <= TYPED_MAX + 10


@given(st.text(), st.text())
def test_marks_lie_inside_the_text_apart_and_in_order(text: str, typed: str):
    last = 0
    for start, end in marks(text, read_query(typed)):
        assert last <= start < end <= len(text)
        last = end


@given(st.text())
@example("㈀")
def test_tokens_hold_no_blank_and_no_sign_of_a_query(text: str):
    for token in tokens(text):
        assert token.text
        assert not set(token.text) & set(' "*():^\x00')
        assert text[token.start : token.end]


@given(st.text(max_size=60))
def test_a_text_is_found_by_itself(text: str):
    assert all(holds(stream(text), word) for word in read_query(text.replace('"', " ")))


@given(st.text())
def test_capitals_and_accents_make_no_difference(text: str):
    if text.upper().lower() == text.lower() and len(text.upper()) == len(text):
        assert stream(text.lower()) == stream(text.upper().lower())
