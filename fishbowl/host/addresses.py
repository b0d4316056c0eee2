"""The network addresses of a machine: parsing, classification, and the choice for the QR code.

All functions are pure except :func:`machine_addresses`, which asks the system and sends no packet.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import ifaddr

Kind = Literal["announced", "lan", "public", "name", "link_local", "virtual", "loopback", "set"]
"""The kind of an address; ``set`` is one that was typed or is in the settings, ``announced`` a name
that this server announces, ``name`` one that the system may announce."""

ORDER: tuple[Kind, ...] = (
    "set", "announced", "lan", "public", "name", "link_local", "virtual", "loopback",
)  # fmt: skip

_VIRTUAL = re.compile(
    r"^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|ppp|wg|zt|tailscale|cni|flannel|podman|lxc"
    r"|lxd)|virtualbox|vmware|hyper-v|vethernet|wsl",
    re.IGNORECASE,
)
"""Interfaces of containers, virtual machines and tunnels, where no phones are."""

_HOST_NAME = re.compile(r"^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$")
_DEFAULT_PORT = {"http": 80, "https": 443}


class Address(NamedTuple):
    """An address or name of this machine; ``interface`` is empty for names."""

    host: str
    interface: str
    kind: Kind


def base_url(text: str, port: int) -> str | None:
    """Parse a typed address: an http(s) URL, or a host with or without a port.

    >>> base_url("192.168.1.20", 8080)
    'http://192.168.1.20:8080'

    :param port: the port if none is given.
    :return: scheme, host and port, without a trailing slash; ``None`` if it is invalid.
    """
    text = text.strip()
    with_scheme = "://" in text
    try:
        parts = urlsplit(text if with_scheme else f"//{text}", scheme="http")
        given = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    if parts.scheme not in _DEFAULT_PORT or not plain or parts.path not in ("", "/"):
        return None
    if ":" in host and ip_of(host) is not None:
        host = f"[{host}]"
    elif not _HOST_NAME.match(host) or len(host) > 253:
        return None
    number = given if given is not None or with_scheme else port
    if number is None or number == _DEFAULT_PORT[parts.scheme]:
        return f"{parts.scheme}://{host}"
    return f"{parts.scheme}://{host}:{number}"


@lru_cache
def choose_address(candidates: tuple[Address, ...], chosen: str, public_url: str, port: int) -> str:
    """The address in the QR: the chosen one, else the public URL, else the best candidate.

    :param candidates: this machine's addresses, best first.
    :param chosen: what the facilitator picked or typed; ignored if it is invalid.
    :return: a base URL without a trailing slash.
    """
    for text in (chosen, public_url, *(address.host for address in candidates)):
        if text and (base := base_url(text, port)):
            return base
    return f"http://localhost:{port}"


def ranked(addresses: Iterable[Address], default: str | None) -> tuple[Address, ...]:
    """Sort addresses, the likeliest for phones first.

    :param default: the source address for other networks, if known.
    """
    return tuple(sorted(addresses, key=lambda a: (ORDER.index(a.kind), a.host != default)))


def kind_of(host: str, interface: str) -> Kind:
    """Classify an IPv4 address by its range and the name of its interface."""
    ip = ipaddress.ip_address(host)
    if ip.is_loopback:
        return "loopback"
    if _VIRTUAL.search(interface):
        return "virtual"
    if ip.is_link_local:
        return "link_local"
    return "lan" if ip.is_private else "public"


def machine_addresses() -> tuple[Address, ...]:
    """List this machine's IPv4 addresses and its name in the local network, best first."""
    found = [
        Address(ip.ip, adapter.nice_name, kind_of(ip.ip, adapter.nice_name))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)  # a tuple is an IPv6 address
    ]
    name = socket.gethostname().lower().partition(".")[0]
    if _HOST_NAME.match(name) and name != "localhost":
        found.append(Address(f"{name}.local", "", "name"))
    return ranked(found, _default_source())


def _default_source() -> str | None:
    """The source address for other networks; connecting a datagram socket sends no packet."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))
        except OSError:
            return None
        host: str = probe.getsockname()[0]
        return host


def is_any_host(host: str) -> bool:
    """Tell whether a server that listens on ``host`` listens on every address."""
    return host in ("", "0.0.0.0", "::")


def ip_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Parse an IP address; ``None`` for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None
