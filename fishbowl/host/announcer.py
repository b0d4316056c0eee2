"""The process that announces a name in the local network: ``python -m fishbowl.host.announcer``.

It answers multicast DNS for ``NAME.local`` as long as its standard input is open, so it ends with
the server however that ends. It is a process of its own because zeroconf brings an event loop and
threads, which must not meet a patched standard library. Each time that the name or its addresses
change, it writes the name to its standard output, one line; an empty line says that there is none.
"""

import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event, Thread

from zeroconf import AddressResolverIPv4, IPVersion, ServiceInfo, Zeroconf  # type: ignore[attr-defined]
from zeroconf import Error as ZeroconfError

from fishbowl.host.addresses import Address, is_any_host, machine_addresses

log = logging.getLogger(__name__)

KINDS = ("lan", "link_local")
"""Addresses that phones of the same network can open."""
LOOK_S = 5.0
"""How often the addresses are looked at: a laptop changes its Wi-Fi."""
ASK_MS = 800
"""How long the network is asked whether another machine has the name."""
NAMES_MAX = 9
SERVICE = "_http._tcp.local."


def addresses_of(host: str) -> tuple[str, ...]:
    """The addresses to announce for a server that listens on ``host``."""
    return _announced(machine_addresses()) if is_any_host(host) else (host,)


def _announced(addresses: Iterable[Address]) -> tuple[str, ...]:
    return tuple(sorted(address.host for address in addresses if address.kind in KINDS))


class Announcement:
    """A name that is announced on the networks of some addresses, until it is closed.

    :param wanted: the name without ``.local``; where another machine has it, a number follows.
    :raises OSError: these networks take no multicast.
    :raises zeroconf.Error: the name cannot be registered.
    """

    def __init__(self, wanted: str, addresses: tuple[str, ...], port: int) -> None:
        self._zeroconf = Zeroconf(interfaces=list(addresses), ip_version=IPVersion.V4Only)
        try:
            self.name = self._free_name(wanted, set(addresses))
            self._zeroconf.register_service(
                ServiceInfo(
                    SERVICE,
                    f"{self.name}.{SERVICE}",
                    port=port,
                    addresses=[socket.inet_aton(one) for one in addresses],
                    server=f"{self.name}.local.",
                    properties={"path": "/"},
                ),
                allow_name_change=True,
            )
        except BaseException:
            self._zeroconf.close()
            raise

    def close(self) -> None:
        """Tell the network that the name is gone."""
        self._zeroconf.close()

    def _free_name(self, wanted: str, own: set[str]) -> str:
        names = [wanted, *(f"{wanted}-{no}" for no in range(2, NAMES_MAX + 1))]
        for name in names:
            asked = AddressResolverIPv4(f"{name}.local.")
            asked.request(self._zeroconf, ASK_MS)
            if own.issuperset(asked.parsed_addresses(IPVersion.V4Only)):
                return name
        raise OSError(f"{NAMES_MAX} other machines go by {wanted}.local and the names after it")


def announce(wanted: str, host: str, port: int, tell: Callable[[str], None], ended: Event) -> None:
    """Announce a name until ``ended`` is set, on whatever networks there are meanwhile.

    :param tell: is told the name, and an empty text while there is none.
    """
    announcement: Announcement | None = None
    of: tuple[str, ...] = ()
    while True:
        addresses = addresses_of(host)
        if addresses != of:
            if announcement is not None:
                announcement.close()
            announcement, of = _begun(wanted, addresses, port), addresses
            tell("" if announcement is None else announcement.name)
        if ended.wait(LOOK_S):
            break
    if announcement is not None:
        announcement.close()


def _begun(wanted: str, addresses: tuple[str, ...], port: int) -> Announcement | None:
    if not addresses:
        return None
    try:
        return Announcement(wanted, addresses, port)
    except (OSError, ZeroconfError) as error:
        log.warning(
            "%s.local cannot be announced in this network: %s", wanted, error or type(error)
        )
        return None


def main(wanted: str, host: str, port: str) -> None:
    """Announce until the standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's, which ends our input
    ended = Event()

    def wait() -> None:
        sys.stdin.buffer.read()
        ended.set()

    def tell(name: str) -> None:
        with suppress(BrokenPipeError):  # the server has ended meanwhile, and so does this
            print(name, flush=True)

    Thread(target=wait, daemon=True).start()
    announce(wanted, host, int(port), tell, ended)


if __name__ == "__main__":
    main(*sys.argv[1:])
