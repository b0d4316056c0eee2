"""Over real lines: a session is deleted, somebody stays out, a hidden name cannot be followed."""

import pytest
import requests
from socketio.exceptions import ConnectionError as Refused

from tests.live.conftest import Room


def delete(room: Room) -> int:
    return requests.post(
        f"{room.server.url}/{room.code}/delete",
        data={"typed": room.code},
        headers={"Origin": room.server.url, "Cookie": room.server.owner_cookie()},
        allow_redirects=False,
    ).status_code


def test_everybody_who_has_a_deleted_session_open_is_told(room: Room):
    faces = [room.phone("Amira"), room.console(), room.display()]
    assert delete(room) == 303
    for face in faces:
        face.until(lambda face=face: not face.is_connected)
        with pytest.raises(Refused, match="session_deleted"):
            room.face(face.face)


def test_who_was_sent_out_and_deleted_themself_is_still_out(room: Room):
    console, phone = room.console(), room.phone("Amira")
    person = phone.slices["me"]["person"]
    console.done("send_out", person=person)
    phone.until(lambda: phone.slices["me"]["out"])
    phone.done("forget_person", person=person)
    phone.until(lambda: phone.slices["me"]["forgotten"])
    again = room.face("phone", phone.device)
    assert again.slices["me"]["forgotten"]
    refused = again.command("join_session", name="Somebody else")
    assert (refused["ok"], refused["error"]["code"]) == (False, "forgotten")


def test_a_hidden_name_in_the_queue_has_numbers_that_nobody_knew(room: Room):
    console, display = room.console(), room.display()
    console.done("start_session")
    amira, kofi = room.phone("Amira"), room.phone("Kofi")
    for phone in (amira, kofi):
        phone.done("ask_for_chair")
    kofi.until(lambda: len(kofi.slices["queue"]["next"]) == 2)
    before = numbers(kofi.slices["queue"])
    assert {label["no"] for label in kofi.slices["queue"]["next"]} == {0}
    console.done("hide_name", person=amira.slices["me"]["person"])
    kofi.until(lambda: not kofi.slices["queue"]["next"][0]["name"])
    after = numbers(kofi.slices["queue"])
    assert not before["Amira"] & after[""]
    display.until(lambda: not display.slices["queue"]["first"][0]["person"]["name"])
    assert display.slices["queue"]["first"][0]["person"]["id"] in after[""]
    amira.until(lambda: amira.slices["me"]["label"]["name"] == "")
    listed = str(amira.slices["me"]["request"]["listed"])
    amira.until(lambda: amira.slices["queue"]["requests"].split()[0] == listed)


def numbers(queue: dict[str, object]) -> dict[str, set[int]]:
    """Every number by which a queue knows somebody, by what it calls them."""
    people, requests_ = (list(map(int, queue[name].split())) for name in ("people", "requests"))
    return {
        label["name"]: {label["id"], person, request}
        for label, person, request in zip(queue["next"], people, requests_, strict=True)
    }


def test_a_place_can_be_given_to_somebody_whose_name_is_hidden(room: Room):
    console = room.console()
    console.done("start_session")
    amira, kofi = room.phone("Amira"), room.phone("Kofi")
    for phone in (amira, kofi):
        phone.done("ask_for_chair")
    console.done("hide_name", person=kofi.slices["me"]["person"])
    hidden = kofi.until(lambda: min(0, kofi.slices["me"]["request"]["listed"]))
    own = amira.until(lambda: amira.slices["me"]["request"]["request"])
    amira.done("give_place", request=own, to=hidden)
    kofi.until(lambda: kofi.slices["queue"]["requests"].split()[0] == str(hidden))


def test_a_hidden_person_on_a_chair_has_another_number_on_phones(room: Room):
    console = room.console()
    console.done("start_session")
    amira = room.phone("Amira")
    console.done("seat_walk_up", chair=1, name="Rude")
    rude = console.until(lambda: console.slices["bowl"]["chairs"][0]["person"])
    console.done("hide_name", person=rude["id"])
    amira.until(lambda: amira.slices["bowl"]["chairs"][0]["person"]["name"] == "")
    assert amira.slices["bowl"]["chairs"][0]["person"]["id"] != rude["id"]
