"""Nudges: when the facilitator is told what."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import running_ms
from fishbowl.domain.session.nudges import Nudge, nudges
from fishbowl.domain.session.rules.chairs.free_chairs import is_inviting
from fishbowl.domain.session.rules.floor.equity import Equity, equity, talk
from tests.support.room import Room

MINUTE_MS = 60_000


def figures(room: Room, topic: str | None = None) -> Equity:
    scope = None if topic is None else room.topic(topic).id
    now = running_ms(room.session.clock, room.now_ms)
    return equity(talk(room.session, scope), now)


def due(room: Room) -> list[Nudge]:
    """The nudges whose time has come, most important first."""
    now = running_ms(room.session.clock, room.now_ms)
    return [nudge for nudge in nudges(room.session) if nudge.due_run_ms <= now]


def codes(room: Room) -> list[str]:
    return [nudge.code for nudge in due(room)]


@pytest.fixture
def room() -> Room:
    """Tomasz, Mei-Lin and Kofi sit; the clock runs."""
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin", "Kofi")
    return room


def speaks(room: Room, name: str | None, minutes: float) -> None:
    room.facilitator.gives_floor(name)
    room.wait(minutes=minutes)


def test_an_empty_chair_is_told_of_and_then_who_stands_ready(room: Room):
    room.wait(seconds=89)
    assert codes(room) == []
    room.wait(seconds=1)
    assert codes(room) == ["empty_chair"]
    room.joins("Amira")
    room.facilitator.marks_volunteer("Amira")
    (nudge,) = due(room)
    assert nudge.people == (room.person("Amira"),)
    room.facilitator.sends(nudge.command)
    assert codes(room) == []
    room.wait(minutes=1)
    (nudge,) = due(room)
    assert (nudge.code, nudge.person) == ("volunteer", room.person("Amira"))
    room.facilitator.sends(nudge.command)
    assert room.queue == ["Amira"]


def test_words_to_be_read_and_who_asked_for_some_minutes_leave_the_chair_empty(room: Room):
    (bastien,) = room.joins("Bastien")
    bastien.asks("Two sentences.", kind="read_aloud")
    (amira,) = room.asks("Amira")
    room.wait(minutes=9)
    assert "empty_chair" not in codes(room)
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=5))
    assert codes(room) == ["empty_chair"], "nobody wants a chair, so nobody is held up on one"
    room.joins("Noor")
    room.facilitator.marks_volunteer("Noor")
    room.facilitator.sends(due(room)[0].command)
    room.wait(minutes=1)
    assert [(nudge.code, nudge.person) for nudge in due(room)] == [
        ("volunteer", room.person("Noor"))
    ]
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=0))
    assert (due(room)[0].code, due(room)[0].count) == ("long_seat", 1)


def test_a_room_stays_invited_while_who_waits_wants_no_chair_yet(room: Room):
    (amira,) = room.asks("Amira")
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=5))
    room.wait(seconds=1)
    room.facilitator.sends(c.InviteVoice())
    assert is_inviting(room.session)
    (bastien,) = room.joins("Bastien")
    room.wait(seconds=1)
    bastien.asks("Two sentences.", kind="read_aloud")
    assert is_inviting(room.session)
    room.asks("Noor")
    assert not is_inviting(room.session)


def test_a_long_seat_is_told_of_only_while_somebody_waits(room: Room):
    room.wait(minutes=9)
    assert "long_seat" not in codes(room)
    room.asks("Amira")
    nudge = next(n for n in due(room) if n.code == "long_seat")
    assert (nudge.person, nudge.count) == (room.person("Tomasz"), 1)
    room.facilitator.sends(nudge.command)
    nudge = next(n for n in due(room) if n.code == "long_seat")
    assert nudge.person == room.person("Mei-Lin"), "who was reminded has three minutes"


def test_who_finishes_a_thought_is_not_hurried():
    """Scene 6: the nudge waits a minute."""
    room = Room(chairs=3)
    room.facilitator.starts()
    (tomasz,) = room.asks("Tomasz")
    room.facilitator.seats_known("Tomasz", 1)
    room.asks("Amira")
    room.wait(minutes=7.5)
    tomasz.wants_a_minute()
    room.wait(seconds=31)
    assert "long_seat" not in codes(room)
    room.wait(seconds=30)
    assert "long_seat" in codes(room)


def test_hosts_and_guests_sit_as_long_as_they_like(room: Room):
    for chair in (1, 2, 3):
        room.facilitator.keeps_chair(chair, "guest")
    room.asks("Amira")
    room.wait(minutes=20)
    assert "long_seat" not in codes(room)


def test_one_voice_above_its_share(room: Room):
    speaks(room, "Kofi", 2)
    speaks(room, "Mei-Lin", 4)
    speaks(room, "Tomasz", 5.9)
    assert "above_share" not in codes(room)
    room.wait(minutes=0.2)
    assert "above_share" in codes(room)


def test_hints_come_when_the_facilitator_wants_them(room: Room):
    room.facilitator.sends(
        c.ChangeSettings(share_percent=200, silent_ms=3 * MINUTE_MS, empty_ms=30_000)
    )
    room.wait(seconds=29)
    assert codes(room) == []
    room.wait(seconds=1)
    assert codes(room) == ["empty_chair"]
    speaks(room, "Kofi", 2)
    speaks(room, "Mei-Lin", 4)
    assert next(n for n in due(room) if n.code == "silent").person == room.person("Tomasz")
    speaks(room, "Tomasz", 7.9)
    assert "above_share" not in codes(room)
    room.wait(minutes=0.2)
    assert next(n for n in due(room) if n.code == "above_share").count == 200
    before = codes(room)
    never = room.facilitator.sends(c.ChangeSettings(share_percent=0, silent_ms=0, empty_ms=0))
    assert codes(room) == []
    room.facilitator.undoes(never)
    assert codes(room) == before


def test_the_planned_end_is_over(room: Room):
    room.facilitator.seats("A", "B")
    room.wait(minutes=45)
    (nudge,) = due(room)
    assert nudge.code == "overrun"
    room.facilitator.sends(nudge.command)
    assert due(room) == []


def show() -> Room:
    """A run of several parts that has begun; its first part is no bowl."""
    room = Room(format="sandwich")
    room.facilitator.starts()
    return room


def test_a_part_that_is_over_is_told_a_minute_later_and_n_goes_on():
    room = show()
    room.wait(minutes=room.planned[0])
    assert due(room) == []
    room.wait(minutes=1)
    (nudge,) = due(room)
    assert (nudge.code, nudge.since_run_ms) == ("part_over", room.planned[0] * MINUTE_MS)
    room.facilitator.sends(nudge.command)
    assert room.session.run.index == 1
    assert "part_over" not in codes(room)


def test_a_part_that_got_more_minutes_is_not_over():
    room = show()
    room.wait(minutes=room.planned[0] + 1)
    room.facilitator.extends(5)
    assert codes(room) == []


def test_the_last_part_is_over_with_the_session():
    room = show()
    for _ in room.planned[1:]:
        room.facilitator.goes_on()
    room.wait(minutes=room.end)
    assert codes(room) == ["overrun"]


def test_in_a_part_before_the_last_only_one_of_the_two_is_told():
    room = show()
    room.wait(minutes=room.end + 1)
    assert codes(room) == ["part_over"]


def test_the_talk_has_moved_on_from_what_people_queued_for(room: Room):
    room.facilitator.begins_topic("Pay")
    room.asks("Amira", "Jonas")
    room.facilitator.begins_topic("Trust")
    room.wait(seconds=30)
    nudge = next(n for n in due(room) if n.code == "moved_on")
    assert (nudge.count, nudge.topic) == (2, room.topic("Pay").id)
    room.asks("Noor")
    nudge = next(n for n in due(room) if n.code == "moved_on")
    room.facilitator.sends(nudge.command)
    assert room.queue == ["Noor", "Amira", "Jonas"]


def test_a_first_timer_waits_long_behind_others(room: Room):
    room.facilitator.frees("Kofi")
    room.facilitator.queues()
    room.asks("Amira")
    room.wait(minutes=5)
    nudge = next(n for n in due(room) if n.code == "first_timer")
    room.facilitator.sends(nudge.command)
    assert room.queue[0] == "Amira"
    assert "first_timer" not in codes(room) or due(room)[0].person != room.person("Amira")


def test_who_does_not_come_is_told_of(room: Room):
    room.facilitator.queues("Woman in red")
    room.asks("Amira", "Jonas")
    room.facilitator.calls("Woman in red", chair=4)
    room.facilitator.calls("Amira", chair=5)
    room.wait(seconds=60)
    missed = [nudge for nudge in due(room) if nudge.code == "no_show"]
    assert [n.person for n in missed] == [room.person("Woman in red"), room.person("Amira")]
    room.facilitator.sends(missed[1].command)
    assert room.bowl[5] == "held for Jonas"


def test_silence_on_a_chair_shows_only_where_the_floor_counts(room: Room):
    room.wait(minutes=10)
    assert "silent" not in codes(room)
    speaks(room, "Tomasz", 1)
    room.facilitator.sends(c.AddNote(kind="insight", words="One"))
    assert "silent" not in codes(room), "ten minutes in which nobody was marked say nothing"
    room.wait(minutes=10)
    room.facilitator.sends(c.AddNote(kind="insight", words="Two"))
    nudge = next(n for n in due(room) if n.code == "silent")
    assert nudge.person == room.person("Mei-Lin")
    room.facilitator.sends(nudge.command)
    assert room.session.floor.turn == room.turn("Mei-Lin").id


def test_nothing_is_said_before_the_start_or_in_a_pause(room: Room):
    room.wait(minutes=50)
    room.facilitator.pauses()
    assert nudges(room.session) == ()
    assert nudges(Room().session) == ()


def test_closing_ends_what_the_facilitator_says(room: Room):
    room.facilitator.takes_floor()
    room.wait(minutes=1)
    closed = room.facilitator.closes()
    assert figures(room).facilitator_ms == MINUTE_MS
    room.facilitator.undoes(closed)
    room.wait(minutes=1)
    assert figures(room).facilitator_ms == 2 * MINUTE_MS
