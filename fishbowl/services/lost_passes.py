"""Letters to people who lost their pass, made beside the requests that ask for them.

Whoever asks learns nothing by the answer or by its time: the address is looked up afterwards, by a
task of its own.
"""

import logging
import secrets
import time
from collections import deque
from collections.abc import Callable
from threading import Event, Lock, Thread

from fishbowl.access.rate_limit import RateLimit
from fishbowl.host.supervisor import Supervisor
from fishbowl.log import Log, StoreError
from fishbowl.log.people_effects import DropLetters, DropTokens, PutLetter
from fishbowl.services.contacts import Contacts
from fishbowl.services.tokens import Tokens

log = logging.getLogger(__name__)

WAITING_MAX = 1_000
"""Addresses that wait to be looked up; beyond it the oldest are dropped."""
TURN_MAX_S = 60.0
LETTERS = (3, 3600.0)
"""The rate limit of letters to one member: somebody else may be asking."""


class LostPasses:
    """Sends letters with a link to a new pass.

    :param log: the outbox.
    :param now_ms: the machine's time in milliseconds since 1970.
    """

    def __init__(
        self,
        log: Log,
        contacts: Contacts,
        tokens: Tokens,
        now_ms: Callable[[], int],
        supervisor: Supervisor | None = None,
    ) -> None:
        self._log, self._contacts, self._tokens, self._now_ms = log, contacts, tokens, now_ms
        self._supervisor = supervisor or Supervisor()
        self._lock, self._wake, self._stop = Lock(), Event(), Event()
        self._waiting: deque[str] = deque(maxlen=WAITING_MAX)
        self._letters = RateLimit(*LETTERS)
        self._turns = self._supervisor.turns("lost passes", TURN_MAX_S)
        run = self._supervisor.supervised(self._turns, self._run)
        self._thread = Thread(target=run, name="lost-passes", daemon=True)

    def start(self) -> None:
        """Begin to look up what is asked."""
        self._thread.start()

    def stop(self) -> None:
        """Look up what is left, and stop."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()
        self.flush()

    def ask(self, address: str) -> None:
        """Ask for a letter to an address, if somebody is known by it. Never blocks or fails."""
        with self._lock:
            self._waiting.append(address)
        self._wake.set()

    def flush(self) -> None:
        """Look up every address that waits. One that fails does not spoil the others."""
        while True:
            with self._lock:
                if not self._waiting:
                    return
                address = self._waiting.popleft()
            with self._supervisor.isolated("writing to somebody who lost their pass"):
                self._write_to(address)

    def _write_to(self, address: str) -> None:
        for owner in self._contacts.owners(address):
            if not self._letters.allows(owner, time.monotonic()):
                continue
            id = secrets.token_urlsafe(12)
            try:
                self._log.append(
                    {},
                    [
                        DropTokens(owner=owner, purpose="new_pass"),
                        DropLetters(owner=owner, letter="new_pass"),
                        self._tokens.put(id, "new_pass", owner),
                        PutLetter(
                            id=id, owner=owner, letter="new_pass", created_at_ms=self._now_ms()
                        ),
                    ],
                )
            except StoreError:  # they ask again
                log.exception("a letter with a new pass could not be put into the outbox")

    def _run(self) -> None:
        while not self._stop.is_set():
            with self._turns.waiting():
                self._wake.wait()
            self._wake.clear()
            self.flush()
