"""A laptop and its home as two real servers, and a network that comes and goes."""

import json
import re
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import requests

from fishbowl.access.passes import hash_of, verifier_at
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import open_store
from tests.support.face import Face
from tests.support.forwarder import Forwarder
from tests.support.mail_server import MailServer, mail_server
from tests.support.passes import pass_of, verifier_of
from tests.support.server import Server, free_port

WITHIN_S = 60
DEVICE, ADDRESS = "device-of-amira-0001", "amira@example.org"
PASS = pass_of(bytes(range(20)))


@pytest.fixture
def mail() -> Iterator[MailServer]:
    """The mail server of the home."""
    with mail_server() as server:
        yield server


@pytest.fixture
def two(tmp_path: Path, mail: MailServer) -> Iterator[tuple[Server, Server, Forwarder]]:
    """A laptop, a home that sends mail, and the network between them."""
    laptop = Server(tmp_path / "laptop" / "talks.db", errors=tmp_path / "laptop.log")
    options = ["--mail-host", "127.0.0.1", "--mail-port", str(mail.port), "--mail-security", "none",
               "--mail-from", "bowl@bowl.example"]  # fmt: skip
    home = Server(tmp_path / "home" / "talks.db", errors=tmp_path / "home.log", options=options)
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
    two: tuple[Server, Server, Forwarder], mail: MailServer, tmp_path: Path
):
    laptop, home, network = two
    told = cli(laptop, "join", network.url, new_code(home), "--name", "Boiler House, blue")
    assert (told["home"], told["laptop"]) == (network.url, "Boiler House, blue")
    assert "Boiler House, blue" in page(home, "/laptops")

    network.lead_to(free_port())  # nobody listens there
    code = laptop.create_session(question="Who holds the second key?")
    phone = Face(laptop, code, "phone", device=DEVICE).connect()
    phone.done("join_session", name="Amira Benali")
    phone.leave()
    at_home, at_laptop = (mark_of(one) for one in (home, laptop))
    known = verifier_of(PASS, at_home)
    shown = verifier_at(hash_of(known), at_laptop)
    wishes = {"home_hash": written(hash_of(known)), "reach": "mail", "contact": ADDRESS}
    assert joins(laptop, code, shown, **wishes) == {"way": f"{network.url}/m"}
    hold(laptop, code)
    assert mail.took == []
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

    (letter,) = mail.until(1, WITHIN_S)
    assert letter["To"].addresses[0].addr_spec == ADDRESS
    (token,) = set(re.findall(rf"{home.url}/t#([\w.-]+)", text_of(letter)))
    assert sends(home, "/t", token=token, do="confirm").ok
    entered = sends(home, "/m", verifier=known)
    assert entered.json()["name"] == "Amira Benali"
    cookie = {"Cookie": entered.headers["Set-Cookie"].partition(";")[0]}
    me = requests.get(f"{home.url}/me", headers=cookie, timeout=WITHIN_S)
    assert me.ok
    assert "Who holds the second key?" in me.text
    assert sends(laptop, "/m", verifier=known).status_code == 403  # what opens home is not here

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
        told_there = (tmp_path / log).read_text("utf-8")
        assert "Amira" not in told_there
        assert ADDRESS not in told_there


def test_a_laptop_whose_server_is_stopped_joins_pushes_and_leaves(
    two: tuple[Server, Server, Forwarder],
):
    laptop, home, network = two
    code = laptop.create_session()
    phone = Face(laptop, code, "phone", device=DEVICE).connect()
    phone.done("join_session", name="Amira Benali")
    phone.leave()
    joins(laptop, code, verifier_of(PASS, mark_of(laptop)))
    hold(laptop, code)
    assert "One member of this laptop’s own community is not carried" in page(laptop, "/home")
    laptop.stop()
    assert cli(laptop, "status")["state"] == "alone"
    assert cli(laptop, "join", network.url, "WRONG 1234", fails=True) == {}
    code_of_home, warning = new_code(home), "One member is not carried over"
    joined = cli(laptop, "join", network.url, code_of_home, "--earlier", warns=warning)
    assert joined["waiting"] == [code]
    network.lead_to(free_port())
    assert cli(laptop, "push", fails=True)["waiting"] == [code]
    network.lead_to(home.port)
    assert cli(laptop, "push")["waiting"] == []
    assert stored(home, code) == stored(laptop, code)
    assert cli(laptop, "leave")["home"] == ""
    assert "/disconnect" not in page(home, "/laptops")


def cli(machine: Server, *words: str, fails: bool = False, warns: str = "") -> dict[str, Any]:
    """What ``fishbowl home`` prints as JSON.

    :param warns: a part of its warning.
    """
    done = subprocess.run(
        [sys.executable, "-m", "fishbowl", "home", *words, "--json", "--db", str(machine.db)],
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
    )
    assert (done.returncode != 0) is fails, done.stderr
    assert warns in done.stderr
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


def sends(server: Server, path: str, **body: object) -> requests.Response:
    """Post JSON as the phone of somebody does who holds a pass."""
    headers = {"Origin": server.url, "X-Fishbowl-Device": DEVICE}
    return requests.post(f"{server.url}{path}", json=body, headers=headers, timeout=WITHIN_S)


def joins(server: Server, code: str, verifier: str, **fields: object) -> Any:
    """Be known as who the phone is in a session; what the server answers."""
    known = {"id": "joining-of-amira", "verifier": verifier, "name": "Amira Benali"}
    answer = sends(server, "/members", session=code, **known, **fields)
    assert answer.status_code == 201, answer.text
    return answer.json()


def mark_of(server: Server) -> str:
    """The mark of an installation, which its pages carry."""
    (mark,) = re.findall(r'data-installation="(\w+)"', page(server, "/home"))
    return str(mark)


def written(hash: bytes) -> str:
    return urlsafe_b64encode(hash).decode().rstrip("=")


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


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
