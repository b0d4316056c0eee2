"""The full-text index over finished sessions: opened to be asked, and asked in its own language."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from fishbowl.harvest.query import Word
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.log.archived_sessions import opened

__all__ = ["BM25", "asked", "opened", "phrase", "phrases"]

BM25 = f"bm25(finished_sessions_fts, {', '.join(map(str, KINDS.values()))})"
"""How well a session answers, the lower the better: words count as much as their kind does."""


def asked(
    connection: sqlite3.Connection, columns: str, wanted: str, then: str = ""
) -> Iterator[Any]:
    """Ask the index: what of each session, for which phrases, and in which order and number."""
    return connection.execute(
        f"select {columns} from finished_sessions_fts where finished_sessions_fts match ? {then}",
        (wanted,),
    )


def phrase(word: Word) -> str:
    """Write a word for the index."""
    if word.near:
        return f"({' OR '.join(_quoted((one,)) for one in word.near)})"
    return f"{_quoted(word.tokens)} *" if word.goes_on else _quoted(word.tokens)


def phrases(word: Word, known: Iterable[str], at_most: int) -> str:
    """Write a word as it may also stand in the middle of words that are known.

    :param at_most: how many of those are written at the most.
    """
    begins, *others = word.tokens
    if not word.goes_on:
        around = []
    elif others:
        around = [f"{_quoted((one, *others))} *" for one in known if one.endswith(begins)]
    else:
        around = [_quoted((one,)) for one in known if begins in one]
    return f"({' OR '.join([phrase(word), *around[:at_most]])})"


def _quoted(tokens: Iterable[str]) -> str:
    """Write tokens; in quotation marks, which no token holds, nothing is a sign."""
    return f'"{" ".join(tokens)}"'
