"""The wall goes on, stands or is empty; it tells of the Wi-Fi; nothing stands in its way."""

import pytest

from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.rules.wall import pictured, showing
from tests.support.refusals import refused
from tests.support.room import Room

SECRET = "correct; horse"


@pytest.fixture
def room() -> Room:
    """A talk goes on: Tomasz sits, Amira waits."""
    room = Room(chairs=3)
    room.facilitator.starts()
    room.facilitator.seats("Tomasz")
    room.asks("Amira")
    return room


def sets(room: Room, to: str) -> None:
    room.facilitator.sends(c.SetWall(showing=to))


def seated(room: Room) -> list[str]:
    shown = pictured(room.session)
    return [shown.people[shown.turns[t].person].called for t in shown.current_turn.values()]


def test_a_frozen_wall_keeps_its_picture_while_the_session_goes_on(room: Room):
    sets(room, "frozen")
    room.facilitator.seats("Mei-Lin")
    assert seated(room) == ["Tomasz"]
    sets(room, "live")
    assert seated(room) == ["Tomasz", "Mei-Lin"]


def test_the_picture_is_in_the_log_and_comes_back_after_a_restart(room: Room):
    sets(room, "frozen")
    room.facilitator.seats("Mei-Lin")
    again = fold(room.log)
    assert again == room.session
    assert showing(again) == "frozen"


def test_freezing_a_blank_wall_pictures_the_moment_of_freezing(room: Room):
    sets(room, "blank")
    room.facilitator.seats("Mei-Lin")
    sets(room, "frozen")
    assert seated(room) == ["Tomasz", "Mei-Lin"]


def test_a_hidden_or_forgotten_name_goes_from_a_frozen_wall_at_once(room: Room):
    sets(room, "frozen")
    tomasz = room.person("Tomasz")
    room.facilitator.sends(c.HideName(person=tomasz))
    assert pictured(room.session).people[tomasz].hidden
    room.facilitator.sends(c.ForgetPerson(person=tomasz))
    assert pictured(room.session).people[tomasz].forgotten


def test_words_that_are_set_aside_go_from_a_frozen_wall_at_once(room: Room):
    room.facilitator.begins_topic("Something rude")
    sets(room, "frozen")
    (topic,) = room.session.topics
    room.facilitator.begins_topic("Trust")
    assert topic in pictured(room.session).topics
    room.facilitator.sends(c.SetAsideTopic(topic=topic))
    assert topic not in pictured(room.session).topics


def test_what_the_wall_may_show_holds_on_a_frozen_wall_too(room: Room):
    sets(room, "frozen")
    room.facilitator.sends(c.ChangeSettings(wall_names=False))
    assert not pictured(room.session).settings.wall_names


def test_freezing_can_be_undone_whatever_has_happened_beneath(room: Room):
    sets(room, "frozen")
    freezing = room.session.actions[-1].id
    room.facilitator.seats("Mei-Lin")
    room.facilitator.sends(c.ShowOnWall(what="qr"))
    room.facilitator.sends(c.UndoAction(action=freezing))
    assert showing(room.session) == "live"
    room.facilitator.sends(c.UndoAction(action=room.session.actions[-1].id))
    assert showing(room.session) == "frozen"
    assert seated(room) == ["Tomasz"]


@pytest.mark.parametrize("to", ["frozen", "blank"])
def test_the_end_of_the_session_is_shown_in_any_case(room: Room, to: str):
    sets(room, to)
    room.facilitator.closes()
    assert showing(room.session) == "live"
    assert pictured(room.session) == room.session
    room.wait(seconds=1)
    sets(room, "blank")
    assert showing(room.session) == "blank"


def test_a_wall_that_is_so_already_leaves_no_entry(room: Room):
    with pytest.raises(AlreadyTrue):
        sets(room, "live")


def test_the_wifi_is_kept_to_the_letter(room: Room):
    room.facilitator.sends(c.SetWifi(network=" Hall  2 ", password="a\u0308  b; c\\d"))
    assert room.session.wifi.network == " Hall  2 "
    assert room.session.wifi.password == "a\u0308  b; c\\d"


@pytest.mark.parametrize(
    ("wifi", "field"),
    [
        (c.SetWifi(network="ホール" * 4, password=SECRET), "network"),
        (c.SetWifi(network="Hall 2", password="seven77"), "password"),
        (c.SetWifi(network="Hall 2", password="", security="wep"), "password"),
    ],
)
def test_a_wifi_that_no_phone_could_join_is_refused(room: Room, wifi: c.SetWifi, field: str):
    with refused(room, "bad_size", field=field):
        room.facilitator.sends(wifi)


def test_an_open_wifi_has_no_password_and_no_wifi_has_none_either(room: Room):
    room.facilitator.sends(c.SetWifi(network="Hall 2", password=SECRET, security="open"))
    assert room.session.wifi.password == ""
    room.facilitator.sends(c.SetWifi(network="  ", password=SECRET))
    assert (room.session.wifi.network, room.session.wifi.password) == ("", "")
    with pytest.raises(AlreadyTrue):
        room.facilitator.sends(c.SetWifi(network=""))
