"""The line in every order: who is next, why, and how often anybody is stepped over."""

from itertools import pairwise

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.rules.floor.contributions import voices_heard
from fishbowl.domain.session.rules.queue.orders import line, preview
from tests.support.phone import Phone
from tests.support.room import Room


@pytest.fixture
def room() -> Room:
    room = Room()
    room.facilitator.starts()
    return room


def goes_by(room: Room, order: c.QueueOrder) -> None:
    room.facilitator.sends(c.ChangeRules(order=order))


def has_sat(room: Room, name: str, minutes: float = 1) -> None:
    """Let somebody come in, sit for a while, and leave."""
    room.asks(name)
    room.facilitator.calls(name, chair=1)
    room.facilitator.confirms(name)
    room.wait(minutes=minutes)
    room.facilitator.frees(name)


def call_ends(room: Room, called: Phone, end: str) -> None:
    """Let a call come to nothing."""
    if end == "passed":
        called.passes()
    elif end == "withdrawn":
        request = room.request("Amira")
        assert request.call is not None
        room.facilitator.sends(c.WithdrawCall(call=request.call))
    else:
        room.wait(minutes=2)


def reasons(room: Room) -> dict[str, str]:
    return {room.called(place.request.person): place.reason for place in line(room.session)}


def reply(room: Room, *names: str) -> None:
    for phone in room.joins(*names):
        phone.asks(kind="reply")


def test_least_floor_goes_by_time_on_a_chair_until_the_floor_is_tracked(room: Room):
    has_sat(room, "Long", minutes=5)
    has_sat(room, "Short", minutes=1)
    for phone in room.phones.values():
        phone.asks()
    room.asks("Never")
    goes_by(room, "least_floor")
    assert room.queue == ["Never", "Short", "Long"]


def test_least_floor_goes_by_the_floor_where_it_counts(room: Room):
    for name, spoken in (("Quiet", 1), ("Loud", 4)):
        room.asks(name)
        room.facilitator.calls(name, chair=1)
        room.facilitator.confirms(name)
        room.facilitator.gives_floor(name)
        room.wait(minutes=spoken)
        room.facilitator.takes_floor()
        room.wait(minutes=10 - 2 * spoken)
        room.facilitator.frees(name)
    loud, quiet = reversed(room.phones.values())
    loud.asks()
    quiet.asks()
    goes_by(room, "least_floor")
    assert room.queue == ["Quiet", "Loud"]


def test_groups_alternate_and_who_names_none_goes_by_arrival(room: Room):
    phones = room.asks("Nurse 1", "Nurse 2", "Nobody's", "Doctor 1", "Nurse 3")
    groups = ("Nurses", "nurses", "", "Doctors", "Nurses")
    for phone, group in zip(phones, groups, strict=True):
        if group:
            phone.sends(c.SetGroup(person=phone.person, group=group))
    goes_by(room, "alternate_groups")
    assert room.queue == ["Nurse 1", "Nobody's", "Nurse 2", "Doctor 1", "Nurse 3"]
    room.facilitator.presses_space()
    assert room.queue[0] == "Nobody's"


def test_the_lottery_is_drawn_once_for_everybody_and_can_be_told_from_the_log(room: Room):
    room.asks("Amira", "Kofi", "Jonas", "Elif")
    goes_by(room, "lottery")
    lots = {name: room.request(name).lot for name in room.queue}
    assert list(lots.values()) == sorted(lots.values())
    assert len(set(lots.values())) == 4


def test_who_was_overtaken_often_enough_goes_first_and_the_count_survives_a_new_order(room: Room):
    has_sat(room, "Jonas")
    room.phone_of("Jonas").asks()
    goes_by(room, "fresh_voices")
    room.asks("A", "B", "C", "D")
    assert room.queue == ["A", "B", "C", "Jonas", "D"]
    room.facilitator.presses_space()
    goes_by(room, "least_floor")
    assert room.queue == ["B", "C", "Jonas", "D"]
    assert line(room.session)[2].overtaken == 1


def test_undoing_a_call_takes_its_overtakes_back(room: Room):
    has_sat(room, "Jonas")
    room.phone_of("Jonas").asks()
    goes_by(room, "fresh_voices")
    room.asks("A")
    called = room.facilitator.presses_space()
    assert dict(room.session.overtakes) == {room.request("Jonas").id: 1}
    room.facilitator.undoes(called)
    assert not room.session.overtakes


def test_a_hand_is_not_the_order(room: Room):
    room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.calls("Jonas", chair=1)
    room.facilitator.puts("Kofi", before="Amira")
    room.facilitator.presses_space()
    assert not room.session.overtakes


def test_a_hand_moves_people_in_every_order(room: Room):
    has_sat(room, "Jonas")
    room.phone_of("Jonas").asks()
    goes_by(room, "fresh_voices")
    room.asks("Amira", "Kofi")
    room.facilitator.puts("Jonas", before="Amira")
    assert room.queue == ["Jonas", "Amira", "Kofi"]
    assert reasons(room)["Jonas"] == "hand"
    room.facilitator.puts("Amira")
    assert room.queue == ["Jonas", "Kofi", "Amira"]
    room.asks("Elif")
    assert room.queue == ["Jonas", "Kofi", "Amira", "Elif"]


