"""A client's own ``connect`` and ``disconnect``, and whatever else is not of the protocol."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.live.conftest import Room
from tests.support.server import Server
from tests.support.wire import Wire

HELLO = {"code": "WAVE2222", "face": "phone", "device": "a" * 24}
FORGED = [
    '42["disconnect"]',
    '42["disconnect","client namespace disconnect"]',
    '42["connect",{},{}]',
    f'42["connect",{{}},{json.dumps(HELLO)}]',
    '42["connect_error",{}]',
    '42["*",1]',
    '421["connect",{},{}]',
    "42[]",
    "42{}",
    "42null",
    "42[null]",
    "42[{}]",
    "42[[[]]]",
    "42[1,2]",
    "42" + "[" * 5_000,
    '42["command"',
    '451-["command",{"_placeholder":true,"num":0}]',
    "43",
    "431[]",
    "44{}",
    "46",
    "49",
    "4x",
    "4",
    "40/other,",
    "40",
    '40{"code":["WAVE"],"face":{}}',
    "40[1,2,3]",
    '4{"type":2}',
    '42["command",{"id":"' + "9" * 20 + '","command":{"do":"join_session","name":1e999}}]',
    '421["command",123456789012345678901234567890]',
    '421["command",{"id":"long-0001","command":{"do":"lower_hand","request":' + "9" * 40 + "}}]",
    '421["signal",{"kind":["agree"]}]',
    '421["signal"]',
    '421["command",1,2,3,4]',
]


@pytest.fixture
def watched(
    start_server: Callable[..., Server], request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Server]:
    """A server that has written nothing to its terminal when the test is over."""
    errors = tmp_path / "errors"
    server = start_server(async_mode=request.param, errors=errors)
    yield server
    server.stop()
    assert errors.read_text() == ""


both_modes = pytest.mark.parametrize("watched", ["eventlet", "threading"], indirect=True)


@both_modes
def test_nothing_that_is_not_of_the_protocol_leaves_a_trace(watched: Server) -> None:
    room = Room(watched, watched.create_session())
    amira = room.phone("Amira")
    for text in FORGED:
        with Wire(watched) as wire:
            wire.connect(room.code)
            wire.send(text)
    with Wire(watched) as wire:  # all of them on one line, as far as it lasts
        wire.connect(room.code)
        for text in FORGED[:10]:
            wire.send(text)
    for frame in ("", "x", "7", "1", "5", "6", "3", "b!", "bAAAA", "0{}", "2probe"):
        with Wire(watched) as wire:
            wire.connect(room.code)
            wire.send(frame)
    with Wire(watched) as wire:
        wire.connect(room.code)
        wire.send_bytes(b"\x00\xff")
    assert amira.done("ask_for_chair")
    amira.until(lambda: amira.signals["live"] == 1)
    room.close()


@pytest.mark.parametrize("forged", FORGED[:4])
def test_a_forged_event_changes_nothing_about_who_is_here(room: Room, forged: str) -> None:
    console = room.console()
    wire = Wire(room.server).connect(room.code)
    wire.send(forged)
    assert wire.command("join_session", name="Amira")["ok"]
    console.until(lambda: console.signals["here"] == 1 == console.signals["live"])
    wire.close()
    console.until(lambda: console.signals["live"] == 0)


def test_a_helper_who_has_pretended_to_leave_is_cut_off_with_the_link(room: Room) -> None:
    console = room.console()
    link = json.loads(_get(room.server, f"/{room.code}/links.json", room.server.owner_cookie()))[
        "helpers"
    ]["co_facilitator"]
    key = re.sub(r".*#", "", link)
    cookie = room.server.sign_in("k", key)
    helper = Wire(room.server, cookies=cookie).connect(room.code, "console")
    console.until(lambda: console.signals["helpers"] == {"co_facilitator": 1})
    for text in FORGED[:2]:
        helper.send(text)
    assert helper.command("add_topic", title="Still here")["ok"]
    console.done("revoke_links", role="co_facilitator")
    helper.until("41")
    seen = console.done("add_topic", title="Not for everybody")
    console.at(seen)
    helper.connect(room.code, "console")
    assert "link_revoked" in helper.heard[-1]
    assert not any("Not for everybody" in text for text in helper.heard)
    helper.close()


def _get(server: Server, path: str, cookie: str) -> str:
    import requests

    answer = requests.get(f"{server.url}{path}", headers={"Cookie": cookie}, timeout=30)
    answer.raise_for_status()
    return answer.text
