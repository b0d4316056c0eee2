"""Reads the sessions of one page of results, with the texts that match."""

import sqlite3
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import msgspec

from fishbowl.archive.search_types import Match, SearchResult
from fishbowl.harvest.query import Word, holds, marks
from fishbowl.harvest.searchable_text import KINDS

MATCHES_SHOWN = 5
"""How many matches of a session are returned; the summary page has the others."""

_ABOUT = (
    "code", "question", "event", "began_on", "ended_at_ms", "minutes", "people", "voices",
    "language", "published", "edition", "portrait",
)  # fmt: skip
_COLUMNS = (*(f"finished_sessions.{name}" for name in _ABOUT), "coalesce(sessions.series, '')")
HEADING_KINDS = ("question", "event")
"""Kinds that a result shows in its heading, not as matches."""

_Ranked = dict[str, tuple[tuple[float, ...], Match]]
"""Sort key and match by token stream, so that texts with the same words are one match."""


def read_results(
    connection: sqlite3.Connection, ids: Sequence[int], words: Sequence[Word], kind: str = ""
) -> tuple[SearchResult, ...]:
    """Read sessions in the order of ``ids``; sessions that were deleted meanwhile are left out.

    :param kind: return only matches of this kind; without words, all texts of the kind match.
    """
    placeholders = ", ".join("?" * len(ids))
    about = {
        row[0]: row
        for row in connection.execute(
            f"select session_id, {', '.join(_COLUMNS)} from finished_sessions"
            " left join sessions on sessions.id = session_id"
            f" where session_id in ({placeholders})",
            ids,
        )
    }
    matches = _matches(connection, ids, words, kind) if words or kind else {}
    return tuple(_result(about[one], matches.get(one, {}), words) for one in ids if one in about)


def _matches(
    connection: sqlite3.Connection, ids: Sequence[int], words: Sequence[Word], kind: str
) -> dict[int, _Ranked]:
    matches: dict[int, _Ranked] = {}
    rows = connection.execute(
        "select id, session_id, kind, words, topic, anchor, tokens from finds"
        f" where session_id in ({', '.join('?' * len(ids))})",
        ids,
    )
    for no, session_id, of, said, topic, anchor, tokens in rows:
        if of in HEADING_KINDS or kind not in ("", of):
            continue
        found = [word for word in words if holds(tokens, word)]
        if words and not found:
            continue
        match = Match(kind=of, words=said, topic=topic, anchor=anchor, marks=())
        key = (-len(found), -KINDS.get(of, 1.0), no)
        known = matches.setdefault(session_id, {})
        best_key, best = min((key, match), known.get(tokens, (key, match)), key=itemgetter(0))
        times = known[tokens][1].times + 1 if tokens in known else 1
        known[tokens] = (best_key, msgspec.structs.replace(best, times=times))
    return matches


def _result(row: Sequence[Any], matches: _Ranked, words: Sequence[Word]) -> SearchResult:
    about: dict[str, Any] = dict(zip((*_ABOUT, "series"), row[1:], strict=True))
    best = sorted(matches.values(), key=itemgetter(0))[:MATCHES_SHOWN]
    fields = {
        **about,
        "published": bool(about["published"]),
        "question_marks": tuple(marks(about["question"], words)),
        "matches": tuple(
            msgspec.structs.replace(match, marks=tuple(marks(match.words, words)))
            for _, match in best
        ),
        "match_count": len(matches),
    }
    return SearchResult(**fields)
