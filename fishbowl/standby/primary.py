"""A server that can be followed: what it answers to other machines, and what it says of them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from fishbowl.access.keys import AccessKeys
from fishbowl.host.addresses import base_url
from fishbowl.host.clock import wall_ms
from fishbowl.host.supervisor import Supervisor
from fishbowl.log.copies import Head
from fishbowl.services.stream_writer import StreamWriter
from fishbowl.services.writer import Service
from fishbowl.standby.feed import Feed, Follower, RunInThread
from fishbowl.standby.fence import Turn
from fishbowl.standby.messages import Ask, Batch, Fence, Hello, Place, Welcome
from fishbowl.standby.sealing import Seal

LOOK_S = 2.0
TURN_MAX_S = 30.0
"""A look takes no time but to read what is in memory, and a pause."""
BEHIND_MS = 5_000
"""A standby that is so far behind is told of on the consoles."""
BEHIND, TAKEN_OVER, UNTOLD = "standby_behind", "taken_over", "former_untold"
"""Conditions of the installation; the console makes the sentences."""


class Primary:
    """Follows nobody, and can be followed.

    :param run_in_thread: calls what reads where it does not hold up the server.
    """

    def __init__(
        self,
        service: Service,
        access_keys: AccessKeys,
        run_in_thread: RunInThread,
        supervisor: Supervisor,
    ) -> None:
        self._service = service
        self._supervisor = supervisor
        self._run_in_thread = run_in_thread
        self.key = access_keys.standby_key()
        self.seal = Seal(self.key)
        self.turn = Turn(service.log, service.refuse, self._tell, supervisor)
        self.feed = Feed(
            service.log,
            run_in_thread,
            access_keys.installation_mark(),
            lambda: self.turn.epoch,
            lambda: self.turn.successor,
        )
        self.turns = supervisor.turns("look after standbys", TURN_MAX_S)
        self._taken_over: list[Callable[[], None]] = []
        self.sends(service)
        service.on_closing(self.turn.end)

    def sends(self, writer: StreamWriter[Any]) -> None:
        """Send at once what a writer writes; others' streams are noticed within a second."""
        writer.subscribe(lambda change: self.feed.on_grown(writer.stream_of(change.after)))
        writer.on_deleted(lambda key: self.feed.on_deleted(writer.stream(key), wall_ms()))

    def on_taken_over(self, subscriber: Callable[[], None]) -> None:
        """Be told when another machine has taken over."""
        self._taken_over.append(subscriber)

    def start(
        self,
        spawn: Callable[..., object],
        sleep: Callable[[float], object],
        address: Callable[[], str],
    ) -> None:
        """Begin to look after standbys, and after whose turn it is.

        :param address: where this machine can be found.
        """
        turn, supervised = self.turn, self._supervisor.supervised
        spawn(supervised(turn.turns, lambda: turn.watch(self.seal, address, sleep)))
        spawn(supervised(self.turns, lambda: self._watch(sleep)))

    # What other machines ask

    def hello(self, hello: Hello) -> Welcome:
        """Let a standby follow, and remember where it is."""
        welcome = self.feed.welcome(hello)
        if not welcome.refused and base_url(hello.address, 80) == hello.address:
            self.turn.follows(hello.address, wall_ms())
        return welcome

    def next(self, ask: Ask, waiting: AbstractContextManager[Any]) -> Batch:
        """Give a standby what is new."""
        return self.feed.answer(ask, waiting)

    def fence(self, fence: Fence) -> Place:
        """Hear of a takeover, or say how often there was one."""
        if not fence.address:
            return self.turn.place()
        self.turn.hear(fence.epoch, fence.address)
        place = self.turn.place()
        return Place(
            epoch=place.epoch, address=place.address, heads=self._run_in_thread(self._heads)
        )

    # What this one says of them

    def followers(self) -> list[Follower]:
        """The standbys that have followed lately, the latest first."""
        return self.feed.followers()

    def look(self) -> None:
        """Say on the consoles if a standby is behind, or a former server has not been told."""
        if self.turn.untold:
            self._service.health.begins(UNTOLD, address=self.turn.untold)
        else:
            self._service.health.ends(UNTOLD)
        followers = self.feed.followers()
        if not followers:
            return
        best = min(followers, key=lambda one: (one.is_away, one.lag_ms))
        if best.is_away or best.lag_ms > BEHIND_MS:
            self._service.health.begins(BEHIND, address=best.address, away=best.is_away)
        else:
            self._service.health.ends(BEHIND)

    def _watch(self, sleep: Callable[[float], object]) -> None:
        while self.turn.successor is None:
            self.turns.begins()
            with self._supervisor.isolated("looking after standbys"):
                self.look()
            sleep(LOOK_S)

    def _tell(self, address: str) -> None:
        self._service.health.ends(BEHIND)
        self._service.health.begins(TAKEN_OVER, address=address)
        for told in self._taken_over:
            with self._supervisor.isolated("telling a subscriber of a takeover"):
                told()

    def _heads(self) -> list[Head]:
        with self._service.log.copy_source() as source:
            return source.heads()
