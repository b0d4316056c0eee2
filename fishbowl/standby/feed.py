"""The side of the server that is followed: who follows it, what they lack, and how far behind.

Everything is read from the file when a standby asks for it, so a line holds numbers only. What was
sent is confirmed by the next question; until then it is kept, to be sent again.
"""

import secrets
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from threading import Condition
from typing import Any, NamedTuple

from fishbowl.domain.kernel.streams import Stream
from fishbowl.domain.streams import KINDS
from fishbowl.log import Log
from fishbowl.log.copies import OTHERS, CopySource, Deletion, Head, Piece, Table
from fishbowl.standby.messages import PROTOCOL, Ask, Batch, Hello, Welcome

WAIT_S = 10.0
"""A question waits so long for something new; then it is answered all the same."""
LOOK_S = 1.0
"""How often it is looked whether tables have changed that are copied whole; nothing is read."""
BATCH_ENTRIES, BATCH_STREAMS = 4_000, 1_000
LOST_S = 30.0
"""A standby that has not asked for so long is away."""
KEPT_S = 24 * 3600.0
LINES_MAX = 8

RunInThread = Callable[..., Any]


class Follower(NamedTuple):
    """What is known of a standby.

    :param lag_ms: how old the oldest change is that it has not confirmed; else how long the last
        confirmation took.
    :param behind: how many streams it has not confirmed to the end.
    :param silent_ms: how long ago it asked last.
    """

    address: str
    lag_ms: int
    behind: int
    silent_ms: int

    @property
    def is_away(self) -> bool:
        """Whether it has stopped asking."""
        return self.silent_ms > LOST_S * 1000


class _Taken(NamedTuple):
    """What is read for a line.

    :param streams: with their places, and since when there is more.
    :param tables: those that have changed, and ``digests`` of what it knows.
    :param others: whether other processes may have written to streams that nobody has told of.
    """

    streams: dict[Stream, tuple[int, float]]
    deletions: list[Deletion]
    tables: frozenset[str]
    digests: dict[str, bytes]
    others: bool


class _Found(NamedTuple):
    pieces: list[Piece]
    unread: frozenset[Stream]
    tables: list[tuple[Table, bytes]]
    heads: list[Head]


class _Line:
    """What is known of one connection of a standby; used inside the lock of the feed."""

    def __init__(self, hello: Hello) -> None:
        self.address = hello.address
        self.places: dict[Stream, int] = {}
        self.waiting: dict[Stream, float] = {}
        self.deletions: list[Deletion] = []
        self.digests: dict[str, bytes] = {}
        self.changes: Mapping[str, int] = {}
        self.number = 0
        self.turn = 0
        self.sent: Batch | None = None
        self.sent_since: list[float] = []
        self.taken_since: list[float] = []
        self.is_reading = self.is_used = False
        self.asked_s = time.monotonic()
        self.looked_s = float("-inf")
        self.lags_ms: deque[int] = deque(maxlen=1_000)

    def want(self, places: dict[Stream, int]) -> None:
        """Send these streams from there on."""
        self.places.update(places)
        for stream in places:
            self.waiting.setdefault(stream, time.monotonic())

    def take(self, changes: Mapping[str, int], is_over: bool) -> _Taken | None:
        """Take what is to be read now; ``None`` if there is nothing to read yet.

        :param changes: how often each table was changed.
        """
        now_s = time.monotonic()
        changed: frozenset[str] = frozenset()
        if now_s - self.looked_s >= LOOK_S:
            changed = frozenset(
                table for table, count in changes.items() if count != self.changes.get(table)
            )
        if self.is_reading or not (self.waiting or self.deletions or changed or is_over):
            return None
        streams = list(self.waiting)[:BATCH_STREAMS]
        taken = _Taken(
            {stream: (self.places.get(stream, 0), self.waiting.pop(stream)) for stream in streams},
            self.deletions,
            changed,
            dict(self.digests),
            OTHERS in changed,
        )
        self.deletions, self.is_reading = [], True
        self.taken_since = [since_s for _, since_s in taken.streams.values()]
        if changed:
            self.looked_s, self.changes = now_s, {**changes}
        return taken

    def give_back(self, taken: _Taken) -> None:
        """Read it another time."""
        self.is_reading, self.taken_since = False, []
        self.deletions = [*taken.deletions, *self.deletions]
        if taken.tables:
            self.changes = {}
        for stream, (_, since_s) in taken.streams.items():
            self.waiting[stream] = since_s

    def batch(self, taken: _Taken, found: _Found, is_over: bool) -> Batch | None:
        """Make the next batch; ``None`` if it would be empty, unless it is time for an answer."""
        self.is_reading, self.taken_since = False, []
        read = {piece.stream: piece for piece in found.pieces}
        since: list[float] = []
        for stream, (_, since_s) in taken.streams.items():
            piece = read.get(stream)
            if piece is not None:
                since.append(since_s)
                self.places[stream] = piece.after + len(piece.entries)
                if piece.more:
                    self.waiting.setdefault(stream, since_s)
            elif stream in found.unread:
                self.waiting.setdefault(stream, since_s)
        for head in found.heads:
            if self.places.get(head.stream, 0) < head.seq:
                self.waiting.setdefault(head.stream, time.monotonic())
        self.digests.update((table.name, digest) for table, digest in found.tables)
        is_empty = not (found.pieces or taken.deletions or found.tables)
        if is_empty and not is_over:
            return None
        self.number += 0 if is_empty else 1
        self.sent_since = since
        self.sent = Batch(
            number=self.number,
            pieces=found.pieces,
            deletions=taken.deletions,
            tables=[table for table, _ in found.tables],
            left=len(self.waiting),
        )
        return self.sent


