"""The end of a session: nobody waits any more, and the Wi-Fi is hidden; both come back by undo."""

import pytest

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.lifecycle.deadlines import after_the_end
from fishbowl.domain.session.rules.wall import FINAL_AFTER_MS
from fishbowl.harvest.summary import summarise
from fishbowl.harvest.unreached import unreached
from fishbowl.views.console import console_view
from fishbowl.views.display import display_view
from fishbowl.views.phone import me_slice, phone_view
from tests.domain import invariants
from tests.support.refusals import already, refused
from tests.support.room import Room
from tests.views.reading import NOWHERE, sent

PASSWORD = "open sesame"


@pytest.fixture
def room() -> Room:
    room = Room(attribution="chatham_house")
    room.facilitator.sends(c.SetWifi(network="Hall 2", password=PASSWORD))
    room.facilitator.starts()
    return room


def test_after_the_end_no_screen_of_the_room_names_who_waited_or_tells_the_password(room: Room):
    room.asks("Amira", "Kofi")
    room.facilitator.closes()
    for view in (phone_view, display_view):
        told = sent(view(room.session, NOWHERE))
        assert "Amira" not in told
        assert PASSWORD not in told
        assert "Hall 2" not in told
    assert not room.session.open_request
    assert console_view(room.session, NOWHERE)["queue"].items == ()


def test_an_undone_end_has_the_queue_and_the_wifi_again(room: Room):
    room.asks("Amira", "Kofi")
    room.facilitator.calls("Amira", chair=1)
    closed = room.facilitator.closes()
    invariants.check(room.session, room.now_ms)
    undone = room.facilitator.undoes(closed)
    assert room.queue == ["Kofi"]
    assert room.bowl == {1: "held for Amira"}
    assert room.session.wifi.password == PASSWORD
    invariants.check(room.session, room.now_ms)
    room.facilitator.undoes(undone)
    assert (room.queue, room.session.wifi.network) == ([], "")
    assert fold(room.log) == room.session


def test_who_waited_until_the_end_still_adds_their_point(room: Room):
    room = Room()
    room.facilitator.starts()
    (amira,) = room.asks("Amira")
    request = room.request("Amira").id
    room.facilitator.closes()
    told = me_slice(room.session, amira.person).request
    assert (told.request, told.state) == (request, "unreached")
    amira.sends(c.LeavePoint(words="Pay was not the point", request=request))
    assert [point.request for point in room.session.points.values()] == [request]


def test_what_people_waited_with_is_still_told_as_not_reached():
    room = Room()
    room.facilitator.starts()
    (amira,) = room.joins("Amira")
    amira.asks("Who decides?")
    room.facilitator.closes()
    assert [one.words for one in unreached(summarise(room.log))] == ["Who decides?"]


def test_the_end_can_be_undone_after_somebody_who_waited_has_deleted_themself(room: Room):
    amira, _ = room.asks("Amira", "Kofi")
    closed = room.facilitator.closes()
    amira.forgets()
    room.facilitator.undoes(closed)
    assert room.queue == ["Kofi"]
    invariants.check(room.session, room.now_ms)


def test_publishing_erases_the_password_and_makes_the_end_final(room: Room):
    closed = room.facilitator.closes()
    published = room.facilitator.sends(c.PublishSummary())
    assert [entry.event.name for entry in published] == ["summary.published", "wifi.erased"]
    assert not room.session.password_held
    room.facilitator.undoes(published)
    with refused(room, "undo_overtaken", part="wifi"):
        room.facilitator.undoes(closed)


def test_without_a_password_publishing_changes_nothing_about_the_end():
    room = Room()
    room.facilitator.starts()
    closed = room.facilitator.closes()
    published = room.facilitator.sends(c.PublishSummary())
    assert [entry.event.name for entry in published] == ["summary.published"]
    room.facilitator.undoes(published)
    room.facilitator.undoes(closed)


def test_time_erases_the_password_twelve_hours_after_the_end(room: Room):
    room.facilitator.closes()
    (deadline,) = after_the_end(room.session)
    assert deadline.at_ms == room.now_ms + FINAL_AFTER_MS
    with refused(room, "not_running"):
        room.sends(c.EraseWifi(), role=Role.TIME)
    room.wait(minutes=12 * 60)
    assert room.log[-1].event.name == "wifi.erased"
    assert list(after_the_end(room.session)) == []
    with already(room):
        room.sends(c.EraseWifi(), role=Role.TIME)


def test_a_password_that_was_taken_off_the_wall_before_is_erased_as_well(room: Room):
    room.facilitator.sends(c.SetWifi(network=""))
    room.facilitator.closes()
    room.wait(minutes=12 * 60)
    assert room.log[-1].event.name == "wifi.erased"


def test_a_session_that_time_has_closed_loses_its_password_too(room: Room):
    room.wait(minutes=25 * 60)
    names = [entry.event.name for entry in room.log]
    assert names[-2:] == ["session.closed", "wifi.erased"]
