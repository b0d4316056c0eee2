"""Scenes from real rooms: the queue."""

from fishbowl.domain.session.commands import (
    ChangeRequest,
    ChangeRules,
    GivePlace,
    KeepRequest,
    SnoozeRequest,
)
from fishbowl.domain.session.rules.queue.estimate import Pace, pace
from fishbowl.domain.session.rules.queue.orders import line
from fishbowl.views.affected import affected_people
from fishbowl.views.common import Links
from fishbowl.views.console import console_view
from fishbowl.views.order import preview_moves
from fishbowl.views.phone import me_slice, phone_view
from tests.support.phone import Phone
from tests.support.refusals import already, refused
from tests.support.room import Room


def test_scene_18_not_now_keeps_the_place_and_the_next_is_called():
    room = Room()
    room.facilitator.starts()
    amira, *_ = room.asks("Amira", "Kofi", "Jonas")
    room.facilitator.presses_space()
    amira.passes()

    assert room.queue == ["Amira", "Kofi", "Jonas"]
    assert room.request("Amira").passes == 1
    assert room.facilitator.space == "call person Kofi on chair 1"

    room.facilitator.presses_space()
    assert room.facilitator.space == "call person Amira on chair 2", "her place was kept"


def test_scene_18_when_all_have_passed_the_first_is_offered_again():
    room = Room()
    room.facilitator.starts()
    amira, kofi = room.asks("Amira", "Kofi")
    room.facilitator.presses_space()
    room.facilitator.presses_space()
    amira.passes()
    kofi.passes()
    assert room.facilitator.space == "call person Amira on chair 1"


def test_scene_18_a_call_that_is_taken_back_costs_nothing():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira", "Kofi")
    called = room.facilitator.calls("Amira", chair=1)
    room.facilitator.undoes(called)
    assert room.facilitator.space == "call person Amira on chair 1"
    assert (room.request("Amira").passes, room.request("Amira").misses) == (0, 0)


def sat_twice(room: Room, name: str) -> Phone:
    """Let somebody who has a phone sit down and leave, twice."""
    (phone,) = room.joins(name)
    for _ in range(2):
        phone.asks()
        room.facilitator.calls(name, chair=1)
        phone.is_on_the_chair()
        room.wait(minutes=4)
        phone.leaves_chair()
    return phone


def why(room: Room, name: str) -> tuple[str, int, int]:
    """Why somebody stands there: the reason, and who came later and goes first."""
    found = next(p for p in line(room.session) if room.called(p.request.person) == name)
    return found.reason, found.ahead, found.overtaken


def test_scene_13_fresh_voices_go_first_and_everybody_is_told_why():
    room = Room()
    room.facilitator.starts()
    jonas = sat_twice(room, "Jonas")
    jonas.asks()
    room.asks("Amira", "Kofi")
    assert room.queue == ["Jonas", "Amira", "Kofi"]

    room.facilitator.sends(ChangeRules(order="fresh_voices"))
    assert room.queue == ["Amira", "Kofi", "Jonas"]
    assert why(room, "Jonas") == ("behind", 2, 0)
    assert why(room, "Amira") == ("fresh_voices", 0, 0)

    shared = phone_view(room.session, Links())["queue"]
    assert shared.whys == "fresh_voices fresh_voices behind:2"
    console = console_view(room.session, Links())["queue"].items[2].why
    assert (console.reason, console.ahead, console.overtaken) == ("behind", 2, 0)
    assert room.session.rules.patience == 3


def test_scene_14_after_three_have_passed_him_he_is_first_and_stays_so():
    room = Room()
    room.facilitator.starts()
    jonas = sat_twice(room, "Jonas")
    room.facilitator.sends(ChangeRules(order="fresh_voices"))
    jonas.asks()
    for number, name in enumerate(("Amira", "Kofi", "Mei-Lin"), start=1):
        room.asks(name)
        assert room.facilitator.space.startswith(f"call person {name}")
        room.facilitator.presses_space()
        room.facilitator.confirms(name)
        assert why(room, "Jonas")[2] == number
        room.asks(f"Somebody new {number}")
        room.facilitator.removes(f"Somebody new {number}")

    room.asks("Noor", "Rafael")
    assert room.queue[0] == "Jonas"
    assert why(room, "Jonas") == ("patience", 0, 3)
    room.facilitator.sends(ChangeRules(order="lottery"))
    assert room.queue[0] == "Jonas", "a new order keeps the counts"
    assert room.facilitator.space == "call person Jonas on chair 4"


