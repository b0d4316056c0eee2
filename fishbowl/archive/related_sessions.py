"""Finding earlier sessions that were about a topic."""

from collections.abc import Sequence
from pathlib import Path

from fishbowl.archive.index import BM25, asked, opened, phrase
from fishbowl.archive.results import read_hits
from fishbowl.archive.search_types import Hit
from fishbowl.harvest.query import Word, marks, read_query
from fishbowl.harvest.searchable_text import KINDS

NEAR_ENOUGH = 0.6
"""Which share of its words an earlier session must hold to have been about a topic."""
SHORT = 3
"""Words of so few letters say little about what a topic is about."""


def talked_before(path: Path, title: str, *, without: str, at_most: int = 20) -> tuple[Hit, ...]:
    """Find sessions that were about a topic, the nearest first.

    :param without: the code of the session that asks.
    :raises StoreError: the index has to be made anew first.
    """
    words = [word for word in read_query(title) if _tells(word)]
    if not words:
        return ()
    with opened(path) as connection:
        columns = " ".join(kind for kind in KINDS if KINDS[kind] >= KINDS["insight"])
        wanted = f"{{{columns}}} : ({' OR '.join(map(phrase, words))})"
        rows = asked(connection, "rowid", wanted, f"order by {BM25} limit {at_most:d}")
        hits = read_hits(connection, [session_id for (session_id,) in rows], words)
        return tuple(
            hit for hit in hits if hit.code != without and _share(hit, words) >= NEAR_ENOUGH
        )


def _tells(word: Word) -> bool:
    return len(word.text) > SHORT or not word.text.isascii()


def _share(hit: Hit, words: Sequence[Word]) -> float:
    there = [place.words for place in hit.places] + [hit.question]
    known = {word for word in words for text in there if marks(text, [word])}
    return len(known) / len(words)
