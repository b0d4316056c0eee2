"""The people of a simulated conference."""

from dataclasses import replace
from random import Random

from fishbowl.simulation.conference.visitors import DOMAIN, draw_visitors

PEOPLE, INVITED = 200, 6


def test_who_is_invited_has_an_address_and_comes_on_both_days():
    for one in draw_visitors(PEOPLE, INVITED, Random("test"))[:INVITED]:
        assert one.is_invited
        assert one.address.endswith(f"@{DOMAIN}")
        assert one.days == {0, 1}


def test_there_are_all_kinds():
    people = draw_visitors(PEOPLE, INVITED, Random("test"))
    assert len({one.device for one in people}) == PEOPLE
    assert len({one.address for one in people if one.address}) > PEOPLE / 5
    assert any(one.hesitates is None for one in people)
    assert any(one.contact for one in people)
    assert any(not one.confirms for one in people)
    assert {one.days for one in people} == {frozenset({0}), frozenset({1}), frozenset({0, 1})}
    assert not any(one.address and one.hesitates is None and not one.is_invited for one in people)


def test_people_differ_in_how_they_are_with_others():
    people = [one.manner for one in draw_visitors(PEOPLE, INVITED, Random("test"))]
    for told in (
        "gives",
        "looks_for",
        "shares",
        "is_silent",
        "is_late",
        "is_busy",
        "drops_out",
        "years",
    ):
        assert 0 < sum(bool(getattr(one, told)) for one in people) < PEOPLE, told
    assert not any({*one.gives} & {*one.looks_for} for one in people)
    draw = Random("test")
    first = replace(people[0], is_busy=False)
    assert {people[0].wants_to_meet(draw) for _ in range(50)} == {True, False}
    assert {first.check_in(draw) for _ in range(50)} == {"met", "not_yet", "will_not"}
    assert len({people[0].outcome(draw) for _ in range(50)}) == 3
