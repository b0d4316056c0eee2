"""A laptop and its home as two real servers, and a network that comes and goes."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from tests.support.face import Face
from tests.support.forwarder import Forwarder
from tests.support.server import Server, free_port

WITHIN_S = 60


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Server, Server, Forwarder]]:
    """A laptop, a home, and the network between them."""
    laptop = Server(tmp_path / "laptop" / "talks.db", errors=tmp_path / "laptop.log")
    home = Server(tmp_path / "home" / "talks.db", errors=tmp_path / "home.log")
    network = Forwarder(home.port)
    try:
        laptop.start()
        home.start()
        yield laptop, home, network
    finally:
        laptop.stop()
        home.stop()
        network.close()


def test_what_a_laptop_held_without_a_network_comes_home(
    two: tuple[Server, Server, Forwarder], tmp_path: Path
):
    laptop, home, network = two
    told = cli(laptop, "join", network.url, new_code(home), "--name", "Boiler House, blue")
    assert (told["home"], told["laptop"]) == (network.url, "Boiler House, blue")
    assert "Boiler House, blue" in page(home, "/laptops")

    network.lead_to(free_port())  # nobody listens there
    code = laptop.create_session(question="Who holds the second key?")
    phone = Face(laptop, code, "phone", device="device-of-amira-0001").connect()
    phone.done("join_session", name="Amira Benali")
    phone.leave()
    hold(laptop, code)
    until(lambda: "There is no connection to home." in page(laptop, "/home"))
    assert "One session is waiting to go home" in page(laptop, "/home")
    assert "Who holds the second key?" in page(laptop, "/home")
    assert stored(home, code) == []

    network.lead_to(home.port)
    until(lambda: "Everything is at home" in page(laptop, "/home"))
    assert stored(home, code) == stored(laptop, code)
    assert "Who holds the second key?" in page(home, f"/{code}/summary")
    assert "Who holds the second key?" in page(home, "/laptops")
    until(lambda: "Who holds the second key?" in page(home, "/archive"))

    post(laptop, "/" + f"{code}/delete", {"typed": code})
    assert stored(home, code)  # what is deleted here stays there

    listed = page(home, "/laptops")
    (id,) = set(re.findall(r"/laptops/([0-9a-f]+)/disconnect", listed))
    post(home, f"/laptops/{id}/disconnect")
    second = laptop.create_session(question="What do we do with the founder?")
    hold(laptop, second)
    until(lambda: "Home does not know this laptop any more." in page(laptop, "/home"))
    assert stored(home, second) == []
    post(laptop, "/home", {"url": network.url, "code": new_code(home), "name": "Boiler House"})
    until(lambda: "Everything is at home" in page(laptop, "/home"))
    assert stored(home, second) == stored(laptop, second)

    audit = page(home, "/audit")
    assert "Took in a session from a laptop" in audit
    assert "Disconnected a laptop" in audit
    assert "Joined a home" in page(laptop, "/audit")
    for log in ("laptop.log", "home.log"):
        assert "Amira" not in (tmp_path / log).read_text("utf-8")


def test_a_laptop_whose_server_is_stopped_joins_pushes_and_leaves(
    two: tuple[Server, Server, Forwarder],
):
    laptop, home, network = two
    code = laptop.create_session()
    hold(laptop, code)
    laptop.stop()
    assert cli(laptop, "status")["state"] == "alone"
    assert cli(laptop, "join", network.url, "WRONG 1234", fails=True) == {}
    assert cli(laptop, "join", network.url, new_code(home), "--earlier")["waiting"] == [code]
    network.lead_to(free_port())
    assert cli(laptop, "push", fails=True)["waiting"] == [code]
    network.lead_to(home.port)
    assert cli(laptop, "push")["waiting"] == []
    assert stored(home, code) == stored(laptop, code)
    assert cli(laptop, "leave")["home"] == ""
    assert "/disconnect" not in page(home, "/laptops")


def cli(machine: Server, *words: str, fails: bool = False) -> dict[str, Any]:
    """What ``fishbowl home`` prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "fishbowl", "home", *words, "--json", "--db", str(machine.db)],
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
    )
    assert (done.returncode != 0) is fails, done.stderr
    return json.loads(done.stdout) if done.stdout else {}


def page(server: Server, path: str) -> str:
    """A page as the owner reads it."""
    answer = requests.get(
        f"{server.url}{path}", headers={"Cookie": server.owner_cookie()}, timeout=WITHIN_S
    )
    assert answer.ok, answer.text
    return answer.text


def post(server: Server, path: str, data: dict[str, str] | None = None) -> None:
    answer = requests.post(
        f"{server.url}{path}",
        data=data or {},
        headers={"Cookie": server.owner_cookie(), "Origin": server.url},
        allow_redirects=False,
        timeout=WITHIN_S,
    )
    assert answer.status_code == 303, answer.text


def new_code(home: Server) -> str:
    post(home, "/laptops/code")
    return re.findall(r"home-shown[^>]*>([A-Z]+ [0-9]{4})<", page(home, "/laptops"))[0]


def hold(server: Server, code: str) -> None:
    """Start a session and close it."""
    console = Face(server, code, "console").connect()
    console.done("start_session")
    console.done("close_session")
    console.leave()


def stored(server: Server, code: str) -> list:
    store = open_store(server.db, readonly=True)
    try:
        return [repr(one) for one in store.entries(session_stream(code))]
    finally:
        store.close()


def until(is_so: Callable[[], bool]) -> None:
    """Ask until something is so."""
    end_s = time.monotonic() + WITHIN_S
    while not is_so():
        assert time.monotonic() < end_s
