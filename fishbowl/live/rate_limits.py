"""Rate limits of what devices send. A new connection of the same device does not reset them.

A device that has joined has a limit of its own. Devices that have not joined can make up any
identity, so those of one address share a limit. People in a hall behind one address are therefore
never slowed by an attacker there, and newcomers are served in the order in which they came.
"""

import time
from collections.abc import Callable

from fishbowl.access.rate_limit import RateLimit
from fishbowl.live.presence import Connection

COMMANDS: dict[str, tuple[int, float]] = {
    "phone": (20, 10),
    "console": (200, 10),
    "runner": (20, 10),
    "stage": (20, 10),
}
"""Commands at once, and the seconds of rest after which as many may come again: more than thumbs
can do, far less than a script."""
SIGNALS = (5, 10)
"""The same for the signals of one device: applause, no flood."""
RESENDS = (3, 30)
"""The same for whole views that one connection asks for: hardly ever is one missed."""
UNKNOWN_DEVICE = (6, 30)
"""The same for a device that has not joined: a name, and another one."""
UNKNOWN_ADDRESS = (2_500, 25)
"""The same for all devices of one address that have not joined: a full hall at once, and then a
hundred a second."""
UNKNOWN_WAIT_S = 15.0
"""How long an unknown device waits for what others of its address have used."""
FORGETTING = (30, 60)
"""The same for people of one address who delete everything about them: each reads a log anew."""


class RateLimits:
    """The rate limits of everybody who is connected.

    :param now_s: tells monotonic seconds.
    """

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._commands = {face: RateLimit(*budget) for face, budget in COMMANDS.items()}
        self._signals = RateLimit(*SIGNALS)
        self._resends = RateLimit(*RESENDS)
        self._unknown_devices = RateLimit(*UNKNOWN_DEVICE)
        self._unknown_addresses = RateLimit(*UNKNOWN_ADDRESS)
        self._forgetting = RateLimit(*FORGETTING)

    def command(self, sender: Connection, *, is_known: bool) -> float | None:
        """Take a command out of the sender's limit.

        :param is_known: whether they have joined, or came by a key.
        :return: seconds to wait before it is done; ``None`` if it is too much.
        """
        now_s = self._now_s()
        if is_known:
            device = sender.key or sender.sign_in
            is_allowed = self._commands[sender.face].allows((sender.code, device), now_s)
            return 0.0 if is_allowed else None
        if not self._unknown_devices.allows((sender.code, sender.key), now_s):
            return None
        return self._unknown_addresses.reserve(sender.address, now_s, UNKNOWN_WAIT_S)

    def signal(self, sender: Connection) -> bool:
        """Take a signal out of the limit of a device."""
        return self._signals.allows((sender.code, sender.key), self._now_s())

    def resend(self, sid: str) -> bool:
        """Take a whole view out of the limit of a connection."""
        return self._resends.allows(sid, self._now_s())

    def forgetting(self, sender: Connection) -> bool:
        """Take a deletion out of the limit of an address."""
        return self._forgetting.allows((sender.code, sender.address), self._now_s())
