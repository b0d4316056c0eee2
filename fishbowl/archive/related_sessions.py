"""Finding earlier sessions that were about a topic."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from fishbowl.archive.index import BM25, fts_phrase, open_index, query_index
from fishbowl.archive.results import read_results
from fishbowl.archive.search_types import SearchResult
from fishbowl.harvest.query import Word, marks, read_query
from fishbowl.harvest.searchable_text import KINDS

SHARE_MIN = 0.6
"""The share of a title's words that a session must contain to be related."""
SHORT_MAX = 3
"""ASCII words of up to so many letters are ignored."""


def related_sessions(
    path: Path, title: str, *, exclude: str, at_most: int = 20
) -> tuple[SearchResult, ...]:
    """Find sessions that were about a topic, best match first.

    :param exclude: the code of the session that asks.
    :raises StoreError: the index has to be rebuilt first.
    """
    words = [word for word in read_query(title) if _is_significant(word)]
    if not words:
        return ()
    with closing(open_index(path)) as connection:
        columns = " ".join(kind for kind in KINDS if KINDS[kind] >= KINDS["insight"])
        wanted = f"{{{columns}}} : ({' OR '.join(map(fts_phrase, words))})"
        rows = query_index(connection, "rowid", wanted, f"order by {BM25} limit {at_most:d}")
        results = read_results(connection, [session_id for (session_id,) in rows], words)
        return tuple(
            result
            for result in results
            if result.code != exclude and _share(result, words) >= SHARE_MIN
        )


def _is_significant(word: Word) -> bool:
    return len(word.text) > SHORT_MAX or not word.text.isascii()


def _share(result: SearchResult, words: Sequence[Word]) -> float:
    texts = [match.words for match in result.matches] + [result.question]
    found = {word for word in words for text in texts if marks(text, [word])}
    return len(found) / len(words)
