"""Two real machines: one follows the other, takes over with one press, and the room goes on."""

import asyncio
import os
import pty
import secrets
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import requests

from fishbowl.domain.session.commands import AskForChair, JoinSession
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from fishbowl.simulation.client import Client
from fishbowl.simulation.clock import SessionClock
from tests.support.face import Face
from tests.support.forwarder import Forwarder
from tests.support.server import Server, free_port
from tests.support.standby import StandbyMachine, standby_key

PHONES = 40
TAKEOVER_S = 30


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Callable[..., StandbyMachine]]:
    """Start second machines; all are stopped afterwards."""
    started: list[StandbyMachine] = []

    def start(server: Server, *, public_url: str = "", name: str = "second") -> StandbyMachine:
        machine = StandbyMachine(
            tmp_path / name / "standby.db", server.url, standby_key(server), public_url
        )
        started.append(machine)
        return machine.start()

    yield start
    for machine in started:
        machine.stop()


def entries(db: Path, code: str) -> list:
    store = open_store(db, readonly=True)
    try:
        return store.entries(session_stream(code))
    finally:
        store.close()


def has_everything(server: Server) -> bool:
    page = requests.get(f"{server.url}/standby", headers={"Cookie": server.owner_cookie()}).text
    return "has everything" in page


def until(is_so: Callable[[], bool]) -> None:
    """Ask until something is so."""
    end_s = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end_s


async def _room(
    url: str, code: str, happens: Callable[[], float]
) -> tuple[float, list[str], list[str]]:
    """Let phones join by an address, let something happen, and have everybody ask for a chair.

    :return: seconds until the last phone was answered again, and who they were before and after.
    """
    clock = SessionClock()
    phones = [
        Client(url, code, "phone", clock, device=secrets.token_urlsafe(18)) for _ in range(PHONES)
    ]
    async with AsyncExitStack() as stack:
        await asyncio.gather(*(stack.enter_async_context(phone) for phone in phones))
        acks = await asyncio.gather(
            *(phone.send(JoinSession(name=f"Guest {no}")) for no, phone in enumerate(phones))
        )
        assert all(ack.ok for ack in acks)
        before = [str(ack.seq) for ack in acks]
        began_s = await asyncio.to_thread(happens)
        again = await asyncio.gather(*(phone.send(AskForChair()) for phone in phones))
        took_s = time.monotonic() - began_s
        assert all(ack.ok for ack in again)
        after = [str(phone._slices["me"][1]["person"]) for phone in phones]
    return took_s, before, after


def test_the_server_dies_and_the_room_goes_on_at_the_second_machine(
    tmp_path: Path, machines: Callable[..., StandbyMachine]
):
    port = free_port()
    name = Forwarder(port)
    server = Server(
        tmp_path / "first" / "talks.db", port=port, options=("--public-url", name.url),
        errors=tmp_path / "errors.txt",
    )  # fmt: skip
    server.start()
    code = server.create_session()
    console = Face(server, code, "console").connect()
    console.done("start_session")
    machine = machines(server, public_url=name.url)
    machine.until("In step")
    confirmed: list = []

    def dies() -> float:
        until(lambda: has_everything(server))
        confirmed.extend(entries(machine.db, code))
        assert len(confirmed) == len(entries(server.db, code))
        console.leave()
        server.kill()
        began_s = time.monotonic()
        page = machine.press(lambda: name.lead_to(machine.port))
        assert page.status_code == 200
        assert "Your fishbowls" in page.text, "whoever pressed is signed in as the owner"
        return began_s

    took_s, before, after = asyncio.run(_room(name.url, code, dies))
    assert took_s < TAKEOVER_S
    assert after == before, "every phone is the person it was"
    there = entries(machine.db, code)
    assert there[: len(confirmed)] == confirmed
    assert [one.event.name for one in there].count("queue.joined") == PHONES

    with pytest.raises(AssertionError, match="the server stopped with 1"):
        server.start()
    assert "Another machine has taken over" in (tmp_path / "errors.txt").read_text()
    name.close()


