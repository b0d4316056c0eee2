"""The answers to polling clients are data, and nothing else."""

import pytest
import requests

from tests.live.conftest import Room
from tests.support.server import Server

POLL = "/socket.io/?EIO=4&transport=polling"


@pytest.mark.parametrize("jsonp", ["j=0", "j=1", "%6a=0", "j=", "j=abc"])
def test_they_are_no_script(running: Server, jsonp: str) -> None:
    answer = requests.get(f"{running.url}{POLL}&{jsonp}")
    assert answer.status_code == 400
    assert "___eio" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_they_are_not_sniffed_and_not_kept(running: Server) -> None:
    answer = requests.get(f"{running.url}{POLL}")
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    sid = answer.text.partition('"sid":"')[2].partition('"')[0]
    posted = requests.post(f"{running.url}{POLL}&sid={sid}", data="40")
    assert posted.headers["X-Content-Type-Options"] == "nosniff"


def test_polling_clients_take_part_as_before(room: Room) -> None:
    phone = room.face("phone", transport="polling")
    phone.done("join_session", name="Amira")
    phone.until(lambda: phone.slices["me"]["person"])
