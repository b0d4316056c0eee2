"""Where the bowl's rules meet the queue's: calls that nobody makes by hand."""

import pytest

from fishbowl.domain.session import commands as c
from tests.scenarios.bowl import started, told
from tests.support.refusals import refused
from tests.support.room import Room


def test_automatic_calls_count_as_overtaking_like_calls_by_hand():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.begins_topic("Pay")
    room.facilitator.sends(c.ChangeRules(entry="automatic", patience=1))
    room.asks("Amira")
    for phone in room.joins("Saoirse", "Elif"):
        phone.asks(kind="reply")
    room.facilitator.frees("Tomasz")
    assert room.bowl[1] == "held for Saoirse"
    assert room.queue == ["Amira", "Elif"], "Amira has been passed once, and nobody more often"


def test_words_to_be_read_aloud_are_never_called_to_a_chair():
    room = started("Tomasz", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    assert (room.bowl, room.queue) == ({1: "Tomasz"}, ["Bastien"])
    room.asks("Amira")
    assert (room.bowl[2], room.queue) == ("held for Amira", ["Bastien"])
    room.facilitator.presses_space()
    assert room.facilitator.space == "read aloud Bastien"


def test_a_swapped_group_leaves_its_chairs_to_voices_and_not_to_words():
    room = started("Tomasz", "Mei-Lin", chairs=2, open_chairs=0)
    room.facilitator.changes_rules(exit_rule="group_swap")
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    room.asks("Amira")
    room.facilitator.sends(c.SwapGroup(turn=room.turn("Tomasz").id))
    assert (room.bowl, room.queue) == ({1: "held for Amira"}, ["Bastien"])


def test_who_is_back_from_a_rest_is_called_by_itself():
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.changes_rules(entry="automatic")
    (amira,) = room.asks("Amira")
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=2))
    room.facilitator.frees("Tomasz")
    assert room.queue == ["Amira"]
    room.wait(minutes=2)
    assert room.bowl[1] == "held for Amira"


def test_who_would_rather_be_read_aloud_lets_the_tapped_chair_go(tap_in: Room):
    room, kofi = tap_in, tap_in.phone_of("Kofi")
    kofi.taps_in_on("Lindiwe")
    request = room.request("Kofi").id
    kofi.sends(c.ChangeRequest(request=request, kind="read_aloud", words="Two sentences."))
    assert told(room, "Lindiwe").turn.tapped_by is None
    with refused(room, "request_over"):
        kofi.taps_in_on("Lindiwe")


@pytest.mark.parametrize("way", ["moved", "snoozed", "given"])
def test_when_overdue_words_step_back_the_next_voice_is_called_by_itself(way: str):
    room = started("Tomasz", "Mei-Lin", chairs=2)
    room.facilitator.sends(c.ChangeRules(entry="automatic", patience=1))
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    room.asks("Kofi", "Amira")
    room.facilitator.frees("Tomasz")
    room.facilitator.frees("Mei-Lin")
    assert room.bowl == {1: "held for Kofi"}, "the words come before anybody else is called"
    words, amira = room.request("Bastien").id, room.request("Amira").id
    if way == "moved":
        room.facilitator.sends(c.MoveRequest(request=amira, before=words))
    elif way == "snoozed":
        bastien.sends(c.SnoozeRequest(request=words, minutes=5))
    else:
        bastien.sends(c.GivePlace(request=words, to=amira))
    assert room.bowl[2] == "held for Amira"
