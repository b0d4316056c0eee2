"""Two groups: one talks and the other listens, then they change places, each with its questions."""

from tests.support.room import Room


def test_each_group_writes_questions_talks_and_listens():
    room = Room(format="two-groups")
    room.facilitator.starts()
    parts = [room.part]
    for _ in range(3):
        room.facilitator.goes_on()
        parts.append(room.part)
    assert parts == ["write_questions", "first_group", "second_group", "heard_each_other"]


def test_the_groups_change_places_all_together():
    room = Room(format="two-groups")
    assert room.session.rules.exit_rule == "group_swap"
    assert room.session.rules.order == "alternate_groups"
    room.facilitator.seats("Tomasz", "Lindiwe", "Rafael", "Mei-Lin", "Kofi", "Noor")
    room.facilitator.starts()
    room.facilitator.goes_on()
    others = room.asks("Amira", "Jonas", "Saoirse", "Elif", "Bastien", "Zoë")
    assert room.facilitator.space == "swap group"
    room.facilitator.presses_space()
    for phone in others:
        phone.is_on_the_chair()
    room.facilitator.goes_on()
    assert len(room.bowl) == 6
    assert "Tomasz" not in room.bowl.values()
