"""What one transaction of the log does to the tables: entries first, then effects in order."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fishbowl.domain.kernel.codec import stored
from fishbowl.domain.kernel.entries import Entry
from fishbowl.domain.kernel.streams import Stream, StreamKind
from fishbowl.log import (
    along,
    archived_sessions,
    audit,
    effects,
    erasing,
    erasing_again,
    erasure_list,
    extending,
    home,
    peers,
    people,
    row_tables,
    sign_ins,
    snapshots,
)
from fishbowl.log.along_effects import AlongEffect
from fishbowl.log.erasure_lines import ErasureLine
from fishbowl.log.errors import Conflict
from fishbowl.log.home_effects import HomeEffect
from fishbowl.log.news import find_command
from fishbowl.log.people_effects import PeopleEffect
from fishbowl.log.protocol import CommandKey
from fishbowl.log.rows import begin_stream, find_stream, insert_entries, last_seq


class Writing:
    """The work of one ``Log.append``; it can be applied again, where the first file failed.

    :param kinds: the kinds of streams by name.
    :param commands: must not be in the logs already.
    """

    def __init__(
        self,
        kinds: Mapping[str, StreamKind[Any]],
        entries: Mapping[Stream, Sequence[Entry]],
        applied: Sequence[effects.AnyEffect],
        commands: Iterable[CommandKey] = (),
    ) -> None:
        self._kinds = kinds
        self._entries = entries
        self._effects = applied
        self._commands = tuple(commands)
        self._ids: dict[Stream, int] = {}
        erasing_effects = (
            effects.Erase, effects.DeleteStream, effects.EraseAgain, effects.ExtendLog,
        )  # fmt: skip
        self.erases = any(isinstance(effect, erasing_effects) for effect in applied)
        """Whether words are overwritten or deleted."""
        self.deleted = [e.stream for e in applied if isinstance(e, effects.DeleteStream)]
        """The streams that are there no more afterwards."""
        self.listed: list[ErasureLine] = []
        """What is to be written to the list of erasures, once it is applied."""

    def apply(self, connection: sqlite3.Connection) -> None:
        """Do it, inside the caller's transaction.

        :raises Conflict: the database is not as whoever asks for it believes.
        :raises sqlite3.IntegrityError: a number, or a command, has its entry already.
        :raises sqlite3.Error: the file refused.
        """
        self._ids.clear()
        self.listed.clear()
        if any(find_command(connection, key) is not None for key in self._commands):
            raise Conflict("a command has left entries there already")
        for stream, tail in self._entries.items():
            if tail:
                self._append(connection, stream, tail)
        for effect in self._effects:
            self._apply(connection, effect)

    def _append(
        self, connection: sqlite3.Connection, stream: Stream, tail: Sequence[Entry]
    ) -> None:
        extent = begin_stream(connection, stream)
        self._ids[stream] = extent.id
        for seq, entry in enumerate(tail, last_seq(connection, stream) + 1):
            if entry.seq != seq:
                raise Conflict(f"{stream} has other entries than were known")
        erasable = self._kinds[stream.kind].erasable_fields
        insert_entries(connection, extent, map(stored, tail), erasable)

    def _apply(self, connection: sqlite3.Connection, effect: effects.AnyEffect) -> None:
        match effect:
            case effects.PutRow(stream=stream, row=row):
                kind = self._kinds[stream.kind]
                row_tables.put_row(connection, kind, self._id(connection, stream), row)
            case effects.Erase(stream=stream, what=what):
                fields = self._kinds[stream.kind].device_fields
                id = self._id(connection, stream)
                erasing.erase(connection, id, what, fields)
                snapshots.remove(connection, id)
                tail = self._entries.get(stream, ())
                kind = self._kinds[stream.kind]
                self.listed += erasure_list.note(connection, kind, id, stream.key, tail)
            case effects.KeepSnapshot(stream=stream, seq=seq, state=state):
                snapshots.keep(connection, self._kinds[stream.kind], stream.key, seq, state)
            case effects.ImportLog():
                self._import(connection, effect)
            case effects.ExtendLog(stream=stream, before=before, entries=entries):
                kind = self._kinds[stream.kind]
                self.listed += extending.extend(connection, kind, stream, before, entries)
            case effects.DeleteStream():
                self._delete(connection, effect)
            case effects.PutArchived(stream=stream, about=about, texts=texts):
                if last_seq(connection, stream) != about.seq:
                    raise Conflict(f"{stream} went on since it was read for the archive")
                archived_sessions.put(connection, self._id(connection, stream), about, texts)
            case effects.DropArchived(stream=stream, purge=purge):
                archived_sessions.remove(connection, self._id(connection, stream), purge=purge)
            case effects.PutSignIn(sign_in=sign_in):
                sign_ins.put(connection, sign_in)
            case effects.EndSignIns():
                sign_ins.remove(
                    connection,
                    effect.token_hashes,
                    opens=effect.opens,
                    generation=effect.generation,
                    code=effect.code,
                    expired_at_ms=effect.expired_at_ms,
                )
            case effects.EraseAgain(lines=lines, now_ms=now_ms):
                for line in lines:
                    self._erase_again(connection, line, now_ms)
            case effects.KeepErasures(lines=lines):
                erasure_list.keep(connection, lines)
            case effects.NotePeer(url=url, kind=peer, seen_ms=seen_ms):
                peers.note(connection, url, peer, seen_ms)
            case effects.ForgetPeer(url=url):
                peers.forget(connection, url)
            case effects.Fence(epoch=epoch, address=address):
                peers.set_fenced(connection, epoch, address)
            case effects.TakeOver(epoch=epoch, former=former, now_ms=now_ms):
                peers.take_over(connection, epoch, former, now_ms)
            case effects.PutAuditLines(lines=lines, merged=merged, now_ms=now_ms):
                audit.put(connection, lines, merged, now_ms)
            case effects.PutNumber(name=name, value=value):
                sign_ins.put_number(connection, name, value)
            case PeopleEffect():
                people.apply(connection, effect)
            case AlongEffect():
                along.apply(connection, effect)
            case HomeEffect():
                home.apply(connection, effect)

    def _id(self, connection: sqlite3.Connection, stream: Stream) -> int:
        """The number of a stream in this file.

        :raises Conflict: there is no such stream.
        """
        if stream not in self._ids:
            found = find_stream(connection, stream)
            if found is None:
                raise Conflict(f"There is no {stream}.")
            self._ids[stream] = found.id
        return self._ids[stream]

    def _import(self, connection: sqlite3.Connection, effect: effects.ImportLog) -> None:
        if find_stream(connection, effect.stream) is not None:
            raise Conflict(f"There is a {effect.stream}.")
        extent = begin_stream(connection, effect.stream)
        erasable = self._kinds[effect.stream.kind].erasable_fields
        insert_entries(connection, extent, effect.entries, erasable)

    def _erase_again(
        self, connection: sqlite3.Connection, line: ErasureLine, now_ms: int
    ) -> erasing_again.Outcome:
        found = erasing_again.again(connection, self._kinds, line, now_ms)
        work = Writing(self._kinds, found.entries, found.effects)
        work.apply(connection)
        self.listed += work.listed
        self._ids.clear()
        return found.outcome

    def _delete(self, connection: sqlite3.Connection, effect: effects.DeleteStream) -> None:
        id = self._id(connection, effect.stream)
        self.listed += erasure_list.note_deletion(connection, effect.stream, id, effect.at_ms)
        snapshots.remove(connection, id)
        row_tables.remove_row(connection, self._kinds[effect.stream.kind], id)
        connection.execute("delete from entries where stream_id = ?", (id,))
        connection.execute("delete from streams where id = ?", (id,))
        connection.execute(
            "insert or replace into deleted_streams (kind, key, deleted_at_ms) values (?, ?, ?)",
            (*effect.stream, effect.at_ms),
        )
        del self._ids[effect.stream]
