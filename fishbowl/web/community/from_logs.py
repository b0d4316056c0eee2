"""What logs hold of a member, read from the file: long work, done in the process of jobs."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.domain.community.events import Entry, MemberJoined
from fishbowl.domain.community.evolve import evolve
from fishbowl.domain.community.ids import MemberId
from fishbowl.domain.community.model import Link
from fishbowl.domain.community.rules.merges import merges_of
from fishbowl.domain.community.state import Community
from fishbowl.domain.community.stream import COMMUNITY_STREAM
from fishbowl.domain.kernel.ids import Millis
from fishbowl.domain.session.evolve import fold
from fishbowl.domain.session.ids import PersonId
from fishbowl.domain.session.stream import session_stream
from fishbowl.log import Log, StoreError, open_store
from fishbowl.views.community.own_part import OwnPart, is_kept, may_link, own_part
from fishbowl.web.offload.jobs import OwnParts, Parts
from fishbowl.web.privacy.personal_data import personal_data


def own_parts(db: Path, job: OwnParts) -> Parts:
    """Read what sessions hold of a member; one that cannot be read does not spoil the others."""
    with closing(open_store(db, readonly=True)) as log:
        return tuple(_part(log, code, person, Millis(job.now_ms)) for code, person in job.links)


def member_data(db: Path, id: int) -> dict[str, Any]:
    """Collect everything that logs hold of a member, as plain values.

    Instants are milliseconds since 1970, UTC. Of linked sessions it is what each would give to the
    person's own phone.

    :raises LookupError: there is no such member.
    """
    with closing(open_store(db, readonly=True)) as log:
        entries: list[Entry] = log.entries(COMMUNITY_STREAM)
        community = _folded(entries)
        member = None if community is None else community.members.get(MemberId(id))
        if community is None or member is None:
            raise LookupError(id)
        return {
            "member": msgspec.to_builtins(member),
            "merges": [
                {"id": one.id, "proposed_at_ms": one.proposed_at_ms, "agreed": id in one.agreed}
                for one in merges_of(community, member.id)
            ],
            "log": [_told(entry) for entry in entries if _is_about(entry, id)],
            "sessions": [_session(log, link) for link in member.links],
        }


def _folded(entries: Iterable[Entry]) -> Community | None:
    community: Community | None = None
    for entry in entries:
        community = evolve(community, entry)
    return community


def _is_about(entry: Entry, id: int) -> bool:
    return id in (entry.actor, getattr(entry.event, "member", 0)) or (
        entry.seq == id and isinstance(entry.event, MemberJoined)
    )


def _told(entry: Entry) -> dict[str, Any]:
    fields = msgspec.to_builtins(entry.event)
    return {"at_ms": entry.at_ms, "event": entry.event.name, "by": entry.role.value, **fields}


def _session(log: Log, link: Link) -> dict[str, Any]:
    told: dict[str, Any] = {"code": link.code, "person": link.person}
    try:
        entries = log.entries(session_stream(link.code))
        session = fold(entries)
    except (StoreError, ValueError, KeyError):
        return {**told, "unreadable": True}
    if session is None or not may_link(session) or not is_kept(session, link.person):
        return {**told, "kept": False}
    data = personal_data(session, entries, PersonId(link.person))
    return {**told, "kept": True, "data": data}


def _part(log: Log, code: str, person: int, now_ms: Millis) -> OwnPart | None:
    try:
        session = fold(log.entries(session_stream(code)))
    except (StoreError, ValueError, KeyError):
        return None  # the page of the session says what is wrong with it
    return None if session is None else own_part(session, person, now_ms)
