"""The rate limit for unknown join codes, for each address.

An address spends a token for each code that does not exist, once a code. A code that it has asked
for lately is looked up for it again without a token. A hall behind one address, where everybody
types the same few codes, therefore spends tokens on typing errors alone, and its codes are answered
even while somebody there tries to guess others.
"""

import time
from collections.abc import Callable
from typing import TypeVar

from fishbowl.access.client_address import limit_key
from fishbowl.access.rate_limit import RateLimit

BURST = 20
"""Unknown codes that one address may ask for at once: more slips than a hall makes in an hour."""
REFILL_S = 60 * 60.0
"""After this many seconds it may ask for as many again: 480 a day."""
KNOWN_S = 12 * 60 * 60.0
"""A code that nobody at an address has asked for this long is a new one to it."""
KNOWN_MAX = 100_000
"""Pairs of address and code that are remembered."""

Found = TypeVar("Found")


class TooManyCodes(Exception):
    """An address has asked for too many codes in vain, and this one was not looked up.

    :param wait_s: after so many seconds it may try once more.
    """

    def __init__(self, wait_s: float) -> None:
        super().__init__()
        self.wait_s = wait_s


class UnknownCodes:
    """Counts the unknown codes that every address asks for.

    :param now_s: monotonic seconds.
    """

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._limit = RateLimit(BURST, REFILL_S)
        self._known: dict[tuple[str, str], float] = {}

    def look_up(
        self,
        address: str,
        code: str,
        find: Callable[[str], Found | None],
        belongs: Callable[[], bool],
    ) -> Found | None:
        """Find the session of a code for whoever asks from an address.

        :param code: in its one form, see :func:`~fishbowl.access.codes.normalised`.
        :param find: gives the session of a code.
        :param belongs: tells whether who asks is signed in there, and is answered always.
        :raises TooManyCodes: nothing was looked up, so not even the time that it takes tells
            whether there is such a session.
        """
        network, now_s = limit_key(address), self._now_s()
        may_ask = self._is_known(network, code) or self._limit.would_allow(network, now_s)
        if not may_ask and not belongs():
            raise TooManyCodes(self._limit.wait_s(network, now_s))
        found = find(code)
        self._note(network, code, is_there=found is not None)
        return found

    def _note(self, network: str, code: str, *, is_there: bool) -> None:
        now_s = self._now_s()
        if not is_there and not self._is_known(network, code):
            self._limit.allows(network, now_s)
        self._known.pop((network, code), None)
        self._known[network, code] = now_s
        while len(self._known) > KNOWN_MAX:
            del self._known[next(iter(self._known))]

    def _is_known(self, network: str, code: str) -> bool:
        asked_s = self._known.get((network, code))
        return asked_s is not None and self._now_s() - asked_s < KNOWN_S
