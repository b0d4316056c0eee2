"""A fair queue for requests of strangers: one is handled at a time, and addresses take turns.

A page takes one to three milliseconds. If a hundred are requested at once, a command of the console
would wait for all of them. Therefore they wait in a queue of their own, and only the first one
competes with the console. Many requests of one address delay only that address.
"""

from collections import OrderedDict, deque
from threading import Event, Lock
from typing import Any

TURN = "fishbowl.turn"
"""Where a request's environment has its :class:`Turn`."""
WAITING_MAX = 4_096
"""Requests in line; a page that is asked for then is refused, to be asked for again."""


class Turns:
    """The queue: which request is handled, and which wait.

    :param at_once: how many may work at the same time.
    """

    def __init__(self, at_once: int = 1) -> None:
        self._free = at_once
        self._lock = Lock()
        self._waiting: OrderedDict[str, deque[Event]] = OrderedDict()
        self._count = 0

    def begin(self, address: str, *, whatever_waits: bool = False) -> bool:
        """Wait for a turn; ``False`` if too many wait already.

        :param address: where the request comes from, as a limit's key.
        :param whatever_waits: wait also if too many do.
        """
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            if self._count >= WAITING_MAX and not whatever_waits:
                return False
            called = Event()
            self._waiting.setdefault(address, deque()).append(called)
            self._count += 1
        called.wait()
        return True

    def end(self) -> None:
        """Let the next one begin: the first of the address that has waited longest for a turn."""
        with self._lock:
            if not self._waiting:
                self._free += 1
                return
            address, line = self._waiting.popitem(last=False)
            called = line.popleft()
            self._count -= 1
            if line:
                self._waiting[address] = line  # behind the other addresses
        called.set()


class Turn:
    """The turn of one request, which it gives away while it waits for something else."""

    def __init__(self, turns: Turns, address: str) -> None:
        self._turns = turns
        self._address = address

    def __enter__(self) -> None:
        """Let others work while this request waits."""
        self._turns.end()

    def __exit__(self, *_: Any) -> None:
        """Wait for another turn: what was begun is ended, however many wait."""
        self._turns.begin(self._address, whatever_waits=True)
