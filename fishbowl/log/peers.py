"""Other machines of this installation: those that follow it, and those it has taken over from.

Each function is the work of one transaction. The number of takeovers (the epoch) and the takeover
that ended this machine's turn are numbers of the access state, which a standby copies.
"""

import sqlite3
from typing import Literal

from fishbowl.log.sign_ins import set_state, state

Kind = Literal["standby", "former"]
"""It follows this one; or this one has taken over from it, and it has not been told yet."""

_EPOCH = "takeover_epoch"
_FENCED = "fenced_epoch"
_SUCCESSOR = "successor"


def epoch(connection: sqlite3.Connection) -> int:
    """How often this installation was taken over, as far as this file knows."""
    return state(connection, _EPOCH, 0)


def fenced(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """The takeover that ended this machine's turn, and where it goes on; ``None`` if none has."""
    number = state(connection, _FENCED, 0)
    if number <= epoch(connection):
        return None
    found = connection.execute("select url from peers where kind = ?", (_SUCCESSOR,)).fetchone()
    return number, "" if found is None else str(found[0])


def set_fenced(connection: sqlite3.Connection, number: int, address: str) -> None:
    """Note that another machine has taken over."""
    set_state(connection, _FENCED, number)
    connection.execute("delete from peers where kind = ? or url = ?", (_SUCCESSOR, address))
    connection.execute(
        "insert into peers (url, kind, seen_ms) values (?, ?, 0)", (address, _SUCCESSOR)
    )


def take_over(connection: sqlite3.Connection, number: int, former: str, now_ms: int) -> None:
    """Note that this machine has taken over, from another one or from itself."""
    set_state(connection, _EPOCH, number)
    connection.execute("delete from peers")
    if former:
        note(connection, former, "former", now_ms)


def note(connection: sqlite3.Connection, url: str, kind: Kind, now_ms: int) -> None:
    """Remember a machine, or that it was seen now."""
    connection.execute(
        "insert or replace into peers (url, kind, seen_ms) values (?, ?, ?)", (url, kind, now_ms)
    )


def of_kind(connection: sqlite3.Connection, kind: Kind, since_ms: int = 0) -> list[str]:
    """The addresses of machines that were seen since an instant, the latest first."""
    rows = connection.execute(
        "select url from peers where kind = ? and seen_ms >= ? order by seen_ms desc",
        (kind, since_ms),
    )
    return [url for (url,) in rows]


def forget(connection: sqlite3.Connection, url: str) -> None:
    """Remember a machine no more."""
    connection.execute("delete from peers where url = ?", (url,))
