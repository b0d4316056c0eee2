"""A log whose work is done by the threads of the log, so that a slow disk stops nobody else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from fishbowl.domain.kernel.entries import Entry
from fishbowl.domain.kernel.streams import Stream
from fishbowl.host.threads import Runner
from fishbowl.log import CommandKey, Listed, Log, News
from fishbowl.log.copies import CopySource
from fishbowl.log.effects import AnyEffect
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.people_effects import PutLetter
from fishbowl.log.raw_entries import RawEntry
from fishbowl.log.records import AUDIT_LINES_MAX, AuditLine, Moved, Peers, SignIn
from fishbowl.services.along_in_threads import AlongInThreads
from fishbowl.services.home_in_threads import HomeInThreads
from fishbowl.services.people_in_threads import PeopleInThreads

T = TypeVar("T")


class InThreads(PeopleInThreads, HomeInThreads, AlongInThreads):
    """A :class:`~fishbowl.log.Log` for use from any thread.

    :param log: does the work.
    :param writing: runs what writes, one call after the other.
    :param reading: runs what only reads, one call after the other.
    """

    def __init__(self, log: Log, writing: Runner, reading: Runner) -> None:
        self._log, self._run_writing, self._reading = log, writing, reading
        self._people = self._home = self._along = log
        self._lock = Lock()
        self._heard: list[Callable[[], None]] = []
        self._is_heard = False
        self._on_letters: Callable[[], None] | None = None

    @property
    def path(self) -> Path:
        """The file in use."""
        return self._log.path

    @property
    def moved(self) -> Moved | None:
        """Where the database went on."""
        return self._log.moved

    def append(
        self,
        entries: Mapping[Stream, Sequence[Entry]],
        effects: Sequence[AnyEffect],
        commands: Iterable[CommandKey] = (),
    ) -> None:
        """Append entries and apply effects."""
        self._writing(self._log.append, entries, effects, commands)
        told = self._on_letters
        if told is not None and any(isinstance(one, PutLetter) for one in effects):
            told()

    def on_letters(self, callback: Callable[[], None]) -> None:
        """Be told after letters were put into the outbox, by whoever put them."""
        self._on_letters = callback

    def news(self, seen: Mapping[Stream, int], commands: Iterable[CommandKey]) -> News:
        """Ask what is new in these logs."""
        return self._writing(self._log.news, seen, commands)

    def secret(self) -> bytes:
        """The signing key of this installation."""
        return self._writing(self._log.secret)

    def hear(self, callback: Callable[[], None]) -> None:
        """Be told when others may have appended, in the thread that writes or tidies.

        What runs in the log's thread must use no queue or lock of those who are told.
        """
        if not self._heard:
            self._log.hear(self._note)
        self._heard.append(callback)

    def tidy(self) -> bool:
        """Do a little of what nobody waits for."""
        return self._writing(self._log.tidy)

    def entries(self, stream: Stream) -> list[Any]:
        """Read a log."""
        return self._reading(self._log.entries, stream)

    def folded(self, stream: Stream, until: int | None = None) -> Any | None:
        """Fold a log."""
        return self._reading(self._log.folded, stream, until)

    def raw_entries(self, stream: Stream) -> list[RawEntry]:
        """Read a log as it is stored."""
        return self._reading(self._log.raw_entries, stream)

    def check(self, stream: Stream) -> None:
        """Compare a log with its hash chain."""
        self._reading(self._log.check, stream)

    def streams(self, kind: str) -> list[Listed]:
        """List the streams of a kind."""
        return self._reading(self._log.streams, kind)

    def stream_counts(self, kind: str, field: str) -> dict[Any, int]:
        """Count the streams of a kind by the values of a field of their rows."""
        return self._reading(self._log.stream_counts, kind, field)

    def deleted(self, kind: str) -> frozenset[str]:
        """The keys of all streams of a kind that were deleted."""
        return self._reading(self._log.deleted, kind)

    def stale_codes(self) -> list[str]:
        """The codes of finished sessions that the archive does not hold as they are now."""
        return self._reading(self._log.stale_codes)

    def sign_ins(self) -> list[SignIn]:
        """Every sign-in that is listed."""
        return self._reading(self._log.sign_ins)

    def numbers(self) -> dict[str, int]:
        """The numbers that this installation keeps by name."""
        return self._reading(self._log.numbers)

    def audit_lines(self, *, first: int = 0, most: int = AUDIT_LINES_MAX) -> list[AuditLine]:
        """Read lines of the audit list, the latest first."""
        return self._reading(partial(self._log.audit_lines, first=first, most=most))

    def audit_count(self) -> int:
        """How many lines the audit list has."""
        return self._reading(self._log.audit_count)

    def erasure_lines(self) -> list[ErasureLine]:
        """What was erased in this installation."""
        return self._reading(self._log.erasure_lines)

    def peers(self) -> Peers:
        """The other machines of this installation."""
        return self._reading(self._log.peers)

    def copy_source(self) -> AbstractContextManager[CopySource]:
        """Read what a copy of this log is made of, in the thread that asks."""
        return self._log.copy_source()

    def table_changes(self) -> Mapping[str, int]:
        """How often each of the tables that are copied whole was changed."""
        return self._log.table_changes()

    def beside(self) -> Log:
        """Open the same database once more, for reading only, in the thread that asks."""
        return self._log.beside()

    def close(self) -> None:
        """Let go of the database."""
        self._writing(self._log.close)

    def _note(self) -> None:
        self._is_heard = True

    def _writing(self, function: Callable[..., T], *args: Any) -> T:
        try:
            with self._lock:  # a runner may run it right here, and tidying comes from another task
                return self._run_writing(function, *args)
        finally:
            if self._is_heard:
                self._is_heard = False
                for callback in self._heard:
                    callback()