class Feed:
    """Serves standbys.

    :param log: is followed.
    :param run_in_thread: calls what reads where it does not hold up the server.
    :param mark: names this installation.
    :param epoch: how often it was taken over.
    :param successor: where it goes on elsewhere; ``None`` if it goes on here.
    """

    def __init__(
        self,
        log: Log,
        run_in_thread: RunInThread,
        mark: str,
        epoch: Callable[[], int],
        successor: Callable[[], str | None],
    ) -> None:
        self._log, self._run_in_thread = log, run_in_thread
        self._mark, self._epoch, self._successor = mark, epoch, successor
        self._news = Condition()
        self._lines: dict[bytes, _Line] = {}

    # What happens in the server

    def on_grown(self, stream: Stream) -> None:
        """Note that a stream has grown, or has come in from elsewhere."""
        now_s = time.monotonic()
        with self._news:
            for line in self._lines.values():
                line.waiting.setdefault(stream, now_s)
            self._news.notify_all()

    def on_deleted(self, stream: Stream, at_ms: int) -> None:
        """Note that a stream was deleted."""
        with self._news:
            for line in self._lines.values():
                line.deletions.append(Deletion(*stream, at_ms))
                line.waiting.pop(stream, None)
                line.places.pop(stream, None)
            self._news.notify_all()

    # What a standby asks

    def welcome(self, hello: Hello) -> Welcome:
        """Let a standby follow from here on.

        :raises StoreError: the database cannot be read.
        """
        if hello.protocol != PROTOCOL or not {kind.name for kind in KINDS} <= {*hello.kinds}:
            return Welcome(refused="other_version", epoch=self._epoch())
        if hello.mark and hello.mark != self._mark:
            return Welcome(refused="other_installation", epoch=self._epoch())
        if hello.epoch > self._epoch() or self._successor() not in (None, hello.address):
            return Welcome(refused="taken_over", epoch=self._epoch())
        id = secrets.token_bytes(12)
        with self._news:  # from here on changes are noted: none falls between the heads and them
            self._drop_old()
            line = self._lines[id] = _Line(hello)
        heads: list[Head] = self._run_in_thread(self._read, lambda source: source.heads())
        with self._news:
            line.places.update((head.stream, head.seq) for head in heads)
        return Welcome(line=id, mark=self._mark, epoch=self._epoch(), heads=heads)

    def answer(self, ask: Ask, waiting: AbstractContextManager[Any]) -> Batch:
        """Take a confirmation, wait until there is something new, and give it.

        :param waiting: is entered while it waits.
        :raises StoreError: the database cannot be read.
        """
        with self._news:
            line = self._lines.get(ask.line)
            if line is None or not self._confirm(line, ask.number):
                self._lines.pop(ask.line, None)
                return Batch(unknown=True)
            line.turn += 1
            turn = line.turn
        if ask.wants:
            places = self._run_in_thread(self._read, lambda source: _places(source, ask.wants))
            with self._news:
                line.want(places)
        with waiting:
            return self._next(line, turn, time.monotonic() + WAIT_S)

    def _next(self, line: _Line, turn: int, until_s: float) -> Batch:
        """Wait for something new on a line; another question on it ends this one."""
        while True:
            with self._news:
                line.asked_s, line.is_used = time.monotonic(), True
                if line.turn != turn:
                    return Batch(unknown=True)
                if line.sent is not None:
                    return line.sent
                is_over = time.monotonic() >= until_s
                taken = line.take(self._log.table_changes(), is_over)
                if taken is None:
                    self._news.wait(LOOK_S / 4 if line.is_reading else LOOK_S)
                    continue
            try:
                found = self._run_in_thread(self._read, partial(_found, taken=taken))
            except BaseException:
                with self._news:
                    line.give_back(taken)
                raise
            with self._news:
                batch = line.batch(taken, found, is_over)
                self._news.notify_all()
            if batch is not None:
                return batch

    def followers(self) -> list[Follower]:
        """Every standby that has followed lately, the latest first."""
        now_s = time.monotonic()
        with self._news:
            lines = [line for line in self._lines.values() if line.is_used]
            found = {line.address: self._follower(line, now_s) for line in lines}
        return sorted(found.values(), key=lambda one: one.silent_ms)

    def lags_ms(self) -> list[int]:
        """How long the latest confirmations took, of all standbys."""
        with self._news:
            return [lag for line in self._lines.values() for lag in line.lags_ms]

    def _follower(self, line: _Line, now_s: float) -> Follower:
        open_s = [*line.waiting.values(), *line.taken_since, *line.sent_since]
        if open_s:
            lag_ms = round((now_s - min(open_s)) * 1000)
        else:
            lag_ms = line.lags_ms[-1] if line.lags_ms else 0
        silent_ms = round((now_s - line.asked_s) * 1000)
        return Follower(line.address, lag_ms, len(open_s), silent_ms)

    # Inside the lock

    def _confirm(self, line: _Line, number: int) -> bool:
        """Take the number of the last batch that was stored; whether it can be."""
        if line.sent is not None and number == line.sent.number:
            now_s = time.monotonic()
            line.lags_ms.extend(round((now_s - since_s) * 1000) for since_s in line.sent_since)
            line.sent, line.sent_since = None, []
        return number == line.number if line.sent is None else number == line.sent.number - 1

    def _drop_old(self) -> None:
        now_s = time.monotonic()
        old = [id for id, line in self._lines.items() if now_s - line.asked_s > KEPT_S]
        by_age = sorted(
            self._lines, key=lambda id: (self._lines[id].is_used, self._lines[id].asked_s)
        )
        for id in {*old, *by_age[: max(0, len(self._lines) + 1 - LINES_MAX)]}:
            del self._lines[id]

    # In a thread

    def _read(self, work: Callable[[CopySource], Any]) -> Any:
        with self._log.copy_source() as source:
            return work(source)


def _places(source: CopySource, wants: list[Head]) -> dict[Stream, int]:
    """From where on each wanted stream is sent: from the start if it is another one there."""
    return {head.stream: head.seq if head.seq and source.has(head) else 0 for head in wants}


def _found(source: CopySource, taken: _Taken) -> _Found:
    """Read what was taken, until it is enough for one batch."""
    pieces: list[Piece] = []
    streams, count = list(taken.streams), 0
    while streams and count < BATCH_ENTRIES:
        stream = streams.pop(0)
        piece = source.piece(stream, taken.streams[stream][0])
        if piece is not None:
            pieces.append(piece)
            count += len(piece.entries)
    tables = source.tables(taken.tables, taken.digests) if taken.tables else []
    heads = source.heads() if taken.others else []
    return _Found(pieces, frozenset(streams), tables, heads)