def test_scene_15_the_preview_says_who_would_move_and_confirming_moves_them():
    room = Room()
    room.facilitator.starts()
    jonas = sat_twice(room, "Jonas")
    jonas.asks()
    room.asks("Amira")
    moves = {m.person.name: m.before - m.after for m in preview_moves(room.session, "fresh_voices")}
    assert moves == {"Amira": 1, "Jonas": -1}
    assert room.queue == ["Jonas", "Amira"], "looking changes nothing"

    changed = room.facilitator.sends(ChangeRules(order="fresh_voices"))
    assert room.queue == ["Amira", "Jonas"]
    room.facilitator.undoes(changed)
    assert room.queue == ["Jonas", "Amira"]


def test_scene_16_a_reply_goes_ahead_at_most_two_in_a_row():
    room = Room(chairs=6)
    room.facilitator.starts()
    room.facilitator.begins_topic("Pay")
    room.asks("Amira", "Kofi")
    for phone, kind in zip(
        room.joins("Saoirse", "Elif", "Tomasz"), ("reply", "question", "reply"), strict=True
    ):
        phone.asks(kind=kind)

    assert room.queue == ["Saoirse", "Elif", "Amira", "Tomasz", "Kofi"]
    assert why(room, "Saoirse")[0] == "reply"
    called = []
    for _ in range(5):
        called.append(room.facilitator.space.split()[2])
        room.facilitator.presses_space()
    assert called == ["Saoirse", "Elif", "Amira", "Tomasz", "Kofi"]


def test_scene_16_replies_count_as_overtaking():
    room = Room(chairs=8)
    room.facilitator.starts()
    room.facilitator.begins_topic("Pay")
    room.facilitator.sends(ChangeRules(patience=1))
    room.asks("Amira")
    for phone in room.joins("Saoirse", "Elif"):
        phone.asks(kind="reply")
    assert room.queue == ["Saoirse", "Amira", "Elif"]


def test_scene_17_the_talk_moves_on_and_the_request_keeps_its_topic_until_its_owner_says():
    room = Room()
    room.facilitator.starts()
    room.facilitator.begins_topic("pay")
    elif_, kofi = room.asks("Elif", "Kofi")
    room.facilitator.begins_topic("trust")
    pay, trust = room.topic("pay").id, room.topic("trust").id

    mine = me_slice(room.session, elif_.person).request
    assert mine is not None
    assert mine.topic == pay
    items = console_view(room.session, Links())["queue"].items
    assert [item.topic for item in items] == [pay, pay], "the console counts who waits under it"

    elif_.sends(KeepRequest(request=room.request("Elif").id))
    assert room.request("Elif").topic == trust
    kofi.sends(ChangeRequest(request=room.request("Kofi").id, kind="reply", words="not only pay"))
    assert room.request("Kofi").topic == trust
    assert room.queue == ["Kofi", "Elif"], "a reply to what is talked about now"
    with already(room):
        elif_.sends(KeepRequest(request=room.request("Elif").id))


def test_scene_17_a_topic_that_was_merged_is_the_one_it_was_merged_into():
    room = Room()
    room.facilitator.starts()
    room.facilitator.begins_topic("pay")
    (elif_,) = room.asks("Elif")
    room.facilitator.begins_topic("money")
    merged = room.facilitator.merges_topics("pay", into="money")
    mine = me_slice(room.session, elif_.person).request
    assert mine is not None
    assert mine.topic == room.topic("money").id
    assert elif_.person in affected_people(room.session, merged), "her phone asks no more"
    with already(room):
        elif_.sends(KeepRequest(request=room.request("Elif").id))


def test_scene_18_after_three_times_not_now_she_is_asked_whether_she_still_wants_the_chair():
    room = Room()
    room.facilitator.starts()
    (amira,) = room.asks("Amira")

    def is_asked() -> bool:
        mine = me_slice(room.session, amira.person).request
        assert mine is not None
        return mine.wanted

    for times in range(1, 4):
        room.facilitator.presses_space()
        amira.passes()
        assert is_asked() == (times == 3)
    amira.sends(KeepRequest(request=room.request("Amira").id))
    assert not is_asked()
    assert (room.queue, room.request("Amira").passes) == (["Amira"], 3)


