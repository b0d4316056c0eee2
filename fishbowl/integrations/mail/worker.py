"""Sends the letters of the outbox, one after the other.

A letter is claimed for some minutes, written, handed over by a process of its own, and settled. If
this server dies between handing it over and settling, it is claimed and sent again under the same
Message-ID, so that mail programs show it once. A letter that was not taken is tried again ever
later, and given up after about a day and a half; one that is refused for good, at once.

What is wrong with the mail server itself stops all letters for a while, so that they do not all
use up their tries.
"""

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Literal, Protocol

import msgspec

from fishbowl.access.rate_limit import RateLimit
from fishbowl.host.mail_settings import MailSettings
from fishbowl.host.supervisor import Supervisor
from fishbowl.host.waking import WakingLoop
from fishbowl.host.worker_process import WorkerProcess
from fishbowl.integrations.mail.addressing import ContactLost, LinkOver
from fishbowl.integrations.mail.letter import Letter
from fishbowl.integrations.mail.sender import MODULE, Sent, ToSend
from fishbowl.integrations.mail.smtp import FOR_GOOD, OF_ONE_LETTER, Problem
from fishbowl.log.effects import AnyEffect
from fishbowl.log.people_effects import MarkContact, SettleLetter
from fishbowl.log.people_records import Letter as Row

log = logging.getLogger(__name__)

LEASE_MS = 5 * 60_000
"""How long a letter is claimed: several times what handing one over may take."""
RETRY_MS = (60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 6 * 3_600_000, 24 * 3_600_000)
"""After the first failure, the second, and so on; after the last of these it is given up."""
PAUSE_S = 60.0
"""How long no letter is tried after one that failed because of the mail server or the settings."""
NAP_S = 60.0
"""The longest wait: another program may have put a letter, and some are due later."""
TURN_MAX_S = 180.0
"""One letter takes less, or the loop hangs."""
FINISH_S = 5.0
"""A letter that is being handed over when the server stops gets so long."""

State = Literal["waiting", "sending", "failing"]
"""No letter has been sent since the start; the last one was taken; the mail server takes none."""


class Outbox(Protocol):
    """What the worker needs of the log; see :class:`fishbowl.log.Log`."""

    def claim_letters(self, now_ms: int, until_ms: int, most: int) -> list[Row]:
        """Claim letters that are due and that nobody else is sending."""
        ...

    def append(self, entries: Any, effects: Any) -> None:
        """Apply effects in one transaction."""
        ...


class Asked(Protocol):
    """A process that answers questions, such as a ``WorkerProcess``."""

    def ask(self, question: bytes) -> bytes:
        """Send a question and wait for the answer."""
        ...

    def stop(self) -> None:
        """End the process."""
        ...


