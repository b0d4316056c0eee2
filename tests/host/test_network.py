"""Which address stands in the QR: a pure choice, and a list to choose from."""

import pytest

from fishbowl.host.addresses import (
    Address,
    base_url,
    choose_address,
    kind_of,
    machine_addresses,
    ranked,
)
from fishbowl.host.network import Network

WIFI = Address("192.168.1.20", "wlan0", "lan")
CABLE = Address("10.0.0.5", "eth0", "lan")
CLOUD = Address("203.0.113.9", "eth1", "public")
DOCKER = Address("172.17.0.1", "docker0", "virtual")
VPN = Address("10.8.0.2", "tun0", "virtual")
LOCAL = Address("127.0.0.1", "lo", "loopback")
NAME = Address("laptop.local", "", "name")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("192.168.1.20", "http://192.168.1.20:8080"),
        ("192.168.1.20:9000", "http://192.168.1.20:9000"),
        (" laptop.local ", "http://laptop.local:8080"),
        ("bowl.example:80", "http://bowl.example"),
        ("https://bowl.example", "https://bowl.example"),
        ("https://Bowl.Example/", "https://bowl.example"),
        ("https://bowl.example:443", "https://bowl.example"),
        ("http://bowl.example:8443", "http://bowl.example:8443"),
        ("http://[fd00::2]:9000", "http://[fd00::2]:9000"),
    ],
)
def test_an_address_is_read_as_it_is_meant(typed: str, read: str):
    assert base_url(typed, 8080) == read


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "ftp://bowl.example", "javascript:alert(1)", "https://", "https://a:b@c.example",
        "https://bowl.example/talks", "bowl.example?x=1", "https://bowl.example#x", "bowl example",
        "bowl.example:eighty", "bowl.example:99999", "-bowl.example", "bowl..example", "a" * 300,
        "http://[nonsense]", "<script>",
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(typed: str):
    assert base_url(typed, 8080) is None


@pytest.mark.parametrize(
    ("host", "interface", "kind"),
    [
        ("192.168.1.20", "wlan0", "lan"),
        ("10.0.0.5", "Ethernet", "lan"),
        ("172.20.10.2", "bridge100", "lan"),
        ("203.0.113.9", "eth1", "lan"),  # a documentation range counts as private
        ("8.8.8.8", "eth1", "public"),
        ("169.254.3.4", "en5", "link_local"),
        ("172.17.0.1", "docker0", "virtual"),
        ("172.18.0.1", "br-1f2e3d", "virtual"),
        ("10.8.0.2", "tun0", "virtual"),
        ("192.168.56.1", "VirtualBox Host-Only Ethernet Adapter", "virtual"),
        ("172.29.0.1", "vEthernet (WSL)", "virtual"),
        ("192.168.137.1", "Microsoft Wi-Fi Direct Virtual Adapter", "lan"),
        ("127.0.0.1", "lo", "loopback"),
    ],
)
def test_an_address_is_known_by_its_range_and_interface(host: str, interface: str, kind: str):
    assert kind_of(host, interface) == kind


def test_phones_are_likeliest_in_the_local_network_that_leads_out():
    found = (LOCAL, DOCKER, NAME, CLOUD, CABLE, WIFI)
    assert ranked(found, "192.168.1.20") == (WIFI, CABLE, CLOUD, NAME, DOCKER, LOCAL)
    assert ranked(found, None) == (CABLE, WIFI, CLOUD, NAME, DOCKER, LOCAL)


def test_a_tunnel_that_leads_out_is_still_no_place_for_phones():
    assert ranked((LOCAL, VPN, WIFI), "10.8.0.2")[0] == WIFI


def test_the_choice_goes_from_picked_to_public_to_guessed_to_this_machine():
    found = (WIFI, LOCAL)
    assert choose_address(found, "10.0.0.5", "https://a.example", 8080) == "http://10.0.0.5:8080"
    assert choose_address(found, "", "https://a.example", 8080) == "https://a.example"
    assert choose_address(found, "", "", 8080) == "http://192.168.1.20:8080"
    assert choose_address(found, "", "", 80) == "http://192.168.1.20"
    assert choose_address((), "", "", 8080) == "http://localhost:8080"


def test_an_unreadable_choice_is_passed_over():
    assert choose_address((WIFI,), "no address", "", 8080) == "http://192.168.1.20:8080"


def test_the_facilitator_chooses_from_what_there_is():
    network = Network("0.0.0.0", 8080, look=lambda: (WIFI, NAME, DOCKER, LOCAL))
    choices = network.choices()
    assert [choice.text for choice in choices] == [
        "192.168.1.20:8080", "laptop.local:8080", "172.17.0.1:8080", "127.0.0.1:8080",
    ]  # fmt: skip
    assert [choice.reachable for choice in choices] == [True, True, True, False]


def test_what_was_typed_or_set_comes_first_once():
    network = Network("0.0.0.0", 8080, "https://a.example", look=lambda: (WIFI, LOCAL))
    texts = [choice.text for choice in network.choices("10.9.9.9")]
    assert texts == ["10.9.9.9:8080", "a.example", "192.168.1.20:8080", "127.0.0.1:8080"]
    texts = [choice.text for choice in network.choices("http://192.168.1.20:8080")]
    assert texts == ["a.example", "192.168.1.20:8080", "127.0.0.1:8080"]


def test_a_server_that_listens_on_one_address_offers_that_one():
    network = Network("127.0.0.1", 8080, look=lambda: (WIFI, LOCAL))
    assert [choice.text for choice in network.choices()] == ["127.0.0.1:8080"]
    assert network.join_url("WAVE47") == "http://127.0.0.1:8080/WAVE47"


def test_a_laptop_that_changes_its_network_changes_its_address(monkeypatch: pytest.MonkeyPatch):
    seconds = 0.0
    monkeypatch.setattr("fishbowl.host.network.time.monotonic", lambda: seconds)
    current = WIFI
    network = Network("0.0.0.0", 8080, look=lambda: (current,))
    assert network.join_text() == "192.168.1.20:8080"
    current, seconds = CABLE, 10.0
    assert network.join_text() == "10.0.0.5:8080"


def test_this_machine_has_itself():
    assert machine_addresses()[-1].kind == "loopback"


@pytest.mark.parametrize(
    ("public_url", "addresses", "is_public"),
    [
        ("", (WIFI, NAME, LOCAL), False),
        ("", (CLOUD, LOCAL), True),
        ("https://bowl.example", (WIFI,), True),
        ("https://8.8.8.8", (WIFI,), True),
        ("http://192.168.1.20:8080", (WIFI,), False),
        ("http://[fd00::2]:9000", (WIFI,), False),
        ("http://127.0.0.1:8080", (WIFI,), False),
        ("http://localhost:8080", (WIFI,), False),
        ("http://laptop.local:8080", (WIFI,), False),
    ],
)
def test_a_server_that_strangers_can_reach_is_told_from_one_in_the_room(
    public_url: str, addresses: tuple[Address, ...], is_public: bool
):
    assert Network("0.0.0.0", 8080, public_url, lambda: addresses).is_public() is is_public
