"""Finding finished sessions by their words.

A session is found if each word is somewhere in it: at the beginning of one of its words, or, if
that finds less than a page, in the middle of one. If nothing is found, one typing error is forgiven
in each word that nobody has said.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from pathlib import Path

import msgspec

from fishbowl.archive.index import BM25, asked, opened, phrase, phrases
from fishbowl.archive.results import IN_THE_HEAD, read_hits
from fishbowl.archive.search_types import Filter, Found
from fishbowl.archive.vocabulary import Card, Cards, Catalogue
from fishbowl.harvest.query import Word, read_query
from fishbowl.harvest.searchable_text import KINDS
from fishbowl.harvest.spelling import near

PAGE = 10
MIDDLES = 200
"""Words of the archive that are looked for because they hold a typed one in their middle; if there
are more, the shortest."""
NOTHING = Word(tokens=("\ue000",), whole=True)
"""Stands for signs between which there is no word: no text holds it."""


def search(
    path: Path,
    typed: str,
    narrow: Filter | None = None,
    *,
    first: int = 0,
    published_only: bool = False,
    catalogue: Catalogue | None = None,
) -> Found:
    """Find finished sessions; the best first, of equally good ones the latest.

    Where nothing was typed, all sessions are listed, the latest first; narrowed to a kind, those
    that have such finds. Opens the file for itself, so it may run in any thread.

    :param first: how many hits to leave out.
    :param published_only: look only through sessions whose summary is published.
    :param catalogue: what earlier searches of this file have left, to be quicker.
    :raises StoreError: the index has to be made anew first.
    """
    with opened(path) as connection:
        words = read_query(typed)
        if not words and typed.strip():
            words = (NOTHING,)
        cards = (catalogue or Catalogue()).cards(connection)
        return _Search(connection, cards, words, published_only).page(narrow or Filter(), first)


def get_ready(path: Path, catalogue: Catalogue) -> None:
    """Let a catalogue know all that a search may ask of it.

    :raises StoreError: the index has to be made anew first.
    """
    with opened(path) as connection:
        catalogue.cards(connection).read_all(connection)


class _Search:
    """One search over one connection."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        cards: Cards,
        words: tuple[Word, ...],
        published_only: bool,
    ) -> None:
        self._connection = connection
        self._cards = cards
        self._words = words
        self._among: Mapping[int, Card] = cards.published if published_only else cards.all

    def page(self, narrow: Filter, first: int) -> Found:
        """Find a page of sessions, and count what each filter would leave."""
        among, kind = self._among, narrow.kind
        ranks, wanted = self._found()
        found: Collection[int] = among if ranks is None else [one for one in among if one in ranks]
        fitting = _fitting(among, found, narrow)
        is_every = bool(ranks) and fitting is found and among is self._cards.all
        kinds = self._kinds(wanted, None if is_every else frozenset(fitting))
        if kind:
            there = self._in_kind(kind, wanted) if kind in KINDS else frozenset()
            found = [one for one in found if one in there]
            fitting = [one for one in fitting if one in there]
        best = sorted(fitting, key=ranks.__getitem__) if ranks else list(fitting)
        return Found(
            hits=read_hits(self._connection, best[first : first + PAGE], self._words, kind),
            count=len(best),
            in_all=len(among),
            kinds=kinds,
            events=_counted(among, found, narrow, "event"),
            years=_counted(among, found, narrow, "year"),
            languages=_counted(among, found, narrow, "language"),
            forgiven=tuple(word.text for word in self._words if word.near) if found else (),
        )

    def _found(self) -> tuple[Mapping[int, float] | None, str]:
        """How well sessions hold all words, the lower the better, and what the index was asked."""
        if not self._words:
            return None, ""
        wanted = " AND ".join(map(phrase, self._words))
        ranks = self._ranked(wanted)
        if len(ranks) < PAGE and any(word.goes_on for word in self._words):
            known = self._cards.words(self._connection)
            at_most = MIDDLES // len(self._words)
            wanted = " AND ".join(phrases(word, known, at_most) for word in self._words)
            ranks = {**self._ranked(wanted), **ranks}
        forgiven = self._words if self._is_there(ranks) else tuple(map(self._forgiven, self._words))
        if forgiven != self._words:
            self._words = forgiven
            wanted = " AND ".join(map(phrase, forgiven))
            ranks = self._ranked(wanted)
        return ranks, wanted

    def _forgiven(self, word: Word) -> Word:
        """The word, or those near it if none of the sessions that are searched holds it."""
        if word.whole or len(word.tokens) > 1:
            return word
        known = self._cards.words(self._connection)
        if self._is_there(self._ids(phrases(word, known, MIDDLES))):
            return word
        return msgspec.structs.replace(
            word, near=near(word.tokens[0], *self._cards.letters(self._connection))
        )

    def _is_there(self, ids: Iterable[int]) -> bool:
        return any(one in self._among for one in ids)

    def _ranked(self, wanted: str) -> dict[int, float]:
        # To bm25 a word weighs nothing that more than half of the sessions hold.
        if 2 * self._count(wanted) > len(self._cards.all):
            return dict.fromkeys(self._ids(wanted), 0.0)
        return dict(asked(self._connection, f"rowid, round({BM25}, 1)", wanted))

    def _kinds(self, wanted: str, there: frozenset[int] | None) -> dict[str, int]:
        """In how many sessions each kind holds all words; without ``there``, of all sessions."""
        if there is not None and not there:
            return {}
        if there is None:
            counts = {kind: self._count(f"{kind} : ({wanted})") for kind in KINDS}
        else:
            told = [kind for kind in KINDS if wanted or kind not in IN_THE_HEAD]
            counts = {kind: len(self._in_kind(kind, wanted) & there) for kind in told}
        return {kind: n for kind, n in counts.items() if n}

    def _count(self, wanted: str) -> int:
        ((n,),) = asked(self._connection, "count(*)", wanted)
        return int(n)

    def _in_kind(self, kind: str, wanted: str) -> frozenset[int]:
        if not wanted:
            return self._cards.having(self._connection, kind)
        return frozenset(self._ids(f"{kind} : ({wanted})"))

    def _ids(self, wanted: str) -> Iterable[int]:
        return map(itemgetter(0), asked(self._connection, "rowid", wanted))


def _fitting(among: Mapping[int, Card], found: Collection[int], narrow: Filter) -> Collection[int]:
    """Which of the sessions that were found a filter leaves, whatever its kind of finds."""
    wanted = {name: value for name in Card._fields if (value := getattr(narrow, name))}
    if not wanted:
        return found
    read = [Card._fields.index(name) for name in wanted]
    values = list(wanted.values())
    return [one for one in found if [among[one][no] for no in read] == values]


def _counted(
    among: Mapping[int, Card], found: Collection[int], narrow: Filter, field: str
) -> dict[str, int]:
    """How many sessions each value of a field would leave, the other filters being as they are."""
    others = msgspec.structs.replace(narrow, **{field: ""})
    column = itemgetter(Card._fields.index(field))
    counts = Counter(column(among[one]) for one in _fitting(among, found, others))
    return {value: n for value, n in counts.most_common() if value}
