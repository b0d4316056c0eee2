"""What every transport does for its clients; each test runs in every async mode."""

import json

import pytest
import requests

from tests.live.conftest import Room
from tests.support.wire import Wire

MANY_NAMES = 400
"""So many people are a view of more than 64 kB, whose frame has the longest kind of length."""
LENGTHS = (1, 100)
"""Of a topic."""


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_ordinary_clients_are_served_whatever_the_transport(room: Room, transport: str) -> None:
    display, phone = room.face("display", transport=transport), room.phone("Amira")
    for number in range(5):
        phone.done("rename_person", person=phone.slices["me"]["person"], name=f"Amira {number}")
    display.at(phone.done("ask_for_chair"))
    assert display.slices["queue"]["first"][0]["person"]["name"] == "Amira 4"


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_client_can_act_whatever_the_transport(room: Room, transport: str) -> None:
    phone = room.face("phone", transport=transport)
    phone.done("join_session", name="Amira")
    phone.until(lambda: phone.slices["me"]["person"])
    room.display().at(phone.done("ask_for_chair"))


def test_messages_of_every_length_arrive_whole(room: Room) -> None:
    console, display = room.console(), room.display()
    console.done("start_session")
    for length in LENGTHS:
        title = "x" * length
        display.at(console.done("begin_topic", title=title))
        assert title in str(display.slices["topics"])
    names = [f"Somebody with a rather long name {number}" for number in range(MANY_NAMES)]
    console.at(console.done("add_people", people=[{"name": name} for name in names], place="queue"))
    late = room.console()
    assert all(name in str(late.slices) for name in (names[0], names[-1]))


def test_messages_arrive_in_the_order_in_which_they_were_sent(room: Room) -> None:
    wire = Wire(room.server).connect(room.code)
    console = room.console()
    console.done("start_session")
    for number in range(20):
        console.done("begin_topic", title=f"Topic {number}")
    while "Topic 19" not in wire.until('42["view"'):
        pass
    versions = [json.loads(one[2:])[1]["version"] for one in wire.heard if '"view"' in one]
    assert versions == sorted(versions)
    wire.close()


def test_a_room_is_sent_nothing_of_another_room(room: Room) -> None:
    other = Room(room.server, room.server.create_session())
    stranger = other.display()
    before = dict(stranger.slices)
    display = room.display()
    display.at(room.console().done("start_session"))
    stranger.at(other.console().done("add_people", people=[{"name": "Amira"}], place="queue"))
    assert stranger.slices["session"] == before["session"]
    other.close()


def test_a_client_that_is_disconnected_learns_it_and_the_others_stay(room: Room) -> None:
    cookie = room.server.sign_in("o", room.server.owner_key)
    gone, stays = room.face("console", cookies=cookie), room.display()
    answer = requests.post(
        f"{room.server.url}/signed-in", data={"end": "here"}, allow_redirects=False,
        headers={"Origin": room.server.url, "Cookie": cookie},
    )  # fmt: skip
    assert answer.status_code == 303
    gone.until(lambda: not gone.is_connected)
    stays.at(room.console().done("start_session"))
