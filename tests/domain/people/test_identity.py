"""Who may be the same person: asked quietly, decided by nobody but the facilitator."""

from fishbowl.domain.session.rules.people.identity import maybe_same
from tests.support.room import Room


def seated_without_a_phone(name: str = "Noor") -> Room:
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats(name)
    return room


def test_a_walk_up_who_got_the_name_of_somebody_with_a_phone_may_be_that_one():
    room = seated_without_a_phone("woman in red")
    guest = room.person("woman in red")
    (noor,) = room.joins("noor")
    assert maybe_same(room.session, guest) is None
    room.facilitator.renames("woman in red", "Noor")
    assert maybe_same(room.session, guest) == noor.person
    assert maybe_same(room.session, noor.person) is None, "asked once, not on both lines"


def test_two_who_have_sat_at_the_same_time_are_two():
    room = seated_without_a_phone()
    guest = room.person("Noor")
    (other,) = room.joins("Amira")
    room.facilitator.seats_known("Amira", 2)
    room.wait(minutes=1)
    room.facilitator.frees("Amira")
    other.renames("Noor")
    assert maybe_same(room.session, guest) is None


def test_of_two_with_phones_nobody_is_meant():
    room = seated_without_a_phone()
    guest = room.person("Noor")
    room.joins("Noor", "Noor")
    assert maybe_same(room.session, guest) is None


def test_a_hidden_name_says_nothing():
    room = seated_without_a_phone()
    guest = room.person("Noor")
    (noor,) = room.joins("Noor")
    room.facilitator.hides(noor.name)
    assert maybe_same(room.session, guest) is None


def test_without_a_name_nobody_is_like_anybody():
    room = seated_without_a_phone("")
    (guest,) = room.session.people
    room.joins("Guest 1")
    assert maybe_same(room.session, guest) is None
