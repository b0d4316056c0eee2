"""A standby follows: it asks for what is new, stores it, and confirms it, for ever."""

import logging
from collections.abc import Callable
from threading import Condition, Event, Lock
from typing import Literal, NamedTuple

from fishbowl.domain.streams import KINDS
from fishbowl.host.supervisor import described
from fishbowl.log import Store, StoreError
from fishbowl.log.backup import copy_beside
from fishbowl.log.copies import Head, Tampered
from fishbowl.standby.asking import Asker, Unreachable, WrongKey, ticket
from fishbowl.standby.messages import PROTOCOL, Ask, Batch, Hello, Welcome

log = logging.getLogger(__name__)

WANTS_MAX = 400
AGAIN_S = 1.0
REFUSED_AGAIN_S = 5.0

Phase = Literal[
    "connecting", "catching_up", "in_step", "away", "wrong_key", "other_version",
    "other_installation", "taken_over", "tampered", "not_stored",
]  # fmt: skip


class Standing(NamedTuple):
    """How following goes.

    :param left: how many streams are not here to their ends.
    :param entries: how many entries were stored since the start.
    :param confirmed_ms: when something was last confirmed, in milliseconds since 1970; 0: never.
    """

    phase: Phase
    left: int = 0
    entries: int = 0
    confirmed_ms: int = 0


class Following:
    """Keeps a database like that of a server.

    :param store: the copy; nobody else writes to it.
    :param asker: asks the server.
    :param address: where this machine can be found.
    :param mark: names the installation whose copy this is; empty as long as it is none.
    :param now_ms: the wall's time in milliseconds since 1970.
    """

    def __init__(
        self,
        store: Store,
        asker: Asker,
        address: str,
        mark: Callable[[], str],
        now_ms: Callable[[], int],
    ) -> None:
        self._store, self._asker, self._address = store, asker, address
        self._mark, self._now_ms = mark, now_ms
        self._stopping = Event()
        self._lock = Lock()
        self._changed = Condition()
        self._kept_aside = False
        self.standing = Standing("connecting")

    def run(self) -> None:
        """Follow until told to stop."""
        while not self._stopping.is_set():
            pause_s = AGAIN_S
            try:
                self._follow()
            except Unreachable:
                self._be("away")
            except WrongKey:
                self._be("wrong_key")
                pause_s = REFUSED_AGAIN_S
            except Tampered as error:
                log.error("entries do not have the hashes they were sent with: %s", error)
                self._be("tampered")
                pause_s = REFUSED_AGAIN_S
            except (StoreError, OSError) as error:
                log.error("what was sent could not be stored: %s", error)
                self._be("not_stored")
                pause_s = REFUSED_AGAIN_S
            except Exception as error:  # a fault of ours: the next try may not meet it
                log.error("following failed: %s", described(error))
                self._be("not_stored")
                pause_s = REFUSED_AGAIN_S
            self._stopping.wait(pause_s)

    def stop(self) -> None:
        """Store nothing more; what is being stored is finished."""
        self._stopping.set()
        with self._lock:
            pass

    def has_all(self, heads: list[Head], within_s: float) -> bool:
        """Wait until streams are here as far as the server says.

        :return: whether they are within that time.
        """
        with self._changed:
            return self._changed.wait_for(lambda: not self._missing(heads), within_s)

    def _follow(self) -> None:
        hello = Hello(
            ticket=ticket(),
            protocol=PROTOCOL,
            mark=self._mark(),
            address=self._address,
            epoch=self._read_epoch(),
            kinds=[kind.name for kind in KINDS],
        )
        welcome = self._asker.ask("hello", hello, Welcome)
        if welcome.refused:
            self._be(_refusal(welcome.refused))
            self._stopping.wait(REFUSED_AGAIN_S)
            return
        asked = self._missing(welcome.heads)
        self._be("catching_up" if asked else "in_step", left=len(asked))
        number = 0
        while not self._stopping.is_set():
            some, asked = asked[:WANTS_MAX], asked[WANTS_MAX:]
            ask = Ask(ticket=ticket(), line=welcome.line, number=number, wants=some)
            batch = self._asker.ask("next", ask, Batch)
            if batch.unknown:
                return
            with self._lock:
                if self._stopping.is_set():
                    return
                asked += self._take(batch)
            number = batch.number
            left = max(len(asked), batch.left)
            self._be("catching_up" if left else "in_step", left=left, confirmed=True)

    def _take(self, batch: Batch) -> list[Head]:
        done = self._store.take_copy(batch.pieces, batch.deletions, batch.tables, self._keep_aside)
        self.standing = self.standing._replace(entries=self.standing.entries + done.entries)
        return done.wants

    def _missing(self, heads: list[Head]) -> list[Head]:
        """Which streams of a server are otherwise here, with how far they go here."""
        with self._store.copy_source() as source:
            here = {head.stream: head for head in source.heads()}
        return [
            here.get(head.stream, Head(*head.stream, 0, b""))
            for head in heads
            if here.get(head.stream) != head
        ]

    def _read_epoch(self) -> int:
        return self._store.peers().epoch

    def _keep_aside(self) -> None:
        """Copy this database once before a log is replaced that went on otherwise here."""
        if not self._kept_aside:
            copy = copy_beside(self._store.path, "diverged", str(self._now_ms()))
            log.warning("logs went on otherwise here; how they were is in %s", copy.name)
            self._kept_aside = True

    def _be(self, phase: Phase, *, left: int | None = None, confirmed: bool = False) -> None:
        before = self.standing
        self.standing = before._replace(
            phase=phase,
            left=before.left if left is None else left,
            confirmed_ms=self._now_ms() if confirmed else before.confirmed_ms,
        )
        with self._changed:
            self._changed.notify_all()


def _refusal(code: str) -> Phase:
    if code == "other_version":
        return "other_version"
    return "taken_over" if code == "taken_over" else "other_installation"
