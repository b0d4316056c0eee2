"""Read access to the full-text index of closed sessions, and how words become FTS5 queries."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fishbowl.harvest.query import Word
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.log import archived_sessions
from fishbowl.log.connection import connect
from fishbowl.log.errors import StoreError

BM25 = f"bm25(finished_sessions_fts, {', '.join(map(str, KINDS.values()))})"
"""The FTS5 rank of a session, lower is better; columns are weighted by kind."""


def open_index(path: Path) -> sqlite3.Connection:
    """Open the database for a search, in a read transaction, so that all reads see one state.

    :raises StoreError: the index was built by another version and has to be rebuilt.
    """
    connection = connect(path, readonly=True)
    connection.execute("begin")
    if archived_sessions.is_current(connection):
        return connection
    connection.close()
    raise StoreError("The archive was made by another Fishbowl; start the server once to renew it.")


def query_index(
    connection: sqlite3.Connection, columns: str, wanted: str, then: str = ""
) -> Iterator[Any]:
    """Run an FTS5 query.

    :param columns: what to select of each session.
    :param wanted: the FTS5 match expression.
    :param then: an ``order by`` or ``limit`` clause.
    """
    return connection.execute(
        f"select {columns} from finished_sessions_fts where finished_sessions_fts match ? {then}",
        (wanted,),
    )


def fts_phrase(word: Word) -> str:
    """Write a word as an FTS5 expression: a phrase, a prefix, or any of its alternatives."""
    if word.alternatives:
        return f"({' OR '.join(_quoted((one,)) for one in word.alternatives)})"
    return f"{_quoted(word.tokens)} *" if word.is_prefix else _quoted(word.tokens)


def fts_infix_phrase(word: Word, known: Iterable[str], at_most: int) -> str:
    """Write a word as an FTS5 expression that also matches it inside longer words.

    FTS5 has no infix search, so the indexed words that contain it are listed.

    :param known: all indexed words.
    :param at_most: how many of those are listed.
    """
    begins, *others = word.tokens
    if not word.is_prefix:
        around = []
    elif others:
        around = [f"{_quoted((one, *others))} *" for one in known if one.endswith(begins)]
    else:
        around = [_quoted((one,)) for one in known if begins in one]
    return f"({' OR '.join([fts_phrase(word), *around[:at_most]])})"


def _quoted(tokens: Iterable[str]) -> str:
    """Quote tokens. Tokens contain no quotation marks, so nothing in them is an operator."""
    return f'"{" ".join(tokens)}"'
