"""The side of a laptop: hands over what waits until home has it, and tells how it goes.

It tries when it starts, when something ends, and again and again as long as there is no
connection, ever later but at most a minute apart: so it notices within a minute that the network
is back. A bundle that home refuses is not sent again before it changes; the others go on.
"""

from collections.abc import Callable, Iterable
from functools import partial
from threading import Lock
from typing import Any, Literal, NamedTuple

import msgspec

from fishbowl.home.asking import Asking, NotKnown, Unreachable
from fishbowl.home.bundles import Source, Waiting, packed
from fishbowl.home.envelope import name_of, sealed
from fishbowl.home.key_store import KeyStore
from fishbowl.home.keys import OwnKeys, PublicKeys
from fishbowl.home.messages import (
    BUNDLE,
    BUNDLE_MAX_BYTES,
    PART_BYTES,
    Has,
    Part,
    Take,
    Taken,
    There,
)
from fishbowl.home.records import SENT, Home, HomeRecords, Sent
from fishbowl.home.troubles import Troubles
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.threads import directly
from fishbowl.host.waking import WakingLoop

PAUSES_S = (2.0, 5.0, 10.0, 20.0, 40.0, 60.0)
"""After the first failure, the second, and so on."""
LOOK_S = 60.0
"""The longest wait when everything is there: another process may have added something."""
QUIET_S = 10.0
"""A session that has just ended is handed over when nothing has changed in it for so long: each
version is checked whole at home."""
TRIES_UNKNOWN = 4
"""Home is asked so often whether it knows this laptop again; then somebody has to connect it."""
OF_ONE = frozenset({"damaged", "says_413", "says_500"})
"""What may be wrong with one bundle alone: the others are sent all the same."""
TURN_MAX_S = 300.0
FINISH_S = 5.0

State = Literal["alone", "waiting", "going", "unreachable", "unknown"]
"""There is no home; everything is there; something is on its way; home does not answer; home does
not know this laptop any more."""


class Standing(NamedTuple):
    """How the hand-over goes.

    :param code: what is wrong while it is not reached, as :class:`Unreachable` has it.
    :param since_ms: since when it is so.
    :param tries: how often it was tried since.
    """

    state: State
    code: str = ""
    since_ms: int = 0
    tries: int = 0


