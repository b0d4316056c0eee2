"""Other machines of this installation: those that follow it, and those it has taken over from.

Each function is the work of one transaction. The number of takeovers (the epoch) and the takeover
that ended this machine's turn are numbers of the access state, which a standby copies.
"""

import sqlite3

from fishbowl.log.records import PeerKind, Peers
from fishbowl.log.sign_ins import numbers, put_number

_EPOCH = "takeover_epoch"
_FENCED = "fenced_epoch"
_SUCCESSOR = "successor"


def read(connection: sqlite3.Connection) -> Peers:
    """Read what this file knows of other machines."""
    kept = numbers(connection)
    epoch, number = kept.get(_EPOCH, 0), kept.get(_FENCED, 0)
    rows = connection.execute(
        "select url, kind, seen_ms from peers order by seen_ms desc"
    ).fetchall()
    successor = next((url for url, kind, _ in rows if kind == _SUCCESSOR), "")
    return Peers(
        epoch=epoch,
        fenced=(number, successor) if number > epoch else None,
        seen=tuple((url, kind, seen_ms) for url, kind, seen_ms in rows if kind != _SUCCESSOR),
    )


def set_fenced(connection: sqlite3.Connection, number: int, address: str) -> None:
    """Note that another machine has taken over."""
    put_number(connection, _FENCED, number)
    connection.execute("delete from peers where kind = ? or url = ?", (_SUCCESSOR, address))
    connection.execute(
        "insert into peers (url, kind, seen_ms) values (?, ?, 0)", (address, _SUCCESSOR)
    )


def take_over(connection: sqlite3.Connection, number: int, former: str, now_ms: int) -> None:
    """Note that this machine has taken over, from another one or from itself."""
    put_number(connection, _EPOCH, number)
    connection.execute("delete from peers")
    if former:
        note(connection, former, "former", now_ms)


def note(connection: sqlite3.Connection, url: str, kind: PeerKind, now_ms: int) -> None:
    """Remember a machine, or that it was seen now."""
    connection.execute(
        "insert or replace into peers (url, kind, seen_ms) values (?, ?, ?)", (url, kind, now_ms)
    )


def forget(connection: sqlite3.Connection, url: str) -> None:
    """Remember a machine no more."""
    connection.execute("delete from peers where url = ?", (url,))
