"""The outbox: letters that are to be sent, claimed by a lease of whoever sends them."""

import sqlite3

import msgspec

from fishbowl.log.people_effects import PutLetter, SettleLetter
from fishbowl.log.people_records import Letter

_COLUMNS = ", ".join(Letter._fields)


def put(connection: sqlite3.Connection, letter: PutLetter) -> None:
    """Put a letter into the outbox; one of this id that is there stays as it is."""
    params = msgspec.json.encode(letter.params, order="sorted").decode()
    connection.execute(
        "insert or ignore into outbox (id, owner, letter, params, created_at_ms, due_at_ms)"
        " values (?, ?, ?, ?, ?, ?)",
        (
            letter.id, letter.owner, letter.letter, params, letter.created_at_ms,
            max(letter.due_at_ms, letter.created_at_ms),
        ),
    )  # fmt: skip


def claim(connection: sqlite3.Connection, now_ms: int, until_ms: int, most: int) -> list[Letter]:
    """Claim letters that are due and that nobody else is sending, the earliest first."""
    rows = connection.execute(
        "update outbox set claimed_until_ms = ?2, tries = tries + 1 where id in ("
        " select id from outbox where due_at_ms <= ?1 and claimed_until_ms <= ?1"
        " order by due_at_ms, rowid limit ?3)"
        f" returning {_COLUMNS}",
        (now_ms, until_ms, most),
    ).fetchall()
    return sorted((Letter(*row) for row in rows), key=lambda one: (one.due_at_ms or 0, one.id))


def settle(connection: sqlite3.Connection, settled: SettleLetter) -> None:
    """Note what became of a letter that was claimed."""
    connection.execute(
        "update outbox set sent_at_ms = ?, due_at_ms = ?, problem = ?, claimed_until_ms = 0"
        " where id = ?",
        (
            settled.sent_at_ms,
            None if settled.sent_at_ms is not None else settled.due_at_ms,
            settled.problem,
            settled.id,
        ),
    )


def drop(connection: sqlite3.Connection, owner: str, letter: str, settled_before_ms: int) -> None:
    """Delete letters: see :class:`~fishbowl.log.people_effects.DropLetters`."""
    connection.execute(
        "delete from outbox where (owner = ?1 and ?1 <> '' and ?2 in ('', letter))"
        " or (due_at_ms is null and created_at_ms < ?3)",
        (owner, letter, settled_before_ms),
    )


def read(connection: sqlite3.Connection, owner: str = "", *, failed: bool = False) -> list[Letter]:
    """Read letters, the latest first.

    :param owner: to whom; empty for everybody.
    :param failed: only those that have a problem.
    """
    rows = connection.execute(
        f"select {_COLUMNS} from outbox where (?1 = '' or owner = ?1)"
        " and (not ?2 or problem <> '') order by created_at_ms desc, id",
        (owner, failed),
    )
    return [Letter(*row) for row in rows]


def find(connection: sqlite3.Connection, id: str) -> Letter | None:
    """Find a letter by its id; ``None`` if it is there no more."""
    found = connection.execute(f"select {_COLUMNS} from outbox where id = ?", (id,)).fetchone()
    return None if found is None else Letter(*found)