def test_a_server_that_lives_stops_saving_gives_the_rest_and_leads_on(
    server: Server, machines: Callable[..., StandbyMachine], tmp_path: Path
):
    code = server.create_session()
    phone = Face(server, code, "phone").connect()
    phone.done("join_session", name="Amira")
    console = Face(server, code, "console").connect()
    console.done("start_session")
    machine = machines(server)
    machine.until("In step")
    acknowledged = [console.done("begin_topic", title=f"Topic {number}") for number in range(30)]
    assert machine.press().status_code == 200
    there = entries(machine.db, code)
    assert len(there) >= acknowledged[-1]
    assert there == entries(server.db, code)
    refused = phone.command("suggest_topic", title="Too late")
    assert refused["error"]["code"] == "not_saved"
    console.until(
        lambda: "taken_over" in [one["code"] for one in console.signals.get("health", [])]
    )
    led = requests.get(f"{server.url}/{code}", allow_redirects=False)
    assert led.headers["Location"] == f"{machine.url}/{code}"
    assert requests.get(led.headers["Location"]).status_code == 200
    assert len(entries(server.db, code)) == len(there)
    console.leave()
    phone.leave()


def test_a_former_server_that_nobody_can_reach_asks_by_itself_and_stops_saving(
    tmp_path: Path, machines: Callable[..., StandbyMachine]
):
    port = free_port()
    cable = Forwarder(port)
    server = Server(tmp_path / "talks.db", port=port)
    server.start()
    code = server.create_session()
    key = standby_key(server)
    machine = StandbyMachine(tmp_path / "b" / "standby.db", cable.url, key).start()
    try:
        machine.until("In step")
        cable.lead_to(free_port())
        assert machine.press().status_code == 200
        console = Face(server, code, "console").connect()
        console.until(
            lambda: "taken_over" in [one["code"] for one in console.signals.get("health", [])]
        )
        assert console.command("start_session")["error"]["code"] == "not_saved"
        console.leave()
    finally:
        machine.stop()
        server.stop()
        cable.close()


def test_the_key_t_in_the_terminal_takes_over(server: Server, tmp_path: Path):
    code = server.create_session()
    ours, theirs = pty.openpty()
    machine = StandbyMachine(tmp_path / "b" / "standby.db", server.url, standby_key(server))
    machine.start(stdin=theirs)
    try:
        machine.until("In step")
        os.write(ours, b"t")
        machine.until("Fishbowl is running")
        assert requests.get(f"{machine.url}/{code}").status_code == 200
    finally:
        machine.stop()
        os.close(ours)
        os.close(theirs)


def test_it_becomes_a_server_also_if_whoever_pressed_is_gone_before_the_answer(
    server: Server, machines: Callable[..., StandbyMachine]
):
    code = server.create_session()
    machine = machines(server)
    machine.until("In step")
    cookies = "; ".join(f"{name}={value}" for name, value in machine.signed_in().cookies.items())
    with socket.create_connection(("127.0.0.1", machine.port)) as line:
        line.sendall(
            f"POST /take-over HTTP/1.1\r\nHost: 127.0.0.1:{machine.port}\r\nOrigin: {machine.url}"
            f"\r\nCookie: {cookies}\r\nContent-Length: 0\r\n\r\n".encode()
        )
        line.recv(1)  # the answer begins
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert requests.get(f"{machine.url}/{code}", timeout=TAKEOVER_S).status_code == 200


def test_nobody_else_can_press_and_the_key_is_in_no_output(
    server: Server, machines: Callable[..., StandbyMachine]
):
    server.create_session()
    machine = machines(server)
    machine.until("In step")
    own = {"Origin": machine.url}
    assert requests.post(f"{machine.url}/take-over", headers=own).status_code == 403
    assert requests.post(f"{machine.url}/o", json={"key": "x"}, headers=own).status_code == 403
    assert "/o" in requests.get(f"{machine.url}/o").text
    browser = machine.signed_in()
    page = browser.get(machine.url)
    assert "Take over now" in page.text
    assert "no-store" in page.headers["Cache-Control"]
    browser.headers["Origin"] = "http://elsewhere.example"
    assert browser.post(f"{machine.url}/take-over").status_code == 403
    elsewhere = requests.get(f"{machine.url}/WAVE47")
    assert elsewhere.status_code == 503
    assert server.url in elsewhere.text
    assert machine.key not in machine.said


def test_a_wrong_key_follows_nothing(server: Server, tmp_path: Path):
    machine = StandbyMachine(tmp_path / "b" / "standby.db", server.url, "not-the-key").start()
    try:
        machine.until("does not take the key")
        assert machine.press().status_code == 409
    finally:
        machine.stop()
