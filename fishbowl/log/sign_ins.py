"""The table of who is signed in, and the numbers that an installation keeps by name."""

import sqlite3
from collections.abc import Iterable

import msgspec

_COLUMNS = "token_hash, opens, code, generation, began_at_ms, seen_at_ms, expires_at_ms"

OWNER_GENERATION = "owner_generation"
"""Which owner key is good: the first one, or a later one after it was renewed."""
OWNER_KEY_USED = "owner_key_used"
"""The generation of the owner key that somebody has signed in with last."""
READERS_GENERATION = "readers_generation"
"""Which readers' link of the archive is good: the first one, or a later one."""


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """One sign-in: what a browser's cookie opens.

    :param token_hash: the SHA-256 of the cookie's token; the token itself is stored nowhere.
    :param opens: ``owner``, ``reader``, or a role in a session.
    :param code: the session; empty for the owner and for readers.
    :param generation: of the key by which somebody came in.
    :param seen_at_ms: when it was last used, to within a day.
    """

    token_hash: bytes
    opens: str
    code: str
    generation: int
    began_at_ms: int
    seen_at_ms: int
    expires_at_ms: int


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
    code: str,
    expired_at_ms: int,
) -> None:
    """End sign-ins: see :class:`~fishbowl.log.effects.EndSignIns`."""
    connection.executemany(
        "delete from sign_ins where token_hash = ?", [(one,) for one in token_hashes]
    )
    connection.execute(
        "delete from sign_ins where (opens = ?1 and ?1 <> '') or (code = ?2 and ?2 <> '')"
        " or expires_at_ms <= ?3",
        (opens, code, expired_at_ms),
    )


def numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """Read every number."""
    return dict(connection.execute("select name, value from access_state"))


def put_number(connection: sqlite3.Connection, name: str, value: int) -> None:
    """Write a number."""
    connection.execute(
        "insert or replace into access_state (name, value) values (?, ?)", (name, value)
    )
