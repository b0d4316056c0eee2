"""Finding finished sessions by their words.

A session is found if each word is somewhere in it: at the beginning of one of its words, or, if
that finds less than a page, in the middle of one.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.harvest.finds import KINDS
from fishbowl.harvest.query import Word, marks, read_query
from fishbowl.storage import finished
from fishbowl.storage.catalogue import Card, Cards, Catalogue
from fishbowl.storage.errors import StoreError
from fishbowl.storage.found import Filter, Found, Hit
from fishbowl.storage.hits import IN_THE_HEAD, read_hits
from fishbowl.storage.store import connect

PAGE = 10
MIDDLES = 200
"""Words of the archive that are looked for because they hold a typed one in their middle; if there
are more, the shortest."""
NEAR_ENOUGH = 0.6
"""Which share of its words an earlier session must hold to have been about a topic."""
SHORT = 3
"""Words of so few letters say little about what a topic is about."""

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
    with closing(_opened(path)) as connection:
        words = read_query(typed)
        if not words and typed.strip():
            words = (NOTHING,)
        cards = (catalogue or Catalogue()).cards(connection)
        return _Search(connection, cards, words, published_only).page(narrow or Filter(), first)


def get_ready(path: Path, catalogue: Catalogue) -> None:
    """Let a catalogue know all that a search may ask of it.

    :raises StoreError: the index has to be made anew first.
    """
    with closing(_opened(path)) as connection:
        catalogue.cards(connection).read_all(connection)


def talked_before(path: Path, title: str, *, without: str, at_most: int = 20) -> tuple[Hit, ...]:
    """Find sessions that were about a topic, the nearest first.

    :param without: the code of the session that asks.
    :raises StoreError: the index has to be made anew first.
    """
    words = [word for word in read_query(title) if _tells(word)]
    if not words:
        return ()
    with closing(_opened(path)) as connection:
        columns = " ".join(kind for kind in KINDS if KINDS[kind] >= KINDS["insight"])
        rows = connection.execute(
            "select rowid from finished_sessions_fts where finished_sessions_fts match ?"
            f" order by {_bm25()} limit ?",
            (f"{{{columns}}} : ({' OR '.join(map(_phrase, words))})", at_most),
        )
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


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file; whatever is read is of one moment."""
    connection = connect(path, readonly=True)
    connection.execute("begin")
    if finished.is_current(connection):
        return connection
    connection.close()
    raise StoreError("The archive was made by another Fishbowl; start the server once to renew it.")


def _quoted(tokens: Iterable[str]) -> str:
    """Write tokens for the index; in quotation marks, which no token holds, nothing is a sign."""
    return f'"{" ".join(tokens)}"'


def _phrase(word: Word) -> str:
    return f"{_quoted(word.tokens)} *" if word.goes_on else _quoted(word.tokens)


def _phrases(word: Word, known: Iterable[str], at_most: int) -> str:
    """Write a word as it may also stand in the middle of words that are known."""
    begins, *others = word.tokens
    if others:
        around = [f"{_quoted((one, *others))} *" for one in known if one.endswith(begins)]
    else:
        around = [_quoted((one,)) for one in known if begins in one]
    return f"({' OR '.join([_phrase(word), *around[:at_most]])})"


def _bm25() -> str:
    return f"bm25(finished_sessions_fts, {', '.join(map(str, KINDS.values()))})"


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
        )

    def _found(self) -> tuple[Mapping[int, float] | None, str]:
        """How well sessions hold all words, the lower the better, and what the index was asked."""
        if not self._words:
            return None, ""
        wanted = " AND ".join(map(_phrase, self._words))
        ranks = self._ranked(wanted)
        if len(ranks) < PAGE and any(word.goes_on for word in self._words):
            known = self._cards.words(self._connection)
            at_most = MIDDLES // len(self._words)
            wanted = " AND ".join(
                _phrases(word, known, at_most) if word.goes_on else _phrase(word)
                for word in self._words
            )
            ranks = {**self._ranked(wanted), **ranks}
        return ranks, wanted

    def _ranked(self, wanted: str) -> dict[int, float]:
        # To bm25 a word weighs nothing that more than half of the sessions hold.
        if 2 * self._count(wanted) > len(self._cards.all):
            return dict.fromkeys(self._ids(wanted), 0.0)
        return dict(self._asked(f"rowid, round({_bm25()}, 1)", wanted))

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
        ((n,),) = self._asked("count(*)", wanted)
        return int(n)

    def _in_kind(self, kind: str, wanted: str) -> frozenset[int]:
        if not wanted:
            return self._cards.having(self._connection, kind)
        return frozenset(self._ids(f"{kind} : ({wanted})"))

    def _ids(self, wanted: str) -> Iterable[int]:
        return map(itemgetter(0), self._asked("rowid", wanted))

    def _asked(self, columns: str, wanted: str) -> Iterator[Any]:
        return self._connection.execute(
            f"select {columns} from finished_sessions_fts where finished_sessions_fts match ?",
            (wanted,),
        )


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