class OutboxWorker:
    """Sends letters until it is stopped.

    :param write: writes the letter of a row; ``None`` if it is not to be sent any more.
    :param beside: effects that are applied before a letter is handed over.
    :param run_in_thread: calls a function that waits for the process.
    :param now_ms: the machine's time in milliseconds since 1970.
    """

    def __init__(
        self,
        outbox: Outbox,
        write: Callable[[Row], Letter | None],
        settings: MailSettings,
        *,
        beside: Callable[[Row], list[AnyEffect]],
        run_in_thread: Callable[..., Any],
        now_ms: Callable[[], int],
        supervisor: Supervisor | None = None,
        process: Asked | None = None,
    ) -> None:
        self._outbox = outbox
        self._write = write
        self._settings = settings
        self._beside = beside
        self._run_in_thread = run_in_thread
        self._now_ms = now_ms
        self._supervisor = supervisor or Supervisor()
        self._loop = WakingLoop(self._supervisor.turns("outbox", TURN_MAX_S))
        self._process = process or WorkerProcess(MODULE)
        self._limit = RateLimit(settings.per_minute, 60.0)
        self._paused_until_s = 0.0
        self.state: State = "waiting"
        self.problem: Problem | None = None
        """What is wrong while ``failing``."""

    def start(self, spawn: Callable[[Callable[[], None]], object]) -> None:
        """Start the loop in a task."""
        spawn(partial(self._loop.run_supervised, self._supervisor, self._turn))

    def wake(self) -> None:
        """Look for letters now: one may have been put."""
        self._loop.wake()

    def end(self) -> None:
        """Send nothing more after the letter that is being handed over; does not wait for it."""
        self._loop.end()

    def stop(self) -> None:
        """Let the letter that is being handed over be finished, if it takes not long, and stop."""
        self.end()
        self._loop.wait_ended(FINISH_S)
        self._process.stop()
        self._loop.wait_ended(FINISH_S)

    def _turn(self) -> None:
        if (pause_s := self._paused_until_s - time.monotonic()) > 0:
            self._loop.pause_unheeding(pause_s)
        elif row := self._claimed():
            self._serve(row)
        else:
            self._hang_up()
            self._loop.pause(NAP_S)

    def _claimed(self) -> Row | None:
        """Claim the letter that is due first, once the rate limit allows one."""
        wait_s = self._limit.wait_s("", time.monotonic())
        if wait_s > 0:
            self._loop.pause_unheeding(wait_s)
        if self._loop.is_ending:
            return None
        now_ms = self._now_ms()
        return next(iter(self._outbox.claim_letters(now_ms, now_ms + LEASE_MS, 1)), None)

    def _serve(self, row: Row) -> None:
        """Send one letter, or note why it was not sent."""
        try:
            letter = self._write(row)
        except (ContactLost, LinkOver) as error:
            problem = "contact_lost" if isinstance(error, ContactLost) else "expired"
            self._outbox.append({}, [SettleLetter(id=row.id, problem=problem)])
            return
        except Exception as error:  # one letter that cannot be written holds up no other
            self._supervisor.failed("writing a letter", error)
            self._settle(row, "not_written")
            return
        if letter is None:
            self._outbox.append({}, [SettleLetter(id=row.id)])  # not to be sent, and no problem
            return
        self._outbox.append({}, self._beside(row))
        self._limit.allows("", time.monotonic())
        sent = self._handed_over(ToSend(letter=letter, settings=self._settings, more=True))
        if sent.problem is None:
            self._note_state("sending", None)
            self._outbox.append({}, [SettleLetter(id=row.id, sent_at_ms=self._now_ms())])
            return
        if sent.problem in OF_ONE_LETTER:
            self._note_state("sending", None)
        else:
            self._note_state("failing", sent.problem)
            self._paused_until_s = time.monotonic() + PAUSE_S
        self._settle(row, sent.problem)

    def _settle(self, row: Row, problem: Problem | Literal["not_written"]) -> None:
        """Try again later, or give up. An address that takes no mail is marked."""
        is_last = problem in FOR_GOOD or row.tries > len(RETRY_MS)
        due_ms = None if is_last else self._now_ms() + RETRY_MS[max(0, row.tries - 1)]
        effects: list[AnyEffect] = [SettleLetter(id=row.id, due_at_ms=due_ms, problem=problem)]
        if problem == "address_refused":
            effects.append(
                MarkContact(owner=row.owner, failed_at_ms=self._now_ms(), problem=problem)
            )
        self._outbox.append({}, effects)

    def _handed_over(self, one: ToSend) -> Sent:
        try:
            answer = self._run_in_thread(self._process.ask, msgspec.json.encode(one))
        except OSError:  # it was too slow and ended itself, or somebody ended it
            return Sent(problem="timed_out")
        return msgspec.json.decode(answer, type=Sent)

    def _hang_up(self) -> None:
        """Let the process end its connection: nothing follows."""
        if self.state == "sending":
            self.state = "waiting"
            self._handed_over(ToSend(letter=None, settings=self._settings))

    def _note_state(self, state: State, problem: Problem | None) -> None:
        if state == "failing" and problem != self.problem:
            log.warning("letters wait: %s", problem)  # what the server said can hold an address
        self.state, self.problem = state, problem