def test_scene_18_in_five_minutes_she_is_stepped_over_until_then_and_keeps_her_place():
    room = Room()
    room.facilitator.starts()
    amira, *_ = room.asks("Amira", "Kofi", "Jonas")
    amira.sends(SnoozeRequest(request=room.request("Amira").id, minutes=5))
    assert room.queue == ["Amira", "Kofi", "Jonas"]
    assert room.facilitator.space == "call person Kofi on chair 1"
    room.wait(minutes=4)
    assert why(room, "Amira")[0] == "snoozed"
    room.facilitator.pauses()
    room.wait(minutes=20)
    room.facilitator.resumes()
    assert why(room, "Amira")[0] == "snoozed", "the session clock stood"
    room.wait(minutes=1)
    assert room.facilitator.space == "call person Amira on chair 1"
    amira.sends(SnoozeRequest(request=room.request("Amira").id, minutes=5))
    amira.sends(SnoozeRequest(request=room.request("Amira").id, minutes=0))
    assert room.facilitator.space == "call person Amira on chair 1"


def test_scene_18_she_gives_her_place_to_somebody_behind_and_both_are_told():
    room = Room()
    room.facilitator.starts()
    jonas = sat_twice(room, "Jonas")
    room.facilitator.sends(ChangeRules(order="fresh_voices"))
    amira, _, noor = room.asks("Amira", "Kofi", "Noor")
    jonas.asks()
    amira.sends(GivePlace(request=room.request("Amira").id, to=room.request("Jonas").id))
    assert room.queue == ["Jonas", "Kofi", "Noor", "Amira"], "in every order"
    given = me_slice(room.session, jonas.person).request
    gave = me_slice(room.session, amira.person).request
    assert given is not None
    assert gave is not None
    assert (given.given_by.name, gave.gave_to.name) == ("Amira", "Jonas")
    room.facilitator.presses_space()
    assert not room.session.overtakes, "a gift is not overtaking"
    with refused(room, "not_behind"):
        amira.sends(GivePlace(request=room.request("Amira").id, to=room.request("Noor").id))
    with refused(room, "not_yours"):
        noor.sends(GivePlace(request=room.request("Kofi").id, to=room.request("Amira").id))


def test_scene_19_his_words_are_read_aloud_in_his_turn_and_no_chair_is_used():
    room = Room()
    room.facilitator.starts()
    room.asks("Amira")
    (bastien,) = room.joins("Bastien")
    with refused(room, "words_needed"):
        bastien.asks(kind="read_aloud")
    bastien.asks("I left because of the rota. Nobody asked.", kind="read_aloud")
    room.asks("Kofi")
    assert room.queue == ["Amira", "Bastien", "Kofi"]
    room.facilitator.presses_space()

    assert room.facilitator.space == "read aloud Bastien"
    shown = console_view(room.session, Links())["action"].next
    assert shown.words == "I left because of the rota. Nobody asked."
    read = room.facilitator.presses_space()
    assert [entry.event.name for entry in read] == ["request.read"]
    assert room.bowl == {1: "held for Amira"}
    assert room.facilitator.space == "call person Kofi on chair 2"
    assert console_view(room.session, Links())["figures"].voices == 1

    bastien.asks()
    room.asks("Elif")
    room.facilitator.sends(ChangeRules(order="fresh_voices"))
    assert room.queue == ["Kofi", "Elif", "Bastien"], "he has been heard"
    with refused(room, "undo_overtaken"):
        room.facilitator.undoes(read)


def test_scene_19_reading_aloud_needs_no_chair_and_can_be_taken_back():
    room = Room(chairs=2)
    room.facilitator.starts()
    room.facilitator.seats("Lindiwe", "Tomasz")
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    assert room.facilitator.space == "read aloud Bastien"
    read = room.facilitator.presses_space()
    assert room.queue == []
    room.facilitator.undoes(read)
    assert room.queue == ["Bastien"]
    assert console_view(room.session, Links())["figures"].voices == 2


def test_the_wait_is_estimated_from_this_session_s_real_turns():
    room = Room(chairs=3)
    room.facilitator.starts()
    for minutes in (4, 6, 10):
        assert pace(room.session) is None, "three turns say something, fewer do not"
        room.facilitator.seats(f"Somebody for {minutes}")
        room.wait(minutes=minutes)
        room.facilitator.frees(f"Somebody for {minutes}")
    middle_half = {"low_ms": 5 * 60_000 // 2, "high_ms": 8 * 60_000 // 2}  # two chairs rotate
    assert pace(room.session) == Pace(**middle_half, free=3)
    room.facilitator.seats("A", "B", "C")
    assert pace(room.session) == Pace(**middle_half, free=0)
