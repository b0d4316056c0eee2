"""Guessing codes over the live connection ends as soon as over pages, and together with them."""

from collections.abc import Callable

import pytest
import requests
from socketio.exceptions import ConnectionError as Refused

from fishbowl.access.unknown_codes import BURST
from tests.live.conftest import Room
from tests.support.face import Face
from tests.support.server import Server


def refusal(server: Server, code: str) -> str:
    with pytest.raises(Refused) as refused:
        Face(server, code, "phone").connect()
    return str(refused.value)


def test_wrong_codes_are_refused_unseen_and_the_room_goes_on(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    room = Room(server, server.create_session())
    room.phone("Amira")
    half = BURST // 2
    assert {requests.get(f"{server.url}/GUESS{n}").status_code for n in range(half)} == {404}
    assert {refusal(server, f"GUESS{n}") for n in range(half, BURST)} == {"session_unknown"}
    assert {refusal(server, f"GUESS{n}") for n in range(BURST, BURST + 3)} == {"too_fast"}
    assert requests.get(f"{server.url}/GUESS99").status_code == 429
    assert room.phone("Jonas").slices["me"]["person"] > 0
    room.close()
