"""Logs as they are stored, entry by entry: what an owner's backup holds."""

import msgspec

from fishbowl.domain.kernel.entries import StoredEntry


class RawEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it is stored; ``data`` is the event's own JSON, of the version named."""

    seq: int
    sender: str = ""
    command_id: str
    part: int
    at_ms: int
    actor: int
    role: str
    type: str
    version: int
    data: msgspec.Raw


def raw(row: StoredEntry) -> RawEntry:
    """Write what is stored for a backup."""
    seq, sender, command_id, part, at_ms, actor, role, type, version, data = row
    return RawEntry(
        seq=seq,
        sender=sender,
        command_id=command_id,
        part=part,
        at_ms=at_ms,
        actor=actor,
        role=role,
        type=type,
        version=version,
        data=msgspec.Raw(data.encode()),
    )


def stored(entry: RawEntry) -> StoredEntry:
    """Make of an entry of a backup what is stored."""
    return (
        entry.seq,
        entry.sender,
        entry.command_id,
        entry.part,
        entry.at_ms,
        entry.actor,
        entry.role,
        entry.type,
        entry.version,
        bytes(entry.data).decode(),
    )
