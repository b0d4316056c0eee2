"""The tables of records of homes and laptops, and of parts of bundles that are on their way."""

import sqlite3

from fishbowl.log import home_effects as effects


def apply(connection: sqlite3.Connection, effect: effects.AnyHomeEffect) -> None:
    """Apply an effect, inside the caller's transaction."""
    match effect:
        case effects.PutHomeRecord(kind=kind, key=key, value=value):
            connection.execute(
                "insert or replace into home_records (kind, key, value) values (?, ?, ?)",
                (kind, key, value),
            )
        case effects.DropHomeRecords(kind=kind, key=key):
            connection.execute(
                "delete from home_records where kind = ?1 and (?2 = '' or key = ?2)", (kind, key)
            )
        case effects.PutBundlePart(bundle=bundle, start=start, part=part, at_ms=at_ms):
            connection.execute(
                "insert or ignore into bundle_parts (bundle, start, part, at_ms)"
                " values (?, ?, ?, ?)",
                (bundle, start, part, at_ms),
            )
        case effects.DropBundleParts(bundle=bundle, before_ms=before_ms):
            connection.execute("delete from bundle_parts where bundle = ?", (bundle,))
            connection.execute(
                "delete from bundle_parts where bundle in (select bundle from bundle_parts"
                " group by bundle having max(at_ms) < ?)",
                (before_ms,),
            )


def read(connection: sqlite3.Connection, kind: str, key: str) -> dict[str, bytes]:
    """Read records of a kind by key, in the order of the keys.

    :param key: only this one; empty for all.
    """
    rows = connection.execute(
        "select key, value from home_records where kind = ?1 and (?2 = '' or key = ?2)"
        " order by key",
        (kind, key),
    )
    return {found: bytes(value) for found, value in rows}


def part_sizes(connection: sqlite3.Connection, bundle: str) -> list[tuple[int, int]]:
    """Where the parts of a bundle begin and how long they are, in their order."""
    return connection.execute(
        "select start, length(part) from bundle_parts where bundle = ? order by start", (bundle,)
    ).fetchall()


def parts(connection: sqlite3.Connection, bundle: str) -> list[tuple[int, bytes]]:
    """The parts of a bundle with their starts, in their order."""
    rows = connection.execute(
        "select start, part from bundle_parts where bundle = ? order by start", (bundle,)
    )
    return [(start, bytes(part)) for start, part in rows]
