"""Full-text search over the closed sessions.

A session matches if it contains every word of the query: as the prefix of one of its words, or,
if prefixes match less than a page of sessions, anywhere inside one. If nothing matches, each query
word that no session contains is replaced by known words that are one typing error away.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from pathlib import Path

import msgspec

from fishbowl.archive.index import BM25, fts_infix_phrase, fts_phrase, query_index
from fishbowl.archive.results import HEADING_KINDS, read_results
from fishbowl.archive.search_types import Filter, ResultPage
from fishbowl.archive.vocabulary import FilterValues, Vocabulary, VocabularyCache
from fishbowl.harvest.query import Word, read_query
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.harvest.spelling import corrections
from fishbowl.log.archived_sessions import opened

PAGE = 10
INFIX_MAX = 200
"""How many indexed words that contain a query word are searched for, the shortest first."""
NO_MATCH = Word(tokens=("\ue000",), whole=True)
"""A query of punctuation only becomes this private-use character, which matches nothing."""


def search(
    path: Path,
    typed: str,
    narrow: Filter | None = None,
    *,
    first: int = 0,
    published_only: bool = False,
    vocabulary_cache: VocabularyCache | None = None,
) -> ResultPage:
    """Find closed sessions, best rank first; sessions of equal rank latest first.

    An empty query lists all sessions, latest first; with a kind, those that have text of it. It
    opens its own connection, so it may run in any thread.

    :param first: how many hits to leave out.
    :param published_only: search only sessions whose summary is published.
    :param vocabulary_cache: shared by searches of the same file.
    :raises StoreError: the index has to be rebuilt first.
    """
    with opened(path) as connection:
        words = read_query(typed)
        if not words and typed.strip():
            words = (NO_MATCH,)
        vocabulary = (vocabulary_cache or VocabularyCache()).vocabulary(connection)
        return _Search(connection, vocabulary, words, published_only).page(
            narrow or Filter(), first
        )


def warm_up(path: Path, vocabulary_cache: VocabularyCache) -> None:
    """Load everything into the cache that searches read from it.

    :raises StoreError: the index has to be rebuilt first.
    """
    with opened(path) as connection:
        vocabulary_cache.vocabulary(connection).load_all(connection)


class _Search:
    """One search over one connection."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        vocabulary: Vocabulary,
        words: tuple[Word, ...],
        published_only: bool,
    ) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._words = words
        self._searched: Mapping[int, FilterValues] = (
            vocabulary.published if published_only else vocabulary.all
        )

    def page(self, narrow: Filter, first: int) -> ResultPage:
        """Find a page of sessions, and count what each filter would leave."""
        searched, kind = self._searched, narrow.kind
        ranks, wanted = self._ranks_and_query()
        found: Collection[int] = (
            searched if ranks is None else [one for one in searched if one in ranks]
        )
        fitting = _fitting(searched, found, narrow)
        is_every = bool(ranks) and fitting is found and searched is self._vocabulary.all
        kinds = self._kinds(wanted, None if is_every else frozenset(fitting))
        if kind:
            of_kind = self._in_kind(kind, wanted) if kind in KINDS else frozenset()
            found = [one for one in found if one in of_kind]
            fitting = [one for one in fitting if one in of_kind]
        best = sorted(fitting, key=ranks.__getitem__) if ranks else list(fitting)
        return ResultPage(
            results=read_results(self._connection, best[first : first + PAGE], self._words, kind),
            count=len(best),
            searchable_count=len(searched),
            kinds=kinds,
            events=_counted(searched, found, narrow, "event"),
            series=_counted(searched, found, narrow, "series"),
            years=_counted(searched, found, narrow, "year"),
            languages=_counted(searched, found, narrow, "language"),
            misspelled=tuple(word.text for word in self._words if word.alternatives)
            if found
            else (),
        )

    def _ranks_and_query(self) -> tuple[Mapping[int, float] | None, str]:
        """The rank of each matching session, lower is better, and the FTS5 query."""
        if not self._words:
            return None, ""
        wanted = " AND ".join(map(fts_phrase, self._words))
        ranks = self._ranked(wanted)
        if len(ranks) < PAGE and any(word.is_prefix for word in self._words):
            known = self._vocabulary.words(self._connection)
            at_most = INFIX_MAX // len(self._words)
            wanted = " AND ".join(fts_infix_phrase(word, known, at_most) for word in self._words)
            ranks = {**self._ranked(wanted), **ranks}
        corrected = (
            self._words if self._is_there(ranks) else tuple(map(self._corrected, self._words))
        )
        if corrected != self._words:
            self._words = corrected
            wanted = " AND ".join(map(fts_phrase, corrected))
            ranks = self._ranked(wanted)
        return ranks, wanted

    def _corrected(self, word: Word) -> Word:
        """The word, with alternatives if none of the searched sessions contains it."""
        if word.whole or len(word.tokens) > 1:
            return word
        known = self._vocabulary.words(self._connection)
        if self._is_there(self._ids(fts_infix_phrase(word, known, INFIX_MAX))):
            return word
        return msgspec.structs.replace(
            word,
            alternatives=corrections(word.tokens[0], *self._vocabulary.letters(self._connection)),
        )

    def _is_there(self, ids: Iterable[int]) -> bool:
        return any(one in self._searched for one in ids)

    def _ranked(self, wanted: str) -> dict[int, float]:
        # bm25 gives words that more than half of the sessions contain no weight.
        if 2 * self._count(wanted) > len(self._vocabulary.all):
            return dict.fromkeys(self._ids(wanted), 0.0)
        return dict(query_index(self._connection, f"rowid, round({BM25}, 1)", wanted))

    def _kinds(self, wanted: str, within: frozenset[int] | None) -> dict[str, int]:
        """In how many sessions each kind contains all words; ``None`` counts all sessions."""
        if within is not None and not within:
            return {}
        if within is None:
            counts = {kind: self._count(f"{kind} : ({wanted})") for kind in KINDS}
        else:
            listed = [kind for kind in KINDS if wanted or kind not in HEADING_KINDS]
            counts = {kind: len(self._in_kind(kind, wanted) & within) for kind in listed}
        return {kind: n for kind, n in counts.items() if n}

    def _count(self, wanted: str) -> int:
        ((n,),) = query_index(self._connection, "count(*)", wanted)
        return int(n)

    def _in_kind(self, kind: str, wanted: str) -> frozenset[int]:
        if not wanted:
            return self._vocabulary.sessions_with_kind(self._connection, kind)
        return frozenset(self._ids(f"{kind} : ({wanted})"))

    def _ids(self, wanted: str) -> Iterable[int]:
        return map(itemgetter(0), query_index(self._connection, "rowid", wanted))


def _fitting(
    searched: Mapping[int, FilterValues], found: Collection[int], narrow: Filter
) -> Collection[int]:
    """The sessions that pass the filter's event or series, year and language."""
    wanted = {name: value for name in FilterValues._fields if (value := getattr(narrow, name))}
    if not wanted:
        return found
    read = [FilterValues._fields.index(name) for name in wanted]
    values = list(wanted.values())
    return [one for one in found if [searched[one][no] for no in read] == values]


def _counted(
    searched: Mapping[int, FilterValues], found: Collection[int], narrow: Filter, field: str
) -> dict[str, int]:
    """How many sessions each value of a field would leave, with the other filters unchanged."""
    chosen = ("event", "series") if field in ("event", "series") else (field,)  # one or the other
    others = msgspec.structs.replace(narrow, **dict.fromkeys(chosen, ""))
    column = itemgetter(FilterValues._fields.index(field))
    counts = Counter(column(searched[one]) for one in _fitting(searched, found, others))
    return {value: n for value, n in counts.most_common() if value}
