"""Fold the log: ``evolve(session, entry) -> session``.

The law: an entry that is in the log has happened. Folding never refuses, never asks the clock,
never looks at an erasable word to decide anything, and gives the same session every time.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from fishbowl.domain.kernel.roles import Role
from fishbowl.domain.session import events as e
from fishbowl.domain.session.events import Entry, Event, without_sender
from fishbowl.domain.session.evolve import (
    access,
    chairs,
    debrief,
    floor,
    lifecycle,
    notes,
    people,
    questions,
    run,
    summary,
    takeaways,
    topics,
    votes,
    wall,
)
from fishbowl.domain.session.evolve.history import remember, undo
from fishbowl.domain.session.evolve.queue import places, requests
from fishbowl.domain.session.evolve.registry import FOLDS, check_complete
from fishbowl.domain.session.state import Session

SUBJECTS = (
    access, chairs, debrief, floor, notes, people, places, questions, requests,
    run, lifecycle, summary, takeaways, topics, votes, wall,
)  # fmt: skip
"""Each module adds its folds when it is loaded."""

APART = (e.SessionCreated, e.ActionUndone)
"""The first makes the session, the other one reads its history."""

check_complete(kind for kind in e.EVENT_TYPES.values() if kind not in APART)

MANY = frozenset({
    e.DotsCast, e.VoterConfirmed, e.ThumbCast, e.QuestionUpvoted, e.SignalsTotalled,
    e.TakeawayKept, e.TakeawayChanged, e.TakeawayWithdrawn,
    e.AnswerGiven, e.AnswerChanged, e.AnswerTakenBack,
})  # fmt: skip
"""What a whole room does at once: it would wash everything else out of "just now". What people
keep for themselves is nobody's news either."""

RECENT_MAX = 40
"""How many entries a session keeps at hand for "just now"."""


def evolve(before: Session | None, entry: Entry) -> Session:
    """Return the session after one more entry.

    :param before: the session so far; ``None`` before the first entry.
    :param entry: the next entry of its log.
    :raises ValueError: if the entry does not follow the session: the log is broken.
    """
    event = entry.event
    if isinstance(event, e.SessionCreated):
        if before is not None or entry.seq != 1:
            raise ValueError(f"entry {entry.seq} creates a session that exists")
        return lifecycle.session_created(event, entry)
    if before is None or entry.seq != before.seq + 1:
        raise ValueError(f"entry {entry.seq} does not follow {before.seq if before else 0}")
    if isinstance(event, e.ActionUndone):
        after = undo(before, event, entry)
    else:
        changes = FOLDS[type(event)](before, event, entry)
        after = remember(before, before.with_parts(changes), changes, entry)
    return msgspec.structs.replace(
        after,
        seq=entry.seq,
        at_ms=entry.at_ms,
        sent_at_ms=before.sent_at_ms if entry.role is Role.TIME else entry.at_ms,
        recent=_recent(before, entry),
        **_counters(before, event, entry),
    )


def fold(entries: Iterable[Entry], start: Session | None = None) -> Session | None:
    """Fold many entries, oldest first.

    :return: the session after them; ``start`` if there are none.
    :raises ValueError: if the entries are not one unbroken log.
    """
    for entry in entries:
        start = evolve(start, entry)
    return start


def states_of(entries: Iterable[Entry]) -> Iterator[Session]:
    """Fold a log, and give the state after each entry.

    :raises ValueError: the entries are not one unbroken log.
    """
    session: Session | None = None
    for entry in entries:
        session = evolve(session, entry)
        yield session


def _recent(before: Session, entry: Entry) -> tuple[Entry, ...]:
    """What "just now" can tell, but not from which device; a list of many people is told once."""
    latest = before.recent[-1] if before.recent else None
    if type(entry.event) in MANY:
        return before.recent
    if (
        latest is not None
        and isinstance(latest.event, e.PeopleListed)
        and latest.seq == entry.seq - entry.part
    ):
        return before.recent
    return (*before.recent, without_sender(entry))[-RECENT_MAX:]


def _counters(before: Session, event: Event, entry: Entry) -> dict[str, Any]:
    """Numbers that only grow: an undo must not hand them out again."""
    if isinstance(event, (e.PersonJoined, e.PersonAdded)):
        return {"guest_count": before.guest_count + 1}
    if isinstance(event, (e.WifiSet, e.WifiErased)):
        held = isinstance(event, e.WifiSet) and (before.password_held or bool(event.password))
        return {"password_held": held}
    if isinstance(event, e.NameHidden):
        return {"guest_count": max(before.guest_count, event.no)}
    if isinstance(event, (e.QueueJoined, e.QueueMoved, e.CallEnded)):
        return {"last_rank": max(before.last_rank, event.rank)}
    if isinstance(event, e.SummaryPublished):
        return {"last_edition": before.last_edition + 1}
    if isinstance(event, e.LinksRevoked):
        return {"last_generation": event.generation}
    if isinstance(event, e.CallMade):
        return {"last_call_seq": entry.seq}
    return {}
