"""The tables of contacts, and of addresses that want no letters."""

import sqlite3
from collections.abc import Iterable

from fishbowl.log.people_effects import MarkContact, MoveContact, PutContact
from fishbowl.log.people_records import Contact

_COLUMNS = ", ".join(Contact._fields)


def put(connection: sqlite3.Connection, contact: PutContact) -> None:
    """Write a contact in place of an earlier one of its owner and kind."""
    connection.execute(
        "insert or replace into contacts (owner, kind, sealed, digest, confirmed_at_ms)"
        " values (?, ?, ?, ?, ?)",
        (contact.owner, contact.kind, contact.sealed, contact.digest, contact.confirmed_at_ms),
    )


def mark(connection: sqlite3.Connection, marked: MarkContact) -> None:
    """Note that an e-mail address is confirmed or failed."""
    if marked.confirmed_at_ms is not None:
        connection.execute(
            "update contacts set confirmed_at_ms = ?, failed_at_ms = null, problem = ''"
            " where owner = ? and kind = 'mail'",
            (marked.confirmed_at_ms, marked.owner),
        )
    if marked.failed_at_ms is not None:
        connection.execute(
            "update contacts set failed_at_ms = ?, problem = ? where owner = ? and kind = 'mail'",
            (marked.failed_at_ms, marked.problem, marked.owner),
        )


def move(connection: sqlite3.Connection, moved: MoveContact) -> None:
    """Let an e-mail address be another owner's."""
    connection.execute(
        "update or replace contacts set owner = ?, confirmed_at_ms = ?"
        " where owner = ? and kind = 'mail'",
        (moved.keeps, moved.confirmed_at_ms, moved.goes),
    )


def drop(connection: sqlite3.Connection, owner: str, kind: str | None) -> None:
    """Delete contacts of an owner."""
    connection.execute(
        "delete from contacts where owner = ?1 and (?2 is null or kind = ?2)", (owner, kind)
    )


def refuse(connection: sqlite3.Connection, owner: str) -> None:
    """Keep the digest of an owner's e-mail address among those that want no letters."""
    connection.execute(
        "insert or ignore into refused_addresses (digest)"
        " select digest from contacts where owner = ? and kind = 'mail'",
        (owner,),
    )


def read(connection: sqlite3.Connection, owner: str = "", *, failed: bool = False) -> list[Contact]:
    """Read the contacts of an owner, or of everybody.

    :param failed: only those to which letters came back.
    """
    rows = connection.execute(
        f"select {_COLUMNS} from contacts where (?1 = '' or owner = ?1)"
        " and (not ?2 or failed_at_ms is not null) order by owner, kind",
        (owner, failed),
    )
    return [Contact(*row) for row in rows]


def owners_of(connection: sqlite3.Connection, digests: Iterable[bytes]) -> list[str]:
    """Whose confirmed e-mail address has one of these digests."""
    rows = (
        row
        for digest in digests
        for row in connection.execute(
            "select owner from contacts where digest = ? and kind = 'mail'"
            " and confirmed_at_ms is not null",
            (digest,),
        )
    )
    return sorted({owner for (owner,) in rows})


def refused(connection: sqlite3.Connection, digests: Iterable[bytes]) -> frozenset[bytes]:
    """Which of these digests are of addresses that want no letters."""
    query = "select 1 from refused_addresses where digest = ?"
    return frozenset(one for one in digests if connection.execute(query, (one,)).fetchone())
