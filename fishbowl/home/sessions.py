"""Finished sessions as bundles: what a laptop hands over, and how a home takes it in.

The content is a backup file of one session (``fishbowl export --all``), with every entry as it is
stored. So the home can check the hash chain, and replays the session before it takes it in, as
``fishbowl import`` does.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, cast

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry
from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.session.row import SessionRow
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.stream import SESSION, session_stream
from fishbowl.home.bundles import Header, Waiting
from fishbowl.home.messages import Taken
from fishbowl.home.records import Home, Laptop
from fishbowl.host.private_files import open_for_writing
from fishbowl.host.threads import directly
from fishbowl.log import Conflict, Log, StoreError
from fishbowl.log.comparing import Compared, compare
from fishbowl.log.copies import Head
from fishbowl.log.effects import AnyEffect, EraseAgain, ExtendLog, PutRow
from fishbowl.log.raw_entries import RawEntry, stored
from fishbowl.services.import_checks import SCHEMA, SUFFIX, Foot
from fishbowl.services.import_checks import Head as First
from fishbowl.services.import_file import Found
from fishbowl.services.importing import erase_effect, import_effects

KIND = "session"
TRIES = 3
"""How often a session is compared again that was changed here meanwhile."""

Check = Callable[[Path], Found]
"""Checks a backup file of a session, within limits of time and memory."""


class SessionSource:
    """What a laptop has to hand over: its finished sessions.

    :param home: the home that is joined; ``None`` if there is none.
    :param run_in_thread: calls what reads for long.
    """

    kind = KIND

    def __init__(
        self,
        log: Log,
        home: Callable[[], Home | None],
        run_in_thread: Callable[..., Any] = directly,
    ) -> None:
        self._log, self._home, self._run_in_thread = log, home, run_in_thread
        self._may: dict[str, tuple[bytes, bool]] = {}

    def waiting(self) -> Iterable[Waiting]:
        """Every finished session that belongs to the home, as it is now."""
        home = self._home()
        if home is None:
            return
        heads: dict[Stream, Head] = self._run_in_thread(self._heads)
        for listed in self._log.streams(SESSION.name):
            row = cast(SessionRow, listed.row)
            head = heads.get(listed.stream)
            if head is not None and is_home_s(row, home) and self._may_go(head):
                yield Waiting(KIND, row.code, head.seq, head.chain.hex())

    def staying(self) -> list[str]:
        """The codes of finished sessions that stay here as long as people are named in them."""
        home = self._home()
        if home is None:
            return []
        heads: dict[Stream, Head] = self._run_in_thread(self._heads)
        rows = (cast(SessionRow, listed.row) for listed in self._log.streams(SESSION.name))
        return [
            row.code
            for row in rows
            if is_home_s(row, home)
            and (head := heads.get(session_stream(row.code))) is not None
            and not self._may_go(head)
        ]

    def content(self, one: Waiting) -> bytes | None:
        """The backup file of a session, as far as ``one`` goes."""
        entries = self._log.raw_entries(session_stream(one.key))
        if not entries:
            return None
        written: bytes = self._run_in_thread(file_of, one.key, entries[: one.position])
        return written

    def settled(self, one: Waiting, taken: Taken) -> None:
        """Nothing is to be done here: sessions stay until they are deleted."""

    def _may_go(self, head: Head) -> bool:
        """Whether a session may leave this laptop, as it is now.

        Names of those under 18 never leave the room: such a session goes once they are forgotten.
        """
        known = self._may.get(head.key)
        if known is None or known[0] != head.chain:
            session: Session | None = self._log.folded(head.stream)
            may = session is not None and (not session.settings.under_18 or session.retention.over)
            known = self._may[head.key] = head.chain, may
        return known[1]

    def _heads(self) -> dict[Stream, Head]:
        with self._log.copy_source() as source:
            return {head.stream: head for head in source.heads()}


def is_home_s(row: SessionRow, home: Home) -> bool:
    """Whether a session is handed over to a home: it is over, and ended since then."""
    return row.closed_at_ms is not None and row.closed_at_ms >= home.since_ms


def file_of(code: str, entries: Sequence[RawEntry]) -> bytes:
    """Write the backup file of a session."""
    lines: list[msgspec.Struct] = [First(schema=SCHEMA, code=code), *entries]
    return b"".join(
        msgspec.json.encode(line) + b"\n" for line in (*lines, Foot(entries=len(entries)))
    )


class SessionTaker:
    """Takes in sessions at home.

    :param check: validates and replays a file; it may take long.
    :param now_ms: session time.
    :param changed: is told of each session that was taken in or went on.
    :param run_in_thread: calls what computes for long.
    """

    def __init__(
        self,
        log: Log,
        check: Check,
        now_ms: Callable[[], int],
        changed: Callable[[SessionRow], None] = lambda row: None,
        run_in_thread: Callable[..., Any] = directly,
    ) -> None:
        self._log, self._check, self._now_ms, self._changed = log, check, now_ms, changed
        self._run_in_thread = run_in_thread
        self._lock = Lock()

    def take(self, laptop: Laptop, header: Header, content: bytes) -> Taken:
        """Check a session completely, and take in what is new of it.

        :raises StoreError: the database cannot be used; nothing was taken in.
        """
        with self._lock:  # one after the other: each compares with what is there
            for _ in range(TRIES):
                try:
                    return self._take(header, content)
                except Conflict:  # somebody here has changed it meanwhile
                    continue
        raise StoreError("The session goes on here; it is taken in another time.")

    def _take(self, header: Header, content: bytes) -> Taken:
        if not header.key.isalnum() or not header.key.isascii():
            return self._refused("broken")
        stream = session_stream(header.key)
        if header.key in self._log.deleted(SESSION.name):
            return Taken(how="deleted", at_ms=self._now_ms())
        here = self._log.raw_entries(stream)
        try:
            read: _Read = self._run_in_thread(_read, stream, here, content)
        except (msgspec.DecodeError, ValueError):
            return self._refused("broken")
        compared = read.compared
        if compared.there != header.position:
            return self._refused("broken")
        if here and not compared.common:
            return self._refused("code_taken")
        if compared.common == compared.there:
            return Taken(how="same", at_ms=self._now_ms())
        found = self._checked(header.key, content)
        row = found.row
        if row is None:
            return self._refused("newer_program" if "newer Fishbowl" in found.broken else "broken")
        if row.closed_at_ms is None:
            return self._refused("not_finished")
        if compared.common < compared.here:
            erase = EraseAgain(lines=compared.erasures, now_ms=self._now_ms())
            self._log.append({}, [erase] if compared.erasures else [])
            how = "kept"
        else:
            self._log.append({}, self._effects(row, read))
            how = "longer" if here else "new"
        if how != "kept" or compared.erasures:
            self._changed(row)
        return Taken(how=how, at_ms=self._now_ms())

    def _effects(self, row: SessionRow, read: "_Read") -> list[AnyEffect]:
        stream = session_stream(row.code)
        common, before = read.compared.common, read.compared.before
        if not common:
            again = erase_effect(self._log, [row], self._now_ms())
            return [*import_effects(row, read.raw), again]
        return [
            ExtendLog(stream=stream, before=before, entries=tuple(read.stored[common:])),
            PutRow(stream=stream, row=row),
        ]

    def _checked(self, code: str, content: bytes) -> Found:
        with tempfile.TemporaryDirectory(prefix="fishbowl-") as folder:
            path = Path(folder) / f"{code}{SUFFIX}"
            with open_for_writing(path) as file:
                file.write(content)
            return self._check(path)

    def _refused(self, code: str) -> Taken:
        return Taken(how="refused", code=code, at_ms=self._now_ms())


class _Read(NamedTuple):
    raw: Sequence[RawEntry]
    stored: Sequence[StoredEntry]
    compared: Compared


def _read(stream: Stream, here: Sequence[RawEntry], content: bytes) -> _Read:
    """Read a file, and compare it with what is here.

    :raises ValueError: it is no backup file, or entries are missing.
    :raises msgspec.DecodeError: it is broken.
    """
    raw = list(_entries(content.splitlines()))
    theirs = [stored(entry) for entry in raw]
    return _Read(raw, theirs, compare(SESSION, stream, [stored(one) for one in here], theirs))


def _entries(lines: Sequence[bytes]) -> Iterator[RawEntry]:
    read = msgspec.json.Decoder(RawEntry).decode
    if len(lines) < 3 or msgspec.json.decode(lines[0], type=First).schema != SCHEMA:
        raise ValueError("it is no backup file")
    for seq, line in enumerate(lines[1:-1], 1):
        entry = read(line)
        if entry.seq != seq:
            raise ValueError("an entry is missing")
        yield entry
