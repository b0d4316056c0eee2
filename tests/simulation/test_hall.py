"""What can be seen in the hall."""

from fishbowl.simulation.hall import Hall

AMIRA, JONAS = 3, 5


def test_somebody_walks_up_sits_and_gets_up():
    hall = Hall(watched=True)
    hall.walk_up(AMIRA)
    assert hall.is_at_chair(AMIRA)
    assert not hall.is_at_chair(JONAS)
    hall.sit(AMIRA)
    assert not hall.is_at_chair(AMIRA)
    hall.get_up(AMIRA)
    assert hall.has_got_up(AMIRA)


def test_who_comes_back_has_not_got_up():
    hall = Hall(watched=True)
    hall.get_up(AMIRA)
    hall.walk_up(AMIRA)
    assert not hall.has_got_up(AMIRA)
