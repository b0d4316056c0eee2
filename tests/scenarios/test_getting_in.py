"""Scenes from real rooms: how one gets into the bowl."""

from tests.scenarios.bowl import started
from tests.support.refusals import already

# Scene 2


def test_scene_2_two_thumbs_take_the_last_chair_and_one_of_them_sits():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(entry="free")
    jonas, amira = room.joins("Jonas", "Amira")

    (sat,) = jonas.takes_chair(3)
    (waits,) = amira.takes_chair(3)

    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 3: "Jonas"}
    assert sat.event.name == "chair.taken"
    assert waits.event.name == "queue.joined", "the answer names a request instead of a turn"
    assert room.queue == ["Amira"]


def test_scene_2_with_another_chair_open_both_sit():
    room = started("Tomasz", chairs=3)
    room.facilitator.changes_rules(entry="free")
    jonas, amira = room.joins("Jonas", "Amira")
    jonas.takes_chair(3)
    amira.takes_chair(3)
    assert room.bowl == {1: "Tomasz", 2: "Amira", 3: "Jonas"}


def test_scene_2_a_second_tap_is_true_already_and_who_waits_keeps_the_place():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(entry="free")
    jonas, amira = room.joins("Jonas", "Amira")
    jonas.takes_chair(3)
    with already(room, "already_seated_there", chair=3):
        jonas.takes_chair(3)
    amira.takes_chair(3)
    with already(room, "already_so"):
        amira.takes_chair(3)
    jonas.leaves_chair()
    amira.takes_chair(3)
    assert (room.bowl[3], room.queue) == ("Amira", [])


def test_under_free_entry_who_asks_while_no_chair_is_free_joins_the_queue():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.changes_rules(entry="free")
    room.asks("Amira")
    assert room.queue == ["Amira"]


def test_a_thumb_that_comes_after_the_rule_has_changed_is_a_hand():
    room = started("Tomasz")
    room.facilitator.changes_rules(entry="free")
    (jonas,) = room.joins("Jonas")
    room.facilitator.changes_rules(entry="called")
    jonas.takes_chair(5)
    assert (room.bowl, room.queue) == ({1: "Tomasz"}, ["Jonas"])


# Automatic entry


def test_automatic_entry_calls_whoever_asks_while_a_chair_is_free():
    room = started("Tomasz", "Mei-Lin", chairs=3)
    room.facilitator.changes_rules(entry="automatic")
    (amira,) = room.joins("Amira")
    joined, call = amira.asks()
    assert (joined.event.name, call.event.name) == ("queue.joined", "call.made")
    assert room.bowl[3] == "held for Amira"


def test_automatic_entry_calls_the_next_when_somebody_leaves():
    room = started(chairs=2)
    tomasz, *_ = room.asks("Tomasz", "Mei-Lin", "Amira")
    room.facilitator.changes_rules(entry="automatic")
    assert room.bowl == {1: "held for Tomasz", 2: "held for Mei-Lin"}
    tomasz.is_on_the_chair()
    tomasz.leaves_chair()
    assert room.bowl == {1: "held for Amira", 2: "held for Mei-Lin"}


def test_automatic_entry_goes_on_to_the_next_when_nobody_comes():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    room.asks("Amira", "Kofi")
    room.wait(seconds=45)
    assert room.bowl == {1: "Tomasz", 2: "held for Kofi"}


def test_automatic_entry_does_not_call_again_who_alone_has_just_said_not_now():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    (amira,) = room.asks("Amira")
    amira.passes()
    assert (room.bowl, room.queue) == ({1: "Tomasz"}, ["Amira"])
    assert room.facilitator.space == "call person Amira on chair 2"


def test_automatic_calls_belong_to_the_action_that_caused_them_and_undo_with_it():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.asks("Amira")
    room.facilitator.changes_rules(entry="automatic")
    freed = room.facilitator.frees("Tomasz")
    assert room.bowl[1] == "held for Amira"
    room.facilitator.undoes(freed)
    assert (room.bowl, room.queue) == ({1: "Tomasz", 2: "Mei-Lin"}, ["Amira"])


def test_nobody_is_called_while_the_clock_stands():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    room.facilitator.pauses()
    room.asks("Amira")
    assert room.queue == ["Amira"]
    room.facilitator.resumes()
    assert room.bowl[2] == "held for Amira"
