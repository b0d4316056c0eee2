"""After a takeover only one machine goes on: the other one refuses as soon as it hears of it.

Each takeover has a number, the epoch, that both databases keep. Who takes over tells the former
server, again and again until it has heard. A server that has ever had a standby also asks it, at
its start and while it runs. Whoever hears of a higher number saves nothing any more.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from fishbowl.host.supervisor import Supervisor
from fishbowl.log import Log, StoreError, Unavailable, effects
from fishbowl.standby.asking import Asker, Unreachable, WrongKey, ticket
from fishbowl.standby.messages import Fence, Place
from fishbowl.standby.sealing import Seal

log = logging.getLogger(__name__)

LOOK_S = 5.0
"""How often other machines are told or asked."""
TIMEOUT_S = 2.0
TURN_MAX_S = 120.0
"""Each machine that does not answer takes the time-out twice, and there are a few at most."""
ASKED_AT_START = 3
REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000
"""A standby that was not seen for so long is not asked any more."""


class TakenOver(StoreError):
    """Another machine has taken over from this database."""

    def __init__(self, path: Path, address: str) -> None:
        super().__init__(
            f"Another machine has taken over from {path}"
            f"{f' and goes on at {address}' if address else ''}. "
            "What was saved here and is not there would be lost, and phones would find two "
            "servers. "
            "If that machine is not to go on, start this one with --despite-takeover. "
            "To follow it, use `fishbowl standby`. Nothing was changed."
        )


def check_start(log: Log, seal: Seal, now_ms: int, *, despite: bool = False) -> None:
    """Let a server start only if no other machine has taken over from it.

    :param despite: go on all the same, as the machine that has taken over last.
    :raises TakenOver: one has.
    """
    known = log.peers()
    epoch, fenced = known.epoch, known.fenced
    standbys = known.of_kind("standby", now_ms - REMEMBERED_MS)
    if fenced is None:
        fenced = _newer(standbys[:ASKED_AT_START], seal, epoch)
        if fenced is not None:
            number, address = fenced
            log.append({}, [effects.Fence(epoch=number, address=address)])
    if fenced is None:
        return
    number, address = fenced
    if not despite:
        raise TakenOver(log.path, address)
    log.append({}, [effects.TakeOver(epoch=number + 1, former=address, now_ms=now_ms)])


def _newer(urls: list[str], seal: Seal, epoch: int) -> tuple[int, str] | None:
    for url in urls:
        try:
            place = ask_place(url, seal, epoch)
        except (Unreachable, WrongKey):
            continue
        if place.epoch > epoch:
            return place.epoch, place.address or url
    return None


def ask_place(url: str, seal: Seal, epoch: int, address: str = "") -> Place:
    """Ask a machine how often this installation was taken over, or tell it of a takeover.

    :param address: where it goes on, for one that is to refuse from now on.
    :raises Unreachable: it does not answer.
    :raises WrongKey: it is another installation.
    """
    asker = Asker(url, seal, TIMEOUT_S)
    try:
        return asker.ask("fence", Fence(ticket=ticket(), epoch=epoch, address=address), Place)
    finally:
        asker.close()


class Turn:
    """Whose turn it is: this machine's, until another one has taken over.

    :param log: remembers other machines; used from any thread.
    :param refuse: makes the server save nothing any more.
    :param told: is told the address where it goes on.
    """

    def __init__(
        self,
        log: Log,
        refuse: Callable[[], None],
        told: Callable[[str], None],
        supervisor: Supervisor,
    ) -> None:
        self._log = log
        self._refuse, self._told = refuse, told
        self._supervisor = supervisor
        self.turns = supervisor.turns("look for takeovers", TURN_MAX_S)
        self.epoch = log.peers().epoch
        self.successor: str | None = None
        """Where it goes on; ``None`` as long as that is here."""
        self.untold = ""
        """The server that was taken over from, until it has heard; empty if there is none."""
        self._is_over = False

    def hear(self, epoch: int, address: str) -> None:
        """Hear of a takeover; after a newer one this server saves nothing any more.

        When this returns, whatever was acknowledged before is in the log.
        """
        if epoch <= self.epoch or self.successor is not None:
            return
        self.successor = address
        self._refuse()
        log.warning("another machine has taken over; nothing is saved here any more")
        try:
            self._log.append({}, [effects.Fence(epoch=epoch, address=address)])
        finally:
            self._told(address)

    def end(self) -> None:
        """Look no more: this server stops, and its log is closed next."""
        self._is_over = True

    def place(self) -> Place:
        """What this machine answers when it is asked."""
        return Place(epoch=self.epoch, address=self.successor or "")

    def follows(self, url: str, now_ms: int) -> None:
        """Remember a standby, to ask it after a restart."""
        self._log.append({}, [effects.NotePeer(url=url, kind="standby", seen_ms=now_ms)])

    def watch(
        self, seal: Seal, address: Callable[[], str], sleep: Callable[[float], object]
    ) -> None:
        """Tell the former server, and ask the standbys, for ever.

        :param address: where this machine can be found.
        """
        while self.successor is None and not self._is_over:
            self.turns.begins()
            with self._supervisor.isolated("telling other machines of a takeover"):
                try:
                    self.look(seal, address())
                except Unavailable:
                    if not self._is_over:  # or the log was closed meanwhile
                        raise
            sleep(LOOK_S)

    def look(self, seal: Seal, address: str) -> None:
        """Tell and ask once."""
        known = self._log.peers()
        untold = ""
        for url in known.of_kind("former"):
            place = self._ask(url, seal, address)
            if place is not None and place.address:
                self._log.append({}, [effects.ForgetPeer(url=url)])
            else:
                untold = url
        self.untold = untold
        for url in known.of_kind("standby"):
            place = self._ask(url, seal, "")
            if place is not None:
                self.hear(place.epoch, place.address or url)

    def _ask(self, url: str, seal: Seal, address: str) -> Place | None:
        try:
            return ask_place(url, seal, self.epoch, address)
        except (Unreachable, WrongKey):
            return None
