"""Finding finished sessions by their words.

A session is found if each word is somewhere in it: at the beginning of a word by the index, and,
if that finds less than a page, in the middle of one by reading all finds. At 5,000 sessions that
reading takes no longer than an index of parts would, and it leaves no words behind.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec

from fishbowl.harvest.finds import KINDS
from fishbowl.harvest.query import Word, holds, marks, read_query
from fishbowl.storage import finished
from fishbowl.storage.errors import StoreError
from fishbowl.storage.found import Filter, Found, Hit, Place
from fishbowl.storage.store import connect

PAGE = 10
FEW = 500
PLACES = 5
"""How many places of a session are shown; the summary has the others."""
NEAR_ENOUGH = 0.6
"""Which share of its words an earlier session must hold to have been about a topic."""
SHORT = 3
"""Words of so few letters say little about what a topic is about."""

NOTHING = Word(tokens=("\ue000",), whole=True)
"""Stands for signs between which there is no word: no text holds it."""

_ABOUT = (
    "code", "question", "event", "began_on", "ended_at_ms", "minutes", "people", "voices",
    "language", "published", "edition", "portrait",
)  # fmt: skip


def search(
    path: Path,
    typed: str,
    narrow: Filter | None = None,
    *,
    first: int = 0,
    published_only: bool = False,
) -> Found:
    """Find finished sessions; the best first, of equally good ones the latest.

    Where nothing was typed, all sessions are listed, the latest first. Opens the file
    for itself, so it may run in any thread.

    :param first: how many hits to leave out.
    :param published_only: look only through sessions whose summary is published.
    :raises StoreError: the index has to be made anew first.
    """
    with closing(_opened(path)) as connection:
        words = read_query(typed)
        if not words and typed.strip():
            words = (NOTHING,)
        return _Search(connection, words, published_only).page(narrow or Filter(), first)


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
        asked = _Search(connection, tuple(words), published_only=False)
        hits = asked.hits([session_id for (session_id,) in rows])
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
    connection = connect(path, readonly=True)
    if finished.is_current(connection):
        return connection
    connection.close()
    raise StoreError("The archive was made by another Fishbowl; start the server once to renew it.")


def _phrase(word: Word) -> str:
    """Write a word for the index; in quotation marks, which no token holds, nothing is a sign."""
    return f'"{word.text}" *' if word.goes_on else f'"{word.text}"'


def _bm25() -> str:
    return f"bm25(finished_sessions_fts, {', '.join(map(str, KINDS.values()))})"


_Row = tuple[str, str, int, str]
"""What filters and order need of a session: event, year, end, language."""


class _Search:
    """One search over one connection."""

    def __init__(
        self, connection: sqlite3.Connection, words: tuple[Word, ...], published_only: bool
    ) -> None:
        self._connection = connection
        self._words = words
        self._published_only = published_only

    def page(self, narrow: Filter, first: int) -> Found:
        """Do it."""
        rows = self._sessions()
        ranks, kinds = self._ranked(rows)
        fitting = [one for one in ranks if _fits(rows[one], narrow)]
        there = frozenset(fitting)
        in_kind = kinds.get(narrow.kind, frozenset()) if narrow.kind else there
        left = [one for one in fitting if one in in_kind]
        left.sort(key=lambda one: (round(ranks[one], 1), -rows[one][2], -one))
        of_kind = [one for one in ranks if one in in_kind] if narrow.kind else list(ranks)
        return Found(
            hits=self.hits(left[first : first + PAGE], narrow.kind),
            count=len(left),
            in_all=len(rows),
            kinds={kind: n for kind in KINDS if (n := len(kinds.get(kind, frozenset()) & there))},
            events=_counted(rows, of_kind, narrow, 0, "event"),
            years=_counted(rows, of_kind, narrow, 1, "year"),
            languages=_counted(rows, of_kind, narrow, 3, "language"),
        )

    def hits(self, ids: Sequence[int], kind: str = "") -> tuple[Hit, ...]:
        """Read the sessions of a page, with their places."""
        holes = ", ".join("?" * len(ids))
        about = {
            row[0]: row
            for row in self._connection.execute(
                f"select session_id, {', '.join(_ABOUT)} from finished_sessions"
                f" where session_id in ({holes})",
                ids,
            )
        }
        places = self._places(ids, holes, kind)
        return tuple(self._hit(about[one], places.get(one, [])) for one in ids if one in about)

    # Which sessions

    def _sessions(self) -> dict[int, _Row]:
        """What filters and order need of each session: event, year, end, language."""
        query = (
            "select session_id, event, cast(year as text), ended_at_ms, language"
            " from finished_sessions"
        )
        if self._published_only:
            query += " where published"
        return {row[0]: row[1:] for row in self._connection.execute(query)}

    def _ranked(
        self, among: Collection[int]
    ) -> tuple[dict[int, float], Mapping[str, frozenset[int]]]:
        """Which of the sessions hold all words, the lower the better, and in which kinds."""
        if not self._words:
            return dict.fromkeys(among, 0.0), {}
        wanted = " AND ".join(map(_phrase, self._words))
        query = (
            f"select rowid, {_bm25()} from finished_sessions_fts"
            " where finished_sessions_fts match ?"
        )
        ranks = {one: rank for one, rank in self._connection.execute(query, (wanted,))
                 if one in among}  # fmt: skip
        if len(ranks) >= PAGE:
            return ranks, {kind: self._in_kind(kind, wanted) for kind in KINDS}
        found, kinds = self._in_the_middle()
        everywhere = found | ranks.keys()
        return {one: ranks.get(one, 0.0) for one in everywhere if one in among}, kinds

    def _in_kind(self, kind: str, wanted: str) -> frozenset[int]:
        query = "select rowid from finished_sessions_fts where finished_sessions_fts match ?"
        found = self._connection.execute(query, (f"{kind} : ({wanted})",))
        return frozenset(map(itemgetter(0), found))

    def _in_the_middle(self) -> tuple[frozenset[int], dict[str, frozenset[int]]]:
        """Read everything: which sessions have all words, and which have them in one kind."""
        texts = [word.text if word.goes_on else f" {word.text} " for word in self._words]
        is_there = [f"instr(tokens, ?{no}) > 0" for no in range(1, len(texts) + 1)]
        found = frozenset(
            one
            for (one,) in self._connection.execute(
                f"select session_id from finished_sessions where {' and '.join(is_there)}", texts
            )
        )
        # Few are looked up, many are read past: both take less than the other way round.
        of_them = f" and session_id in ({', '.join(map(str, found))})" if len(found) < FEW else ""
        rows = self._connection.execute(
            f"select session_id, kind, {', '.join(is_there)} from finds"
            f" where ({' or '.join(is_there)}){of_them}",
            texts,
        )
        seen: dict[str, dict[int, int]] = {}
        for session_id, kind, *there in rows if found else ():
            bits = sum(bit << no for no, bit in enumerate(there))
            sessions = seen.setdefault(kind, {})
            sessions[session_id] = sessions.get(session_id, 0) | bits
        whole = (1 << len(texts)) - 1
        return found, {
            kind: frozenset(one for one, bits in sessions.items() if bits == whole)
            for kind, sessions in seen.items()
        }

    # Where in them

    def _places(
        self, ids: Sequence[int], holes: str, kind: str
    ) -> dict[int, list[tuple[tuple[float, ...], Place]]]:
        places: dict[int, list[tuple[tuple[float, ...], Place]]] = {}
        if not self._words:
            return places
        rows = self._connection.execute(
            "select id, session_id, kind, words, topic, anchor, tokens from finds"
            f" where session_id in ({holes})",
            ids,
        )
        for no, session_id, of, words, topic, anchor, tokens in rows:
            there = [word for word in self._words if holds(tokens, word)]
            if not there or of in ("question", "event") or kind not in ("", of):
                continue
            place = Place(kind=of, words=words, topic=topic, anchor=anchor, marks=())
            key = (-len(there), -KINDS.get(of, 1.0), no)
            places.setdefault(session_id, []).append((key, place))
        return places

    def _hit(self, row: Sequence[Any], places: list[tuple[tuple[float, ...], Place]]) -> Hit:
        about: dict[str, Any] = dict(zip(_ABOUT, row[1:], strict=True))
        best = sorted(places, key=lambda found: found[0])[:PLACES]
        fields = {
            **about,
            "published": bool(about["published"]),
            "question_marks": tuple(marks(about["question"], self._words)),
            "places": tuple(self._marked(place) for _, place in best),
            "place_count": len(places),
        }
        return Hit(**fields)

    def _marked(self, place: Place) -> Place:
        return msgspec.structs.replace(place, marks=tuple(marks(place.words, self._words)))


def _fits(row: _Row, narrow: Filter) -> bool:
    return (
        narrow.event in ("", row[0])
        and narrow.year in ("", row[1])
        and narrow.language in ("", row[3])
    )


def _counted(
    rows: Mapping[int, _Row], among: Iterable[int], narrow: Filter, column: int, field: str
) -> dict[str, int]:
    """How many sessions each value of a field would leave, the other filters being as they are."""
    others = msgspec.structs.replace(narrow, **{field: "", "kind": ""})
    if others != Filter():
        among = [one for one in among if _fits(rows[one], others)]
    counts = Counter([rows[one][column] for one in among])
    return {str(value): n for value, n in counts.most_common() if value}
