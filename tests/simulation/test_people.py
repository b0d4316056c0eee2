"""A cast is drawn before the doors open, and is the same for the same seed."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fishbowl.domain.kernel.words import clean
from fishbowl.domain.session.commands import NAME_MAX
from fishbowl.simulation.arrivals import RUSH_SHARE, arrivals
from fishbowl.simulation.material import BANK
from fishbowl.simulation.names import ANNA, JOKER, LONGEST, NAMES, names
from fishbowl.simulation.people import DEVICE_LENGTH, PERSONALITIES, draw_people

LENGTH_S = 1800.0
RUSH_S = 90.0


def drawn(people: int, seed: str = "a"):
    return draw_people(
        people, rush_s=RUSH_S, late_s=LENGTH_S / 2, length_s=LENGTH_S, material=BANK[0], seed=seed
    )


def test_names_come_from_a_large_pool_and_pass_the_door():
    assert len(set(NAMES)) == len(NAMES) >= 80
    for name in [*NAMES, LONGEST, JOKER]:
        assert clean(name) == name
        assert len(name) <= NAME_MAX


@pytest.mark.parametrize("people", [6, 40, 200, 2000])
def test_everybody_has_a_name_of_their_own_but_for_two_annas(people):
    counted = Counter(names(people, Random(people)))
    shared = {name: count for name, count in counted.items() if count > 1}
    assert sum(counted.values()) == people
    assert shared == ({ANNA: 2} if people > 6 else {})


@given(people=st.integers(1, 300), seed=st.text(max_size=5))
def test_a_cast_has_the_right_size_and_is_in_order(people, seed):
    room = drawn(people, seed)
    assert len(room) == people
    assert list(room) == sorted(room, key=lambda person: person.arrives_s)
    assert len({person.device for person in room}) == people
    assert all(len(person.device) == DEVICE_LENGTH for person in room)


def test_the_same_seed_brings_the_same_people():
    assert drawn(40) == drawn(40)
    assert drawn(40) != drawn(40, "b")


@pytest.mark.parametrize("people", [3, 5, 12, 40, 200])
def test_somebody_suggests_topics_in_time(people):
    room = drawn(people)
    suggestions = [person.suggestion for person in room if person.suggestion]
    titles = [suggestion.title for suggestion in suggestions]
    assert len(titles) == len(set(titles)) >= 3
    assert BANK[0].threads[0].title not in titles
    assert set(titles) <= {thread.title for thread in BANK[0].threads}


def test_every_kind_of_person_is_there():
    assert {person.kind for person in drawn(40)} == set(PERSONALITIES)


def test_nobody_does_anything_before_coming():
    for person in drawn(200):
        for moment in (person.suggestion, person.absence):
            assert moment is None or moment.at_s >= person.arrives_s
        assert person.second_tab_at_s is None or person.second_tab_at_s >= person.arrives_s


def test_connections_break_and_pages_open_twice():
    room = drawn(40)
    assert any(person.absence for person in room)
    assert any(person.second_tab_at_s is not None for person in room)


def test_most_people_come_in_the_rush_and_the_rest_until_the_middle():
    times = arrivals(200, RUSH_S, LENGTH_S / 2, Random(1))
    assert sum(time <= RUSH_S for time in times) >= 200 * RUSH_SHARE
    assert sum(time <= RUSH_S / 5 for time in times) >= 60
    assert all(0 <= time <= LENGTH_S / 2 for time in times)


def test_a_rush_may_be_all_there_is():
    assert max(arrivals(50, 10.0, 5.0, Random(1))) <= 10.0