class HandingOver:
    """Hands over until it is stopped.

    :param now_ms: the machine's time in milliseconds since 1970.
    :param run_in_thread: calls what computes for long.
    """

    def __init__(
        self,
        records: HomeRecords,
        keys: KeyStore,
        asking: Asking,
        now_ms: Callable[[], int],
        supervisor: Supervisor | None = None,
        run_in_thread: Callable[..., Any] = directly,
    ) -> None:
        self._run_in_thread = run_in_thread
        self.troubles = Troubles(records)
        self._records, self._keys, self._asking, self._now_ms = records, keys, asking, now_ms
        self._supervisor = supervisor or Supervisor()
        self._loop = WakingLoop(self._supervisor.turns("hand-over", TURN_MAX_S))
        self._sources: list[Source] = []
        self._connected: list[Callable[[], None]] = []
        self._round = Lock()
        self.standing = Standing("alone")

    def add(self, source: Source) -> None:
        """Hand over what a source has as well; see :mod:`fishbowl.home.bundles`."""
        self._sources.append(source)

    def on_connected(self, callback: Callable[[], None]) -> None:
        """Be called each time that everything was handed over and home answers.

        It may ask home itself; what it raises of :mod:`fishbowl.home.asking` counts as here.
        """
        self._connected.append(callback)

    # The loop

    def start(self, spawn: Callable[[Callable[[], None]], object]) -> None:
        """Start the loop in a task."""
        spawn(partial(self._loop.run_supervised, self._supervisor, self._turn))

    def wake(self) -> None:
        """Try now: something has ended, or somebody wants it."""
        self._loop.wake()

    def later(self) -> None:
        """Try soon: something has changed, and may go on changing for a moment."""
        self._loop.wake_in(QUIET_S)

    def begin_again(self) -> None:
        """Forget how it went: there is another home, or none."""
        self._mended()
        self.standing = Standing("alone")

    def end(self) -> None:
        """Send nothing more after the bundle that is on its way; does not wait for it."""
        self._loop.end()

    def stop(self) -> None:
        """Send nothing more, and wait a little for what is on its way."""
        self.end()
        self._loop.wait_ended(FINISH_S)

    def _turn(self) -> None:
        self.round()
        self._loop.pause(self._pause_s())

    def _pause_s(self) -> float:
        standing = self.standing
        if standing.state != "unreachable":
            return LOOK_S
        return PAUSES_S[min(standing.tries, len(PAUSES_S)) - 1]

    # One round

    def round(self, *, asked: bool = False) -> Standing:
        """Hand over everything that waits, and say how it went.

        :param asked: somebody wants it: home is asked also if it did not know this laptop, or has
            refused something.
        """
        with self._round:
            home = self._records.home()
            if home is None:
                self.standing = Standing("alone")
            elif not self._gave_up() or asked:
                self._try(home, again=asked)
            return self.standing

    def waiting(self) -> list[Waiting]:
        """What home has not answered yet in its present version."""
        home = self._records.home()
        if home is None:
            return []
        sent = self._records.all(SENT, Sent)
        return [one for source in self._sources for one in self._left(source, home, sent)]

    def sent(self) -> list[Sent]:
        """What home has answered, the latest first."""
        found = self._records.all(SENT, Sent).values()
        return sorted(found, key=lambda one: -one.taken.at_ms)

    def _gave_up(self) -> bool:
        return self.standing.state == "unknown" and self.standing.tries >= TRIES_UNKNOWN

    def _try(self, home: Home, *, again: bool) -> None:
        try:
            self._hand_over(home, again=again)
            if self._loop.is_ending:
                return
            self._asking.ask("has", Has(bundle="", size=1), There, home)
            for told in self._connected:
                with self._loop.turns.waiting():
                    told()
        except Unreachable as error:
            self._note("unreachable", error.code)
        except NotKnown:
            self._note("unknown", "")
            self._note_refused(home, self.standing.since_ms)
        else:
            self._mended()
            self._note_refused(home, None)
            self.standing = Standing("waiting")

    def _hand_over(self, home: Home, *, again: bool) -> None:
        """Hand over what waits.

        :param again: also what home has refused before.
        """
        sent = self._records.all(SENT, Sent)
        if again:
            sent = {name: one for name, one in sent.items() if one.taken.how != "refused"}
        failed: Unreachable | None = None
        for source in self._sources:
            for one in self._left(source, home, sent):
                if self._loop.is_ending:
                    return
                self._loop.turns.begins()
                try:
                    self._send(source, one, home)
                except NotKnown:
                    raise
                except Unreachable as error:
                    if error.code not in OF_ONE:
                        raise
                    failed = error
                except Exception as error:  # one bundle that fails holds up no other
                    self._supervisor.failed("handing a bundle over", error)
        if failed is not None:
            raise failed

    def _left(self, source: Source, home: Home, sent: dict[str, Sent]) -> Iterable[Waiting]:
        for one in source.waiting():
            known = sent.get(_name(one))
            if known is None or (known.version, known.home) != (one.version, home.mark):
                yield one

    def _send(self, source: Source, one: Waiting, home: Home) -> None:
        content = source.content(one)
        if content is None:
            return
        own = self._keys.own()
        envelope: bytes = self._run_in_thread(envelope_of, one, content, own, home.keys)
        if len(envelope) > BUNDLE_MAX_BYTES:
            taken = Taken(how="refused", code="too_large", at_ms=self._now_ms())
        else:
            if self.standing.state in ("alone", "waiting"):
                self.standing = Standing("going", since_ms=self._now_ms())
            taken = self._sent(name_of(envelope), envelope, home)
        record = Sent(kind=one.kind, key=one.key, version=one.version, home=home.mark, taken=taken)
        self._records.put(SENT, _name(one), record)
        source.settled(one, taken)

    def _sent(self, name: str, envelope: bytes, home: Home) -> Taken:
        """Send what home lacks of an envelope until it has answered."""
        size = len(envelope)
        ask = self._asking.ask
        for _ in range(3):  # where parts were damaged on the way, home begins again
            there = ask("has", Has(bundle=name, size=size), There, home)
            while there.taken is None and there.bytes < size:
                self._loop.turns.begins()
                part = envelope[there.bytes : there.bytes + PART_BYTES]
                question = Part(bundle=name, size=size, start=there.bytes, part=part)
                before = there.bytes
                there = ask("part", question, There, home)
                if there.taken is None and there.bytes <= before:
                    break
            if there.taken is None:
                there = ask("take", Take(bundle=name), There, home)
            if there.taken is not None:
                return there.taken
        raise Unreachable("damaged")

    # How it goes

    def _note(self, state: State, code: str) -> None:
        before = self.standing
        if before.state == state and before.code == code:
            self.standing = before._replace(tries=before.tries + 1)
        else:
            self._mended()
            self.standing = Standing(state, code, self._now_ms(), 1)

    def _note_refused(self, home: Home, since_ms: int | None) -> None:
        """Keep since when home does not know this laptop, unless it has another home by now."""
        now = self._records.home()
        if now is None or now.pairing != home.pairing:
            return
        if (now.refused_ms is None) != (since_ms is None):
            self._records.put_home(msgspec.structs.replace(now, refused_ms=since_ms))

    def _mended(self) -> None:
        """Keep what was wrong among the troubles, if something was."""
        before = self.standing
        if before.state not in ("unreachable", "unknown"):
            return
        self.troubles.keep(before.code or before.state, before.since_ms, self._now_ms())


def _name(one: Waiting) -> str:
    return f"{one.kind}/{one.key}"


def envelope_of(one: Waiting, content: bytes, own: OwnKeys, home: PublicKeys) -> bytes:
    """Make the envelope in which something is handed over."""
    return sealed(packed(one.kind, one.key, one.position, content), BUNDLE, own, home)
