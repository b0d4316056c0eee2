"""Reading the sessions that a page of a search shows, with the places that hold its words."""

import sqlite3
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

import msgspec

from fishbowl.archive.search_types import Hit, Place
from fishbowl.harvest.query import Word, holds, marks
from fishbowl.harvest.searchable_text import KINDS

PLACES = 5
"""How many places of a session are shown; the summary has the others."""

_ABOUT = (
    "code", "question", "event", "began_on", "ended_at_ms", "minutes", "people", "voices",
    "language", "published", "edition", "portrait",
)  # fmt: skip
IN_THE_HEAD = ("question", "event")
"""Kinds that a hit shows above its places."""

_Found = dict[str, tuple[tuple[float, ...], Place]]
"""By their tokens, so that the same words are one place: its rank, and the first of them."""


def read_hits(
    connection: sqlite3.Connection, ids: Sequence[int], words: Sequence[Word], kind: str = ""
) -> tuple[Hit, ...]:
    """Read sessions in the order that is asked for; one that is not there any more is left out.

    :param kind: show only places of this kind; without words, all of them.
    """
    holes = ", ".join("?" * len(ids))
    about = {
        row[0]: row
        for row in connection.execute(
            f"select session_id, {', '.join(_ABOUT)} from finished_sessions"
            f" where session_id in ({holes})",
            ids,
        )
    }
    places = _places(connection, ids, words, kind) if words or kind else {}
    return tuple(_hit(about[one], places.get(one, {}), words) for one in ids if one in about)


def _places(
    connection: sqlite3.Connection, ids: Sequence[int], words: Sequence[Word], kind: str
) -> dict[int, _Found]:
    places: dict[int, _Found] = {}
    rows = connection.execute(
        "select id, session_id, kind, words, topic, anchor, tokens from finds"
        f" where session_id in ({', '.join('?' * len(ids))})",
        ids,
    )
    for no, session_id, of, said, topic, anchor, tokens in rows:
        if of in IN_THE_HEAD or kind not in ("", of):
            continue
        there = [word for word in words if holds(tokens, word)]
        if words and not there:
            continue
        place = Place(kind=of, words=said, topic=topic, anchor=anchor, marks=())
        key = (-len(there), -KINDS.get(of, 1.0), no)
        known = places.setdefault(session_id, {})
        best_key, best = min((key, place), known.get(tokens, (key, place)), key=itemgetter(0))
        times = known[tokens][1].times + 1 if tokens in known else 1
        known[tokens] = (best_key, msgspec.structs.replace(best, times=times))
    return places


def _hit(row: Sequence[Any], places: _Found, words: Sequence[Word]) -> Hit:
    about: dict[str, Any] = dict(zip(_ABOUT, row[1:], strict=True))
    best = sorted(places.values(), key=itemgetter(0))[:PLACES]
    fields = {
        **about,
        "published": bool(about["published"]),
        "question_marks": tuple(marks(about["question"], words)),
        "places": tuple(
            msgspec.structs.replace(place, marks=tuple(marks(place.words, words)))
            for _, place in best
        ),
        "place_count": len(places),
    }
    return Hit(**fields)
