"""Erasing in an older copy of a database what was erased since it was made.

It runs before such a copy is served: at every start, after a restore, and when a standby takes
over. The list is :mod:`fishbowl.log.erasure_list`. What it names is asked for again, as an entry
of its own under an id made from the line, so that a second time does nothing. A log that cannot be
folded has the words overwritten all the same.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

import msgspec

from fishbowl.domain.kernel.ids import Millis, PersonId, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.session.erasure import Erasure, erasure
from fishbowl.domain.session.events import Entry, Event, PersonForgotten
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.state import Session
from fishbowl.log import Conflict, Store, StoreError, archived_sessions, erasure_list, snapshots
from fishbowl.log.codec import UnknownEvent
from fishbowl.log.connection import connect
from fishbowl.log.erasure import blank
from fishbowl.log.erasure_list import Listed
from fishbowl.services.session_rows import session_row


class Reapplied(NamedTuple):
    """What was erased again.

    :param erasures: how many entries' worth of words.
    :param deletions: how many sessions.
    :param broken: the codes of sessions whose logs cannot be folded; their words are overwritten.
    """

    erasures: int
    deletions: int
    broken: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything was done."""
        return bool(self.erasures or self.deletions)

    def __str__(self) -> str:
        """Say it in a sentence."""
        parts = []
        if self.erasures:
            parts.append(f"{self.erasures} erased {'entry' if self.erasures == 1 else 'entries'}")
        if self.deletions:
            parts.append(f"{self.deletions} deleted session{'' if self.deletions == 1 else 's'}")
        return f"Erased again what was erased since this copy was made: {' and '.join(parts)}."


def reapply(store: Store, now_ms: int) -> Reapplied:
    """Erase in a database what its list names and this copy still holds.

    Lines that do not concern this file do nothing.

    :param store: nobody else writes to it.
    :param now_ms: session time.
    :raises StoreError: a line was written by a newer program, or the database cannot be used.
    :raises sqlite3.Error: the file refused.
    """
    erasures = deletions = 0
    broken: list[str] = []
    for one in _listed(store):
        if _is_due(store, one):
            if one.is_deletion:
                store.delete_session(one.code, one.at_ms)
                deletions += 1
            else:
                erasures += 1
                if not _append_again(store, one, now_ms):
                    _overwrite(store, one)
                    broken.append(one.code)
        _keep(store, one)
    if erasures or deletions:
        while store.purge_some():
            pass
        store.empty_wal()
    return Reapplied(erasures, deletions, tuple(dict.fromkeys(broken)))


def _listed(store: Store) -> list[Listed]:
    """What the list has and this database does not, oldest first."""
    if store.erasures is None:
        return []
    with closing(connect(store.path, readonly=True)) as connection:
        return store.erasures.elsewhere(connection)


def _keep(store: Store, one: Listed) -> None:
    store.transact(lambda connection: erasure_list.keep(connection, [one]))


def _is_due(store: Store, one: Listed) -> bool:
    """Whether this copy holds what the line erases."""
    with closing(connect(store.path, readonly=True)) as connection:
        query = "select id from sessions where code = ?"
        found = connection.execute(query, (one.code,)).fetchone()
        if found is None:
            return False
        if one.origin and one.origin != erasure_list.origin_of(connection, one.code):
            return False  # another session of that code
        if one.is_deletion:
            return True
        (session_id,) = found
        done = connection.execute(
            "select 1 from entries where session_id = :id and ((seq = :seq and chain = :chain)"
            " or (sender = '' and command_id = :command))",
            {
                "id": session_id,
                "seq": one.seq,
                "chain": bytes.fromhex(one.id),
                "command": erasure_list.again_id(one),
            },
        ).fetchone()
        return done is None and (not one.targets or bool(_present(connection, session_id, one)))


def _present(connection: sqlite3.Connection, session_id: int, one: Listed) -> frozenset[int]:
    """Which of the entries that a line names are in a log."""
    return frozenset(
        target.seq
        for target in one.targets
        if connection.execute(
            "select 1 from entries where session_id = ? and seq = ? and chain = ?",
            (session_id, target.seq, bytes.fromhex(target.chain)),
        ).fetchone()
    )


def _event(one: Listed) -> Event:
    try:
        return one.event()
    except (UnknownEvent, msgspec.DecodeError) as error:
        raise StoreError(
            f"The list of erasures was written by a newer Fishbowl ({one.type}); update Fishbowl "
            "to open this database, so that nothing that was erased comes back."
        ) from error


def _append_again(store: Store, one: Listed, now_ms: int) -> bool:
    """Ask again for what was erased, as an entry of its own.

    :return: whether that was possible; not in a log that cannot be folded.
    """
    event = _event(one)
    try:
        session = store.folded(one.code)
        if session is None:
            return False
        entries = _entries(session, event, one, Millis(max(now_ms, session.at_ms)))
        after = fold(entries, session)
        if after is None:
            return False
        store.append([session_row(after)], [entries])
    except (sqlite3.OperationalError, OSError):
        raise  # it is the file, not this log
    except (StoreError, Conflict, sqlite3.Error, ValueError, LookupError, TypeError):
        return False
    return True


def _entries(session: Session, event: Event, one: Listed, now_ms: Millis) -> list[Entry]:
    role = Role(one.role)
    return [
        Entry(
            seq=Seq(session.seq + 1 + part),
            command_id=erasure_list.again_id(one),
            part=part,
            at_ms=now_ms,
            actor=PersonId(0),
            role=role,
            event=each,
        )
        for part, each in enumerate(_events(session, event, now_ms))
    ]


def _events(session: Session, event: Event, now_ms: Millis) -> Sequence[Event]:
    """What follows in this copy; who is forgotten may sit or wait in it, and leaves first."""
    if not isinstance(event, PersonForgotten):
        return (event,)
    given = Given(now_ms=now_ms, role=Role.FACILITATOR, person=None, key="", draw=0)
    try:
        return decide(session, c.ForgetPerson(person=event.person), given)
    except (Rejected, AlreadyTrue):
        return (event,)


def _overwrite(store: Store, one: Listed) -> None:
    """Overwrite the words of a line in a log that cannot be folded."""
    event = _event(one)

    def work(connection: sqlite3.Connection) -> None:
        query = "select id from sessions where code = ?"
        (session_id,) = connection.execute(query, (one.code,)).fetchone()
        present = _present(connection, session_id, one)
        what = erasure([event])
        blank(connection, session_id, _only(what, present))
        snapshots.remove(connection, session_id)
        archived_sessions.remove(connection, session_id, purge=True)

    store.overwrite(work)


def _only(what: Erasure, present: frozenset[int]) -> Erasure:
    return msgspec.structs.replace(
        what,
        people=frozenset(one for one in what.people if one in present),
        items=frozenset(one for one in what.items if one in present),
    )
