"""The table of who is signed in, and the numbers that an installation keeps by name."""

import sqlite3
from collections.abc import Iterable

import msgspec

from fishbowl.log.records import SignIn

_COLUMNS = "token_hash, opens, code, generation, began_at_ms, seen_at_ms, expires_at_ms"


def load(connection: sqlite3.Connection) -> list[SignIn]:
    """Read all of them."""
    rows = connection.execute(f"select {_COLUMNS} from sign_ins").fetchall()
    return [SignIn(**dict(zip(SignIn.__struct_fields__, row, strict=True))) for row in rows]


def put(connection: sqlite3.Connection, sign_in: SignIn) -> None:
    """Write a sign-in, new or changed."""
    connection.execute(
        f"insert or replace into sign_ins ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)",
        msgspec.structs.astuple(sign_in),
    )


def remove(
    connection: sqlite3.Connection,
    token_hashes: Iterable[bytes],
    *,
    opens: str,
    generation: int,
    code: str,
    expired_at_ms: int,
) -> None:
    """End sign-ins: see :class:`~fishbowl.log.effects.EndSignIns`."""
    connection.executemany(
        "delete from sign_ins where token_hash = ?", [(one,) for one in token_hashes]
    )
    connection.execute(
        "delete from sign_ins where (opens = ?1 and ?1 <> '' and ?4 in (0, generation))"
        " or (code = ?2 and ?2 <> '') or expires_at_ms <= ?3",
        (opens, code, expired_at_ms, generation),
    )


def numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """Read every number."""
    return dict(connection.execute("select name, value from access_state"))


def put_number(connection: sqlite3.Connection, name: str, value: int) -> None:
    """Write a number."""
    connection.execute(
        "insert or replace into access_state (name, value) values (?, ?)", (name, value)
    )
