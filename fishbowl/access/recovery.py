"""Account recovery on another phone: how often words may be tried, and who asks for help instead.

Wrong words count against the phone that tries them; its neighbours are not slowed down. Because
a script can pretend to be many phones, an address and a session have bounds as well, so wide that
it takes a script to reach them. A facilitator's link is never refused.
"""

import logging
import time
from collections.abc import Callable, Iterator

import msgspec

from fishbowl.access.client_address import limit_key
from fishbowl.access.rate_limit import RateLimit
from fishbowl.host.supervisor import described

log = logging.getLogger(__name__)

WRONG_FROM_PHONE = (5, 5 * 60.0)
"""Wrong words from one phone, and the seconds after which as many may come again."""
WRONG_FROM_ADDRESS = (20, 2 * 60.0)
"""A whole hall may share one address, but few of it lose their phones in the same minutes."""
WRONG_IN_SESSION = (60, 2 * 60.0)
"""More than one address can use up: at this rate, guessing one of three hundred people's words
takes ten days of trying without a pause."""

ASKED_S = 15 * 60.0
"""How long somebody who asks to be let in again is shown to the facilitator."""
ASKED_MAX = 20
"""How many are shown in a session; beyond them the one who asked longest ago is dropped."""
ASKS_FROM_ADDRESS = (10, 10 * 60.0)
"""How many phones may ask from one address, and the seconds after which as many may again."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A phone whose holder asks the facilitator to be let in again.

    :param name: what they say that they are called; empty for who only tried words in vain.
    :param since_s: for how many seconds.
    """

    id: int
    name: str
    since_s: int


class _Asks(msgspec.Struct, frozen=True):
    id: int
    name: str
    at_s: float


class Recovery:
    """Counts wrong words and keeps, in memory alone, who asks for help.

    :param now_s: monotonic seconds.
    """

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._phones = RateLimit(*WRONG_FROM_PHONE)
        self._addresses = RateLimit(*WRONG_FROM_ADDRESS)
        self._sessions = RateLimit(*WRONG_IN_SESSION)
        self._asking = RateLimit(*ASKS_FROM_ADDRESS)
        self._asked: dict[str, dict[str, _Asks]] = {}
        self._last_id = 0
        self._changed: list[Callable[[str], None]] = []

    def subscribe(self, changed: Callable[[str], None]) -> None:
        """Be told in which session somebody has asked, or need not any more."""
        self._changed.append(changed)

    # Words

    def may_try(self, code: str, key: str, address: str) -> bool:
        """Tell whether words may be tried now.

        :param key: the pseudonym of the phone.
        """
        now_s = self._now_s()
        return all(limit.would_allow(who, now_s) for limit, who in self._limits(code, key, address))

    def note_wrong(self, code: str, key: str, address: str) -> None:
        """Count words that were wrong. A phone that may try no more is shown to the facilitator."""
        now_s = self._now_s()
        for limit, who in self._limits(code, key, address):
            limit.allows(who, now_s)
        if not self._phones.would_allow((code, key), now_s):
            self.ask(code, key, address, "")

    def _limits(
        self, code: str, key: str, address: str
    ) -> Iterator[tuple[RateLimit, tuple[str, ...]]]:
        yield self._phones, (code, key)
        yield self._addresses, (limit_key(address),)
        yield self._sessions, (code,)

    # Help

    def ask(self, code: str, key: str, address: str, name: str) -> bool:
        """Show the facilitator that somebody asks; who has asked already is shown once.

        :return: ``False`` if too many have asked from this address.
        """
        now_s = self._now_s()
        self._drop_old(now_s)
        before = self._asked.get(code, {}).pop(key, None)
        if before is None and not self._asking.allows(limit_key(address), now_s):
            return False
        asked = self._asked.setdefault(code, {})
        self._last_id += 1
        said = name or ("" if before is None else before.name)
        asked[key] = _Asks(self._last_id if before is None else before.id, said, now_s)
        if len(asked) > ASKED_MAX:
            del asked[next(iter(asked))]
        self._tell(code)
        return True

    def asked(self, code: str) -> tuple[Asked, ...]:
        """Who asks in a session, the first one first."""
        now_s = self._now_s()
        return tuple(
            Asked(id=one.id, name=one.name, since_s=int(now_s - one.at_s))
            for one in self._asked.get(code, {}).values()
            if now_s - one.at_s < ASKED_S
        )

    def settle(self, code: str, key: str) -> None:
        """Show a phone no more: it is somebody's again."""
        if self._asked.get(code, {}).pop(key, None) is not None:
            self._tell(code)

    def dismiss(self, code: str, id: int) -> None:
        """Show no more who asked; the facilitator has seen to it."""
        for key, one in list(self._asked.get(code, {}).items()):
            if one.id == id:
                self.settle(code, key)

    def forget(self, code: str) -> None:
        """Drop who asks in a session that is no more."""
        self._asked.pop(code, None)

    def _drop_old(self, now_s: float) -> None:
        for code, asked in list(self._asked.items()):
            for key, one in list(asked.items()):
                if now_s - one.at_s >= ASKED_S:
                    del asked[key]
            if not asked:
                del self._asked[code]

    def _tell(self, code: str) -> None:
        for subscriber in self._changed:
            try:
                subscriber(code)
            except Exception as error:  # what was asked is kept, and the others must be told
                log.error("a subscriber failed: %s", described(error))
