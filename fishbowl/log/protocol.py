"""The interface of the log. Whoever reads or writes streams does it through :class:`Log`.

``Store`` implements it on a SQLite file. Writing (``append``, ``news``, ``secret``, ``tidy``,
``claim_letters``) and reading (everything else) each belong to one thread at a time; ``InThreads``
in :mod:`fishbowl.services.log_threads` sees to that.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from fishbowl.domain.kernel.entries import Entry
from fishbowl.domain.kernel.streams import Stream, StreamRow
from fishbowl.log.along_protocol import AlongLog
from fishbowl.log.copies import CopySource
from fishbowl.log.effects import AnyEffect
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.home_protocol import HomeLog
from fishbowl.log.people_protocol import PeopleLog
from fishbowl.log.raw_entries import RawEntry
from fishbowl.log.records import AUDIT_LINES_MAX, AuditLine, Moved, Peers, SignIn


class CommandKey(NamedTuple):
    """What makes a command the same one: the log, who sent it, and the id that the sender made.

    The role is compared only with entries of older programs, which have no sender.
    """

    stream: Stream
    sender: str
    role: str
    command_id: str


class News(NamedTuple):
    """What a log knows and the asker does not.

    :param tails: entries that others have appended since, by stream.
    :param answers: first and last ``seq`` of the commands that are in the log already.
    """

    tails: dict[Stream, list[Any]]
    answers: dict[CommandKey, tuple[int, int]]


class Listed(NamedTuple):
    """A stream in a list, with its row, whose type is that of the kind."""

    stream: Stream
    row: StreamRow


class Log(PeopleLog, HomeLog, AlongLog, Protocol):
    """All streams of one installation, and what commits with their entries.

    Every method raises :class:`~fishbowl.log.errors.Unavailable` if the database refuses, and
    :class:`~fishbowl.log.errors.StoreError` if its files are gone and cannot be saved. Whatever
    raises has changed nothing, and can be called again.
    """

    @property
    def path(self) -> Path:
        """The file that holds the archive's index; another one after :attr:`moved`."""
        ...

    @property
    def moved(self) -> Moved | None:
        """Where the database went on while it was open, and why; ``None`` if it stayed."""
        ...

    # Writing

    def append(
        self,
        entries: Mapping[Stream, Sequence[Entry]],
        effects: Sequence[AnyEffect],
        commands: Iterable[CommandKey] = (),
    ) -> None:
        """Append entries to logs and apply effects, in one transaction: all of it or nothing.

        Durable when this returns. Entries go in first, then the effects in their order. A stream
        begins with its first entry; a stream without new entries is left out. Either argument
        may be empty.

        :param commands: must not be in the logs already, by the comparison of :meth:`news`; for
            who did not ask before.
        :raises Conflict: entries do not follow the last one of their log (there is a hole, or
            others have written), a command has left entries there already, or an effect was made
            from what is no longer so, see :mod:`fishbowl.log.effects`. Nothing was changed. Ask
            :meth:`news`, decide again, and try again.
        """
        ...

    def news(self, seen: Mapping[Stream, int], commands: Iterable[CommandKey]) -> News:
        """Ask what is new in these logs, and which of these commands are in them already.

        Both are of one moment: a command that is in a tail is among the answers. What is answered
        is at least as new as everything that was durable when this was called, whichever process
        has written it.

        :param seen: streams, and the last entry of each that the asker knows; 0 for none.
        :raises StoreError: a tail cannot be read.
        """
        ...

    def secret(self) -> bytes:
        """The signing key of this installation, made on first use."""
        ...

    def hear(self, callback: Callable[[], None]) -> None:
        """Be told when others may have appended: another process on the same database.

        The callback gets no entries: they are asked by :meth:`news`. It is called after this log
        has noticed them, at the latest at the next :meth:`tidy`, in whichever thread noticed them;
        it must not block, and must not use the log. It may be called once for many appends, and
        sometimes for none. Own appends are not told.
        """
        ...

    def tidy(self) -> bool:
        """Do a little of what nobody waits for: notice others, and let erased words leave the file.

        To be called about once a second.

        :return: whether words are still to leave the archive's index: then call it again soon.
        """
        ...

    # Reading

    def entries(self, stream: Stream) -> list[Any]:
        """Read a log, oldest entry first, of its kind's type; empty if there is no such stream.

        :raises StoreError: it holds something that this program does not know, or is damaged.
        """
        ...

    def folded(self, stream: Stream, until: int | None = None) -> Any | None:
        """Fold a log, from its snapshot if there is one; ``None`` if there is no such stream.

        :param until: leave out the entries after this one, and fold from the first.
        :raises StoreError: it holds something that this program does not know, or is damaged.
        :raises ValueError: it is not whole.
        """
        ...

    def raw_entries(self, stream: Stream) -> list[RawEntry]:
        """Read a log as it is stored, oldest entry first; empty if there is no such stream."""
        ...

    def check(self, stream: Stream) -> None:
        """Compare a log with its hash chain, as it is at one moment.

        :raises ValueError: they differ; says at which entry.
        """
        ...

    def streams(self, kind: str) -> list[Listed]:
        """List the streams of a kind, the one that began last first."""
        ...

    def stream_counts(self, kind: str, field: str) -> dict[Any, int]:
        """Count the streams of a kind by the values of a field of their rows."""
        ...

    def deleted(self, kind: str) -> frozenset[str]:
        """The keys of all streams of a kind that were deleted."""
        ...

    def stale_codes(self) -> list[str]:
        """The codes of finished sessions that the archive does not hold as they are now.

        The session that ended last comes first.
        """
        ...

    def sign_ins(self) -> list[SignIn]:
        """Every sign-in that is listed, also those that have expired."""
        ...

    def numbers(self) -> dict[str, int]:
        """The numbers that this installation keeps by name."""
        ...

    def audit_lines(self, *, first: int = 0, most: int = AUDIT_LINES_MAX) -> list[AuditLine]:
        """Read lines of the audit list, the latest first.

        :param first: skip so many.
        :param most: read so many at most.
        """
        ...

    def audit_count(self) -> int:
        """How many lines the audit list has."""
        ...

    def erasure_lines(self) -> list[ErasureLine]:
        """What was erased in this installation, also in earlier files of it.

        :raises StoreError: the list cannot be read.
        """
        ...

    def peers(self) -> Peers:
        """The other machines of this installation, as far as this database knows."""
        ...

    # For a copy elsewhere, from any thread

    def copy_source(self) -> AbstractContextManager[CopySource]:
        """Read what a copy of this log is made of, on a connection of its own."""
        ...

    def table_changes(self) -> Mapping[str, int]:
        """How often each of the tables that are copied whole was changed since this was opened.

        It reads nothing. What is read after it, by :meth:`copy_source`, is at least as new.
        :data:`~fishbowl.log.copies.OTHERS` counts the commits of other processes as well.
        """
        ...

    def beside(self) -> "Log":
        """Open the same database once more, for reading only: for use in another thread."""
        ...

    def close(self) -> None:
        """Let go of the database; everything in it is safe without that."""
        ...
