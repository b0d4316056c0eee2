"""Signing out cuts the open pages of the browser that did, and no others."""

import pytest
import requests
from socketio.exceptions import ConnectionError as Refused

from tests.live.conftest import Room


def sign_out(room: Room, cookie: str, what: str) -> None:
    answer = requests.post(
        f"{room.server.url}/signed-in",
        data={"end": what},
        headers={"Origin": room.server.url, "Cookie": cookie},
        allow_redirects=False,
    )
    assert answer.status_code == 303, answer.text


def links(room: Room) -> dict[str, str]:
    owner = {"Cookie": room.server.owner_cookie()}
    found = requests.get(f"{room.server.url}/{room.code}/links.json", headers=owner).json()
    return {"facilitator": found["console"], **found["helpers"]}


def key_of(link: str) -> str:
    return link.partition("#")[2]


def test_a_console_that_is_open_is_cut_when_its_browser_signs_out(room: Room) -> None:
    key = key_of(links(room)["facilitator"])
    mine, other = room.server.sign_in("k", key), room.server.sign_in("k", key)
    gone, stays = room.face("console", cookies=mine), room.face("console", cookies=other)
    sign_out(room, mine, "here")
    gone.until(lambda: not gone.is_connected)
    with pytest.raises(Refused, match="facilitator_only"):
        room.face("console", cookies=mine)
    stays.done("start_session")
    assert stays.is_connected


def test_the_owners_consoles_are_cut_everywhere_and_helpers_stay(room: Room) -> None:
    owner = room.server.sign_in("o", room.server.owner_key)
    phone, first = room.server.sign_in("o", room.server.owner_key), room.console()
    second = room.face("console", cookies=phone)
    runner = room.face("runner", cookies=room.server.sign_in("k", key_of(links(room)["runner"])))
    sign_out(room, owner, "everywhere")
    room.server.forget_owner_cookie()
    for console in (first, second):
        console.until(lambda console=console: not console.is_connected)
    again = room.console()
    again.done("start_session")
    runner.until(lambda: runner.slices["session"]["state"] == "running")
    assert runner.is_connected
