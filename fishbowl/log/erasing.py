"""Overwriting words in stored entries without reading them as events.

An entry is a public format that outlives the code: whatever its version, only the fields that are
erased change, and every other byte of its values stays as it was written.
"""

from collections.abc import Collection, Iterable, Iterator

import msgspec

from fishbowl.domain.session.erasure import Erasure, Row, fields_to_blank

StoredRow = tuple[int, int, str, int, str]
"""``seq``, ``part``, ``type``, ``version`` and ``data`` of an entry, as they are in the table."""

_BLANKS = {b'"': b'""', b"[": b"[]", b"{": b"{}"}
"""What is left of a value, by its first byte; numbers become 0, true, false and null stay."""


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
    blank = dict(fields_to_blank(what, held))
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
