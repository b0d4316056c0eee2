"""The waiting room: when it opens, who is let in, and how a flood goes back out."""

import pytest

from fishbowl.domain.kernel.ids import PersonId
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.people import waiting_room
from fishbowl.harvest import summarise
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def expects(room: Room, people: int) -> None:
    room.facilitator.sends(c.ChangeSettings(expected_people=people))


def opens(room: Room, *, by_hand: bool | None = True) -> None:
    room.facilitator.sends(c.SetWaitingRoom(open=by_hand))


def admits_all(room: Room) -> int:
    last = max(room.session.at_the_door)
    entries = room.facilitator.sends(c.AdmitPeople(up_to=last))
    return entries[0].seq


def at_the_door(room: Room) -> list[str]:
    return [room.called(person) for person in sorted(room.session.at_the_door)]


def test_nobody_waits_where_no_size_was_given(room: Room):
    room.joins(*(f"Person {number}" for number in range(20)))
    assert (room.session.present, at_the_door(room)) == (20, [])


@pytest.mark.parametrize(("expected", "opens_at"), [(2, 3), (3, 5), (100, 150), (5_000, 5_000)])
def test_it_opens_at_one_and_a_half_times_the_expected_size(
    room: Room, expected: int, opens_at: int
):
    expects(room, expected)
    assert waiting_room.opens_at(room.session) == opens_at


def test_above_the_size_whoever_is_new_waits_and_is_counted_nowhere(room: Room):
    expects(room, 2)
    room.joins("Amira", "Kofi", "Noor", "Late", "Later")
    assert at_the_door(room) == ["Late", "Later"]
    assert room.session.present == 3
    assert summarise(room.log).figures.people == 3
    assert [person.who.name for person in summarise(room.log).people] == ["Amira", "Kofi", "Noor"]


def test_who_waits_can_do_nothing_but_leave(room: Room):
    opens(room)
    (late,) = room.joins("Late")
    for command in (c.AskForChair(), c.SuggestTopic(title="Pay"), c.AskBowl(words="Why?")):
        with refused(room, "waits_at_door"):
            late.sends(command)
    with already(room):
        late.joins("Late")
    late.sends(c.ForgetPerson(person=late.person))
    assert at_the_door(room) == []


def test_nobody_is_put_on_a_chair_from_the_door(room: Room):
    opens(room)
    (late,) = room.joins("Late")
    with refused(room, "waits_at_door"):
        room.facilitator.sends(c.SeatPerson(person=late.person, chair=1))


def test_all_who_were_seen_are_let_in_and_who_came_after_waits_on(room: Room):
    opens(room)
    seen = room.joins("Amira", "Kofi")
    after = room.joins("Noor")
    room.facilitator.sends(c.AdmitPeople(up_to=seen[-1].person))
    assert at_the_door(room) == ["Noor"]
    seen[0].asks()
    with refused(room, "waits_at_door"):
        after[0].asks()
    with already(room):
        room.facilitator.sends(c.AdmitPeople(up_to=seen[-1].person))


def test_one_is_let_in_alone_and_so_are_all_since_somebody(room: Room):
    opens(room)
    phones = room.joins("Amira", "Fake 1", "Fake 2", "Kofi", "Noor")
    one = phones[0].person
    room.facilitator.sends(c.AdmitPeople(since=one, up_to=one))
    room.facilitator.sends(c.AdmitPeople(since=phones[3].person, up_to=phones[4].person))
    assert at_the_door(room) == ["Fake 1", "Fake 2"]


def test_letting_in_can_be_taken_back_until_somebody_has_asked_for_a_chair(room: Room):
    opens(room)
    amira, _ = room.joins("Amira", "Kofi")
    action = admits_all(room)
    room.facilitator.sends(c.UndoAction(action=action))
    assert at_the_door(room) == ["Amira", "Kofi"]
    assert room.session.present == 0
    action = admits_all(room)
    amira.asks()
    with refused(room, "undo_overtaken"):
        room.facilitator.sends(c.UndoAction(action=action))


def test_by_hand_it_is_open_or_closed_whatever_the_size(room: Room):
    expects(room, 2)
    room.joins("Amira", "Kofi", "Noor")
    opens(room, by_hand=False)
    room.joins("Welcome")
    opens(room, by_hand=None)
    room.joins("Waits")
    assert at_the_door(room) == ["Waits"]
    with already(room):
        opens(room, by_hand=None)


def test_closing_it_lets_nobody_in_who_waits(room: Room):
    opens(room)
    room.joins("Amira")
    opens(room, by_hand=False)
    assert at_the_door(room) == ["Amira"]


