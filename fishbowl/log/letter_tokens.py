"""The table of the tokens of letters: each is good once, for one purpose, until an instant."""

import sqlite3

from fishbowl.log.errors import EffectRefused
from fishbowl.log.people_effects import PutToken
from fishbowl.log.people_records import TokenRow

_COLUMNS = ", ".join(TokenRow._fields)


def put(connection: sqlite3.Connection, token: PutToken) -> None:
    """Write a token; one that is there stays as it is."""
    connection.execute(
        "insert or ignore into letter_tokens (hash, purpose, owner, about, expires_at_ms)"
        " values (?, ?, ?, ?, ?)",
        (token.hash, token.purpose, token.owner, token.about, token.expires_at_ms),
    )


def spend(connection: sqlite3.Connection, hash: bytes, now_ms: int) -> None:
    """Use a token up.

    :raises EffectRefused: ``token_over``: there is none, or it is spent or expired.
    """
    spent = connection.execute(
        "update letter_tokens set spent_at_ms = ?1"
        " where hash = ?2 and spent_at_ms is null and expires_at_ms > ?1",
        (now_ms, hash),
    )
    if not spent.rowcount:
        raise EffectRefused("token_over")


def drop(connection: sqlite3.Connection, owner: str, purpose: str, expired_at_ms: int) -> None:
    """Delete tokens: see :class:`~fishbowl.log.people_effects.DropTokens`."""
    connection.execute(
        "delete from letter_tokens where (owner = ?1 and ?1 <> '' and ?2 in ('', purpose))"
        " or expires_at_ms <= ?3",
        (owner, purpose, expired_at_ms),
    )


def find(connection: sqlite3.Connection, hash: bytes) -> TokenRow | None:
    """Find a token, whether it is good or not; ``None`` if there is none."""
    found = connection.execute(
        f"select {_COLUMNS} from letter_tokens where hash = ?", (hash,)
    ).fetchone()
    return None if found is None else TokenRow(*found)
