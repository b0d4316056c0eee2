"""Who is suggested to whom."""

from itertools import permutations

from fishbowl.matching.choosing import choose
from fishbowl.matching.lines import Candidate, Line


def gives(giver: int, taker: int, score: float) -> Candidate:
    offer = Line(id=10 * giver, member=giver, side="offer", words="")
    need = Line(id=10 * taker + 1, member=taker, side="need", words="")
    return Candidate(offer=offer, need=need, score=score)


def pairs(candidates, **places: int) -> list[tuple[int, int]]:
    free = {int(name.removeprefix("m")): free for name, free in places.items()}
    return [one.pair for one in choose(candidates, free)]


def test_two_who_help_each_other_come_before_a_better_score():
    mutual = [gives(1, 2, 1.0), gives(2, 1, 1.0)]
    assert pairs([gives(1, 3, 9.0), *mutual], m1=1, m2=1, m3=1) == [(1, 2)]


def test_the_better_score_comes_first():
    assert pairs([gives(1, 2, 2.0), gives(3, 2, 3.0)], m1=1, m2=1, m3=1) == [(2, 3)]


def test_of_those_who_help_one_way_who_are_in_one_room_come_first():
    some = [gives(1, 2, 3.0), gives(1, 3, 2.0)]
    (found,) = choose(some, {1: 1, 2: 1, 3: 1}, together={(1, 3)})
    assert found.pair == (1, 3)


def test_nobody_gets_more_than_they_have_places_for():
    many = [gives(1, taker, 2.0) for taker in range(2, 9)]
    found = choose(many, {1: 3, **dict.fromkeys(range(2, 9), 3)})
    assert len(found) == 3


def test_who_is_not_known_to_have_a_place_gets_none():
    assert pairs([gives(1, 2, 2.0)], m1=3) == []


def test_a_pair_is_suggested_once_by_what_fits_best():
    both = [gives(1, 2, 1.5), gives(1, 2, 2.5), gives(2, 1, 1.2)]
    (found,) = choose(both, {1: 3, 2: 3})
    assert (found.there.score, found.back.score) == (2.5, 1.2)


def test_the_order_of_the_candidates_does_not_matter():
    some = [gives(1, 2, 2.0), gives(3, 2, 2.0), gives(2, 1, 1.5), gives(4, 1, 2.0)]
    places = {1: 1, 2: 2, 3: 1, 4: 1}
    assert len({tuple(one.pair for one in choose(o, places)) for o in permutations(some)}) == 1
