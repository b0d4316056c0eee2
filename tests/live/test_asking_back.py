"""The console is told at once how many ask to be let in again."""

from typing import Any

import requests

from tests.live.conftest import Room


def ask(room: Room, device: str) -> Any:
    answer = requests.post(
        f"{room.server.url}/{room.code}/recover/ask",
        json={"name": "Amira"},
        headers={"X-Fishbowl-Device": device, "Origin": room.server.url},
    )
    assert answer.json() == {"ok": True}


def test_consoles_count_who_asks_and_phones_do_not(room: Room) -> None:
    console, phone = room.console(), room.phone("Jonas")
    ask(room, "device-of-amira-0002")
    console.until(lambda: console.signals["asking"] == 1)
    room.phone("Mei")
    phone.until(lambda: phone.signals["live"] == 2)
    assert phone.signals["asking"] == 0
    owner = {"Cookie": room.server.owner_cookie(), "Origin": room.server.url}
    url = f"{room.server.url}/{room.code}"
    (asked,) = requests.get(f"{url}/recovery.json", headers=owner).json()["asked"]
    assert requests.post(f"{url}/recovery/{asked['id']}/done", headers=owner).status_code == 204
    console.until(lambda: console.signals["asking"] == 0)
