"""Trusted proxies: which forwarded headers are believed.

Anybody can send the headers of a proxy (``X-Forwarded-For``, ``-Proto``, ``-Host``). They count
only if the settings say how many proxies are in front. Otherwise they are removed from every
request, so that no library believes them.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from werkzeug.middleware.proxy_fix import ProxyFix

log = logging.getLogger(__name__)

FORWARDED = ("HTTP_FORWARDED", "HTTP_X_REAL_IP")
FORWARDED_PREFIX = "HTTP_X_FORWARDED_"
SHOWN_MAX = 200
"""Of an address in the log; who sends it chooses it."""

WsgiApp = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Proxies:
    """How many proxies are trusted, and what has been seen of others.

    :param hops: how many stand between a browser and this server.
    """

    def __init__(self, hops: int = 0) -> None:
        self.hops = hops
        self.unknown_seen = False
        """Whether requests came through a proxy of which the settings do not know."""
        self._said = False

    def wrapped(self, app: WsgiApp) -> WsgiApp:
        """Let an app see the address, the scheme and the host that the browser has."""

        def without_headers(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            for name in [name for name in environ if _is_forwarded(name)]:
                del environ[name]
                self.unknown_seen = self.unknown_seen or not self.hops
            return app(environ, start_response)

        if not self.hops:
            return without_headers
        return ProxyFix(without_headers, x_for=self.hops, x_proto=self.hops, x_host=self.hops)

    def say_refused(self, origin: str, host: str) -> None:
        """Tell, once, that a page was refused because it comes from another address.

        :param origin: where the page is, as its browser says.
        :param host: what this server was asked as.
        """
        if not self._said:
            self._said = True
            log.warning(
                "A page at %s was refused, since this server was asked as %s. If a proxy stands in "
                "front, let it pass the Host header on, or start the server with --public-url: see "
                "“Behind a proxy” in docs/running-an-event.md.",
                repr(origin[:SHOWN_MAX]),
                repr(host[:SHOWN_MAX]),
            )


def is_own_origin(origin: str, host: str, public_host: str) -> bool:
    """Tell whether a request comes from a page of this server (same origin).

    The scheme may differ: a proxy may have taken TLS off.

    :param origin: the ``Origin`` of a request, or the address of the page (``Referer``).
    :param host: the request's ``Host``.
    :param public_host: that of the address in the settings; empty if there is none.
    """
    try:
        found = urlsplit(origin).netloc.lower()
    except ValueError:
        return False
    return bool(found) and found in (host.lower(), public_host)


def _is_forwarded(name: str) -> bool:
    return name.startswith(FORWARDED_PREFIX) or name in FORWARDED
