"""Erasing in an older copy of a database what was erased since it was made.

It runs before such a copy is served: at every start, after a restore, and when a standby takes
over. The list is :mod:`fishbowl.log.erasure_list`. What it names is asked for again, as an entry
of its own under an id made from the line, so that a second time does nothing. A log that cannot be
folded has the words overwritten all the same.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

import msgspec

from fishbowl.domain.kernel.codec import UnknownEvent
from fishbowl.domain.kernel.ids import Millis, Seq
from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import commands as c
from fishbowl.domain.session.decide import AlreadyTrue, Given, Rejected, decide
from fishbowl.domain.session.erasure import Erasure, erasure
from fishbowl.domain.session.events import Entry, Event, PersonForgotten
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.state import Session
from fishbowl.domain.session.stream import SESSION
from fishbowl.log import Conflict, Store, StoreError, Unavailable
from fishbowl.log.effects import DeleteStream, DropArchived, Erase, KeepErasures
from fishbowl.log.erasure_lines import ErasureLine, again_id
from fishbowl.services.session_log import append_session, deletion_effects


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
    """
    erasures = deletions = 0
    broken: list[str] = []
    for one in store.erased_elsewhere():
        _check_known(one)
        if store.is_due(one):
            if one.is_deletion:
                deletion = DeleteStream(stream=one.stream, at_ms=one.at_ms)
                store.append({}, [*deletion_effects(one.stream), deletion])
                deletions += 1
            else:
                erasures += 1
                if not _append_again(store, one, now_ms):
                    _overwrite(store, one)
                    broken.append(one.code)
        store.append({}, [KeepErasures(lines=(one,))])
    if erasures or deletions:
        while store.tidy():
            pass
    return Reapplied(erasures, deletions, tuple(dict.fromkeys(broken)))


def _check_known(one: ErasureLine) -> None:
    if one.kind != SESSION.name:
        raise StoreError(
            f"The list of erasures was written by a newer Fishbowl ({one.kind}); update Fishbowl "
            "to open this database, so that nothing that was erased comes back."
        )


def _event(one: ErasureLine) -> Event:
    try:
        return cast(Event, one.event(SESSION))
    except (UnknownEvent, msgspec.DecodeError) as error:
        raise StoreError(
            f"The list of erasures was written by a newer Fishbowl ({one.type}); update Fishbowl "
            "to open this database, so that nothing that was erased comes back."
        ) from error


def _append_again(store: Store, one: ErasureLine, now_ms: int) -> bool:
    """Ask again for what was erased, as an entry of its own.

    :return: whether that was possible; not in a log that cannot be folded.
    """
    event = _event(one)
    try:
        session: Session | None = store.folded(one.stream)
        if session is None:
            return False
        entries = _entries(session, event, one, Millis(max(now_ms, session.at_ms)))
        after = fold(entries, session)
        if after is None:
            return False
        append_session(store, after, entries)
    except (Unavailable, OSError):
        raise  # it is the file, not this log
    except (StoreError, Conflict, ValueError, LookupError, TypeError):
        return False
    return True


def _entries(session: Session, event: Event, one: ErasureLine, now_ms: Millis) -> list[Entry]:
    role = Role(one.role)
    return [
        Entry(
            seq=Seq(session.seq + 1 + part),
            command_id=again_id(one),
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


def _overwrite(store: Store, one: ErasureLine) -> None:
    """Overwrite the words of a line in a log that cannot be folded."""
    what = _only(erasure([_event(one)]), store.present(one))
    drop = DropArchived(stream=one.stream, purge=True)
    store.append({}, [Erase(stream=one.stream, what=what), drop])


def _only(what: Erasure, present: frozenset[int]) -> Erasure:
    return msgspec.structs.replace(
        what,
        people=frozenset(one for one in what.people if one in present),
        items=frozenset(one for one in what.items if one in present),
    )