def test_a_full_room_has_a_waiting_room_and_no_closed_door(
    room: Room, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(waiting_room, "PEOPLE_MAX", 2)
    monkeypatch.setattr(waiting_room, "WAITING_MAX", 2)
    opens(room, by_hand=False)
    room.joins("Amira", "Kofi", "Noor", "Lindiwe")
    assert at_the_door(room) == ["Noor", "Lindiwe"]
    with refused(room, "waiting_room_full"):
        Phone(room, "One too many")
    with refused(room, "limit_reached", most=2):
        admits_all(room)


def flooded(room: Room) -> tuple[Phone, ...]:
    """Five people of the hall, and a flood in the middle of them, two of whom raise a hand."""
    amira, kofi = room.joins("Amira", "Kofi")
    amira.asks()
    room.facilitator.calls("Amira", chair=1)
    amira.is_on_the_chair()
    fakes = room.joins(*(f"Fake {number}" for number in range(30)))
    for fake in fakes[:2]:
        fake.asks()
    (noor,) = room.joins("Noor")
    kofi.asks()
    return amira, kofi, noor, fakes[0], fakes[-1]


def test_a_flood_goes_back_to_the_door_in_one_action(room: Room):
    _, _, noor, first, last = flooded(room)
    room.facilitator.sends(c.RemovePeople(since=first.person, up_to=last.person))
    assert room.session.present == 3
    assert room.queue == ["Kofi"]
    assert at_the_door(room) == []
    with refused(room, "waits_at_door"):
        first.asks()
    noor.asks()
    room.joins("New")
    assert at_the_door(room) == ["New"], "from now on new people wait"


def test_who_has_sat_in_the_bowl_stays_whatever_is_sent_back(room: Room):
    flooded(room)
    room.facilitator.sends(c.RemovePeople(since=PersonId(0), up_to=PersonId(9_999)))
    assert [room.called(p.id) for p in room.session.people.values() if room.session.is_here(p)] == [
        "Amira"
    ]


def test_sending_back_is_taken_back_in_one_action_with_everybody_where_they_were(room: Room):
    _, _, _, first, last = flooded(room)
    before = room.session
    action = room.facilitator.sends(c.RemovePeople(since=first.person, up_to=last.person))[0].seq
    room.joins("New")
    first.joins("Fake 0")  # asks to be let in again
    room.facilitator.sends(c.UndoAction(action=action))
    assert room.session.present == before.present
    assert room.session.queue == before.queue
    assert room.session.door.waiting is None
    assert at_the_door(room) == ["New"]
    first.sends(c.LowerHand(request=room.session.open_request[first.person]))


def test_who_was_sent_back_asks_again_and_is_the_same_person_when_let_in(room: Room):
    _, kofi, _, first, _ = flooded(room)
    everybody = c.RemovePeople(since=PersonId(0), up_to=PersonId(9_999))
    room.facilitator.sends(everybody)
    who = kofi.person
    kofi.joins("Kofi")
    assert at_the_door(room) == ["Kofi"]
    with already(room):
        kofi.joins("Kofi")
    admits_all(room)
    assert kofi.person == who
    kofi.asks()
    assert at_the_door(room) == []
    first.joins("Fake 0")
    room.facilitator.sends(everybody)  # and once more: an earlier knock opens nothing
    assert at_the_door(room) == []


def test_a_flood_that_waits_is_sent_away_and_who_is_in_stays(room: Room):
    room.joins("Amira")
    opens(room)
    fakes = room.joins(*(f"Fake {number}" for number in range(5)))
    room.joins("Kofi")
    room.facilitator.sends(
        c.RemovePeople(since=PersonId(0), up_to=fakes[-1].person, waiting_only=True)
    )
    assert (room.session.present, at_the_door(room)) == (1, ["Kofi"])
    with already(room):
        room.facilitator.sends(
            c.RemovePeople(since=PersonId(0), up_to=fakes[-1].person, waiting_only=True)
        )


def test_nobody_without_a_phone_is_part_of_a_flood(room: Room):
    room.facilitator.sends(c.AddPeople(people=(c.NewPerson(name="Elena"),)))
    room.joins("Fake")
    room.facilitator.sends(c.RemovePeople(since=PersonId(0), up_to=PersonId(9_999)))
    assert room.session.present == 1


def test_five_thousand_made_up_people_do_not_close_a_room(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(waiting_room, "PEOPLE_MAX", 50)
    room = Room()
    fakes = room.joins(*(f"Fake {number}" for number in range(50)))
    (honest,) = room.joins("Amira")
    room.facilitator.sends(c.RemovePeople(since=fakes[0].person, up_to=fakes[-1].person))
    admits_all(room)
    room.facilitator.starts()
    honest.asks()
    assert room.queue == ["Amira"]


def test_a_locked_door_is_locked_for_who_was_sent_back_too(room: Room):
    (late,) = room.joins("Late")
    room.facilitator.sends(c.RemovePeople(since=late.person, up_to=late.person))
    room.facilitator.sends(c.LockDoor())
    assert room.session.door.waiting is True, "locking says nothing about waiting"
    with refused(room, "door_locked"):
        late.joins("Late")


def test_helpers_at_the_bowl_look_after_the_door_and_nobody_else(room: Room):
    opens(room)
    room.joins("Amira")
    with refused(room, "facilitator_only"):
        room.sends(c.AdmitPeople(up_to=PersonId(9_999)), role=Role.NOTE_TAKER)
    room.sends(c.AdmitPeople(up_to=PersonId(9_999)), role=Role.CO_FACILITATOR)
    assert room.session.present == 1
