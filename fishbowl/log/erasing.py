"""Overwriting words in stored entries, in the transaction of the entry that asks for it.

An entry is a public format that outlives the code: it is never read as an event and encoded anew.
Whatever its version, only the fields that are erased change, and every other byte of its values
stays as it was written.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from fishbowl.domain.kernel.erasure import Erasure, Row

StoredRow = tuple[int, int, str, int, str]
"""``seq``, ``part``, ``type``, ``version`` and ``data`` of an entry, as they are in the table."""

_BLANKS = {b'"': b'""', b"[": b"[]", b"{": b"{}"}
"""What is left of a value, by its first byte; numbers become 0, true, false and null stay."""


def erase(
    connection: sqlite3.Connection,
    stream_id: int,
    what: Erasure,
    device_fields: Mapping[str, str],
) -> None:
    """Overwrite what a log is to lose; inside the caller's transaction.

    What tells which device a forgotten person's commands came from is replaced by a word of the
    command's own.

    :param device_fields: see :class:`~fishbowl.domain.kernel.streams.StreamKind`.
    """
    rows = connection.execute(
        "select seq, part, type, version, data from entries where stream_id = :stream"
        " and type in (select value from json_each(:types))"
        + (" and seq in (select value from json_each(:items))" if what.only_items else "")
        + " order by seq",
        {
            "stream": stream_id,
            "types": msgspec.json.encode(what.types()).decode(),
            "items": msgspec.json.encode(tuple(what.items)).decode(),
        },
    ).fetchall()
    connection.executemany(
        "update entries set data = ? where stream_id = ? and seq = ?",
        [(data, stream_id, seq) for seq, data in erased_rows(what, rows)],
    )
    if what.people or what.everybody:
        _forget_senders(connection, stream_id, what, device_fields)


def _forget_senders(
    connection: sqlite3.Connection,
    stream_id: int,
    what: Erasure,
    device_fields: Mapping[str, str],
) -> None:
    """Replace what tells the devices apart that forgotten people's commands came from."""
    connection.execute(
        "update entries set sender = 'gone-' || (seq - part)"
        " where stream_id = :stream and sender <> '' and case"
        "   when actor > 0 then :everybody or actor in (select value from json_each(:people))"
        "   else exists ("
        "     select 1 from json_each(:fields) where json_each.key = entries.type and ("
        "       :everybody or iif(json_each.value = '', seq, data ->> json_each.value)"
        "       in (select value from json_each(:people))))"
        "   end",
        {
            "stream": stream_id,
            "everybody": what.everybody,
            "people": msgspec.json.encode(tuple(what.people)).decode(),
            "fields": msgspec.json.encode(device_fields).decode(),
        },
    )


def blanked(type: str, version: int, data: str, fields: Collection[str]) -> str:
    """Overwrite fields of an entry's JSON.

    :param type: the stored name of the event; with ``version`` it says what ``data`` is.
    :param data: an object, as it is stored.
    :param fields: which of its members to overwrite; those that are not there are passed over.
    :return: the object with its members in the same order, their other values byte by byte.
    :raises msgspec.DecodeError: ``data`` is no JSON object.
    """
    members = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    if members.keys().isdisjoint(fields):
        return data
    written = (
        msgspec.json.encode(name) + b":" + (_blank(bytes(raw)) if name in fields else bytes(raw))
        for name, raw in members.items()
    )
    return (b"{" + b",".join(written) + b"}").decode()


def erased_rows(what: Erasure, rows: Iterable[StoredRow]) -> Iterator[tuple[int, str]]:
    """Say which entries of a log are overwritten, and with what.

    :param rows: all entries of a log that have one of ``what.types()``, oldest first.
    :return: ``seq`` and new ``data`` of each entry that changes.
    :raises msgspec.DecodeError: an entry is no JSON object.
    """
    stored = list(rows)
    held = [
        Row(seq, seq - part, type, msgspec.json.decode(data)) for seq, part, type, _, data in stored
    ]
    blank = dict(what.fields_to_blank(held))
    for seq, _, type, version, data in stored:
        if seq in blank:
            after = blanked(type, version, data, blank[seq])
            if after != data:
                yield seq, after


def _blank(raw: bytes) -> bytes:
    first = raw.lstrip()[:1]
    if first in _BLANKS:
        return _BLANKS[first]
    return b"0" if first.isdigit() or first == b"-" else raw