def test_who_rests_is_not_overtaken(room: Room):
    amira, *_ = room.asks("Amira", "Kofi", "Jonas")
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=5))
    assert room.facilitator.space == "call person Kofi on chair 1"
    room.facilitator.presses_space()
    assert not room.session.overtakes


def test_whose_call_came_to_nothing_keeps_the_place_with_a_reason_of_its_own(room: Room):
    """Only who passed has said "not now"."""
    ends = {"passed": "resting", "missed": "absent", "withdrawn": "recalled"}
    for end, reason in ends.items():
        room = Room()
        room.facilitator.starts()
        amira, *_ = room.asks("Amira", "Kofi")
        room.facilitator.calls("Amira", chair=1)
        call_ends(room, amira, end)
        assert (room.queue, reasons(room)) == (
            ["Amira", "Kofi"],
            {"Amira": reason, "Kofi": "arrival"},
        )
        assert room.facilitator.space == "call person Kofi on chair 1"


def test_who_did_not_come_twice_waits_behind_two_others(room: Room):
    amira, *_ = room.asks("Amira", "Kofi", "Jonas", "Elif")
    for _ in range(2):
        room.facilitator.calls("Amira", chair=1)
        call_ends(room, amira, "missed")
    assert (room.queue[2], reasons(room)["Amira"]) == ("Amira", "absent_again")
    room.facilitator.presses_space()
    assert reasons(room)["Amira"] == "missed"


def test_who_did_not_come_once_and_is_put_elsewhere_was_put_there_by_hand(room: Room):
    amira, *_ = room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.calls("Amira", chair=1)
    call_ends(room, amira, "missed")
    room.facilitator.puts("Amira")
    room.facilitator.presses_space()
    assert (room.queue, reasons(room)["Amira"]) == (["Jonas", "Amira"], "hand")


def test_a_reply_under_an_old_topic_is_a_point_like_any_other(room: Room):
    room.facilitator.begins_topic("Pay")
    room.asks("Amira")
    reply(room, "Saoirse")
    assert room.queue == ["Saoirse", "Amira"]
    room.facilitator.begins_topic("Trust")
    assert room.queue == ["Amira", "Saoirse"]


def test_a_preview_says_who_moves_and_leaves_everything_as_it_is(room: Room):
    has_sat(room, "Jonas")
    room.phone_of("Jonas").asks()
    room.asks("Kofi", "Amira")
    before = room.session
    moves = {room.called(m.place.request.person): m for m in preview(before, "fresh_voices")}
    assert {name: m.before - m.after for name, m in moves.items()} == {
        "Kofi": 1, "Amira": 1, "Jonas": -2,
    }  # fmt: skip
    assert (moves["Jonas"].place.reason, moves["Jonas"].place.ahead) == ("behind", 2)
    assert room.session is before
    assert preview(before, "arrival") == ()


def test_calls_that_no_hand_makes_follow_the_order_and_count(room: Room):
    has_sat(room, "Jonas")
    room.facilitator.seats("Lindiwe", "Tomasz", "Rafael", "Mei-Lin", "Noor")
    room.phone_of("Jonas").asks()
    goes_by(room, "fresh_voices")
    room.asks("Amira", "Kofi")
    room.facilitator.sends(c.ChangeRules(entry="automatic"))
    room.facilitator.frees("Lindiwe")
    assert room.bowl[1] == "held for Amira"
    assert dict(room.session.overtakes) == {room.request("Jonas").id: 1}


def test_nobody_is_called_to_a_chair_whose_words_are_to_be_read(room: Room):
    room.facilitator.sends(c.ChangeRules(entry="automatic"))
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    room.asks("Amira")
    assert (room.bowl, room.queue) == ({1: "held for Amira"}, ["Bastien"])
    room.facilitator.confirms("Amira")
    assert room.facilitator.space == "read aloud Bastien"
    assert room.session.overtakes[room.request("Bastien").id] == 1, "and no hand went past him"


def test_ranks_stay_apart(room: Room):
    room.asks(*(f"P{n}" for n in range(5)))
    ranks = [rank for rank, _ in room.session.queue]
    assert all(lower < upper for lower, upper in pairwise(ranks))


def test_who_left_a_chair_before_the_start_is_still_a_new_voice():
    room = Room()
    room.joins("Amira")
    room.facilitator.seats_known("Amira", chair=1)
    room.wait(minutes=1)
    room.facilitator.frees("Amira")
    room.wait(minutes=1)
    room.facilitator.starts()
    has_sat(room, "Jonas")
    goes_by(room, "fresh_voices")
    for phone in reversed(room.phones.values()):
        phone.asks()
    assert room.queue == ["Amira", "Jonas"]
    assert voices_heard(room.session) == 1
