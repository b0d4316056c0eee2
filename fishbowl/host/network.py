"""The addresses under which phones reach this server, and the one in the QR code of a session."""

import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from fishbowl.host.addresses import (
    ORDER,
    Address,
    Kind,
    base_url,
    choose_address,
    ip_of,
    is_any_host,
    kind_of,
    machine_addresses,
)

_KEPT_S = 5.0
"""Seconds for which the list of addresses is cached; it changes with the Wi-Fi."""


class Choice(NamedTuple):
    """An address that the facilitator can choose; ``reachable`` tells whether phones may reach it.

    ``url`` is what ``ChangeSettings.address`` takes.
    """

    url: str
    text: str
    interface: str
    kind: Kind
    reachable: bool


class Network:
    """The addresses of one server.

    :param host: where it listens; ``0.0.0.0`` is all addresses of the machine.
    :param public_url: the public address in the settings; empty if there is none.
    :param look: returns the machine's addresses.
    :param announced: returns the name that this server announces in the local network, if any.
    """

    def __init__(
        self,
        host: str,
        port: int,
        public_url: str = "",
        look: Callable[[], tuple[Address, ...]] = machine_addresses,
        announced: Callable[[], str] = lambda: "",
    ) -> None:
        self._port = port
        self._public_url = public_url
        self._look = look
        self._announced = announced
        self._only = None if is_any_host(host) else (_address_of(host),)
        self._seen: tuple[Address, ...] = ()
        self._seen_s = float("-inf")

    def addresses(self) -> tuple[Address, ...]:
        """The addresses under which this server listens, best first."""
        name = self._announced()
        announced = (Address(name, "", "announced"),) if name else ()
        return (*announced, *self._listened())

    def _listened(self) -> tuple[Address, ...]:
        if self._only is not None:
            return self._only
        now_s = time.monotonic()
        if now_s - self._seen_s > _KEPT_S:
            self._seen, self._seen_s = self._look(), now_s
        return self._seen

    def base(self, chosen: str = "") -> str:
        """The base URL for phones, given the address that a session has chosen."""
        return choose_address(self.addresses(), chosen, self._public_url, self._port)

    def join_url(self, code: str, chosen: str = "") -> str:
        """The URL in the QR of a session."""
        return f"{self.base(chosen)}/{code}"

    def join_text(self, chosen: str = "") -> str:
        """The address to type before the code: without scheme, as short as it can be."""
        return self.base(chosen).partition("://")[2]

    def choices(self, chosen: str = "") -> tuple[Choice, ...]:
        """The addresses to choose from; typed and configured ones first."""
        offered: dict[str, Choice] = {}
        typed = [Address(text, "", "set") for text in (chosen, self._public_url) if text]
        for address in sorted((*self.addresses(), *typed), key=lambda a: ORDER.index(a.kind)):
            url = base_url(address.host, self._port)
            if url is None or (address.kind == "set" and self._is_listed(url)):
                continue
            offered.setdefault(
                url,
                Choice(
                    url=url,
                    text=url.partition("://")[2],
                    interface=address.interface,
                    kind=address.kind,
                    reachable=address.kind != "loopback",
                ),
            )
        return tuple(offered.values())

    def public_host(self) -> str:
        """The host of the public address in the settings; empty if there is none."""
        return (base_url(self._public_url, self._port) or "").partition("://")[2]

    def public_is_secure(self) -> bool:
        """Whether the public address in the settings is an https one."""
        return self._public_url.startswith("https://")

    def is_public(self) -> bool:
        """Whether the server may be reachable from the internet, so that codes have to be long.

        Names are taken to be public, but for names of the local network.
        """
        if any(address.kind == "public" for address in self.addresses()):
            return True
        name = urlsplit(f"//{self.public_host()}").hostname or ""
        ip = ip_of(name)
        if ip is not None:
            return ip.is_global
        return bool(name) and name != "localhost" and not name.endswith((".local", ".localhost"))

    def is_join_host(self, host: str, chosen: str = "") -> bool:
        """Whether a request's ``Host`` is the address in the QR."""
        return host.lower() == self.join_text(chosen)

    def is_this_machine(self, host: str) -> bool:
        """Whether an address belongs to this machine."""
        ip = ip_of(host)
        return (ip is not None and ip.is_loopback) or any(
            address.host == host for address in self.addresses()
        )

    def is_loopback(self, host: str) -> bool:
        """Whether a request's ``Host`` is a loopback name or address."""
        name = urlsplit(f"//{host}").hostname or ""
        ip = ip_of(name)
        return name == "localhost" or (ip is not None and ip.is_loopback)

    def _is_listed(self, url: str) -> bool:
        return any(base_url(address.host, self._port) == url for address in self.addresses())


def _address_of(host: str) -> Address:
    """The address of a server that listens on a single one."""
    ip = ip_of(host)
    kind: Kind = "name" if ip is None else kind_of(str(ip), "")
    return Address(host, "", "loopback" if host == "localhost" else kind)
