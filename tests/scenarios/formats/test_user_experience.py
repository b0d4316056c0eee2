"""User-experience fishbowl: those who lived it talk as if nobody listened, then questions come."""

from tests.support.room import Room


def test_who_lived_it_stays_nobody_is_asked_to_leave():
    room = Room(format="user-experience")
    room.facilitator.starts()
    room.facilitator.goes_on()
    for chair, name in enumerate(("Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Kofi"), start=1):
        room.joins(name)
        room.facilitator.seats_known(name, chair)
    room.asks("Amira")
    room.wait(minutes=14)
    assert not room.facilitator.space.startswith("ask to make room")
    assert len(room.bowl) == 5


def test_questions_are_collected_before_the_talk_starts_again():
    room = Room(format="user-experience")
    room.facilitator.starts()
    parts = [room.part]
    for _ in range(4):
        room.facilitator.goes_on()
        parts.append(room.part)
    assert parts == [
        "welcome",
        "as_unobserved",
        "form_questions",
        "choose_questions",
        "what_so_what",
    ]
    assert room.planned == [2, 15, 4, 15, 12]
