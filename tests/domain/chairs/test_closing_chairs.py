"""Chairs are taken away near the end of a phase that says so: empty ones, one by one."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.formats import FORMATS, Chairs, Format, phase
from fishbowl.domain.session.nudges import nudges
from fishbowl.domain.session.state import Session
from tests.support.refusals import refused
from tests.support.room import Room

CLOSING = Format(
    name="closing-circle",
    chairs=Chairs(count=4, open_chairs=1),
    entry="free",
    phases=(phase("bowl", 20, "bowl", chairs_to=2), phase("close", 5, "closing")),
)
"""Any format can end a phase so."""


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setitem(FORMATS, CLOSING.name, CLOSING)
    room = Room(format=CLOSING.name)
    room.facilitator.starts()
    return room


def offered(session: Session) -> int | None:
    """The chair that a nudge offers to take away, once it is due."""
    return next((n.chair for n in nudges(session) if n.code == "chairs_away"), None)


def test_the_hint_comes_with_the_last_minutes_of_the_phase(room: Room):
    hint = next(n for n in nudges(room.session) if n.code == "chairs_away")
    assert hint.due_run_ms == 15 * 60_000
    assert hint.command == c.TakeChairAway(chair=hint.chair)


def test_empty_chairs_go_one_by_one_and_nobody_goes_with_them(room: Room):
    room.facilitator.seats("Tomasz", "Mei-Lin")
    assert offered(room.session) == 4
    room.facilitator.takes_chair_away(4)
    assert offered(room.session) == 3
    room.facilitator.takes_chair_away(3)
    assert offered(room.session) is None, "two are left, and both talk"
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin"}
    with refused(room, "chair_taken"):
        room.facilitator.takes_chair_away(2)


def test_an_empty_chair_in_the_middle_goes_and_the_last_one_gets_its_number(room: Room):
    room.facilitator.seats("Tomasz", "Mei-Lin", "Kofi", "Noor")
    room.facilitator.keeps_chair(4, "guest")
    room.facilitator.gives_floor("Noor")
    room.facilitator.frees("Mei-Lin")
    room.wait(minutes=1)
    taken = room.facilitator.takes_chair_away(2)
    assert room.bowl == {1: "Tomasz", 2: "Noor", 3: "Kofi"}
    assert room.session.chairs[2].kind == "guest", "who stands for a view stays on that chair"
    assert room.floor == "Noor"
    assert room.seated_minutes("Noor") == 1
    room.facilitator.undoes(taken)
    assert room.bowl == {1: "Tomasz", 3: "Kofi", 4: "Noor"}
    assert room.session.bowl.count == 4


def test_a_chair_to_which_somebody_walks_stays(room: Room):
    room.facilitator.changes_rules(entry="called")
    room.facilitator.seats("Tomasz", "Mei-Lin")
    room.asks("Amira")
    room.facilitator.calls("Amira", chair=4)
    assert offered(room.session) is None
    for chair in (3, 4):
        with refused(room, "chair_held"):
            room.facilitator.takes_chair_away(chair)
    room.facilitator.confirms("Amira")
    room.facilitator.takes_chair_away(3)
    assert room.bowl == {1: "Tomasz", 2: "Mei-Lin", 3: "Amira"}


def test_a_thumb_that_comes_after_the_chair_has_gone_gets_the_next_one_or_waits(room: Room):
    room.facilitator.seats("Tomasz", "Mei-Lin")
    amira, kofi = room.joins("Amira", "Kofi")
    room.facilitator.takes_chair_away(4)
    amira.takes_chair(4)
    assert room.bowl[3] == "Amira"
    kofi.takes_chair(4)
    assert room.queue == ["Kofi"]


def test_in_the_last_minutes_space_takes_chairs_away_and_invites_nobody(room: Room):
    room.facilitator.seats("Tomasz")
    assert room.facilitator.space == "invite voice"
    room.wait(minutes=16)
    assert room.session.timing.queue_closed
    assert room.facilitator.space == "take chair away on chair 4"
    room.facilitator.presses_space()
    room.facilitator.presses_space()
    assert room.session.bowl.count == 2
    assert room.facilitator.space != "ask to make room Tomasz on chair 1"


def test_who_waits_still_comes_before_the_chairs_go(room: Room):
    room.facilitator.changes_rules(entry="called")
    room.asks("Amira")
    room.facilitator.sends(c.CloseQueue())
    assert room.facilitator.space == "call person Amira on chair 1"
    assert offered(room.session) is None


def test_who_wants_no_chair_now_keeps_none_in_the_circle(room: Room):
    room.facilitator.changes_rules(entry="called")
    (bastien,), (amira,) = room.joins("Bastien"), room.asks("Amira")
    bastien.asks("Two sentences.", kind="read_aloud")
    assert offered(room.session) is None
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=5))
    assert offered(room.session) == 4
    amira.sends(c.SnoozeRequest(request=room.request("Amira").id, minutes=0))
    assert offered(room.session) is None


def test_two_chairs_stay_in_any_case(room: Room):
    for chair in (4, 3):
        room.facilitator.takes_chair_away(chair)
    with refused(room, "bad_size", least=2):
        room.facilitator.takes_chair_away(2)
    with refused(room, "chair_unknown"):
        room.facilitator.takes_chair_away(4)


def test_a_chair_that_goes_already_is_not_taken_twice(room: Room):
    room.facilitator.seats("Tomasz", "Mei-Lin", "Kofi", "Noor")
    room.facilitator.wants_chairs(3)
    assert room.session.chairs[4].closing
    with refused(room, "chair_taken"):
        room.facilitator.takes_chair_away(4)


def test_another_phase_offers_nothing_of_the_kind():
    room = Room(format="open")
    room.facilitator.starts()
    room.facilitator.sends(c.CloseQueue())
    assert offered(room.session) is None
    assert room.facilitator.space == "", "nobody new can ask for the chair"
