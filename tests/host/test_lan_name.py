"""A name is announced in the local network, found by others, and gone with its server."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest
import requests
from zeroconf import AddressResolverIPv4, IPVersion, Zeroconf

from fishbowl.host import announcer, settings
from fishbowl.host.addresses import Address
from fishbowl.host.announcer import Announcement, announce
from fishbowl.host.lan_name import LanName
from fishbowl.host.network import Network
from fishbowl.host.settings import lan_name
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from tests.support.server import Server

LOOPBACK, ANOTHER = ("127.0.0.1",), ("127.0.0.2",)
"""The addresses of two machines that share a network."""
WITHIN_S = 30.0


def wait_for(is_so: Callable[[], bool]) -> None:
    """Ask again until it is so; what is asked answers in its own time."""
    until = time.monotonic() + WITHIN_S
    while not is_so():
        assert time.monotonic() < until


@pytest.fixture
def neighbour() -> Iterator[Zeroconf]:
    """Another machine of the network, which asks for names."""
    other = Zeroconf(interfaces=list(LOOPBACK), ip_version=IPVersion.V4Only)
    yield other
    other.close()


def found(neighbour: Zeroconf, name: str) -> list[str]:
    asked = AddressResolverIPv4(f"{name}.local.")
    asked.request(neighbour, 3_000)
    return asked.parsed_addresses(IPVersion.V4Only)


def test_a_name_that_is_announced_is_found(neighbour: Zeroconf) -> None:
    with contextlib.closing(Announcement("bowl-one", LOOPBACK, 8080)) as announced:
        assert announced.name == "bowl-one"
        assert found(neighbour, "bowl-one") == ["127.0.0.1"]


def test_a_name_that_another_machine_has_gets_a_number() -> None:
    with contextlib.closing(Announcement("bowl-two", LOOPBACK, 8080)) as first:
        assert first.name == "bowl-two"
        with contextlib.closing(Announcement("bowl-two", ANOTHER, 8080)) as second:
            assert second.name == "bowl-two-2"


def test_a_laptop_that_changes_its_network_is_announced_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, ...]] = [(), LOOPBACK]
    monkeypatch.setattr(announcer, "LOOK_S", 0.01)
    monkeypatch.setattr(
        announcer, "addresses_of", lambda host: seen[0] if len(seen) == 1 else seen.pop(0)
    )
    told: SimpleQueue[str] = SimpleQueue()
    ended = Event()
    task = Thread(target=announce, args=("bowl-three", "0.0.0.0", 8080, told.put, ended))
    task.start()
    assert told.get(timeout=WITHIN_S) == "bowl-three"
    ended.set()
    task.join(WITHIN_S)


def test_the_server_learns_the_name_from_a_process_that_ends_with_it(neighbour: Zeroconf) -> None:
    supervisor = Supervisor()
    name = LanName("bowl-four", "127.0.0.1", 8080, directly, supervisor)
    task = Thread(target=supervisor.supervised(name.turns, name.run))
    task.start()
    while name.host != "bowl-four.local":
        task.join(0.02)
        assert task.is_alive()
    assert found(neighbour, "bowl-four") == ["127.0.0.1"]
    name.stop()
    task.join(WITHIN_S)
    assert not task.is_alive()
    assert name.host == ""
    wait_for(lambda: found(neighbour, "bowl-four") == [])


def test_a_server_offers_its_name_in_the_qr(tmp_path: Path) -> None:
    server = Server(tmp_path / "talks.db", options=["--public-url", "", "--lan-name", "bowl-five"])
    server.start()
    try:
        address = f"{server.url}/{server.create_session()}/links.json"
        cookie = {"Cookie": server.owner_cookie()}
        named = f"http://bowl-five.local:{server.port}"
        wait_for(
            lambda: requests.get(address, headers=cookie, timeout=30).json()["chosen"] == named
        )
    finally:
        server.stop()


def test_the_name_stands_in_the_qr_as_long_as_it_is_announced() -> None:
    names = ["fishbowl.local"]
    wifi = Address("192.168.1.20", "wlan0", "lan")
    network = Network("0.0.0.0", 8080, look=lambda: (wifi,), announced=lambda: names[0])
    assert network.join_url("WAVE47") == "http://fishbowl.local:8080/WAVE47"
    assert [choice.kind for choice in network.choices()] == ["announced", "lan"]
    assert network.join_url("WAVE47", "192.168.1.20") == "http://192.168.1.20:8080/WAVE47"
    names[0] = ""
    assert network.join_url("WAVE47") == "http://192.168.1.20:8080/WAVE47"
    assert not network.is_public()


def test_without_the_extra_nothing_is_announced_and_asking_for_it_says_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert lan_name(None) == "fishbowl"
    assert lan_name("Bowl.local ") == "bowl"
    monkeypatch.setattr(settings, "find_spec", lambda name: None)
    assert lan_name(None) == ""
    assert lan_name("") == ""
    with pytest.raises(ValueError, match=r"fishbowl\[lan\]"):
        lan_name("fishbowl")


@pytest.mark.parametrize("typed", ["two words", "a.b", "-x", "x-", "ü", "x" * 60])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        lan_name(typed)


def test_a_server_needs_no_zeroconf_to_start() -> None:
    """Nothing that a server imports needs the extra; only the process that announces does."""
    code = "import sys; sys.modules['zeroconf'] = None; import fishbowl.app, fishbowl.cli.serve"
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=root, check=True)
