"""The programme of a simulated conference."""

from datetime import date
from random import Random

import pytest

from fishbowl.simulation.conference.programme import (
    CLOSING_FORMAT,
    MINUTES,
    ROOMS_MAX,
    draw_programme,
)
from fishbowl.simulation.material import BANK

FIRST = date(2026, 10, 24)
"""Daylight saving ends in the night to the second day."""


def drawn(rooms: int):
    return draw_programme(rooms, FIRST, MINUTES, Random("test"))


def slots(rooms: int):
    """All slots but the last, in which everybody is in one room."""
    found = [slot for day in drawn(rooms) for slot in day.slots]
    assert [talk.format for talk in found[-1]] == [CLOSING_FORMAT]
    return found[:-1]


@pytest.mark.parametrize("rooms", range(1, ROOMS_MAX + 1))
def test_no_two_rooms_ask_the_same_at_a_time(rooms):
    for slot in slots(rooms):
        assert len({talk.room for talk in slot}) == rooms
        assert len({talk.material.question for talk in slot}) == rooms


def test_every_question_is_asked_before_one_is_asked_again():
    asked = [talk.material.question for slot in slots(2) for talk in slot]
    assert len(set(asked[: len(BANK)])) == len(BANK)


def test_sessions_begin_at_the_same_time_of_day_whatever_the_clocks_do():
    first, second = drawn(1)
    assert (second.on - first.on).days == 1
    assert second.begins_ms - first.begins_ms == 25 * 3_600_000
    assert first.slots[0][0].starts.strftime("%H:%M") == "09:30"
    assert second.slots[0][0].starts.strftime("%H:%M") == "09:30"


def test_the_same_seed_gives_the_same_programme():
    assert drawn(3) == drawn(3)
