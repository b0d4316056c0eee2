"""Writes the sum of signals of a topic into the log when the topic ends."""

import logging
from collections.abc import Callable

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session.clock import clock_state
from fishbowl.domain.session.commands import TotalSignals
from fishbowl.domain.session.events import Entry, SessionClosed, TopicBegun, TopicEnded
from fishbowl.domain.session.ids import TopicId
from fishbowl.host.supervisor import Supervisor
from fishbowl.live.signal_counts import SignalCounter
from fishbowl.services.writer import Change, Envelope, Service

log = logging.getLogger(__name__)

MOVES_ON = (TopicBegun, TopicEnded, SessionClosed)


class SignalTotals:
    """Watches for the end of a topic.

    :param spawn: starts a background task of the server's kind: who watches must not block the
        writer.
    """

    def __init__(
        self,
        service: Service,
        signal_counter: SignalCounter,
        spawn: Callable[[Callable[[], None]], object],
        supervisor: Supervisor,
    ) -> None:
        self._service = service
        self._signal_counter = signal_counter
        self._spawn = spawn
        self._supervisor = supervisor

    def on_change(self, change: Change) -> None:
        """Take note of a commit; where the talk has moved on, the sum is written down."""
        moved = next((entry for entry in change.entries if isinstance(entry.event, MOVES_ON)), None)
        if moved is None or change.before is None:
            return
        totals = self._signal_counter.take_totals(change.after.code)
        if clock_state(change.after.clock) == "closed":
            self._signal_counter.drop(change.after.code)
        if totals:
            topic = change.before.agenda.topic
            self._spawn(lambda: self._write(change.after.code, topic, totals, moved))

    def _write(
        self, code: str, topic: TopicId | None, totals: dict[str, int], moved: Entry
    ) -> None:
        order = Envelope(
            code=code,
            command=TotalSignals(topic=topic, **totals),
            command_id=f"signals-{moved.seq:08}",
            role=Role.TIME,
        )
        with self._supervisor.isolated("writing the sum of signals down"):
            outcome = self._service.submit(order)
            if not outcome.ok:
                log.info("signals in %s: %s", code, outcome.code)
