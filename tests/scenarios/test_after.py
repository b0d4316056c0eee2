"""Scenes from real rooms: after the end."""

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.clock import clock_state
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.support.refusals import refused
from tests.support.room import Room
from tests.views.reading import NOWHERE


def test_scene_31_closed_too_early_and_undone_everything_is_as_it_was():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz", "Mei-Lin")
    amira, kofi = room.asks("Amira", "Kofi")
    room.facilitator.begins_topic("Pay")
    room.facilitator.gives_floor("Tomasz")
    room.facilitator.calls("Amira", chair=3)
    room.wait(minutes=0.25)
    shown = (
        phone_view(room.session, NOWHERE),
        display_view(room.session, NOWHERE),
        me_slice(room.session, amira.person),
        me_slice(room.session, kofi.person),
    )
    console = console_view(room.session, NOWHERE)

    closed = room.facilitator.closes()
    assert clock_state(room.session.clock) == "closed"
    assert room.bowl == {}
    room.wait(seconds=5)
    room.facilitator.undoes(closed)

    assert shown == (
        phone_view(room.session, NOWHERE),
        display_view(room.session, NOWHERE),
        me_slice(room.session, amira.person),
        me_slice(room.session, kofi.person),
    )
    after = console_view(room.session, NOWHERE)
    for name in set(console) - {"action", "log"}:
        assert after[name] == console[name]
    assert room.floor == "Tomasz"


def test_scene_31_the_room_went_on_talking_meanwhile():
    room = Room()
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.wait(minutes=5)
    closed = room.facilitator.closes()
    room.wait(minutes=2)
    room.facilitator.undoes(closed)
    assert room.seated_minutes("Tomasz") == 7
    room.facilitator.closes()
    assert room.seated_minutes("Tomasz") == 7


def test_scene_31_a_published_summary_is_taken_back_before_the_session_goes_on():
    room = Room()
    room.facilitator.starts()
    closed = room.facilitator.closes()
    published = room.facilitator.presses_space()
    with refused(room, "undo_overtaken", part="summary"):
        room.facilitator.undoes(closed)
    room.facilitator.undoes(published)
    room.facilitator.undoes(closed)
    assert clock_state(room.session.clock) == "running"


def test_publishing_anew_makes_a_new_link():
    room = Room()
    room.facilitator.starts()
    room.facilitator.closes()
    published = room.facilitator.presses_space()
    first = room.session.summary.edition
    again = room.facilitator.undoes(published)
    room.facilitator.presses_space()
    assert room.session.summary.edition != first
    room.facilitator.sends(c.WithdrawSummary())
    room.facilitator.presses_space()
    assert room.session.summary.edition == first + 2
    with refused(room, "undo_overtaken", part="summary"):
        room.facilitator.undoes(again)


def test_scene_33_who_is_forgotten_is_a_numbered_guest_and_the_minutes_stay():
    room = Room()
    room.facilitator.starts()
    (rafael,) = room.asks("Rafael")
    room.facilitator.calls("Rafael", chair=1)
    rafael.is_on_the_chair()
    room.wait(minutes=6)
    room.facilitator.closes()
    rafael.forgets()
    assert room.called(room.session.turns[room.turn("Guest 1").id].person) == "Guest 1"
    assert room.seated_minutes("Guest 1") == 6
